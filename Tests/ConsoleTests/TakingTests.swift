import Console
import Foundation
import Lessons
import Localization
import TerminalGraphics
import Testing

/// What is kept of lessons from one session to the next, and what strangers' lessons must not do.
@Suite("Keeping a lesson's place and answers")
struct TakingTests {
  private let lessons = testsFolder.appending(path: "Conversations").path

  /// What is shown after a line of a transcript, up to the next prompt.
  private func shown(after line: String, in transcript: String) -> String {
    guard let start = transcript.range(of: "> \(line)\n") else { return "" }
    let rest = transcript[start.upperBound...]
    return String(rest.range(of: "\nunits ").map { rest[..<$0.lowerBound] } ?? rest)
  }

  @Test("a new process goes on at the same question, with the same numbers, hints and answers")
  func resumption() throws {
    try withTemporaryFolder { folder in
      let progress = folder + "/state/progress"
      let first = Conversation(seed: 17, lessons: lessons, progress: progress)
        .transcript(of: ["lesson units", "1", "2 +", "hint"])
      let question = try #require(first.split(separator: "\n").first { $0.contains("What is u") })
      // The second session has another seed of its own and was not even left.
      let second = Conversation(seed: 99, lessons: lessons, progress: progress)
        .transcript(of: ["lesson units", "2", "hint", "3", "skip", "", "leave"])
      #expect(second.contains("going on where you left"))
      #expect(second.contains(question))
      #expect(shown(after: "hint", in: second).hasPrefix("hint 2/2"))
      #expect(shown(after: "3", in: second).contains("solution shows an answer"))
      let third = Conversation(seed: 5, lessons: lessons, progress: progress)
        .transcript(of: ["lesson units", "np.dot(x, W) + b", "leave"])
      #expect(third.contains("question by-hand: skipped"))
      #expect(third.contains("same values on 20 random shapes"))
      let kept = try String(contentsOfFile: progress, encoding: .utf8)
      #expect(
        kept == """
          nnrepl progress 1
          @student seed=17
          units at=weigh
          units/by-hand verdict=wrong attempts=3 hints=2 skipped time=1764000000
          units/the-line verdict=right attempts=1 time=1764000000

          """)
    }
  }

  @Test("a solution has the learner's numbers in it, and the words of an option")
  func solutions() throws {
    let console = TestConsole(lessons: lessons)
    console.run("lesson units")
    let question = try #require(
      console.shown.split(separator: "\n").first { $0.contains("What is u") })
    let number = try #require(question.firstMatch(of: /x = \[(\d+), 1\]/)?.1)
    let solution = console.output(of: "solution")
    #expect(solution.contains("an answer:\n  \(number) * W1[0, 0] + W1[1, 0] + b1[0] = "))
    console.run("goto shape")
    #expect(console.output(of: "solution").contains("an answer:\n  a) (2, 3)\n"))
  }

  @Test("feedback has the learner's numbers in it")
  func feedbackNumbers() {
    let console = TestConsole(
      lessons: testsFolder.appending(path: "../../lessons").standardized.path)
    console.run("lesson softmax-gradient")
    console.run("goto times-too-small")
    let feedback = console.output(of: "K")
    #expect(feedback.contains("not yet: It is divided by "))
    #expect(!feedback.contains("{"))
  }

  @Test("learners get numbers of their own; a seed that is asked for wins and is not kept")
  func seeds() throws {
    func question(_ conversation: Conversation) -> String {
      conversation.transcript(of: ["lesson units"]).split(separator: "\n")
        .first { $0.contains("What is u") }.map(String.init) ?? ""
    }
    let questions = (0..<12).map { question(Conversation(seed: $0, lessons: lessons)) }
    #expect(Set(questions).count > 3)
    try withTemporaryFolder { folder in
      let progress = folder + "/progress"
      let own = question(Conversation(seed: 3, lessons: lessons, progress: progress))
      #expect(own == questions[3])
      let other = try #require((0..<12).first { questions[$0] != own })
      for _ in 0..<2 {
        let asked = Conversation(
          seed: 8, questionSeed: UInt32(other), lessons: lessons, progress: progress)
        #expect(question(asked) == questions[other])
      }
      #expect(question(Conversation(seed: 8, lessons: lessons, progress: progress)) == own)
    }
  }

  @Test("a listing of commands can be quoted, and a lesson's file is found by who types its name")
  func listingOfCommands() throws {
    try withTemporaryFolder { folder in
      try "a,b\n1,2\n3,4\n".write(
        toFile: folder + "/few.csv", atomically: true, encoding: .utf8)
      try """
      @lesson commands format=1
      @title ja あ
      @title en a
      @step s
      @ask slip lines
      @prompt ja あ
      @prompt en a
      @listing
      data load few.csv target=b
      layers 9 9
      @key 2
      @wrong 1 => sign
      @hint ja あ
      @hint en a
      @hint ja あ
      @hint en a
      @why ja あ
      @why en a
      @end
      """.write(toFile: folder + "/commands.nn", atomically: true, encoding: .utf8)
      let talk = Conversation(lessons: folder).transcript(of: [
        "lesson commands", "data load few.csv target=b", "data load few.csv target=a",
        "layers 9 9",
      ])
      #expect(talk.contains("not yet: a sign is the other way round."))
      #expect(talk.contains("data few.csv: 2 samples"))
      #expect(talk.contains("right.\n") && !talk.contains("parameters"))
      let outside = Conversation(lessons: folder).transcript(of: ["data load few.csv"])
      #expect(outside.contains("there is no such file"))
    }
  }

  @Test("goto asks a question again whose step has the same id")
  func sameID() throws {
    try withTemporaryFolder { folder in
      let question = """
        @ask test number
        @prompt ja あ
        @prompt en how many?
        @key 2
        @wrong 3 => sign
        @hint ja あ
        @hint en a
        @hint ja あ
        @hint en a
        @why ja あ
        @why en a
        @end
        """
      let head = "@lesson twice format=1\n@title ja あ\n@title en a\n"
      try (head + "@step one\n1 + 1\n@step test\n" + question + "\n@step last\n2 + 2\n").write(
        toFile: folder + "/twice.nn", atomically: true, encoding: .utf8)
      func talk(_ line: String) -> String {
        Conversation(lessons: folder).transcript(of: ["lesson twice", "", "2", "", line, "3"])
      }
      #expect(talk("goto test").contains("not yet: a sign is the other way round."))
      #expect(!talk("goto 2").contains("not yet"))
    }
  }

  @Test("lesson alone goes on with the lesson that was left last")
  func latestLesson() throws {
    try withTemporaryFolder { folder in
      let script = try String(contentsOfFile: lessons + "/units.nn", encoding: .utf8)
      for id in ["units", "other"] {
        try script.replacing("@lesson units", with: "@lesson \(id)").write(
          toFile: folder + "/\(id).nn", atomically: true, encoding: .utf8)
      }
      let progress = folder + "/progress"
      func talk(_ seconds: Double, _ lines: [String]) -> String {
        Conversation(lessons: folder, progress: progress, seconds: seconds).transcript(of: lines)
      }
      #expect(talk(1, ["lesson"]).contains("ID is missing"))
      _ = talk(1, ["lesson units", "0", "leave"])
      _ = talk(2, ["lesson other", "0", "leave"])
      #expect(talk(3, ["lesson"]).contains("\nlesson other\ngoing on where you left"))
      _ = talk(4, ["lesson units", "0", "leave"])
      #expect(talk(5, ["lesson", "leave"]).contains("\nlesson units\ngoing on"))
      // What was left just now goes first, though nothing was answered in it.
      let both = ["lesson other again", "leave", "lesson"]
      #expect(talk(6, both).contains("\nlesson other\n"))
      #expect(talk(7, ["forget units", "lesson"]).contains("\nlesson other\n"))
    }
  }

  @Test("two sessions that take lessons at once do not lose each other's answers")
  func twoSessions() throws {
    try withTemporaryFolder { folder in
      let progress = folder + "/progress"
      let first = TestConsole(lessons: lessons, progress: progress)
      let second = TestConsole(lessons: lessons, progress: progress)
      for console in [first, second] { #expect(console.run("lesson units") == nil) }
      first.run("skip")
      second.run("hint")
      first.run("np.dot(x, W)")
      second.run("solution")
      first.run("np.dot(x, W) + b")
      second.run("hint")
      let kept = try LessonProgress(
        decoding: String(contentsOfFile: progress, encoding: .utf8))[lesson: "units"]
      #expect(kept.answers["by-hand"]?.standing == .shown)
      #expect(kept.answers["by-hand"]?.hints == 1)
      #expect(kept.answers["the-line"]?.standing == .right)
      #expect(kept.answers["the-line"]?.attempts == 2)
      #expect(kept.answers["the-line"]?.hints == 1)
    }
  }

  @Test("a lesson that changed is gone on with at the nearest step, its lost question forgotten")
  func changedLesson() throws {
    try withTemporaryFolder { folder in
      let progress = folder + "/progress"
      let script = try String(contentsOfFile: lessons + "/units.nn", encoding: .utf8)
      let file = folder + "/units.nn"
      try script.write(toFile: file, atomically: true, encoding: .utf8)
      var conversation = Conversation(lessons: folder, progress: progress)
      _ = conversation.transcript(of: ["lesson units", "skip", "skip", "", "skip", "leave"])
      // The question is gone, then its step.
      try script.replacing("@ask net network", with: "@ask other network").write(
        toFile: file, atomically: true, encoding: .utf8)
      let other = conversation.transcript(of: ["lesson units", "review"])
      #expect(other.contains("going on where you left"))
      #expect(other.contains("question shape: skipped"))
      #expect(other.contains("question other:\nBuild a network"))
      #expect(other.contains("  other "))
      try script.replacing("@step build", with: "@step made").write(
        toFile: file, atomically: true, encoding: .utf8)
      let nearest = conversation.transcript(of: ["lesson units"])
      #expect(nearest.contains("the lesson has changed: going on at the nearest step"))
      #expect(nearest.contains("step 2 of 3"))
      conversation.language = .ja
      #expect(conversation.transcript(of: ["lesson units"]).contains("小さなレッスン · ステップ 2 / 3"))
    }
  }

  @Test(
    "a broken progress file is set aside at the next answer, and said so",
    arguments: Language.allCases)
  func brokenFile(_ language: Language) throws {
    try withTemporaryFolder { folder in
      let progress = folder + "/progress"
      let console = TestConsole(language: language, lessons: lessons, progress: progress)
      console.run("lesson units")
      try "nnrepl progress 1\nunits/by-hand attempts=many\n".write(
        toFile: progress, atomically: true, encoding: .utf8)
      let shown = console.output(of: "skip").replacing("\n", with: " ")
      #expect(shown.contains(progress + ".broken-1"))
      #expect(shown.contains(language == .ja ? "新しく始めました" : "a new one begun"))
      let kept = try String(contentsOfFile: progress, encoding: .utf8)
      #expect(kept.contains("units/by-hand skipped"))
      let aside = try String(contentsOfFile: progress + ".broken-1", encoding: .utf8)
      #expect(aside.contains("attempts=many"))
      // One broken file more does not replace the first.
      try "nonsense".write(toFile: progress, atomically: true, encoding: .utf8)
      #expect(console.output(of: "skip").contains(".broken-2"))
    }
  }

  @Test("progress that cannot be kept is said once, and the lesson goes on")
  func unwritable() {
    let console = TestConsole(lessons: lessons, progress: "/dev/null/progress")
    #expect(console.output(of: "lesson units").contains("progress is not kept"))
    #expect(!console.output(of: "hint").contains("progress is not kept"))
    #expect(!console.output(of: "skip").contains("progress is not kept"))
    #expect(console.shown.contains("Write the line"))
  }

  @Test("progress export writes a table for a teacher")
  func export() throws {
    try withTemporaryFolder { folder in
      let conversation = Conversation(lessons: lessons, progress: folder + "/progress")
      let file = folder + "/my answers.csv"
      let shown = conversation.transcript(of: [
        "progress", "lesson units", "hint", "0", "skip", "np.dot(x, W) + b",
        "progress export '\(file)'", "progress export /nowhere/a.csv", "progress export",
      ]).replacing("\n", with: " ")
      #expect(shown.contains("no lesson was begun yet"))
      #expect(shown.contains("2 questions written to \(file)"))
      #expect(shown.contains("cannot write /nowhere/a.csv"))
      let table = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        table == """
          lesson,question,verdict,attempts,hints,time
          units,by-hand,skipped,1,1,2025-11-24T16:00:00Z
          units,the-line,right,1,0,2025-11-24T16:00:00Z

          """)
    }
  }

  /// Takes a lesson from a pipe.
  private func play(
    _ lesson: String, _ input: String, in folder: String? = nil
  ) -> (status: Int32, output: String) {
    var output = ""
    let printer = Printer(
      renderer: Renderer(language: .en), hasColor: false, hasColorOnErrors: false,
      write: { output += $0 }, writeError: { output += $0 })
    var console = BatchConsole(
      session: Session(language: .en, seed: 4),
      environment: Environment(
        output: { printer.show($0) }, clock: StoppedClock(), lessonsFolder: folder ?? lessons),
      printer: printer)
    var lines = input.split(separator: "\n", omittingEmptySubsequences: false)[...]
    return (console.play(lesson) { lines.popFirst().map(String.init) }, output)
  }

  @Test("answers come from a pipe: wrong ones are no failure, commands stay commands")
  func pipe() {
    let whole = play(
      "units",
      """
      0
      2 * 8 + 4

      np.dot(x,
        W) + b


      b
      a
      layers 2 3 1

      def relu(x):

      u = 3
      v = u

      skip
      they learn in each step

      lessons
      """)
    #expect(whole.status == 0)
    #expect(whole.output.contains("0 is too small"))
    #expect(whole.output.contains("same values on 20 random shapes"))
    #expect(whole.output.contains("IndentationError"))
    #expect(whole.output.contains("does not define the function relu"))
    #expect(whole.output.hasSuffix("review units tells more\n"))
    // The end of the pipe ends an answer that has begun, and the lesson stays open.
    let cut = play("units", "skip\nskip\n\nskip\nskip\n\ndef relu(x):\n  return np.maximum(0, x)")
    #expect(cut.status == 0)
    #expect(cut.output.contains("When do the weights change?"))
    let failing = play("units", "weights\nweights nothing\nskip")
    #expect(failing.status == 1)
    #expect(failing.output.contains("<stdin>:2:9: error:"))
    #expect(!failing.output.contains("skipped"))
  }

  @Test("no sign of a stranger's lesson commands the terminal", arguments: Language.allCases)
  func hostileTexts(_ language: Language) throws {
    try withTemporaryFolder { folder in
      let evil = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{8}"
      func both(_ part: String) -> String { "@\(part) ja あ\(evil)\n@\(part) en a\(evil)\n" }
      let script =
        "@lesson evil format=1\n" + both("title")
        + "@text ja\n\(evil)\n@text en\n\(evil)\n@end\n@step one\n"
        + "@text ja\n\(evil)\n@text en\n\(evil)\n@end\nprint('\(evil)')\n"
        + "@ask q lines\n" + both("prompt") + "@listing\na \(evil)\nb\n@key 1\n@wrong 2 => no\n"
        + both("feedback no") + both("hint") + both("hint") + both("why") + "@end\n"
        + "@ask r choice\n" + both("prompt") + "@option a \(evil)\n@option b \(evil)\n@key a\n"
        + "@wrong b => no\n" + both("feedback no") + both("hint") + both("hint") + both("why")
        + "@end\n@ask t code\n" + both("prompt") + "@start\nx = '\(evil)'\n@key\nx = '\(evil)!'\n"
        + "@case x\n@wrong x = 1 => no\n" + both("feedback no") + both("hint") + both("hint")
        + both("why") + "@end\n"
      try script.write(toFile: folder + "/evil.nn", atomically: true, encoding: .utf8)
      let conversation = Conversation(language: language, lessons: folder)
      let shown = conversation.transcript(of: [
        "lessons", "lesson evil", "2", "hint", "hint", "a", "1", "b", "solution", "x = 2", "",
        "solution", "review", "progress", "goto q", "",
      ])
      #expect(shown.contains("evil 1 ?> "))
      #expect(shown.contains(language == .ja ? "答えを見た" : "solution shown"))
      for scalar in shown.unicodeScalars where scalar != "\n" {
        #expect(!(0..<0x20).contains(scalar.value) && !(0x7F..<0xA0).contains(scalar.value))
        #expect(scalar.value != 0x202E)
      }
    }
  }

  @Test("an endless lesson can be stopped, at its lines as at an answer")
  func endless() throws {
    try withTemporaryFolder { folder in
      let head = "@lesson endless format=1\n@title ja あ\n@title en a\n@step one\n"
      let question =
        "@ask q formula\n@prompt ja あ\n@prompt en a\n@given x: ()\n@key x\n@wrong 2 * x => factor\n"
        + "@hint ja あ\n@hint en a\n@hint ja い\n@hint en b\n@why ja う\n@why en c\n@end\n"
      try (head + question + "@step two\nwhile True:\n    pass\n").write(
        toFile: folder + "/endless.nn", atomically: true, encoding: .utf8)
      var conversation = Conversation(lessons: folder)
      conversation.interruptAfter = 50
      let shown = conversation.transcript(of: [
        "lesson endless", "sum([1 for i in range(10 ** 8)])", "hint",
      ])
      #expect(shown.contains("it did not end in time and was stopped"))
      #expect(shown.contains("hint 1/2: a"))
      let lines = conversation.transcript(of: ["lesson endless", "x", "", "show"])
      #expect(lines.contains("interrupted"))
    }
  }

  @Test("files that are too large for a lesson are refused with a reason")
  func hugeFiles() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/huge.nn"
      try Data().write(to: URL(filePath: file))
      let handle = try #require(FileHandle(forWritingAtPath: file))
      try handle.truncate(atOffset: 100 << 20)
      try handle.close()
      let console = TestConsole(folder: folder)
      #expect(console.output(of: "lesson huge.nn").contains("it is larger than 4.19 MB"))
      let head = "@lesson steps format=1\n@title ja あ\n@title en a\n"
      func steps(_ count: Int) -> String { (0..<count).map { "@step s\($0)\nshow\n" }.joined() }
      try (head + steps(1_000_000)).write(toFile: file, atomically: true, encoding: .utf8)
      #expect(console.output(of: "lesson huge.nn").contains("it is larger than 4.19 MB"))
      try (head + steps(1001)).write(toFile: file, atomically: true, encoding: .utf8)
      #expect(console.output(of: "lesson huge.nn").contains("1000"))
      #expect(console.session.hasEnded == false)
    }
  }

  @Test("a lesson reads only what is in its folder, and writes nothing")
  func confinement() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/lessons", withIntermediateDirectories: true)
      try "1,2\n3,4\n".write(toFile: folder + "/secret.csv", atomically: true, encoding: .utf8)
      try "1,2\n3,4\n".write(
        toFile: folder + "/lessons/own.csv", atomically: true, encoding: .utf8)
      func lesson(_ line: String) throws -> String {
        let text = "@lesson l format=1\n@title ja あ\n@title en a\n@step one\nlayers 1 1\n\(line)\n"
        try text.write(toFile: folder + "/lessons/l.nn", atomically: true, encoding: .utf8)
        return Conversation(lessons: folder + "/lessons").transcript(of: ["lesson l again"])
      }
      #expect(try !lesson("data load own.csv").contains("cannot"))
      for line in [
        "data load ../secret.csv", "data load \(folder)/secret.csv", "save net.npz",
        "record log.nn", "run ../secret.csv", "progress export a.csv",
      ] {
        let shown = try lesson(line)
        #expect(shown.contains("may only read what is in the lesson's folder"), "\(shown)")
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/lessons").sorted() == [
          "l.nn", "own.csv",
        ])
    }
  }
}
