/// Walks over the characters of an array literal and keeps count of lines and columns.
struct LiteralScanner {
  private(set) var rest: Substring
  private(set) var position: SourcePosition

  init(_ text: Substring, at position: SourcePosition) {
    self.rest = text
    self.position = position
  }

  mutating func skipSpace() {
    while let character = rest.first, character.isWhitespace { advance() }
  }

  /// Skips this character if it is next.
  mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    advance()
    return true
  }

  /// Skips what separates two elements: a comma, unless the list ends here.
  mutating func separator() throws(ArrayLiteralError) {
    skipSpace()
    if rest.isEmpty || rest.first == "]" { return }
    guard skip(",") else {
      throw ArrayLiteralError(.missingComma, range: SourceRange(start: position, end: position))
    }
    skipSpace()
    if rest.first == "," {
      let start = position
      advance()
      throw ArrayLiteralError(.unexpected(","), range: SourceRange(start: start, end: position))
    }
  }

  /// Reads a number.
  mutating func number() throws(ArrayLiteralError) -> Double {
    let start = position
    var word = ""
    while let character = rest.first, !character.isWhitespace, !",[]".contains(character) {
      word.append(character)
      advance()
    }
    if word.isEmpty {
      // Only a comma can stand here: the brackets are handled before.
      advance()
      throw ArrayLiteralError(.unexpected(","), range: SourceRange(start: start, end: position))
    }
    let range = SourceRange(start: start, end: position)
    guard let value = Self.value(of: word) else {
      throw ArrayLiteralError(.notANumber(word), range: range)
    }
    let isWritten = word.utf8.contains { (0x30...0x39).contains($0) }
    guard value.isFinite || !isWritten else {
      throw ArrayLiteralError(.tooLarge(word), range: range)
    }
    return value
  }

  /// The rest without the white space at its end, and the position after it.
  func restWithoutTrailingSpace() -> (text: String, end: SourcePosition) {
    var text = rest
    while let last = text.last, last.isWhitespace { text.removeLast() }
    var scanner = self
    while scanner.rest.startIndex < text.endIndex { scanner.advance() }
    return (String(text), scanner.position)
  }

  private mutating func advance() {
    if rest.removeFirst().isNewline {
      position = SourcePosition(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
  }

  /// The value of a number in Python's notation: sign, digits with at most one point, exponent.
  ///
  /// `Double.init` alone would also take hexadecimal and words such as `infinity`.
  static func value(of word: String) -> Double? {
    var body = Substring(word)
    let isNegative = body.first == "-"
    if let sign = body.first, sign == "-" || sign == "+" { body.removeFirst() }
    switch body {
    case "nan": return .nan
    case "inf": return isNegative ? -.infinity : .infinity
    default: break
    }
    let parts = body.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard
      (1...2).contains(mantissa.count), mantissa.contains(where: { !$0.isEmpty }),
      mantissa.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    var exponent = ""
    if parts.count == 2 {
      var digits = parts[1]
      if let sign = digits.first, sign == "-" || sign == "+" { digits.removeFirst() }
      guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
      exponent = "e\(parts[1])"
    }
    let whole = mantissa[0].isEmpty ? "0" : mantissa[0]
    let fraction = mantissa.count == 2 && !mantissa[1].isEmpty ? ".\(mantissa[1])" : ""
    return Double("\(isNegative ? "-" : "")\(whole)\(fraction)\(exponent)")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
