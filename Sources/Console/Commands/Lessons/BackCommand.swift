import Lessons
import Localization

/// `back`: the step before.
enum BackCommand: Command {
  static let name = "back"
  static let group = CommandGroup.lessons
  static let usage = ["back"]
  static let summary = LocalizedText(ja: "レッスンの一つ前のステップに戻ります", en: "go back one step of the lesson")
  static let explanation = LocalizedText(
    ja: "最初のステップでは、そのステップをもう一度始めます。終えた問いは聞き直しません (goto 問い で聞き直します)。",
    en: """
      At the first step it begins that step again. Questions that were settled are not asked again; \
      goto and the question's id does that.
      """)
  static let example = ["lesson single-unit", "next", "back", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    _ = try session.lesson(for: name)
    session.lesson?.progress.back()
    try session.takeLesson(environment: environment)
  }
}
