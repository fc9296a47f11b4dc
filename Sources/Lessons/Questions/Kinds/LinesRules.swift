/// Lines of the listing, by their numbers or quoted.
enum LinesRules: QuestionRules {
  static let settings: [String] = []
  static let dependsOnSeed = false

  static func problems(of question: Question) -> [LessonScriptError] {
    guard !question.listing.isEmpty else { return [question.missing("listing")] }
    let known = 1...question.listing.count
    var problems = question.malformedAnswers { answer in
      switch LineNumbers.read(answer.text, in: question) {
      case .success(let lines): return lines.isEmpty
      // A line with a slip in it, as `+=` for `-=`, is an answer that can be named.
      case .failure(.unknownQuote): return answer.role == .key
      case .failure: return true
      }
    }
    for line in question.optionalLines where !known.contains(line) {
      problems.append(
        LessonScriptError(.answerForm(.lines, found: String(line)), range: question.idRange))
    }
    return problems
  }

  static func judge(of material: JudgeMaterial) -> any AnswerJudge { LinesJudge(material) }
}
