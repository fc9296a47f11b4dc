import Foundation
import Lessons
import Localization
import TestSupport
import Testing

/// Lessons of the course from their first step to their summary, in every way a student goes on.
@Suite("Whole lessons of the course at a terminal")
struct CourseLessonTests {
  /// What a student does at a question.
  private enum Manner: CaseIterable {
    case slipsAndHint, solution, comesBack, skip, otherLanguage, rightAtOnce
  }

  /// A student who takes a lesson, perhaps in several processes, and what became of the questions.
  private struct Course {
    let lesson: CourseLesson
    let home: String
    var student: Student
    var language = Language.en
    var tally = (right: 0, marked: 0, skipped: 0, shown: 0)

    init(_ id: String, home: String) throws {
      lesson = try CourseLesson(id)
      self.home = home
      student = Student(
        terminal: try startConsole(["--lang", "en"], rows: 40, environment: ["HOME": home]))
    }

    /// What is said of an answer in the language of now.
    func said(ja: String, en: String) -> String { language == .ja ? ja : en }
    var right: String { said(ja: "正解", en: "right") }

    /// Gives an answer that is wrong.
    func slip(at question: Question, _ prompt: String) throws {
      try student.type(
        try #require(question.otherAnswer), shows: said(ja: "まだ違います", en: "not yet"),
        then: prompt)
    }

    /// Asks for the first hint.
    func hint(at question: Question, _ prompt: String) throws {
      let place = "1/\(question.hints.count)"
      try student.type(
        "hint", shows: said(ja: "ヒント \(place)", en: "hint \(place)"), then: prompt)
    }

    /// Starts another process and goes on with the lesson where it was left.
    mutating func comeBack(at prompt: String) throws {
      student = Student(
        terminal: try startConsole(
          ["--lang", language.rawValue], rows: 40, environment: ["HOME": home]))
      try student.type(
        "lesson \(lesson.script.id)", shows: said(ja: "前回の続きから", en: "going on where you left"),
        then: prompt)
    }
  }

  @Test(
    "slips, hints, skip, solution, a mark of one's own, another language and other processes",
    arguments: ["bug-hunt", "test-10"])
  func wholeLesson(_ id: String) throws {
    try withTemporaryFolder { home in
      var course = try Course(id, home: home)
      let steps = course.lesson.script.steps
      var manners: [Manner] = []
      for (number, step) in steps.enumerated() {
        let questions = course.lesson.questions.filter { asked in
          step.questions.contains { $0.id == asked.question.id }
        }
        let first = questions.first?.asked ?? "\(id) \(number + 1)>"
        try course.student.type(number == 0 ? "lesson \(id)" : "", then: first)
        for (question, asked, answered) in questions {
          if manners.isEmpty { manners = Manner.allCases }
          if question.kind == .text {
            try markOneself(question, &course, asked, answered)
          } else {
            try take(question, manners.removeFirst(), &course, asked, answered)
          }
        }
      }
      let (right, marked, skipped, shown) = course.tally
      let count = course.lesson.questions.count
      #expect(right + marked + skipped + shown == count)
      #expect(skipped > 0 || marked > 0)
      let summary =
        course.language == .ja
        ? "\(count) 問中 \(right) 問正解" + (marked > 0 ? " · 自己採点で正解 \(marked)" : "")
          + (skipped > 0 ? " · とばした問い \(skipped)" : "") + " · 答えを見た問い \(shown)"
        : "\(right) of \(count) answered" + (marked > 0 ? " · \(marked) self-assessed" : "")
          + (skipped > 0 ? " · \(skipped) skipped" : "") + " · \(shown) solution"
      try course.student.type("", shows: summary, then: "nn>")
      try course.student.type("progress", shows: "✓", "\(right)/\(count)", then: "nn>")
      course.student.closeConsole()
    }
  }

  private func take(
    _ question: Question, _ manner: Manner, _ course: inout Course, _ asked: String,
    _ answered: String
  ) throws {
    switch manner {
    case .solution:
      try course.student.type(
        "solution", shows: course.said(ja: "解答例:", en: "an answer:"), then: answered)
      course.tally.shown += 1
      return
    case .skip:
      try course.student.type(
        "skip", shows: course.said(ja: "とばしました", en: "skipped"), then: answered)
      course.tally.skipped += 1
      return
    case .slipsAndHint:
      try course.slip(at: question, asked)
      try course.hint(at: question, asked)
    case .comesBack:
      try course.student.type("?skip", shows: "goto", then: asked)
      try course.student.type(
        "leave", shows: "lesson \(course.lesson.script.id)", then: "nn>")
      course.student.closeConsole()
      try course.comeBack(at: asked)
    case .otherLanguage:
      course.language = course.language == .ja ? .en : .ja
      try course.student.type(
        "lang \(course.language.rawValue)",
        shows: course.said(ja: "日本語で表示します", en: "English from now on"),
        String(question.prompt[course.language].prefix(8)), then: asked)
      try course.slip(at: question, asked)
      // Killed here, the student has lost nothing, the hint to come included.
      course.student.terminal.send(signal: SIGKILL)
      #expect(course.student.terminal.waitForExit() == .signal(SIGKILL))
      try course.comeBack(at: asked)
      try course.hint(at: question, asked)
    case .rightAtOnce: break
    }
    try course.student.type(
      question.rightAnswer(course.language), shows: "\n" + course.right, then: answered)
    course.tally.right += 1
  }

  /// Answers in half a sentence, leaves, comes back, and marks the answer beside the model answer.
  private func markOneself(
    _ question: Question, _ course: inout Course, _ asked: String, _ answered: String
  ) throws {
    let own = try #require(question.otherAnswer)
    let compared = asked.replacing("?>", with: "y/n>")
    try course.student.type(
      own, shows: course.said(ja: "見比べて自己採点", en: "mark it yourself"), then: asked)
    try course.student.type(
      "solution", shows: course.said(ja: "あなたの答え", en: "your answer"), own, then: compared)
    try course.student.type("perhaps", shows: "y", "n", then: compared)
    try course.student.type(
      "lang ja", shows: "解答例", String(question.rightAnswer(.ja).prefix(8)), then: compared)
    course.language = .ja
    try course.student.type("ｙ", shows: "自己採点で正解", then: answered)
    course.tally.marked += 1
    // The mark is there in another process, too.
    course.student.terminal.send(signal: SIGKILL)
    #expect(course.student.terminal.waitForExit() == .signal(SIGKILL))
    try course.comeBack(at: answered)
    try course.student.type("review", shows: "自己採点で正解", then: answered)
  }
}
