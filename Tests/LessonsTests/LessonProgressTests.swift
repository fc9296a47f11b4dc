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
