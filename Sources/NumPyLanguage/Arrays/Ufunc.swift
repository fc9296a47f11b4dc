#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A function of one number that NumPy applies to each element of an array.
struct UnaryFunction: Sendable {
  /// NumPy's name, as warnings give it.
  let name: String
  /// What it does to floats.
  let float: @Sendable (Double) -> Double
  /// What it does to integers, where their type is kept.
  var integer: (@Sendable (Int) -> Int)?
  /// Where it gives a boolean.
  var test: (@Sendable (Double) -> Bool)?

  init(
    _ name: String, _ float: @escaping @Sendable (Double) -> Double,
    integer: (@Sendable (Int) -> Int)? = nil
  ) {
    (self.name, self.float, self.integer) = (name, float, integer)
  }

  init(_ name: String, test: @escaping @Sendable (Double) -> Bool) {
    (self.name, self.test) = (name, test)
    float = { $0 }
  }
}

/// Floating-point events of an operation, which NumPy warns of.
struct FloatEvents: OptionSet {
  let rawValue: Int
  static let divideByZero = FloatEvents(rawValue: 1)
  static let overflow = FloatEvents(rawValue: 2)
  static let invalid = FloatEvents(rawValue: 4)

  /// NumPy's words for an event.
  var descriptions: [String] {
    var words: [String] = []
    if contains(.divideByZero) { words.append("divide by zero") }
    if contains(.overflow) { words.append("overflow") }
    if contains(.invalid) { words.append("invalid value") }
    return words
  }
}

/// A word whose first bit tells whether a float is infinite or no number: one more than the largest
/// exponent overflows into it. Marks of many floats are joined by `|`, without branches.
@inline(__always)
func specialMark(_ word: UInt64) -> UInt64 {
  (word & 0x7FF0_0000_0000_0000) + 0x0010_0000_0000_0000
}

/// Whether one of some floats is infinite or no number.
func isAnySpecial(_ words: UnsafePointer<UInt64>, _ count: Int) -> Bool {
  var mark: UInt64 = 0
  for i in 0..<count { mark |= specialMark(words[i]) }
  return mark >> 63 != 0
}

/// Elementwise arithmetic with NumPy's types: both operands are brought to one type and shape.
///
/// Division and powers of integers follow Python's rounding (towards −∞); sums and products of
/// integers wrap around at 64 bits, as in NumPy.
enum Arithmetic {
  /// Floats with floats.
  @inline(__always)
  static func float(_ operation: BinaryOperator, _ a: Double, _ b: Double) -> Double {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .floorDivide: floorDivide(a, b)
    case .remainder: remainder(a, b)
    default: power(a, b)
    }
  }

  /// a / b rounded towards −∞.
  static func floorDivide(_ a: Double, _ b: Double) -> Double {
    if b == 0 { return a / b }
    let modulo = fmod(a, b)
    var quotient = (a - modulo) / b
    if modulo != 0, (b < 0) != (modulo < 0) { quotient -= 1 }
    if quotient == 0 { return (0.0).signed(like: a / b) }
    let floored = quotient.rounded(.down)
    return quotient - floored > 0.5 ? floored + 1 : floored
  }

  /// What is left of a after dividing by b, with the sign of b.
  static func remainder(_ a: Double, _ b: Double) -> Double {
    let modulo = fmod(a, b)
    if b == 0 { return modulo }
    if modulo == 0 { return (0.0).signed(like: b) }
    return (b < 0) != (modulo < 0) ? modulo + b : modulo
  }

  static func power(_ a: Double, _ b: Double) -> Double { b == 2 ? a * a : pow(a, b) }

  /// Integers with integers, wrapping; division by 0 gives 0.
  @inline(__always)
  static func integer(_ operation: BinaryOperator, _ a: Int, _ b: Int) -> Int {
    switch operation {
    case .add: return a &+ b
    case .subtract: return a &- b
    case .multiply: return a &* b
    case .floorDivide: return floorDivide(a, b)
    case .remainder: return remainder(a, b)
    case .power: return power(a, b)
    case .and: return a & b
    case .or: return a | b
    case .exclusiveOr: return a ^ b
    case .shiftLeft: return b < 0 || b > 63 ? 0 : a << b
    case .shiftRight: return b < 0 ? 0 : a >> min(b, 63)
    default: preconditionFailure("\(operation) gives no integer")
    }
  }

  /// a / b rounded towards −∞.
  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    if b == 0 { return 0 }
    let (quotient, _) = a.dividedReportingOverflow(by: b)
    return (a < 0) != (b < 0) && quotient &* b != a ? quotient - 1 : quotient
  }

  /// What is left of a after dividing by b, with the sign of b.
  static func remainder(_ a: Int, _ b: Int) -> Int {
    if b == 0 { return 0 }
    let (modulo, _) = a.remainderReportingOverflow(dividingBy: b)
    return modulo != 0 && (modulo < 0) != (b < 0) ? modulo + b : modulo
  }

  /// aᵇ by repeated squaring, wrapping.
  static func power(_ a: Int, _ b: Int) -> Int {
    var (result, base, exponent) = (1, a, b)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result &* base }
      base = base &* base
      exponent >>= 1
    }
    return result
  }

  /// What went wrong with a float result, from its operands.
  static func events(_ operation: BinaryOperator, _ a: Double, _ b: Double, _ result: Double)
    -> FloatEvents
  {
    if a.isNaN || b.isNaN { return [] }
    if result.isNaN { return .invalid }
    guard result.isInfinite else { return [] }
    switch operation {
    case .divide, .floorDivide:
      if b == 0 { return .divideByZero }
    case .power:
      if a == 0, b < 0 { return .divideByZero }
    default: break
    }
    return a.isFinite && b.isFinite ? .overflow : []
  }

  /// The name of an operation in NumPy's warnings.
  static func name(_ operation: BinaryOperator) -> String {
    switch operation {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    case .floorDivide: "floor_divide"
    case .remainder: "remainder"
    case .power: "power"
    case .matrixMultiply: "matmul"
    case .and: "bitwise_and"
    case .or: "bitwise_or"
    case .exclusiveOr: "bitwise_xor"
    case .shiftLeft: "left_shift"
    case .shiftRight: "right_shift"
    }
  }
}

extension Double {
  /// This magnitude with another number's sign.
  func signed(like other: Double) -> Double { Double(signOf: other, magnitudeOf: self) }
}
