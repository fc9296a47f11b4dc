import Foundation
import Testing

@testable import Console

/// Formulas, programs and notebooks in a session.
@Suite("Formulas")
struct FormulaTests {
  /// What a line shows, without the line end.
  private func answer(_ line: String, after lines: [String] = []) -> String {
    let console = TestConsole()
    for line in lines { console.run(line) }
    return String(console.output(of: line).dropLast())
  }

  // MARK: Reading

  @Test("a block ends before a line that does not go on with it, whatever its empty lines")
  func blocks() {
    let program = """
      def f(n):

          if n > 1:
              return n
          # a comment at the margin's level
      # and one at the margin

          else:
              return -n
      layers 2 1 seed=1
      total = 0
      for i in range(3):
          total += f(i)
      else:
          total += 100
      total
      """
    let console = TestConsole()
    let statements = console.session.statements(of: program)
    #expect(statements.count == 5)
    #expect(statements.map(\.source.number) == [1, 10, 11, 12, 16])
    #expect(console.run(program) == nil, "\(console.shown)")
    #expect(console.shown.hasSuffix("101\n"))
  }

  @Test(
    "a prompt asks for more lines while a block, a bracket or a string is open",
    arguments: [
      ("def f(x):", true), ("def f(x):\n    return x", true), ("def f(x):\n    return x\n", false),
      ("if a: b", true), ("if a: b\n", false), ("for_all = 1", false), ("x = '''", true),
      ("x = '''\n'", true), ("x = '''\n'''", false), (#"x = "\"(""#, false), ("x = 1 + \\", true),
      ("class A:", true), ("d = {", true), ("d = {\n}", false), ("# if a:", false),
      ("layers 2 1", false), ("def f():\n  pass\nx = [", true), ("def f():\n  pass\nx = []", false),
      ("iffy", false), ("print(1) # (", false), ("try:\n  x\nexcept:", true),
      ("x = 1", false), ("x = (1,", true), ("x = [1,\n2", true), ("if x: y\n", false),
      ("'''abc", true), ("x = 'abc", false), ("x = ]", false), ("", false),
      ("print('(')", false), ("for i in x:\n  if i:\n    y\n", false),
    ])
  func needsMoreLines(_ text: String, _ expected: Bool) {
    #expect(TestConsole().assistant.needsMoreLines(text) == expected)
  }

  @Test(
    "a line goes on with the block before it, or begins another statement",
    arguments: [
      ("  x", true), ("\tx", true), ("else:", true), ("elif x:", true), ("except:", true),
      ("finally:", true), ("", true), ("# note", true), ("x", false), ("elsewhere = 1", false),
      ("if x:", false),
    ])
  func blockLines(_ line: String, _ goesOn: Bool) {
    var continuation = Continuation(.formula)
    continuation.read("if a:")
    #expect(continuation.takesUp(line) == goesOn)
  }

  @Test(
    "the next line begins where Python would have it",
    arguments: [
      ("for i in x:", "    "), ("for i in x:  # all", "    "), ("def f():\n    a = 1", "    "),
      ("def f():\n    return 1", ""), ("if a:\n    if b:\n        pass", "    "), ("x = [", ""),
      ("", ""),
    ])
  func indentation(_ text: String, _ expected: String) {
    #expect(TestConsole().assistant.indentation(after: text) == expected)
  }

  // MARK: Values

  @Test("expressions show their values, as the prompt of Python does, but for NumPy's scalars")
  func values() {
    #expect(answer("np.float64(1.5)") == "1.5")
    #expect(answer("[np.int64(1), 2.0, 'a']") == "[1, 2.0, 'a']")
    #expect(answer("'a\\n'") == "'a\\n'")
    #expect(answer("x = 1") == "")
    #expect(answer("3;") == "")
    #expect(answer("_ * 2", after: ["21"]) == "42")
    #expect(answer("print('（笑）')") == "（笑）")
  }

  @Test("printed escape sequences do not reach a screen")
  func escapes() {
    #expect(TestConsole().output(of: "print(chr(27) + '[2J')") == "\u{1B}[2J\n")
    let screen = TestConsole(isTerminal: true).output(of: "print(chr(27) + '[2J', '一\\t二')")
    #expect(!screen.contains("\u{1B}"))
    #expect(screen.contains("一"))
  }

  // MARK: Undo

  @Test("undo takes back what a line changed, inside shared objects, too")
  func undo() {
    let console = TestConsole()
    for line in [
      "a = np.zeros(3)", "b = a", "table = {'a': a, 'l': [1, 2]}", "b[0] = 5",
      "table['l'].append(3)", "a", "c = 1",
    ] { console.run(line) }
    #expect(console.output(of: "undo 2").contains("table['l'].append(3)"))
    #expect(console.output(of: "table['l'], a[0]") == "([1, 2], 5.0)\n")
    console.run("undo")
    #expect(console.output(of: "a[0], b[0], table['a'][0], a is b") == "(0.0, 0.0, 0.0, True)\n")
    console.run("redo 3")
    #expect(console.output(of: "table['l'], b[0], c") == "([1, 2, 3], 5.0, 1)\n")
  }

  @Test("a failing line keeps what it did before the failure, as in Python, and can be undone")
  func failure() {
    let console = TestConsole()
    console.run("l = []")
    console.run("for i in range(5): l.append(10 // (3 - i))")
    #expect(console.output(of: "l") == "[3, 5, 10]\n")
    console.run("undo")
    #expect(console.output(of: "l") == "[]\n")
  }

  @Test("what is left open or misspelt changes nothing")
  func unchanged() {
    let console = TestConsole()
    console.run("layers 2 1 seed=1")
    let before = console.output(of: "weights")
    for line in ["W1[0, 0] = ", "W1[5, 5] = 1", "network['W9'] = 1 / 0", "W1 += 'a'"] {
      #expect(console.run(line) != nil, "\(line)")
    }
    #expect(console.output(of: "weights") == before)
  }

  // MARK: Interrupts

  @Test(
    "Ctrl-C ends a loop, and what it did so far stays",
    arguments: ["while True: n += 1", "for i in range(10**9): n = i"])
  func interrupt(_ loop: String) throws {
    let console = TestConsole()
    console.run("n = 0")
    console.interruptAfter = 20
    let error = try #require(console.run(loop))
    guard case .interrupted = error.error.reason else {
      Issue.record("\(error)")
      return
    }
    console.interruptAfter = nil
    #expect(console.output(of: "n > 10") == "True\n")
  }

  // MARK: Files

  @Test("a program shows what it prints; its names stay; warnings go with the errors")
  func program() throws {
    try withTemporaryFolder { folder in
      let text = """
        import numpy as np
        def forward(x):
            return np.log(x)
        3
        y = forward(np.array([1., 0.]))
        print("結果", y)
        """
      try text.write(toFile: folder + "/a.py", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder)
      #expect(
        console.output(of: "run a.py")
          == "a.py:3: RuntimeWarning: divide by zero encountered in log\n結果 [  0. -inf]\n")
      #expect(console.output(of: "y.shape") == "(2,)\n")
      #expect(console.run("undo") == nil)
      #expect(console.run("y") != nil)
      #expect(console.run("redo") == nil)
      #expect(console.output(of: "y.shape") == "(2,)\n")
      // A command right after a program does not lose the program's names when it is undone.
      for line in ["run a.py", "layers 2 1 seed=1", "undo"] { #expect(console.run(line) == nil) }
      #expect(console.output(of: "y.shape") == "(2,)\n")
    }
  }

  @Test("an error in a program is shown in its line, with the calls that led there")
  func programError() throws {
    try withTemporaryFolder { folder in
      let text = "def f(x):\n    return x[3]\n\nz = f([1])\n"
      try text.write(toFile: folder + "/b.py", atomically: true, encoding: .utf8)
      #expect(
        TestConsole(folder: folder).output(of: "run b.py") == """
          b.py:2:12: error: IndexError: list index out of range
                return x[3]
                       ^^^^
            in f(), called from b.py:4: z = f([1])
            there is one element: its index is 0, or -1 from the end.

          """)
    }
  }

  @Test("a notebook runs cell by cell, shows the last value of each, and stops at the first error")
  func notebook() throws {
    func cell(_ kind: String, _ lines: String) -> String {
      let text = lines.replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
      return #"{"cell_type": "\#(kind)", "metadata": {}, "outputs": [], "source": "\#(text)"}"#
    }
    let cells = [
      cell("markdown", "# 総入力\ntext"), cell("code", "!pip install numpy\nx = 2\nx\nx * 3"),
      cell("code", "print(x)\nx + 1;"), cell("code", "x = 5\nx / 0"), cell("code", "print('no')"),
    ]
    let text = #"{"cells": [\#(cells.joined(separator: ","))], "nbformat": 4}"#
    try withTemporaryFolder { folder in
      try text.write(toFile: folder + "/n.ipynb", atomically: true, encoding: .utf8)
      let console = TestConsole(folder: folder)
      #expect(
        console.output(of: "run n.ipynb") == """
          総入力
          [1]
          (skipped: !pip install numpy)
          6
          [2]
          2
          [3]
          n.ipynb[3]:2:1: error: ZeroDivisionError: division by zero
            x / 0
            ^^^^^
            the divisor is 0. With NumPy arrays the result would be inf, with a warning.

          """)
      #expect(console.output(of: "x") == "5\n")
    }
  }

  // MARK: Recording

  @Test("a recording with formulas and blocks leads to the same state")
  func recording() throws {
    try withTemporaryFolder { folder in
      let lines = [
        "layers 2 3:sigmoid 1 seed=4", "record a.nn", "x = np.array([1., 2.])", "target 1",
        "def f(a):\n    b = a * 2\n\n    return b", "loss = 3", "forward", ":loss", "backward",
        "for key in network:\n    network[key] -= 0.1 * grad[key]", "total = f(np.sum(W1))",
        "undo", "total = f(np.sum(W1)) + loss", "r = np.random.rand(3)",
        "data 10 x=np.random.rand(2) d=2*x[0]",
      ]
      let console = TestConsole(folder: folder)
      for line in lines { #expect(console.run(line) == nil, "\(line): \(console.shown)") }
      let replayed = TestConsole(folder: folder)
      #expect(replayed.run("run a.nn") == nil, "\(replayed.shown)")
      for look in ["total", "r", "weights", "f(1)", "data show", "loss", "x"] {
        #expect(replayed.output(of: look) == console.output(of: look), "\(look)")
      }
    }
  }
}
