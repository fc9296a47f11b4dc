import SourceText

/// What a kind of question needs and how answers to it are judged. A new kind is one file with its
/// rules, and one line here.
protocol QuestionRules {
  /// The options of the `@ask` line that it knows.
  static var settings: [String] { get }
  /// What is wrong with the form of a question of this kind, as far as it can be seen without
  /// running anything.
  static func problems(of question: Question) -> [LessonScriptError]
  /// What judges answers to a question of this kind.
  static func judge(of material: JudgeMaterial) -> any AnswerJudge
  /// Whether a judgement can differ from seed to seed: where something is computed.
  static var dependsOnSeed: Bool { get }
}

extension QuestionRules {
  static var dependsOnSeed: Bool { true }
}

/// Judges answers to one question, whose variables have their values.
protocol AnswerJudge {
  /// Why the key leads to nothing; nil where it does as it should.
  var fault: AnswerError? { get }
  /// Judges an answer.
  ///
  /// - Parameter explains: whether slips and counter-examples are looked for.
  func judge(_ answer: String, explains: Bool) -> Judgement
}

/// What a judge is made from.
struct JudgeMaterial {
  var question: Question
  var context: QuestionContext
  var seed: UInt32
  var trials: Int
  var runner: ProgramRunner

  /// A bench for answers that run.
  func bench(trials: Int? = nil) -> AnswerBench {
    AnswerBench(question, in: context, seed: seed, trials: trials ?? self.trials, runner: runner)
  }
}

extension Question.Kind {
  /// The rules of the kind.
  var rules: any QuestionRules.Type {
    switch self {
    case .formula: FormulaRules.self
    case .code: CodeRules.self
    case .choice: ChoiceRules.self
    case .number: NumberRules.self
    case .lines: LinesRules.self
    case .network: NetworkRules.self
    case .order: OrderRules.self
    case .match: MatchRules.self
    case .text: TextRules.self
    }
  }
}

extension Question {
  /// The error that a question of its kind cannot do without a part.
  func missing(_ part: String) -> LessonScriptError {
    LessonScriptError(.missingPart(part), range: idRange)
  }

  /// The key and all sample answers that must have the form of an answer, which those that must be
  /// invalid need not.
  var wellFormedAnswers: [SampleAnswer] { [key] + samples.filter { $0.role != .invalid } }

  /// An error for each answer that does not have the form of an answer.
  func malformedAnswers(where isMalformed: (SampleAnswer) -> Bool) -> [LessonScriptError] {
    wellFormedAnswers.filter(isMalformed).map {
      LessonScriptError(.answerForm(kind, found: $0.text), range: $0.range)
    }
  }
}
