import Localization

/// `undo`: takes back the last line that changed something.
enum UndoCommand: Command {
  static let name = "undo"
  static let group = CommandGroup.learning
  static let usage = ["undo [N]"]
  static let summary = LocalizedText(
    ja: "直前の変更を取り消します", en: "take back the last line that changed something")
  static let explanation = LocalizedText(
    ja: "ネットワーク・データ・計算結果を変えた行を、新しい順に最大 200 行まで取り消します。学習も一度に戻ります。redo で元に戻せます。",
    en: """
      Takes back lines that changed the network, the data or what was computed from them, newest \
      first, up to 200 of them; a whole train is one line. redo brings them back.
      """)
  static let example = ["layers 2 1 seed=1", "set W1[0,0] = 5", "undo", "redo"]
  static let effect = CommandEffect.history

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let count = try arguments.next == nil ? 1 : arguments.word("N").wholeNumber("N", in: 1...200)
    try arguments.finish()
    guard session.canUndo else { throw ConsoleError(.nothingToUndo) }
    for _ in 0..<count {
      guard let line = session.undo() else { break }
      environment.output(.line(ja: "取り消しました: \(line)", en: "undone: \(line)"))
    }
  }
}

/// `redo`: brings back what `undo` took away.
enum RedoCommand: Command {
  static let name = "redo"
  static let group = CommandGroup.learning
  static let usage = ["redo [N]"]
  static let summary = LocalizedText(ja: "取り消しを元に戻します", en: "bring back what undo took away")
  static let explanation = LocalizedText(
    ja: "undo のあとで何かを変えると、取り消した行はもう戻せません。",
    en: "Once something else was changed after an undo, what was undone is gone.")
  static let example = ["layers 2 1 seed=1", "set W1[0,0] = 5", "undo", "redo", "weights W1"]
  static let effect = CommandEffect.history

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let count = try arguments.next == nil ? 1 : arguments.word("N").wholeNumber("N", in: 1...200)
    try arguments.finish()
    guard session.canRedo else { throw ConsoleError(.nothingToRedo) }
    for _ in 0..<count {
      guard let line = session.redo() else { break }
      environment.output(.line(ja: "やり直しました: \(line)", en: "redone: \(line)"))
    }
  }
}
