import Lessons
import Localization

/// `play`: lets lines be tried in a lesson.
enum PlayCommand: Command {
  static let name = "play"
  static let group = CommandGroup.lessons
  static let usage = ["play"]
  static let summary = LocalizedText(
    ja: "レッスンの中で自由に試します (resume で戻る)", en: "try lines in a lesson until resume")
  static let explanation = LocalizedText(
    ja: "問いの間でも、行は答えではなく、ふつうに実行されます。resume で、試したことはすべて元に戻ります。",
    en: """
      Lines run as usual and are no answers, even while a question is open. resume undoes \
      everything that was tried.
      """)
  static let example = ["lesson single-unit", "play", "layers 2 1", "resume", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    var lesson = try session.lesson(for: name)
    guard lesson.sandbox == nil else { throw ConsoleError(.alreadyPlaying) }
    lesson.sandbox = OpenLesson.Sandbox(
      state: Boxed(session.sandboxed), wasDisturbed: lesson.progress.isDisturbed)
    session.lesson = lesson
    session.forgetChanges()
    environment.output(
      .line(
        ja: "自由に試せます。resume でレッスンに戻り、ここでの変更は消えます。",
        en: "try whatever you like; resume goes back to the lesson and undoes it.", .note))
  }
}
