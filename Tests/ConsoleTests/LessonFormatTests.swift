import Lessons
import Localization
import TerminalGraphics
import Testing

@testable import Console

@Suite("The page on the format of lessons")
struct LessonFormatTests {
  /// A lesson that asks one of the page's examples.
  static func script(_ example: String) -> String {
    """
    @lesson page format=1
    @title ja 書き方
    @title en The format
    @step one
    """ + "\n" + example + "\n"
  }

  @Test("shows a question of every kind, and each proves itself")
  func examples() throws {
    #expect(Set(LessonFormat.examples.map(\.kind)) == Set(Question.Kind.allCases))
    for example in LessonFormat.examples {
      let reading = LessonScript.read(Array(Self.script(example.text).utf8), path: "page.nn")
      #expect(reading.errors == [], "\(example.kind)")
      #expect(reading.script?.questions.map(\.kind) == [example.kind])
      for question in reading.script?.questions ?? [] {
        for finding in QuestionProof.findings(in: question) {
          Issue.record("\(example.kind): \(finding.wording.message.en)")
        }
      }
    }
  }

  @Test("is in both languages and fits the window", arguments: Language.allCases)
  func page(_ language: Language) {
    let shown = TestConsole(language: language, width: 80).output(of: "help lesson-format")
    #expect(shown.contains("@given x: (inputs,) | (samples, inputs)"))
    #expect(shown.contains(language == .ja ? "誤答" : "a wrong answer"))
    for line in shown.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
    for row in LessonFormat.lesson + LessonFormat.parts + LessonFormat.settings {
      #expect(row.meaning.ja.containsJapanese && !row.meaning.en.containsJapanese)
    }
  }
}
