import SourceText

extension Scanner {
  /// Scans a string from its opening quote; its prefix has been read.
  mutating func scanString(prefix: String, from start: Int) {
    let startPosition = position(start)
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    let contentStart = offset
    guard let contentEnd = skipContents(quote: quote, isTriple: isTriple) else {
      let range = SourceRange(start: startPosition, end: max(startPosition, position(offset)))
      note(
        PythonError(
          .syntaxError,
          isTriple ? "unterminated triple-quoted string literal" : "unterminated string literal",
          .unbalanced(bracket: String(Unicode.Scalar(quote))), at: range))
      tokens.append(Token(kind: .string(""), range: range))
      return
    }
    let range = SourceRange(start: startPosition, end: position(offset))
    if prefix.contains("b") { note(.refused("byte strings", at: range)) }
    let isRaw = prefix.contains("r")
    if prefix.contains("f") {
      tokens.append(
        Token(kind: .formatted(contents: contentStart..<contentEnd, isRaw: isRaw), range: range))
      return
    }
    do throws(PythonError) {
      let text = try Scanner.text(bytes[contentStart..<contentEnd], isRaw: isRaw)
      tokens.append(Token(kind: .string(text), range: range))
    } catch {
      note(error.at(range))
      tokens.append(Token(kind: .string(""), range: range))
    }
  }

  /// Steps over a string's contents and its closing quotes; returns where the contents end, or nil
  /// where they do not.
  private mutating func skipContents(quote: UInt8, isTriple: Bool) -> Int? {
    while offset < end {
      let byte = peek()
      if byte == UInt8(ascii: "\\") {
        offset += 1
        if offset < end, peek() == UInt8(ascii: "\n") {
          offset += 1
          newLine()
        } else {
          offset = min(end, offset + 1)
        }
      } else if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        offset += isTriple ? 3 : 1
        return offset - (isTriple ? 3 : 1)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isTriple { return nil }
        offset += 1
        if byte == UInt8(ascii: "\n") { newLine() }
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// The text that a string's contents stand for: escapes replaced unless it is raw.
  static func text(_ contents: ArraySlice<UInt8>, isRaw: Bool) throws(PythonError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.count)
    var rest = contents
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\r") {
        if rest.first != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      } else if byte != UInt8(ascii: "\\") || isRaw {
        bytes.append(byte)
      } else {
        try appendEscape(&rest, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendEscape(
    _ rest: inout ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) throws(PythonError) {
    guard let byte = rest.popFirst() else { return bytes.append(UInt8(ascii: "\\")) }
    switch byte {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(byte)
    case UInt8(ascii: "a"): bytes.append(7)
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "v"): bytes.append(11)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(byte - UInt8(ascii: "0"))
      var count = 1
      while count < 3, let next = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next)
      {
        value = value * 8 + UInt32(next - UInt8(ascii: "0"))
        rest.removeFirst()
        count += 1
      }
      append(value, to: &bytes)
    case UInt8(ascii: "x"): append(try hexEscape(&rest, digits: 2, "\\xXX"), to: &bytes)
    case UInt8(ascii: "u"): append(try hexEscape(&rest, digits: 4, "\\uXXXX"), to: &bytes)
    case UInt8(ascii: "U"): append(try hexEscape(&rest, digits: 8, "\\UXXXXXXXX"), to: &bytes)
    case UInt8(ascii: "N"): throw .refused("\\N{…} in strings")
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }

  private static func hexEscape(
    _ rest: inout ArraySlice<UInt8>, digits: Int, _ form: String
  ) throws(PythonError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = rest.popFirst().flatMap(hexDigit) else {
        throw PythonError(.syntaxError, "(unicode error) truncated \(form) escape")
      }
      value = value << 4 | UInt32(digit)
    }
    guard Unicode.Scalar(value) != nil else {
      throw PythonError(.syntaxError, "(unicode error) illegal Unicode character")
    }
    return value
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) { bytes += Array(String(Character(scalar)).utf8) }
  }
}
