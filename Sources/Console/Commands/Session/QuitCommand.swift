import Localization

/// `quit`: the end of the session.
enum QuitCommand: Command {
  static let name = "quit"
  static let group = CommandGroup.session
  static let usage = ["quit"]
  static let summary = LocalizedText(ja: "終了します", en: "leave nnrepl")
  static let explanation = LocalizedText(
    ja: "空の行で Ctrl-D を押しても、exit と書いても同じです。保存は save、記録は record で。",
    en: "Ctrl-D on an empty line and exit do the same. save keeps the network, record the lines.")
  static let example = ["quit"]

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    session.hasEnded = true
  }
}
