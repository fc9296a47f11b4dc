import Foundation
import Localization
import TerminalGraphics
import Testing

/// Lessons taken at the prompt, as whole texts: `Conversations/NAME.lines` is typed, and
/// `NAME.en.txt` and `NAME.ja.txt` hold what is then to be seen.
///
/// With `NNREPL_RECORD=1` in the environment the files are written anew; look at the difference
/// before committing it.
@Suite("Taking lessons")
struct ConversationTests {
  static let folder = testsFolder.appending(path: "Conversations")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".lines") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test("shows what it showed before", arguments: names, Language.allCases)
  func conversation(_ name: String, _ language: Language) throws {
    let typed = try String(
      contentsOf: Self.folder.appending(path: name + ".lines"), encoding: .utf8)
    let lines = typed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try withTemporaryFolder { state in
      let conversation = Conversation(
        language: language, seed: 4, lessons: Self.folder.path, progress: state + "/progress")
      let found = conversation.transcript(of: lines.map(String.init))
      let file = Self.folder.appending(path: "\(name).\(language.rawValue).txt")
      if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
        try found.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(found == (try String(contentsOf: file, encoding: .utf8)))
      for line in found.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
    }
  }
}
