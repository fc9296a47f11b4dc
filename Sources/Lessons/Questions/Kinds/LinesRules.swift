/// Lines of the listing, by their numbers or quoted.
enum LinesRules: QuestionRules {
  static let settings: [String] = []

  static func problems(of question: Question) -> [LessonScriptError] {
    guard !question.listing.isEmpty else { return [question.missing("listing")] }
    let known = 1...question.listing.count
    var problems = question.malformedAnswers { answer in
      guard case .success(let lines) = LineNumbers.read(answer.text, in: question) else {
        return true
      }
      return lines.isEmpty
    }
    for line in question.optionalLines where !known.contains(line) {
      problems.append(
        LessonScriptError(.answerForm(.lines, found: String(line)), range: question.idRange))
    }
    return problems
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { LinesJudge(material) }
}
