#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The module `np`: one entry for each function.
///
/// Elementwise functions stand here; `NumPyModule+…` holds those that make, reduce and reshape
/// arrays.
enum NumPyModule {
  static let all: [NativeFunction] =
    elementwise + constructors + reductions + shaping + comparisons + logic

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// A function by its name.
  static func function(_ name: String) -> NativeFunction? { byName[name] }

  static let absolute = byName["abs"]!
  static let round = byName["round"]!

  /// All members of the module.
  static var members: [String: Value] {
    var members = [String: Value](minimumCapacity: 256)
    for function in all { members[function.name] = .native(function) }
    for (alias, name) in [
      ("absolute", "abs"), ("amax", "max"), ("amin", "min"), ("concat", "concatenate"),
      ("around", "round"), ("true_divide", "divide"), ("mod", "remainder"), ("pow", "power"),
      ("row_stack", "vstack"), ("permute_dims", "transpose"), ("bitwise_not", "invert"),
    ] {
      members[alias] = members[name]
    }
    members["pi"] = .float(.pi)
    members["e"] = .float(M_E)
    members["inf"] = .float(.infinity)
    members["nan"] = .float(.nan)
    members["newaxis"] = Value.none
    members["ndarray"] = .type(Types.ndarray)
    for (name, type) in [
      ("float64", Types.float64), ("int64", Types.int64), ("bool_", Types.npBool),
      ("bool", Types.npBool), ("int_", Types.int64), ("double", Types.float64),
      ("dtype", Types.dtype),
      ("floating", TypeObject("numpy.floating", nil)),
      ("integer", TypeObject("numpy.integer", nil)),
      ("number", TypeObject("numpy.number", nil)),
    ] {
      members[name] = .type(type)
    }
    return members
  }

  // MARK: Elementwise

  private static let elementwise: [NativeFunction] =
    unary.map(unaryEntry) + operators.map(operatorEntry)

  private typealias UnaryEntry = @Sendable () -> UnaryFunction

  private static let unary: [UnaryEntry] = [
    { UnaryFunction("exp", exp) },
    { UnaryFunction("exp2", exp2) },
    { UnaryFunction("expm1", expm1) },
    { UnaryFunction("log", log) },
    { UnaryFunction("log2", log2) },
    { UnaryFunction("log10", log10) },
    { UnaryFunction("log1p", log1p) },
    { UnaryFunction("sqrt", { $0.squareRoot() }) },
    { UnaryFunction("square", { $0 * $0 }, integer: { $0 &* $0 }) },
    { UnaryFunction("abs", { $0.magnitude }, integer: { $0 == Int.min ? $0 : abs($0) }) },
    {
      UnaryFunction(
        "sign", { $0.isNaN ? $0 : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, integer: { $0.signum() })
    },
    { UnaryFunction("sin", sin) },
    { UnaryFunction("cos", cos) },
    { UnaryFunction("tan", tan) },
    { UnaryFunction("arcsin", asin) },
    { UnaryFunction("arccos", acos) },
    { UnaryFunction("arctan", atan) },
    { UnaryFunction("sinh", sinh) },
    { UnaryFunction("cosh", cosh) },
    { UnaryFunction("tanh", tanh) },
    { UnaryFunction("reciprocal", { 1 / $0 }, integer: { $0 == 0 ? 0 : 1 / $0 }) },
    { UnaryFunction("floor", { $0.rounded(.down) }, integer: { $0 }) },
    { UnaryFunction("ceil", { $0.rounded(.up) }, integer: { $0 }) },
    { UnaryFunction("trunc", { $0.rounded(.towardZero) }, integer: { $0 }) },
    { UnaryFunction("rint", { $0.rounded(.toNearestOrEven) }) },
    { UnaryFunction("degrees", { $0 * (180 / Double.pi) }) },
    { UnaryFunction("radians", { $0 * (Double.pi / 180) }) },
    { UnaryFunction("isnan", test: { $0.isNaN }) },
    { UnaryFunction("isinf", test: { $0.isInfinite }) },
    { UnaryFunction("isfinite", test: { $0.isFinite }) },
    { UnaryFunction("logical_not", test: { $0 == 0 }) },
  ]

  private static func unaryEntry(_ entry: UnaryEntry) -> NativeFunction {
    let function = entry()
    let name = function.name
    return NativeFunction(
      name, "x",
      quick: { x, _, interpreter in
        switch x.value {
        case .array(let array) where array.type == .float64:
          return array.map(function) { interpreter.warn($0, $1) }.valueOrScalar
        case .npFloat(let number), .float(let number):
          return function.test == nil ? scalar(function, number, interpreter) : nil
        default: return nil
        }
      }
    ) { call in
      let interpreter = call.interpreter
      if function.test == nil {
        switch call[0] {
        case .npFloat(let number), .float(let number):
          return scalar(function, number, interpreter)
        default: break
        }
      }
      let array = try call.array(0)
      if array.type == .bool {
        // NumPy's int8 and float16, in which it gives other functions of booleans, are int64 and
        // float64 here.
        if ["abs", "floor", "ceil", "trunc"].contains(name) {
          return .array(array.copy()).scalarLike(call[0])
        }
        if name == "sign" {
          throw PythonError(
            .typeError,
            "ufunc 'sign' did not contain a loop with signature matching types "
              + "<class 'numpy.dtypes.BoolDType'> -> None",
            .unsupportedOperands(operation: name, left: "bool", right: nil))
        }
      }
      return array.map(function) { interpreter.warn($0, $1) }.valueOrScalar
    }
  }

  private static func scalar(
    _ function: UnaryFunction, _ number: Double, _ interpreter: Interpreter
  ) -> Value {
    let result = function.float(number)
    if !result.isFinite {
      let events = NDArray.events(function.name, number, result)
      if !events.isEmpty { interpreter.warn(events, function.name) }
    }
    return .npFloat(result)
  }

  private static let operators: [(name: String, operation: BinaryOperator)] = [
    ("add", .add),
    ("subtract", .subtract),
    ("multiply", .multiply),
    ("divide", .divide),
    ("floor_divide", .floorDivide),
    ("remainder", .remainder),
    ("power", .power),
    ("bitwise_and", .and),
    ("bitwise_or", .or),
    ("bitwise_xor", .exclusiveOr),
  ]

  private static func operatorEntry(
    _ entry: (name: String, operation: BinaryOperator)
  ) -> NativeFunction {
    NativeFunction(
      entry.name, "x1, x2"
    ) { call in
      let interpreter = call.interpreter
      return try NDArray.binary(entry.operation, try call.operand(0), try call.operand(1)) {
        interpreter.warn($0, $1)
      }.valueOrScalar
    }
  }

  private static let comparisons: [NativeFunction] = [
    ("equal", ComparisonOperator.equal),
    ("not_equal", .notEqual),
    ("less", .less),
    ("less_equal", .lessOrEqual),
    ("greater", .greater),
    ("greater_equal", .greaterOrEqual),
  ].map { name, operation in
    NativeFunction(name, "x1, x2") { call in
      try NDArray.compare(operation, try call.operand(0), try call.operand(1)).valueOrScalar
    }
  }

  private static let logic: [NativeFunction] = [
    NativeFunction("maximum", "x1, x2") { call in
      try NDArray.extremum(try call.operand(0), try call.operand(1), isMaximum: true).valueOrScalar
    },
    NativeFunction("minimum", "x1, x2") { call in
      try NDArray.extremum(try call.operand(0), try call.operand(1), isMaximum: false).valueOrScalar
    },
    NativeFunction("where", "condition, x=None, y=None") { call in
      let condition = try call.array(0)
      if call[1].isUndefined {
        return .tuple(condition.nonzeroPlaces().map { .array($0) })
      }
      return .array(try choose(condition, try call.operand(1), try call.operand(2)))
    },
    NativeFunction("clip", "a, min=None, max=None") { call in
      var result = try call.operand(0)
      if call.has(1) {
        result = .array(try NDArray.extremum(try call.operand(1), result, isMaximum: true))
      }
      if call.has(2) {
        result = .array(try NDArray.extremum(try call.operand(2), result, isMaximum: false))
      }
      return result.asArray.valueOrScalar
    },
    NativeFunction("invert", "x") { call in
      try call.array(0).inverted().valueOrScalar
    },
    NativeFunction("negative", "x") { call in
      try call.array(0).negated().valueOrScalar
    },
    NativeFunction("logical_and", "x1, x2") { call in
      try logical(.and, call)
    },
    NativeFunction("logical_or", "x1, x2") { call in
      try logical(.or, call)
    },
    NativeFunction("logical_xor", "x1, x2") { call in
      try logical(.exclusiveOr, call)
    },
    NativeFunction("arctan2", "x1, x2") { call in
      try OperandPair.with(try call.operand(0), try call.operand(1), as: .float64) {
        $0.combineFloats { atan2($0, $1) }
      }.valueOrScalar
    },
    NativeFunction("hypot", "x1, x2") { call in
      try OperandPair.with(try call.operand(0), try call.operand(1), as: .float64) {
        $0.combineFloats { hypot($0, $1) }
      }.valueOrScalar
    },
    NativeFunction("isclose", "a, b, rtol=1e-05, atol=1e-08") { call in
      try close(call).valueOrScalar
    },
    NativeFunction("allclose", "a, b, rtol=1e-05, atol=1e-08") { call in
      .bool(try !close(call).contiguousWords.contains(0))
    },
    NativeFunction("array_equal", "a1, a2") { call in
      let (left, right) = (try call.array(0), try call.array(1))
      guard left.dimensions == right.dimensions else { return .bool(false) }
      return .bool(
        try !NDArray.compare(.equal, .array(left), .array(right)).contiguousWords.contains(0))
    },
    NativeFunction("nan_to_num", "x, nan=0.0") { call in
      let substitute = try call.float(1, default: 0)
      let function = UnaryFunction(
        "nan_to_num",
        {
          $0.isNaN
            ? substitute
            : min(max($0, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
        }, integer: { $0 })
      return try call.array(0).map(function) { _, _ in }.valueOrScalar
    },
    NativeFunction("round", "a, decimals=0") { call in
      let decimals = min(max(try call.int(1, default: 0), -400), 400)
      let array = try call.array(0)
      if array.type == .int64, decimals >= 0 { return .array(array.copy()).scalarLike(call[0]) }
      if array.type == .bool, decimals != 0 {
        throw PythonError(
          .typeError,
          "Cannot cast ufunc '\(decimals > 0 ? "multiply" : "divide")' output from "
            + "dtype('float64') to dtype('bool') with casting rule 'same_kind'",
          .unsupportedOperands(operation: "round", left: "bool", right: nil))
      }
      let scale = pow(10, Double(abs(decimals)))
      let function = UnaryFunction(
        "round",
        {
          if decimals == 0 { return $0.rounded(.toNearestOrEven) }
          return decimals > 0
            ? ($0 * scale).rounded(.toNearestOrEven) / scale
            : ($0 / scale).rounded(.toNearestOrEven) * scale
        })
      let rounded = array.map(function) { _, _ in }
      return rounded.converted(to: array.type == .int64 ? .int64 : .float64).valueOrScalar
    },
  ]

  /// The elements of one operand where a condition is true, and of another elsewhere.
  private static func choose(
    _ condition: NDArray, _ left: Operand, _ right: Operand
  ) throws(PythonError) -> NDArray {
    guard let inner = NDArray.broadcast(left.dimensions, right.dimensions),
      let shape = NDArray.broadcast(condition.dimensions, inner)
    else {
      throw PythonError.shapesDoNotBroadcast([
        condition.dimensions, left.dimensions, right.dimensions,
      ])
    }
    guard let count = shape.checkedProduct, count <= Limits().elements else {
      throw PythonError.tooManyElements(shape)
    }
    let type = max(left.type, right.type)
    let test = condition.words(stretchedTo: shape, as: .bool)
    let (a, b) = (
      left.words(stretchedTo: shape, as: type), right.words(stretchedTo: shape, as: type)
    )
    return NDArray(type, shape, test.indices.map { test[$0] != 0 ? a[$0] : b[$0] })
  }

  private static func logical(
    _ operation: BinaryOperator, _ call: borrowing Call
  ) throws(PythonError) -> Value {
    let left = Operand.array(try call.array(0).converted(to: .bool))
    let right = Operand.array(try call.array(1).converted(to: .bool))
    return try NDArray.binary(operation, left, right) { _, _ in }.valueOrScalar
  }

  /// |a − b| ≤ atol + rtol · |b|, and infinities only like themselves.
  private static func close(_ call: borrowing Call) throws(PythonError) -> NDArray {
    let relative = try call.float(2, default: 1e-5)
    let absolute = try call.float(3, default: 1e-8)
    let (left, right) = (try call.operand(0), try call.operand(1))
    return try OperandPair.with(left, right, as: .float64) {
      $0.combine(.bool) { left, right in
        let (a, b) = (Double(bitPattern: left), Double(bitPattern: right))
        if a == b { return 1 }
        return b.isFinite && (a - b).magnitude <= absolute + relative * b.magnitude ? 1 : 0
      }
    }
  }
}
