import SourceText

extension Parser {
  /// Strings that stand side by side are one.
  mutating func parseStrings() throws(PythonError) -> any Expression {
    let start = token.range
    var parts: [FormattedExpression.Part] = []
    var isFormatted = false
    strings: while true {
      switch token.kind {
      case .string(let text): parts.append(.text(text))
      case .formatted(let contents, let isRaw):
        isFormatted = true
        parts += try parseFormatted(contents, isRaw: isRaw, token.range, depth: 0)
      default: break strings
      }
      advance()
    }
    let range = range(from: start)
    if isFormatted { return try checked(FormattedExpression(parts, range)) }
    var text = ""
    for case .text(let part) in parts { text += part }
    return ConstantExpression(.string(texts.text(text)), range)
  }

  /// The parts of an f-string, or of the format inside one.
  private mutating func parseFormatted(
    _ contents: Range<Int>, isRaw: Bool, _ range: SourceRange, depth: Int
  ) throws(PythonError) -> [FormattedExpression.Part] {
    if depth > 2 {
      throw PythonError(.syntaxError, "f-string: expressions nested too deeply", at: range)
    }
    var parts: [FormattedExpression.Part] = []
    var literal: [UInt8] = []
    var offset = contents.lowerBound
    func take(_ parts: inout [FormattedExpression.Part]) throws(PythonError) {
      guard !literal.isEmpty else { return }
      do throws(PythonError) {
        parts.append(.text(try Scanner.text(literal[...], isRaw: isRaw)))
      } catch {
        throw error.at(range)
      }
      literal = []
    }
    while offset < contents.upperBound {
      let byte = bytes[offset]
      let isDoubled = offset + 1 < contents.upperBound && bytes[offset + 1] == byte
      switch byte {
      case UInt8(ascii: "{") where isDoubled, UInt8(ascii: "}") where isDoubled:
        literal.append(byte)
        offset += 2
      case UInt8(ascii: "{"):
        try take(&parts)
        let field = try parseField(
          offset + 1..<contents.upperBound, isRaw: isRaw, range, depth: depth)
        parts += field.parts
        offset = field.end
      case UInt8(ascii: "}"):
        throw PythonError(.syntaxError, "f-string: single '}' is not allowed", at: range)
      default:
        literal.append(byte)
        offset += 1
      }
    }
    try take(&parts)
    return parts
  }

  /// `expression!r:format}` after the opening brace; returns where it ends.
  private mutating func parseField(
    _ rest: Range<Int>, isRaw: Bool, _ range: SourceRange, depth: Int
  ) throws(PythonError) -> (parts: [FormattedExpression.Part], end: Int) {
    let end = try fieldExpressionEnd(rest, range)
    var labelEnd = end.upperBound
    var expressionEnd = end.lowerBound
    let hasLabel = expressionEnd < labelEnd
    var text = String(decoding: bytes[rest.lowerBound..<expressionEnd], as: UTF8.self)
    if text.allSatisfy(\.isWhitespace) {
      throw PythonError(.syntaxError, "f-string: empty expression not allowed", at: range)
    }
    if hasLabel { text = String(decoding: bytes[rest.lowerBound..<labelEnd], as: UTF8.self) }
    let value = try parseInside(rest.lowerBound..<expressionEnd, range)
    var offset = labelEnd
    labelEnd = offset
    expressionEnd = offset
    var conversion: Character?
    if offset < rest.upperBound, bytes[offset] == UInt8(ascii: "!") {
      guard offset + 1 < rest.upperBound,
        [UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "a")].contains(bytes[offset + 1])
      else {
        throw PythonError(
          .syntaxError, "f-string: invalid conversion character: expected 's', 'r', or 'a'",
          at: range)
      }
      conversion = Character(Unicode.Scalar(bytes[offset + 1]))
      offset += 2
    }
    var format: FormattedExpression?
    if offset < rest.upperBound, bytes[offset] == UInt8(ascii: ":") {
      let formatEnd = self.formatEnd(offset + 1..<rest.upperBound)
      let parts = try parseFormatted(
        offset + 1..<formatEnd, isRaw: isRaw, range, depth: depth + 1)
      format = FormattedExpression(parts, range)
      offset = formatEnd
    }
    guard offset < rest.upperBound, bytes[offset] == UInt8(ascii: "}") else {
      throw PythonError(
        .syntaxError, "f-string: expecting '}'", .unbalanced(bracket: "{"), at: range)
    }
    let label = hasLabel ? text : ""
    return (
      [.value(value, conversion: conversion, format: format, label: label)], offset + 1
    )
  }

  /// Where the expression of a field ends, and where the `=` after it does, if it has one.
  private func fieldExpressionEnd(
    _ rest: Range<Int>, _ range: SourceRange
  ) throws(PythonError) -> Range<Int> {
    var depth = 0
    var quote: UInt8?
    var offset = rest.lowerBound
    while offset < rest.upperBound {
      let byte = bytes[offset]
      let next = offset + 1 < rest.upperBound ? bytes[offset + 1] : 0
      if let open = quote {
        if byte == open { quote = nil }
        offset += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "}") where depth > 0: depth -= 1
      case UInt8(ascii: "}"): return offset..<offset
      case UInt8(ascii: "\\"):
        throw PythonError(
          .syntaxError, "f-string expression part cannot include a backslash", at: range)
      case UInt8(ascii: "#"):
        throw PythonError(
          .syntaxError, "f-string expression part cannot include '#'", at: range)
      case UInt8(ascii: "=") where next == UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "!") where next == UInt8(ascii: "="):
        if next == UInt8(ascii: "=") { offset += 1 }
      case UInt8(ascii: ":") where depth == 0, UInt8(ascii: "!") where depth == 0:
        return offset..<offset
      case UInt8(ascii: "=") where depth == 0:
        var end = offset + 1
        while end < rest.upperBound, bytes[end] == UInt8(ascii: " ") { end += 1 }
        if end < rest.upperBound,
          [UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "!")].contains(bytes[end])
        {
          return offset..<end
        }
      default: break
      }
      offset += 1
    }
    throw PythonError(
      .syntaxError, "f-string: expecting '}'", .unbalanced(bracket: "{"), at: range)
  }

  /// Where a field's format ends: at its brace, past the fields inside it.
  private func formatEnd(_ rest: Range<Int>) -> Int {
    var depth = 0
    for offset in rest {
      switch bytes[offset] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0: return offset
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return rest.upperBound
  }

  /// An expression that stands inside an f-string.
  private mutating func parseInside(
    _ part: Range<Int>, _ range: SourceRange
  ) throws(PythonError) -> any Expression {
    let position = self.position(of: part.lowerBound, after: range)
    var scanner = Scanner(of: bytes, part, at: position, limits: limits)
    let outer = (tokens, index)
    tokens = scanner.scan()
    index = 0
    defer { (tokens, index) = outer }
    if let error = scanner.errors.first { throw error.at(range) }
    let value = try parseExpressionList()
    guard token.kind == .end else { throw unexpected("'}'") }
    return value
  }

  /// The line and column of an offset that stands inside a string.
  private func position(of offset: Int, after range: SourceRange) -> SourcePosition {
    var lineStart = offset
    while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    let line = bytes[..<lineStart].lazy.filter { $0 == UInt8(ascii: "\n") }.count
    let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).count
    return SourcePosition(line: unit.firstLine + line, column: column + 1)
  }
}
