import Lessons
import Localization

/// `lesson ID`: takes a lesson.
enum LessonCommand: Command {
  static let name = "lesson"
  static let group = CommandGroup.lessons
  static let usage = [
    "lesson ID", "lesson ID STEP|QUESTION", "lesson ID again", "lesson FILE.nn", "lesson",
  ]
  static let summary = LocalizedText(
    ja: "レッスンを始めます。続きからにもなります", en: "take a lesson, or go on with it")
  static let explanation = LocalizedText(
    ja: """
      ステップごとに止まり、Return で次へ進みます。止まっている間は何でも試せます。次のステップはレッスンの状態から \
      始まります。問いの間は、ふつうの行は答え、コマンドはコマンドです (: を付けると必ずコマンド)。leave で終わると、\
      始める前の状態に戻り、lesson ID で同じ問いから続きます。ステップや問いを書くとそこから始まり、again で\
      答えを忘れて最初から始めます。レッスンの中で \
      lesson だけを打つと、いまの問いをもう一度見せます。レッスンの外では、最後にやめたレッスンの続きになります。
      """,
    en: """
      It waits after each step: Return goes on, and in between you can try whatever you like; the \
      next step begins from the lesson's own state. While a question is open, lines are answers and \
      commands stay commands (: makes any line one). leave brings back what was before, and lesson \
      ID then goes on at the same question; a step or question begins there, again forgets the \
      answers and begins anew. In a lesson, \
      lesson alone shows the question once more; outside of one it goes on with the lesson left last.
      """)
  static let example = ["lesson single-unit", "next", "leave"]
  static let completion = WordCompletion.lessons

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    if arguments.isEmpty, let lesson = session.lesson {
      showPlace(lesson, environment.output)
      session.showQuestion(environment.output)
      return
    }
    if arguments.isEmpty, let id = unfinished(session.latestLesson, environment.progress.load()),
      let script = try? LessonLibrary(environment).lesson(id)
    {
      environment.output(.line(LocalizedText(same: "lesson \(id)"), .dim))
      return try take(script, &session, environment)
    }
    let word = try arguments.word("ID")
    let again = arguments.take("again") != nil
    let place = arguments.isEmpty ? nil : try arguments.word("STEP")
    try arguments.finish()
    let script: LessonScript
    do {
      script = try LessonLibrary(environment).lesson(word.text)
    } catch {
      throw ConsoleError(error.reason, at: word.range)
    }
    try take(script, at: place, again: again, &session, environment)
  }

  /// The lesson that was left last: in this session, or else in any.
  private static func unfinished(_ id: String?, _ progress: LessonProgress) -> String? {
    id.flatMap { progress[lesson: $0].step == nil ? nil : $0 } ?? progress.latest
  }

  /// Begins a lesson, or goes on with it.
  private static func take(
    _ script: LessonScript, at place: Word? = nil, again: Bool = false, _ session: inout Session,
    _ environment: Environment
  ) throws(ConsoleError) {
    if again { session.updateProgress(environment) { $0.forget(lesson: script.id) } }
    let progress = environment.progress.load()
    let record = progress[lesson: script.id]
    var lesson: LessonSession
    if let place {
      lesson = LessonSession(script, asks: true, answers: record.answers)
      try lesson.go(to: place)
    } else if record.isFinished, record.step == nil, !script.questions.isEmpty {
      showFinished(script, record, environment.output)
      return
    } else {
      lesson = resumed(script, progress, environment.output)
    }
    let seed = seed(from: progress, &session, environment)
    try session.open(lesson, seed: seed, environment: environment)
  }

  /// Says what can be done with a lesson that is over.
  private static func showFinished(
    _ script: LessonScript, _ record: LessonProgress.Record, _ output: (Output) -> Void
  ) {
    output(
      .line(
        ja: "このレッスンは終わっています。lesson \(script.id) again で最初から、lesson \(script.id) 問い でその問いから",
        en:
          "this lesson is finished; lesson \(script.id) again begins it anew, lesson \(script.id) QUESTION asks one again",
        .note))
    output(.line(LessonTally(script, record.answers).wording(of: script.id), .plain))
  }

  /// Says where a lesson stands.
  private static func showPlace(_ lesson: OpenLesson, _ output: (Output) -> Void) {
    let (script, step) = (lesson.progress.script, lesson.progress.stepIndex)
    output(
      .line(
        ja: "── \(script.title.ja) · ステップ \(step + 1) / \(script.steps.count)",
        en: "── \(script.title.en) · step \(step + 1) of \(script.steps.count)", .dim))
    if lesson.sandbox != nil {
      output(.line(ja: "試しています。resume で戻ります。", en: "you are trying lines; resume goes back.", .dim))
    }
  }

  /// The seed of the learner's numbers: the one that is asked for, or the one that is kept; the first
  /// lesson of all chooses it.
  private static func seed(
    from progress: LessonProgress, _ session: inout Session, _ environment: Environment
  ) -> UInt32 {
    if let seed = environment.questionSeed ?? progress.seed { return seed }
    var chosen = session.seed
    session.updateProgress(environment) { progress in
      // Another session may have been faster.
      chosen = progress.seed ?? chosen
      progress.seed = chosen
    }
    return chosen
  }

  /// The lesson at the place where the learner left it.
  private static func resumed(
    _ script: LessonScript, _ progress: LessonProgress, _ output: (Output) -> Void
  ) -> LessonSession {
    let record = progress[lesson: script.id]
    let (step, isExact) = progress.resumption(of: script)
    let id = script.steps[step].id
    let isBegun = step > 0 || !record.answers.isEmpty || !isExact
    guard isBegun,
      let lesson = try? LessonSession(
        script, atStep: id, asks: true, answers: record.answers, question: record.question)
    else { return LessonSession(script, asks: true) }
    output(
      .line(
        ja: isExact
          ? "前回の続きから始めます (goto \(script.steps[0].id) で最初のステップ)"
          : "レッスンが変わったので、近いステップから始めます",
        en: isExact
          ? "going on where you left (goto \(script.steps[0].id) is the first step)"
          : "the lesson has changed: going on at the nearest step", .note))
    return lesson
  }
}
