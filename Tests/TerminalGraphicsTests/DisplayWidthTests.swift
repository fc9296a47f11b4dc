import TerminalGraphics
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  static let texts: [(String, Int)] = [
    ("", 0), ("loss", 4), ("総入力", 6), ("ﾊﾝｶｸ", 4), ("W１", 3), ("x₀", 2), ("α→①", 3),
    ("e\u{301}", 1), ("は\u{3099}", 2), ("ば", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("🙂", 2), ("👩‍👩‍👧", 2), ("🇯🇵", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("1\u{FE0F}\u{20E3}", 2),
    ("\u{1B}[1m", 3), ("\r\n", 0), ("\u{200B}", 0), ("\u{AD}", 1), ("─│⣿", 3),
  ]

  @Test(arguments: texts)
  func ofText(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("agrees with the C library", arguments: widthSample)
  func sample(_ scalars: ClosedRange<UInt32>, _ width: Int) {
    for value in scalars {
      let scalar = Unicode.Scalar(value)!
      #expect(DisplayWidth.of(scalar) == width, "U+\(String(value, radix: 16))")
    }
  }
}
