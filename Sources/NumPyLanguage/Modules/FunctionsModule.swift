#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The course's module `functions`: activations, losses and their derivatives.
///
/// It does what the course's own Python does, its peculiarities included: the losses take the
/// target first, `d_mean_squared_error` divides by the first size of the target, and
/// `d_sigmoid` takes the total input. `numerical_gradient` works for any shape.
enum FunctionsModule {
  static var members: [String: Value] {
    var members: [String: Value] = [:]
    for function in all { members[function.name] = .native(function) }
    members["step"] = members["step_function"]
    return members
  }

  private static let all: [NativeFunction] = [
    NativeFunction(
      "sigmoid", "x",
      quick: { x, _, _ in quickly(x.value, .float64) { sigmoid($0).bitPattern } }
    ) { call in
      try call.array(0).map(UnaryFunction("sigmoid", sigmoid)) { _, _ in }.valueOrScalar
    },
    NativeFunction(
      "relu", "x",
      quick: { x, _, _ in quickly(x.value, .float64) { (0 > $0 ? 0 : $0).bitPattern } }
    ) { call in
      try NDArray.extremum(.scalar(0, .int64), try call.operand(0), isMaximum: true).valueOrScalar
    },
    NativeFunction("step_function", "x") { call in
      .array(try positive(call))
    },
    NativeFunction("softmax", "x") { call in
      .array(try softmax(try call.array(0)))
    },
    NativeFunction(
      "mean_squared_error", "d, y",
      quick: { d, y, _ in
        guard let d = d.value.ownFloat, let y = y.value.ownFloat else { return nil }
        return .npFloat((d - y) * (d - y) / 2)
      }
    ) { call in
      let difference = try subtract(try call.operand(0), try call.operand(1))
      let squares = difference.map(UnaryFunction("square", { $0 * $0 })) { _, _ in }
      return .npFloat(try squares.mean(nil, keepingAxes: false) { _, _ in }.doubles[0] / 2)
    },
    NativeFunction("cross_entropy_error", "d, y") { call in
      try crossEntropy(try call.array(0), try call.array(1))
    },
    NativeFunction(
      "d_sigmoid", "x",
      quick: { x, _, _ in
        quickly(x.value, .float64) {
          let value = sigmoid($0)
          return ((1 - value) * value).bitPattern
        }
      }
    ) { call in
      let derivative = UnaryFunction(
        "d_sigmoid",
        {
          let value = sigmoid($0)
          return (1 - value) * value
        })
      return try call.array(0).map(derivative) { _, _ in }.valueOrScalar
    },
    NativeFunction(
      "d_relu", "x",
      quick: { x, _, _ in quickly(x.value, .int64) { $0 > 0 ? 1 : 0 } }
    ) { call in
      .array(try positive(call))
    },
    NativeFunction("d_step_function", "x") {
      _ in .int(0)
    },
    NativeFunction(
      "d_mean_squared_error", "d, y",
      quick: { (d, y, interpreter) throws(PythonError) in
        if case .array = d.value { return nil }
        return try Operators.binary(.subtract, y.value, d.value, interpreter)
      }
    ) { call in
      guard case .array(let target) = call[0] else {
        return try Operators.binary(.subtract, call[1], call[0], call.interpreter)
      }
      let difference = try subtract(try call.operand(1), .array(target))
      return try divide(difference, by: try size(target)).valueOrScalar
    },
    NativeFunction("d_softmax_with_loss", "d, y") { call in
      let (target, output) = (try call.array(0), try call.array(1))
      let count = try size(target)
      if target.count == output.count {
        return .array(try divide(try subtract(.array(output), .array(target)), by: count))
      }
      let gradient = output.copy()
      let rows = NDArray(shape: [count], elements: Array(0..<count))
      let index: [NDArray.Index] = [.array(rows), .array(target.converted(to: .int64))]
      let chosen = try Operand.make(from: try gradient.read(index))
      let lessened = try NDArray.binary(.subtract, chosen, .scalar((1.0).bitPattern, .float64)) {
        _, _ in
      }
      try gradient.write(.array(lessened), to: index)
      return .array(try divide(gradient, by: count))
    },
    NativeFunction("d_sigmoid_with_loss", "d, y") { call in
      try Operators.binary(.subtract, call[1], call[0], call.interpreter)
    },
    NativeFunction("numerical_gradient", "f, x") { call in
      try numericalGradient(call)
    },
  ]

  /// A function of an array of floats.
  @inline(__always)
  private static func quickly(
    _ value: Value, _ type: ElementType, _ body: (Double) -> UInt64
  ) -> Value? {
    if case .array(let array) = value { array.quickMap(type, body) } else { nil }
  }

  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  private static func positive(_ call: borrowing Call) throws(PythonError) -> NDArray {
    let test = try NDArray.compare(.greater, try call.operand(0), .scalar(0, .int64))
    return test.converted(to: .int64)
  }

  private static func subtract(_ left: Operand, _ right: Operand) throws(PythonError) -> NDArray {
    try NDArray.binary(.subtract, left, right) { _, _ in }.converted(to: .float64)
  }

  private static func divide(_ array: NDArray, by count: Int) throws(PythonError) -> NDArray {
    try NDArray.binary(
      .divide, .array(array), .scalar(UInt64(bitPattern: Int64(count)), .int64)
    ) { _, _ in }
  }

  /// The first size of a target.
  private static func size(_ target: NDArray) throws(PythonError) -> Int {
    if target.rank > 0 { return target.dimensions[0] }
    throw PythonError(.indexError, "tuple index out of range")
  }

  /// exp(x − max x) / Σ exp(x − max x): shifting by the maximum changes nothing but overflow.
  private static func softmax(_ array: NDArray) throws(PythonError) -> NDArray {
    if array.rank == 0 { return NDArray(shape: [], elements: [1.0]) }
    let axes = array.rank == 2 ? [1] : nil
    let largest = try array.extremum(axes, keepingAxes: true, isMaximum: true)
    let powers = try subtract(.array(array), .array(largest)).map(UnaryFunction("exp", exp)) {
      _, _ in
    }
    let sums = try powers.sum(axes, keepingAxes: true)
    return try NDArray.binary(.divide, .array(powers), .array(sums)) { _, _ in }
  }

  private static func crossEntropy(
    _ target: NDArray, _ output: NDArray
  ) throws(PythonError) -> Value {
    var (d, y) = (target, output)
    if y.rank < 2 {
      d = d.reshapedView(Dimensions(1, d.count))
      y = y.reshapedView(Dimensions(1, y.count))
    }
    let labels =
      d.count == y.count ? try d.extremumIndex(1, keepingAxes: false, isMaximum: true) : d
    let rows = NDArray(shape: [y.dimensions[0]], elements: Array(0..<y.dimensions[0]))
    let flat = labels.rank == 2 && labels.dimensions[0] == 1 ? try labels.squeezed([0]) : labels
    let chosen = try y.read([.array(rows), .array(flat.converted(to: .int64))])
    let logs = try Operand.make(from: chosen).asArray.map(
      UnaryFunction("log", { log($0 + 1e-7) })
    ) { _, _ in }
    return .npFloat(-(try logs.sum().doubles[0]) / Double(y.dimensions[0]))
  }

  private static func numericalGradient(_ call: borrowing Call) throws(PythonError) -> Value {
    let (function, interpreter) = (call[0], call.interpreter)
    let step = 1e-4
    func value(_ argument: Value) throws(PythonError) -> Double {
      let result = try interpreter.call(function, [argument])
      guard let number = result.asFloat else {
        throw PythonError(
          .typeError, "f must return a number, not '\(result.typeName)'",
          .unsupportedOperands(
            operation: "numerical_gradient", left: result.typeName, right: nil))
      }
      return number
    }
    guard case .array(let array) = call[1] else {
      let x = try call.float(1)
      return .npFloat(
        (try value(.npFloat(x + step)) - value(.npFloat(x - step))) / (2 * step))
    }
    // An array of floats is changed in place and put back, so that a function which uses it by
    // another name sees the change; integers are copied, since they cannot hold it.
    let point = array.type == .float64 ? array : array.converted(to: .float64)
    let base = point.base
    var offsets: [Int] = []
    point.forEachOffset { offsets.append($0) }
    var gradient: [Double] = []
    for offset in offsets {
      let word = base.word(at: offset)
      let x = Double(bitPattern: word)
      defer { base.setWord(word, at: offset) }
      base.setWord((x + step).bitPattern, at: offset)
      let up = try value(.array(point))
      base.setWord((x - step).bitPattern, at: offset)
      let down = try value(.array(point))
      gradient.append((up - down) / (2 * step))
    }
    return .array(NDArray(shape: array.shape, elements: gradient))
  }
}

extension Value {
  /// The number, for a float.
  fileprivate var ownFloat: Double? {
    switch self {
    case .float(let number), .npFloat(let number): number
    default: nil
    }
  }
}
