import LinearAlgebra
import NumPyLanguage
import SourceText
import Testing

@Suite("The language as a part of a program")
struct EmbeddingTests {
  private func run(_ text: String, in interpreter: Interpreter) throws {
    try interpreter.execute(SourceUnit(name: "test", text: text))
  }

  @Test func namesAreReadAndBound() throws {
    let interpreter = Interpreter(output: { _ in })
    interpreter["W"] = .array(NDArray(shape: [2, 2], elements: [1.0, 2, 3, 4]))
    try run("y = np.dot(np.array([1., 1.]), W)", in: interpreter)
    guard case .array(let y)? = interpreter["y"] else {
      return #expect(Bool(false), "y is no array")
    }
    #expect(y.shape == [2])
    #expect(y.doubles == [4, 6])
    interpreter["y"] = nil
    #expect(interpreter["y"] == nil)
    #expect(interpreter.globalNames.contains("W") && !interpreter.globalNames.contains("y"))
  }

  @Test func boundArrayIsShared() throws {
    let interpreter = Interpreter(output: { _ in })
    let array = NDArray(shape: [3], elements: [1.0, 2, 3])
    interpreter["W"] = .array(array)
    interpreter["network"] = .dict(DictObject(["W": .array(array)]))
    try run("W[0] = 9\nnetwork['W'][1] += 10", in: interpreter)
    #expect(array.doubles == [9, 12, 3])
    array.replaceElements([7, 8, 9])
    #expect(
      try interpreter.display(interpreter.evaluate(SourceUnit(name: "", text: "W.sum()"))) == "24.0"
    )
  }

  @Test func expressionsAreEchoedUnlessSilent() throws {
    let interpreter = Interpreter(output: { _ in })
    var shown: [String] = []
    try interpreter.execute(
      SourceUnit(name: "", text: "1 + 1\nx = 5\nNone\nx;\nnp.float64(2)\n'a'")
    ) { value in
      shown.append((try? interpreter.display(value)) ?? "?")
    }
    #expect(shown == ["2", "2.0", "'a'"])
    #expect(try interpreter.display(#require(interpreter["_"])) == "'a'")
  }

  @Test func evaluatingLeavesTheLastValueAlone() throws {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(SourceUnit(name: "", text: "3")) { _ in }
    let value = try interpreter.evaluate(SourceUnit(name: "", text: "4"))
    #expect(try interpreter.display(value) == "4")
    #expect(try interpreter.display(#require(interpreter["_"])) == "3")
  }

  @Test func functionsAreCalledFromOutside() throws {
    let interpreter = Interpreter(output: { _ in })
    try run("def f(a, b=2, *, c=3): return a * 100 + b * 10 + c", in: interpreter)
    let f = try #require(interpreter["f"])
    #expect(try interpreter.display(interpreter.call(f, [.int(1)])) == "123")
    #expect(
      try interpreter.display(interpreter.call(f, [.int(1), .int(4)], [("c", .int(5))])) == "145")
    #expect(throws: PythonError.self) { try interpreter.call(f, []) }
    #expect(throws: PythonError.self) { try interpreter.call(.int(1), []) }
  }

  @Test func outputAndWarningsGoWhereTheyAreSent() throws {
    var output = ""
    var warnings: [Interpreter.Warning] = []
    let interpreter = Interpreter(output: { output += $0 }, warning: { warnings.append($0) })
    try run("for i in range(3):\n    print(np.log(np.array([0.])))", in: interpreter)
    #expect(output == "[-inf]\n[-inf]\n[-inf]\n")
    #expect(warnings.map(\.message) == ["divide by zero encountered in log"])
    #expect(warnings.first?.category == "RuntimeWarning")
    #expect(warnings.first?.range?.start.line == 2)
  }

  @Test(arguments: [
    "while True: pass", "for i in range(10**9): pass", "[i for i in range(10**7)]",
    "def f():\n  while True: pass\nf()", "time.sleep(10**6)", "sum(range(10**9))",
  ])
  func stopEndsEverything(_ text: String) {
    var asked = 0
    let interpreter = Interpreter(
      output: { _ in },
      shouldStop: {
        asked += 1
        return asked > 3
      })
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "", text: text))
      Issue.record("it ran to its end")
    } catch {
      #expect(error.kind == .keyboardInterrupt)
      #expect(error.detail == .interrupted)
    }
  }

  @Test func failedStatementChangesNothing() throws {
    let interpreter = Interpreter(output: { _ in })
    try run("x = 1\na, b = 5, 6", in: interpreter)
    #expect(throws: PythonError.self) { try run("x = undefined_name + 1", in: interpreter) }
    #expect(throws: PythonError.self) { try run("x = 2\nif", in: interpreter) }
    #expect(try interpreter.display(#require(interpreter["x"])) == "1")
  }

  @Test func interpreterGoesOnAfterAnError() throws {
    let interpreter = Interpreter(output: { _ in })
    try run("def f(n): return f(n + 1) if n < 5 else 1 / 0", in: interpreter)
    for _ in 0..<50 { #expect(throws: PythonError.self) { try run("f(0)", in: interpreter) } }
    try run("y = sum([1, 2, 3])", in: interpreter)
    #expect(try interpreter.display(#require(interpreter["y"])) == "6")
  }

  @Test func modulesNeedNoImport() throws {
    let interpreter = Interpreter(output: { _ in })
    try run("a = np.pi, math.pi, functions.relu(-1.0), plt, time", in: interpreter)
    interpreter.reset()
    #expect(interpreter["a"] == nil && interpreter["np"] != nil)
  }

  @Test func seedGivesTheSameNumbers() throws {
    let first = Interpreter(seed: 5, output: { _ in })
    let second = Interpreter(seed: 5, output: { _ in })
    try run("x = np.random.rand(3)", in: first)
    try run("x = np.random.rand(3)", in: second)
    #expect(try first.display(#require(first["x"])) == second.display(#require(second["x"])))
    first.reset(seed: 5)
    try run("x = np.random.rand(3)", in: first)
    #expect(try first.display(#require(first["x"])) == second.display(#require(second["x"])))
  }

  // MARK: Completion

  @Test(arguments: [
    ("np.argm", ["argmax", "argmin"]), ("np.random.randi", ["randint"]), ("prin", ["print"]),
    ("x = fun", ["functions"]), ("network['W", ["W1", "W2"]), ("network[\"b", ["b1"]),
    ("a.resh", ["reshape"]), ("network.ke", ["keys"]), ("nothing.", []), ("a.shape.co", ["count"]),
  ])
  func completionsFollow(_ text: String, _ expected: [String]) throws {
    let interpreter = Interpreter(output: { _ in })
    try run("a = np.zeros(2); network = {'W1': a, 'W2': a, 'b1': a}", in: interpreter)
    #expect(interpreter.completions(of: text).completions.map(\.text) == expected)
  }

  @Test func completionRunsNothing() throws {
    var output = ""
    let interpreter = Interpreter(output: { output += $0 })
    try run("def f(): print('ran')", in: interpreter)
    #expect(interpreter.completions(of: "f().").completions.isEmpty)
    #expect(output == "")
  }
}
