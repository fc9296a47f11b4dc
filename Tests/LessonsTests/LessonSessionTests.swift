import Lessons
import LinearAlgebra
import SourceText
import Testing

@Suite("Taking a lesson")
struct LessonSessionTests {
  private let lesson = script(
    """
    @step one
    @text ja
    あ
    @text en
    a
    @end
    x = 1
    @expect x = 1
    @step two
    x += 1
    fail oops
    @expect error oops
    @expect x = 2
    @step three
    x += 1

    """)

  @Test func fromBeginningToEnd() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    let first = ["introduce", "prepare 0", "begin 0", "show a", "run 1", "met", "wait 0"]
    #expect(host.take(&session) == first)
    #expect(host.take(&session) == ["wait 0"])
    #expect(session.stepID == "one")
    session.proceed()
    #expect(host.take(&session) == ["begin 1", "run 2 fails", "met", "met", "wait 1"])
    session.proceed()
    #expect(host.take(&session) == ["begin 2", "run 1", "wait 2"])
    #expect(host.restarts == 1)
    #expect(host.quantities["x"] == ArrayValue(3))
    #expect(!session.isFinished)
    session.proceed()
    #expect(session.isFinished)
    #expect(host.take(&session) == ["finish"])
    session.proceed()
    #expect(host.take(&session) == ["finish"])
  }

  @Test("without waiting it runs to the end")
  func replay() {
    var session = LessonSession(lesson, waits: false)
    var host = FakeHost()
    #expect(
      host.take(&session) == [
        "introduce", "prepare 0", "begin 0", "show a", "run 1", "met", "begin 1", "run 2 fails",
        "met", "met", "begin 2", "run 1", "finish",
      ])
  }

  @Test("what the learner tried between two steps is gone in the next")
  func disturbance() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    _ = host.take(&session)
    host.quantities["x"] = ArrayValue(99)
    session.disturb()
    session.proceed()
    #expect(
      host.take(&session) == ["restore", "begin 1", "run 2 fails", "met", "met", "wait 1"])
    #expect(host.quantities["x"] == ArrayValue(2))
    session.proceed()
    #expect(host.take(&session) == ["begin 2", "run 1", "wait 2"])
    session.disturb()
    session.calm()
    session.back()
    #expect(host.take(&session).first == "prepare 1")
  }

  @Test("going on in the middle of a step prepares the next")
  func cutShort() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    for _ in 0..<3 { _ = session.nextAction() }
    session.proceed()
    #expect(host.take(&session).first == "prepare 1")
  }

  @Test func backAndForth() throws {
    var session = LessonSession(lesson)
    var host = FakeHost()
    _ = host.take(&session)
    session.back()
    #expect(host.take(&session) == ["prepare 0", "begin 0", "show a", "run 1", "met", "wait 0"])
    try session.goTo("three")
    #expect(host.take(&session) == ["prepare 2", "begin 2", "run 1", "wait 2"])
    #expect(host.quantities["x"] == ArrayValue(3))
    session.proceed()
    session.back()
    #expect(host.take(&session) == ["prepare 2", "begin 2", "run 1", "wait 2"])
    session.back()
    #expect(host.take(&session).first == "prepare 1")
    #expect(
      throws: LessonNavigationError.unknownStep(
        "tow", known: ["one", "two", "three"], suggestions: ["two"])
    ) { try session.goTo("tow") }
    #expect(host.take(&session) == ["wait 1"])
  }

  @Test func beginsAtAStep() throws {
    var session = try LessonSession(lesson, atStep: "two")
    var host = FakeHost()
    #expect(
      host.take(&session) == ["prepare 1", "begin 1", "run 2 fails", "met", "met", "wait 1"])
    #expect(throws: LessonNavigationError.self) { try LessonSession(lesson, atStep: "none") }
  }
}
