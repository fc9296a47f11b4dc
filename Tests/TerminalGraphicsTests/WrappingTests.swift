import TerminalGraphics
import Testing

@Suite("Wrapping")
struct WrappingTests {
  static let cases: [(Int, String, [String])] = [
    (10, "the total input", ["the total", "input"]),
    (9, "the total input", ["the total", "input"]),
    (8, "the total input", ["the", "total", "input"]),
    (80, "short", ["short"]),
    (10, "", [""]),
    (10, "one\n\ntwo", ["one", "", "two"]),
    (5, "abcdefghijkl", ["abcde", "fghij", "kl"]),
    (6, "a   abcdefgh", ["a", "abcdef", "gh"]),
    (10, "  indented text stays", ["  indented", "  text", "  stays"]),
    (4, "      ", [""]),
    // Japanese breaks between any two characters …
    (10, "ユニットは入力を測ります", ["ユニットは", "入力を測り", "ます"]),
    (9, "ユニットは入力", ["ユニット", "は入力"]),
    // … but no line begins with a closing sign or a small kana, or ends with an opening bracket.
    (10, "総入力です。次に", ["総入力で", "す。次に"]),
    (10, "総入力はだ、次に", ["総入力は", "だ、次に"]),
    (8, "出力は「総入力」", ["出力は", "「総入", "力」"]),
    (6, "これはチェック", ["これは", "チェッ", "ク"]),
    (6, "あいうッ」。", ["あい", "うッ」", "。"]),
    // English words inside Japanese stay whole.
    (12, "活性化関数reluを通す", ["活性化関数", "reluを通す"]),
    (10, "重みW1は(入力)です", ["重みW1は", "(入力)です"]),
    (1, "総入", ["総", "入"]),
    (0, "ab", ["a", "b"]),
    (7, "総入力　出力", ["総入力", "出力"]),
  ]

  @Test(arguments: cases)
  func wraps(_ columns: Int, _ text: String, _ expected: [String]) {
    #expect(StyledText(text).wrapped(to: columns).map(\.plain) == expected)
  }

  @Test func stylesStayWithTheirWords() {
    let text: StyledText = "press \("Return now", .cyan) or q"
    #expect(
      text.wrapped(to: 12).map { $0.render(color: true) } == [
        "press \u{1B}[36mReturn\u{1B}[0m", "\u{1B}[36mnow\u{1B}[0m or q",
      ])
  }

  @Test("no line is wider than the window, and no visible character is lost")
  func widthsHold() {
    let text = """
      中間層の出力 z1 = relu(u1) は、次の層への「入力」になります。ただし（ここが大切です）、\
      u1 は総入力、z1 は総出力です。Rows are samples; columns are features, so x @ W + b works.
      """
    let visible = text.filter { !$0.isWhitespace }
    for columns in 2...70 {
      let lines = StyledText(text).wrapped(to: columns)
      for line in lines { #expect(line.width <= columns) }
      #expect(lines.map(\.plain).joined().filter { !$0.isWhitespace } == visible)
    }
  }
}
