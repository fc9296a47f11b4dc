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
      operation == .exclusiveOr
        ? .slip(.caretForPower)
        : .unsupportedOperands(
          operation: operation.rawValue, left: left.rawValue, right: right.rawValue))
  }

  /// The result of an operator between two operands.
  static func binary(
    _ operation: BinaryOperator, _ left: Operand, _ right: Operand, _ warn: Warn
  ) throws(PythonError) -> NDArray {
    let type = try workingType(operation, left.type, right.type)
    return try OperandPair.with(left, right, as: type) { (pair) throws(PythonError) in
      if type == .int64, operation == .power { try checkExponents(right) }
      switch type {
      case .float64:
        let result = floats(operation, pair)
        if result.hasSpecial { warnOfSpecials(operation, pair, warn) }
        return result
      case .int64:
        if operation == .floorDivide || operation == .remainder {
          let zeros = pair.combine(.bool) { $1 == 0 ? 1 : 0 }
          if zeros.contiguousWords.contains(1) { warn(.divideByZero, Arithmetic.name(operation)) }
        }
        return integers(operation, pair)
      case .bool: return booleans(operation, pair)
      }
    }
  }

  /// Whether an element of a new array of floats is infinite or no number.
  private var hasSpecial: Bool { isAnySpecial(words, count) }

  private static func checkExponents(_ right: Operand) throws(PythonError) {
    let words = right.asArray.words(as: .int64)
    if words.contains(where: { Int64(bitPattern: $0) < 0 }) {
      throw PythonError(
        .valueError, "Integers to negative integer powers are not allowed.")
    }
  }

  private static func floats(_ operation: BinaryOperator, _ pair: borrowing OperandPair) -> NDArray
  {
    switch operation {
    case .add: pair.combineFloats { $0 + $1 }
    case .subtract: pair.combineFloats { $0 - $1 }
    case .multiply: pair.combineFloats { $0 * $1 }
    case .divide: pair.combineFloats { $0 / $1 }
    default: pair.combineFloats { Arithmetic.float(operation, $0, $1) }
    }
  }

  private static func integers(_ operation: BinaryOperator, _ pair: borrowing OperandPair)
    -> NDArray
  {
    switch operation {
    case .add: pair.combineIntegers { $0 &+ $1 }
    case .subtract: pair.combineIntegers { $0 &- $1 }
    case .multiply: pair.combineIntegers { $0 &* $1 }
    default: pair.combineIntegers { Arithmetic.integer(operation, $0, $1) }
    }
  }

  private static func booleans(_ operation: BinaryOperator, _ pair: borrowing OperandPair)
    -> NDArray
  {
    switch operation {
    case .multiply, .and: pair.combine(.bool) { $0 & $1 }
    case .exclusiveOr: pair.combine(.bool) { $0 ^ $1 }
    default: pair.combine(.bool) { $0 | $1 }
    }
  }

  private static func warnOfSpecials(
    _ operation: BinaryOperator, _ pair: borrowing OperandPair, _ warn: Warn
  ) {
    var events: FloatEvents = []
    pair.forEach { a, b in
      let (a, b) = (Double(bitPattern: a), Double(bitPattern: b))
      events.formUnion(Arithmetic.events(operation, a, b, Arithmetic.float(operation, a, b)))
    }
    if !events.isEmpty { warn(events, Arithmetic.name(operation)) }
  }

  /// Element-by-element comparison.
  static func compare(
    _ operation: ComparisonOperator, _ left: Operand, _ right: Operand
  ) throws(PythonError) -> NDArray {
    let type = max(left.type, right.type)
    @inline(__always)
    func compare<Number: Comparable>(
      _ pair: borrowing OperandPair, _ read: (UInt64) -> Number
    ) -> NDArray {
      switch operation {
      case .less: pair.combine(.bool) { read($0) < read($1) ? 1 : 0 }
      case .lessOrEqual: pair.combine(.bool) { read($0) <= read($1) ? 1 : 0 }
      case .greater: pair.combine(.bool) { read($0) > read($1) ? 1 : 0 }
      case .greaterOrEqual: pair.combine(.bool) { read($0) >= read($1) ? 1 : 0 }
      case .notEqual: pair.combine(.bool) { read($0) != read($1) ? 1 : 0 }
      default: pair.combine(.bool) { read($0) == read($1) ? 1 : 0 }
      }
    }
    return try OperandPair.with(left, right, as: type) { (pair) throws(PythonError) in
      type == .float64
        ? compare(pair) { Double(bitPattern: $0) } : compare(pair) { Int64(bitPattern: $0) }
    }
  }

  /// The larger or the smaller of two elements; no number wins over all, and of equal zeros the
  /// right one's sign stays.
  static func extremum(
    _ left: Operand, _ right: Operand, isMaximum: Bool
  ) throws(PythonError) -> NDArray {
    let type = max(left.type, right.type)
    return try OperandPair.with(left, right, as: type) { (pair) throws(PythonError) in
      switch (type, isMaximum) {
      case (.float64, true): pair.combineFloats { $0 > $1 || $0.isNaN ? $0 : $1 }
      case (.float64, false): pair.combineFloats { $0 < $1 || $0.isNaN ? $0 : $1 }
      case (.int64, true): pair.combineIntegers { $0 >= $1 ? $0 : $1 }
      case (.int64, false): pair.combineIntegers { $0 <= $1 ? $0 : $1 }
      case (.bool, true): pair.combine(.bool) { $0 | $1 }
      case (.bool, false): pair.combine(.bool) { $0 & $1 }
      }
    }
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
    if type != .float64 || !isContiguous {
      return NDArray(.float64, dimensions, words(as: .float64)).mapFloats(function, warn)
    }
    return mapFloats(function, warn)
  }

  /// A function applied to each element of floats that lie in a row.
  private func mapFloats(_ function: UnaryFunction, _ warn: Warn) -> NDArray {
    let result = NDArray(.float64, unwritten: dimensions, count: count)
    let (source, target) = (words + offset, result.unwrittenWords)
    let apply = function.float
    for i in 0..<count { target[i] = apply(Double(bitPattern: source[i])).bitPattern }
    if isAnySpecial(target, count) {
      var events: FloatEvents = []
      for i in 0..<count {
        events.formUnion(
          NDArray.events(
            function.name, Double(bitPattern: source[i]), Double(bitPattern: target[i])))
      }
      if !events.isEmpty { warn(events, function.name) }
    }
    return result
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
    if try combineInPlace(operation, with: right) { return }
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

  /// Changes floats that lie in a row without a new array, unless something is to be warned of.
  ///
  /// - Returns: whether that is done; nothing has changed otherwise.
  private func combineInPlace(
    _ operation: BinaryOperator, with right: Operand
  ) throws(PythonError) -> Bool {
    guard type == .float64, isContiguous, operation.isBasic else { return false }
    if case .array(let array) = right, array !== self, array.sharesWords(with: self) {
      return false
    }
    // Apart from a snapshot first: then both sides are read where they will be written.
    let target = writableWords + offset
    return try OperandPair.with(.array(self), right, as: .float64) { (pair) throws(PythonError) in
      guard pair.dimensions == dimensions else { return false }
      switch operation {
      case .add: return pair.combine(inPlace: target) { $0 + $1 }
      case .subtract: return pair.combine(inPlace: target) { $0 - $1 }
      case .multiply: return pair.combine(inPlace: target) { $0 * $1 }
      default: return pair.combine(inPlace: target) { $0 / $1 }
      }
    }
  }
}

extension BinaryOperator {
  /// Whether this is one of the four basic operations.
  fileprivate var isBasic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: true
    default: false
    }
  }
}

extension OperandPair {
  /// Combines floats into the memory of one of them, unless a result is infinite or no number.
  @inline(__always)
  fileprivate func combine(
    inPlace target: UnsafeMutablePointer<UInt64>, _ body: (Double, Double) -> Double
  ) -> Bool {
    // Looked at before anything is written, because a warning needs the operands as they were.
    var special: UInt64 = 0
    forEach { a, b in
      special |= specialMark(body(Double(bitPattern: a), Double(bitPattern: b)).bitPattern)
    }
    if special >> 63 != 0 { return false }
    combine(into: target) { body(Double(bitPattern: $0), Double(bitPattern: $1)).bitPattern }
    return true
  }
}
