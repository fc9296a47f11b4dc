import Foundation
import TestSupport
import Testing

/// Formulas at a terminal: blocks, pastes, loops without end.
@Suite("Formulas at a terminal")
struct FormulaConversationTests {
  private static let program = """
    import numpy as np

    def relu(u):
        # zero below, the same above

        return np.maximum(0, u)

    total = 0
    for i in range(3):
        total += relu(i - 1)
    layers 2 1 seed=1
    total

    """

  @Test("a block goes on until an empty line, indented as far as it must be")
  func block() throws {
    let terminal = try startConsole()
    terminal.type("def f(x):\r")
    try terminal.wait(for: "a line of the block") { $0.currentLine == " .." }
    terminal.type("return x ** 2\r")
    try terminal.wait(for: "another one") { $0.transcript.contains(" ..     return x ** 2\n") }
    terminal.type("\r")
    try terminal.wait(forLine: "nn>")
    try terminal.enter("f(np.arange(4))", until: "array([0, 1, 4, 9])")
    // The whole statement comes back from history.
    terminal.type("\u{1B}[A\u{1B}[A\r")
    try terminal.enter("f(3)", until: "9")
  }

  @Test("a pasted program runs as if its lines had been typed, empty lines in its blocks and all")
  func paste() throws {
    let terminal = try startConsole()
    terminal.type("\u{1B}[200~" + Self.program + "\u{1B}[201~")
    try terminal.wait(forText: "loss: mean squared error · 3 parameters · rand, seed 1")
    try terminal.wait(for: "the last value") { $0.transcript.contains("nn> total\n1\nnn>") }
    #expect(!terminal.screen.transcript.contains("Error"))
  }

  @Test(
    "Ctrl-C ends what would never end",
    arguments: ["while True: pass", "time.sleep(1e6)", "sum(1 for i in range(10**15))"])
  func interrupt(_ line: String) throws {
    let terminal = try startConsole()
    terminal.type("print('begun'); " + (line.hasPrefix("while") ? "n = 0\r" : "\(line)\r"))
    try terminal.wait(for: "the loop") { $0.transcript.contains("\nbegun") }
    if line.hasPrefix("while") { terminal.type(line + "\r\r") }
    usleep(300_000)
    terminal.type("\u{3}")
    try terminal.wait(forText: "interrupted")
    try terminal.wait(forLine: "nn>")
    try terminal.enter("1 + 1", until: "2")
  }

  @Test("a print that leaves its line open does not swallow the prompt")
  func openLine() throws {
    let terminal = try startConsole()
    terminal.type("print('x', end='')\r")
    try terminal.wait(for: "the prompt below") {
      $0.currentLine == "nn>" && $0.transcript.contains("\nx\n")
    }
  }

  @Test("Tab completes attributes of arrays and keys of the network")
  func completion() throws {
    let terminal = try startConsole()
    try terminal.enter("layers 2 1 seed=1", until: "3 parameters · rand, seed 1")
    terminal.type("network['W\t")
    try terminal.wait(for: "the key") { $0.currentLine.hasPrefix("nn> network['W1") }
    terminal.type("\u{15}W1.resh\t")
    try terminal.wait(for: "the method") { $0.currentLine.hasPrefix("nn> W1.reshape") }
  }

  @Test(
    "programs and notebooks run as a process; Python's errors and warnings go to standard error")
  func process() throws {
    try withTemporaryFolder { folder in
      let program = "import numpy as np\nprint(np.log(np.array([0.])))\nprint(1 / 0)\n"
      try program.write(toFile: folder + "/a.py", atomically: true, encoding: .utf8)
      let run = try nnrepl([folder + "/a.py"])
      #expect(run.status == 1)
      #expect(run.output == "[-inf]\n")
      #expect(
        run.errors == """
          \(folder)/a.py:2: RuntimeWarning: divide by zero encountered in log
          \(folder)/a.py:3:7: error: ZeroDivisionError: division by zero
            print(1 / 0)
                  ^^^^^
            the divisor is 0. With NumPy arrays the result would be inf, with a warning.

          """)
      let plot = "plt.plot([1, 2])\nplt.show()\nprint('done')\n"
      try plot.write(toFile: folder + "/p.py", atomically: true, encoding: .utf8)
      #expect(try nnrepl([folder + "/p.py"]).output.contains("line"))
      let off = try nnrepl([folder + "/p.py"], environment: ["NNREPL_PLOTS": "off"])
      #expect(off.output == "done\n")
    }
  }
}
