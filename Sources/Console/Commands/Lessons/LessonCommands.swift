import Lessons
import Localization
import SourceText

/// `lessons`: what there is to learn.
enum LessonsCommand: Command {
  static let name = "lessons"
  static let group = CommandGroup.lessons
  static let usage = ["lessons"]
  static let summary = LocalizedText(ja: "レッスンの一覧を表示します", en: "list the lessons")
  static let explanation = LocalizedText(
    ja: "lesson のあとに id を書くと始まります。", en: "lesson and an id begin one.")
  static let example = ["lessons"]
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let library = LessonLibrary(environment)
    let catalog = try library.catalog()
    let done = environment.progress.load()
    var table = OutputTable([
      .text(ja: "id", en: "id"), .prose(ja: "題", en: "title"),
      .text(ja: "ステップ", en: "steps"), .text(ja: "確認テスト", en: "covers"),
    ])
    for lesson in catalog.lessons {
      let record = done[lesson: lesson.id]
      let count = lesson.steps.count { record.finishedSteps.contains($0.id) }
      let covers = lesson.covers.map {
        (
          ja: ($0.kind == .test ? "テスト " : "演習 ") + "\($0.number)",
          en: ($0.kind == .test ? "test " : "exercise ") + "\($0.number)"
        )
      }
      table.rows.append([
        OutputTable.Cell(lesson.id),
        OutputTable.Cell(ja: lesson.title.ja, en: lesson.title.en),
        OutputTable.Cell(
          record.isFinished ? "✓" : "\(count)/\(lesson.steps.count)",
          record.isFinished ? .good : .plain),
        OutputTable.Cell(
          ja: covers.map(\.ja).joined(separator: ", "),
          en: covers.map(\.en).joined(separator: ", ")),
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
}

/// `lesson ID`: takes a lesson.
enum LessonCommand: Command {
  static let name = "lesson"
  static let group = CommandGroup.lessons
  static let usage = ["lesson ID", "lesson FILE.nn"]
  static let summary = LocalizedText(ja: "レッスンを始めます", en: "take a lesson")
  static let explanation = LocalizedText(
    ja: """
      ステップごとに止まり、Return で次へ進みます。止まっている間は何でも試せます。次のステップはレッスンの状態から \
      始まります。leave で終わると、始める前の状態に戻ります。
      """,
    en: """
      It waits after each step: Return goes on, and in between you can try whatever you like; the \
      next step begins from the lesson's own state. leave brings back what was before.
      """)
  static let example: [String] = []
  static let completion = WordCompletion.lessons

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let word = try arguments.word("ID")
    try arguments.finish()
    let script: LessonScript
    do {
      script = try LessonLibrary(environment).lesson(word.text)
    } catch {
      throw ConsoleError(error.reason, at: word.range)
    }
    let (step, isExact) = environment.progress.load().resumption(of: script)
    var lesson = LessonSession(script)
    if step > 0 {
      let id = script.steps[step].id
      if let resumed = try? LessonSession(script, atStep: id, waits: true) { lesson = resumed }
      environment.output(
        .line(
          ja: isExact
            ? "前回の続きから始めます (goto \(script.steps[0].id) で最初から)" : "レッスンが変わったので、近いステップから始めます",
          en: isExact
            ? "going on where you left (goto \(script.steps[0].id) begins again)"
            : "the lesson has changed: going on at the nearest step", .note))
    }
    try session.open(lesson, environment: environment)
  }
}

/// `next`: goes on in the lesson.
enum NextCommand: Command {
  static let name = "next"
  static let group = CommandGroup.lessons
  static let usage = ["next"]
  static let summary = LocalizedText(
    ja: "レッスンの次のステップへ進みます", en: "go on to the next step of the lesson")
  static let explanation = LocalizedText(
    ja: "レッスンの間は、空の行で Return を押すのと同じです。", en: "In a lesson, Return on an empty line does the same.")
  static let example: [String] = []

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    guard var lesson = session.lesson?.progress else {
      throw ConsoleError(.notInLesson(command: name))
    }
    let finished = lesson.stepID
    lesson.proceed()
    session.lesson?.progress = lesson
    try session.takeLesson(environment: environment)
    environment.updateProgress { progress in
      var record = progress[lesson: lesson.script.id]
      record.finish(step: finished)
      record.step = lesson.isFinished ? nil : lesson.stepID
      if lesson.isFinished { record.isFinished = true }
      progress[lesson: lesson.script.id] = record
    }
  }
}

/// `back`: the step before.
enum BackCommand: Command {
  static let name = "back"
  static let group = CommandGroup.lessons
  static let usage = ["back"]
  static let summary = LocalizedText(ja: "レッスンの一つ前のステップに戻ります", en: "go back one step of the lesson")
  static let explanation = LocalizedText(
    ja: "最初のステップでは、そのステップをもう一度始めます。", en: "At the first step it begins that step again.")
  static let example: [String] = []

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    guard session.lesson != nil else { throw ConsoleError(.notInLesson(command: name)) }
    session.lesson?.progress.back()
    try session.takeLesson(environment: environment)
  }
}

/// `goto STEP`: any step.
enum GotoCommand: Command {
  static let name = "goto"
  static let group = CommandGroup.lessons
  static let usage = ["goto STEP"]
  static let summary = LocalizedText(ja: "レッスンの好きなステップへ移ります", en: "go to any step of the lesson")
  static let explanation = LocalizedText(
    ja: "ステップは id か番号 (1 から) で書きます。Tab キーで id を補完できます。",
    en: "A step goes by its id or by its number from 1; Tab completes ids.")
  static let example: [String] = []
  static let completion = WordCompletion.steps

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let word = try arguments.word("STEP")
    try arguments.finish()
    guard let lesson = session.lesson?.progress else {
      throw ConsoleError(.notInLesson(command: name))
    }
    var id = word.text
    if let number = Int(id), lesson.script.steps.indices.contains(number - 1) {
      id = lesson.script.steps[number - 1].id
    }
    do {
      try session.lesson?.progress.goTo(step: id)
    } catch {
      switch error {
      case .unknownStep(let name, let known, let suggestions):
        throw ConsoleError(
          .unknownStep(name, known: known, suggestions: suggestions), at: word.range)
      }
    }
    try session.takeLesson(environment: environment)
  }
}

/// `leave`: out of the lesson.
enum LeaveCommand: Command {
  static let name = "leave"
  static let group = CommandGroup.lessons
  static let usage = ["leave"]
  static let summary = LocalizedText(
    ja: "レッスンを中断し、元の状態に戻ります", en: "leave the lesson and go back to what was before")
  static let explanation = LocalizedText(
    ja: "lesson ID で同じステップから続けられます。", en: "lesson ID goes on at the same step.")
  static let example: [String] = []

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    guard let lesson = session.lesson?.progress else {
      throw ConsoleError(.notInLesson(command: name))
    }
    environment.updateProgress { progress in
      progress[lesson: lesson.script.id].step = lesson.stepID
    }
    session.closeLesson()
    environment.output(
      .line(
        ja: "中断しました。続きは lesson \(lesson.script.id)",
        en: "left; lesson \(lesson.script.id) goes on here"))
  }
}
