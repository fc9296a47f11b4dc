public import Localization

/// What to do next in a lesson.
public enum LessonAction: Hashable, Sendable {
  /// Show the lesson's title and introduction.
  case introduce
  /// Bring the state to the start of a step: begin afresh and run these blocks without a word.
  /// Whether their lines fail does not matter.
  case prepare(step: Int, blocks: [LessonBlock])
  /// Bring back the state as it was when the lesson began to wait: the learner has tried lines since.
  case restore
  /// Show the heading of a step.
  case begin(step: Int)
  /// Show text.
  case show(LocalizedText)
  /// Run lines, show them and what they lead to, and tell the session by
  /// ``LessonSession/record(_:)``. Where an error is expected, a failure is part of the lesson.
  case run(LessonBlock, expectsFailure: Bool)
  /// Judge an expectation by how the block before it ended.
  case judge(Expectation, after: LessonBlockResult?, of: LessonBlock?)
  /// Show a question. A lesson that asks waits for answers next; a replay shows the key, too.
  case ask(Question)
  /// Show a question that was settled before, and go on.
  case recall(Question, AnswerRecord)
  /// Wait for an answer to the question that is open, or for a command that settles it.
  case waitForAnswer(Question)
  /// Give the prompt to the learner until a command moves the lesson on.
  case wait(step: Int)
  /// The lesson is over.
  case finish
}
