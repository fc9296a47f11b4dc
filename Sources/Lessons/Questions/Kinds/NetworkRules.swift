/// The layers of a network: their number and sizes, and the activations where the key has some.
enum NetworkRules: QuestionRules {
  static let settings: [String] = []

  static func problems(of question: Question) -> [LessonScriptError] {
    question.malformedAnswers { NetworkPlan(reading: $0.text) == nil }
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { NetworkJudge(material) }
}
