/// An option, or a line of the listing, for each item.
enum MatchRules: QuestionRules {
  static let settings: [String] = []
  static let dependsOnSeed = false

  static func problems(of question: Question) -> [LessonScriptError] {
    if question.items.isEmpty { return [question.missing("item")] }
    if question.options.isEmpty, question.listing.isEmpty { return [question.missing("option")] }
    return question.malformedAnswers { answer in
      guard case .success(let pairs) = Pairs.read(answer.text, of: question) else { return true }
      return pairs.choices.count != question.items.count
    }
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { MatchJudge(material) }
}
