import Lessons
import Localization

/// `goto STEP`: any step or question.
enum GotoCommand: Command {
  static let name = "goto"
  static let group = CommandGroup.lessons
  static let usage = ["goto STEP", "goto QUESTION"]
  static let summary = LocalizedText(
    ja: "レッスンの好きなステップや問いへ移ります", en: "go to any step or question of the lesson")
  static let explanation = LocalizedText(
    ja: "ステップは id か番号 (1 から)、問いは id で書きます。答えた問いも聞き直します。Tab キーで id を補完できます。",
    en: """
      A step goes by its id or by its number from 1, a question by its id, which asks it again even \
      if it was answered. Tab completes ids.
      """)
  static let example = ["lesson single-unit", "goto 3", "leave"]
  static let completion = WordCompletion.steps

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let word = try arguments.word("STEP")
    try arguments.finish()
    var lesson = try session.lesson(for: name).progress
    try lesson.go(to: word)
    session.lesson?.progress = lesson
    try session.takeLesson(environment: environment)
  }
}
