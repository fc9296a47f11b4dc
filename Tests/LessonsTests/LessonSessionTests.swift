import Lessons
import LinearAlgebra
import Localization
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

  /// The actions up to the next pause, in short.
  private func run(_ session: inout LessonSession, _ host: inout FakeHost) -> [String] {
    var log: [String] = []
    while true {
      switch session.nextAction() {
      case .introduce: log.append("introduce")
      case .prepare(let step, let blocks):
        host.restart(for: session.script)
        for block in blocks { _ = host.run(block) }
        log.append("prepare \(step)")
      case .begin(let step): log.append("begin \(step)")
      case .show(let text): log.append("show \(text.en)")
      case .run(let block, let expectsFailure):
        session.record(host.run(block))
        log.append("run \(block.lines.count)\(expectsFailure ? " fails" : "")")
      case .judge(let expectation, let result, let block):
        let outcome = expectation.outcome(in: host, after: result, of: block)
        log.append(outcome.isMet ? "met" : "unmet")
      case .ask(let question): log.append("ask \(question.id)")
      case .wait(let step):
        log.append("wait \(step)")
        return log
      case .finish:
        log.append("finish")
        return log
      }
    }
  }

  @Test func fromBeginningToEnd() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    let first = ["introduce", "prepare 0", "begin 0", "show a", "run 1", "met", "wait 0"]
    #expect(run(&session, &host) == first)
    #expect(run(&session, &host) == ["wait 0"])
    #expect(session.stepID == "one")
    session.proceed()
    #expect(run(&session, &host) == ["begin 1", "run 2 fails", "met", "met", "wait 1"])
    session.proceed()
    #expect(run(&session, &host) == ["begin 2", "run 1", "wait 2"])
    #expect(host.restarts == 1)
    #expect(host.quantities["x"] == ArrayValue(3))
    #expect(!session.isFinished)
    session.proceed()
    #expect(session.isFinished)
    #expect(run(&session, &host) == ["finish"])
    session.proceed()
    #expect(run(&session, &host) == ["finish"])
  }

  @Test("without waiting it runs to the end")
  func replay() {
    var session = LessonSession(lesson, waits: false)
    var host = FakeHost()
    #expect(
      run(&session, &host) == [
        "introduce", "prepare 0", "begin 0", "show a", "run 1", "met", "begin 1", "run 2 fails",
        "met", "met", "begin 2", "run 1", "finish",
      ])
  }

  @Test("what the learner tried between two steps is gone in the next")
  func disturbance() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    _ = run(&session, &host)
    host.quantities["x"] = ArrayValue(99)
    session.disturb()
    session.proceed()
    #expect(
      run(&session, &host) == ["prepare 1", "begin 1", "run 2 fails", "met", "met", "wait 1"])
    session.proceed()
    #expect(run(&session, &host) == ["begin 2", "run 1", "wait 2"])
  }

  @Test("going on in the middle of a step prepares the next")
  func cutShort() {
    var session = LessonSession(lesson)
    var host = FakeHost()
    for _ in 0..<3 { _ = session.nextAction() }
    session.proceed()
    #expect(run(&session, &host).first == "prepare 1")
  }

  @Test func backAndForth() throws {
    var session = LessonSession(lesson)
    var host = FakeHost()
    _ = run(&session, &host)
    session.back()
    #expect(run(&session, &host) == ["prepare 0", "begin 0", "show a", "run 1", "met", "wait 0"])
    try session.goTo(step: "three")
    #expect(run(&session, &host) == ["prepare 2", "begin 2", "run 1", "wait 2"])
    #expect(host.quantities["x"] == ArrayValue(3))
    session.proceed()
    session.back()
    #expect(run(&session, &host) == ["prepare 2", "begin 2", "run 1", "wait 2"])
    session.back()
    #expect(run(&session, &host).first == "prepare 1")
    #expect(
      throws: LessonNavigationError.unknownStep(
        "tow", known: ["one", "two", "three"], suggestions: ["two"])
    ) { try session.goTo(step: "tow") }
    #expect(run(&session, &host) == ["wait 1"])
  }

  @Test func beginsAtAStep() throws {
    var session = try LessonSession(lesson, atStep: "two")
    var host = FakeHost()
    #expect(
      run(&session, &host) == ["prepare 1", "begin 1", "run 2 fails", "met", "met", "wait 1"])
    #expect(throws: LessonNavigationError.self) { try LessonSession(lesson, atStep: "none") }
  }
}
