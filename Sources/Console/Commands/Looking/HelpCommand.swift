import Localization
import SourceText

/// `help [NAME]`: the list of commands, or all there is to know of one.
enum HelpCommand: Command {
  static let name = "help"
  static let group = CommandGroup.looking
  static let usage = ["help [NAME]", "?NAME"]
  static let summary = LocalizedText(
    ja: "コマンドの一覧、または一つのコマンドの説明を表示します", en: "list the commands, or explain one")
  static let explanation = LocalizedText(
    ja: """
      help だけで一覧、help step や ?step で step の使い方・例・オプションが出ます。help lesson-format \
      はレッスンのスクリプトの書き方です。
      """,
    en: """
      help alone lists everything; help step or ?step shows how step is used, with an example. help \
      lesson-format tells how lesson scripts are written.
      """)
  static let example = ["help step"]
  static let completion = WordCompletion.commands
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    guard !arguments.isEmpty else {
      list(environment.output)
      return
    }
    let word = try arguments.word("NAME")
    try arguments.finish()
    if word.text == LessonFormat.name {
      LessonFormat.show(environment.output)
      return
    }
    guard let command = CommandList.command(named: word.text) else {
      throw ConsoleError(
        .unknownCommand(
          word.text,
          suggestions: Spelling.suggestions(
            for: word.text, among: CommandList.names + [LessonFormat.name])),
        at: word.range)
    }
    explain(command, environment.output)
  }

  private static func list(_ output: (Output) -> Void) {
    for group in CommandGroup.allCases {
      output(.line(group.title, .heading))
      var table = OutputTable([.text(ja: "", en: ""), .prose()])
      for command in CommandList.all where command.group == group {
        table.rows.append([
          OutputTable.Cell(command.name),
          OutputTable.Cell(ja: command.summary.ja, en: command.summary.en),
        ])
      }
      output(.table(table))
    }
    output(
      .line(
        ja: "help 名前 で詳しく。はじめてなら: lesson \(CommandList.firstLesson)",
        en: "help NAME for more. New here? lesson \(CommandList.firstLesson)", .dim))
  }

  private static func explain(_ command: any Command.Type, _ output: (Output) -> Void) {
    output(.line(command.summary, .heading))
    output(.code(command.usage))
    output(.paragraph(command.explanation, .plain))
    if !command.options.isEmpty {
      var table = OutputTable([.text(ja: "", en: ""), .prose()])
      for option in command.options {
        let choices =
          option.choices.isEmpty ? "" : " (" + option.choices.joined(separator: ", ") + ")"
        table.rows.append([
          OutputTable.Cell("\(option.name)="),
          OutputTable.Cell(ja: option.summary.ja + choices, en: option.summary.en + choices),
        ])
      }
      output(.table(table))
    }
    output(.line(ja: "例:", en: "example:", .dim))
    output(.code(command.example))
  }
}
