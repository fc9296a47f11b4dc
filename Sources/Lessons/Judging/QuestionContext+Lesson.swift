extension QuestionContext {
  /// The console's values at the moments when a lesson asks its questions: all lines before a
  /// question have run.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - host: what runs its lines; it begins afresh.
  ///   - last: the id of the question after which no more lines run; nil for the whole lesson.
  /// - Returns: the contexts by the ids of their questions.
  public static func contexts(
    in script: LessonScript, host: inout some LessonHost, upTo last: String? = nil
  ) -> [String: QuestionContext] {
    host.restart(for: script)
    var contexts: [String: QuestionContext] = [:]
    for item in script.steps.flatMap(\.items) {
      switch item {
      case .block(let block): _ = host.run(block)
      case .question(let question):
        contexts[question.id] = QuestionContext(host)
        if question.id == last { return contexts }
      case .text, .expectation: break
      }
    }
    return contexts
  }
}

extension LessonScript {
  /// The question that is meant where only the lesson is named: the confirmation test's, `test`, or
  /// the only one.
  public var mainQuestion: Question? {
    questions.first { $0.id == "test" } ?? (questions.count == 1 ? questions[0] : nil)
  }
}
