import Foundation
import TestSupport
import Testing

/// What happens at the prompt, as its user sees it: whole screens on a pseudo-terminal.
@Suite struct PromptTests {
  @Test func echoesALine() throws {
    let terminal = try startDriver()
    terminal.type("layers 3\r")
    try terminal.wait(forScreen: "nn> layers 3\n[layers 3]\nnn>")
    terminal.type("quit\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(!terminal.screen.bracketsPastes)
  }

  @Test func coloursPromptAndLine() throws {
    let terminal = try startDriver()
    try terminal.wait(for: "colours") { $0.styledStretches(ofRow: 0) == ["1;32:nn> "] }
    terminal.type("layers 3 x")
    try terminal.wait(for: "colours") {
      $0.styledStretches(ofRow: 0) == ["1;32:nn> ", "36:layers", "33:3"]
    }
    #expect(terminal.screen.column == 14)
  }

  @Test func coloursALineOfTwoRows() throws {
    let terminal = try startDriver(columns: 20)
    terminal.type("layers 総入力総入力3 4")
    try terminal.wait(for: "colours") { $0.styledStretches(ofRow: 1) == ["33:3", "33:4"] }
    #expect(terminal.screen.styledStretches(ofRow: 0) == ["1;32:nn> ", "36:layers"])
    #expect(terminal.screen.text == "nn> layers 総入力総\n入力3 4")
    #expect(terminal.screen.row == 1 && terminal.screen.column == 7)
  }

  @Test func noColorSwitchesColoursAndHintsOff() throws {
    let terminal = try startDriver(["NO_COLOR": "1"])
    try terminal.enter("layers 3")
    terminal.type("la")
    try terminal.wait(forScreen: "nn> layers 3\n[layers 3]\nnn> la")
    #expect(terminal.screen.styledStretches(ofRow: 2) == [])
  }

  @Test func hintsFromHistoryAndTakesThemIn() throws {
    let terminal = try startDriver()
    try terminal.enter("layers 3 5")
    terminal.type("la")
    try terminal.wait(forLine: "nn> layers 3 5")
    // Colours come after the text.
    try terminal.wait(for: "colours") {
      $0.styledStretches(ofRow: 2) == ["1;32:nn> ", "2:yers 3 5"]
    }
    #expect(terminal.screen.column == 6)
    terminal.type("\u{1B}[C")
    try terminal.wait(for: "the end of the hint") { $0.column == 14 }
    terminal.type("\r")
    try terminal.wait(forScreen: "nn> layers 3 5\n[layers 3 5]\nnn> layers 3 5\n[layers 3 5]\nnn>")
  }

  @Test func aHintLeavesNoTraceWhenTheLineIsEntered() throws {
    let terminal = try startDriver()
    try terminal.enter("layers 3 5")
    terminal.type("lay")
    try terminal.wait(forLine: "nn> layers 3 5")
    terminal.type("\r")
    try terminal.wait(forScreen: "nn> layers 3 5\n[layers 3 5]\nnn> lay\n[lay]\nnn>")
  }

  @Test func controlCDropsTheLine() throws {
    let terminal = try startDriver()
    terminal.type("forward")
    try terminal.wait(forLine: "nn> forward")
    terminal.type("\u{1B}[D\u{1B}[D\u{03}")
    try terminal.wait(forScreen: "nn> forward^C\nnn>")
    terminal.type("\u{03}")
    try terminal.wait(forScreen: "nn> forward^C\nnn> ^C\nCtrl-D leaves\nnn>")
    try terminal.enter("x")
  }

  @Test func controlCEndsAComputation() throws {
    let terminal = try startDriver()
    terminal.type("work\r")
    try terminal.wait(forText: "working")
    terminal.type("\u{03}")
    try terminal.wait(forScreen: "nn> work\nworking\n^Cstopped\nnn>")
    // It does not reach the prompt as well.
    try terminal.enter("x")
  }

  @Test func aLaterControlCEndsAProgramThatDoesNotHear() throws {
    let terminal = try startDriver()
    terminal.type("hang\r")
    try terminal.wait(forText: "hanging")
    // Two in a row are one: whoever presses twice does not lose the session.
    terminal.type("\u{03}")
    usleep(100_000)
    terminal.type("\u{03}")
    usleep(100_000)
    #expect(terminal.isRunning)
    usleep(1_200_000)
    terminal.type("\u{03}")
    #expect(terminal.waitForExit() == .status(130))
  }

  @Test func controlDLeavesFromAnEmptyLineOnly() throws {
    let terminal = try startDriver()
    terminal.type("ab\u{01}\u{04}")
    try terminal.wait(forLine: "nn> b")
    terminal.type("\u{04}\u{04}")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.text == "nn>\nbye")
  }

  @Test func losingTheTerminalEndsTheProgram() throws {
    let terminal = try startDriver()
    terminal.send(signal: SIGHUP)
    #expect(terminal.waitForExit() == .signal(SIGHUP))
    #expect(!terminal.screen.bracketsPastes)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc")), arguments: [SIGTERM, SIGQUIT])
  func givesTheTerminalBackBeforeItIsEnded(signal: Int32) throws {
    let shell = try PseudoTerminal(
      "/bin/sh", arguments: ["-c", "\"$0\"; stty -a", BuiltProduct.path(of: "LineEditorDriver")],
      environment: ["PATH": "/usr/bin:/bin"])
    try shell.wait(forLine: "nn>")
    #expect(shell.screen.bracketsPastes)
    // The shell waits for the program; the program is its only child.
    let children = try String(
      contentsOfFile: "/proc/\(shell.processIdentifier)/task/\(shell.processIdentifier)/children",
      encoding: .utf8)
    kill(Int32(children.split(separator: " ")[0])!, signal)
    #expect(shell.waitForExit() == .status(0))
    #expect(shell.screen.text.contains(" icanon "))
    #expect(shell.screen.text.contains(" echo "))
    #expect(!shell.screen.bracketsPastes)
  }

  @Test func givesTheTerminalBackWhenItCrashes() throws {
    let shell = try PseudoTerminal(
      "/bin/sh",
      arguments: ["-c", "ulimit -c 0; \"$0\"; stty -a", BuiltProduct.path(of: "LineEditorDriver")],
      environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"])
    try shell.wait(forLine: "nn>")
    shell.type("crash\t")
    #expect(shell.waitForExit() == .status(0))
    #expect(shell.screen.transcript.contains(" icanon "))
    #expect(!shell.screen.bracketsPastes)
  }

  @Test func stopsAndGoesOn() throws {
    let shell = try PseudoTerminal("/bin/sh", arguments: ["-im"], environment: ["PS1": "$ "])
    try shell.wait(forLine: "$")
    shell.type(BuiltProduct.path(of: "LineEditorDriver") + "\r")
    try shell.wait(forLine: "nn>")
    shell.type("forw")
    try shell.wait(forLine: "nn> forw")
    shell.type("\u{1A}")
    try shell.wait(forLine: "$")
    #expect(!shell.screen.bracketsPastes)
    shell.type("fg\r")
    try shell.wait(forLine: "nn> forw")
    shell.type("ard\r")
    try shell.wait(forText: "[forward]")
    try shell.wait(forLine: "nn>")
    #expect(shell.screen.bracketsPastes)
    shell.type("\u{04}")
    try shell.wait(forLine: "$")
  }

  @Test func controlLClearsTheScreen() throws {
    let terminal = try startDriver()
    try terminal.enter("x")
    terminal.type("forward 3\u{0C}")
    try terminal.wait(forScreen: "nn> forward 3")
    // Colours come after the text.
    try terminal.wait(for: "colours") {
      $0.styledStretches(ofRow: 0) == ["1;32:nn> ", "36:forward", "33:3"]
    }
  }

  @Test func undoTakesBackWordByWord() throws {
    let terminal = try startDriver()
    terminal.type("layers 3 5")
    try terminal.wait(forLine: "nn> layers 3 5")
    terminal.type("\u{1F}")
    try terminal.wait(forLine: "nn> layers 3")
    terminal.type("\u{01}\u{0B}")
    try terminal.wait(forLine: "nn>")
    terminal.type("\u{1F}")
    try terminal.wait(forLine: "nn> layers 3")
    terminal.type("\u{1F}")
    try terminal.wait(forLine: "nn> layers")
    terminal.type("\u{1F}")
    try terminal.wait(forLine: "nn>")
  }

  @Test func aResizeDrawsTheLineAgain() throws {
    let terminal = try startDriver(columns: 60, rows: 10)
    try terminal.enter("x")
    let line = "0123456789012345678901234567890123456789総入力"
    terminal.type(line)
    try terminal.wait(forLine: "nn> " + line)
    try terminal.resize(columns: 24, rows: 10)
    let narrow = "nn> x\n[x]\nnn> 01234567890123456789\n01234567890123456789総入\n力"
    try terminal.wait(forScreen: narrow)
    #expect(terminal.screen.row == 4 && terminal.screen.column == 2)
    terminal.type("\u{1B}[D!")
    try terminal.wait(for: "editing") { $0.currentLine == "!力" || $0.text.contains("入!\n力") }
    try terminal.resize(columns: 60, rows: 12)
    try terminal.wait(forScreen: "nn> x\n[x]\nnn> 0123456789012345678901234567890123456789総入!力")
    terminal.type("\u{05}\r")
    try terminal.wait(forText: "[0123456789012345678901234567890123456789総入!力]")
    terminal.type("size\r")
    try terminal.wait(forText: "60x12")
  }

  @Test func homeEndAndWordKeysMove() throws {
    let terminal = try startDriver()
    terminal.type("bb cc\u{1B}[Haa \u{1B}[F dd\u{1B}[1;5D\u{1B}[1;5D-\u{1B}[1~\u{1B}[3~\r")
    try terminal.wait(forText: "[a bb -cc dd]")
  }

  @Test func anEscapeAloneDoesNotSwallowWhatFollows() throws {
    let terminal = try startDriver()
    terminal.type("ab\u{1B}[1;9")
    usleep(200_000)
    terminal.type("c")
    try terminal.wait(forLine: "nn> abc")
  }

  @Test func aDumbTerminalGetsNoEscapeSequences() throws {
    let terminal = try startDriver(["TERM": "dumb"])
    terminal.type("if x:\r  総入力\r\r")
    try terminal.wait(forText: "[if x:\\n  総入力\\n]")
    try terminal.wait(forLine: "nn>")
    terminal.type("abc\u{03}")
    try terminal.wait(forText: "Ctrl-D leaves")
    terminal.type("work\r")
    try terminal.wait(forText: "working")
    terminal.type("\u{03}")
    try terminal.wait(forText: "stopped")
    terminal.type("quit\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func aPipeIsReadWithoutAPrompt() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProduct.path(of: "LineEditorDriver"))
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data("a\r\n総\u{0}入力\n\nlast".utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == "[a]\n[総入力]\n[]\n[last]\n")
  }
}
