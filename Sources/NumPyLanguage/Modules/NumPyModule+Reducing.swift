extension NumPyModule {
  /// Functions that make fewer elements out of many, and products.
  static let reductions: [NativeFunction] = [
    NativeFunction(
      "sum", "a, axis=None, dtype=None, keepdims=False",
      quick: { a, axis, _ in quickSum(a.value, axis.value) }
    ) { call in
      let array = try typed(call, 2)
      return try array.sum(try call.axes(1), keepingAxes: try call.bool(3)).valueOrScalar
    },
    NativeFunction("prod", "a, axis=None, dtype=None, keepdims=False") { call in
      let array = try typed(call, 2)
      return try array.product(try call.axes(1), keepingAxes: try call.bool(3)).valueOrScalar
    },
    NativeFunction("mean", "a, axis=None, dtype=None, keepdims=False") { call in
      let array = try call.array(0)
      let interpreter = call.interpreter
      if array.count == 0 { interpreter.warn("RuntimeWarning", "Mean of empty slice.") }
      return try array.mean(try call.axes(1), keepingAxes: try call.bool(3)) {
        interpreter.warn($0, "scalar divide")
        _ = $1
      }.valueOrScalar
    },
    spread("var") { $0 },
    spread("std") { $0.squareRoot() },
    extremum("max", isMaximum: true),
    extremum("min", isMaximum: false),
    place("argmax", isMaximum: true),
    place("argmin", isMaximum: false),
    NativeFunction("ptp", "a, axis=None") { call in
      let array = try call.array(0)
      let high = try array.extremum(try call.axes(1), keepingAxes: false, isMaximum: true)
      let low = try array.extremum(try call.axes(1), keepingAxes: false, isMaximum: false)
      return try NDArray.binary(.subtract, .array(high), .array(low)) { _, _ in }.valueOrScalar
    },
    NativeFunction("cumsum", "a, axis=None") { call in
      .array(try call.array(0).cumulated(try call.axis(1), isProduct: false))
    },
    NativeFunction("cumprod", "a, axis=None") { call in
      .array(try call.array(0).cumulated(try call.axis(1), isProduct: true))
    },
    NativeFunction("diff", "a, axis=-1") { call in
      let array = try call.array(0)
      if array.rank == 0 {
        throw PythonError(
          .valueError, "diff requires input that is at least one dimensional",
          .slip(.axisOutOfBounds(axis: try call.int(1, default: -1), dimensions: 0)))
      }
      let axis = try NDArray.checkedAxis(try call.int(1, default: -1), rank: array.rank)
      let count = max(0, array.dimensions[axis] - 1)
      let later = array.sliced(axis, from: min(1, array.dimensions[axis]), count: count)
      let earlier = array.sliced(axis, from: 0, count: count)
      return .array(
        try NDArray.binary(
          array.type == .bool ? .exclusiveOr : .subtract, .array(later), .array(earlier)
        ) { _, _ in })
    },
    NativeFunction("all", "a, axis=None, keepdims=False") { call in
      try call.array(0).truth(try call.axes(1), keepingAxes: try call.bool(2), ofAll: true)
        .valueOrScalar
    },
    NativeFunction("any", "a, axis=None, keepdims=False") { call in
      try call.array(0).truth(try call.axes(1), keepingAxes: try call.bool(2), ofAll: false)
        .valueOrScalar
    },
    NativeFunction("count_nonzero", "a, axis=None") { call in
      let truths = try call.array(0).converted(to: .bool)
      let counts = try truths.sum(try call.axes(1))
      return call.has(1) ? counts.valueOrScalar : .int(counts.integers[0])
    },
    NativeFunction("median", "a, axis=None") { call in
      let array = try call.array(0).converted(to: .float64)
      let flat = call.has(1) ? array : array.reshapedView(Dimensions(array.count))
      let axis = try NDArray.checkedAxis(try call.int(1, default: 0), rank: flat.rank)
      let sorted = try flat.sorted(axis)
      let count = flat.dimensions[axis]
      if count == 0 {
        // The mean of nothing, in each row.
        return try flat.mean([axis], keepingAxes: false) { _, _ in }.valueOrScalar
      }
      let middle = sorted.sliced(axis, from: (count - 1) / 2, count: count % 2 == 0 ? 2 : 1)
      let medians = try middle.mean([axis], keepingAxes: false) { _, _ in }
      // A nan sorts to the end and spoils the row it is in.
      let last = try sorted.sliced(axis, from: count - 1, count: 1)
        .sum([axis], keepingAxes: false)
      let values = zip(medians.doubles, last.doubles).map { $1.isNaN ? Double.nan : $0 }
      return NDArray(shape: medians.shape, elements: values).valueOrScalar
    },
    NativeFunction("average", "a, axis=None, weights=None") { call in
      let array = try call.array(0)
      guard call.has(2) else {
        return try array.mean(try call.axes(1), keepingAxes: false) { _, _ in }.valueOrScalar
      }
      let weights = Operand.array(try call.array(2))
      let weighted = try NDArray.binary(.multiply, .array(array), weights) { _, _ in }
      let total = try weights.asArray.sum(try call.axes(1))
      let sums = try weighted.sum(try call.axes(1))
      return try NDArray.binary(.divide, .array(sums), .array(total)) { _, _ in }.valueOrScalar
    },
    NativeFunction(
      "dot", "a, b",
      quick: { a, b, _ in quickDot(a.value, b.value) }
    ) { call in
      try call.array(0).dot(try call.array(1)).valueOrScalar
    },
    NativeFunction("matmul", "x1, x2") { call in
      try call.array(0).matrixMultiplied(by: try call.array(1)).valueOrScalar
    },
    NativeFunction("inner", "a, b") { call in
      let (left, right) = (try call.array(0), try call.array(1))
      return try left.dot(
        right.rank < 2 ? right : right.movingAxis(right.rank - 1, to: right.rank - 2)
      )
      .valueOrScalar
    },
    NativeFunction("outer", "a, b") { call in
      let (left, right) = (try call.array(0), try call.array(1))
      let column = left.reshapedView(Dimensions(left.count, 1))
      let row = right.reshapedView(Dimensions(1, right.count))
      return .array(try NDArray.binary(.multiply, .array(column), .array(row)) { _, _ in })
    },
    NativeFunction("trace", "a") { call in
      let diagonal = diagonal(try matrix(call))
      return try diagonal.sum([diagonal.rank - 1], keepingAxes: false).valueOrScalar
    },
    NativeFunction("diagonal", "a") { call in
      .array(diagonal(try matrix(call)))
    },
  ]

  private static func matrix(_ call: borrowing Call) throws(PythonError) -> NDArray {
    let array = try call.array(0)
    if array.rank >= 2 { return array }
    throw PythonError(.valueError, "diag requires an array of at least two dimensions")
  }

  private static func typed(_ call: borrowing Call, _ index: Int) throws(PythonError) -> NDArray {
    let array = try call.array(0)
    return try call.elementType(index).map { array.converted(to: $0) } ?? array
  }

  private static func spread(
    _ name: String, _ finish: @escaping @Sendable (Double) -> Double
  ) -> NativeFunction {
    NativeFunction(
      name, "a, axis=None, dtype=None, ddof=0, keepdims=False"
    ) { call in
      let interpreter = call.interpreter
      let array = try call.array(0)
      if array.count == 0 {
        interpreter.warn("RuntimeWarning", "Degrees of freedom <= 0 for slice")
      }
      let variance = try array.variance(
        try call.axes(1), keepingAxes: try call.bool(4), lostDegrees: try call.int(3, default: 0)
      ) { interpreter.warn($0, $1) }
      return variance.map(UnaryFunction(name, finish)) { _, _ in }.valueOrScalar
    }
  }

  private static func extremum(
    _ name: String, isMaximum: Bool
  ) -> NativeFunction {
    NativeFunction(
      name, "a, axis=None, keepdims=False"
    ) { call in
      try call.array(0).extremum(
        try call.axes(1), keepingAxes: try call.bool(2), isMaximum: isMaximum
      ).valueOrScalar
    }
  }

  private static func place(
    _ name: String, isMaximum: Bool
  ) -> NativeFunction {
    NativeFunction(
      name, "a, axis=None, keepdims=False"
    ) { call in
      try call.array(0).extremumIndex(
        try call.axis(1), keepingAxes: try call.bool(2), isMaximum: isMaximum
      ).valueOrScalar
    }
  }
}

extension NumPyModule {
  private static func quickDot(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.array(let left), .array(let right)): return left.quickDot(right)
    case (.array(let left), .npFloat(let right)), (.array(let left), .float(let right)):
      return left.rank == 0 ? nil : NDArray.quickly(.multiply, left, right).map { .array($0) }
    case (.npFloat(let left), .array(let right)), (.float(let left), .array(let right)):
      return right.rank == 0 ? nil : NDArray.quickly(.multiply, left, right).map { .array($0) }
    default: return nil
    }
  }

  private static func quickSum(_ value: Value, _ axis: Value) -> Value? {
    let place: Int?
    switch axis {
    case .undefined, .none: place = nil
    case .int(let number): place = number
    default: return nil
    }
    switch value {
    case .array(let array): return array.quickSum(place)
    case .npFloat(let number), .float(let number):
      return place == nil || place == 0 ? .npFloat(number) : nil
    default: return nil
    }
  }
}
