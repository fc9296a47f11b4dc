import Foundation
import Localization
import NumPyLanguage
import SourceText
import TerminalGraphics
import Testing

@testable import Console

/// What the console says to the mistakes that beginners make: `Wordings/mistakes.ja.txt` and
/// `mistakes.en.txt` hold all of it.
///
/// With `NNREPL_RECORD=1` in the environment the files are written anew; look at the difference
/// before committing it.
@Suite("Mistakes in programs")
struct MistakeTests {
  @Test("are met with these words", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let text = try Self.all.map { try Self.answer(to: $0, language) }.joined(separator: "\n")
    let file = testsFolder.appending(path: "Wordings/mistakes.\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["NNREPL_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    for (found, known) in zip(text.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(found == known)
    }
    #expect(text == expected)
  }

  @Test("are all helped with", arguments: all)
  func help(_ program: String) throws {
    let wording = try Self.error(of: program).wording(operands: [])
    let help = try #require(wording.help, "\(program)")
    #expect(!help.ja.isEmpty && !help.en.isEmpty)
    #expect(help.ja != help.en)
  }

  /// The program, and what the console shows after it.
  private static func answer(to program: String, _ language: Language) throws -> String {
    let error = try error(of: program)
    let line = error.range.flatMap { error.unit?.line($0.start.line) } ?? ""
    let reason = ConsoleError.Reason.python(error, operands: error.operandShapes)
    let shown = Renderer(language: language, width: 80).lines(
      for: LineError(ConsoleError(reason, at: error.range), in: SourceLine(text: line)))
    let typed = program.split(separator: "\n").map { "nn> \($0)\n" }.joined()
    return typed + shown.map { $0.plain + "\n" }.joined()
  }

  private static func error(of program: String) throws -> PythonError {
    let interpreter = Interpreter(output: { _ in })
    do throws(PythonError) {
      try interpreter.execute(
        SourceUnit(
          name: "before",
          text: """
            x = np.array([1., 2., 3.]); d = np.array([0., 1.])
            W1 = np.zeros((3, 5)); b1 = np.zeros(5); network = {'W1': W1, 'b1': b1}
            def relu(u): return np.maximum(0, u)
            """))
    } catch {
      Issue.record("the names cannot be set: \(error.message)")
    }
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "", text: program))
    } catch {
      return error
    }
    throw Unexpected.success(program)
  }

  private enum Unexpected: Error { case success(String) }

  static let all = [
    // What is written.
    "for i in range(3)\n    print(i)", "if x[0] = 1:\n    pass", "relu(x.y = 1)",
    "a = np.array([1, 2 3])", "print x", "a = x[0] > 0 && x[1] > 0", "a = x[0] > 0 || x[1] > 0",
    "a = !True", "i = 0\ni++", "i = 0\ni--", "a = true", "a = null", "a = NULL",
    "if x[0] > 0:\n    pass\nelse if x[1] > 0:\n    pass",
    "if x[0] > 0:\n    pass\nelseif x[1] > 0:\n    pass", "For i in range(3):\n    pass",
    "else:\n    pass", "if x[0] > 0:\nprint(x)", "def f(u):\nreturn u", "a = 1\n  b = 2",
    "if True:\n    a = 1\n  b = 2", "if True:\n\ta = 1\n        b = 2", "return x", "break",
    "a = ‘x’", "a = （1）", "if x[0] ≤ 1:\n    pass", "a = x²", "1 = a", "relu(x) = 2", "a + 1 = 2",
    "np.dot(x, W1", "a = np.array([1, 2)", "a = 1)", "a = 'x", "a = 1 2", "len(5)", "a = 1 +",
    // Names.
    "exp(x)", "dot(x, W1)", "sigmoid(x)", "np.sigmoid(x)", "np.relu(x)", "random.rand(3)",
    "np.rand(3)", "np.dott(x, W1)", "x.reshap(3, 1)", "x.append(1)", "x.len()", "W2", "rleu(x)",
    "network['W2']", "network['w1']", "import tensorflow", "np.zeros(3, dtyp=int)",
    "def f():\n    n += 1\nf()",
    // Shapes and axes.
    "np.dot(W1, x)", "W1 @ x", "x.dot(d)", "np.dot(x.reshape(1, 3).T, W1)", "np.dot(W1, W1)",
    "W1.T @ W1.T", "np.dot(x, W1.T) + b1", "x + d", "x += d",
    "np.maximum(x, d)", "np.sum(x, axis=1)", "W1.sum(axis=2)", "x.reshape(2, 2)",
    "np.concatenate([x, W1])", "x[3]", "x[0, 1]", "W1[3, 0]", "if x > 0:\n    pass",
    "np.array([[1, 2], [3]])",
    // Calls.
    "np.zeros(2, 3)", "np.array(1, 2, 3)", "np.random.rand((2, 3))", "np.concatenate(x, d)",
    "relu()", "relu(x, d)", "x(0)", "W1.shape()", "2(3 + 1)", "a, b = 1, 2, 3", "a, b, c = d",
    // Values.
    "x ^ 2", "2.0 ^ 2", "[1, 2] / 2", "[1, 2] - [1, 1]", "[1, 2] * 0.5", "'u = ' + 1", "1 + '2'",
    "None + 1", "x[3 / 2]", "[1, 2][1.0]", "np.zeros(4 / 2)", "for i in 3:\n    pass",
    "(1, 2)[0] = 3", "'abc'[0] = 'x'", "1 / 0", "math.log(0)", "math.sqrt(-1)", "float('abc')",
    "int('1.5')", "max([])", "np.max([])", "f'{1.5:d}'", "10 ** 400", "np.zeros((10**6, 10**6))",
    "def f(n): return f(n + 1)\nf(0)", "open('x.csv')", "class A:\n    pass",
  ]
}
