import TerminalGraphics
import Testing

@Suite("Styled text")
struct StyledTextTests {
  @Test func rendersStyles() {
    let text: StyledText = "loss \("0.5", .bold) \("NaN", Style.bold.adding(.red)), fine"
    #expect(text.render(color: false) == "loss 0.5 NaN, fine")
    #expect(
      text.render(color: true)
        == "loss \u{1B}[1m0.5\u{1B}[0m \u{1B}[1;31mNaN\u{1B}[0m, fine")
  }

  @Test("each line switches its style on and off itself")
  func styleAcrossLines() {
    #expect(
      StyledText("a\n\nb", .green).render(color: true)
        == "\u{1B}[32ma\u{1B}[0m\n\n\u{1B}[32mb\u{1B}[0m")
  }

  @Test func neighboursOfOneStyleJoin() {
    var text = StyledText("a", .dim)
    text.append("", .red)
    text.append("b", .dim)
    #expect(text.runs.count == 1)
    #expect(text == StyledText("ab", .dim))
    #expect((StyledText() + StyledText("x")).runs.count == 1)
  }

  @Test func addsAStyle() {
    let text: StyledText = "a\("b", .red)"
    #expect(text.styled(.dim) == "\("a", .dim)\("b", Style(color: .red, isDim: true))")
  }

  static let unsafe: [(String, String)] = [
    ("plain, 日本語 and é", "plain, 日本語 and é"),
    ("\u{1B}[2Jgone", "\u{FFFD}[2Jgone"),
    ("\u{1B}]0;title\u{7}", "\u{FFFD}]0;title\u{FFFD}"),
    ("a\tb", "a    b"),
    ("a\r\nb\nc\rd", "a\nb\nc\u{FFFD}d"),
    ("\u{9B}31m\u{7F}", "\u{FFFD}31m\u{FFFD}"),
    ("abc\u{202E}cba", "abc\u{FFFD}cba"),
    ("x\u{2028}y", "x\u{FFFD}y"),
    ("👩‍👩‍👧 ok\0", "👩‍👩‍👧 ok\u{FFFD}"),
  ]

  @Test("no control gets through", arguments: unsafe)
  func sanitizes(_ text: String, _ clean: String) {
    #expect(StyledText.sanitized(text) == clean)
    #expect(StyledText(text).plain == clean)
    let interpolated: StyledText = "\(text, .bold)"
    #expect(interpolated.plain == clean)
  }

  @Test("every control character is replaced, in any text")
  func sanitizesAll() {
    for value in UInt32(0)..<0x100 where value < 0x20 || (0x7F..<0xA0).contains(value) {
      guard value != 0x0A, value != 0x09 else { continue }
      let text = "あ\(Unicode.Scalar(value)!)b"
      #expect(StyledText(text).plain == "あ\u{FFFD}b")
    }
  }

  @Test func splitsIntoLines() {
    let text: StyledText = "a\("b\nc", .red)\n"
    #expect(text.lines == ["a\("b", .red)", "\("c", .red)", ""])
    #expect(StyledText().lines == [""])
  }

  static let cuts: [(Int, GlyphSet, String)] = [
    (20, .unicode, "総入力 is 0.9"), (13, .unicode, "総入力 is 0.9"), (12, .unicode, "総入力 is 0…"),
    (6, .unicode, "総入…"), (5, .unicode, "総入…"), (4, .ascii, "..."), (5, .ascii, "総..."),
    (2, .ascii, "総"), (1, .unicode, "…"), (0, .unicode, ""), (-3, .unicode, ""),
  ]

  @Test(arguments: cuts)
  func truncates(_ columns: Int, _ glyphs: GlyphSet, _ expected: String) {
    let text: StyledText = "総入力 is \("0.9", .bold)"
    #expect(text.truncated(to: columns, glyphs: glyphs).plain == expected)
  }
}
