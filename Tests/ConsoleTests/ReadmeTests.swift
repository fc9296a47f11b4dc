import Console
import Foundation
import Localization
import TerminalGraphics
import Testing

/// The sessions in the README are what nnrepl shows.
@Suite("README")
struct ReadmeTests {
  @Test("its console blocks, taken together, are one session")
  func tour() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let blocks = text.matches(of: /(?s)```console\n(.*?)```/).map { String($0.1) }
    #expect(blocks.count > 4)

    var shown = ""
    let printer = Printer(
      renderer: Renderer(language: .en, width: 80), hasColor: false, hasColorOnErrors: false,
      write: { shown += $0 }, writeError: { shown += $0 })
    let environment = Environment(output: { printer.show($0) })
    var session = Session(language: .en, seed: 1)
    for block in blocks {
      shown = ""
      for line in block.split(separator: "\n") where line.hasPrefix("nn> ") {
        shown += line + "\n"
        var input = session.inputReader(name: nil)
        let complete = input.read(String(line.dropFirst(4)))
        let statement = try #require(complete)
        try session.run(statement, environment: environment)
      }
      #expect(timeless(shown) == timeless(block))
    }
  }

  /// A text without what differs from run to run: durations, and where they make a line break.
  private func timeless(_ text: String) -> String {
    text.replacing(/[0-9.]+ (ns|µs|ms|s)\b/, with: "…")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
