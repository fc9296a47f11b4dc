import Lessons
import Localization

/// `solution`: an answer to the question that is open.
enum SolutionCommand: Command {
  static let name = "solution"
  static let group = CommandGroup.lessons
  static let usage = ["solution"]
  static let summary = LocalizedText(
    ja: "問いの答えと理由を見て、先へ進みます", en: "show an answer and why, and go on")
  static let explanation = LocalizedText(
    ja: """
      いつでも見られます。「答えを見た」と記録されます。goto 問い で、あとから自分で答えられます。文で答える問いに一度\
      答えたあとなら、自分の答えと解答例を並べて見せ、同じことを言っているかをたずねます。y なら「自己採点で正解」と\
      記録されます。
      """,
    en: """
      It is there at any time, before the last hint, too, and is noted as shown. goto and the \
      question's id lets you answer it yourself later. After a sentence that was not accepted it \
      stands beside yours, and you say whether the two say the same: y notes the question as right, \
      self-assessed.
      """)
  static let example = ["lesson test-03", "solution", "leave"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let question = try session.askedQuestion(for: name)
    if try session.compare(environment: environment) { return }
    for result in QuestionText.solution(of: question) { environment.output(result) }
    try session.settle(.solution, environment: environment)
  }
}
