import Lessons
import Localization

/// `hint`: the next hint of the question that is open.
enum HintCommand: Command {
  static let name = "hint"
  static let group = CommandGroup.lessons
  static let usage = ["hint"]
  static let summary = LocalizedText(ja: "問いのヒントを一つ出します", en: "show the next hint of the question")
  static let explanation = LocalizedText(
    ja: "一回ごとに、ぼんやりしたものからはっきりしたものへ進みます。全部見たあとは、最後のヒントをもう一度出します。",
    en: """
      Each one is plainer than the one before. After the last it is shown once more; solution then \
      shows an answer.
      """)
  static let example = ["lesson test-03", "hint", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let hints = try session.askedQuestion(for: name).hints
    let given = session.lesson?.progress.openAnswer.hints ?? 0
    let index = min(given, hints.count - 1)
    let place = "\(index + 1)/\(hints.count)"
    let hint = hints[index]
    environment.output(
      .paragraph(
        LocalizedText(ja: "ヒント \(place): \(hint.ja)", en: "hint \(place): \(hint.en)"), .plain))
    if given < hints.count { try session.settle(.hint, environment: environment) }
    if given + 1 >= hints.count {
      environment.output(
        .line(
          ja: "ヒントはこれで全部です。solution で答えと理由を見られます。",
          en: "that was the last hint; solution shows an answer and why.", .dim))
    }
  }
}
