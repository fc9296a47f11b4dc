/// A line of NumPy: key and answer run on the same variables and must lead to the same values.
enum FormulaRules: QuestionRules {
  static let settings = ["result", "layout", "names", "batch", "property", "within"]

  static func problems(of question: Question) -> [LessonScriptError] { [] }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge {
    guard let property = material.question.settings.property else {
      return FormulaJudge(material.bench())
    }
    return PropertyJudge(material.bench(), property)
  }
}
