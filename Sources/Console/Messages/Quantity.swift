/// Numbers with their units, written the way people read them.
enum Quantity {
  /// A duration with three digits and its unit: `61.2 µs`, `1.53 s`, `4.2 min`.
  static func duration(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let value = Double(seconds) + Double(attoseconds) * 1e-18
    if value >= 120 { return digits(value / 60) + " min" }
    if value >= 1 { return digits(value) + " s" }
    if value >= 1e-3 { return digits(value * 1e3) + " ms" }
    if value >= 1e-6 { return digits(value * 1e6) + " µs" }
    return digits(value * 1e9) + " ns"
  }

  /// A number of bytes with its unit: `8 TB`, `1.5 MB`.
  static func bytes(_ count: Double) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    var value = count
    var unit = 0
    while value >= 1000, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    // Beyond all units only the power of ten says something.
    return value < 1000 ? digits(value) + " " + units[unit] : "\(count) bytes"
  }

  /// A count and what is counted: `1 lesson`, `13 lessons`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A share as a percentage: `97.3 %`.
  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return (tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)) + " %"
  }

  /// A count that may be too large for a whole number: `1,000,001` or `1e+30`.
  static func large(_ number: Double) -> String {
    number < 1e15 ? count(Int(number)) : "\(number)"
  }

  /// A count with its thousands set apart: `100,000`.
  static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// A number with three significant digits, without an exponent.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite, value < 1e15 else { return "\(value)" }
    let places = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
    let scale = [1.0, 10, 100][places]
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
