import SourceText
import Testing

@testable import NumPyLanguage

@Suite("Scanner")
struct ScannerTests {
  private func tokens(_ text: String) -> [Token] {
    var scanner = Scanner(SourceUnit(name: "", text: text))
    return scanner.scan()
  }

  /// The tokens of a text in a short form: a symbol as itself, a name in `name`, layout in capitals.
  private func forms(_ text: String) -> [String] {
    tokens(text).map { token in
      switch token.kind {
      case .name(let name): "`\(name)`"
      case .keyword(let keyword): keyword.rawValue
      case .integer(let number): "\(number)"
      case .float(let number): "\(number)"
      case .string(let text): "'\(text)'"
      case .formatted: "f''"
      case .symbol(let symbol): symbol.rawValue
      case .newline: "NEWLINE"
      case .indent: "INDENT"
      case .dedent: "DEDENT"
      case .end: "END"
      }
    }
  }

  private func mistake(_ text: String) -> PythonError? {
    var scanner = Scanner(SourceUnit(name: "", text: text))
    _ = scanner.scan()
    return scanner.errors.first
  }

  @Test(arguments: [
    ("", ["END"]), ("# only a comment", ["END"]), ("\n\n", ["END"]),
    ("x", ["`x`", "NEWLINE", "END"]),
    ("x = 1  # one\n", ["`x`", "=", "1", "NEWLINE", "END"]),
    ("a **= b // c", ["`a`", "**=", "`b`", "//", "`c`", "NEWLINE", "END"]),
    (
      "a<=b!=c->d:=e",
      ["`a`", "<=", "`b`", "!=", "`c`", "->", "`d`", ":=", "`e`", "NEWLINE", "END"]
    ),
    ("x[..., 1:]", ["`x`", "[", "...", ",", "1", ":", "]", "NEWLINE", "END"]),
    ("重み = 総入力1", ["`重み`", "=", "`総入力1`", "NEWLINE", "END"]),
    ("iffy if classy", ["`iffy`", "if", "`classy`", "NEWLINE", "END"]),
  ])
  func textBecomesTokens(_ text: String, _ expected: [String]) {
    #expect(forms(text) == expected)
  }

  @Test(arguments: [
    ("0", "0"), ("42", "42"), ("1_000", "1000"), ("0xfF", "255"), ("0b101", "5"), ("0o17", "15"),
    ("1.5", "1.5"), (".5", "0.5"), ("5.", "5.0"), ("1e3", "1000.0"), ("1E-3", "0.001"),
    ("1_0.5_0e1_0", "105000000000.0"), ("9223372036854775808", "9223372036854775808"),
    ("00", "0"), ("1e999", "inf"),
  ])
  func numbersAreRead(_ text: String, _ value: String) {
    #expect(forms(text).first == value)
    #expect(mistake(text) == nil)
  }

  @Test(arguments: ["0123", "1_", "1__0", "0x", "0b2", "1abc", "1.5x", "0o8", "1e"])
  func brokenNumbersAreErrors(_ text: String) {
    #expect(mistake(text)?.kind == .syntaxError)
  }

  @Test func numberBeyond64BitsIsAnError() {
    #expect(mistake("99999999999999999999")?.kind == .overflowError)
  }

  @Test(arguments: [
    (#"'a'"#, "a"), (#""it's""#, "it's"), (#"'\n\t\\\'\"'"#, "\n\t\\'\""), (#"r'\n'"#, "\\n"),
    (#"'\x41\u3042\101'"#, "AあA"), ("'''a\nb'''", "a\nb"), (#"'a\#u{A}b'"#, ""), ("'a\\\nb'", "ab"),
    (#"u'x'"#, "x"), (#"'\q'"#, "\\q"), ("'日本'", "日本"), ("''", ""), ("''''x'''", "'x"),
  ])
  func stringsAreRead(_ text: String, _ value: String) {
    #expect(forms(text).first == "'\(value)'")
  }

  @Test(arguments: ["'abc", "\"abc\n", "'''abc", "'\\", "'\\x4'", "'\\u12'", "'\\ud800'"])
  func brokenStringsAreErrors(_ text: String) {
    #expect(mistake(text)?.kind == .syntaxError)
  }

  @Test func indentationBecomesTokens() {
    #expect(
      forms("if a:\n  b\n\n  # note\n  c\nd") == [
        "if", "`a`", ":", "NEWLINE", "INDENT", "`b`", "NEWLINE", "`c`", "NEWLINE", "DEDENT", "`d`",
        "NEWLINE", "END",
      ])
    #expect(
      forms("if a:\n  if b:\n\tc") == [
        "if", "`a`", ":", "NEWLINE", "INDENT", "if", "`b`", ":", "NEWLINE", "INDENT", "`c`",
        "NEWLINE", "DEDENT", "DEDENT", "END",
      ])
  }

  @Test func linesInBracketsAreOne() {
    #expect(forms("(1,\n   2)") == ["(", "1", ",", "2", ")", "NEWLINE", "END"])
    #expect(forms("a + \\\n  b") == ["`a`", "+", "`b`", "NEWLINE", "END"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndIsOne(_ end: String) {
    #expect(
      forms("a\(end)b\(end)") == ["`a`", "NEWLINE", "`b`", "NEWLINE", "END"])
    #expect(tokens("a\(end)b").last { $0.kind == .name("b") }?.range.start.line == 2)
  }

  @Test func columnsCountCharacters() {
    let tokens = tokens("入力 = 'é😀' + x\n  ")
    let places = tokens.prefix(5).map { ($0.range.start.column, $0.range.end.column) }
    #expect(places.map(\.0) == [1, 4, 6, 11, 13])
    #expect(places.map(\.1) == [3, 5, 10, 12, 14])
  }

  @Test func linesCountFromTheUnitsFirst() {
    var scanner = Scanner(SourceUnit(name: "cell 2", text: "a\nb", firstLine: 40))
    #expect(scanner.scan().map(\.range.start.line) == [40, 40, 41, 41, 41])
  }

  /// The marked part is where the error is.
  @Test(arguments: [
    ("x = «(»1, 2", PythonError.Detail.unbalanced(bracket: "(")),
    ("x = 1«)»", .unbalanced(bracket: ")")), ("x = [1«)»", .unbalanced(bracket: ")")),
    ("s = «'abc»", .unbalanced(bracket: "'")), ("a = «？»1", .slip(.otherSign("？", python: "?"))),
    ("a «!» b", .slip(.otherOperator("!", python: "not"))),
    ("a = «$»", .unexpected(found: "'$'", expected: "")),
    ("if a:\n    b\n«  »c", .slip(.unmatchedIndent(columns: 2, open: [0, 4]))),
    ("if a:\n\tb\n«        »c", .slip(.tabsAndSpaces)),
    ("\u{3042} = «\u{2018}»x", .slip(.otherSign("\u{2018}", python: "'"))),
  ])
  func errorPointsAtItsPlace(_ marked: String, _ detail: PythonError.Detail) throws {
    let (text, range) = Marked.read(marked)
    let error = try #require(mistake(text))
    #expect(error.detail == detail)
    #expect(error.range == range)
  }

  @Test func everyTextGivesTokensThatEnd() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "(", ")", "'", "\"", "\"\"\"", "\n", " ", "\t", "\\", "#", "f'{", "}", "0x", "1e", "é",
      "\u{0}", "\u{301}", "a", "if", ":", "あ", "\r",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...20, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      let tokens = tokens(text)
      #expect(tokens.last?.kind == .end)
      for (token, next) in zip(tokens, tokens.dropFirst()) {
        #expect(token.range.start <= next.range.start, "\(text.debugDescription)")
      }
    }
  }
}

/// A text in which « and » mark a part.
enum Marked {
  /// The text without its marks, and the range between them.
  static func read(_ marked: String) -> (text: String, range: SourceRange) {
    var text = ""
    var (line, column) = (1, 1)
    var ends: [SourcePosition] = []
    for character in marked {
      if character == "«" || character == "»" {
        ends.append(SourcePosition(line: line, column: column))
        continue
      }
      text.append(character)
      column += 1
      if character == "\n" { (line, column) = (line + 1, 1) }
    }
    precondition(ends.count == 2, "two marks in \(marked)")
    return (text, SourceRange(start: ends[0], end: ends[1]))
  }
}
