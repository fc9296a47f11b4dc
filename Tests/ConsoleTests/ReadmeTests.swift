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
