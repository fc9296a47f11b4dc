import Lessons
import Localization

/// `skip`: passes the question over.
enum SkipCommand: Command {
  static let name = "skip"
  static let group = CommandGroup.lessons
  static let usage = ["skip"]
  static let summary = LocalizedText(
    ja: "問いをとばして先へ進みます", en: "pass the question over and go on")
  static let explanation = LocalizedText(
    ja: "解説だけを見せ、「とばした」と記録します。goto 問い であとから答えられます。問いがないときは next と同じです。",
    en: """
      It shows the reason, not the answer, and notes the question as skipped; goto and its id asks \
      it again. Where no question is open it goes on as next does.
      """)
  static let example = ["lesson test-03", "skip", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    guard try session.lesson(for: name).progress.openQuestion != nil else {
      return try NextCommand.run(&arguments, session: &session, environment: environment)
    }
    try arguments.finish()
    let question = try session.askedQuestion(for: name)
    environment.output(
      .line(
        ja: "とばしました (goto \(question.id) でもう一度)",
        en: "skipped (goto \(question.id) asks it again)", .note))
    environment.output(.paragraph(question.explanation, .plain))
    try session.settle(.skip, environment: environment)
  }
}
