import SourceText
import Testing

@testable import Console

@Suite("Reading lines")
struct ReadingTests {
  private let reader = StatementReader(commandNames: CommandList.names)

  /// What kind of line a text is, in a few signs.
  private func kind(
    _ text: String, defined: Set<String> = [], answer: AnswerForm? = nil
  ) -> String {
    let statement = reader.statement(
      from: SourceLine(text: text), isDefined: defined.contains, answer: answer)
    return switch statement.kind {
    case .empty: "empty"
    case .command(let line): "command \(line.name.text)"
    case .directive: "directive"
    case .formula: "formula"
    case .answer(let text): "answer \(text)"
    }
  }

  @Test(
    "while a question is open, commands stay commands and the rest are answers",
    arguments: [
      ("np.dot(x, W)", "answer np.dot(x, W)"), ("b", "answer b"), ("loss = 3", "answer loss = 3"),
      ("ｕ＝１", "answer ｕ＝１"), ("2-3-1", "answer 2-3-1"), ("hint", "command hint"),
      ("weights W1", "command weights"), (":b", "command b"), ("?b", "command help"),
      ("", "empty"), ("# note", "empty"), ("@expect y = 1", "directive"),
      ("  x + 1", "answer   x + 1"),
    ])
  func answers(_ text: String, _ expected: String) {
    for form in [AnswerForm.line, .statement, .program, .sentence] {
      #expect(kind(text, answer: form) == expected, "\(form)")
    }
  }

  @Test("a sentence may begin with the name of a command")
  func sentences() {
    let text = "weights change with each step"
    #expect(kind(text, answer: .sentence) == "answer \(text)")
    #expect(kind(text, answer: .line) == "command weights")
    #expect(kind(":" + text, answer: .sentence) == "command weights")
  }

  @Test("answers have the lines that their form gives them")
  func answerLines() {
    func goesOn(_ text: String, _ form: AnswerForm) -> Bool {
      reader.needsMoreLines(text, answer: form)
    }
    #expect(!goesOn("it's (so", .sentence))
    #expect(!goesOn("[a", .line))
    #expect(goesOn("f(1,", .statement))
    #expect(goesOn("def f(x):\n  return x", .statement))
    #expect(!goesOn("u = 1", .statement))
    #expect(goesOn("u = 1", .program))
    #expect(goesOn("u = 1\nv = u", .program))
    #expect(!goesOn("u = 1\nv = u\n", .program))
    #expect(!goesOn("hint", .program))
    // Words are no beginning of a program, and a command of the lesson gives one up.
    #expect(!goesOn("ん？", .program) && !goesOn("no idea", .program))
    #expect(goesOn("def relu(x):", .program) && goesOn("return x", .program))
    #expect(!goesOn("def relu(x):\nhint", .program))
    #expect(goesOn("def relu(x):\n    hint(x)", .program))
    var input = InputReader(name: nil, reader: reader)
    #expect(input.read("u = 1", answer: .program).isEmpty)
    #expect(input.read("v = u", answer: .program).isEmpty)
    #expect(input.read("", answer: .program).map(\.text) == ["u = 1\nv = u"])
    #expect(input.read("skip", answer: .program).count == 1)
    #expect(input.read("def relu(x):", answer: .program).isEmpty)
    #expect(input.read("hint", answer: .program).map(\.text) == ["hint"])
    #expect(input.read("ん？", answer: .program).map(\.text) == ["ん？"])
  }

  @Test(
    "commands, formulas and directives are told apart",
    arguments: [
      ("", "empty"), ("   ", "empty"), ("# forward", "empty"), ("　", "empty"),
      ("forward", "command forward"), ("  forward 1 2", "command forward"),
      ("forward -1 2", "command forward"), ("forward [[1], [2]]", "command forward"),
      ("forward # note", "command forward"), ("loss", "command loss"),
      ("ｌｏｓｓ", "command loss"), ("layers　３　５：ｒｅｌｕ", "command layers"),
      ("load 'in'", "command load"), ("step 10 lr=0.07", "command step"),
      (":loss = 3", "command loss"), (": loss", "command loss"), (":nothing", "command nothing"),
      ("?loss", "command help"), ("?", "command help"), ("? loss", "command help"),
      ("exit", "command quit"), ("exit()", "command quit"), ("quit()", "command quit"),
      ("loss = 3", "formula"), ("loss == 3", "formula"), ("loss(1)", "formula"),
      ("loss[0]", "formula"), ("input[0] = 1", "formula"), ("loss.x", "formula"),
      ("loss + 1", "formula"), ("loss - x", "formula"), ("loss*2", "formula"),
      ("loss * 2", "formula"), ("loss / 2", "formula"), ("loss, target", "formula"),
      ("loss in x", "formula"), ("loss if x else y", "formula"), ("loss and x", "formula"),
      ("loss < 3", "formula"), ("step += 1", "formula"), ("train: 3", "formula"),
      ("run /tmp/a.nn", "command run"), ("run ./a.nn", "command run"), ("load //x", "formula"),
      ("load ~/x.npz", "command load"),
      ("np.dot(x, W1)", "formula"), ("lossy 3", "formula"), ("forwrad 1", "formula"),
      ("@expect y = 1", "directive"), ("  @expect y = 1", "directive"), ("＠expect", "directive"),
    ])
  func kinds(_ text: String, _ expected: String) {
    #expect(kind(text) == expected)
  }

  @Test("a name that the learner has defined wins over a command, except after a colon")
  func definedNames() {
    #expect(kind("loss", defined: ["loss"]) == "formula")
    #expect(kind(":loss", defined: ["loss"]) == "command loss")
    #expect(kind("loss", defined: ["los"]) == "command loss")
  }

  @Test("full-width signs are read as ASCII, outside quotes, and the reading is kept beside")
  func fullWidth() {
    let statement = reader.statement(from: SourceLine(text: "ｓｔｅｐ　１０　ｌｒ＝０．１"))
    #expect(statement.text == "step 10 lr=0.1")
    #expect(statement.written == "ｓｔｅｐ　１０　ｌｒ＝０．１")
    #expect(reader.statement(from: SourceLine(text: "load '（１）'")).written == nil)
  }

  @Test(
    "statements go on over lines",
    arguments: [
      ("input [[1, 2],", true), ("input [[1, 2],\n[3, 4]]", false), ("layers 2 \\", true),
      ("layers 2 \\\n3", false), ("set W1 = [ # ]", true), ("load 'a[b'", false),
      ("forward # (", false), ("x = f(1,", true), ("{", true), (")", false), (")\n(", true),
      ("input [１，", true), ("", false), ("load '[", false),
    ])
  func moreLines(_ text: String, _ expected: Bool) {
    #expect(reader.needsMoreLines(text) == expected)
    var input = InputReader(name: nil, reader: reader)
    var last: [Statement] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      last = input.read(String(line))
    }
    #expect(last.isEmpty == expected)
  }

  @Test("a statement of several lines is one command, its errors in their own lines")
  func severalLines() throws {
    let console = TestConsole()
    #expect(console.run("layers 2 \\\n  3:relu \\\n  1 seed=1") == nil, "\(console.shown)")
    let error = try #require(console.run("input [[1, 2],\n  [3, x]]"))
    #expect(error.error.range?.start == SourcePosition(line: 2, column: 7))
    #expect(console.shown.hasSuffix("    [3, x]]\n        ^\n  for example 0.5, -2 or 1e-3.\n"))
  }

  @Test(
    "words",
    arguments: [
      ("a b", ["a", "b"]), ("  a\t b ", ["a", "b"]), ("1, 2,3", ["1", "2", "3"]),
      ("'a b' c", ["a b", "c"]), ("x=\"a b\"", ["x=a b"]), ("''", [""]), ("", []),
      ("[1, 2] (3, 4)", ["[1, 2]", "(3, 4)"]), ("[[1,\n2]]", ["[[1,\n2]]"]),
      ("'it'\"'\"'s'", ["it's"]), ("W1[0, 2] = 1", ["W1[0, 2]", "=", "1"]), (")", [")"]),
      ("é 名前", ["é", "名前"]),
    ])
  func words(_ text: String, _ expected: [String]) throws {
    #expect(try Word.words(of: text, line: 1, column: 1).map(\.text) == expected)
  }

  @Test("words know their columns, counted in characters")
  func columns() throws {
    let words = try Word.words(of: "名前 'é é' [1, 2]", line: 3, column: 5)
    #expect(words.map(\.range.start.column) == [5, 8, 14])
    #expect(words.map(\.range.end.column) == [7, 13, 20])
    #expect(words.map(\.isQuoted) == [false, true, false])
  }

  @Test("open quotes and brackets", arguments: ["'a", "x \"a b", "[1, 2", "(1", "a['x]"])
  func unclosed(_ text: String) {
    #expect(throws: ConsoleError.self) { try Word.words(of: text, line: 1, column: 1) }
  }

  @Test(
    "a quoted text is one word again",
    arguments: [
      "plain.csv", "two words", "it's", "\"", "'", "'\"'", "", "a,b", "[x]", "a=b", "#", "名前",
    ])
  func quoting(_ text: String) throws {
    let written = StatementReader.blankingComments("load " + Word.quoted(text))
    let words = try Word.words(of: written, line: 1, column: 1)
    #expect(words.map(\.text) == ["load", text])
  }

  @Test(
    "numbers", arguments: [("1", 1.0), ("-2.5", -2.5), ("1e3", 1000), (".5", 0.5), ("+3", 3)])
  func numbers(_ text: String, _ expected: Double) throws {
    #expect(try word(text).number("x") == expected)
  }

  @Test(
    "what is no finite number",
    arguments: ["", "x", "nan", "inf", "-inf", "1e999", "0x10", "1,5", "１", "--1", "1_000"])
  func noNumbers(_ text: String) {
    #expect(throws: ConsoleError.self) { try word(text).number("x") }
  }

  @Test(
    "whole numbers",
    arguments: [("7", 7), ("1e3", 1000), ("1_000", 1000), ("-3", -3), ("2.0", 2)])
  func wholeNumbers(_ text: String, _ expected: Int) throws {
    #expect(try word(text).wholeNumber("N", in: -1000...1000) == expected)
  }

  @Test(
    "what is no whole number in the range",
    arguments: ["", "1.5", "x", "1001", "-1e300", "99999999999999999999999", "nan", "inf", "²"])
  func noWholeNumbers(_ text: String) {
    #expect(throws: ConsoleError.self) { try word(text).wholeNumber("N", in: -1000...1000) }
  }

  private func word(_ text: String) -> Word {
    Word(text: text, range: SourceRange(line: 1, column: 1, length: text.count), isQuoted: false)
  }
}

@Suite("Arguments")
struct ArgumentsTests {
  private func arguments(_ text: String) throws -> Arguments {
    let reader = StatementReader(commandNames: CommandList.names)
    guard case .command(let line) = reader.statement(from: SourceLine(text: text)).kind else {
      throw ConsoleError(.unclosedQuote)
    }
    return try Arguments(line, for: try #require(CommandList.command(named: line.name.text)))
  }

  @Test(
    "options are found wherever they stand and however spaced",
    arguments: ["step 3 lr=0.1", "step lr=0.1 3", "step 3 lr = 0.1", "step lr= 0.1 3"])
  func options(_ text: String) throws {
    var found = try arguments(text)
    #expect(try found.number("lr") == 0.1)
    #expect(try found.word("N").text == "3")
    #expect(found.isEmpty)
  }

  @Test(
    "slips in options",
    arguments: [
      ("step rl=0.1", 6), ("step lr=1 lr=2", 11), ("train optimiser=adam", 7),
      ("train batch=1 batches=2", 15),
    ])
  func slips(_ text: String, column: Int) throws {
    do {
      _ = try arguments(text)
      Issue.record("no error")
    } catch let error as ConsoleError {
      #expect(error.range?.start.column == column)
    }
  }

  @Test("what is missing is missing at the end of the line")
  func missing() throws {
    var found = try arguments("goto   # where")
    let error = #expect(throws: ConsoleError.self) { try found.word("STEP") }
    #expect(error?.range?.start.column == 5)
  }
}
