/// The module `np.linalg`.
enum LinearAlgebraModule {
  static var members: [String: Value] {
    [
      "norm": .native(
        NativeFunction("norm", "x, ord=None, axis=None, keepdims=False") { call in
          try norm(call)
        }),
      "LinAlgError": .type(Types.errors.first { $0.errorKind == .linAlgError }!),
    ]
  }

  /// (Σ|x|ᵖ)^(1/p), for p = 1, 2 and ∞; without `ord` the root of the sum of squares.
  private static func norm(_ call: borrowing Call) throws(PythonError) -> Value {
    let array = try call.array(0).converted(to: .float64)
    let axes = try call.axes(2)
    let keeps = try call.bool(3)
    let order = call.has(1) ? try call.float(1) : 2
    if call.has(1), axes == nil, array.rank != 1 {
      throw PythonError.refused("norm of a matrix with ord")
    }
    let magnitudes = array.map(UnaryFunction("abs", { $0.magnitude })) { _, _ in }
    switch order {
    case .infinity:
      return try magnitudes.extremum(axes, keepingAxes: keeps, isMaximum: true).valueOrScalar
    case -.infinity:
      return try magnitudes.extremum(axes, keepingAxes: keeps, isMaximum: false).valueOrScalar
    case 1: return try magnitudes.sum(axes, keepingAxes: keeps).valueOrScalar
    case 2:
      let squares = array.map(UnaryFunction("square", { $0 * $0 })) { _, _ in }
      return try squares.sum(axes, keepingAxes: keeps)
        .map(UnaryFunction("sqrt", { $0.squareRoot() })) { _, _ in }.valueOrScalar
    default: throw PythonError.refused("norm with ord \(order)")
    }
  }
}
