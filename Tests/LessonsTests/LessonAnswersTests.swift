import Foundation
import Testing

@testable import Lessons

/// Answers that people give to the questions of the project's lessons, with the verdict and the
/// feedback that each must get: a table for each lesson, in a file named after its id.
@Suite("Answers to the lessons, by their tables")
struct LessonAnswersTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The answers to the questions of one lesson.
  struct Table: CustomTestStringConvertible, Sendable {
    var lesson: String
    var answers: [TableAnswer]

    var testDescription: String { lesson }
  }

  static let tables: [Table] =
    files(in: folder.appending(path: "Answers/Lessons"), "txt").compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).flatMap { try? TableAnswer.table($0) }
        .map { Table(lesson: file.deletingPathExtension().lastPathComponent, answers: $0) }
    }

  private static let lessons: [LessonScript] =
    files(in: folder.appending(path: "../../lessons").standardized, "nn").compactMap { file in
      (try? Data(contentsOf: file)).flatMap { LessonScript.read(Array($0), path: file.path).script }
    }

  private static func files(in folder: URL, _ ending: String) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }

  @Test("are judged as the table says", arguments: tables)
  func judges(_ table: Table) throws {
    let lesson = try #require(Self.lessons.first { $0.id == table.lesson })
    var judges: [String: any AnswerJudge] = [:]
    for line in table.answers {
      let question = try #require(
        lesson.questions.first { $0.id == line.question }, "line \(line.line): \(line.question)")
      let judge = judges[question.id] ?? Self.judge(of: question)
      judges[question.id] = judge
      var judgement = judge.judge(line.answer, explains: false)
      // Slips are looked for where the question itself has nothing to say; that takes its time.
      if judgement.verdict == .wrong, judgement.feedback == nil {
        judgement = judge.judge(line.answer, explains: true)
      }
      #expect(
        judgement.verdict == line.verdict && judgement.feedback?.id == line.feedback,
        "line \(line.line): \(line.answer): \(judgement)")
      #expect((judgement.error != nil) == (line.verdict == .invalid), "line \(line.line)")
    }
  }

  private static func judge(of question: Question) -> any AnswerJudge {
    question.kind.rules.judge(of: Judge(seed: 3, trials: 6).material(question, QuestionContext()))
  }

  @Test("hold answers of every sort to every confirmation test and exercise")
  func coverage() {
    #expect(Self.tables.reduce(0) { $0 + $1.answers.count } > 400)
    for verdict in Judgement.Verdict.allCases {
      #expect(Self.tables.contains { $0.answers.contains { $0.verdict == verdict } }, "\(verdict)")
    }
    for table in Self.tables {
      let lesson = Self.lessons.first { $0.id == table.lesson }
      #expect(lesson != nil, "\(table.lesson)")
      for id in ["test", "a", "b", "c"]
      where lesson?.questions.contains(where: { $0.id == id }) == true {
        #expect(table.answers.contains { $0.question == id }, "\(table.lesson)/\(id)")
      }
    }
  }
}
