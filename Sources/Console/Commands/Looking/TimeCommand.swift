import Localization

/// `time LINE`: runs a line and says how long it took.
enum TimeCommand: Command {
  static let name = "time"
  static let group = CommandGroup.looking
  static let usage = ["time LINE"]
  static let summary = LocalizedText(
    ja: "一行を実行し、かかった時間を表示します", en: "run a line and say how long it took")
  static let explanation = LocalizedText(
    ja: "画面に出す時間も含みます。", en: "The time that showing the result takes is included.")
  static let example = ["layers 2 5:sigmoid 1 seed=1", "time forward 1 2"]
  static let takesOptions = false
  static let completion = WordCompletion.commands
  static let isAtomic = false

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let (text, column) = arguments.rest
    guard !text.isEmpty else {
      throw ConsoleError(.missingArgument("LINE", usage: usage[0]), at: arguments.end)
    }
    // The inner line keeps its columns: what stood before it becomes white space.
    let source = SourceLine(
      number: arguments.lineNumber, text: String(repeating: " ", count: column - 1) + text)
    var inner = environment
    inner.depth += 1
    guard inner.depth <= ScriptRunner.maximumDepth else {
      throw ConsoleError(.tooDeep(path: name, limit: ScriptRunner.maximumDepth))
    }
    let statement = session.reader.statement(from: source)
    let duration = try environment.duration { () throws(ConsoleError) in
      try session.execute(statement, environment: inner)
    }
    let taken = Quantity.duration(duration)
    environment.output(.line(ja: "時間 \(taken)", en: "took \(taken)", .dim))
  }
}
