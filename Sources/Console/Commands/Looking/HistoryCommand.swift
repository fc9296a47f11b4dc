import Localization

/// `history [N]`: the lines that were typed.
enum HistoryCommand: Command {
  static let name = "history"
  static let group = CommandGroup.looking
  static let usage = ["history [N|TEXT]"]
  static let summary = LocalizedText(ja: "入力した行を表示します", en: "show the lines you typed")
  static let explanation = LocalizedText(
    ja: "history 20 は最後の 20 行、history train は train を含む行です。↑ キーや Ctrl-R でも呼び出せます。",
    en: "history 20 shows the last 20, history train those with train in them. ↑ and Ctrl-R recall."
  )
  static let example = ["history 5"]
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let words = arguments.takeAll()
    var lines = Array(environment.typedLines().enumerated())
    if words.count == 1, Int(words[0].text) != nil {
      lines = lines.suffix(try words[0].wholeNumber("N", in: 1...1_000_000))
    } else if !words.isEmpty {
      let wanted = words.map(\.text).joined(separator: " ")
      lines = lines.filter { $0.element.contains(wanted) }
    }
    var table = OutputTable([.number(ja: "", en: ""), .prose()])
    table.rows = lines.map { index, line in
      [
        OutputTable.Cell(String(index + 1), .dim),
        OutputTable.Cell(line.split(separator: "\n").joined(separator: " ⏎ ")),
      ]
    }
    environment.output(
      lines.isEmpty ? .line(ja: "(なし)", en: "(none)", .dim) : .table(table))
  }
}
