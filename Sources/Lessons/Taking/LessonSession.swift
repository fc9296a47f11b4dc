import SourceText

/// A lesson under way: a plain state machine that says what to do next and is told how it went.
///
///     var lesson = LessonSession(script)
///     loop: while true {
///       switch lesson.nextAction() {
///       case .run(let block, _): lesson.record(console.run(block))
///       case .judge(let claim, let result, let block):
///         show(claim.outcome(in: console, after: result, of: block))
///       case .wait, .finish: break loop
///       …
///       }
///     }
///
/// It holds no network and knows no console: whatever runs its lines keeps the state. Between two
/// steps the learner may try lines; their effects are gone when the next step begins, because the
/// state is then prepared anew from the script.
public struct LessonSession: Sendable {
  /// The lesson.
  public let script: LessonScript
  /// The index of the step that is under way.
  public private(set) var stepIndex: Int
  /// Whether the last step is behind the learner.
  public private(set) var isFinished = false
  private let waits: Bool
  private var queue: ArraySlice<LessonAction> = []
  private var isWaiting = false
  /// Whether the state may differ from what the lines up to here lead to.
  private var isDisturbed = false
  private var lastBlock: LessonBlock?
  private var lastResult: LessonBlockResult?

  /// Begins a lesson.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - waits: whether it waits for the learner after each step, or runs through to the end.
  public init(_ script: LessonScript, waits: Bool = true) {
    self.script = script
    self.waits = waits
    stepIndex = 0
    enter(0, prepares: true, introduces: true)
  }

  /// Begins a lesson at a step.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - id: the id of the step; the steps before it are prepared without a word.
  ///   - waits: whether it waits for the learner after each step, or runs through to the end.
  /// - Throws: where no step has this id.
  public init(
    _ script: LessonScript, atStep id: String, waits: Bool = true
  ) throws(LessonNavigationError) {
    self.init(script, waits: waits)
    queue = []
    try goTo(step: id)
  }

  /// The id of the step that is under way.
  public var stepID: String { script.steps[stepIndex].id }

  /// What to do next. While the lesson waits it is ``LessonAction/wait(step:)`` again and again; at
  /// the end it is ``LessonAction/finish``.
  public mutating func nextAction() -> LessonAction {
    if isFinished { return .finish }
    if isWaiting { return .wait(step: stepIndex) }
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

  /// Leaves out what is left of the step under way.
  public mutating func skipRest() {
    queue = []
  }

  // MARK: Moving

  /// Goes on to the next step, or to the end after the last.
  public mutating func proceed() {
    guard stepIndex + 1 < script.steps.count else {
      isFinished = true
      return
    }
    // What the learner cut short was not run to its end.
    enter(stepIndex + 1, prepares: isDisturbed || !queue.isEmpty)
  }

  /// Goes back one step; at the first step, begins it again. After the end, it is the last step.
  public mutating func back() {
    let target = isFinished ? stepIndex : max(0, stepIndex - 1)
    enter(target, prepares: true)
  }

  /// Goes to the step with an id.
  ///
  /// - Throws: where there is none; the lesson stays where it was.
  public mutating func goTo(step id: String) throws(LessonNavigationError) {
    guard let index = script.index(ofStep: id) else {
      let ids = script.steps.map(\.id)
      throw .unknownStep(id, known: ids, suggestions: Spelling.suggestions(for: id, among: ids))
    }
    enter(index, prepares: true)
  }

  private mutating func enter(_ index: Int, prepares: Bool, introduces: Bool = false) {
    stepIndex = index
    isFinished = false
    isWaiting = false
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
  /// No step has this id.
  case unknownStep(String, known: [String], suggestions: [String])
}
