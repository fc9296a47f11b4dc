/// Several lines, or a function: both run, then every case is evaluated after each of them.
enum CodeRules: QuestionRules {
  static let settings = ["call", "within"]

  static func problems(of question: Question) -> [LessonScriptError] {
    question.cases.isEmpty ? [question.missing("case")] : []
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge {
    CodeJudge(material.bench(trials: (material.trials + 1) / 2))
  }
}
