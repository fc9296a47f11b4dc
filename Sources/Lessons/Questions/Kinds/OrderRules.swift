/// All options in the right order.
enum OrderRules: QuestionRules {
  static let settings: [String] = []
  static let dependsOnSeed = false

  static func problems(of question: Question) -> [LessonScriptError] {
    guard question.options.count > 1 else { return [question.missing("option")] }
    return question.malformedAnswers { answer in
      guard case .success(let ids) = OptionNames.read(answer.text, of: question.options) else {
        return true
      }
      return ids.count != question.options.count || Set(ids).count != ids.count
    }
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { OrderJudge(material) }
}
