import ArrayFiles
import Foundation
import Lessons
import Localization
import Synchronization
import TerminalGraphics
import Testing

@testable import Console

@Suite("Judging one answer, and what authors need")
struct AnswerTests {
  static let lesson = """
    @lesson small format=1
    @title ja 小さい *レッスン*
    @title en A small *lesson*
    @seed 5
    @text ja
    はじめに。
    @text en
    First [of](all).
    @end
    @step one
    layers 2 1:identity
    set W1 = [[3], [4]]
    set b1 = [5]
    @ask weigh number
    @prompt ja W1 と b1 で、入力が {a} と 1 のときの u は?
    @prompt en What is u with W1 and b1 for the inputs {a} and 1?
    @given a: () integer 2..9
    @key W1[0,0] * a + W1[1,0] + b1[0]
    @wrong W1[0,0] * a + W1[1,0] => missing-bias
    @hint ja 掛けて足します。
    @hint en Weigh and add.
    @hint ja b1 も足します。
    @hint en Add b1, too.
    @why ja u = Wx + b です。
    @why en u = Wx + b.
    @end
    set b1 = [100]
    forward 1 1
    @expect u1 = [107] within 1e-12
    @step two
    @ask test choice
    @prompt ja どれ?
    @prompt en Which?
    @option a x
    @option b y
    @key a
    @wrong b => no
    @feedback no ja いいえ "b" は違います。
    @feedback no en No, "b" is not it.
    @hint ja 一
    @hint en one
    @hint ja 二
    @hint en two
    @why ja a だから。
    @why en Because of a.
    @end

    """

  /// A batch console in a folder with the lesson, and what it writes.
  private func batch(
    _ language: Language = .en, _ text: String = lesson,
    clock: any Clock<Duration> = StoppedClock(),
    _ run: (inout BatchConsole, String) -> Int32
  ) throws -> (status: Int32, output: String, errors: String) {
    var (output, errors) = ("", "")
    let printer = Printer(
      renderer: Renderer(language: language, width: 80), hasColor: false, hasColorOnErrors: false,
      write: { output += $0 }, writeError: { errors += $0 })
    var status: Int32 = -1
    try withTemporaryFolder { folder in
      try text.write(toFile: folder + "/small.nn", atomically: true, encoding: .utf8)
      var console = BatchConsole(
        session: Session(language: language, seed: 1),
        environment: Environment(
          output: { printer.show($0) }, clock: clock, files: FileStore(folder: folder),
          lessonsFolder: folder),
        printer: printer)
      status = run(&console, folder)
    }
    return (status, output, errors)
  }

  private func answer(
    _ place: String, _ answer: String, seed: UInt32? = nil, json: Bool = false,
    _ language: Language = .en
  ) throws -> (status: Int32, output: String, errors: String) {
    try batch(language) { console, _ in
      console.answer(place, with: answer, seed: seed, asJSON: json)
    }
  }

  /// A clock that is a second later whenever it is read.
  private final class HastyClock: Clock {
    private let seconds = Mutex(0)

    var now: ContinuousClock.Instant {
      seconds.withLock {
        $0 += 1
        return start.advanced(by: .seconds($0))
      }
    }
    var minimumResolution: Duration { .zero }
    private let start = ContinuousClock.now
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {}
  }

  @Test("judging ends after two seconds, and says so", arguments: Language.allCases)
  func time(_ language: Language) throws {
    let stop = Environment(output: { _ in }, clock: HastyClock()).stop(after: .seconds(3))
    #expect([stop(), stop(), stop(), stop()] == [false, false, false, true])
    let slow = try batch(language, clock: HastyClock()) { console, _ in
      console.answer("small/weigh", with: "max(range(100000))", seed: nil, asJSON: false)
    }
    #expect(slow.status == 65)
    #expect(
      slow.output.contains(language == .ja ? "時間内に終わらない" : "it did not end in time"), "\(slow)")
  }

  @Test("the status says whether the answer is right, wrong, or none")
  func statuses() throws {
    #expect(try answer("small/test", "a").status == 0)
    #expect(try answer("small", "a").status == 0)
    #expect(try answer("small.nn/test", "a").status == 0)
    #expect(try answer("small/test", "b").status == 1)
    #expect(try answer("small/test", "c").status == 65)
    #expect(try answer("small/test", "").status == 65)
    #expect(try answer("small/tset", "a").status == 64)
    #expect(try answer("smal/test", "a").status == 64)
    #expect(try answer("small/tset", "a").errors.contains("did you mean 'test'?"))
  }

  @Test("a question sees the state of its place in the lesson, and the seed's numbers")
  func context() throws {
    var right: Set<Int> = []
    for a in 2...9 {
      if try answer("small/weigh", "\(3 * a + 4 + 5)", seed: 4).status == 0 { right.insert(a) }
    }
    #expect(right.count == 1)
    let a = try #require(right.first)
    let wrong = try answer("small/weigh", "\(3 * a + 4)", seed: 4)
    #expect(wrong.status == 1)
    #expect(wrong.output == "not yet: the bias b is not added.\n  \(3 * a + 4) is too small.\n")
  }

  @Test("a right answer is followed by the reason")
  func reason() throws {
    #expect(try answer("small/test", "a").output == "right.\nBecause of a.\n")
    #expect(try answer("small/test", "a", .ja).output == "正解です。\na だから。\n")
  }

  @Test("a sentence that is not accepted is left to a person", arguments: Language.allCases)
  func sentences(_ language: Language) throws {
    let units = try String(
      contentsOf: testsFolder.appending(path: "Conversations/units.nn"), encoding: .utf8)
    func answer(_ text: String, json: Bool = false) throws -> (status: Int32, output: String) {
      let run = try batch(language, units) { console, _ in
        console.answer("units/why", with: text, seed: nil, asJSON: json)
      }
      return (run.status, run.output)
    }
    let person = language == .ja ? "人が二つを見比べてください" : "a person should compare the two"
    for json in [false, true] {
      let (status, output) = try answer("in no step at all", json: json)
      #expect(status == 1)
      #expect(output.contains(person))
    }
    #expect(try answer("updated in each step").status == 0)
    #expect(try !answer("updated in each step").output.contains(person))
    #expect(try !answer("").output.contains(person))
  }

  @Test("JSON holds what a grader needs, in one line")
  func json() throws {
    let wrong = try answer("small/test", "b", json: true)
    #expect(
      wrong.output
        == #"{"lesson":"small","question":"test","verdict":"wrong","slip":"no","#
        + #""feedback":"not yet: No, \"b\" is not it.","seed":5}"# + "\n")
    let invalid = try answer("small/weigh", "1 +\n\u{1B}[2J", json: true, .ja)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(invalid.output.utf8)) as? [String: Any])
    #expect(object["verdict"] as? String == "invalid")
    #expect(object["slip"] is NSNull)
    #expect(!invalid.output.contains("\u{1B}"))
    #expect(invalid.output.split(separator: "\n").count == 1)
  }

  @Test("a new lesson passes check as it is, and is never written over")
  func newLesson() throws {
    let text = LessonSkeleton.script(id: "fresh")
    let made = try batch(.en, text) { console, folder in
      let file = folder + "/another.nn"
      #expect(console.makeLesson("another") == 0)
      #expect(console.makeLesson("another") == 1)
      #expect(console.makeLesson("../up") == 1)
      #expect(!FileManager.default.fileExists(atPath: folder + "/../up.nn"))
      return console.check([file])
    }
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("1 lesson, 1 expectation, 1 question: all hold"))
  }

  @Test("check finds what a question does not keep, with its place and its seed")
  func broken() throws {
    let text = Self.lesson.replacing(
      "@wrong b => no", with: "@wrong b => no\n@accept b\n@wrong a => no"
    )
    .replacing("for the inputs {a}", with: "for {c}")
    let checked = try batch(.en, text) { console, folder in console.check([folder]) }
    #expect(checked.status == 1)
    for part in [
      "small.nn:14:6: error: {c} in a text stands for no variable",
      "small.nn:38:9: error: this @accept answer is judged wrong, no",
      "small.nn:39:8: error: this @wrong answer is judged right",
    ] {
      #expect(checked.errors.contains(part), "\(part)\n\(checked.errors)")
    }
  }

  @Test("lines of a lesson that never end are stopped, and said so")
  func endless() throws {
    let text = Self.lesson.replacing(
      "forward 1 1", with: "n = 0\nwhile True: n += 1\nforward 1 1")
    let checked = try batch(.en, text) { console, folder in console.check([folder], limit: 100) }
    #expect(checked.status == 1)
    #expect(checked.errors.contains("error: the lines of the lesson did not end and were stopped"))
    #expect(checked.errors.contains("while True"))
  }

  @Test("recorded values are written anew where they stand, and nothing else changes")
  func update() throws {
    var text = Self.lesson.replacing(
      "@expect u1 = [107] within 1e-12", with: "@expect  u1 = [ 1, 2 ]  within 1e-12  # kept")
    text = text.replacing(
      "layers 2 1:identity\n", with: "layers 2 1:identity\n@expect topology 3-1\n")
    let updated = try batch(.en, text) { console, folder in
      #expect(console.updateLessons([folder]) == 0)
      let after = (try? String(contentsOfFile: folder + "/small.nn", encoding: .utf8)) ?? ""
      #expect(
        after == text.replacing("[ 1, 2 ]", with: "[107]").replacing("3-1", with: "2-1"), "\(after)"
      )
      #expect(console.updateLessons([folder]) == 0)
      return console.check([folder])
    }
    #expect(updated.status == 0, "\(updated.errors)")
    #expect(updated.output.contains("updated 2 values in 1 script\n"))
    #expect(updated.output.contains("nothing to update\n"))
    let unreadable = try batch(.en, "@lesson x\n") { console, folder in
      console.updateLessons([folder])
    }
    #expect(unreadable.status == 1)
  }

  @Test("a lesson as Markdown", arguments: Language.allCases)
  func markdown(_ language: Language) throws {
    let page = try batch(language) { console, _ in console.exportMarkdown("small") }
    #expect(page.status == 0)
    let file = testsFolder.appending(path: "Wordings/markdown.\(language.rawValue).md")
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
      try page.output.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page.output)
    #expect(!page.output.contains("{a}"))
  }
}
