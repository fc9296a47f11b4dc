import Lessons
import Localization
import SourceText

/// `forget ID`: drops what is kept of a lesson.
enum ForgetCommand: Command {
  static let name = "forget"
  static let group = CommandGroup.lessons
  static let usage = ["forget ID"]
  static let summary = LocalizedText(
    ja: "レッスンの進み具合と答えの記録を消します", en: "forget progress and answers of a lesson")
  static let explanation = LocalizedText(
    ja: "元に戻せません。問いの数は、そのあとも同じです。",
    en: "It cannot be undone. The numbers in its questions stay the same.")
  static let example = ["lesson test-03", "hint", "leave", "lesson test-03", "forget test-03"]
  static let completion = WordCompletion.lessons

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let word = try arguments.word("ID")
    try arguments.finish()
    let isOpen = session.lesson?.progress.script.id == word.text
    let known = environment.progress.load().records
    guard known[word.text] != nil || isOpen else {
      throw ConsoleError(
        .nothingKept(
          word.text,
          suggestions: Spelling.suggestions(for: word.text, among: known.keys.sorted())),
        at: word.range)
    }
    session.updateProgress(environment) { $0.forget(lesson: word.text) }
    if isOpen { session.lesson?.progress.forgetAnswers() }
    environment.output(
      .line(ja: "\(word.text) の記録を消しました", en: "forgotten: \(word.text)"))
  }
}
