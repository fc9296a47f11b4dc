import TerminalGraphics
import Testing

@Suite("Filling paragraphs")
struct ParagraphFillingTests {
  @Test(
    "prose that is too wide is joined, all else stays",
    arguments: [
      ("a long line\nof prose", 8, "a long line of prose"),
      ("a long line\nof prose", 11, "a long line\nof prose"),
      ("長い行は\nつなぎます", 6, "長い行はつなぎます"),
      ("終わり。\n3 個です", 6, "終わり。3 個です"), ("one-hot\nなど", 6, "one-hot など"),
      ("数は\n3 個です", 6, "数は 3 個です"),
      ("wide prose\n    u = xW + b\nmore prose", 5, "wide prose\n    u = xW + b\nmore prose"),
      ("wide prose\n\nmore prose\nof it", 5, "wide prose\n\nmore prose of it"), ("", 5, ""),
      ("\n", 5, "\n"),
    ])
  func joins(_ text: String, _ width: Int, _ expected: String) {
    #expect(ParagraphFilling.joined(text, width: width) == expected)
  }
}
