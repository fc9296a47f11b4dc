/// A sentence or two: judged leniently, by phrases of which each idea needs one.
enum TextRules: QuestionRules {
  static let settings = ["property"]
  static let dependsOnSeed = false

  static func problems(of question: Question) -> [LessonScriptError] {
    question.ideas.isEmpty ? [question.missing("idea")] : []
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { TextJudge(material) }
}
