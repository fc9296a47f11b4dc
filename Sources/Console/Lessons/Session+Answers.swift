import Lessons
import Localization
import SourceText

extension Environment {
  /// The longest that judging one answer takes: whoever waits for a verdict does not wait for long.
  private static let judgingTime = Duration.seconds(2)

  /// A judge of one answer, whose time begins now.
  func judge(seed: UInt32) -> Judge {
    Judge(seed: seed, shouldStop: stop(after: Self.judgingTime))
  }
}

extension Session {
  /// How lines are read while a question is open; nil where none is.
  var answerForm: AnswerForm? { lesson?.openQuestion?.kind.answerForm }

  /// The question that is open, with the learner's numbers.
  ///
  /// - Parameter command: The command that needs one, for the error.
  func askedQuestion(for command: String) throws(ConsoleError) -> Question {
    let lesson = try lesson(for: command)
    guard lesson.progress.openQuestion != nil, let asked = lesson.asked?.value else {
      throw ConsoleError(.noQuestion(command: command))
    }
    return asked.presented
  }

  /// Whether a line quotes the listing that the open question is about: then it is an answer, even
  /// where the listing is made of commands.
  func quotesListing(_ text: String) -> Bool {
    guard let question = lesson?.openQuestion, question.kind == .lines else { return false }
    return question.listing.contains { $0.trimmed == text.trimmed }
  }

  /// Judges an answer to the question that is open, and goes on where it is accepted. Where none is
  /// open any more, as for the second line of a paste, the text is a formula.
  mutating func answer(
    _ text: String, source: SourceLine, environment: Environment
  ) throws(ConsoleError) {
    guard let lesson, lesson.openQuestion != nil, var asked = lesson.asked?.value else {
      return try execute(
        formula: FullWidth.reading(text), source: source, environment: environment)
    }
    if asked.isCompared { return try mark(text, asked, environment: environment) }
    let judge = environment.judge(seed: lesson.seed)
    let judgement = asked.judgement(of: text, by: judge)
    for result in JudgementText.outputs(judgement, answer: text) { environment.output(result) }
    guard judgement.verdict != .invalid else { return }
    if judgement.verdict.isAccepted {
      for result in QuestionText.explanation(of: asked.presented) { environment.output(result) }
    } else if asked.original.kind == .text {
      asked.ownAnswer = text
      self.lesson?.asked = Boxed(asked)
    }
    try settle(
      .judged(judgement.verdict, at: environment.secondsSince1970()), environment: environment)
    offerHelp(environment.output)
  }

  /// Notes what happened to the question that is open, and goes on where that settles it.
  ///
  /// - Precondition: a question is open.
  mutating func settle(
    _ event: AnswerRecord.Event, environment: Environment
  ) throws(ConsoleError) {
    guard let id = lesson?.progress.openQuestion?.id else { return }
    lesson?.progress.note(event)
    let keep = { (record: inout LessonProgress.Record) in
      record.answers[id, default: AnswerRecord()].note(event)
    }
    if lesson?.progress.openQuestion == nil {
      try takeLesson(environment: environment, keeping: keep)
    } else {
      keepPlace(environment: environment, keep)
    }
  }

  /// Shows the question that is open once more, as after a change of the language.
  func showQuestion(_ output: (Output) -> Void) {
    guard let lesson, lesson.openQuestion != nil, let asked = lesson.asked?.value else { return }
    if asked.isCompared {
      for result in QuestionText.comparison(in: asked) { output(result) }
      return
    }
    for result in QuestionText.question(asked.presented) { output(result) }
    output(.line(asked.presented.guide, .dim))
  }

  /// How many answers are judged before help is offered. Phrases alone tell little about a sentence,
  /// so that a learner may want to compare it with the model answer at once.
  private static func patience(with kind: Question.Kind) -> Int { kind == .text ? 1 : 3 }

  /// Offers help to a learner whose answers do not lead on.
  private func offerHelp(_ output: (Output) -> Void) {
    guard let lesson = lesson?.progress, let question = lesson.openQuestion else { return }
    let answer = lesson.openAnswer
    guard answer.attempts >= Self.patience(with: question.kind) else { return }
    let left = question.hints.count - answer.hints
    let solution =
      question.kind == .text
      ? LocalizedText(
        ja: "solution で解答例と見比べて自己採点", en: "solution: compare with a model answer, mark it yourself")
      : LocalizedText(ja: "solution で答えと理由", en: "solution shows an answer and why")
    let hint =
      left > 0
      ? LocalizedText(ja: "hint (あと \(left) 個) · ", en: "hint (\(left) left) · ")
      : LocalizedText(ja: "", en: "")
    output(
      .line(
        ja: hint.ja + solution.ja + " · skip で次へ", en: hint.en + solution.en + " · skip", .dim))
  }
}
