import Foundation
import Testing

/// The sessions in the README are what nnrepl shows.
///
/// With `NNREPL_RECORD=1` in the environment those that differ are written anew; durations have to
/// be filled in by hand then, for the clock of a test stands still.
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
    var recorded = text
    for block in blocks {
      let shown = console.transcript(of: TestConsole.statements(in: block))
      if words(shown) != words(block) { recorded.replace(block, with: shown) }
      #expect(words(shown) == words(block))
    }
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1", recorded != text {
      try recorded.write(to: readme, atomically: true, encoding: .utf8)
    }
  }

  @Test("its lesson is taken as it shows")
  func lesson() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let block = try #require(text.firstMatch(of: /(?s)```lesson\n(.*?)```/)).output.1
    // The lesson's own lines stand after `nn> `, too; only the first of them is typed.
    let rows = block.split(separator: "\n")
    let typed = rows.enumerated().compactMap { index, row in
      index == 0
        ? row.dropFirst(4) : row.firstMatch(of: /^[a-z0-9-]+ [0-9]+ ?(play|\?)?> (.*)$/)?.output.2
    }
    let lessons = readme.deletingLastPathComponent().appending(path: "lessons").path
    let shown = Conversation(lessons: lessons).transcript(of: typed.map(String.init))
    #expect(words(shown) == words(String(block)))
  }

  /// The words of a text, durations left out: they differ, and they shift its line breaks.
  private func words(_ text: String) -> String {
    text.replacing(/[0-9.]+ (ns|µs|ms|s)\b/, with: "…")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
