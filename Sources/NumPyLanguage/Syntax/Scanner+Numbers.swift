import SourceText

extension Scanner {
  /// Scans a whole number or a float, as Python writes them.
  mutating func scanNumber() {
    let start = offset
    if peek() == UInt8(ascii: "0"), let radix = radix(peek(1)) {
      offset += 2
      let digits = takeDigits { hexDigit($0).map { $0 < radix } ?? false }
      guard let digits, !digits.isEmpty else { return invalidNumber(from: start) }
      return addInteger(digits, radix: radix, from: start)
    }
    var isFloat = false
    guard var digits = takeDigits(isDecimal) else { return invalidNumber(from: start) }
    let integerDigits = digits
    if peek() == UInt8(ascii: ".") {
      isFloat = true
      offset += 1
      digits.append(".")
      guard let fraction = takeDigits(isDecimal) else { return invalidNumber(from: start) }
      digits += fraction.isEmpty ? "0" : fraction
    }
    if digits.first == "." { digits = "0" + digits }
    let exponentLength = exponentPrefixLength()
    if exponentLength > 0 {
      isFloat = true
      digits += String(decoding: bytes[offset..<offset + exponentLength], as: UTF8.self)
      offset += exponentLength
      guard let exponent = takeDigits(isDecimal) else { return invalidNumber(from: start) }
      digits += exponent
    }
    if peek() == UInt8(ascii: "j") || peek() == UInt8(ascii: "J") {
      offset += 1
      note(.refused("complex numbers", at: range(from: start)))
      return add(.float(0), from: start)
    }
    if isFloat { return addFloat(digits, from: start) }
    if integerDigits.first == "0", integerDigits.contains(where: { $0 != "0" }) {
      note(
        PythonError(
          .syntaxError, "leading zeros in decimal integer literals are not permitted",
          at: range(from: start)))
    }
    addInteger(integerDigits, radix: 10, from: start)
  }

  private func isDecimal(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }

  private func radix(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    default: nil
    }
  }

  /// The length of `e`, `e+` or `e-` before a digit; 0 where there is no exponent.
  private func exponentPrefixLength() -> Int {
    guard peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") else { return 0 }
    if isDecimal(peek(1)) { return 1 }
    let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    return hasSign && isDecimal(peek(2)) ? 2 : 0
  }

  /// Digits with single underscores between them; nil where an underscore stands wrong.
  private mutating func takeDigits(_ isDigit: (UInt8) -> Bool) -> String? {
    var digits = ""
    var previous: UInt8 = 0
    while isDigit(peek()) || (peek() == UInt8(ascii: "_") && offset < end) {
      let byte = peek()
      if byte == UInt8(ascii: "_") {
        if previous == byte || digits.isEmpty { return nil }
      } else {
        digits.unicodeScalars.append(Unicode.Scalar(byte))
      }
      previous = byte
      offset += 1
    }
    return previous == UInt8(ascii: "_") ? nil : digits
  }

  private mutating func addInteger(_ digits: String, radix: Int, from start: Int) {
    checkWhatFollows(from: start)
    guard let value = UInt64(digits, radix: radix), value <= UInt64(Int.max) + 1 else {
      var error = PythonError.integerOverflow
      error = error.at(range(from: start))
      note(error)
      return add(.integer(0), from: start)
    }
    add(.integer(value), from: start)
  }

  private mutating func addFloat(_ digits: String, from start: Int) {
    checkWhatFollows(from: start)
    add(.float(Double(digits) ?? .infinity), from: start)
  }

  /// A name or digit right after a number is a slip, except a keyword as in `1if x else 2`.
  private mutating func checkWhatFollows(from start: Int) {
    let byte = peek()
    guard
      isDecimal(byte) || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z"))
        || (UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z"))
    else { return }
    var word = offset
    while word < end, bytes[word] >= UInt8(ascii: "a"), bytes[word] <= UInt8(ascii: "z") {
      word += 1
    }
    if Keyword(rawValue: String(decoding: bytes[offset..<word], as: UTF8.self)) == nil {
      note(PythonError(.syntaxError, "invalid decimal literal", at: range(from: start)))
    }
  }

  private mutating func invalidNumber(from start: Int) {
    while isDecimal(peek()) || peek() == UInt8(ascii: "_") { offset += 1 }
    note(PythonError(.syntaxError, "invalid decimal literal", at: range(from: start)))
    add(.integer(0), from: start)
  }
}

/// The value of a digit of base 16; nil for anything else.
func hexDigit(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
