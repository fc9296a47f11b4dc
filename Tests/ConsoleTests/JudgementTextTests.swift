import Foundation
import Lessons
import Localization
import TerminalGraphics
import Testing

@testable import Console

/// What learners are told: `Wordings/judgements.ja.txt` and `judgements.en.txt` hold it for every
/// answer of the table that the lessons' tests judge.
///
/// With `NNREPL_RECORD=1` in the environment the files are written anew; look at the difference
/// before committing it.
@Suite("Judgements in words")
struct JudgementTextTests {
  private static let answers = testsFolder.appending(path: "../LessonsTests/Answers").standardized

  /// Answers with their questions, as the table has them.
  private static func table() throws -> [(question: Question, answer: String)] {
    let script = LessonScript.read(
      Array(try Data(contentsOf: answers.appending(path: "kinds.nn"))), path: "kinds.nn")
    let questions = try #require(script.script).questions
    let text = try String(contentsOf: answers.appending(path: "kinds.txt"), encoding: .utf8)
    var question: Question?
    var found: [(Question, String)] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        question = questions.first { $0.id == line.dropFirst(3) }
      } else if !line.hasPrefix("#"), let bar = line.firstIndex(of: "|"), let question {
        found.append(
          (question, String(line[bar...].dropFirst(2)).replacing("⏎", with: "\n")))
      }
    }
    return found
  }

  @Test("are what they were", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let renderer = Renderer(language: language, width: 80)
    var text = ""
    for (question, answer) in try Self.table() {
      let judgement = Judge(seed: 3).judge(answer, to: question)
      let lines = JudgementText.outputs(judgement, answer: answer).flatMap {
        renderer.lines(for: $0)
      }
      text += "\(question.id) ?> \(answer)\n" + lines.map { $0.plain + "\n" }.joined() + "\n"
      for line in lines { #expect(line.width <= 80, "\(line.plain)") }
    }
    let file = testsFolder.appending(path: "Wordings/judgements.\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (found, known) in zip(text.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(found == known)
    }
    #expect(text == expected)
  }

  @Test("every slip is worded in both languages")
  func slips() {
    for slip in Slip.allCases {
      #expect(slip.wording.ja.containsJapanese)
      #expect(!slip.wording.en.containsJapanese && !slip.wording.en.isEmpty)
    }
  }
}
