import ArrayFiles
import Console
import Foundation
import Lessons
import Localization
import TerminalGraphics
import Testing

@Suite("Lessons in the console")
struct LessonTests {
  private let lessons = testsFolder.appending(path: "../../lessons").standardized.path

  @Test(
    "a lesson waits, lets lines be tried, goes on from its own state, and gives back the old one")
  func taking() throws {
    try withTemporaryFolder { folder in
      let script = """
        @lesson tiny format=1
        @title ja 小さい
        @title en Tiny
        @step one
        layers 2 1
        set W1 = [[1], [2]]
        @step two
        forward 1 1
        @expect sum W1 = 3
        @step three
        loss
        @expect error no-target
        """
      try script.write(toFile: folder + "/tiny.nn", atomically: true, encoding: .utf8)
      let progress = folder + "/state/progress"
      let console = TestConsole(folder: folder, lessons: folder, progress: progress)
      console.run("layers 5 5 seed=1")
      let before = console.output(of: "weights")

      #expect(console.output(of: "lesson tiny").contains("step 1 of 3"))
      #expect(console.run("next extra") != nil)
      // What is tried in between is gone when the next step begins.
      console.run("layers 9 9")
      #expect(console.output(of: "next").contains("step 2 of 3"))
      #expect(console.output(of: "weights W1").contains("[[1.]\n [2.]]"))
      #expect(console.output(of: "back").contains("step 1 of 3"))
      #expect(console.output(of: "goto 3").contains("step 3 of 3"))
      #expect(console.run("goto four") != nil)
      #expect(console.output(of: "leave").contains("lesson tiny"))
      #expect(console.output(of: "weights") == before)

      // Another session goes on where this one left.
      let later = TestConsole(folder: folder, lessons: folder, progress: progress)
      #expect(later.output(of: "lesson tiny").contains("step 3 of 3"))
      #expect(later.output(of: "next").contains("end of: Tiny"))
      #expect(later.run("next") != nil)
      #expect(later.output(of: "lessons").contains("✓"))
      #expect(later.output(of: "show").contains("no network"))
    }
  }

  @Test("the table of lessons says shortly what each covers")
  func covers() throws {
    try withTemporaryFolder { folder in
      let script = """
        @lesson tiny format=1
        @title ja 小
        @title en Tiny
        @covers test=4 test=6 exercise=1
        @step one
        1 + 1
        """
      try script.write(toFile: folder + "/tiny.nn", atomically: true, encoding: .utf8)
      for (language, line) in [
        (Language.ja, "  tiny  小  0/1             テスト 4, 6, 演習 1"),
        (.en, "  tiny  Tiny   0/1               test 4, 6, exercise 1"),
      ] {
        let console = TestConsole(language: language, folder: folder, lessons: folder)
        let rows = console.output(of: "lessons").split(separator: "\n")
        #expect(rows.last.map(String.init) == line)
      }
    }
  }

  @Test("what a block shows stands above the line that ends the block")
  func blocks() throws {
    try withTemporaryFolder { folder in
      let script = """
        @lesson loop format=1
        @title ja くり返し
        @title en A loop
        @step one
        for i in range(2):
            print(i)

        x = 5
        x
        """
      try script.write(toFile: folder + "/loop.nn", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder, lessons: folder)
      #expect(
        console.output(of: "lesson loop").contains(
          """
          nn> for i in range(2):
           ..     print(i)
          0
          1
          nn> x = 5
          nn> x
          5
          """))
    }
  }

  @Test("a broken progress file is set aside, not written over")
  func brokenProgress() throws {
    try withTemporaryFolder { folder in
      let progress = folder + "/progress"
      try "what is this".write(toFile: progress, atomically: true, encoding: .utf8)
      let console = TestConsole(lessons: lessons, progress: progress)
      #expect(console.run("lesson single-unit") == nil)
      #expect(console.run("next") == nil)
      let kept = try String(contentsOfFile: progress + ".broken-1", encoding: .utf8)
      #expect(kept == "what is this")
      #expect(try String(contentsOfFile: progress, encoding: .utf8).contains("single-unit"))
    }
  }

  /// A batch console and what it writes.
  private func batch(
    _ language: Language, width: Int = 80, _ run: (inout BatchConsole) -> Int32
  ) -> (status: Int32, output: String, errors: String) {
    var (output, errors) = ("", "")
    let printer = Printer(
      renderer: Renderer(language: language, width: width), hasColor: false,
      hasColorOnErrors: false,
      write: { output += $0 }, writeError: { errors += $0 })
    var console = BatchConsole(
      session: Session(language: language, seed: 1),
      environment: Environment(
        output: { printer.show($0) }, clock: StoppedClock(), lessonsFolder: lessons),
      printer: printer)
    let status = run(&console)
    return (status, output, errors)
  }

  @Test("all lessons of the project hold", arguments: Language.allCases)
  func check(_ language: Language) {
    let (status, output, errors) = batch(language) { $0.check([lessons]) }
    #expect(status == 0, "\(errors)")
    #expect(errors.isEmpty)
    #expect(output.contains(language == .ja ? "すべて成り立ちます" : "all hold"))
  }

  @Test("check reports everything that does not hold, in one run, with its place")
  func findings() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/bad.nn"
      try """
      @lesson bad format=1
      @title ja だめ
      @title en Bad
      @step one
      layers 2 1
      set W1 = [[1], [2]]
      forward 1 1
      @expect W1 = [[1], [3]]
      @expect shape W1 = (3, 1)
      @expect y > 1e9
      @expect topology 2-2
      @step two
      forwrad 1 1
      @expect y = [0]
      @step three
      backward
      @expect error no-network
      """.write(toFile: file, atomically: true, encoding: .utf8)
      try "@lesson bad format=1\n@title ja あ\n@title en A\n@step s\nshow\n"
        .write(toFile: folder + "/worse.nn", atomically: true, encoding: .utf8)
      try "@lesson form\n@title ja あ\n@stpe x\n"
        .write(toFile: folder + "/form.nn", atomically: true, encoding: .utf8)
      let (status, output, errors) = batch(.en) { $0.check([folder]) }
      #expect(status == 1)
      for place in [
        "bad.nn:8:9:", "bad.nn:9:9:", "bad.nn:10:9:", "bad.nn:11:9:", "bad.nn:13:1:",
        "bad.nn:17:9:", "worse.nn:1:9:", "form.nn:1:13:", "form.nn:3:1:",
      ] {
        #expect(errors.contains(place), "\(place)\n\(errors)")
      }
      #expect(errors.contains("did you mean 'forward'?"))
      #expect(errors.contains("did you mean '@step'?"))
      #expect(output.contains("problem"))
    }
  }

  @Test("a replay shows what it showed before", arguments: Language.allCases)
  func replay(_ language: Language) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: lessons)
      .filter { $0.hasSuffix(".nn") }.sorted()
    for name in names {
      let (status, output, errors) = batch(language) {
        $0.replay(lessons + "/" + name, step: nil)
      }
      #expect(status == 0, "\(name): \(errors)")
      let file = testsFolder.appending(path: "Replays/\(name.dropLast(3)).\(language.rawValue).txt")
      if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
        try output.write(to: file, atomically: true, encoding: .utf8)
      }
      let expected = try String(contentsOf: file, encoding: .utf8)
      #expect(output == expected, "\(name)")
      for line in output.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(name): \(line)")
      }
    }
  }

  @Test("every lesson can be taken with the answers that its replay types")
  func takenToTheEnd() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: lessons).sorted()
    where name.hasSuffix(".nn") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: lessons + "/" + name)))
      let script = try #require(LessonScript.read(bytes, path: name).script)
      guard !script.questions.isEmpty else { continue }
      // A window this wide breaks no answer into lines.
      let (_, replayed, _) = batch(.en, width: 10_000) {
        $0.replay(lessons + "/" + name, step: nil)
      }
      let prompt = try Regex("^\(script.id) [0-9]+ \\?> ")
      var answers: [[String]] = []
      var isInside = false
      for line in replayed.split(separator: "\n", omittingEmptySubsequences: false) {
        if let match = line.prefixMatch(of: prompt) {
          answers.append([String(line[match.range.upperBound...])])
          isInside = true
        } else if isInside, let dots = line.range(of: ".. "),
          line[..<dots.lowerBound].allSatisfy({ $0 == " " })
        {
          answers[answers.count - 1].append(String(line[dots.upperBound...]))
        } else {
          isInside = false
        }
      }
      #expect(answers.count == script.questions.count, "\(name)")
      var lines: [String] = []
      var rest = answers[...]
      var isOver = false
      let shown = Conversation(
        questionSeed: script.seed ?? 0, lessons: lessons
      ).transcript { prompt in
        if prompt == "nn> " {
          defer { isOver = true }
          return isOver ? nil : "lesson \(script.id)"
        }
        if prompt.hasSuffix(" ?> ") { lines = rest.popFirst() ?? ["leave"] }
        // An empty line ends code, and goes on after a step.
        return lines.isEmpty ? "" : lines.removeFirst()
      }
      let count = script.questions.count
      #expect(shown.contains("\n\(count) of \(count) answered · review"), "\(name): \(shown)")
    }
  }

  @Test("one step alone, and errors of replay")
  func step() {
    let alone = batch(.en) { $0.replay("single-unit", step: "negative") }
    #expect(alone.status == 0)
    #expect(alone.output.contains("step 3 of 7"))
    #expect(!alone.output.contains("step 1 of 7"))
    let missing = batch(.en) { $0.replay("single-unit", step: "nowhere") }
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no step 'nowhere'"))
    let unknown = batch(.en) { $0.replay("singel-unit", step: nil) }
    #expect(unknown.errors.contains("did you mean 'single-unit'?"))
  }
}
