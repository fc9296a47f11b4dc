import Localization

/// Judges answers to the questions of lessons.
///
///     let judge = Judge(seed: 7)
///     let shown = judge.presented(question, in: context)     // the numbers of seed 7 in its texts
///     let judgement = judge.judge("np.dot(x, W)", to: question, in: context)
///     judgement.verdict   // .wrong
///     judgement.feedback  // .slip(.missingBias)
///     judgement.evidence  // the first element that differs, small numbers to paste …
///
/// The same seed gives the same numbers and the same judgement. Formulas and code are run beside the
/// key, other answers are compared by what they mean; texts are never compared as texts. An answer
/// is untrusted: it is bounded in length and steps, and reaches neither files nor processes.
///
/// What a person sees of a judgement is worded elsewhere: it is data in every part.
public struct Judge {
  /// The seed of everything random.
  public let seed: UInt32
  /// How many shapes and values a formula is run on.
  public let trials: Int
  private let shouldStop: () -> Bool

  /// Makes a judge.
  ///
  /// - Parameters:
  ///   - seed: the seed; a learner keeps theirs, so that a question stays the same question.
  ///   - trials: how many shapes and values a formula is run on.
  ///   - shouldStop: asked now and then; true makes the answer that runs invalid.
  public init(seed: UInt32, trials: Int = 20, shouldStop: @escaping () -> Bool = { false }) {
    (self.seed, self.trials, self.shouldStop) = (seed, trials, shouldStop)
  }

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - answer: what the learner typed, with all its lines. For a network it may be empty: then the
  ///     context's network is judged.
  ///   - question: the question as it stands in the lesson.
  ///   - context: the console's values when the question is asked.
  /// - Complexity: at most ``trials`` runs of the answer and, where it is wrong, some hundred runs of
  ///   changed keys and of the answer on small numbers.
  public func judge(
    _ answer: String, to question: Question, in context: QuestionContext = QuestionContext()
  ) -> Judgement {
    guard answer.utf8.count <= ProgramRunner.textLimit else {
      return Judgement(
        verdict: .invalid, error: .tooLong(limit: ProgramRunner.textLimit), seed: seed)
    }
    if NoIdea.isSaid(by: answer) {
      return Judgement(verdict: .invalid, error: .noIdea, seed: seed)
    }
    let judge = question.kind.rules.judge(of: material(question, context))
    if let fault = judge.fault {
      return Judgement(verdict: .invalid, error: .brokenQuestion(fault), seed: seed)
    }
    var judgement = judge.judge(answer, explains: true)
    if case .own(let id, let text)? = judgement.feedback, text.ja.contains("{") {
      // The numbers of this seed stand in the feedback, too.
      judgement.feedback = presented(question, in: context).namedFeedback(id)
    }
    return judgement
  }

  /// The question with the values of its variables in its texts: `{a}` becomes the number that this
  /// seed gives a.
  public func presented(
    _ question: Question, in context: QuestionContext = QuestionContext()
  ) -> Question {
    QuestionPresentation(material(question, context)).question
  }

  /// What answers to one question are judged with; it is made once for many answers.
  func material(_ question: Question, _ context: QuestionContext) -> JudgeMaterial {
    JudgeMaterial(
      question: question, context: context, seed: seed, trials: trials,
      runner: ProgramRunner(shouldStop: shouldStop))
  }
}
