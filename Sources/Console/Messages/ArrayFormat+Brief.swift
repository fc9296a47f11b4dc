import LinearAlgebra

extension ArrayFormat {
  /// A number with at most so many significant digits, for a sentence: `0.0565382`, `1.5e-09`.
  ///
  /// - Parameter digits: The significant digits, 1 to 15.
  static func brief(_ value: Double, digits: Int = 6) -> String {
    guard value != 0 else { return "0" }
    guard value.isFinite else { return scalar(value) }
    let magnitude = abs(value)
    if magnitude < 1e-4 || magnitude >= 1e9 { return scientific(value, digits: digits - 1) }
    // The place to round at follows from the size of the number.
    var scale = 1.0
    for _ in 1..<digits { scale *= 10 }
    var size = magnitude
    while size >= 10, scale > 1 { (size, scale) = (size / 10, scale / 10) }
    while size < 1 { (size, scale) = (size * 10, scale * 10) }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : scalar(rounded)
  }

  /// A number with an exponent: `2.1e-10`.
  ///
  /// - Parameter digits: The digits after the point.
  static func scientific(_ value: Double, digits: Int = 1) -> String {
    guard value.isFinite, value != 0 else { return scalar(value) }
    var exponent = 0
    var mantissa = abs(value)
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    mantissa = (mantissa * scale).rounded() / scale
    if mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let sign = value < 0 ? "-" : ""
    let size = abs(exponent)
    let text = digits == 0 ? String(Int(mantissa)) : scalar(mantissa)
    return "\(sign)\(text)e\(exponent < 0 ? "-" : "+")\(size < 10 ? "0" : "")\(size)"
  }
}
