import Foundation
import Localization
import TerminalGraphics
import Testing

@testable import Console

@Suite("Help")
struct ExampleTests {
  @Test("the example of every command runs in a new session, in both languages")
  func examples() throws {
    let lessons = testsFolder.appending(path: "../../lessons").standardized.path
    for command in CommandList.all {
      for language in Language.allCases {
        let console = TestConsole(language: language, lessons: lessons)
        for line in command.example {
          let error = console.run(line)
          #expect(error == nil, "\(command.name): \(line): \(console.shown)")
        }
      }
    }
  }

  @Test("every command explains itself in both languages")
  func explanations() {
    for command in CommandList.all {
      for text in [command.summary, command.explanation] + command.options.map(\.summary) {
        #expect(text.ja.containsJapanese || text.ja == text.en, "\(command.name): \(text.ja)")
        #expect(!text.en.containsJapanese && !text.en.isEmpty, "\(command.name): \(text.en)")
      }
      #expect(command.usage.allSatisfy { $0.hasPrefix(command.name) || $0.hasPrefix("?") })
      let console = TestConsole()
      #expect(console.run("help \(command.name)") == nil)
    }
  }

  @Test("help fits into every window", arguments: [20, 40, 80, 120], Language.allCases)
  func widths(_ width: Int, language: Language) {
    let console = TestConsole(language: language, width: width)
    for name in CommandList.names + [""] {
      for line in console.output(of: "help \(name)").split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "help \(name): \(line)")
      }
    }
  }

  @Test("names differ, and help lists them all")
  func list() {
    #expect(Set(CommandList.names).count == CommandList.names.count)
    let console = TestConsole()
    let help = console.output(of: "help")
    for name in CommandList.names { #expect(help.contains("  \(name) ")) }
    #expect(console.output(of: "?forward") == console.output(of: "help forward"))
  }
}

extension String {
  /// Whether a kana or kanji is in it.
  var containsJapanese: Bool {
    unicodeScalars.contains {
      (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
    }
  }
}
