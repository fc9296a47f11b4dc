#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What operators do with values, by Python's and NumPy's rules.
enum Operators {
  /// A number with the rules that it brings along.
  enum Number {
    case int(Int)
    case float(Double)

    var float: Double {
      switch self {
      case .int(let number): Double(number)
      case .float(let number): number
      }
    }
  }

  static func number(_ value: Value) -> Number? {
    switch value {
    case .int(let number), .npInt(let number): .int(number)
    case .float(let number), .npFloat(let number): .float(number)
    case .bool(let truth), .npBool(let truth): .int(truth ? 1 : 0)
    default: nil
    }
  }

  // MARK: Binary

  static func binary(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): return try ints(operation, a, b)
    case (.float(let a), .float(let b)): return try floats(operation, a, b)
    case (.npFloat(let a), .npFloat(let b)), (.npFloat(let a), .float(let b)),
      (.float(let a), .npFloat(let b)):
      if let result = quickly(operation, a, b) { return .npFloat(result) }
    case (.int(let a), .npFloat(let b)):
      if let result = quickly(operation, Double(a), b) { return .npFloat(result) }
    case (.npFloat(let a), .int(let b)):
      if let result = quickly(operation, a, Double(b)) { return .npFloat(result) }
    case (.array(let a), .array(let b)):
      if let result = NDArray.quickly(operation, a, b) { return result.valueOrScalar }
      return try arrays(operation, left, right, interpreter)
    case (.array(let a), .float(let b)), (.array(let a), .npFloat(let b)):
      if let result = NDArray.quickly(operation, a, b) { return result.valueOrScalar }
      return try arrays(operation, left, right, interpreter)
    case (.float(let a), .array(let b)), (.npFloat(let a), .array(let b)):
      if let result = NDArray.quickly(operation, a, b) { return result.valueOrScalar }
      return try arrays(operation, left, right, interpreter)
    case (.array(let a), .int(let b)):
      if let result = NDArray.quickly(operation, a, Double(b)) { return result.valueOrScalar }
      return try arrays(operation, left, right, interpreter)
    case (.int(let a), .array(let b)):
      if let result = NDArray.quickly(operation, Double(a), b) { return result.valueOrScalar }
      return try arrays(operation, left, right, interpreter)
    case (.string, .array) where operation == .remainder: break
    case (.array, _), (_, .array): return try arrays(operation, left, right, interpreter)
    default: break
    }
    if let a = number(left), let b = number(right) {
      if left.isNumPy || right.isNumPy {
        return try scalars(operation, left, right, a, b, interpreter)
      }
      if case .bool(let a) = left, case .bool(let b) = right,
        let truth = booleans(operation, a, b)
      {
        return .bool(truth)
      }
      if case .int(let a) = a, case .int(let b) = b { return try ints(operation, a, b) }
      switch operation {
      case .and, .or, .exclusiveOr, .shiftLeft, .shiftRight, .matrixMultiply:
        throw unsupported(operation, left, right)
      default: return try floats(operation, a.float, b.float)
      }
    }
    return try containers(operation, left, right, interpreter)
  }

  /// A basic operation of NumPy's floats; nil for others and where something is to be warned of.
  private static func quickly(_ operation: BinaryOperator, _ a: Double, _ b: Double) -> Double? {
    let result: Double
    switch operation {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide: result = a / b
    default: return nil
    }
    return result.isFinite ? result : nil
  }

  private static func booleans(_ operation: BinaryOperator, _ a: Bool, _ b: Bool) -> Bool? {
    switch operation {
    case .and: a && b
    case .or: a || b
    case .exclusiveOr: a != b
    default: nil
    }
  }

  /// Python's whole numbers, here of 64 bits: what does not fit is an error.
  private static func ints(
    _ operation: BinaryOperator, _ a: Int, _ b: Int
  ) throws(PythonError) -> Value {
    switch operation {
    case .add: return .int(try checked(a.addingReportingOverflow(b)))
    case .subtract: return .int(try checked(a.subtractingReportingOverflow(b)))
    case .multiply: return .int(try checked(a.multipliedReportingOverflow(by: b)))
    case .divide:
      if b == 0 {
        throw PythonError(.zeroDivisionError, "division by zero", .slip(.divisionByZero))
      }
      return .float(Double(a) / Double(b))
    case .floorDivide, .remainder:
      if b == 0 {
        throw PythonError(
          .zeroDivisionError,
          operation == .remainder
            ? "integer modulo by zero" : "integer division or modulo by zero",
          .slip(.divisionByZero))
      }
      if a == Int.min, b == -1 {
        if operation == .floorDivide { throw .integerOverflow }
        return .int(0)
      }
      return .int(Arithmetic.integer(operation, a, b))
    case .power: return try power(a, b)
    case .shiftLeft:
      if b < 0 { throw PythonError(.valueError, "negative shift count") }
      if a == 0 { return .int(0) }
      guard b < 63, (a << b) >> b == a else { throw .integerOverflow }
      return .int(a << b)
    case .shiftRight:
      if b < 0 { throw PythonError(.valueError, "negative shift count") }
      return .int(a >> min(b, 63))
    case .and: return .int(a & b)
    case .or: return .int(a | b)
    case .exclusiveOr: return .int(a ^ b)
    case .matrixMultiply: throw unsupported(operation, .int(a), .int(b))
    }
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(PythonError) -> Int {
    if result.overflow { throw .integerOverflow }
    return result.partialValue
  }

  private static func power(_ a: Int, _ b: Int) throws(PythonError) -> Value {
    if b < 0 {
      if a == 0 {
        throw PythonError(
          .zeroDivisionError, "0.0 cannot be raised to a negative power", .slip(.divisionByZero))
      }
      return .float(pow(Double(a), Double(b)))
    }
    if a == 0 || a == 1 { return .int(b == 0 ? 1 : a) }
    if a == -1 { return .int(b % 2 == 0 ? 1 : -1) }
    var (result, base, exponent) = (1, a, b)
    while true {
      if exponent & 1 == 1 { result = try checked(result.multipliedReportingOverflow(by: base)) }
      exponent >>= 1
      if exponent == 0 { return .int(result) }
      base = try checked(base.multipliedReportingOverflow(by: base))
    }
  }

  /// Python's floats: division by zero and overflowing powers are errors.
  private static func floats(
    _ operation: BinaryOperator, _ a: Double, _ b: Double
  ) throws(PythonError) -> Value {
    switch operation {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      if b == 0 {
        throw PythonError(.zeroDivisionError, "float division by zero", .slip(.divisionByZero))
      }
      return .float(a / b)
    case .floorDivide:
      if b == 0 {
        throw PythonError(
          .zeroDivisionError, "float floor division by zero", .slip(.divisionByZero))
      }
      return .float(Arithmetic.floorDivide(a, b))
    case .remainder:
      if b == 0 { throw PythonError(.zeroDivisionError, "float modulo", .slip(.divisionByZero)) }
      return .float(Arithmetic.remainder(a, b))
    case .power:
      if a == 0, b < 0 {
        throw PythonError(
          .zeroDivisionError, "0.0 cannot be raised to a negative power", .slip(.divisionByZero))
      }
      if a < 0, b.isFinite, b != b.rounded() { throw .refused("complex numbers") }
      let result = pow(a, b)
      if result.isInfinite, a.isFinite, b.isFinite {
        throw PythonError(.overflowError, "(34, 'Numerical result out of range')")
      }
      return .float(result)
    default: throw unsupported(operation, .float(a), .float(b))
    }
  }

  /// NumPy's scalars: no errors, but warnings.
  private static func scalars(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ a: Number, _ b: Number,
    _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    if operation == .matrixMultiply {
      throw PythonError(
        .valueError,
        "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with "
          + "signature (n?,k),(k,m?)->(n?,m?) requires 1)")
    }
    let leftType = Operand(left)?.type ?? .float64
    let rightType = Operand(right)?.type ?? .float64
    let type = try NDArray.workingType(operation, leftType, rightType)
    switch (type, a, b) {
    case (.int64, .int(let a), .int(let b)):
      if operation == .power, b < 0 {
        throw PythonError(.valueError, "Integers to negative integer powers are not allowed.")
      }
      if b == 0, operation == .floorDivide || operation == .remainder {
        interpreter.warn(.divideByZero, "scalar " + Arithmetic.name(operation))
      } else if overflows(operation, a, b) {
        interpreter.warn(.overflow, "scalar " + Arithmetic.name(operation))
      }
      return .npInt(Arithmetic.integer(operation, a, b))
    case (.bool, .int(let a), .int(let b)):
      switch operation {
      case .multiply, .and: return .npBool(a & b != 0)
      case .exclusiveOr: return .npBool(a != b)
      default: return .npBool(a | b != 0)
      }
    default:
      let (a, b) = (a.float, b.float)
      let result = Arithmetic.float(operation, a, b)
      if !result.isFinite {
        let events = Arithmetic.events(operation, a, b, result)
        if !events.isEmpty {
          interpreter.warn(events, "scalar " + Arithmetic.name(operation))
        }
      }
      return .npFloat(result)
    }
  }

  private static func overflows(_ operation: BinaryOperator, _ a: Int, _ b: Int) -> Bool {
    switch operation {
    case .add: a.addingReportingOverflow(b).overflow
    case .subtract: a.subtractingReportingOverflow(b).overflow
    case .multiply: a.multipliedReportingOverflow(by: b).overflow
    default: false
    }
  }

  private static func arrays(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    guard isOperand(left), isOperand(right) else { throw unsupported(operation, left, right) }
    let a = try Operand.make(from: left, interpreter)
    let b = try Operand.make(from: right, interpreter)
    if operation == .matrixMultiply {
      return try a.asArray.matrixMultiplied(by: b.asArray).valueOrScalar
    }
    return try NDArray.binary(operation, a, b) { interpreter.warn($0, $1) }.valueOrScalar
  }

  /// Whether a value can stand beside an array.
  static func isOperand(_ value: Value) -> Bool {
    switch value {
    case .list, .tuple, .range: true
    default: Operand(value) != nil
    }
  }

  /// Strings, lists, tuples, sets and dictionaries.
  private static func containers(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    switch (operation, left, right) {
    case (.add, .string(let a), .string(let b)):
      let size = a.text.utf8.count + b.text.utf8.count
      if size > interpreter.limits.textSize { throw .textTooLong(size) }
      return .text(a.text + b.text)
    case (.add, .list(let a), .list(let b)):
      return .list(ListObject(try joined(a.items, b.items, interpreter)))
    case (.add, .tuple(let a), .tuple(let b)):
      return .tuple(TupleObject(try joined(a.items, b.items, interpreter)))
    case (.multiply, .string(let text), let count), (.multiply, let count, .string(let text)):
      if let count = count.asInt { return .text(try repeated(text.text, count, interpreter)) }
      throw cannotRepeat(left, right)
    case (.multiply, .list(let list), let count), (.multiply, let count, .list(let list)):
      guard let count = count.asInt else { throw cannotRepeat(left, right) }
      return .list(ListObject(try repeated(list.items, count, interpreter)))
    case (.multiply, .tuple(let tuple), let count), (.multiply, let count, .tuple(let tuple)):
      guard let count = count.asInt else { throw cannotRepeat(left, right) }
      return .tuple(TupleObject(try repeated(tuple.items, count, interpreter)))
    case (.remainder, .string(let format), _):
      return .text(try Formatting.percent(format.text, right, interpreter))
    case (_, .set(let a), .set(let b)):
      if let result = try sets(operation, a, b) { return .set(result) }
    case (.or, .dict(let a), .dict(let b)):
      let result = DictObject(a.table.copy())
      try result.merge(.dict(b), interpreter)
      return .dict(result)
    case (.add, .string, _):
      throw PythonError(
        .typeError, "can only concatenate str (not \"\(right.typeName)\") to str",
        detail(.add, left, right))
    case (.add, .list, _):
      if right.isNumPy { break }
      throw PythonError(
        .typeError, "can only concatenate list (not \"\(right.typeName)\") to list",
        .slip(.listArithmetic(operation: "+")))
    case (.add, .tuple, _):
      throw PythonError(
        .typeError, "can only concatenate tuple (not \"\(right.typeName)\") to tuple",
        .unsupportedOperands(operation: "+", left: "tuple", right: right.typeName))
    default: break
    }
    // A NumPy scalar beside a list or tuple makes an array of it.
    if left.isNumPy || right.isNumPy, isOperand(left), isOperand(right) {
      return try arrays(operation, left, right, interpreter)
    }
    throw unsupported(operation, left, right)
  }

  private static func cannotRepeat(_ left: Value, _ right: Value) -> PythonError {
    let count =
      switch left {
      case .string, .list, .tuple: right
      default: left
      }
    return PythonError(
      .typeError, "can't multiply sequence by non-int of type '\(count.typeName)'",
      .slip(.listArithmetic(operation: "*")))
  }

  private static func joined(
    _ left: [Value], _ right: [Value], _ interpreter: Interpreter
  ) throws(PythonError) -> [Value] {
    let limit = interpreter.limits.items
    if left.count + right.count > limit { throw .tooManyItems(limit: limit) }
    return left + right
  }

  private static func repeated(
    _ items: [Value], _ count: Int, _ interpreter: Interpreter
  ) throws(PythonError) -> [Value] {
    if count <= 0 || items.isEmpty { return [] }
    let limit = interpreter.limits.items
    guard count <= limit / items.count else { throw .tooManyItems(limit: limit) }
    if items.count == 1 { return [Value](repeating: items[0], count: count) }
    return [[Value]](repeating: items, count: count).flatMap(\.self)
  }

  private static func repeated(
    _ text: String, _ count: Int, _ interpreter: Interpreter
  ) throws(PythonError) -> String {
    if count <= 0 || text.isEmpty { return "" }
    guard count <= interpreter.limits.textSize / text.utf8.count else {
      throw .textTooLong(interpreter.limits.textSize)
    }
    return String(repeating: text, count: count)
  }

  private static func sets(
    _ operation: BinaryOperator, _ left: SetObject, _ right: SetObject
  ) throws(PythonError) -> SetObject? {
    let result = SetObject()
    switch operation {
    case .or:
      result.table = left.table.copy()
      for item in right.items { try result.insert(item) }
    case .and:
      for item in left.items where try right.contains(item) { try result.insert(item) }
    case .subtract:
      for item in left.items where try !right.contains(item) { try result.insert(item) }
    case .exclusiveOr:
      for item in left.items where try !right.contains(item) { try result.insert(item) }
      for item in right.items where try !left.contains(item) { try result.insert(item) }
    default: return nil
    }
    return result
  }

  static func unsupported(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) -> PythonError {
    let name = operation == .power ? "** or pow()" : operation.rawValue
    return PythonError(
      .typeError,
      "unsupported operand type(s) for \(name): '\(left.typeName)' and '\(right.typeName)'",
      detail(operation, left, right))
  }

  /// What probably went wrong between two operands.
  private static func detail(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) -> PythonError.Detail {
    let areNumbers = Operand(left) != nil && Operand(right) != nil
    switch (left, right) {
    case (.none, _), (_, .none): return .slip(.arithmeticWithNone)
    case (.string, .string): break
    case (.string, _) where Operand(right) != nil, (_, .string) where Operand(left) != nil:
      return .slip(.textAndNumber(operation: operation.rawValue))
    case (.list, _), (_, .list), (.tuple, _), (_, .tuple):
      return .slip(.listArithmetic(operation: operation.rawValue))
    default: if operation == .exclusiveOr, areNumbers { return .slip(.caretForPower) }
    }
    return .unsupportedOperands(
      operation: operation.rawValue, left: left.typeName, right: right.typeName)
  }

  // MARK: Unary

  static func unary(_ operation: UnaryOperator, _ value: Value) throws(PythonError) -> Value {
    switch (operation, value) {
    case (.negative, .int(let number)):
      return .int(try checked(Int(0).subtractingReportingOverflow(number)))
    case (.negative, .float(let number)): return .float(-number)
    case (.negative, .npFloat(let number)): return .npFloat(-number)
    case (.negative, .npInt(let number)): return .npInt(0 &- number)
    case (.negative, .bool(let truth)): return .int(truth ? -1 : 0)
    case (.negative, .array(let array)): return try array.negated().valueOrScalar
    case (.negative, .npBool):
      return try NDArray(.bool, Dimensions(), [0]).negated().valueOrScalar
    case (.positive, .int), (.positive, .float), (.positive, .npInt), (.positive, .npFloat):
      return value
    case (.positive, .bool(let truth)): return .int(truth ? 1 : 0)
    case (.positive, .array(let array)): return .array(array.copy())
    case (.invert, .int(let number)): return .int(~number)
    case (.invert, .npInt(let number)): return .npInt(~number)
    case (.invert, .bool(let truth)): return .int(truth ? -2 : -1)
    case (.invert, .npBool(let truth)): return .npBool(!truth)
    case (.invert, .npFloat(let number)):
      return try NDArray(shape: [], elements: [number]).inverted().valueOrScalar
    case (.invert, .array(let array)): return try array.inverted().valueOrScalar
    default:
      throw PythonError(
        .typeError, "bad operand type for unary \(operation.rawValue): '\(value.typeName)'",
        .unsupportedOperands(
          operation: operation.rawValue, left: value.typeName, right: nil))
    }
  }
}
