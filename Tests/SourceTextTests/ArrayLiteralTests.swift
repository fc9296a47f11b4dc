import SourceText
import Testing

@Suite("Array literals")
struct ArrayLiteralTests {
  static let readable: [(String, [Int], [Double])] = [
    ("0.5", [], [0.5]),
    (" -1 ", [], [-1]),
    ("[1, 2,3]", [3], [1, 2, 3]),
    ("[1, 2,]", [2], [1, 2]),
    ("[[0.1, 0.3], [0.2, 0.4], [1e-7, -2.E+3]]", [3, 2], [0.1, 0.3, 0.2, 0.4, 1e-7, -2000]),
    ("[[[1], [2]]]", [1, 2, 1], [1, 2]),
    ("[]", [0], []),
    ("[[], []]", [2, 0], []),
    ("[.5, 2., +3]", [3], [0.5, 2, 3]),
    ("[[1,\n 2],\n [3, 4]]", [2, 2], [1, 2, 3, 4]),
    ("1e-400", [], [0]),
    ("[inf, -inf]", [2], [.infinity, -.infinity]),
  ]

  @Test(arguments: readable)
  func reads(_ text: String, _ shape: [Int], _ elements: [Double]) throws {
    let literal = try ArrayLiteral(text)
    #expect(literal.shape == shape)
    #expect(literal.elements == elements)
  }

  @Test func readsNaN() throws {
    #expect(try ArrayLiteral("[nan]").elements[0].isNaN)
  }

  /// Each error's place is marked in the text by `«` and `»`.
  static let unreadable: [(String, ArrayLiteralError.Problem)] = [
    ("«»", .missing),
    ("  «»", .missing),
    ("[1, «two»]", .notANumber("two")),
    ("«0x10»", .notANumber("0x10")),
    ("«1e»", .notANumber("1e")),
    ("«1.2.3»", .notANumber("1.2.3")),
    ("«.»", .notANumber(".")),
    ("«infinity»", .notANumber("infinity")),
    ("[1, «-1e999»]", .tooLarge("-1e999")),
    ("[1 «»2]", .missingComma),
    ("[[1, 2] «»[3, 4]]", .missingComma),
    ("«[»1, 2", .unclosed),
    ("[[1, 2], «[»3", .unclosed),
    ("[[1, 2], «[3]»]", .ragged(expected: [2], found: [1], index: 1)),
    ("[[1, 2], «3»]", .ragged(expected: [2], found: [], index: 1)),
    ("[1, «[2]»]", .ragged(expected: [], found: [1], index: 1)),
    ("[1,«,» 2]", .unexpected(",")),
    ("[«,»1]", .unexpected(",")),
    ("[1,«,»]", .unexpected(",")),
    ("«]»", .unexpected("]")),
    ("[1] «and more» ", .unexpected("and more")),
    ("[1,\n  «総»]", .notANumber("総")),
  ]

  @Test(arguments: unreadable)
  func reportsErrors(_ marked: String, _ problem: ArrayLiteralError.Problem) {
    let marks = positions(of: marked)
    #expect(throws: ArrayLiteralError(problem, range: marks.range)) {
      try ArrayLiteral(marks.text)
    }
  }

  @Test("the literal at the start of a text is read, and the rest is handed back")
  func prefix() throws {
    let (literal, rest) = try ArrayLiteral.prefix(
      of: " [0.9] within 1e-12", at: SourcePosition(line: 4, column: 7))
    #expect(literal.elements == [0.9])
    #expect(literal.range == SourceRange(line: 4, column: 8, length: 5))
    #expect(rest == " within 1e-12")
  }

  @Test("a hundred thousand brackets are an error, not a crash")
  func depth() {
    #expect(
      throws: ArrayLiteralError(
        .tooDeep(limit: 64), range: SourceRange(line: 1, column: 65, length: 1))
    ) {
      try ArrayLiteral(String(repeating: "[", count: 100_000))
    }
  }

  @Test("whatever is typed leads to a whole array or to an error inside the text")
  func randomTexts() {
    let pieces = ["[", "[", "]", "]", ",", " ", "1", "2.5", "-", "e", ".", "nan", "\n", "x"]
    var state: UInt64 = 1
    var read = 0
    for _ in 0..<20_000 {
      var text = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      do throws(ArrayLiteralError) {
        let literal = try ArrayLiteral(text)
        #expect(literal.shape.reduce(1, *) == literal.elements.count, "\(text)")
        read += 1
      } catch {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(error.range.end.line <= lines.count, "\(text)")
        #expect(error.range.end.column <= lines[error.range.end.line - 1].count + 1, "\(text)")
      }
    }
    #expect(read > 100)
  }

  /// The text without its marks, and the range between them.
  private func positions(of marked: String) -> (text: String, range: SourceRange) {
    var text = ""
    var ends: [SourcePosition] = []
    var position = SourcePosition(line: 1, column: 1)
    for character in marked {
      if character == "«" || character == "»" {
        ends.append(position)
        continue
      }
      text.append(character)
      if character == "\n" {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
    }
    return (text, SourceRange(start: ends[0], end: ends[1]))
  }
}
