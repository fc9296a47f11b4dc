import LinearAlgebra

extension NumPyModule {
  /// Functions that make arrays.
  static let constructors: [NativeFunction] = [
    NativeFunction("array", "object, dtype=None, copy=True, ndmin=0") { call in
      let array = try NDArray.make(
        from: call[0], call.interpreter, as: try call.elementType(1))
      var result = array.copy()
      while result.rank < (try call.int(3, default: 0)), result.rank < 32 {
        result = try result.expanded(at: 0)
      }
      return .array(result)
    },
    NativeFunction("asarray", "a, dtype=None") { call in
      .array(try NDArray.make(from: call[0], call.interpreter, as: try call.elementType(1)))
    },
    NativeFunction("copy", "a") { call in .array(try call.array(0).copy())
    },
    NativeFunction("zeros", "shape, dtype=None") { call in
      try filled(try call.sizes(0), call, with: .float(0), try call.elementType(1) ?? .float64)
    },
    NativeFunction("ones", "shape, dtype=None") { call in
      try filled(try call.sizes(0), call, with: .float(1), try call.elementType(1) ?? .float64)
    },
    NativeFunction("empty", "shape, dtype=None") { call in
      try filled(try call.sizes(0), call, with: .float(0), try call.elementType(1) ?? .float64)
    },
    NativeFunction("full", "shape, fill_value, dtype=None") { call in
      let value = try call.operand(1)
      let shape = Dimensions(try checkedSizes(try call.sizes(0), call.interpreter))
      let type = try call.elementType(2) ?? value.type
      guard NDArray.broadcast(value.dimensions, shape) == shape else {
        throw PythonError.shapesDoNotBroadcast([value.dimensions, shape])
      }
      return .array(NDArray(type, shape, value.words(stretchedTo: shape, as: type)))
    },
    like("zeros_like", 0),
    like("ones_like", 1),
    like("empty_like", 0),
    NativeFunction("full_like", "a, fill_value, dtype=None") { call in
      let array = try call.array(0)
      return try filled(array.shape, call, with: call[1], try call.elementType(2) ?? array.type)
    },
    NativeFunction("eye", "N, M=None, k=0, dtype=None") { call in
      try eye(
        try call.int(0), try call.int(1, default: try call.int(0)), try call.int(2, default: 0),
        try call.elementType(3) ?? .float64, call)
    },
    NativeFunction("identity", "n, dtype=None") { call in
      try eye(try call.int(0), try call.int(0), 0, try call.elementType(1) ?? .float64, call)
    },
    NativeFunction("diag", "v") { call in
      let array = try call.array(0)
      if array.rank == 2 { return .array(diagonal(array)) }
      guard array.rank == 1 else {
        throw PythonError(.valueError, "Input must be 1- or 2-d.")
      }
      let shape = Dimensions(try checkedSizes([array.count, array.count], call.interpreter))
      var words = [UInt64](repeating: 0, count: shape.product)
      for (i, word) in array.contiguousWords.enumerated() { words[i * (array.count + 1)] = word }
      return .array(NDArray(array.type, shape, words))
    },
    NativeFunction("arange", "start, stop=None, step=1, dtype=None") { call in
      try arange(call)
    },
    NativeFunction("linspace", "start, stop, num=50, endpoint=True") { call in
      let (start, stop) = (try call.float(0), try call.float(1))
      let count = try call.int(2, default: 50)
      let hasEnd = try call.bool(3, default: true)
      if count < 0 {
        throw PythonError(
          .valueError, "Number of samples, \(count), must be non-negative.")
      }
      _ = try checkedSizes([count], call.interpreter)
      let divisions = hasEnd ? count - 1 : count
      let step = (stop - start) / Double(divisions)
      var values = (0..<count).map { divisions > 0 ? Double($0) * step + start : start }
      if hasEnd, count > 1 { values[count - 1] = stop }
      return .array(NDArray(shape: [count], elements: values))
    },
    NativeFunction("logspace", "start, stop, num=50") { call in
      let linear = try call.interpreter.call(
        NumPyModule.function("linspace")!, [call[0], call[1], call.has(2) ? call[2] : .int(50)], [])
      return try Operators.binary(.power, .float(10), linear, call.interpreter)
    },
    NativeFunction("meshgrid", "*xi") { call in
      guard call.restCount == 2 else {
        throw PythonError.refused("meshgrid of other than two arrays")
      }
      let x = try NDArray.make(from: call.rest(0), call.interpreter)
      let y = try NDArray.make(from: call.rest(1), call.interpreter)
      let shape = Dimensions(try checkedSizes([y.count, x.count], call.interpreter))
      let rows = x.reshapedView(Dimensions(1, x.count)).stretched(to: shape).copy()
      let columns = y.reshapedView(Dimensions(y.count, 1)).stretched(to: shape).copy()
      return .tuple([.array(rows), .array(columns)])
    },
    NativeFunction(
      "set_printoptions",
      "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, sign=None, floatmode=None"
    ) { call in
      var format = call.interpreter.format
      if call.has(0) { format.precision = min(max(0, try call.int(0)), 1000) }
      if call.has(1) {
        let threshold = try call.float(1)
        format.threshold = threshold < 9e15 ? max(0, Int(max(threshold, 0))) : Int.max
      }
      if call.has(2) { format.edgeItems = max(1, min(try call.int(2), 1 << 20)) }
      if call.has(3) { format.lineWidth = max(1, min(try call.int(3), 1 << 20)) }
      if call.has(4) { format.suppressesSmall = try call.bool(4) }
      if call.has(5) { format.nanText = try call.text(5) }
      if call.has(6) { format.infinityText = try call.text(6) }
      if call.has(7), let sign = try call.text(7).first { format.sign = sign }
      if call.has(8) {
        guard let mode = ArrayFormat.FloatMode(rawValue: try call.text(8)) else {
          throw PythonError(
            .valueError,
            "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", "
              + "\"maxprec_equal\"")
        }
        format.floatMode = mode
      }
      call.interpreter.format = format
      return .none
    },
    NativeFunction("array2string", "a, precision=None, separator=' '") { call in
      .text(try call.interpreter.string(.array(try call.array(0))))
    },
  ]

  private static func like(_ name: String, _ value: Double)
    -> NativeFunction
  {
    NativeFunction(name, "a, dtype=None") { call in
      let array = try call.array(0)
      return try filled(
        array.shape, call, with: .float(value), try call.elementType(1) ?? array.type)
    }
  }

  /// Sizes of a new array, checked against the program's limit before anything is allocated.
  static func checkedSizes(
    _ sizes: [Int], _ interpreter: Interpreter
  ) throws(PythonError) -> [Int] {
    if sizes.contains(where: { $0 < 0 }) {
      throw PythonError(.valueError, "negative dimensions are not allowed")
    }
    if sizes.count > 64 {
      throw PythonError(
        .valueError,
        "maximum supported dimension for an ndarray is currently 64, found "
          + "\(sizes.count)")
    }
    let dimensions = Dimensions(sizes)
    guard let count = dimensions.checkedProduct, count <= interpreter.limits.elements else {
      throw PythonError.tooManyElements(dimensions)
    }
    return sizes
  }

  private static func filled(
    _ sizes: [Int], _ call: borrowing Call, with value: Value, _ type: ElementType
  ) throws(PythonError) -> Value {
    let shape = Dimensions(try checkedSizes(sizes, call.interpreter))
    guard let word = try Operand.make(from: value).single(as: type) else {
      throw PythonError(.valueError, "setting an array element with a sequence.")
    }
    return .array(NDArray(type, shape, [UInt64](repeating: word, count: shape.product)))
  }

  private static func eye(
    _ rows: Int, _ columns: Int, _ shift: Int, _ type: ElementType, _ call: borrowing Call
  ) throws(PythonError) -> Value {
    let shape = Dimensions(try checkedSizes([rows, columns], call.interpreter))
    var words = [UInt64](repeating: 0, count: shape.product)
    let one = type.word(1, of: .bool)
    for i in 0..<rows {
      let (j, overflow) = i.addingReportingOverflow(shift)
      if !overflow, (0..<columns).contains(j) { words[i * columns + j] = one }
    }
    return .array(NDArray(type, shape, words))
  }

  /// The diagonal of the first two axes, which becomes the last axis.
  static func diagonal(_ array: NDArray) -> NDArray {
    let count = min(array.dimensions[0], array.dimensions[1])
    return NDArray(
      viewing: array, Dimensions(Array(array.dimensions.dropFirst(2)) + [count]),
      strides: Dimensions(
        Array(array.strides.dropFirst(2)) + [array.strides[0] + array.strides[1]]),
      offset: array.offset)
  }

  private static func arange(_ call: borrowing Call) throws(PythonError) -> Value {
    let hasStop = call.has(1)
    let start = hasStop ? call[0] : Value.int(0)
    let stop = hasStop ? call[1] : call[0]
    let step = call.has(2) ? call[2] : Value.int(1)
    let given = try call.elementType(3)
    if let start = start.asInt, let stop = stop.asInt, let step = step.asInt {
      if step == 0 {
        throw PythonError(.zeroDivisionError, "division by zero", .slip(.divisionByZero))
      }
      let range = RangeObject(start, stop, step)
      _ = try checkedSizes([range.count], call.interpreter)
      let array = NDArray(shape: [range.count], elements: (0..<range.count).map { range[$0] })
      return .array(array.converted(to: given ?? .int64))
    }
    guard let first = start.asFloat, let last = stop.asFloat, let size = step.asFloat else {
      throw PythonError(
        .typeError, "unsupported operand type(s) for arange",
        .unsupportedOperands(operation: "arange", left: start.typeName, right: stop.typeName))
    }
    if size == 0 {
      throw PythonError(.zeroDivisionError, "float division by zero", .slip(.divisionByZero))
    }
    let length = ((last - first) / size).rounded(.up)
    if length.isNaN { throw PythonError(.valueError, "arange: cannot compute length") }
    if length > Double(call.interpreter.limits.elements) {
      throw PythonError.tooManyElements(Dimensions(Int(min(length, 9e18))))
    }
    let count = length > 0 ? Int(length) : 0
    // Each value is the first plus a multiple of the first difference, as NumPy fills it.
    let difference = (first + size) - first
    let values = (0..<count).map { $0 == 1 ? first + size : first + Double($0) * difference }
    let array = NDArray(shape: [count], elements: values)
    return .array(array.converted(to: given ?? .float64))
  }
}
