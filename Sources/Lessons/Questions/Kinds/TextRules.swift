/// A sentence or two: judged leniently, by phrases of which each idea needs one.
enum TextRules: QuestionRules {
  static let settings: [String] = []

  static func problems(of question: Question) -> [LessonScriptError] {
    question.ideas.isEmpty ? [question.missing("idea")] : []
  }
}
