import Foundation
import Testing

@testable import Lessons

/// A line of a table of answers.
struct TableAnswer: CustomTestStringConvertible, Sendable {
  var question: String
  var verdict: Judgement.Verdict
  var feedback: String?
  var answer: String
  var line: Int

  var testDescription: String { "\(question): \(answer)" }

  /// Reads a table: `## QUESTION`, and `VERDICT [FEEDBACK] | ANSWER` with ⏎ for a line break.
  static func table(_ text: String) throws -> [TableAnswer] {
    var answers: [TableAnswer] = []
    var question = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("## ") {
        question = String(line.dropFirst(3))
      } else if !line.isEmpty, !line.hasPrefix("#") {
        let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let words = parts[0].split(separator: " ")
        let answer = try #require(parts.count == 2 ? parts[1] : nil, "line \(index + 1)")
        answers.append(
          TableAnswer(
            question: question,
            verdict: try #require(Judgement.Verdict(rawValue: String(words[0]))),
            feedback: words.count > 1 ? String(words[1]) : nil,
            answer: String(answer.dropFirst()).replacing("⏎", with: "\n"), line: index + 1))
      }
    }
    return answers
  }
}

@Suite("Judging, by the table of answers")
struct JudgingTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Answers")

  private let lesson: LessonScript

  init() throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "kinds.nn")))
    let reading = LessonScript.read(bytes, path: "kinds.nn")
    #expect(reading.errors == [])
    lesson = try #require(reading.script)
  }

  static let answers: [TableAnswer] = {
    let file = folder.appending(path: "kinds.txt")
    return (try? String(contentsOf: file, encoding: .utf8)).flatMap { try? TableAnswer.table($0) }
      ?? []
  }()

  @Test(arguments: answers)
  func judges(_ line: TableAnswer) throws {
    let question = try #require(lesson.questions.first { $0.id == line.question })
    let judgement = Judge(seed: 3).judge(line.answer, to: question)
    #expect(judgement.verdict == line.verdict, "line \(line.line): \(judgement)")
    #expect(judgement.feedback?.id == line.feedback, "line \(line.line): \(judgement)")
    #expect((judgement.error != nil) == (line.verdict == .invalid))
  }

  @Test("covers every question")
  func coverage() {
    #expect(Self.answers.count > 150)
    for question in lesson.questions where question.id != "by-hand" {
      #expect(Self.answers.contains { $0.question == question.id }, "\(question.id)")
    }
  }

  @Test("every question proves itself")
  func proofs() {
    for question in lesson.questions {
      for finding in QuestionProof.findings(in: question) {
        Issue.record("\(question.id): \(finding)")
      }
    }
  }
}
