import Localization
public import SourceText

/// Proves that a question does what its author says: the key is right, every answer that the script
/// names gets its verdict and its feedback, and what the learner starts from does not pass.
public enum QuestionProof {
  /// Something that a question promises and does not keep.
  public struct Finding: Sendable {
    /// What it is.
    public var problem: Problem
    /// Where it stands in the script.
    public var range: SourceRange
    /// The first seed with which it was found.
    public var seed: UInt32

    /// Makes a finding.
    public init(problem: Problem, range: SourceRange, seed: UInt32) {
      (self.problem, self.range, self.seed) = (problem, range, seed)
    }
  }

  /// The kinds of finding.
  public enum Problem: Sendable {
    /// The key leads to no value.
    case keyFails(AnswerError)
    /// The key, or a model answer, is not judged right.
    case keyRejected(Judgement)
    /// An answer gets another verdict than its part says.
    case otherVerdict(Question.SampleAnswer, Judgement)
    /// An answer gets other feedback than it says.
    case otherFeedback(Question.SampleAnswer, Judgement)
    /// What the answer starts from passes already.
    case startPasses
    /// A name in braces in a text is no variable of the question.
    case unknownPlaceholder(String)
  }

  /// How many seeds are tried where nothing else is asked for.
  public static let standardSeeds = 20

  /// Tries a question with several seeds.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - context: the console's values when the question is asked.
  ///   - seeds: how many seeds, from 0 on.
  ///   - shouldStop: asked now and then; true ends whatever runs.
  /// - Returns: each finding once, with the first seed that shows it.
  /// - Complexity: for each seed as many runs of each answer as there are variants, at least four.
  public static func findings(
    in question: Question, context: QuestionContext = QuestionContext(),
    seeds: Int = standardSeeds, shouldStop: @escaping () -> Bool = { false }
  ) -> [Finding] {
    var proof = Proof(question: question)
    let runner = ProgramRunner(shouldStop: shouldStop)
    for seed in 0..<UInt32(clamping: max(1, seeds)) where !shouldStop() {
      let material = JudgeMaterial(
        question: question, context: context, seed: seed, trials: 4, runner: runner)
      if !proof.run(material) { break }
    }
    return proof.findings
  }
}

/// The findings in one question while it is tried.
private struct Proof {
  let question: Question
  var findings: [QuestionProof.Finding] = []
  private var reported: Set<String> = []

  init(question: Question) {
    self.question = question
  }

  private mutating func report(
    _ problem: QuestionProof.Problem, _ range: SourceRange, _ seed: UInt32, _ name: String
  ) {
    guard reported.insert("\(name) \(range.start.line)").inserted else { return }
    findings.append(QuestionProof.Finding(problem: problem, range: range, seed: seed))
  }

  /// Tries one seed; false where no other need be tried.
  mutating func run(_ material: JudgeMaterial) -> Bool {
    let judge = question.kind.rules.judge(of: material)
    if let fault = judge.fault {
      report(.keyFails(fault), question.key.range, material.seed, "key")
      return false
    }
    let keys = question.modelAnswer.map { [$0.ja, $0.en] } ?? [question.key.text]
    for key in keys {
      let judgement = judge.judge(key, explains: false)
      if judgement.verdict != .right {
        report(.keyRejected(judgement), question.key.range, material.seed, "key")
      }
    }
    for sample in question.samples {
      let judgement = judge.judge(sample.text, explains: false)
      if !sample.role.allows(judgement.verdict) {
        report(.otherVerdict(sample, judgement), sample.range, material.seed, "verdict")
      } else if let feedback = sample.feedback, judgement.feedback?.id != feedback {
        report(.otherFeedback(sample, judgement), sample.range, material.seed, "feedback")
      }
    }
    if judge.judge(question.start ?? "", explains: false).verdict.isAccepted {
      report(.startPasses, question.idRange, material.seed, "start")
    }
    for name in QuestionPresentation(material).unknownNames {
      report(.unknownPlaceholder(name), question.idRange, material.seed, "{\(name)}")
    }
    return question.kind.rules.dependsOnSeed
  }
}

extension Question.SampleAnswer.Role {
  /// Whether an answer of this role may get a verdict.
  fileprivate func allows(_ verdict: Judgement.Verdict) -> Bool {
    switch self {
    case .key: verdict == .right
    case .accept: verdict.isAccepted
    case .partial: verdict == .partial
    case .wrong: verdict == .wrong
    case .invalid: verdict == .invalid
    }
  }
}
