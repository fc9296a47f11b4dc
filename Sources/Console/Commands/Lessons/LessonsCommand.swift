import Lessons
import Localization

/// `lessons`: what there is to learn.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let group = CommandGroup.lessons
  static let usage = ["lessons"]
  static let summary = LocalizedText(ja: "レッスンの一覧を表示します", en: "list the lessons")
  static let explanation = LocalizedText(
    ja: """
      終えたステップ、正解した問い、とばした問いの数も出ます。lesson のあとに id を書くと始まります。
      """,
    en: """
      With the steps that were finished and the questions that were answered or skipped. lesson and \
      an id begin one.
      """)
  static let example = ["lessons"]
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let library = LessonLibrary(environment)
    let catalog = try library.catalog()
    let progress = environment.progress.load()
    var table = OutputTable([
      .text(ja: "id", en: "id"), .prose(ja: "題", en: "title"),
      .text(ja: "ステップ", en: "steps"), .text(ja: "問い", en: "questions"),
      .text(ja: "確認テスト", en: "covers"),
    ])
    for lesson in catalog.lessons {
      let record = progress[lesson: lesson.id]
      table.rows.append([
        OutputTable.Cell(lesson.id),
        OutputTable.Cell(ja: lesson.title.ja, en: lesson.title.en),
        stepsCell(of: lesson, record), questionsCell(of: lesson, record),
        coversCell(of: lesson),
      ])
    }
    environment.output(.table(table))
    for entry in catalog.entries where entry.reading.script == nil {
      environment.output(
        .line(
          ja: "読めないスクリプト: \(entry.path) (nnrepl check で詳しく)",
          en: "unreadable script: \(entry.path) (nnrepl check tells more)", .bad))
    }
  }

  /// The tests and exercises of the course that a lesson covers: `test 4, 6`.
  private static func coversCell(of lesson: LessonScript) -> OutputTable.Cell {
    var (ja, en): ([String], [String]) = ([], [])
    for (kind, name) in [
      (LessonCover.Kind.test, LocalizedText(ja: "テスト", en: "test")),
      (.exercise, LocalizedText(ja: "演習", en: "exercise")),
    ] {
      let numbers = lesson.covers.filter { $0.kind == kind }.map { "\($0.number)" }
      if numbers.isEmpty { continue }
      ja.append("\(name.ja) \(numbers.joined(separator: ", "))")
      en.append("\(name.en) \(numbers.joined(separator: ", "))")
    }
    return OutputTable.Cell(ja: ja.joined(separator: ", "), en: en.joined(separator: ", "))
  }

  /// The steps that were taken to their end, or a tick for the whole lesson.
  static func stepsCell(of lesson: LessonScript, _ record: LessonProgress.Record)
    -> OutputTable.Cell
  {
    if record.isFinished { return OutputTable.Cell("✓", .good) }
    let count = lesson.steps.count { record.finishedSteps.contains($0.id) }
    return OutputTable.Cell("\(count)/\(lesson.steps.count)")
  }

  /// The questions that were answered, and how many were passed over.
  private static func questionsCell(
    of lesson: LessonScript, _ record: LessonProgress.Record
  ) -> OutputTable.Cell {
    let tally = LessonTally(lesson, record.answers)
    guard tally.count > 0 else { return OutputTable.Cell("") }
    let answered = "\(tally.answered)/\(tally.count)"
    if tally.answered == tally.count { return OutputTable.Cell(answered, .good) }
    guard tally.skipped > 0 else { return OutputTable.Cell(answered) }
    return OutputTable.Cell(
      ja: "\(answered) とばし \(tally.skipped)", en: "\(answered), \(tally.skipped) skipped")
  }
}
