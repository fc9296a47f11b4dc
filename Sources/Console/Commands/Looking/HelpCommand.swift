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
      help だけで一覧、help step や ?step で step の使い方・例・オプションが出ます。?np.dot のように \
      NumPy の名前も説明します。help lesson-format はレッスンのスクリプトの書き方です。
      """,
    en: """
      help alone lists everything; help step or ?step shows how step is used, with an example; \
      ?np.dot explains a name of the NumPy subset, with its shapes. help lesson-format tells how \
      lesson scripts are written.
      """)
  static let example = ["help step", "?np.dot"]
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
    let name = word.text.trimmedCall
    if name == LessonFormat.name {
      LessonFormat.show(environment.output)
    } else if let command = CommandList.command(named: name), !session.isDefined(name) {
      explain(command, environment.output)
    } else if let entry = NameDocumentation.entry(for: name) ?? session.documentation(of: name) {
      explain(entry, environment.output)
    } else if let value = session.description(ofName: name) {
      environment.output(.line(value, .plain))
    } else {
      throw unknown(name, at: word.range)
    }
  }

  private static func unknown(_ name: String, at range: SourceRange) -> ConsoleError {
    let dot = name.lastIndex(of: ".")
    let owner = dot.map { String(name[..<$0]) } ?? ""
    let names = NameDocumentation.names(under: owner).map { owner.isEmpty ? $0 : "\(owner).\($0)" }
    let known = owner.isEmpty ? CommandList.names + [LessonFormat.name] + names : names
    return ConsoleError(
      .unknownName(name, suggestions: Spelling.suggestions(for: name, among: known)), at: range)
  }

  private static func explain(_ entry: NameDocumentation, _ output: (Output) -> Void) {
    output(.line(entry.summary, .heading))
    output(.code([entry.usage]))
    if !entry.shapes.isEmpty {
      output(.line(ja: "形: \(entry.shapes)", en: "shapes: \(entry.shapes)"))
    }
    guard !entry.example.isEmpty else { return }
    output(.line(ja: "例:", en: "example:", .dim))
    output(.code(entry.example.split(separator: "\n").map(String.init)))
    for line in entry.result.split(separator: "\n") { output(.line("  " + line)) }
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
        ja: "ほかの行は Python の式として計算します: np.dot(x, W1) + b1 (?np.dot で説明)",
        en: "any other line is a formula: np.dot(x, W1) + b1 (?np.dot explains)", .dim))
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
