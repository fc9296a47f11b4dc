/// A number, or a list of them: the answer may be any expression that leads to it.
enum NumberRules: QuestionRules {
  static let settings = ["within"]

  static func problems(of question: Question) -> [LessonScriptError] { [] }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge {
    NumberJudge(material.bench(trials: 1))
  }
}
