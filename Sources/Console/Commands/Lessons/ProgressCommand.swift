import ArrayFiles
import Lessons
import Localization

/// `progress`: how far the learner has come.
enum ProgressCommand: Command {
  static let name = "progress"
  static let group = CommandGroup.lessons
  static let usage = ["progress", "progress export FILE.csv"]
  static let summary = LocalizedText(
    ja: "始めたレッスンの進み具合を表示します", en: "show how far you have come in the lessons")
  static let explanation = LocalizedText(
    ja: """
      lessons は全部のレッスン、progress は始めたものだけを表示します。progress export は、問いごとに結果・回数・\
      ヒントの数・最後に答えた時刻 (UTC) を CSV ファイルに書きます。
      """,
    en: """
      lessons lists all lessons, progress those that were begun. progress export writes a CSV file \
      with a row for each question: verdict, attempts, hints, and the time of the last answer in UTC.
      """)
  static let example = ["progress"]
  static let completion = WordCompletion.subcommands([(name: "export", then: .files)])
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    if arguments.take("export") != nil {
      let file = try arguments.word("FILE.csv")
      try arguments.finish()
      let progress = environment.progress.load()
      do {
        try environment.files.write(Array(progress.csv.utf8), to: file.text)
      } catch {
        throw ConsoleError(.file(error), at: file.range)
      }
      let count = progress.records.values.reduce(0) { $0 + $1.answers.count }
      environment.output(
        .line(
          ja: "\(count) 問の記録を \(file.text) に書きました",
          en: "\(Quantity.counted(count, "question")) written to \(file.text)"))
      return
    }
    try arguments.finish()
    try show(environment)
  }

  private static func show(_ environment: Environment) throws(ConsoleError) {
    let progress = environment.progress.load()
    let lessons = try LessonLibrary(environment).catalog().lessons
    var table = OutputTable([
      .text(ja: "id", en: "id"), .text(ja: "ステップ", en: "steps"),
      .text(ja: "正解", en: "answered"), .number(ja: "自己採点", en: "self-assessed"),
      .number(ja: "とばした", en: "skipped"),
      .number(ja: "答えを見た", en: "shown"), .number(ja: "ヒント", en: "hints"),
    ])
    for lesson in lessons {
      guard let record = progress.records[lesson.id] else { continue }
      let tally = LessonTally(lesson, record.answers)
      let hints = record.answers.values.reduce(0) {
        $0.addingReportingOverflow($1.hints).partialValue
      }
      table.rows.append([
        OutputTable.Cell(lesson.id),
        LessonsCommand.stepsCell(of: lesson, record),
        OutputTable.Cell(
          "\(tally.answered)/\(tally.count)", tally.answered == tally.count ? .good : .plain),
        OutputTable.Cell(String(tally.selfAssessed)), OutputTable.Cell(String(tally.skipped)),
        OutputTable.Cell(String(tally.shown)),
        OutputTable.Cell(String(hints)),
      ])
    }
    guard !table.rows.isEmpty else {
      environment.output(
        .line(
          ja: "まだ始めたレッスンはありません (lessons で一覧)",
          en: "no lesson was begun yet (lessons lists them)"))
      return
    }
    environment.output(.table(table))
    environment.output(
      .line(
        ja: "\(lessons.count) レッスン中 \(table.rows.count) を始めました",
        en: "\(table.rows.count) of \(Quantity.counted(lessons.count, "lesson")) begun", .dim))
    if let seed = progress.seed {
      environment.output(
        .line(
          ja: "問いの数のシードは \(seed) です (nnrepl play ID --seed \(seed) で同じ数になります)",
          en: "the numbers in your questions come from seed \(seed): nnrepl play ID --seed \(seed)",
          .dim))
    }
  }
}
