import Lessons
import Localization

extension LessonPlayer {
  /// Shows a question with its reference answer and the reason, as a replay does.
  func show(_ question: Question) {
    output(.gap)
    for result in QuestionText.question(question) + QuestionText.solution(of: question) {
      output(result)
    }
  }
}

/// Questions as results to show.
enum QuestionText {
  /// What is asked: the prompt, the listing with its line numbers, items and options.
  static func question(_ question: Question) -> [Output] {
    var results: [Output] = [
      .paragraph(
        LocalizedText(ja: "問い: " + question.prompt.ja, en: "Question: " + question.prompt.en),
        .heading)
    ]
    if !question.listing.isEmpty {
      let width = String(question.listing.count).count
      results.append(
        .code(
          question.listing.enumerated().map { index, line in
            let number = String(index + 1)
            return String(repeating: " ", count: width - number.count) + number + "  " + line
          }))
    }
    if let start = question.start {
      results.append(
        .code(start.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)))
    }
    for choice in question.items + question.options {
      results.append(
        .paragraph(
          LocalizedText(
            ja: "  \(choice.id)) \(choice.text.ja)", en: "  \(choice.id)) \(choice.text.en)"),
          .plain))
    }
    return results
  }

  /// The key, and why it is right.
  static func solution(of question: Question) -> [Output] {
    var results: [Output] = [.line(ja: "解答例:", en: "an answer:", .dim)]
    if let model = question.modelAnswer {
      results.append(.paragraph(model, .plain))
    } else {
      results.append(
        .code(
          question.key.text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(
            String.init)))
    }
    results.append(.paragraph(question.explanation, .plain))
    return results
  }
}
