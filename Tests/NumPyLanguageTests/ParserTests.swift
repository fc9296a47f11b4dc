import SourceText
import Testing

@testable import NumPyLanguage

@Suite("Parser")
struct ParserTests {
  private func mistake(_ text: String) -> PythonError? {
    Interpreter(output: { _ in }).check(SourceUnit(name: "", text: text))
  }

  /// The marked part is where the error is.
  @Test(arguments: [
    ("x = «* 2»", PythonError.Kind.syntaxError), ("x = 1 +«»", .syntaxError),
    ("x = 1 «2»", .syntaxError),
    ("x = (1 «2»)", .syntaxError), ("f(a «b»)", .syntaxError), ("x = [1, 2 «3»]", .syntaxError),
    ("«1» = x", .syntaxError), ("«f(x)» = 1", .syntaxError), ("«x + 1» = 2", .syntaxError),
    ("«None» = 1", .syntaxError), ("x, «1» = 2, 3", .syntaxError), ("«[a, b]» += 1", .syntaxError),
    ("if x «=» 1:\n  pass", .syntaxError), ("if x«»\n  pass", .syntaxError),
    ("for i «range»(3):\n  pass", .syntaxError), ("def f(x)«»\n  return x", .syntaxError),
    ("while True«»\n  pass", .syntaxError), ("if x:\n  pass\nelse «if» y:\n  pass", .syntaxError),
    ("«else»:\n  pass", .syntaxError),
    ("«print x»", .syntaxError), ("«return» 1", .syntaxError), ("«break»", .syntaxError),
    ("while 1:\n  pass\n«continue»", .syntaxError), ("def f(a, «a»): pass", .syntaxError),
    ("def f(a=1, «b»): pass", .syntaxError), ("f(a=1, «2»)", .syntaxError),
    ("f(a=1, «a»=2)", .syntaxError), ("«x if y»", .syntaxError), ("import «1»", .syntaxError),
    ("from math «imprt» pi", .syntaxError), ("x = {1: 2, 3«}»", .syntaxError),
    ("lambda x: «return» x", .syntaxError), ("del «1»", .syntaxError),
    ("a = «=» 1", .syntaxError),
    ("try:\n  pass\n«x» = 1", .syntaxError), ("x = «f'{'»", .syntaxError),
    ("x = «f'}'»", .syntaxError),
    ("x = f'{1 +«»}'", .syntaxError),
    ("«    »x = 1", .indentationError), ("x = 1\n«  »y = 2", .indentationError),
    ("if x:\n«y» = 1", .indentationError), ("def f():\n«»", .indentationError),
    ("for i in x:\n  a\n«    »b", .indentationError), ("if x:\n    a\n«  »b", .indentationError),
    ("if x:\n\ta\n«        »b", .tabError), ("«class» A:\n  pass", .notImplementedError),
    ("«with» a:\n  pass", .notImplementedError), ("def f():\n  «yield» 1", .notImplementedError),
    ("x = (y «:=» 1)", .notImplementedError), ("«@»f\ndef g(): pass", .notImplementedError),
    ("nonlocal «x»", .syntaxError), ("def f():\n  x = 1\n  global «x»", .syntaxError),
  ])
  func errorPointsAtItsPlace(_ marked: String, _ kind: PythonError.Kind) throws {
    let (text, range) = Marked.read(marked)
    let error = try #require(mistake(text), "no error in \(text)")
    #expect(error.kind == kind)
    #expect(error.range == range, "\(error.message)")
  }

  @Test func severalMistakesAreReportedAtOnce() throws {
    let text =
      "x = 1 +\ny = 2\nz = (3 4)\nif y\n  pass\nfor i in range(3):\n  a = = 1\n  b = 1\nw = 1"
    let error = try #require(mistake(text))
    let all = [error] + error.further
    #expect(all.map { $0.range?.start.line } == [1, 3, 4, 7])
    #expect(all.allSatisfy { $0.unit?.text == text })
  }

  @Test func manyMistakesEndAtTwenty() throws {
    let error = try #require(mistake(String(repeating: "x = = 1\n", count: 1000)))
    #expect(error.further.count == 19)
  }

  @Test(arguments: [
    ("x = 1 + 2 * 3", "x", "7"), ("x = -2 ** 2", "x", "-4"), ("x = 2 ** -1", "x", "0.5"),
    ("x = 2 ** 3 ** 2", "x", "512"), ("x = not 1 == 2", "x", "True"),
    ("x = 1 < 2 < 3", "x", "True"),
    ("x = 1 if 0 else 2 if 0 else 3", "x", "3"), ("x = 5 - 3 - 1", "x", "1"),
    ("x = 6 & 3 | 8 ^ 1", "x", "11"), ("x = 1 or 2 and 0", "x", "1"), ("x = -1 % 3", "x", "2"),
    ("x = ~1 + 2", "x", "0"), ("x = 1, 2", "x", "(1, 2)"), ("x = 1,", "x", "(1,)"),
    ("x = y = 2", "y", "2"), ("x, *y = 1, 2, 3", "y", "[2, 3]"),
    ("x = lambda a, b=2: a * b\ny = x(3)", "y", "6"),
    ("x = [i * j for i in range(3) for j in range(3) if i != j]", "x", "[0, 0, 0, 2, 0, 2]"),
    ("x = 'a' 'b' f'{1 + 1}'", "x", "'ab2'"), ("x = 3 in [1, 2] or not 1 in []", "x", "True"),
    ("x: int = 3", "x", "3"), ("x = 1 << 2 + 1", "x", "8"),

    ("x = np.arange(10)[1:8:3].tolist()", "x", "[1, 4, 7]"),
    ("x = {**{'a': 1}, 'b': 2}", "x", "{'a': 1, 'b': 2}"),
  ])
  func operatorsBindAsInPython(_ text: String, _ name: String, _ shown: String) throws {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(SourceUnit(name: "", text: text))
    #expect(try interpreter.display(#require(interpreter[name])) == shown)
  }

  /// A place inside a function is found in its own text, and the calls lead there.
  @Test func runtimeErrorPointsAtItsPlace() throws {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(
      SourceUnit(name: "cell 1", text: "def f(x):\n    return x + [1]\ndef g(x): return f(x)"))
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "cell 2", text: "a = 1\nb = g(a)"))
      Issue.record("it ran")
    } catch {
      #expect(error.unit?.name == "cell 1")
      #expect(error.range == SourceRange(line: 2, column: 12, length: 7))
      #expect(error.calls.map(\.function) == ["f", "g"])
      #expect(error.calls.map(\.unit?.name) == ["cell 1", "cell 2"])
      #expect(error.calls.map(\.range.start.line) == [3, 2])
    }
  }

  @Test(arguments: [
    ("np.dot(«W», «x»)", [[3, 5], [3]]), ("«W» @ «x»", [[3, 5], [3]]),
    ("«x».dot(«np.zeros(4)»)", [[3], [4]]),
    ("1 + («x» + «np.zeros(2)»)", [[3], [2]]), ("«x» < «np.zeros(2)»", [[3], [2]]),
    ("np.maximum(«x», «np.zeros(2)»)", [[3], [2]]), ("«x» -= «np.zeros(2)»", [[3], [2]]),
    ("functions.d_sigmoid_with_loss(«np.zeros(2)», «x»)", [[3], [2]]),
  ])
  func shapeErrorKnowsItsOperands(_ marked: String, _ shapes: [[Int]]) throws {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(
      SourceUnit(name: "", text: "x = np.zeros(3); W = np.zeros((3, 5))"))
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "»" }) }
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "", text: text))
      Issue.record("it ran")
    } catch {
      let found = error.operands.map { range in
        String(
          text.dropFirst(range.start.column - 1).prefix(range.end.column - range.start.column))
      }
      #expect(found == parts)
      switch error.detail {
      case .shapesNotAligned(let left, let right): #expect([left, right] == shapes)
      case .shapesDoNotBroadcast(let all): #expect(all == shapes)
      default: Issue.record("\(error.detail)")
      }
    }
  }
}
