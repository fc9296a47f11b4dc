import Lessons
import Localization

/// `review`: the questions of a lesson and what became of them.
enum ReviewCommand: Command {
  static let name = "review"
  static let group = CommandGroup.lessons
  static let usage = ["review", "review ID"]
  static let summary = LocalizedText(
    ja: "レッスンの問いと結果を振り返ります", en: "look back at a lesson's questions and answers")
  static let explanation = LocalizedText(
    ja: "問いごとに、結果・答えた回数・見たヒントの数を表示します。レッスンの中では ID は要りません。goto 問い で聞き直します。",
    en: """
      For each question: what became of it, how many answers it took and how many hints. In a lesson \
      the ID can be left out; goto and a question's id asks it again.
      """)
  static let example = ["review test-03"]
  static let completion = WordCompletion.lessons
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let script: LessonScript
    let answers: [String: AnswerRecord]
    let progress = environment.progress.load()
    if let word = arguments.next {
      _ = try arguments.word("ID")
      try arguments.finish()
      do {
        script = try LessonLibrary(environment).lesson(word.text)
      } catch {
        throw ConsoleError(error.reason, at: word.range)
      }
      let open = session.lesson?.progress
      answers =
        open?.script.id == script.id
        ? open?.answers ?? [:] : progress[lesson: script.id].answers
    } else {
      let lesson = try session.lesson(for: name).progress
      (script, answers) = (lesson.script, lesson.answers)
    }
    let seed = session.lesson?.seed ?? environment.questionSeed ?? progress.seed ?? session.seed
    show(script, answers, Judge(seed: seed), environment.output)
  }

  private static func show(
    _ script: LessonScript, _ answers: [String: AnswerRecord], _ judge: Judge,
    _ output: (Output) -> Void
  ) {
    output(.line(script.title, .heading))
    guard !script.questions.isEmpty else {
      output(.line(ja: "このレッスンには問いがありません。", en: "this lesson has no questions."))
      return
    }
    var table = OutputTable([
      .text(ja: "問い", en: "question"), .prose(ja: "結果", en: "verdict"),
      .number(ja: "回答", en: "answers"), .text(ja: "ヒント", en: "hints"),
      .prose(ja: "内容", en: "asks"),
    ])
    for question in script.questions {
      let answer = answers[question.id] ?? AnswerRecord()
      let standing = answer.standing
      let title = judge.presented(question).title
      table.rows.append([
        OutputTable.Cell(question.id),
        OutputTable.Cell(ja: standing.wording.ja, en: standing.wording.en, standing.tone),
        OutputTable.Cell(String(answer.attempts)),
        OutputTable.Cell("\(min(answer.hints, question.hints.count))/\(question.hints.count)"),
        OutputTable.Cell(ja: title.ja, en: title.en),
      ])
    }
    output(.table(table))
  }
}
