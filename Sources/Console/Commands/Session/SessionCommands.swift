import Localization

/// `reset`: back to the beginning.
enum ResetCommand: Command {
  static let name = "reset"
  static let group = CommandGroup.session
  static let usage = ["reset"]
  static let summary = LocalizedText(
    ja: "ネットワーク・データ・自分の名前を捨てて最初に戻ります",
    en: "drop the network, the data and your names")
  static let explanation = LocalizedText(
    ja: "言語・記録・レッスンの位置はそのままです。undo で元に戻せます。",
    en: "Language, recording and the place in a lesson stay. undo brings everything back.")
  static let example = ["layers 2 1 seed=1", "reset", "undo"]
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    session.state = State(journal: session.state.journal)
    session.workspace?.restore(nil)
    environment.output(
      .line(ja: "最初に戻しました (undo で取り消せます)", en: "everything dropped (undo brings it back)"))
  }
}

/// `run FILE`: runs the lines of a file here.
enum RunCommand: Command {
  static let name = "run"
  static let group = CommandGroup.session
  static let usage = ["run FILE"]
  static let summary = LocalizedText(ja: "ファイルの行を実行します", en: "run the lines of a file")
  static let explanation = LocalizedText(
    ja: "一行ずつ、ここで入力したのと同じように実行します。エラーがあればそこで止まり、それまでの行は有効です。",
    en: "Each line runs as if typed here; an error ends it, and what ran before it stays.")
  static let example: [String] = []
  static let completion = WordCompletion.files
  static let isAtomic = false

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let path = try arguments.word("FILE")
    try arguments.finish()
    do {
      try session.run(file: path.text, environment: environment)
    } catch {
      if error.source.text.isEmpty { throw ConsoleError(error.error.reason, at: path.range) }
      throw ConsoleError(.inScript(error))
    }
  }
}

/// `record FILE`, `record stop`: writes the lines down.
enum RecordCommand: Command {
  static let name = "record"
  static let group = CommandGroup.session
  static let usage = ["record FILE", "record stop"]
  static let summary = LocalizedText(
    ja: "行をファイルに記録します", en: "write the lines to a file")
  static let explanation = LocalizedText(
    ja: """
      いまの状態を作った行を、そのあとも一行ずつ書き足していきます。取り消した行は消えます。乱数の種も書くので、\
      run FILE や nnrepl FILE で同じ状態になります。record stop で終わります。
      """,
    en: """
      It holds the lines that made the state of now, each new one as it runs and with the seeds that \
      were chosen, none that was undone: run FILE or nnrepl FILE leads to the same state. record stop \
      ends it.
      """)
  static let example: [String] = []
  static let completion = WordCompletion.words(["stop"])

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let word = try arguments.word("FILE")
    try arguments.finish()
    if word.text == "stop", !word.isQuoted {
      guard let recording = session.recording else {
        throw ConsoleError(.notRecording, at: word.range)
      }
      session.recording = nil
      environment.output(
        .line(
          ja: "\(recording.path) に \(recording.journal.count) 行を記録しました",
          en: "\(recording.journal.count) lines recorded in \(recording.path)"))
      return
    }
    if let recording = session.recording {
      throw ConsoleError(.alreadyRecording(path: recording.path), at: word.range)
    }
    do {
      session.recording = try Recording(
        path: word.text, journal: session.state.journal, files: environment.files)
    } catch {
      throw ConsoleError(error.reason, at: word.range)
    }
    environment.output(
      .line(
        ja: "\(word.text) に記録します (record stop で終わり)",
        en: "recording to \(word.text) (record stop ends it)"))
  }
}
