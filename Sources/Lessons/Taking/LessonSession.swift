import SourceText

/// A lesson under way: a plain state machine that says what to do next and is told how it went.
///
///     var lesson = LessonSession(script, asks: true)
///     loop: while true {
///       switch lesson.nextAction() {
///       case .run(let block, _): lesson.record(console.run(block))
///       case .judge(let claim, let result, let block):
///         show(claim.outcome(in: console, after: result, of: block))
///       case .waitForAnswer(let question):
///         let verdict = judge.judge(readLine()!, to: question).verdict
///         lesson.note(.judged(verdict, at: now))
///       case .wait, .finish: break loop
///       …
///       }
///     }
///
/// It holds no network and knows no console: whatever runs its lines keeps the state. While a
/// question is open and between two steps the learner may try lines; their effects are gone when the
/// lesson goes on, because the state is then brought back or prepared anew from the script.
///
/// A question is asked until it is settled: answered, passed over, or its solution shown. One that
/// was settled before is only recalled when its step comes again; ``goTo(_:asksAgain:)`` asks it once more.
public struct LessonSession: Sendable {
  /// The lesson.
  public let script: LessonScript
  /// The index of the step that is under way.
  public private(set) var stepIndex: Int
  /// Whether the last step is behind the learner.
  public private(set) var isFinished = false
  /// The question that waits for an answer, or nil.
  public private(set) var openQuestion: Question?
  /// What became of the questions so far, by their ids.
  public private(set) var answers: [String: AnswerRecord]
  private let waits: Bool
  private let asks: Bool
  private var queue: ArraySlice<LessonAction> = []
  private var isWaiting = false
  /// Whether the state may differ from what the lines up to here lead to.
  public private(set) var isDisturbed = false
  /// The question that is to be asked although it was settled before.
  private var reopened: String?
  private var lastBlock: LessonBlock?
  private var lastResult: LessonBlockResult?

  /// Begins a lesson.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - waits: whether it waits for the learner after each step, or runs through to the end.
  ///   - asks: whether it waits for answers to its questions, or only shows them.
  ///   - answers: what became of its questions in an earlier session.
  public init(
    _ script: LessonScript, waits: Bool = true, asks: Bool = false,
    answers: [String: AnswerRecord] = [:]
  ) {
    self.script = script
    self.waits = waits
    self.asks = asks
    self.answers = answers
    stepIndex = 0
    enter(0, prepares: true, introduces: true)
  }

  /// Begins a lesson at a step, or at a question.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - id: the id of the step; the steps before it are prepared without a word.
  ///   - waits: whether it waits for the learner after each step, or runs through to the end.
  ///   - asks: whether it waits for answers to its questions, or only shows them.
  ///   - answers: what became of its questions in an earlier session.
  ///   - question: the id of a question that is asked even if it was settled.
  /// - Throws: where no step has this id.
  public init(
    _ script: LessonScript, atStep id: String, waits: Bool = true, asks: Bool = false,
    answers: [String: AnswerRecord] = [:], question: String? = nil
  ) throws(LessonNavigationError) {
    self.init(script, waits: waits, asks: asks, answers: answers)
    queue = []
    guard let index = script.index(ofStep: id) else { throw unknownPlace(id) }
    enter(index, prepares: true)
    reopened = question
  }

  /// The id of the step that is under way.
  public var stepID: String { script.steps[stepIndex].id }

  /// What to do next. While the lesson waits it is ``LessonAction/wait(step:)`` or
  /// ``LessonAction/waitForAnswer(_:)`` again and again; at the end it is ``LessonAction/finish``.
  public mutating func nextAction() -> LessonAction {
    if isFinished { return .finish }
    if let openQuestion { return .waitForAnswer(openQuestion) }
    if isWaiting { return .wait(step: stepIndex) }
    if isDisturbed {
      isDisturbed = false
      return .restore
    }
    guard let action = queue.popFirst() else {
      if waits {
        isWaiting = true
        return .wait(step: stepIndex)
      }
      proceed()
      return nextAction()
    }
    switch action {
    case .judge(let expectation, _, _):
      return .judge(expectation, after: lastResult, of: lastBlock)
    case .run(let block, _):
      (lastBlock, lastResult) = (block, nil)
      return action
    case .ask(let question) where asks:
      let answer = answers[question.id] ?? AnswerRecord()
      if answer.isSettled, reopened != question.id { return .recall(question, answer) }
      openQuestion = question
      return action
    default: return action
    }
  }

  /// Notes how the block of the last ``LessonAction/run(_:expectsFailure:)`` ended.
  public mutating func record(_ result: LessonBlockResult) {
    lastResult = result
  }

  /// Notes that the learner ran a line that may have changed the state.
  public mutating func disturb() {
    isDisturbed = true
  }

  /// Notes that whatever the learner changed was undone.
  public mutating func calm() {
    isDisturbed = false
  }

  /// Leaves out what is left of the step under way.
  public mutating func skipRest() {
    queue = []
  }

  // MARK: Questions

  /// What is known of the question that is open; an empty record where none is.
  public var openAnswer: AnswerRecord {
    openQuestion.flatMap { answers[$0.id] } ?? AnswerRecord()
  }

  /// Notes what happened to the question that is open: an accepted answer, ``AnswerRecord/Event/skip``,
  /// ``AnswerRecord/Event/solution`` and ``AnswerRecord/Event/selfAssessed(_:)`` close it.
  ///
  /// - Precondition: a question is open, and one of sentences where the learner marks the answer.
  public mutating func note(_ event: AnswerRecord.Event) {
    guard let question = openQuestion else { preconditionFailure("no question is open") }
    precondition(question.kind == .text || !event.isByTheLearner, "\(question.kind) marked by hand")
    answers[question.id, default: AnswerRecord()].note(event)
    if event.closesQuestion {
      openQuestion = nil
      reopened = nil
    }
  }

  /// Forgets what became of the questions.
  public mutating func forgetAnswers() {
    answers = [:]
  }

  // MARK: Moving

  /// Goes on to the next step, or to the end after the last; a question that is open stays unsettled.
  public mutating func proceed() {
    openQuestion = nil
    guard stepIndex + 1 < script.steps.count else {
      isFinished = true
      return
    }
    // What the learner cut short was not run to its end.
    enter(stepIndex + 1, prepares: !queue.isEmpty)
  }

  /// Goes back one step; at the first step, begins it again. After the end, it is the last step.
  public mutating func back() {
    let target = isFinished ? stepIndex : max(0, stepIndex - 1)
    enter(target, prepares: true)
  }

  /// Goes to the step with an id, or to the step of a question, which is then asked even if it was
  /// settled. A step goes before a question of the same id, unless the question stands in it.
  ///
  /// - Parameter asksAgain: Whether a question in the step that has its id is asked again.
  /// - Throws: where there is none; the lesson stays where it was.
  public mutating func goTo(
    _ id: String, asksAgain: Bool = true
  ) throws(LessonNavigationError) {
    if let index = script.index(ofStep: id) {
      enter(index, prepares: true)
      if asksAgain, script.index(ofStepWithQuestion: id) == index { reopened = id }
    } else if let index = script.index(ofStepWithQuestion: id) {
      enter(index, prepares: true)
      reopened = id
    } else {
      throw unknownPlace(id)
    }
  }

  private func unknownPlace(_ id: String) -> LessonNavigationError {
    let ids = script.steps.map(\.id)
    let questions = script.questions.map(\.id)
    return .unknownStep(
      id, known: ids, suggestions: Spelling.suggestions(for: id, among: ids + questions))
  }

  private mutating func enter(_ index: Int, prepares: Bool, introduces: Bool = false) {
    if index != stepIndex { reopened = nil }
    stepIndex = index
    isFinished = false
    isWaiting = false
    openQuestion = nil
    (lastBlock, lastResult) = (nil, nil)
    var actions: [LessonAction] = introduces ? [.introduce] : []
    if prepares {
      actions.append(.prepare(step: index, blocks: script.blocks(beforeStep: index)))
      isDisturbed = false
    }
    actions.append(.begin(step: index))
    let items = script.steps[index].items
    for (number, item) in items.enumerated() {
      switch item {
      case .text(let text): actions.append(.show(text))
      case .block(let block):
        let fails = number + 1 < items.count && items[number + 1].isFailure
        actions.append(.run(block, expectsFailure: fails))
      case .expectation(let expectation):
        actions.append(.judge(expectation, after: nil, of: nil))
      case .question(let question): actions.append(.ask(question))
      }
    }
    queue = actions[...]
  }
}

extension AnswerRecord.Event {
  /// Whether the question is settled by it.
  fileprivate var closesQuestion: Bool {
    switch self {
    case .judged(let verdict, _): verdict.isAccepted
    case .hint, .comparison: false
    case .skip, .solution, .selfAssessed: true
    }
  }

  /// Whether it belongs to an answer that the learner marks, not the judge.
  fileprivate var isByTheLearner: Bool {
    switch self {
    case .comparison, .selfAssessed: true
    case .judged, .hint, .skip, .solution: false
    }
  }
}

extension LessonItem {
  /// Whether this expects the line before it to fail.
  fileprivate var isFailure: Bool {
    if case .expectation(let expectation) = self, case .failure = expectation.kind {
      true
    } else {
      false
    }
  }
}

/// Why a lesson does not go where it was told to go.
public enum LessonNavigationError: Error, Hashable, Sendable {
  /// No step and no question has this id.
  case unknownStep(String, known: [String], suggestions: [String])
}
