import Localization

/// `lang ja|en`: the language of everything that is said from now on.
enum LangCommand: Command {
  static let name = "lang"
  static let group = CommandGroup.session
  static let usage = ["lang ja|en"]
  static let summary = LocalizedText(ja: "表示の言語を選びます", en: "choose the language")
  static let explanation = LocalizedText(
    ja: "lang ja で日本語、lang en で英語になります。計算の結果とレッスンの位置は変わりません。",
    en: "lang ja for Japanese, lang en for English. Results and the place in a lesson stay.")
  static let example = ["lang ja", "lang en"]
  static let completion = WordCompletion.words(Language.allCases.map(\.rawValue))

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    guard !arguments.isEmpty else {
      environment.output(
        .line(ja: "いまは日本語です (lang en で英語)", en: "English now (lang ja for Japanese)"))
      return
    }
    session.language = try arguments.word("ja|en").choice("lang")
    try arguments.finish()
    environment.output(.language(session.language))
    environment.output(.line(ja: "日本語で表示します", en: "English from now on"))
    session.showQuestion(environment.output)
  }
}
