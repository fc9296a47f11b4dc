import NumPyLanguage
import Testing

@Suite("No program is too much")
struct LimitTests {
  /// The kind of the error that ends a program; empty where it ends well.
  private func kind(of code: String, shouldStop: @escaping () -> Bool = { false }) -> String {
    let interpreter = Interpreter(output: { _ in }, shouldStop: shouldStop)
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "case", text: "import numpy as np\n" + code))
      return ""
    } catch {
      return error.kind.rawValue
    }
  }

  @Test(arguments: ["(", "[", "{", "f(", "x[", "-", "not ", "lambda: ", "1 if 1 else ", "1**"])
  func nestedSourceIsRefused(_ opening: String) {
    let code = "x = " + String(repeating: opening, count: 100_000) + "1\n"
    #expect(kind(of: code) == "SyntaxError")
  }

  @Test(arguments: ["def f(n): return f(n + 1)\nf(0)", "f = lambda n: [f(n + 1)]\nf(0)"])
  func endlessRecursionIsRefused(_ code: String) {
    #expect(kind(of: code) == "RecursionError")
  }

  @Test(
    arguments: ["print(a)", "a == b", "{a: 1}", "np.array(a)"],
    ["(a,)", "[a]"])
  func deepValuesAreRefused(_ use: String, _ layer: String) {
    let building = "a = b = ()\nfor i in range(50_000):\n  a, b = \(layer), "
    let code = building + layer.replacing("a", with: "b") + "\n" + use
    #expect(["RecursionError", "TypeError", "ValueError"].contains(kind(of: code)))
  }

  @Test(arguments: [
    ("np.zeros((10**6, 10**6))", "MemoryError"), ("np.tile([1], 10**15)", "MemoryError"),
    ("np.zeros((10**5, 1)) + np.zeros((1, 10**5))", "MemoryError"),
    ("np.arange(0, 1e30, 1e-5)", "MemoryError"), ("np.random.rand(10**9, 10**9)", "MemoryError"),
    ("[1] * 10**15", "MemoryError"), ("'a' * 10**15", "MemoryError"),
    ("'%1000000000000d' % 1", "MemoryError"), ("s = 'ab'\nwhile True: s += s", "MemoryError"),
  ])
  func hugeResultsAreRefused(_ code: String, _ expected: String) {
    #expect(kind(of: code) == expected)
  }

  @Test(
    "a program that may make only small values makes none that is larger",
    arguments: [
      "np.zeros(1001)", "np.ones((40, 40))", "np.full(1001, 2)", "np.empty(1001)", "np.eye(40)",
      "np.arange(1001)", "np.arange(0, 1, 1e-4)", "np.linspace(0, 1, 1001)", "[0] * 1001",
      "np.random.rand(1001)", "np.random.randn(40, 40)", "np.random.choice(1001)",
      "np.random.permutation(1001)", "np.repeat(np.ones(600), 2)", "np.diag(np.ones(40))",
      "np.concatenate([np.ones(600)] * 2)", "np.vstack([np.ones(600)] * 2)", "'a' * 1001",
      "np.meshgrid(np.ones(40), np.ones(40))", "np.broadcast_to(1, (40, 40))",
    ])
  func smallLimits(_ code: String) {
    var limits = Limits()
    (limits.elements, limits.textSize) = (1000, 1000)
    let interpreter = Interpreter(limits: limits, output: { _ in })
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "", text: code))
      Issue.record("no error")
    } catch {
      #expect(error.kind == .memoryError, "\(error)")
    }
  }

  /// Nothing is allocated for these, and still their steps must fit.
  @Test(arguments: [
    "np.ones((0, 2**62, 4))", "np.zeros(0).reshape(0, 2**62, 4)", "np.zeros((0, 2**62))",
    "np.zeros((2**62, 0)).sum(axis=1)", "np.random.rand(0, 2**62, 4)",
    "np.random.randn(2**62, 4, 0)", "np.full((0, 2**62, 8), 1)",
    "np.concatenate([np.zeros((0, 2**62)), np.zeros((0, 2**62))], axis=1)",
    "np.tile(np.zeros((0, 2**20)), (1, 2**20))", "np.repeat(np.zeros((1, 0)), 2**62, axis=0)",
  ])
  func hugeEmptyArraysAreRefused(_ code: String) {
    #expect(["ValueError", "MemoryError"].contains(kind(of: code)))
  }

  @Test(arguments: [
    "10**400", "2**62 * 4", "1 << 64", "-(-9223372036854775807 - 1)",
    "abs(-9223372036854775807 - 1)", "(-9223372036854775807 - 1) // -1", "int(1e300)",
    "sum([9223372036854775807, 1])",
  ])
  func integersBeyond64BitsAreRefused(_ code: String) {
    #expect(kind(of: code) == "OverflowError")
  }

  @Test(arguments: ["ljust", "rjust", "center", "zfill"])
  func widthsBelowTheTextAddNothing(_ method: String) {
    #expect(kind(of: "assert 'ab'.\(method)(-9223372036854775807 - 1) == 'ab'") == "")
    #expect(kind(of: "'ab'.\(method)(9223372036854775807)") == "MemoryError")
  }

  @Test(arguments: ["ljust", "rjust", "center"])
  func fillersAreOneCharacter(_ method: String) {
    #expect(kind(of: "'a'.\(method)(9, 'xy')") == "TypeError")
    #expect(kind(of: "'a'.\(method)(9, '')") == "TypeError")
  }

  @Test(arguments: ["while True: pass", "for i in range(10**18): pass", "sum(range(10**18))"])
  func endlessLoopsStopWhenAsked(_ code: String) {
    var polls = 0
    let found = kind(of: code) {
      polls += 1
      return polls > 3
    }
    #expect(found == "KeyboardInterrupt")
  }

  @Test(
    "a loop over large values asks soon whether to stop",
    arguments: [
      "while True: np.sort(x)", "while True: x + 1", "while True: np.sum(x)",
      "while True: 'a' * 10**6", "while True: x.max()", "while True: [0] * 10**5",
    ])
  func largeValues(_ loop: String) {
    var asked = 0
    var interpreter: Interpreter!
    interpreter = Interpreter(
      output: { _ in },
      shouldStop: {
        asked += 1
        return asked == 8
      })
    let text = "n = 0\nx = np.zeros(10**6)\n" + loop.replacing(":", with: ":\n  n += 1\n ")
    #expect(throws: PythonError.self) {
      try interpreter.execute(SourceUnit(name: "", text: text))
    }
    guard case .int(let rounds)? = interpreter["n"] else {
      Issue.record("no rounds")
      return
    }
    #expect(rounds < 32, "\(rounds) rounds for 8 questions")
  }

  @Test(
    "a loop that keeps what it makes ends when memory is used up, whatever it catches",
    arguments: [
      "l = []\nwhile True:\n  l.append(np.zeros(1000))",
      "l = []\nwhile True:\n  try:\n    l.append([0])\n  except:\n    pass",
      "d = {}\nfor i in range(10**9):\n  d[i] = str(i)",
      "l = [np.zeros(1000) for i in range(10**9)]",
      "try:\n  while True: np.zeros(10**5)\nfinally:\n  after = 1",
    ])
  func keptValues(_ code: String) {
    var asked = 0
    let interpreter = Interpreter(
      output: { _ in },
      memory: {
        asked += 1
        return MemoryUse(bytes: asked * 100, limit: 250)
      })
    let error = #expect(throws: PythonError.self) {
      try interpreter.execute(SourceUnit(name: "", text: code))
    }
    #expect(error?.kind == .memoryError)
    #expect(error?.detail == .outOfMemory(MemoryUse(bytes: 300, limit: 250)))
    #expect(asked == 3)
  }

  @Test("one line of many large operations asks whether to stop between them")
  func longLines() {
    var asked = 0
    let interpreter = Interpreter(
      output: { _ in },
      shouldStop: {
        asked += 1
        return asked == 8
      })
    let line = "np.ones(10**5)" + String(repeating: " + np.ones(10**5)", count: 100)
    #expect(throws: PythonError.self) {
      try interpreter.execute(SourceUnit(name: "", text: line))
    }
    #expect(asked == 8)
  }

  @Test("appending to a long list is one step, however long the list is")
  func appending() throws {
    var asked = 0
    let interpreter = Interpreter(
      output: { _ in },
      shouldStop: {
        asked += 1
        return false
      })
    let code = "l = [0] * 200_000\nfor i in range(5120):\n  l.append(len(l))"
    try interpreter.execute(SourceUnit(name: "", text: code))
    #expect((20...40).contains(asked), "asked \(asked) times")
  }
}
