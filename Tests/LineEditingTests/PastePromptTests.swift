import Foundation
import TestSupport
import Testing

@Suite struct PastePromptTests {
  @Test func oneLineIsInsertedAndWaits() throws {
    let terminal = try startDriver()
    terminal.type("<>\u{1B}[D")
    terminal.paste("layers\t3\u{07}\u{1B}[31m5\n")
    try terminal.wait(forLine: "nn> <layers    3[31m5>")
    terminal.type("\r")
    try terminal.wait(forText: "[<layers    3[31m5>]")
  }

  @Test func severalStatementsRunOneByOne() throws {
    let terminal = try startDriver()
    terminal.type("a")
    try terminal.wait(forLine: "nn> a")
    terminal.paste(" = 1\r\nif x:\r\n    f()\r\n\r\n    g()\r\n\r\nforward\r\nlast")
    try terminal.wait(
      forScreen: """
        nn> a = 1
        [a = 1]
        nn> if x:
         ..     f()
         ..
         ..     g()
         ..
        [if x:\\n    f()\\n\\n    g()\\n]
        nn> forward
        [forward]
        nn> last
        """)
    terminal.type("\r")
    try terminal.wait(forText: "[last]")
  }

  @Test func aPastedBlockNeedsNoEmptyLine() throws {
    let terminal = try startDriver()
    terminal.paste("if x:\n    f()\n")
    try terminal.wait(forScreen: "nn> if x:\n ..     f()\n[if x:\\n    f()]\nnn>")
  }

  @Test func aPasteCanFinishWhatWasBegun() throws {
    let terminal = try startDriver()
    terminal.type("f(1,\r")
    try terminal.wait(forLine: " ..")
    terminal.paste("2,\n3)\nx\n")
    try terminal.wait(
      forScreen: "nn> f(1,\n .. 2,\n .. 3)\n[f(1,\\n2,\\n3)]\nnn> x\n[x]\nnn>")
  }

  @Test func anUnfinishedStatementWaitsForItsRest() throws {
    let terminal = try startDriver()
    terminal.paste("x\nf(1,\n  2")
    try terminal.wait(forScreen: "nn> x\n[x]\nnn> f(1,\n ..   2")
    terminal.type(",3)\r")
    try terminal.wait(forText: "[f(1,\\n  2,3)]\nnn>")
  }

  @Test func pastedPromptsAndTheirAnswersAreDropped() throws {
    let terminal = try startDriver()
    terminal.paste(
      "nn> layers 3\n  layer  units\n\nnn> if x:\n ..     f()\n .. \n[x]\n>>> 1\n... \n")
    try terminal.wait(
      forScreen: """
        nn> layers 3
        [layers 3]
        nn> if x:
         ..     f()
         ..
        [if x:\\n    f()\\n]
        nn> 1
        [1]
        nn>
        """)
  }

  @Test func controlCDropsTheRestOfAPaste() throws {
    let terminal = try startDriver()
    terminal.paste("a\nwork\nb\nc\n")
    try terminal.wait(forText: "working")
    terminal.type("\u{03}")
    try terminal.wait(
      forScreen: "nn> a\n[a]\nnn> work\nworking\n^Cstopped\nnn> b\n[b]\nnn> c\n[c]\nnn>")
  }

  @Test func controlCEndsAPasteThatDoesNotEnd() throws {
    let terminal = try startDriver()
    terminal.type("\u{1B}[200~a\nb")
    usleep(100_000)
    terminal.type("\u{03}")
    try terminal.wait(forScreen: "nn> ^C\nCtrl-D leaves\nnn>")
    try terminal.enter("x")
  }

  @Test func pastedStatementsAreColoured() throws {
    let terminal = try startDriver()
    terminal.paste("layers 3\nx\n")
    try terminal.wait(for: "the last echo") { $0.text.hasSuffix("[x]\nnn>") }
    // Colours come after the text.
    try terminal.wait(for: "colours") {
      $0.styledStretches(ofRow: 0) == ["1;32:nn> ", "36:layers", "33:3"]
    }
  }

  @Test func aLongLineIsTaken() throws {
    let terminal = try startDriver()
    let line = (0..<1100).map { "総入力x\($0 % 10) " + "abc" }.joined()
    terminal.paste(line)
    try terminal.wait(for: "the echo") {
      $0.transcript.split(separator: "\n").joined().hasSuffix("[\(line)]nn>")
    }
  }

  @Test func manyStatementsAreTaken() throws {
    let terminal = try startDriver()
    terminal.paste((0..<500).map { "statement \($0)\n" }.joined())
    try terminal.wait(for: "the last echo") { $0.transcript.hasSuffix("[statement 499]\nnn>") }
    let expected = (0..<500).map { "nn> statement \($0)\n[statement \($0)]\n" }.joined() + "nn>"
    #expect(terminal.screen.transcript == expected)
  }
}
