/// Comparisons, `in` and `is`.
extension Operators {
  static func compare(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(PythonError) -> Value {
    switch operation {
    case .isSame: return .bool(left.isIdentical(to: right))
    case .isNotSame: return .bool(!left.isIdentical(to: right))
    case .isIn: return .bool(try contains(right, left))
    case .isNotIn: return .bool(try !contains(right, left))
    default: break
    }
    switch (left, right) {
    case (.int(let a), .int(let b)): return .bool(test(operation, a, b))
    case (.float(let a), .float(let b)): return .bool(test(operation, a, b))
    case (.array, _), (_, .array): return try compareArrays(operation, left, right)
    default: break
    }
    let isNumPy = left.isNumPy || right.isNumPy
    if let a = number(left), let b = number(right) {
      let truth =
        if case .int(let a) = a, case .int(let b) = b {
          test(operation, a, b)
        } else {
          test(operation, a.float, b.float)
        }
      return isNumPy ? .npBool(truth) : .bool(truth)
    }
    if isNumPy, isOperand(left), isOperand(right) {
      return try compareArrays(operation, left, right)
    }
    switch operation {
    case .equal: return .bool(try left.equals(right))
    case .notEqual: return .bool(try !left.equals(right))
    default: return .bool(try left.orders(operation, right))
    }
  }

  private static func test<Number: Comparable>(
    _ operation: ComparisonOperator, _ a: Number, _ b: Number
  ) -> Bool {
    switch operation {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .notEqual: a != b
    default: a == b
    }
  }

  private static func compareArrays(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(PythonError) -> Value {
    guard isOperand(left), isOperand(right) else {
      guard operation == .equal || operation == .notEqual else {
        return .bool(try left.orders(operation, right))
      }
      // Nothing in an array equals what is no number.
      guard case .array(let array) = isOperand(left) ? left : right else {
        return .bool(operation == .notEqual)
      }
      let word: UInt64 = operation == .notEqual ? 1 : 0
      let words = [UInt64](repeating: word, count: array.count)
      return NDArray(.bool, array.dimensions, words).valueOrScalar
    }
    let a = try Operand.make(from: left)
    let b = try Operand.make(from: right)
    // A list asks the array, which compares the other way round.
    if case .array = right, !left.isNumPy, Operand(left) == nil {
      return try NDArray.compare(operation.mirrored, b, a).valueOrScalar
    }
    return try NDArray.compare(operation, a, b).valueOrScalar
  }

  /// Python's `in`.
  static func contains(_ container: Value, _ value: Value) throws(PythonError) -> Bool {
    switch container {
    case .list(let list): return try contains(list.items, value)
    case .tuple(let tuple): return try contains(tuple.items, value)
    case .dict(let dict): return dict.table.find(value, hash: try value.hashed()) != nil
    case .set(let set): return try set.contains(value)
    case .range(let range):
      let whole = value.asFloat.flatMap { Int(exactly: $0) }
      guard let number = value.asInt ?? whole, range.count > 0 else { return false }
      let (distance, overflow) = number.subtractingReportingOverflow(range.start)
      return !overflow && distance % range.step == 0
        && (0..<range.count).contains(distance / range.step)
    case .string(let text):
      guard case .string(let part) = value else {
        throw PythonError(
          .typeError,
          "'in <string>' requires string as left operand, not \(value.typeName)",
          .unsupportedOperands(operation: "in", left: value.typeName, right: "str"))
      }
      return part.text.isEmpty || text.scalars.firstRange(of: part.scalars) != nil
    case .array(let array):
      guard let operand = Operand(value) else { return false }
      return try NDArray.compare(.equal, .array(array), operand).contiguousWords.contains(1)
    default:
      throw PythonError(
        .typeError, "argument of type '\(container.typeName)' is not iterable",
        .unsupportedOperands(operation: "in", left: value.typeName, right: container.typeName))
    }
  }

  private static func contains(_ items: [Value], _ value: Value) throws(PythonError) -> Bool {
    for item in items {
      if item.isIdentical(to: value) { return true }
      if try item.equals(value) { return true }
    }
    return false
  }
}
