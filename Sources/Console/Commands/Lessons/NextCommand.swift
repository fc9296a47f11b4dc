import Lessons
import Localization

/// `next`: goes on in the lesson.
enum NextCommand: Command {
  static let name = "next"
  static let group = CommandGroup.lessons
  static let usage = ["next"]
  static let summary = LocalizedText(
    ja: "レッスンの次のステップへ進みます", en: "go on to the next step of the lesson")
  static let explanation = LocalizedText(
    ja: "空の行で Return を押すのと同じです。問いが開いている間は、答えるか skip でとばすまで進みません。",
    en: """
      Return on an empty line does the same. While a question is open it does not go on: answer it, \
      or pass it over with skip.
      """)
  static let example = ["lesson single-unit", "next", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let lesson = try session.lesson(for: name).progress
    if let question = lesson.openQuestion {
      throw ConsoleError(.questionOpen(question.id, command: name))
    }
    let finished = lesson.stepID
    session.lesson?.progress.proceed()
    try session.takeLesson(environment: environment) { $0.finish(step: finished) }
  }
}
