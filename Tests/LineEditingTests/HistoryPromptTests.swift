import Foundation
import TestSupport
import Testing

@Suite struct HistoryPromptTests {
  @Test func upGoesThroughWhatStartsAsTheLineDoes() throws {
    let terminal = try startDriver()
    for line in ["layers 3", "forward 1", "layers 5", "backward"] { try terminal.enter(line) }
    terminal.type("lay\u{1B}[A")
    try terminal.wait(forLine: "nn> layers 5")
    terminal.type("\u{1B}[A")
    try terminal.wait(forLine: "nn> layers 3")
    terminal.type("\u{1B}[A\u{1B}OB")
    try terminal.wait(forLine: "nn> layers 5")
    // Back at what was typed; the hint goes on from there.
    terminal.type("\u{0E}\u{01}\u{0B}")
    try terminal.wait(forLine: "nn>")
    terminal.type("\u{10}\r")
    try terminal.wait(for: "the newest entry") { $0.transcript.hasSuffix("[backward]\nnn>") }
  }

  @Test func anEditedEntryStartsAnewSearch() throws {
    let terminal = try startDriver()
    for line in ["ab 1", "a 2", "ab 3"] { try terminal.enter(line) }
    terminal.type("\u{1B}[A\u{7F}\u{7F}")
    try terminal.wait(forLine: "nn> ab 3")  // the hint brings the rest back
    terminal.type("\u{1B}[A\u{1B}[A\r")
    try terminal.wait(for: "the older one") { $0.transcript.hasSuffix("[ab 1]\nnn>") }
  }

  @Test func controlRSearches() throws {
    let terminal = try startDriver()
    for line in ["layers 3 総入力", "forward 1", "layers 5 総入力"] { try terminal.enter(line) }
    terminal.type("x\u{12}")
    try terminal.wait(forLine: "search '': x")
    terminal.type("総入")
    try terminal.wait(forLine: "search '総入': layers 5 総入力")
    terminal.type("\u{12}")
    try terminal.wait(forLine: "search '総入': layers 3 総入力")
    terminal.type("\u{12}")
    try terminal.wait(forLine: "no match '総入': layers 3 総入力")
    terminal.type("\u{7F}\u{7F}FORW")
    try terminal.wait(forLine: "no match 'FORW': x")
    terminal.type("\u{7F}\u{7F}\u{7F}\u{7F}forw")
    try terminal.wait(forLine: "search 'forw': forward 1")
    terminal.type("\u{07}")
    try terminal.wait(forLine: "nn> x")
    terminal.type("\u{12}")
    terminal.paste("3 総入力")
    try terminal.wait(forLine: "search '3 総入力': layers 3 総入力")
    terminal.type("\u{1B}[D!\r")
    try terminal.wait(for: "the edited entry") {
      $0.transcript.hasSuffix("[layers 3 総入!力]\nnn>")
    }
    terminal.type("\u{12}5\r")
    try terminal.wait(for: "the entry") { $0.transcript.hasSuffix("[layers 5 総入力]\nnn>") }
    terminal.type("\u{12}lay")
    try terminal.wait(forLine: "search 'lay': layers 5 総入力")
    terminal.type("\u{03}")
    try terminal.wait(for: "the end of the search") { $0.transcript.hasSuffix("^C\nnn>") }
  }

  @Test func twoSessionsLoseNothing() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/state/history"
      let first = try startDriver(["DRIVER_HISTORY": path])
      let second = try startDriver(["DRIVER_HISTORY": path])
      for number in 1...5 {
        try first.enter("first \(number)")
        try second.enter("second \(number)")
      }
      for session in [first, second] {
        session.type("\u{04}")
        #expect(session.waitForExit() == .status(0))
      }
      let third = try startDriver(["DRIVER_HISTORY": path])
      third.type("first\u{1B}[A")
      try third.wait(forLine: "nn> first 5")
      third.type("\u{15}second\u{1B}[A\u{1B}[A")
      try third.wait(forLine: "nn> second 4")
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines == (1...5).flatMap { ["first \($0)", "second \($0)"] }.map { $0[...] })
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func aBrokenHistoryIsReportedOnce() throws {
    let terminal = try startDriver(["DRIVER_HISTORY": "/dev/null/history"])
    #expect(terminal.screen.text == "history: read 20\nnn>")
    try terminal.enter("a")
    try terminal.enter("b")
    #expect(terminal.screen.text == "history: read 20\nnn> a\n[a]\nnn> b\n[b]\nnn>")
    terminal.type("\u{1B}[A\u{1B}[A")
    try terminal.wait(forLine: "nn> a")
  }

  @Test func recalledStatementsOfSeveralLinesAreOneLine() throws {
    let terminal = try startDriver()
    terminal.type("if x:\r")
    try terminal.wait(for: "indentation") { $0.row == 1 && $0.column == 8 }
    terminal.type("a = 1\r")
    try terminal.wait(for: "indentation") { $0.row == 2 && $0.column == 8 }
    terminal.type("\r")
    let first = "nn> if x:\n ..     a = 1\n ..\n[if x:\\n    a = 1\\n]\nnn>"
    try terminal.wait(forScreen: first)
    terminal.type("\u{1B}[A")
    try terminal.wait(forLine: "nn> if x:⏎    a = 1")
    terminal.type("2\r")
    try terminal.wait(forScreen: first + " if x:⏎    a = 12\n[if x:\\n    a = 12]\nnn>")
  }

  @Test func controlCInAContinuationDropsTheStatement() throws {
    let terminal = try startDriver()
    terminal.type("f(1,\r")
    try terminal.wait(forLine: " ..")
    terminal.type("\u{03}")
    try terminal.wait(forScreen: "nn> f(1,\n .. ^C\nnn>")
    terminal.type("f(1,\r")
    try terminal.wait(forLine: " ..")
    terminal.type("\u{04}")
    try terminal.wait(for: "the unfinished statement") { $0.transcript.hasSuffix("[f(1,]\nnn>") }
  }
}
