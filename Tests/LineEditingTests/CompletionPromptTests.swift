import TestSupport
import Testing

@Suite struct CompletionPromptTests {
  @Test func aSingleCandidateIsPutIn() throws {
    let terminal = try startDriver()
    terminal.type("ba\t3")
    try terminal.wait(forLine: "nn> backward 3")
  }

  @Test func severalAreListedUnderTheLine() throws {
    let terminal = try startDriver()
    terminal.type("f\t")
    try terminal.wait(
      forScreen: """
        nn> for
          forward  compute the output
          format   数値の表示を変える
        """)
    #expect(terminal.screen.row == 0 && terminal.screen.column == 7)
    terminal.type("\t")
    try terminal.wait(
      forScreen: """
        nn> forward
        > forward  compute the output
          format   数値の表示を変える
        """)
    terminal.type("\t")
    try terminal.wait(forText: "> format   数値")
    #expect(terminal.screen.currentLine == "nn> format")
    terminal.type("\u{1B}[Z")
    try terminal.wait(forLine: "nn> forward")
    // Return takes the candidate, the next one enters the line.
    terminal.type("\r")
    try terminal.wait(forScreen: "nn> forward")
    terminal.type("1\r")
    try terminal.wait(forScreen: "nn> forward 1\n[forward 1]\nnn>")
  }

  @Test func escapePutsTheLineBack() throws {
    let terminal = try startDriver()
    terminal.type("f\t\t")
    try terminal.wait(forLine: "nn> forward")
    terminal.type("\u{07}")
    try terminal.wait(forScreen: "nn> for")
  }

  @Test func typingOnTakesTheCandidateAndClosesTheMenu() throws {
    let terminal = try startDriver()
    terminal.type("f\t\t\t!")
    try terminal.wait(forScreen: "nn> format!")
    terminal.type("\u{15}layers 3:s\t")
    try terminal.wait(forScreen: "nn> layers 3:s\n  sigmoid    softmax    step")
    terminal.type("\u{03}")
    try terminal.wait(forScreen: "nn> layers 3:s^C\nnn>")
  }

  @Test func theMenuScrollsInAtTheBottomOfTheScreen() throws {
    let terminal = try startDriver(columns: 40, rows: 5)
    for _ in 1...4 { try terminal.enter("x") }
    terminal.type("\t")
    try terminal.wait(
      forScreen: """
        nn>
          backward  send the error back
          forward   compute the output
          format    数値の表示を変える
          1–3 / 5
        """)
    terminal.type("\u{1B}[Z")
    try terminal.wait(
      forScreen: """
        nn> 総入力
          format    数値の表示を変える
          layers    define the network: sizes …
        > 総入力    total input
          3–5 / 5
        """)
    terminal.type(" 1\r")
    try terminal.wait(forText: "nn> 総入力 1\n[総入力 1]\nnn>")
  }

  @Test func nothingToCompleteRingsTheBell() throws {
    let terminal = try startDriver()
    terminal.type("zz\t")
    try terminal.wait(for: "the bell") { $0.bellCount == 1 }
    #expect(terminal.screen.text == "nn> zz")
  }

  @Test func aHintOfTheApplicationIsShownWhereHistoryHasNone() throws {
    let terminal = try startDriver()
    terminal.type("layers ")
    try terminal.wait(forLine: "nn> layers 3 5:relu 4:softmax")
    terminal.type("\u{1B}[1;5C\u{0B}\r")
    try terminal.wait(forText: "[layers 3]")
  }

  @Test func tabIndentsContinuationLines() throws {
    let terminal = try startDriver()
    terminal.type("f(\r")
    try terminal.wait(forLine: " ..")
    terminal.type("\tforw\t1)\r")
    try terminal.wait(forText: "[f(\\n    forward 1)]")
  }
}
