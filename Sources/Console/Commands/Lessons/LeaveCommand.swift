import Lessons
import Localization

/// `leave`: out of the lesson.
enum LeaveCommand: Command {
  static let name = "leave"
  static let group = CommandGroup.lessons
  static let usage = ["leave"]
  static let summary = LocalizedText(
    ja: "レッスンを中断し、元の状態に戻ります", en: "leave the lesson and go back to what was before")
  static let explanation = LocalizedText(
    ja: "lesson ID で、同じステップの同じ問いから続けられます。", en: "lesson ID goes on at the same step and question."
  )
  static let example = ["lesson single-unit", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let id = try session.lesson(for: name).progress.script.id
    session.keepPlace(environment: environment)
    session.closeLesson()
    environment.output(
      .line(ja: "中断しました。続きは lesson \(id)", en: "left; lesson \(id) goes on here"))
  }
}
