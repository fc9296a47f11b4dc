/// How NumPy 2 prints arrays and scalars, to the character.
///
///     let format = ArrayFormat()
///     format.string(elements: [1, 2.5, 1.0 / 3], shape: [3])  // "[1.         2.5        0.33333333]"
///     format.repr(elements: [0, 0.5, 1], shape: [3])          // "array([0. , 0.5, 1. ])"
///     ArrayFormat.scalar(0.1 + 0.2)                           // "0.30000000000000004"
///
/// The properties are the options of `numpy.set_printoptions`. Elements are given flat, in
/// row-major order, with the array's shape; `[]` is the shape of a zero-dimensional array.
public struct ArrayFormat: Equatable, Sendable {
  /// How many digits an element shows after its point.
  public enum FloatMode: String, CaseIterable, Sendable {
    /// Always `precision` digits.
    case fixed
    /// As many as the element needs, whatever `precision` says.
    case unique
    /// As many as the element needs, at most `precision`.
    case maxprec
    /// As many as the neediest element needs, at most `precision`; the others get zeros.
    case maxprec_equal
  }

  /// Digits after the point, at most.
  public var precision = 8
  /// An array with more elements than this shows only its edges.
  public var threshold = 1000
  /// How many elements an edge has in each dimension, where an array is summarised.
  public var edgeItems = 3
  /// Characters in a line, at most.
  public var lineWidth = 75
  /// Whether small numbers are printed as 0.000 rather than with an exponent.
  public var suppressesSmall = false
  /// How not-a-number is written.
  public var nanText = "nan"
  /// How infinity is written.
  public var infinityText = "inf"
  /// Whether a plus sign (`"+"`), a space (`" "`) or nothing (`"-"`) stands before positive numbers.
  public var sign: Character = "-"
  /// How many digits an element shows after its point.
  public var floatMode = FloatMode.maxprec

  /// NumPy's defaults.
  public init() {}

  /// What `print` shows of an array of floats.
  ///
  /// - Precondition: the shape's product is the number of elements.
  public func string(elements: [Double], shape: [Int]) -> String {
    if shape.isEmpty { return ArrayFormat.scalar(elements[0]) }
    return layout(shape, separator: " ", prefix: "", suffix: "", words: words(elements))
  }

  /// What `print` shows of an array of integers.
  public func string(elements: [Int], shape: [Int]) -> String {
    if shape.isEmpty { return String(elements[0]) }
    return layout(shape, separator: " ", prefix: "", suffix: "", words: words(elements))
  }

  /// What `print` shows of an array of booleans.
  public func string(elements: [Bool], shape: [Int]) -> String {
    if shape.isEmpty { return ArrayFormat.scalar(elements[0]) }
    return layout(shape, separator: " ", prefix: "", suffix: "", words: words(elements))
  }

  /// What the Python prompt shows of an array of floats: `array([...])`.
  public func repr(elements: [Double], shape: [Int]) -> String {
    repr(shape: shape, type: "float64", words: words(elements, isScalar: shape.isEmpty))
  }

  /// What the Python prompt shows of an array of integers: `array([...])`.
  public func repr(elements: [Int], shape: [Int]) -> String {
    repr(shape: shape, type: "int64", words: words(elements))
  }

  /// What the Python prompt shows of an array of booleans: `array([...])`.
  public func repr(elements: [Bool], shape: [Int]) -> String {
    repr(shape: shape, type: "bool", words: words(elements, isScalar: shape.isEmpty))
  }

  /// One float as Python writes it: the fewest digits that read back the same, an exponent below
  /// 1e-4 and from 1e16 on.
  public static func scalar(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let decimal = DecimalDigits(shortest: value)
    let sign = decimal.isNegative ? "-" : ""
    if (-3...16).contains(decimal.pointPosition) {
      let fraction = decimal.fractionPart
      return sign + decimal.integerPart + "." + (fraction.isEmpty ? "0" : fraction)
    }
    let fraction = decimal.scientificFractionPart
    return sign + decimal.scientificIntegerPart + (fraction.isEmpty ? "" : "." + fraction) + "e"
      + DecimalDigits.exponentText(decimal.scientificExponent)
  }

  /// One boolean as Python writes it.
  public static func scalar(_ value: Bool) -> String { value ? "True" : "False" }

  /// The text of each element, padded to one width, by its flat index.
  typealias Words = (_ visible: [Int]) -> (Int) -> String

  private func words(_ elements: [Double], isScalar: Bool = false) -> Words {
    { visible in
      let column = FloatColumn(visible.map { elements[$0] }, format: self)
      return { column.text(elements[$0]) }
    }
  }

  private func words(_ elements: [Int]) -> Words {
    { visible in
      let values = visible.map { elements[$0] }
      let smallest = values.min() ?? 0
      let largest = values.max() ?? 0
      let sign = self.sign == " " && smallest < 0 ? "-" : self.sign
      let signWidth = largest >= 0 && sign != "-" ? 1 : 0
      let width = max(String(smallest).count, String(largest).count + signWidth)
      return {
        let text = elements[$0] >= 0 && sign != "-" ? "\(sign)\(elements[$0])" : "\(elements[$0])"
        return padded(text, to: width)
      }
    }
  }

  private func words(_ elements: [Bool], isScalar: Bool = false) -> Words {
    { _ in { elements[$0] ? (isScalar ? "True" : " True") : "False" } }
  }
}

/// The text with spaces before it, so that it has at least this many characters.
func padded(_ text: String, to width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
