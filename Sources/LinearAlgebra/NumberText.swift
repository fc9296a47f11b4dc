/// Magnitudes written with a number of digits, as C's `%f`, `%e` and `%g` do: rounded exactly,
/// ties to even.
public enum NumberText {
  /// With digits after the point: `3.14`.
  public static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return special(value) }
    let decimal = DecimalDigits(value, fractionDigits: digits)
    return sign(value) + decimal.integerPart + fraction(decimal.fractionPart, digits)
  }

  /// With one digit before and some after the point, and an exponent: `3.14e+00`.
  public static func scientific(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return special(value) }
    let decimal = DecimalDigits(value, scientificFractionDigits: digits)
    return sign(value) + decimal.scientificIntegerPart
      + fraction(decimal.scientificFractionPart, digits) + "e"
      + DecimalDigits.exponentText(decimal.scientificExponent)
  }

  /// With significant digits, in the shorter of both notations: `3.14`, `1e+20`.
  public static func general(_ value: Double, _ digits: Int, keepsZeros: Bool = false) -> String {
    guard value.isFinite else { return special(value) }
    let digits = max(1, digits)
    let decimal = DecimalDigits(value, scientificFractionDigits: digits - 1)
    let exponent = decimal.scientificExponent
    if exponent < -4 || exponent >= digits {
      let fraction =
        keepsZeros
        ? self.fraction(decimal.scientificFractionPart, digits - 1)
        : decimal.scientificFractionPart.isEmpty ? "" : "." + decimal.scientificFractionPart
      return sign(value) + decimal.scientificIntegerPart + fraction + "e"
        + DecimalDigits.exponentText(exponent)
    }
    let places = digits - 1 - exponent
    let fraction =
      keepsZeros
      ? self.fraction(decimal.fractionPart, places)
      : decimal.fractionPart.isEmpty ? "" : "." + decimal.fractionPart
    return sign(value) + decimal.integerPart + fraction
  }

  private static func sign(_ value: Double) -> String { value.sign == .minus ? "-" : "" }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func fraction(_ text: String, _ digits: Int) -> String {
    digits == 0
      ? "" : "." + text + String(repeating: "0", count: max(0, digits - text.utf8.count))
  }
}
