/// The types that an array's elements can have, from narrow to wide.
public enum ElementType: String, Comparable, CaseIterable, Sendable {
  case bool
  case int64
  case float64

  private var width: Int {
    switch self {
    case .bool: 0
    case .int64: 1
    case .float64: 2
    }
  }

  /// Whether the right type can hold more than the left one.
  public static func < (left: ElementType, right: ElementType) -> Bool { left.width < right.width }

  /// How an element of another type is written in this one: floats lose their fraction as
  /// integers (what does not fit becomes the smallest), and everything but 0 is true.
  func word(_ word: UInt64, of type: ElementType) -> UInt64 {
    switch (type, self) {
    case (.float64, .int64):
      let value = Double(bitPattern: word)
      return UInt64(bitPattern: Int64(Int(exactly: value.rounded(.towardZero)) ?? Int.min))
    case (.float64, .bool): return Double(bitPattern: word) == 0 ? 0 : 1
    case (.int64, .float64): return Double(Int64(bitPattern: word)).bitPattern
    case (.int64, .bool): return word == 0 ? 0 : 1
    case (.bool, .float64): return Double(word).bitPattern
    default: return word
    }
  }
}
