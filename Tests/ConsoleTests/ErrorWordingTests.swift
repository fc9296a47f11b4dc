import ArrayFiles
import Foundation
import Lessons
import Localization
import NeuralNetworks
import SourceText
import TerminalGraphics
import Testing

@testable import Console

/// Every error in words: `Wordings/errors.ja.txt` and `errors.en.txt` hold all of them.
///
/// With `NNREPL_RECORD=1` in the environment the files are written anew; look at the difference
/// before committing it.
@Suite("Error wordings")
struct ErrorWordingTests {
  @Test("are what they were", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let renderer = Renderer(language: language, width: 80)
    let text = ErrorSamples.all.map { reason in
      renderer.lines(for: LineError(ConsoleError(reason), in: SourceLine(text: "")))
        .map { $0.plain + "\n" }.joined()
    }.joined()
    let file = testsFolder.appending(path: "Wordings/errors.\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (found, known) in zip(text.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(found == known)
    }
    #expect(text == expected)
  }

  @Test("are Japanese in Japanese and English in English")
  func languages() {
    for reason in ErrorSamples.all {
      let wording = reason.wording
      // Python's own sentence is what people search for: it is the same in every language.
      var sentences = wording.help.map { [$0] } ?? []
      if case .python = reason {} else { sentences.append(wording.message) }
      for text in sentences {
        #expect(text.ja.containsJapanese, "\(text.ja)")
        #expect(!text.en.containsJapanese && !text.en.isEmpty, "\(text.en)")
      }
    }
  }

  @Test("every error has a name that a lesson can expect")
  func kinds() {
    for reason in ErrorSamples.all {
      #expect(reason.kind.wholeMatch(of: /[a-z]+(-[a-z]+)*|[A-Z][A-Za-z]+/) != nil)
    }
  }

  @Test("fit into every window, whatever is cited", arguments: Language.allCases)
  func widths(_ language: Language) {
    let long = String(repeating: "長い名前 and a long name, ", count: 40)
    let cited =
      ErrorSamples.all + [
        .unknownName(long, suggestions: [long]),
        .file(.init(path: long, operation: .read, reason: .missing)),
      ]
    for width in [10, 20, 40, 80, 200] {
      let renderer = Renderer(language: language, width: width)
      for reason in cited {
        for line in renderer.lines(
          for: LineError(ConsoleError(reason), in: SourceLine(text: "")))
        {
          // The place of an error in a file is for programs to read: it stays whole.
          if line.plain.contains(": error: ") { continue }
          #expect(line.width <= width, "\(width): \(line.plain)")
        }
      }
    }
  }

  @Test("what comes from files cannot command the terminal")
  func controlCharacters() {
    let evil = "\u{1B}]0;x\u{7}\u{9B}2J\r\u{202E}"
    let place = SourcePosition(line: 1, column: 1)
    let reasons: [ConsoleError.Reason] = [
      .table(.notANumber(place, column: evil, text: evil), path: evil),
      .table(.duplicateColumn(place, name: evil), path: evil),
      .table(.noSuchColumn(evil, known: [evil]), path: evil),
      .archive(.duplicateName(evil), path: evil),
      .archive(.array(name: evil, .unsupportedElementType(evil)), path: evil),
      .networkFile(.plan(evil), path: evil),
      .file(.init(path: evil, operation: .read, reason: .missing)),
      .unknownLesson(evil, suggestions: [evil]), .repeatedLesson(evil, path: evil),
      .unknownStep(evil, known: [evil], suggestions: []), .directiveOutsideLesson(evil),
    ]
    for reason in reasons {
      for name in [nil, evil] {
        let line = SourceLine(name: name, text: evil + "x")
        let error = LineError(
          ConsoleError(reason, at: SourceRange(line: 1, column: 2, length: 3)), in: line)
        for language in Language.allCases {
          let shown = Renderer(language: language).lines(for: error)
            .map { $0.render(color: false) }.joined()
          #expect(
            !shown.unicodeScalars.contains {
              $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
            }, "\(shown)")
        }
      }
    }
  }

  @Test(
    "the caret stands under the part that is meant",
    arguments: [
      ("\tforwrad 1", 2, 7, "      forwrad 1\n      ^^^^^^^"),
      ("あい ue", 4, 2, "  あい ue\n       ^^"), ("a\tb c", 5, 1, "  a    b c\n         ^"),
      ("ab", 3, 1, "  ab\n    ^"), ("ab", 9, 1, "  ab\n    ^"), ("a é b", 5, 1, "  a é b\n      ^"),
    ])
  func caret(_ text: String, column: Int, length: Int, expected: String) {
    let error = LineError(
      ConsoleError(.interrupted, at: SourceRange(line: 1, column: column, length: length)),
      in: SourceLine(text: text))
    let lines = Renderer(language: .en).lines(for: error).dropFirst()
    #expect(lines.map(\.plain).joined(separator: "\n") == expected)
  }

  @Test("a long line is cut around the part that is meant", arguments: [10, 20, 40, 80])
  func longLine(_ width: Int) {
    let text = String(repeating: "abc デ ", count: 100)
    for column in [1, 50, 300, 600] {
      let error = LineError(
        ConsoleError(.interrupted, at: SourceRange(line: 1, column: column, length: 2)),
        in: SourceLine(text: text))
      let lines = Renderer(language: .en, width: width).lines(for: error)
      #expect(lines.allSatisfy { $0.width <= width })
      // The carets stand under the characters themselves.
      let carets = lines[lines.count - 1].plain
      let indent = carets.prefix { $0 == " " }.count
      var shown = lines[lines.count - 2].plain[...]
      while DisplayWidth.of(String(lines[lines.count - 2].plain.dropLast(shown.count))) < indent {
        shown = shown.dropFirst()
      }
      #expect(shown.first == Array(text)[min(column - 1, text.count - 1)])
    }
  }
}
