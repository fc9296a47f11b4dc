/// A number or a rectangular nested list of numbers, as a learner types it: `0.5`, `[1, 2]`,
/// `[[0.1, 0.3], [0.2, 0.4]]`.
///
///     let weights = try ArrayLiteral("[[0.1, 0.3], [0.2, 0.4]]")
///     weights.shape     // [2, 2]
///     weights.elements  // [0.1, 0.3, 0.2, 0.4], row-major
///     try ArrayLiteral("0.5").shape  // []
///
/// Numbers are written as in Python (`1`, `-1.5`, `.5`, `2.`, `1e-7`), and `nan`, `inf` stand for
/// themselves. A comma may follow the last element of a list. White space and line breaks may stand
/// between the parts.
public struct ArrayLiteral: Hashable, Sendable {
  /// The length of each dimension, the outermost first; empty for a number.
  public var shape: [Int]
  /// The numbers in row-major order; their count is the product of `shape`.
  public var elements: [Double]
  /// Where the literal stands.
  public var range: SourceRange

  /// The deepest nesting that is read; NumPy's arrays have at most this many dimensions, too.
  public static let maximumDepth = 64

  /// Reads a text that holds one literal and nothing else.
  ///
  /// - Parameters:
  ///   - text: the literal, with white space around it.
  ///   - position: where the text starts in its source.
  /// - Throws: what is wrong and where.
  /// - Complexity: O(*n*) in the length of the text; no recursion.
  public init(
    _ text: some StringProtocol, at position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) throws(ArrayLiteralError) {
    let (literal, rest) = try Self.prefix(of: Substring(text), at: position)
    var scanner = LiteralScanner(rest, at: literal.range.end)
    scanner.skipSpace()
    guard scanner.rest.isEmpty else {
      let start = scanner.position
      let (word, end) = scanner.restWithoutTrailingSpace()
      throw ArrayLiteralError(
        .unexpected(word), range: SourceRange(start: start, end: end))
    }
    self = literal
  }

  /// Reads the literal at the start of a text and returns it with what follows.
  ///
  ///     let (value, rest) = try ArrayLiteral.prefix(of: "[0.9] within 1e-12")
  ///     value.elements  // [0.9]
  ///     rest            // " within 1e-12"
  ///
  /// - Throws: what is wrong and where.
  /// - Complexity: O(*n*) in the length of the literal; no recursion.
  public static func prefix(
    of text: Substring, at position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) throws(ArrayLiteralError) -> (literal: ArrayLiteral, rest: Substring) {
    var scanner = LiteralScanner(text, at: position)
    var elements: [Double] = []
    var open: [OpenList] = []
    repeat {
      scanner.skipSpace()
      let start = scanner.position
      var finished: [Int]
      if scanner.skip("[") {
        guard open.count < maximumDepth else {
          throw ArrayLiteralError(
            .tooDeep(limit: maximumDepth), range: SourceRange(start: start, end: scanner.position))
        }
        open.append(OpenList(start: start))
        continue
      } else if scanner.skip("]") {
        guard let list = open.popLast() else {
          throw ArrayLiteralError(
            .unexpected("]"), range: SourceRange(start: start, end: scanner.position))
        }
        finished = list.shape
        try close(finished, from: list.start, in: &open, scanner)
      } else if scanner.rest.isEmpty {
        guard let list = open.last else {
          throw ArrayLiteralError(.missing, range: SourceRange(start: start, end: start))
        }
        throw ArrayLiteralError(.unclosed, range: list.bracket)
      } else {
        elements.append(try scanner.number())
        finished = []
        try close(finished, from: start, in: &open, scanner)
      }
      guard !open.isEmpty else {
        let range = SourceRange(start: firstNonSpace(of: text, at: position), end: scanner.position)
        return (ArrayLiteral(shape: finished, elements: elements, range: range), scanner.rest)
      }
      try scanner.separator()
    } while true
  }

  private init(shape: [Int], elements: [Double], range: SourceRange) {
    self.shape = shape
    self.elements = elements
    self.range = range
  }

  private static func firstNonSpace(
    of text: Substring, at position: SourcePosition
  ) -> SourcePosition {
    var scanner = LiteralScanner(text, at: position)
    scanner.skipSpace()
    return scanner.position
  }

  /// Counts a finished element in the list that holds it; every element of a list has one shape.
  private static func close(
    _ shape: [Int], from start: SourcePosition, in open: inout [OpenList], _ scanner: LiteralScanner
  ) throws(ArrayLiteralError) {
    guard let last = open.indices.last else { return }
    if let expected = open[last].elementShape, expected != shape {
      throw ArrayLiteralError(
        .ragged(expected: expected, found: shape, index: open[last].count),
        range: SourceRange(start: start, end: scanner.position))
    }
    open[last].elementShape = shape
    open[last].count += 1
  }
}

/// A list whose closing bracket is still to come.
private struct OpenList {
  var start: SourcePosition
  var count = 0
  var elementShape: [Int]?

  var shape: [Int] { [count] + (elementShape ?? []) }
  var bracket: SourceRange {
    SourceRange(line: start.line, column: start.column, length: 1)
  }
}
