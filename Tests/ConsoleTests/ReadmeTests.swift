import Foundation
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

    let console = TestConsole()
    for block in blocks {
      let lines = block.split(separator: "\n").filter { $0.hasPrefix("nn> ") }
      let shown = console.transcript(of: lines.map { String($0.dropFirst(4)) })
      #expect(words(shown) == words(block))
    }
  }

  /// The words of a text, durations left out: they differ, and they shift its line breaks.
  private func words(_ text: String) -> String {
    text.replacing(/[0-9.]+ (ns|µs|ms|s)\b/, with: "…")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
