/// Operators and functions that work element by element. Results are new arrays.
extension NDArray {
  /// Where warnings go: floating-point events and the name of the operation.
  typealias Warn = (FloatEvents, String) -> Void

  // MARK: Two operands

  /// The type in which an operator works on two types.
  static func workingType(
    _ operation: BinaryOperator, _ left: ElementType, _ right: ElementType
  ) throws(PythonError) -> ElementType {
    let type = max(left, right)
    switch operation {
    case .divide: return .float64
    case .subtract where type == .bool:
      throw PythonError(
        .typeError,
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the "
          + "`^` operator, or the logical_xor function instead.",
        .unsupportedOperands(operation: "-", left: "bool", right: "bool"))
    case .and, .or, .exclusiveOr:
      if type == .float64 { throw unsupported(operation, left, right) }
      return type
    case .shiftLeft, .shiftRight:
      if type == .float64 { throw unsupported(operation, left, right) }
      return .int64
    case .floorDivide, .remainder, .power: return type == .bool ? .int64 : type
    default: return type
    }
  }

  private static func unsupported(
    _ operation: BinaryOperator, _ left: ElementType, _ right: ElementType
  ) -> PythonError {
    PythonError(
      .typeError,
      "ufunc '\(Arithmetic.name(operation))' not supported for the input types, and the inputs "
        + "could not be safely coerced to any supported types according to the casting rule "
        + "''safe''",
      .unsupportedOperands(
        operation: operation.rawValue, left: left.rawValue, right: right.rawValue))
  }

  /// The result of an operator between two operands.
  static func binary(
    _ operation: BinaryOperator, _ left: Operand, _ right: Operand, _ warn: Warn
  ) throws(PythonError) -> NDArray {
    let type = try workingType(operation, left.type, right.type)
    if type == .int64, operation == .power { try checkExponents(right) }
    let pair = try OperandPair(left, right, as: type)
    let words: [UInt64]
    switch type {
    case .float64:
      words = floats(operation, pair)
      warnOfSpecials(operation, words, pair, warn)
    case .int64:
      words = integers(operation, pair)
      if operation == .floorDivide || operation == .remainder {
        let hasZero = pair.combine { $1 == 0 ? 1 : $0 & 0 }.contains(1)
        if hasZero { warn(.divideByZero, Arithmetic.name(operation)) }
      }
    case .bool: words = booleans(operation, pair)
    }
    return NDArray(type, pair.dimensions, words)
  }

  private static func checkExponents(_ right: Operand) throws(PythonError) {
    let words = right.asArray.words(as: .int64)
    if words.contains(where: { Int64(bitPattern: $0) < 0 }) {
      throw PythonError(
        .valueError, "Integers to negative integer powers are not allowed.")
    }
  }

  private static func floats(_ operation: BinaryOperator, _ pair: OperandPair) -> [UInt64] {
    switch operation {
    case .add: pair.combineFloats { $0 + $1 }
    case .subtract: pair.combineFloats { $0 - $1 }
    case .multiply: pair.combineFloats { $0 * $1 }
    case .divide: pair.combineFloats { $0 / $1 }
    default: pair.combineFloats { Arithmetic.float(operation, $0, $1) }
    }
  }

  private static func integers(_ operation: BinaryOperator, _ pair: OperandPair) -> [UInt64] {
    switch operation {
    case .add: pair.combineIntegers { $0 &+ $1 }
    case .subtract: pair.combineIntegers { $0 &- $1 }
    case .multiply: pair.combineIntegers { $0 &* $1 }
    default: pair.combineIntegers { Arithmetic.integer(operation, $0, $1) }
    }
  }

  private static func booleans(_ operation: BinaryOperator, _ pair: OperandPair) -> [UInt64] {
    switch operation {
    case .multiply, .and: pair.combine { $0 & $1 }
    case .exclusiveOr: pair.combine { $0 ^ $1 }
    default: pair.combine { $0 | $1 }
    }
  }

  private static func warnOfSpecials(
    _ operation: BinaryOperator, _ words: [UInt64], _ pair: OperandPair, _ warn: Warn
  ) {
    guard words.contains(where: isSpecial) else { return }
    var events: FloatEvents = []
    _ = pair.combineFloats { a, b in
      events.formUnion(Arithmetic.events(operation, a, b, Arithmetic.float(operation, a, b)))
      return 0
    }
    if !events.isEmpty { warn(events, Arithmetic.name(operation)) }
  }

  /// Element-by-element comparison.
  static func compare(
    _ operation: ComparisonOperator, _ left: Operand, _ right: Operand
  ) throws(PythonError) -> NDArray {
    let type = max(left.type, right.type)
    let pair = try OperandPair(left, right, as: type)
    func words<Number: Comparable>(_ read: (UInt64) -> Number) -> [UInt64] {
      switch operation {
      case .less: pair.combine { read($0) < read($1) ? 1 : 0 }
      case .lessOrEqual: pair.combine { read($0) <= read($1) ? 1 : 0 }
      case .greater: pair.combine { read($0) > read($1) ? 1 : 0 }
      case .greaterOrEqual: pair.combine { read($0) >= read($1) ? 1 : 0 }
      case .notEqual: pair.combine { read($0) != read($1) ? 1 : 0 }
      default: pair.combine { read($0) == read($1) ? 1 : 0 }
      }
    }
    let result =
      type == .float64
      ? words { Double(bitPattern: $0) } : words { Int64(bitPattern: $0) }
    return NDArray(.bool, pair.dimensions, result)
  }

  /// The larger or the smaller of two elements; no number wins over all.
  static func extremum(
    _ left: Operand, _ right: Operand, isMaximum: Bool
  ) throws(PythonError) -> NDArray {
    let type = max(left.type, right.type)
    let pair = try OperandPair(left, right, as: type)
    let words: [UInt64] =
      switch (type, isMaximum) {
      case (.float64, true): pair.combineFloats { $0 >= $1 || $0.isNaN ? $0 : $1 }
      case (.float64, false): pair.combineFloats { $0 <= $1 || $0.isNaN ? $0 : $1 }
      case (_, true): pair.combineIntegers { $0 >= $1 ? $0 : $1 }
      case (_, false): pair.combineIntegers { $0 <= $1 ? $0 : $1 }
      }
    return NDArray(type, pair.dimensions, words)
  }

  // MARK: One operand

  /// A function applied to each element.
  func map(_ function: UnaryFunction, _ warn: Warn) -> NDArray {
    if let test = function.test {
      let words = words(as: .float64).map { test(Double(bitPattern: $0)) ? UInt64(1) : 0 }
      return NDArray(.bool, dimensions, words)
    }
    if type != .float64, let integer = function.integer {
      let words = contiguousWords.map {
        UInt64(bitPattern: Int64(integer(Int(Int64(bitPattern: $0)))))
      }
      return NDArray(type == .bool ? .int64 : type, dimensions, words)
    }
    let source = words(as: .float64)
    var result = [UInt64](repeating: 0, count: source.count)
    var hasSpecial = false
    let apply = function.float
    for i in source.indices {
      let word = apply(Double(bitPattern: source[i])).bitPattern
      hasSpecial = hasSpecial || isSpecial(word)
      result[i] = word
    }
    if hasSpecial {
      let events = zip(source, result).reduce(into: FloatEvents()) { events, pair in
        events.formUnion(
          NDArray.events(function.name, Double(bitPattern: pair.0), Double(bitPattern: pair.1)))
      }
      if !events.isEmpty { warn(events, function.name) }
    }
    return NDArray(.float64, dimensions, result)
  }

  /// What went wrong with the result of a function of one number.
  static func events(_ name: String, _ value: Double, _ result: Double) -> FloatEvents {
    if value.isNaN { return [] }
    if result.isNaN { return .invalid }
    guard result.isInfinite, value.isFinite else { return [] }
    return name.hasPrefix("log") || name == "reciprocal" ? .divideByZero : .overflow
  }

  /// The elements with their signs changed.
  func negated() throws(PythonError) -> NDArray {
    switch type {
    case .float64:
      return NDArray(.float64, dimensions, contiguousWords.map { $0 ^ (1 << 63) })
    case .int64: return NDArray(.int64, dimensions, contiguousWords.map { 0 &- $0 })
    case .bool:
      throw PythonError(
        .typeError,
        "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or "
          + "the logical_not function instead.",
        .unsupportedOperands(operation: "-", left: "bool", right: nil))
    }
  }

  /// The elements with all bits changed; for booleans, not.
  func inverted() throws(PythonError) -> NDArray {
    switch type {
    case .bool: return NDArray(.bool, dimensions, contiguousWords.map { $0 ^ 1 })
    case .int64: return NDArray(.int64, dimensions, contiguousWords.map { ~$0 })
    case .float64:
      throw PythonError(
        .typeError,
        "ufunc 'invert' not supported for the input types, and the inputs could not be safely "
          + "coerced to any supported types according to the casting rule ''safe''",
        .unsupportedOperands(operation: "~", left: "float64", right: nil))
    }
  }

  // MARK: In place

  /// `array op= operand`: the elements change, the array stays the same one.
  func combine(
    _ operation: BinaryOperator, with right: Operand, _ warn: Warn
  ) throws(PythonError) {
    let result =
      operation == .matrixMultiply
      ? try matrixMultiplied(by: right.asArray)
      : try NDArray.binary(operation, .array(self), right, warn)
    if result.type > type {
      throw PythonError(
        .typeError,
        "Cannot cast ufunc '\(Arithmetic.name(operation))' output from "
          + "dtype('\(result.type.rawValue)') to dtype('\(type.rawValue)') with casting rule "
          + "'same_kind'",
        .unsupportedOperands(
          operation: operation.rawValue + "=", left: type.rawValue, right: result.type.rawValue))
    }
    if result.dimensions != dimensions {
      throw PythonError(
        .valueError,
        "non-broadcastable output operand with shape \(shapeText(dimensions)) doesn't match the "
          + "broadcast shape \(shapeText(result.dimensions))",
        .shapesDoNotBroadcast([shape, result.shape]))
    }
    write(result.words(as: type))
  }
}
