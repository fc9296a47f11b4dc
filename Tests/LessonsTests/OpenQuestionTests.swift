import Lessons
import LinearAlgebra
import Testing

@Suite("Questions of a lesson under way")
struct OpenQuestionTests {
  /// A question that nothing needs to be known of but its id.
  private static func question(_ id: String) -> String {
    """
    @ask \(id) choice
    @prompt ja どれ
    @prompt en Which?
    @option a 1
    @option b 2
    @key a
    @wrong b => no
    @feedback no ja いいえ
    @feedback no en no
    @hint ja 一
    @hint en one
    @hint ja 二
    @hint en two
    @why ja なぜ
    @why en why
    @end

    """
  }

  private let lesson = script(
    """
    @step first
    x = 1
    \(question("p"))
    x += 1
    @expect x = 2
    \(question("q"))
    @step second
    \(question("r"))
    """)

  @Test("a question waits until an answer is accepted, then the step goes on")
  func answered() {
    var session = LessonSession(lesson, asks: true)
    var host = FakeHost()
    let first = ["introduce", "prepare 0", "begin 0", "run 1", "ask p", "answer p"]
    #expect(host.take(&session) == first)
    #expect(session.openQuestion?.id == "p")
    for verdict in [Judgement.Verdict.invalid, .wrong, .partial, .wrong] {
      session.note(.judged(verdict, at: 10))
      #expect(host.take(&session) == ["answer p"])
    }
    #expect(session.openAnswer.attempts == 3)
    #expect(session.openAnswer.standing == .partial)
    session.note(.judged(.right, at: 11.9))
    #expect(session.openQuestion == nil)
    #expect(host.take(&session) == ["run 1", "met", "ask q", "answer q"])
    session.note(.hint)
    #expect(session.openAnswer.hints == 1)
    session.note(.judged(.alternative, at: 12))
    #expect(host.take(&session) == ["wait 0"])
    #expect(session.answers["p"]?.lastAttempt == 11)
    #expect(session.answers.mapValues(\.standing) == ["p": .right, "q": .alternative])
  }

  @Test("skip and solution close a question, a hint does not", arguments: [true, false])
  func closed(_ skips: Bool) {
    var session = LessonSession(lesson, asks: true)
    var host = FakeHost()
    _ = host.take(&session)
    session.note(.hint)
    #expect(host.take(&session) == ["answer p"])
    session.note(skips ? .skip : .solution)
    #expect(host.take(&session) == ["run 1", "met", "ask q", "answer q"])
    #expect(session.answers["p"]?.standing == (skips ? .skipped : .shown))
  }

  @Test("a sentence stays open beside the model answer, until its learner has marked it")
  func selfAssessed() {
    var lesson = lesson
    for step in lesson.steps.indices {
      for item in lesson.steps[step].items.indices {
        guard case .question(var question) = lesson.steps[step].items[item] else { continue }
        question.kind = .text
        lesson.steps[step].items[item] = .question(question)
      }
    }
    for isTheSame in [true, false] {
      var session = LessonSession(lesson, asks: true)
      var host = FakeHost()
      _ = host.take(&session)
      session.note(.judged(.partial, at: 0))
      session.note(.comparison)
      #expect(host.take(&session) == ["answer p"])
      // Whoever closes the window now has seen the model answer.
      #expect(session.answers["p"]?.standing == .shown)
      session.note(.selfAssessed(isTheSame))
      #expect(host.take(&session) == ["run 1", "met", "ask q", "answer q"])
      #expect(session.answers["p"]?.standing == (isTheSame ? .selfAssessed : .shown))
    }
  }

  @Test("what was tried while a question was open is gone when the step goes on")
  func disturbance() {
    var session = LessonSession(lesson, asks: true)
    var host = FakeHost()
    _ = host.take(&session)
    host.quantities["x"] = ArrayValue(99)
    session.disturb()
    // Nothing is brought back before the lesson goes on.
    #expect(session.nextAction() == .waitForAnswer(lesson.questions[0]))
    session.note(.judged(.right, at: 0))
    #expect(host.take(&session) == ["restore", "run 1", "met", "ask q", "answer q"])
  }

  @Test("a settled question is recalled, not asked; goto asks it again")
  func revisited() throws {
    var session = LessonSession(lesson, asks: true)
    var host = FakeHost()
    _ = host.take(&session)
    session.note(.skip)
    _ = host.take(&session)
    session.back()
    let again = ["prepare 0", "begin 0", "run 1"]
    #expect(
      host.take(&session) == again + ["recall p skipped", "run 1", "met", "ask q", "answer q"])
    try session.goTo("p")
    #expect(host.take(&session) == again + ["ask p", "answer p"])
    session.note(.judged(.right, at: 0))
    #expect(host.take(&session) == ["run 1", "met", "ask q", "answer q"])
    session.note(.skip)
    _ = host.take(&session)
    session.proceed()
    #expect(host.take(&session) == ["begin 1", "ask r", "answer r"])
    // From another step, too; leaving it unanswered keeps what there was.
    try session.goTo("q")
    #expect(
      host.take(&session) == again + ["recall p right", "run 1", "met", "ask q", "answer q"])
    session.proceed()
    #expect(session.answers["q"]?.standing == .skipped)
    #expect(host.take(&session) == ["begin 1", "ask r", "answer r"])
    let error = LessonNavigationError.unknownStep(
      "secnd", known: ["first", "second"], suggestions: ["second"])
    #expect(throws: error) { try session.goTo("secnd") }
  }

  @Test("an earlier session's answers are recalled, and its open question is asked again")
  func resumed() throws {
    var answers: [String: AnswerRecord] = [:]
    answers["p", default: AnswerRecord()].note(.judged(.right, at: 0))
    answers["q", default: AnswerRecord()].note(.hint)
    var session = try LessonSession(lesson, atStep: "first", asks: true, answers: answers)
    var host = FakeHost()
    let start = ["prepare 0", "begin 0", "run 1"]
    #expect(
      host.take(&session) == start + ["recall p right", "run 1", "met", "ask q", "answer q"])
    #expect(session.openAnswer.hints == 1)
    var reopened = try LessonSession(
      lesson, atStep: "first", asks: true, answers: answers, question: "p")
    #expect(host.take(&reopened) == start + ["ask p", "answer p"])
    reopened.forgetAnswers()
    #expect(reopened.openAnswer == AnswerRecord())
  }

  @Test("without asking, a replay and a single step only show their questions")
  func shownOnly() throws {
    var host = FakeHost()
    var replay = LessonSession(lesson, waits: false)
    #expect(host.take(&replay).suffix(3) == ["begin 1", "ask r", "finish"])
    var step = try LessonSession(lesson, atStep: "second")
    #expect(host.take(&step) == ["prepare 1", "begin 1", "ask r", "wait 1"])
  }
}

@Suite("Records of answers")
struct AnswerRecordTests {
  private func record(_ events: AnswerRecord.Event...) -> AnswerRecord {
    var record = AnswerRecord()
    for event in events { record.note(event) }
    return record
  }

  @Test("the best verdict counts, invalid answers do not")
  func verdicts() {
    #expect(record().standing == .open)
    #expect(record(.judged(.invalid, at: 5)) == AnswerRecord())
    #expect(record(.judged(.partial, at: 0), .judged(.wrong, at: 0)).standing == .partial)
    #expect(record(.judged(.right, at: 0), .judged(.wrong, at: 0)).standing == .right)
    #expect(record(.judged(.alternative, at: 0), .judged(.right, at: 0)).standing == .right)
    for verdict in Judgement.Verdict.allCases {
      #expect(record(.judged(verdict, at: 0)).isSettled == verdict.isAccepted)
    }
  }

  @Test("a skipped question can be answered later; a solution that was shown stays known")
  func marks() {
    #expect(record(.skip, .judged(.right, at: 0)).standing == .right)
    #expect(record(.skip, .judged(.wrong, at: 0)).standing == .skipped)
    #expect(record(.solution, .judged(.right, at: 0)).standing == .shown)
    #expect(record(.judged(.right, at: 0), .solution).standing == .right)
    #expect(record(.judged(.right, at: 0), .skip).standing == .right)
    #expect(record(.solution, .skip).standing == .shown)
    #expect(record(.skip, .solution).standing == .shown)
  }

  @Test("what a learner marks is known as such, and never goes before an accepted answer")
  func selfAssessment() {
    let wrong = AnswerRecord.Event.judged(.wrong, at: 0)
    let right = AnswerRecord.Event.judged(.right, at: 0)
    #expect(record(wrong, .comparison).standing == .shown)
    #expect(record(wrong, .comparison, .selfAssessed(true)).standing == .selfAssessed)
    #expect(record(wrong, .comparison, .selfAssessed(false)).standing == .shown)
    #expect(record(.skip, wrong, .comparison, .selfAssessed(true)).standing == .selfAssessed)
    #expect(record(right, wrong, .comparison, .selfAssessed(true)).standing == .right)
    let marked = record(wrong, .comparison, .selfAssessed(true))
    #expect(marked.isSettled && !marked.isAccepted && marked.attempts == 1)
    // Whoever answers again has seen the model answer; whoever marks again may think otherwise.
    let more: [[AnswerRecord.Event]] = [[right], [.skip], [.solution], [wrong, .comparison]]
    for events in more {
      var again = marked
      for event in events { again.note(event) }
      #expect(again.standing == .selfAssessed, "\(events)")
    }
    #expect(
      record(wrong, .comparison, .selfAssessed(true), .selfAssessed(false)).standing == .shown)
  }

  @Test("a time that is none is left out", arguments: [Double.nan, .infinity, 1e300])
  func times(_ seconds: Double) {
    #expect(record(.judged(.right, at: seconds)).lastAttempt == nil)
  }
}
