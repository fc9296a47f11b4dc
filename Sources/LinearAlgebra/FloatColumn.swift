/// The common width and notation of the floats that an array shows.
///
/// All elements are written with an exponent when the largest magnitude reaches 1e8, the smallest
/// non-zero one lies below 1e-4, or their ratio passes 1000; then with equally many digits.
/// Otherwise each is written with the digits it needs and padded so that the points align.
struct FloatColumn {
  private let format: ArrayFormat
  private let hasExponent: Bool
  private let precision: Int
  private let minimumDigits: Int
  private let padLeft: Int
  private let padRight: Int
  private let exponentDigits: Int

  /// Finds width and notation for these elements.
  init(_ elements: [Double], format: ArrayFormat) {
    self.format = format
    let finite = elements.filter(\.isFinite)
    let magnitudes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
    let hasExponent: Bool
    if let largest = magnitudes.max(), let smallest = magnitudes.min() {
      hasExponent =
        largest >= 1e8
        || (!format.suppressesSmall && (smallest < 0.0001 || largest / smallest > 1000))
    } else {
      hasExponent = false
    }
    let isFixed = format.floatMode == .fixed
    let precision = format.floatMode == .unique ? 400 : format.precision
    var integerWidth = 0
    var fractionWidth = 0
    var exponentDigits = 0
    for value in finite {
      let decimal = FloatColumn.decimal(value, precision, hasExponent, isFixed: isFixed)
      let signWidth = decimal.isNegative || format.sign == "+" ? 1 : 0
      if hasExponent {
        integerWidth = max(integerWidth, 1 + signWidth)
        fractionWidth = max(fractionWidth, decimal.digits.count - 1)
        exponentDigits = max(
          exponentDigits, DecimalDigits.exponentText(decimal.scientificExponent).count - 1)
      } else {
        integerWidth = max(integerWidth, decimal.integerPart.count + signWidth)
        fractionWidth = max(fractionWidth, decimal.fractionDigits)
      }
    }
    if isFixed, !finite.isEmpty { fractionWidth = precision }
    if format.sign == " ", !finite.contains(where: { $0.sign == .minus }) { integerWidth += 1 }
    let padRight = hasExponent ? exponentDigits + 2 + fractionWidth : fractionWidth
    if finite.count != elements.count {
      let hasMinus = format.sign != "-" || elements.contains(-.infinity)
      integerWidth = max(
        integerWidth, format.nanText.count - padRight - 1,
        format.infinityText.count + (hasMinus ? 1 : 0) - padRight - 1)
    }
    let equalDigits = hasExponent || isFixed || format.floatMode == .maxprec_equal
    self.hasExponent = hasExponent
    self.precision = equalDigits ? fractionWidth : precision
    self.minimumDigits = equalDigits ? fractionWidth : 0
    self.padLeft = integerWidth
    self.padRight = padRight
    self.exponentDigits = exponentDigits
  }

  /// One element, as wide as its column.
  func text(_ value: Double) -> String {
    guard value.isFinite else {
      let sign = value < 0 ? "-" : format.sign == "+" ? "+" : ""
      let text = sign + (value.isNaN ? format.nanText : format.infinityText)
      return padded(text, to: padLeft + padRight + 1)
    }
    let isFixed = format.floatMode == .fixed
    let decimal = FloatColumn.decimal(value, precision, hasExponent, isFixed: isFixed)
    let sign = decimal.isNegative ? "-" : format.sign == "+" ? "+" : ""
    if hasExponent {
      let exponent = decimal.scientificExponent
      let digits = String(exponent.magnitude)
      return padded(sign + decimal.scientificIntegerPart, to: padLeft) + "."
        + filled(decimal.scientificFractionPart, "0", to: minimumDigits) + "e"
        + (exponent < 0 ? "-" : "+")
        + String(repeating: "0", count: max(0, exponentDigits - digits.count)) + digits
    }
    let fraction = filled(decimal.fractionPart, "0", to: minimumDigits)
    return padded(sign + decimal.integerPart, to: padLeft) + "."
      + filled(fraction, " ", to: padRight)
  }

  /// The digits to show: the shortest that read back the same, or, where the precision cuts them,
  /// the exact value rounded.
  private static func decimal(
    _ value: Double, _ precision: Int, _ hasExponent: Bool, isFixed: Bool
  ) -> DecimalDigits {
    let shortest = DecimalDigits(shortest: value)
    if hasExponent {
      return !isFixed && shortest.digits.count - 1 <= precision
        ? shortest : DecimalDigits(value, scientificFractionDigits: precision)
    }
    return !isFixed && shortest.fractionDigits <= precision
      ? shortest : DecimalDigits(value, fractionDigits: precision)
  }

  private func filled(_ text: String, _ filler: Character, to width: Int) -> String {
    text + String(repeating: filler, count: max(0, width - text.utf8.count))
  }
}
