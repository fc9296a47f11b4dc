import TestSupport
import Testing

/// The instrument of the other tests is tested too.
@Suite struct VirtualTerminalTests {
  private func screen(_ bytes: String, columns: Int = 10, rows: Int = 4) -> VirtualTerminal {
    var terminal = VirtualTerminal(columns: columns, rows: rows)
    terminal.feed(Array(bytes.utf8))
    return terminal
  }

  @Test(
    arguments: [
      ("abc\rX", "Xbc"), ("abc\u{08}X", "abX"), ("a\r\nb", "a\nb"), ("a\nb", "a\n b"),
      ("0123456789", "0123456789"), ("0123456789a", "0123456789\na"),
      ("0123456789\ra", "a123456789"), ("012345678総", "012345678\n総"),
      ("総入\u{1B}[2D力", "総力"), ("a\tb", "a       b"), ("abc\u{1B}[2D\u{1B}[K", "a"),
      ("abc\u{1B}[1D\u{1B}[1K", ""), ("abc\u{1B}[2K", ""), ("abcd\u{1B}[3D\u{1B}[2P", "ad"),
      ("abcd\u{1B}[3D\u{1B}[2@", "a  bcd"), ("abcd\u{1B}[3D\u{1B}[2X", "a  d"),
      ("a\r\nb\r\nc\u{1B}[2A\u{1B}[J", "a"), ("a\r\nb\u{1B}[H\u{1B}[2Jc", "c"),
      ("a\u{1B}[3;4Hb", "a\n\n   b"), ("a\r\nb\u{1B}[A\u{1B}[L", "\na\nb"),
      ("a\r\nb\r\nc\u{1B}[2A\u{1B}[M", "b\nc"), ("1\r\n2\r\n3\r\n4\r\n5", "2\n3\n4\n5"),
      ("\u{1B}]0;title\u{07}a", "a"), ("\u{1B}(Ba", "a"), ("a\u{1B}7b\u{1B}8c", "ac"),
      ("e\u{301}x", "e\u{301}x"),
    ])
  func showsWhatATerminalShows(bytes: String, text: String) {
    #expect(screen(bytes).text == text)
  }

  @Test func keepsWhatScrollsOff() {
    #expect(screen("1\r\n2\r\n3\r\n4\r\n5").transcript == "1\n2\n3\n4\n5")
  }

  @Test func knowsColoursAndModes() {
    let terminal = screen("a\u{1B}[1;32mb\u{1B}[0mc\u{1B}[2md\u{1B}[?2004h\u{07}")
    #expect(terminal.styledStretches(ofRow: 0) == ["1;32:b", "2:d"])
    #expect(terminal.bracketsPastes && terminal.bellCount == 1)
  }

  @Test func wrapsAnewWhenResized() {
    var terminal = screen("ab\r\n0123456789xyz\u{1B}[D")
    terminal.resize(columns: 6, rows: 4)
    #expect(terminal.text == "ab\n012345\n6789xy\nz")
    #expect(terminal.row == 3 && terminal.column == 0)
    terminal.resize(columns: 20, rows: 4)
    #expect(terminal.text == "ab\n0123456789xyz")
    #expect(terminal.row == 1 && terminal.column == 12)
  }
}
