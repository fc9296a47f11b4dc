import ArrayFiles
import Console
import Foundation
import Localization
import TerminalGraphics
import Testing

/// A conversation without a terminal: lines from a list, everything shown in one text.
@Suite("A conversation")
struct InteractiveConsoleTests {
  /// A person at a prompt, as a list of what happens.
  private struct Person: LineSource {
    var events: [LineEvent]
    var windowSize: (columns: Int, rows: Int) = (80, 24)
    /// The prompts that were shown.
    var prompts: [String] = []
    /// What was shown a window at a time.
    var pages: [String] = []
    /// What ↑ was to find.
    var offers: [String] = []
    /// How often waiting lines of a paste were dropped.
    var drops = 0
    /// Why history is not kept.
    var historyProblem: FileError?
    /// A text of which the candidates are noted at every prompt.
    var asks: String?
    var candidates: [[String]] = []

    init(_ lines: String...) { events = lines.map { .line($0) } }
    init(events: [LineEvent]) { self.events = events }

    mutating func readStatement(prompt: StyledText, assistant: ConsoleAssistant) -> LineEvent {
      prompts.append(prompt.plain)
      if let asks { candidates.append(assistant.candidates(before: asks).candidates.map(\.text)) }
      return events.isEmpty ? .endOfInput : events.removeFirst()
    }
    mutating func takeHistoryProblem() -> FileError? {
      defer { historyProblem = nil }
      return historyProblem
    }
    mutating func offer(_ text: String) { offers.append(text) }
    mutating func dropPasted() { drops += 1 }
    mutating func page(_ text: String) { pages.append(text) }
  }

  /// What a conversation led to.
  private struct Talk {
    var shown: String
    var person: Person
    var session: Session
  }

  private func talk(
    _ person: Person, lesson: String? = nil, leavesWithLesson: Bool = false,
    before: (inout InteractiveConsole) -> Void = { _ in }
  ) -> Talk {
    final class Screen { var text = "" }
    let screen = Screen()
    var person = person
    let printer = Printer(
      renderer: Renderer(language: .en, width: 80), hasColor: false, hasColorOnErrors: false,
      isTerminal: true, write: { screen.text += $0 }, writeError: { screen.text += $0 })
    let environment = Environment(
      output: { printer.show($0) }, clock: StoppedClock(), files: FileStore(folder: "."),
      lessonsFolder: testsFolder.appending(path: "../../lessons").standardized.path,
      isInteractive: true)
    var console = InteractiveConsole(
      session: Session(language: .en, seed: 1), environment: environment, printer: printer)
    before(&console)
    if let lesson {
      let hasOpened = console.open(lesson: lesson)
      #expect(hasOpened)
    }
    console.converse(with: &person, leavesWithLesson: leavesWithLesson)
    return Talk(shown: screen.text, person: person, session: console.session)
  }

  @Test("that history is not kept is said once, and stops nothing")
  func history() {
    var person = Person("1 + 1", "2 + 2")
    person.historyProblem = FileError(path: "h/history", operation: .write, reason: .noSpace)
    let note = "history is not kept: cannot write h/history: the disk is full\n"
    #expect(talk(person).shown == note + "2\n4\n")
  }

  @Test("goes from prompt to prompt until quit; what follows is not read")
  func quits() {
    let talk = talk(Person("layers 2 1 seed=1", "quit", "reset")) { $0.greet(version: "9.9") }
    #expect(talk.shown.hasPrefix("nnrepl 9.9 · neural networks at a prompt"))
    #expect(talk.shown.contains("3 parameters · rand, seed 1"))
    #expect(talk.person.prompts == ["nn> ", "nn> "])
    #expect(talk.person.events.count == 1)
    #expect(talk.session.hasEnded)
  }

  @Test("ends with the input; an interrupt says how to leave only at an empty line")
  func ends() {
    let talk = talk(
      Person(events: [.interrupted(wasEmpty: false), .interrupted(wasEmpty: true), .line("")]))
    #expect(talk.shown == "to leave: quit or Ctrl-D\n")
    #expect(talk.person.prompts.count == 4)
    #expect(!talk.session.hasEnded)
  }

  @Test("an error is shown, the rest of a paste is dropped, and the session goes on as it was")
  func goesOnAfterErrors() {
    let talk = talk(
      Person("layers 2 1 seed=1", "layers 1000000 1000000", "forwrad", "weights b1"))
    #expect(talk.person.drops == 2)
    #expect(talk.shown.contains("did you mean 'forward'?"))
    #expect(talk.shown.hasSuffix("shape: (1,)\n\n"))
  }

  @Test("several lines of one statement stop at the first error")
  func stopsWithinAText() {
    let talk = talk(Person("layers 2 1 seed=1\nforwrad\nreset", "weights b1"))
    #expect(talk.shown.hasSuffix("shape: (1,)\n\n"))
  }

  @Test("long output of a command that only looks is paged, as the window is then")
  func pages() {
    var person = Person("help train", "help quit")
    person.windowSize = (columns: 40, rows: 10)
    let small = talk(person)
    #expect(small.person.pages.count == 1)
    #expect(small.person.pages[0].split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(!small.shown.contains("epochs=") && small.shown.contains("quit"))
    person.windowSize = (columns: 100, rows: 200)
    let large = talk(person)
    #expect(large.person.pages.isEmpty && large.shown.contains("epochs="))
    // A window may have no size at all while it opens.
    person.windowSize = (columns: 0, rows: 0)
    #expect(!talk(person).person.pages.isEmpty)
  }

  @Test("code that is to be mended is offered once, while its question is open")
  func offers() {
    let talk = talk(Person("goto test", "hint", "skip", "goto test", "leave"), lesson: "bug-hunt")
    #expect(talk.person.offers.count == 1)
    #expect(talk.person.offers.first?.hasPrefix("def backward(x, d, z1, y):\n    W2") == true)
    #expect(talk.shown.contains("type code and an empty line (↑: the above)"))
  }

  @Test("the assistant knows the session of now")
  func assistant() {
    var person = Person("layers 2 3 1", "reset")
    person.asks = "weights W"
    #expect(talk(person).person.candidates == [[], ["W1", "W2"], []])
  }

  @Test("in a lesson the prompt tells the step, Return goes on, the end is the end of play")
  func lesson() {
    let lines = [
      "forward 1 1", " ", "1.1", "", "0", "", "a", "", "skip", "", "functions.relu(x @ w + b)", "",
      "",
    ]
    let steps = Person(events: lines.map { .line($0) })
    let talk = talk(steps, lesson: "single-unit", leavesWithLesson: true)
    #expect(
      talk.person.prompts.prefix(4) == [
        "single-unit 1> ", "single-unit 1> ", "single-unit 2 ?> ", "single-unit 2> ",
      ])
    #expect(talk.person.events.isEmpty)
    #expect(talk.shown.contains("end of:"))
  }

  @Test("a start-up file that fails is said, and the conversation begins all the same")
  func startUp() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/startup.nn"
      try "layers 2 1 seed=1\nforwrad\n".write(toFile: path, atomically: true, encoding: .utf8)
      let talk = talk(Person("weights b1")) { $0.runStartUpFile(path) }
      #expect(talk.shown.contains("\(path):2:1: error: "))
      #expect(talk.shown.hasSuffix("shape: (1,)\n\n"))
      let missing = self.talk(Person()) { $0.runStartUpFile("/no/such") }
      #expect(missing.shown.contains("/no/such"))
    }
  }
}
