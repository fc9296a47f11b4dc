import Lessons
import Localization

extension LessonPlayer {
  /// Shows a question.
  func show(_ question: Question) {
    output(.gap)
    for result in QuestionText.question(question) { output(result) }
    if !isReplay { output(.line(question.guide, .dim)) }
  }

  /// Shows the reference answer as it is typed, its verdict and the reason, as a replay does.
  func answer(_ asked: AskedQuestion, _ judge: Judge, prompt: String) {
    let answer = asked.presented.referenceAnswer
    output(.answered(answer, prompt: prompt))
    let typed = answer[host.session.language]
    for result in JudgementText.outputs(asked.judgement(of: typed, by: judge), answer: typed) {
      output(result)
    }
    output(.paragraph(asked.presented.explanation, .plain))
  }

  /// Says in one line what became of a question that is not asked again.
  func recall(_ question: Question, _ answer: AnswerRecord) {
    let standing = answer.standing.wording
    output(.gap)
    output(
      .line(
        ja: "問い \(question.id): \(standing.ja) (goto \(question.id) でもう一度)",
        en: "question \(question.id): \(standing.en) (goto \(question.id) asks it again)", .dim))
  }
}

/// Questions as results to show.
enum QuestionText {
  /// What is asked: the prompt, the listing with its line numbers, items and options.
  static func question(_ question: Question) -> [Output] {
    var results: [Output] = [
      .line(ja: "問い \(question.id):", en: "question \(question.id):", .dim),
      .paragraph(question.prompt, .heading),
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
    if let start = question.start { results.append(.code(start.allLines)) }
    for choice in question.items + question.options {
      results.append(
        .paragraph(
          indented(
            LocalizedText(
              ja: "\(choice.id)) \(choice.text.ja)", en: "\(choice.id)) \(choice.text.en)")),
          .plain))
    }
    return results
  }

  /// An option, its further lines below the first word.
  private static func indented(_ option: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "  " + option.ja.replacing("\n", with: "\n     "),
      en: "  " + option.en.replacing("\n", with: "\n     "))
  }

  /// Why the key is right; after a sentence, the model answer, too: phrases alone have judged it, and
  /// the learner can compare the two.
  static func explanation(of question: Question) -> [Output] {
    question.modelAnswer == nil
      ? [.paragraph(question.explanation, .plain)] : solution(of: question)
  }

  /// The learner's own answer beside the model answer, and the question whether they say the same.
  static func comparison(in asked: AskedQuestion) -> [Output] {
    let (own, model) = (asked.ownAnswer ?? "", asked.presented.referenceAnswer)
    var table = OutputTable([
      .prose(ja: "あなたの答え", en: "your answer"), .prose(ja: "解答例", en: "model answer"),
    ])
    table.rows.append([OutputTable.Cell(own), OutputTable.Cell(ja: model.ja, en: model.en)])
    return [
      .table(table),
      .line(
        ja: "同じことを言っていますか。y (はい) か n (いいえ) で答えてください。",
        en: "Does yours say the same? Type y (yes) or n (no).", .note),
    ]
  }

  /// The key, and why it is right.
  static func solution(of question: Question) -> [Output] {
    var results: [Output] = [.line(ja: "解答例:", en: "an answer:", .dim)]
    if let model = question.modelAnswer {
      results.append(.paragraph(model, .plain))
    } else if question.namedByKey.isEmpty {
      results.append(.code((question.solution ?? question.key.text).allLines))
    } else {
      results += question.namedByKey.map { .paragraph(indented($0), .plain) }
    }
    results.append(.paragraph(question.explanation, .plain))
    return results
  }
}

extension Question {
  /// The key as it is typed: a sentence in both languages, all else the same in both.
  var referenceAnswer: LocalizedText {
    guard let modelAnswer else { return LocalizedText(ja: key.text, en: key.text) }
    // A sentence is typed in one line.
    return LocalizedText(
      ja: modelAnswer.ja.allLines.joined(), en: modelAnswer.en.allLines.joined(separator: " "))
  }

  /// The first sentence of what is asked, for tables.
  var title: LocalizedText {
    LocalizedText(
      ja: prompt.ja.allLines.joined().firstSentence,
      en: prompt.en.allLines.joined(separator: " ").firstSentence)
  }
}

extension String {
  /// The text up to its first full stop or question mark.
  fileprivate var firstSentence: String {
    let marks: Set<Character> = ["。", ".", "?", "？"]
    let end = indices.first { index in
      guard marks.contains(self[index]) else { return false }
      let next = self.index(after: index)
      return self[index] == "。" || next == endIndex || self[next] == " "
    }
    return end.map { String(self[...$0]) } ?? self
  }

  /// The lines of the text, empty ones too.
  fileprivate var allLines: [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
