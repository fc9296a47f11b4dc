/// One of several options, or several of them.
enum ChoiceRules: QuestionRules {
  static let settings = ["select"]
  static let dependsOnSeed = false

  static func problems(of question: Question) -> [LessonScriptError] {
    guard question.options.count > 1 else { return [question.missing("option")] }
    return question.malformedAnswers { answer in
      guard case .success(let ids) = OptionNames.read(answer.text, of: question.options) else {
        return true
      }
      return ids.isEmpty || !question.settings.selectsSeveral && ids.count > 1
    }
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { ChoiceJudge(material) }
}
