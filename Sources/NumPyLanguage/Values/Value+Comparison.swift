extension Value {
  /// Whether the value counts as true. An array of several elements has no truth.
  func truth() throws(PythonError) -> Bool {
    switch self {
    case .bool(let truth), .npBool(let truth): return truth
    case .none, .undefined: return false
    case .int(let number), .npInt(let number): return number != 0
    case .float(let number), .npFloat(let number): return number != 0
    case .string(let text): return !text.text.isEmpty
    case .list(let list): return !list.items.isEmpty
    case .tuple(let tuple): return !tuple.items.isEmpty
    case .dict(let dict): return dict.table.count > 0
    case .set(let set): return set.table.count > 0
    case .range(let range): return range.count > 0
    case .array(let array):
      if array.count == 1 {
        return ElementType.bool.word(array.word(at: array.offset), of: array.type) != 0
      }
      if array.count == 0 {
        throw PythonError(
          .valueError,
          "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an "
            + "array is not empty.", .ambiguousTruth(shape: array.shape))
      }
      throw PythonError(
        .valueError,
        "The truth value of an array with more than one element is ambiguous. Use a.any() or "
          + "a.all()", .ambiguousTruth(shape: array.shape))
    default: return true
    }
  }

  /// Python's `==` as one truth value, as containers use it.
  func equals(_ other: Value, depth: Int = 0) throws(PythonError) -> Bool {
    if depth > 100 { throw .tooDeepValue }
    switch (self, other) {
    case (.string(let left), .string(let right)): return left === right || left.text == right.text
    case (.int(let left), .int(let right)): return left == right
    case (.list(let left), .list(let right)):
      if left === right { return true }
      return try Value.equal(left.items, right.items, depth)
    case (.tuple(let left), .tuple(let right)):
      if left === right { return true }
      return try Value.equal(left.items, right.items, depth)
    case (.dict(let left), .dict(let right)):
      if left === right { return true }
      guard left.table.count == right.table.count else { return false }
      for place in left.table.places {
        let key = left.table.key(at: place)
        guard let found = right.table.find(key, hash: try key.hashed()),
          try left.table.value(at: place).equals(right.table.value(at: found), depth: depth + 1)
        else { return false }
      }
      return true
    case (.set(let left), .set(let right)):
      guard left.table.count == right.table.count else { return false }
      for item in left.items where right.table.find(item, hash: try item.hashed()) == nil {
        return false
      }
      return true
    case (.range(let left), .range(let right)):
      return left.count == right.count
        && (left.count == 0 || left.start == right.start)
        && (left.count < 2 || left.step == right.step)
    case (.array, _), (_, .array):
      return try Operators.compare(.equal, self, other).truth()
    case (.type(let type), .elementType(let elementType)),
      (.elementType(let elementType), .type(let type)):
      return type.elementType == elementType
    default:
      if let left = asInt, let right = other.asInt { return left == right }
      if let left = asFloat, let right = other.asFloat { return left == right }
      return isIdentical(to: other)
    }
  }

  private static func equal(
    _ left: [Value], _ right: [Value], _ depth: Int
  ) throws(PythonError) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) {
      if a.isIdentical(to: b) { continue }
      if try !a.equals(b, depth: depth + 1) { return false }
    }
    return true
  }

  /// Whether this value orders before another: `<`, or what `operation` says.
  func orders(
    _ operation: ComparisonOperator, _ other: Value, depth: Int = 0
  ) throws(PythonError) -> Bool {
    if depth > 100 { throw .tooDeepValue }
    func test<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
      switch operation {
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      default: left >= right
      }
    }
    switch (self, other) {
    case (.string(let left), .string(let right)):
      // Python orders by code point, Swift's strings by their canonical form.
      return test(
        left.scalars.lexicographicallyPrecedes(right.scalars)
          ? -1 : left.scalars.elementsEqual(right.scalars) ? 0 : 1, 0)
    case (.list(let left), .list(let right)):
      return try Value.orders(operation, left.items, right.items, depth)
    case (.tuple(let left), .tuple(let right)):
      return try Value.orders(operation, left.items, right.items, depth)
    case (.set(let left), .set(let right)):
      let (small, large) =
        operation == .less || operation == .lessOrEqual ? (left, right) : (right, left)
      for item in small.items where large.table.find(item, hash: try item.hashed()) == nil {
        return false
      }
      return operation == .lessOrEqual || operation == .greaterOrEqual
        || small.table.count < large.table.count
    default:
      if let left = asInt, let right = other.asInt { return test(left, right) }
      if let left = asFloat, let right = other.asFloat { return test(left, right) }
      throw PythonError(
        .typeError,
        "'\(operation.rawValue)' not supported between instances of '\(typeName)' and "
          + "'\(other.typeName)'",
        .unsupportedOperands(
          operation: operation.rawValue, left: typeName, right: other.typeName))
    }
  }

  private static func orders(
    _ operation: ComparisonOperator, _ left: [Value], _ right: [Value], _ depth: Int
  ) throws(PythonError) -> Bool {
    for (a, b) in zip(left, right) {
      if a.isIdentical(to: b) { continue }
      if try !a.equals(b, depth: depth + 1) {
        return try a.orders(operation, b, depth: depth + 1)
      }
    }
    return try Value.int(left.count).orders(operation, .int(right.count))
  }
}
