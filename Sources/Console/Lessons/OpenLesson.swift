import Lessons

/// The lesson that is open in a session, and what the session was before it.
struct OpenLesson {
  /// Where the lesson stands.
  var progress: LessonSession
  /// The seed of the numbers in its questions.
  let seed: UInt32
  /// What `leave` goes back to.
  let outside: Boxed<Session.Sandboxed>
  /// The state when the lesson began to wait, which it goes on from.
  var checkpoint: Boxed<Session.Sandboxed>?
  /// The question that was asked last, with the numbers of the learner.
  var asked: Boxed<AskedQuestion>?
  /// What `resume` goes back to; nil where no lines are being tried.
  var sandbox: Sandbox?

  /// What is set aside while lines are tried.
  struct Sandbox {
    var state: Boxed<Session.Sandboxed>
    var wasDisturbed: Bool
  }

  /// The question that takes answers now: none while lines are tried.
  var openQuestion: Question? { sandbox == nil ? progress.openQuestion : nil }

  /// The prompt of the lesson: its id, the number of the step, and what a line is taken for.
  var promptText: String {
    let place = "\(progress.script.id) \(progress.stepIndex + 1)"
    if sandbox != nil { return place + " play> " }
    guard progress.openQuestion != nil else { return place + "> " }
    return place + (asked?.value.isCompared == true ? " y/n> " : " ?> ")
  }
}

/// A question as it is asked: with the learner's numbers in its texts, and the values of the console
/// that its key may use.
struct AskedQuestion {
  /// The question as it stands in the lesson.
  let original: Question
  /// The question with the learner's numbers.
  let presented: Question
  /// The console's values when it was asked.
  let context: QuestionContext
  /// The last sentence that was not accepted: phrases alone judged it, so that the learner may.
  var ownAnswer: String?
  /// Whether it stands beside the model answer, and the learner is asked whether they say the same.
  var isCompared = false

  /// Asks a question in the state of a lesson.
  init(_ question: Question, in state: some LessonState, judge: Judge) {
    original = question
    context = QuestionContext(state)
    presented = judge.presented(question, in: context)
  }

  /// Judges an answer.
  func judgement(of answer: String, by judge: Judge) -> Judgement {
    judge.judge(answer, to: original, in: context)
  }
}
