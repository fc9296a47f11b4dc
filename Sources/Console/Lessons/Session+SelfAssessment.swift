import Lessons
import Localization
import SourceText

extension Session {
  /// Lays the learner's last sentence beside the model answer and asks whether they say the same.
  ///
  /// That the model answer was seen is noted at once, so that it is known even if the window closes.
  ///
  /// - Returns: Whether there is a sentence to compare: one that was judged, and was not accepted.
  mutating func compare(environment: Environment) throws(ConsoleError) -> Bool {
    guard let lesson, lesson.progress.openQuestion != nil, !lesson.progress.openAnswer.isAccepted,
      var asked = lesson.asked?.value, asked.ownAnswer != nil
    else { return false }
    asked.isCompared = true
    self.lesson?.asked = Boxed(asked)
    for result in QuestionText.comparison(in: asked) { environment.output(result) }
    try settle(.comparison, environment: environment)
    return true
  }

  /// Takes the learner's word for whether the own answer says the same as the model answer, and goes
  /// on; anything but yes and no is asked again.
  mutating func mark(
    _ text: String, _ asked: AskedQuestion, environment: Environment
  ) throws(ConsoleError) {
    guard let saysTheSame = Self.yesOrNo(text) else {
      environment.output(
        .line(
          ja: "y (はい) か n (いいえ) で答えてください。skip で先へ進みます。",
          en: "Type y (yes) or n (no); skip goes on without.", .note))
      return
    }
    environment.output(
      saysTheSame
        ? .line(ja: "「自己採点で正解」と記録しました。", en: "noted as right, self-assessed.", .good)
        : .line(
          ja: "「答えを見た」と記録しました (goto \(asked.original.id) でもう一度)",
          en: "noted as shown (goto \(asked.original.id) asks it again)", .note))
    environment.output(.paragraph(asked.presented.explanation, .plain))
    try settle(.selfAssessed(saysTheSame), environment: environment)
  }

  /// What a word says, in either language and width; nil where it is neither yes nor no.
  private static func yesOrNo(_ text: String) -> Bool? {
    switch FullWidth.reading(text).filter(\.isLetter).lowercased() {
    case "y", "yes", "はい", "うん": true
    case "n", "no", "いいえ", "いや": false
    default: nil
    }
  }
}
