#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A finite number written in decimal: its digits and where the point stands.
///
/// The value is `0.d₁d₂d₃… × 10^pointPosition`; zero has no digits. Trailing zeros are never kept.
struct DecimalDigits: Equatable {
  /// Whether the sign bit is set; −0.0 is negative.
  var isNegative: Bool
  /// The digits, each 0…9, the first and the last not 0.
  var digits: [UInt8]
  /// How many digits stand before the point; negative for numbers below 0.1.
  var pointPosition: Int

  /// The fewest digits that read back as the same number.
  ///
  /// - Precondition: the value is finite.
  init(shortest value: Double) {
    precondition(value.isFinite, "only a finite number has digits, not \(value)")
    self.init(parsing: value.magnitude.description.utf8, isNegative: value.sign == .minus)
  }

  /// The exact value rounded, ties to even, to a number of digits after the point.
  init(_ value: Double, fractionDigits: Int) {
    let text = DecimalDigits.printed(value.magnitude, "%.*f", fractionDigits)
    self.init(parsing: text, isNegative: value.sign == .minus)
  }

  /// The exact value rounded, ties to even, to one digit before the point and a number after it.
  init(_ value: Double, scientificFractionDigits: Int) {
    let text = DecimalDigits.printed(value.magnitude, "%.*e", scientificFractionDigits)
    self.init(parsing: text, isNegative: value.sign == .minus)
  }

  /// The digits after the point.
  var fractionDigits: Int { max(0, digits.count - pointPosition) }

  /// Reads what `description` and C's `printf` write: digits, one sign that is no digit for the
  /// point (a locale may write a comma), and an optional exponent.
  private init(parsing text: some Sequence<UInt8>, isNegative: Bool) {
    var digits: [UInt8] = []
    var pointPosition: Int?
    var exponent = 0
    var exponentIsNegative = false
    var inExponent = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inExponent { exponent = exponent * 10 + Int(digit) } else { digits.append(digit) }
      case UInt8(ascii: "e"):
        inExponent = true
      case UInt8(ascii: "-") where inExponent:
        exponentIsNegative = true
      default:
        if !inExponent, pointPosition == nil { pointPosition = digits.count }
      }
    }
    var position = (pointPosition ?? digits.count) + (exponentIsNegative ? -exponent : exponent)
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    position -= leadingZeros
    while digits.last == 0 { digits.removeLast() }
    self.isNegative = isNegative
    self.digits = digits
    self.pointPosition = digits.isEmpty ? 1 : position
  }

  /// What C's `printf` writes: correctly rounded from the exact binary value.
  private static func printed(_ value: Double, _ format: String, _ digits: Int) -> [UInt8] {
    let digits = min(max(0, digits), 1100)
    var buffer = [CChar](repeating: 0, count: 330 + digits)
    let capacity = buffer.count
    let length = withVaList([CInt(digits), value]) {
      vsnprintf(&buffer, capacity, format, $0)
    }
    return buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
  }

  /// The digits before the point, `"0"` where there are none.
  var integerPart: String {
    guard pointPosition > 0, !digits.isEmpty else { return "0" }
    return DecimalDigits.text(digits.prefix(pointPosition))
      + String(repeating: "0", count: max(0, pointPosition - digits.count))
  }

  /// The digits after the point, empty where there are none.
  var fractionPart: String {
    guard !digits.isEmpty else { return "" }
    if pointPosition <= 0 {
      return String(repeating: "0", count: -pointPosition) + DecimalDigits.text(digits[...])
    }
    return DecimalDigits.text(digits.dropFirst(pointPosition))
  }

  /// The first digit, `"0"` for zero: what stands before the point in scientific notation.
  var scientificIntegerPart: String { DecimalDigits.text(digits.isEmpty ? [0] : digits.prefix(1)) }

  /// The digits after the first: what stands after the point in scientific notation.
  var scientificFractionPart: String { DecimalDigits.text(digits.dropFirst()) }

  /// The power of ten in scientific notation; 0 for zero.
  var scientificExponent: Int { digits.isEmpty ? 0 : pointPosition - 1 }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

extension DecimalDigits {
  /// A power of ten as Python writes it: a sign and at least two digits.
  static func exponentText(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude)
    return (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" + digits : digits)
  }
}
