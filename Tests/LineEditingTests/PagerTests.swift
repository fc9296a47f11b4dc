import TestSupport
import Testing

@testable import LineEditing

@Suite struct PagerTests {
  private func rows(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "row \($0)\n" }.joined()
  }

  @Test func pagesForwardsAndLeavesAtTheEnd() throws {
    let terminal = try startDriver(columns: 40, rows: 16)
    terminal.type("page\r")
    try terminal.wait(forScreen: rows(1...15) + "1–15 / 40  space b / q")
    terminal.type(" ")
    try terminal.wait(forLine: "16–30 / 40  space b / q")
    terminal.type("\r")
    try terminal.wait(forLine: "17–31 / 40  space b / q")
    terminal.type(" ")
    try terminal.wait(forLine: "26–40 / 40  space b / q")
    let all = terminal.screen.transcript.split(separator: "\n").dropLast()
    #expect(
      all.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["nn> page"]
        + (1...40).map { "row \($0)" })
    terminal.type(" ")
    try terminal.wait(forLine: "nn>")
    try terminal.enter("x")
  }

  @Test func pagesBackAndSearches() throws {
    let terminal = try startDriver(columns: 40, rows: 6)
    terminal.type("page\r")
    try terminal.wait(forLine: "1–5 / 40  space b / q")
    terminal.type("b")
    try terminal.wait(for: "the bell") { $0.bellCount == 1 }
    terminal.type("/入力")
    try terminal.wait(forLine: "/入力")
    terminal.type("\r")
    try terminal.wait(
      forScreen: "row 30 総入力\n" + rows(31...34) + "30–34 / 40  space b / q")
    terminal.type("n")
    try terminal.wait(forLine: "30–34 / 40  ∅  space b / q")
    terminal.type("\u{1B}[5~k")
    try terminal.wait(forScreen: rows(24...28) + "24–28 / 40  space b / q")
    terminal.type("G")
    try terminal.wait(forScreen: rows(36...40) + "36–40 / 40  space b / q")
    terminal.type("g")
    try terminal.wait(forScreen: rows(1...5) + "1–5 / 40  space b / q")
    try terminal.resize(columns: 20, rows: 8)
    try terminal.wait(forScreen: rows(1...7) + "1–7 / 40  space b …")
    terminal.type("\u{03}")
    try terminal.wait(forScreen: rows(1...7) + "nn>")
    try terminal.enter("x")
  }

  @Test func whatIsTypedBehindItsLastKeyGoesToThePrompt() throws {
    let terminal = try startDriver(columns: 40, rows: 16)
    terminal.type("page\r")
    try terminal.wait(forLine: "1–15 / 40  space b / q")
    terminal.type(" qhello 入力\r")
    try terminal.wait(forText: "[hello 入力]")
  }

  @Test func whatFitsIsWrittenAsItIs() throws {
    let terminal = try startDriver(columns: 40, rows: 50)
    terminal.type("page\r")
    try terminal.wait(for: "the next prompt") { $0.text.hasSuffix("row 39\nrow 40\nnn>") }
    let dumb = try startDriver(rows: 10, ["TERM": "dumb"])
    dumb.type("page\r")
    try dumb.wait(for: "the next prompt") { $0.text.hasSuffix("row 40\nnn>") }
  }

  @Test func cutsLongAndWideLinesIntoRows() {
    let page = PagedText("abcdef\n\n総入力\n", columns: 5, height: 2)
    #expect(page.rows.map(\.plain) == ["abcde", "f", "", "総入", "力"])
  }

  @Test func carriesColoursFromRowToRow() {
    let page = PagedText("a\u{1B}[1mbcd\u{1B}[0me", columns: 3, height: 2)
    #expect(page.rows.map(\.plain) == ["abc", "de"])
    #expect(
      page.rows.map(\.text) == ["a\u{1B}[1mbc\u{1B}[0m", "\u{1B}[1md\u{1B}[0me"])
  }
}
