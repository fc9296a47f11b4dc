import Foundation
import TestSupport
import Testing

/// Ctrl-Z and `fg`, under a shell that does job control: a process without one cannot be stopped.
@Suite("nnrepl in the background and back")
struct JobControlTests {
  /// nnrepl as a job of a shell, which says when it has stopped, waits for Return, and goes on
  /// with it in the foreground.
  private func startJob() throws -> PseudoTerminal {
    let home = try makeTemporaryFolder()
    let terminal = try PseudoTerminal(
      "/bin/sh",
      arguments: [
        "-c", "set -m; \"$0\" --seed 1; echo stopped; read answer; fg; echo over",
        BuiltProduct.path(of: "nnrepl"),
      ], environment: ["HOME": home, "NNREPL_LESSONS": lessonsFolder])
    terminal.ownFolder = home
    try terminal.wait(forLine: "nn>")
    return terminal
  }

  @Test("Ctrl-Z at the prompt, and fg: the prompt and the line under edit come back")
  func atThePrompt() throws {
    let terminal = try startJob()
    try terminal.enter("layers 2 1", until: "3 parameters · rand, seed 1")
    terminal.type("layers 2 重 4\u{1B}[D\u{1B}[D")
    try terminal.wait(for: "the cursor") { $0.currentLine == "nn> layers 2 重 4" }
    terminal.type("\u{1A}")
    try terminal.wait(forText: "stopped")
    // The shell has a terminal that echoes and takes lines.
    terminal.type("ok\r")
    try terminal.wait(forText: "\nok")
    try terminal.wait(forLine: "nn> layers 2 重 4")
    // The cursor stands behind the wide character, and the network is still there.
    terminal.type("\u{7F}3\r")
    try terminal.wait(forText: "layers 2 3 4")
    try terminal.wait(forText: "25 parameters · rand, seed 2")
    terminal.type("\u{4}")
    try terminal.wait(forText: "over")
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test("Ctrl-Z in the middle of train, and fg: training goes on, Ctrl-C ends it")
  func duringTraining() throws {
    let terminal = try startJob()
    try terminal.enter("data make linear 2 3 n=1000", until: "  and 995 more")
    try terminal.enter("layers 2 5:sigmoid 1", until: "1,000 samples · 2 inputs · 1 target")
    terminal.type("train updates=1e12 lr=0.01 every=1000000\r")
    try terminal.wait(forText: "1,000,000")
    terminal.type("\u{1A}")
    try terminal.wait(forText: "stopped")
    let reports = { (screen: VirtualTerminal) in
      screen.transcript.components(separatedBy: "  loss ").count
    }
    let before = reports(terminal.screen)
    terminal.type("\r")
    try terminal.wait(for: "more reports") { reports($0) > before + 1 }
    terminal.type("\u{3}")
    try terminal.wait(forText: "updates so far are kept")
    try terminal.wait(forLine: "nn>")
    try terminal.enter("lang en", until: "English from now on")
    terminal.type("\u{4}")
    try terminal.wait(forText: "over")
  }

  @Test("Ctrl-Z in the pager, and fg: the page comes back")
  func inThePager() throws {
    let terminal = try startJob()
    terminal.type("help train\r")
    try terminal.wait(for: "the page") { $0.currentLine.hasPrefix("1–23 /") }
    let page = terminal.screen.text
    terminal.type("\u{1A}")
    try terminal.wait(forText: "stopped")
    terminal.type("\r")
    try terminal.wait(forScreen: page)
    terminal.type("q")
    try terminal.wait(forLine: "nn>")
  }
}

/// The editor's own settings file, for all programs on libedit.
@Suite("nnrepl with ~/.editrc")
struct EditrcTests {
  private func withEditrc(_ content: String, _ body: (PseudoTerminal) throws -> Void) throws {
    try withTemporaryFolder { home in
      try content.write(toFile: home + "/.editrc", atomically: true, encoding: .utf8)
      try body(try startConsole(environment: ["HOME": home]))
    }
  }

  /// Escape, and a moment in which nothing follows it.
  private func escape(_ terminal: PseudoTerminal) {
    terminal.type("\u{1B}")
    usleep(120_000)
  }

  @Test("vi mode: motions and changes after Escape, history with k and j")
  func viMode() throws {
    try withEditrc("bind -v\n") { terminal in
      terminal.type("leyers 2 9 seed=1")
      try terminal.wait(forLine: "nn> leyers 2 9 seed=1")
      escape(terminal)
      terminal.type("0lrawwcw1")
      try terminal.wait(forLine: "nn> layers 2 1 seed=1")
      terminal.type("\r")
      try terminal.wait(forText: "3 parameters · rand, seed 1")
      try terminal.enter("forward 1 2", until: "sum of y: 1.8577853664042352")
      escape(terminal)
      terminal.type("kk")
      try terminal.wait(forLine: "nn> layers 2 1 seed=1")
      terminal.type("jA3\u{1B}")
      usleep(120_000)
      try terminal.wait(forLine: "nn> forward 1 23")
      terminal.type("x\r")
      try terminal.wait(for: "the same again") {
        $0.transcript.components(separatedBy: "sum of y: 1.8577853664042352").count == 3
      }
    }
  }

  @Test("vi mode: Tab completes, Japanese goes by whole characters, a paste goes in")
  func viModeTyping() throws {
    try withEditrc("bind -v\n") { terminal in
      terminal.type("forw\t")
      try terminal.wait(for: "the command") { $0.currentLine.hasPrefix("nn> forward") }
      terminal.type("\u{3}")
      try terminal.wait(forLine: "nn>")
      terminal.type("# 重み層")
      try terminal.wait(forLine: "nn> # 重み層")
      escape(terminal)
      terminal.type("hx")
      try terminal.wait(forLine: "nn> # 重層")
      terminal.type("\u{3}")
      try terminal.wait(forLine: "nn>")
      terminal.paste("layers 2 1 seed=1\nweights b1\n")
      try terminal.wait(forText: "shape: (1,)")
    }
  }

  @Test(
    "what is wrong in it is passed over",
    arguments: [
      "bind -q nonsense\nbind\nno-such-command 1 2\nbind \"\n",
      "\u{0}\u{1}\u{FF}\nbind -v -v -v x\n",
      "edit off\n", "bind -e\nbind ^X^Y^Z no-such-function\nsettc li 0\nsetty -foo\n",
      String(repeating: "bind ", count: 10_000),
    ])
  func broken(content: String) throws {
    try withEditrc(content) { terminal in
      terminal.type("forwrad\u{7F}\u{7F}\u{7F}ard\r")
      try terminal.wait(forText: "forward needs a network")
      try terminal.wait(forLine: "nn>")
      terminal.type("quit\r")
      #expect(terminal.waitForExit() == .status(0))
    }
  }

  @Test("edit off: one prompt for each line, which the terminal itself edits")
  func editOff() throws {
    try withEditrc("edit off\n") { terminal in
      try terminal.enter("layers 2 1 seed=1", until: "3 parameters · rand, seed 1")
      // What the terminal's own keys make of a line arrives as it stands: Backspace and Ctrl-U.
      terminal.type("nonsense\u{15}forward 1 3\u{7F}2\r")
      try terminal.wait(forText: "sum of y: 1.8577853664042352")
      try terminal.wait(forLine: "nn>")
      try terminal.enter("for i in range(2):\r  print(i + 40)\r", until: "40\n41")
      terminal.type("\u{3}")
      try terminal.wait(forText: "to leave: quit or Ctrl-D")
      try terminal.wait(forLine: "nn>")
      terminal.type("\u{4}")
      #expect(terminal.waitForExit() == .status(0))
      let lines = terminal.screen.transcript.split(separator: "\n").filter { $0.hasPrefix("nn>") }
      #expect(
        lines.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
          "layers 2 1 seed=1", "forward 1 2", "for i in range(2):", "^C", "",
        ])
      #expect(!terminal.screen.bracketsPastes)
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("[?2004h"))
    }
  }

  @Test("a folder of that name is no reason to stop")
  func folder() throws {
    try withTemporaryFolder { home in
      try FileManager.default.createDirectory(
        atPath: home + "/.editrc", withIntermediateDirectories: true)
      let terminal = try startConsole(environment: ["HOME": home])
      try terminal.enter("lang en", until: "English from now on")
    }
  }
}
