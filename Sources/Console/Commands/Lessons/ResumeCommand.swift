import Lessons
import Localization

/// `resume`: back from trying to the lesson.
enum ResumeCommand: Command {
  static let name = "resume"
  static let group = CommandGroup.lessons
  static let usage = ["resume"]
  static let summary = LocalizedText(
    ja: "試すのをやめて、レッスンに戻ります", en: "go back from trying lines to the lesson")
  static let explanation = LocalizedText(
    ja: "play のあとに変えたものは、ネットワークも変数も、すべて元に戻ります。",
    en: "Whatever was changed since play, network and names alike, is as it was before.")
  static let example = ["lesson single-unit", "play", "forward 1 1", "resume", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    guard let sandbox = try session.lesson(for: name).sandbox else {
      throw ConsoleError(.notPlaying)
    }
    session.restore(sandbox.state.value)
    session.lesson?.sandbox = nil
    if !sandbox.wasDisturbed { session.lesson?.progress.calm() }
    environment.output(
      .line(ja: "レッスンに戻りました。", en: "back in the lesson.", .note))
    session.showQuestion(environment.output)
  }
}
