import Foundation
import Localization
import Testing

@testable import Console

/// Sessions with their expected output: `Scripts/NAME.ja.txt` and `Scripts/NAME.en.txt` hold lines
/// after `nn> `, further ones of a statement after ` .. `, and what each shows.
///
/// With `NNREPL_RECORD=1` in the environment the files are written anew; look at the difference
/// before committing it.
@Suite("Scripts")
struct ScriptTests {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  private static let folder = testsFolder.appending(path: "Scripts")

  @Test("show what they showed before", arguments: names)
  func script(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let language = name.hasSuffix(".ja.txt") ? Language.ja : .en
    let lessons = testsFolder.appending(path: "../../lessons").standardized.path
    let console = TestConsole(language: language, folder: lessons, lessons: lessons)
    let found = console.transcript(of: TestConsole.statements(in: expected))
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(found == expected)
  }

  @Test("there are some")
  func count() {
    #expect(Self.names.count >= 10)
  }
}
