import Lessons
import Testing

@Suite("Progress")
struct LessonProgressTests {
  @Test func roundTrip() throws {
    let text = """
      nnrepl progress 1
      exercise-1 at=loss done=weights,forward
      total-input finished done=weigh-and-add

      """
    var progress = try LessonProgress(decoding: text)
    #expect(progress[lesson: "exercise-1"].step == "loss")
    #expect(progress[lesson: "exercise-1"].finishedSteps == ["weights", "forward"])
    #expect(progress[lesson: "total-input"].isFinished)
    #expect(progress[lesson: "other"] == LessonProgress.Record())
    #expect(progress.encoded == text)

    progress[lesson: "exercise-1"].finish(step: "loss")
    progress[lesson: "exercise-1"].finish(step: "loss")
    progress[lesson: "exercise-1"].step = nil
    progress.forget(lesson: "total-input")
    #expect(
      progress.encoded == "nnrepl progress 1\nexercise-1 done=weights,forward,loss\n")
  }

  @Test("what a later version writes stays as it was")
  func unknownIsKept() throws {
    let text = """
      nnrepl progress 1
      a at=s score=7 starred
      a/the-line verdict=right attempts=2

      """
    var progress = try LessonProgress(decoding: text)
    #expect(progress.encoded == text)
    progress[lesson: "a"].step = "t"
    #expect(progress.encoded == text.replacing("at=s", with: "at=t"))
  }

  @Test("answers, the open question and the seed come back as they were")
  func answers() throws {
    let text = """
      nnrepl progress 1
      @student seed=4711
      a at=s asking=p done=r
      a/p attempts=3 hints=1 time=1764000000
      a/q verdict=right attempts=1 time=1764000001
      b/only verdict=partial attempts=2 skipped shown
      b/own verdict=partial attempts=1 shown self-assessed time=1764000002
      z

      """
    var progress = try LessonProgress(decoding: text)
    #expect(progress.encoded == text)
    #expect(progress.seed == 4711)
    #expect(progress[lesson: "a"].question == "p")
    #expect(progress[lesson: "a"].answers["p"]?.hints == 1)
    #expect(progress[lesson: "b"].answers["only"]?.standing == .shown)
    #expect(progress[lesson: "b"].answers["own"]?.standing == .selfAssessed)
    #expect(throws: LessonProgress.DecodingError.malformedLine(2)) {
      try LessonProgress(decoding: "nnrepl progress 1\na/p self-assessed=yes")
    }
    progress[lesson: "a"].answers["p", default: AnswerRecord()].note(.judged(.right, at: 2e9))
    #expect(progress.encoded.contains("a/p verdict=right attempts=4 hints=1 time=2000000000\n"))
    progress.forget(lesson: "a")
    #expect(progress.encoded.contains("seed=4711\nb/only"))
  }

  @Test("words and keys of a later version stay, questions in any order")
  func unknownAnswers() throws {
    let text = """
      nnrepl progress 1
      @student name=x
      a/q verdict=brilliant score=3 attempts=1
      a done=s
      a/q/deep x

      """
    let progress = try LessonProgress(decoding: text)
    #expect(progress[lesson: "a"].answers["q"]?.verdict == nil)
    let expected = """
      nnrepl progress 1
      a done=s
      a/q attempts=1 verdict=brilliant score=3
      @student name=x
      a/q/deep x

      """
    #expect(progress.encoded == expected)
    #expect(try LessonProgress(decoding: expected).encoded == expected)
  }

  @Test("the table for a teacher")
  func export() throws {
    let progress = try LessonProgress(
      decoding: """
        nnrepl progress 1
        test-10/q verdict=wrong attempts=2 time=951782400
        test-9/b verdict=right attempts=2 hints=1 time=1764000000
        test-9/a skipped
        test-9/c verdict=wrong attempts=1 shown self-assessed
        """)
    #expect(
      progress.csv == """
        lesson,question,verdict,attempts,hints,time
        test-9,a,skipped,0,0,
        test-9,b,right,2,1,2025-11-24T16:00:00Z
        test-9,c,self-assessed,1,0,
        test-10,q,wrong,2,0,2000-02-29T00:00:00Z

        """)
    #expect(LessonProgress().csv == "lesson,question,verdict,attempts,hints,time\n")
  }

  @Test(
    "times of day",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-5, "1970-01-01T00:00:00Z"),
      (86_399, "1970-01-01T23:59:59Z"), (1_709_164_800, "2024-02-29T00:00:00Z"),
      (1_709_251_200, "2024-03-01T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (.max, "9999-12-31T23:59:59Z"),
    ])
  func timestamps(_ seconds: Int, _ text: String) {
    #expect(Timestamp.text(secondsSince1970: seconds) == text)
  }

  @Test func emptyFile() throws {
    #expect(try LessonProgress(decoding: "") == LessonProgress())
    #expect(try LessonProgress(decoding: "\n") == LessonProgress())
    #expect(try LessonProgress(decoding: LessonProgress().encoded) == LessonProgress())
  }

  static let broken: [(String, LessonProgress.DecodingError)] = [
    ("hello", .notProgress),
    ("nnrepl progress 2\n", .unsupportedVersion("2")),
    ("nnrepl progress 1\na at=\n", .malformedLine(2)),
    ("nnrepl progress 1\n\na at=s,t\n", .malformedLine(3)),
    ("nnrepl progress 1\na done=Two\n", .malformedLine(2)),
    ("nnrepl progress 1\na done\n", .malformedLine(2)),
    ("nnrepl progress 1\nレッスン at=s\n", .malformedLine(2)),
    ("nnrepl progress 1\na\nb\na at=s\n", .repeatedLesson("a", line: 4)),
    ("nnrepl progress 1\na/q\na/q hints=1\n", .repeatedLesson("a/q", line: 3)),
    ("nnrepl progress 1\na/q attempts=-1\n", .malformedLine(2)),
    ("nnrepl progress 1\na/q hints=99999999999999999999\n", .malformedLine(2)),
    ("nnrepl progress 1\na/q time\n", .malformedLine(2)),
    ("nnrepl progress 1\na/q skipped=no\n", .malformedLine(2)),
    ("nnrepl progress 1\na asking=X\n", .malformedLine(2)),
  ]

  @Test(arguments: broken)
  func reportsErrors(_ text: String, _ error: LessonProgress.DecodingError) {
    #expect(throws: error) { try LessonProgress(decoding: text) }
  }

  @Test("a lesson that changed is resumed at the nearest surviving step")
  func resumption() throws {
    let lesson = script("@step one\nx\n@step two\nx\n@step three\nx\n")
    func resumption(_ line: String) throws -> (Int, Bool) {
      try LessonProgress(decoding: "nnrepl progress 1\n\(line)\n").resumption(of: lesson)
    }
    #expect(try resumption("b") == (0, true))
    #expect(try resumption("a at=two done=one") == (1, true))
    #expect(try resumption("a at=gone done=one") == (1, false))
    #expect(try resumption("a at=gone done=three") == (2, false))
    #expect(try resumption("a at=gone done=lost") == (0, false))
  }
}
