import TestSupport
import Testing

@Suite struct JapanesePromptTests {
  @Test func wideCharactersAreEdited() throws {
    let terminal = try startDriver()
    terminal.type("総入力の重み")
    try terminal.wait(forLine: "nn> 総入力の重み")
    #expect(terminal.screen.column == 16)
    terminal.type("\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}=\u{1B}[3~")
    try terminal.wait(forLine: "nn> 総入=重み")
    #expect(terminal.screen.column == 9)
    terminal.type("\u{0B}\u{01}\u{19}\r")
    try terminal.wait(forText: "[重み総入=]")
  }

  @Test func lettersTakeTheirMarksIn() throws {
    let terminal = try startDriver()
    // か and ゛ apart, は and ゜ apart and in two writes, e and an acute accent, a mark without a letter.
    terminal.type("か\u{3099}は")
    try terminal.wait(forLine: "nn> がは")
    terminal.type("\u{309A}e\u{301}x\u{20DD}")
    try terminal.wait(forLine: "nn> がぱéx")
    terminal.type("\u{7F}\u{7F}\u{7F}\r")
    try terminal.wait(forText: "[が]")
    terminal.paste("か\u{3099}")
    terminal.type("\r")
    try terminal.wait(for: "two equal echoes") {
      $0.text.hasSuffix("nn> が\n[が]\nnn>")
    }
  }

  @Test(arguments: ["C", "POSIX", "nonsense"])
  func everyLocaleCanEditJapanese(locale: String) throws {
    let terminal = try startDriver(["LC_ALL": locale])
    terminal.type("総入力\u{7F}\r")
    try terminal.wait(forScreen: "nn> 総入\n[総入]\nnn>")
  }

  @Test func whatIsNotUTF8BecomesAReplacementCharacter() throws {
    let terminal = try startDriver()
    terminal.type(bytes: [0x61, 0xFF, 0x62, 0xE7, 0xB7, 0x63, 0x00, 0x64, 0x0D])
    try terminal.wait(forText: "[a\u{FFFD}b\u{FFFD}cd]")
  }

  @Test func aSmallWindowTakesLongAndWideInput() throws {
    let terminal = try startDriver(columns: 40, rows: 10)
    let line = (0..<6).map { "総入力の重みと入力の積和\($0)abc" }.joined(separator: " ")
    terminal.type(line)
    try terminal.wait(for: "the line") { $0.squeezed.hasSuffix("5abc") }
    #expect(terminal.screen.text.split(separator: "\n").count == 5)
    terminal.type("\u{01}!\u{05}?\r")
    try terminal.wait(for: "the echo") {
      $0.squeezed.hasSuffix("[!\(line)?]nn>".filter { $0 != " " })
    }
    try terminal.enter("x")
  }

  @Test func aWindowRefusesTypingThatItCannotHold() throws {
    let terminal = try startDriver(columns: 40, rows: 10)
    terminal.type(String(repeating: "0123456789", count: 40))
    try terminal.wait(for: "the bell") { $0.bellCount > 0 }
    terminal.type("\r")
    try terminal.wait(for: "the next prompt") { $0.transcript.hasSuffix("]\nnn>") }
    // Nine rows of forty, less the prompt and the place of the cursor.
    let echoed = terminal.screen.transcript.split(separator: "\n").joined()
    #expect(echoed.hasSuffix("[" + String(repeating: "0123456789", count: 36).prefix(355) + "]nn>"))
  }

  @Test func aWindowRunsAPasteThatItCannotHold() throws {
    let terminal = try startDriver(columns: 40, rows: 10)
    let line = (0..<60).map { "w\($0) 総入力" }.joined(separator: " ")
    terminal.type("<>\u{1B}[D")
    terminal.paste(line)
    try terminal.wait(for: "the echo") {
      $0.squeezed.hasSuffix("[<\(line)>]nn>".filter { $0 != " " })
    }
    // Too tall to be recalled, so the entry before it comes.
    try terminal.enter("x")
    terminal.paste("x\n" + line)
    try terminal.wait(for: "the echo") {
      $0.squeezed.hasSuffix("[x]nn>\(line)[\(line)]nn>".filter { $0 != " " })
    }
    terminal.type("\u{1B}[A")
    try terminal.wait(forLine: "nn> x")
  }

  @Test func aYankThatTheWindowCannotHoldIsTakenBack() throws {
    let terminal = try startDriver(columns: 40, rows: 6)
    let part = String(repeating: "総入力", count: 14)
    terminal.type(part + "\u{01}\u{0B}\u{19}\u{19}\u{19}")
    try terminal.wait(for: "the bell") { $0.bellCount > 0 }
    terminal.type("\r")
    try terminal.wait(for: "the echo") { $0.squeezed.hasSuffix("[\(part + part)]nn>") }
  }

  @Test func aLineThatTheWindowCannotHoldAnyMoreComesBack() throws {
    let terminal = try startDriver(columns: 40, rows: 10)
    let line = (0..<30).map { "w\($0) 総入力" }.joined(separator: " ")
    terminal.type(line)
    try terminal.wait(for: "the line") { $0.squeezed.hasSuffix("w29総入力") }
    try terminal.resize(columns: 20, rows: 6)
    try terminal.wait(forLine: "nn>")
    try terminal.resize(columns: 60, rows: 10)
    try terminal.wait(for: "the line") { $0.squeezed.hasSuffix("w29総入力") }
    terminal.type("!\r")
    try terminal.wait(for: "the echo") {
      $0.squeezed.hasSuffix("[\(line)!]nn>".filter { $0 != " " })
    }
  }
}
