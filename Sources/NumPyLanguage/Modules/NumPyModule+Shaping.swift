extension NumPyModule {
  /// Functions that rearrange elements.
  static let shaping: [NativeFunction] = [
    NativeFunction("reshape", "a, shape") { call in
      .array(try call.array(0).reshaped(try call.sizes(1)))
    },
    NativeFunction("ravel", "a") { call in
      let array = try call.array(0)
      return .array(array.reshapedView(Dimensions(array.count)))
    },
    NativeFunction("transpose", "a, *axes") { call in
      let array = try call.array(0)
      var axes = call.rest
      if axes.count == 1 {
        switch axes[0] {
        case .none: axes = []
        case .tuple(let tuple): axes = tuple.items
        case .list(let list): axes = list.items
        default: break
        }
      }
      let result =
        axes.isEmpty ? array.transposed() : try array.transposed(checking: try Call.ints(axes))
      return call[0].isNumPy ? Value.array(result).scalarLike(call[0]) : .array(result)
    },
    NativeFunction("swapaxes", "a, axis1, axis2") { call in
      let array = try call.array(0)
      let first = try NDArray.checkedAxis(try call.int(1), rank: array.rank)
      let second = try NDArray.checkedAxis(try call.int(2), rank: array.rank)
      var order = Array(array.dimensions.indices)
      order.swapAt(first, second)
      return .array(array.transposed(order))
    },
    NativeFunction("expand_dims", "a, axis") { call in
      .array(try call.array(0).expanded(at: try call.int(1)))
    },
    NativeFunction("squeeze", "a, axis=None") { call in
      let squeezed = Value.array(try call.array(0).squeezed(try call.axes(1)))
      return call[0].isNumPy ? squeezed.scalarLike(call[0]) : squeezed
    },
    NativeFunction("atleast_1d", "a") { call in
      let array = try call.array(0)
      return .array(array.rank < 1 ? array.reshapedView(Dimensions(1)) : array)
    },
    NativeFunction("atleast_2d", "a") { call in
      let array = try call.array(0)
      return .array(array.rank < 2 ? array.reshapedView(Dimensions(1, array.count)) : array)
    },
    NativeFunction("broadcast_to", "array, shape") { call in
      let array = try call.array(0)
      let shape = Dimensions(try checkedSizes(try call.sizes(1), call.interpreter))
      guard NDArray.broadcast(array.dimensions, shape) == shape else {
        throw PythonError(
          .valueError,
          array.rank > shape.count
            ? "input operand has more dimensions than allowed by the axis remapping"
            : "operands could not be broadcast together with remapped shapes "
              + "[original->remapped]: \(shapeText(array.dimensions))  and requested shape "
              + shapeText(shape),
          .shapesDoNotBroadcast([array.shape, Array(shape)]))
      }
      return .array(array.stretched(to: shape).copy())
    },
    NativeFunction("concatenate", "arrays, axis=0") { call in
      if case .array = call[1] {
        throw PythonError(
          .typeError, "only integer scalar arrays can be converted to a scalar index",
          .slip(.elementsApart(function: "concatenate")))
      }
      var arrays = try arrays(call)
      if case .none = call[1] {
        arrays = arrays.map { $0.reshapedView(Dimensions($0.count)) }
      }
      return .array(try NDArray.concatenated(arrays, axis: try call.int(1, default: 0)))
    },
    NativeFunction("stack", "arrays, axis=0") { call in
      .array(try NDArray.stacked(try arrays(call), axis: try call.int(1, default: 0)))
    },
    NativeFunction("vstack", "tup") { call in
      let rows = try arrays(call).map {
        $0.rank < 2 ? $0.reshapedView(Dimensions(1, $0.count)) : $0
      }
      return .array(try NDArray.concatenated(rows, axis: 0))
    },
    NativeFunction("hstack", "tup") { call in
      let parts = try arrays(call).map { $0.rank < 1 ? $0.reshapedView(Dimensions(1)) : $0 }
      return .array(try NDArray.concatenated(parts, axis: parts.first?.rank == 1 ? 0 : 1))
    },
    NativeFunction("column_stack", "tup") { call in
      let columns = try arrays(call).map {
        $0.rank < 2 ? $0.reshapedView(Dimensions($0.count, 1)) : $0
      }
      return .array(try NDArray.concatenated(columns, axis: 1))
    },
    NativeFunction("append", "arr, values, axis=None") { call in
      let (array, values) = (try call.array(0), try call.array(1))
      if call.has(2) {
        return .array(try NDArray.concatenated([array, values], axis: try call.int(2)))
      }
      return .array(
        try NDArray.concatenated(
          [array, values].map { $0.reshapedView(Dimensions($0.count)) }, axis: 0))
    },
    NativeFunction("split", "ary, indices_or_sections, axis=0") { call in
      try split(call, mustBeEven: true)
    },
    NativeFunction("array_split", "ary, indices_or_sections, axis=0") { call in
      try split(call, mustBeEven: false)
    },
    NativeFunction("repeat", "a, repeats, axis=None") { call in
      try repeated(call)
    },
    NativeFunction("tile", "A, reps") { call in
      .array(try call.array(0).tiled(try call.sizes(1)))
    },
    NativeFunction("flip", "m, axis=None") { call in
      var result = try call.array(0)
      for axis in try call.axes(1) ?? Array(result.dimensions.indices) {
        let axis = try NDArray.checkedAxis(axis, rank: result.rank)
        let count = result.dimensions[axis]
        result = result.sliced(axis, from: max(0, count - 1), count: count, step: -1)
      }
      return .array(result).scalarLike(call[0])
    },
    NativeFunction("roll", "a, shift") { call in
      let array = try call.array(0)
      let words = array.contiguousWords
      guard !words.isEmpty else { return .array(array.copy()) }
      let shift = Arithmetic.remainder(try call.int(1), words.count)
      return .array(
        NDArray(array.type, array.dimensions, Array(words.suffix(shift) + words.dropLast(shift))))
    },
    NativeFunction("sort", "a, axis=-1") { call in
      let array = try call.array(0)
      if case .none = call[1] {
        return .array(try array.reshapedView(Dimensions(array.count)).sorted(0))
      }
      return .array(try array.sorted(try call.int(1, default: -1)))
    },
    NativeFunction("argsort", "a, axis=-1") { call in
      let array = try call.array(0)
      let rows = array.rank == 0 ? array.reshapedView(Dimensions(1)) : array
      return .array(try rows.sortingIndices(try call.int(1, default: -1)))
    },
    NativeFunction("unique", "ar, return_counts=False, return_index=False, return_inverse=False") {
      call in
      try unique(call)
    },
    NativeFunction("nonzero", "a") { call in
      let array = try call.array(0)
      if array.rank == 0 {
        throw PythonError(
          .valueError,
          "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() "
            + "instead.", .slip(.axisOutOfBounds(axis: 0, dimensions: 0)))
      }
      return .tuple(array.nonzeroPlaces().map { .array($0) })
    },
    NativeFunction("argwhere", "a") { call in
      let array = try call.array(0)
      if array.rank == 0 {
        // One index without numbers where the element is not 0, else none.
        let count = try call.operand(0).asArray.converted(to: .bool).integers[0]
        return .array(NDArray(.int64, Dimensions(count, 0), []))
      }
      return .array(try NDArray.stacked(array.nonzeroPlaces(), axis: 1))
    },
    NativeFunction("take", "a, indices, axis=None") { call in
      let array = try call.array(0)
      let indices = try call.array(1)
      let index = NDArray.Index.array(indices)
      if array.count == 0, indices.count > 0, !call.has(2) {
        throw PythonError(
          .indexError, "cannot do a non-empty take from an empty axes.", .slip(.noElements))
      }
      if !call.has(2) { return try array.reshapedView(Dimensions(array.count)).read([index]) }
      let axis = try NDArray.checkedAxis(try call.int(2), rank: array.rank)
      let before = [NDArray.Index](
        repeating: .slice(start: nil, stop: nil, step: 1), count: axis)
      return try array.read(before + [index])
    },
    NativeFunction("ndindex", "*shape") { call in
      let values = call.rest
      let sizes =
        values.count == 1
        ? try Call.sizes(values[0], call.interpreter) : try Call.ints(values)
      let shape = Dimensions(try checkedSizes(sizes, call.interpreter))
      return .iterator(indices(of: shape))
    },
    NativeFunction("ndenumerate", "arr") { call in
      let array = try call.array(0)
      let inner = indices(of: array.dimensions)
      let items = array.flatItems
      var position = 0
      return .iterator(
        IteratorObject("numpy.ndenumerate", over: []) { (_, interpreter) throws(PythonError) in
          guard let index = try inner.next(interpreter) else { return nil }
          defer { position += 1 }
          return .tuple([index, items[position]])
        })
    },
    NativeFunction("shape", "a") { call in
      .tuple(try call.array(0).dimensions.map { .int($0) })
    },
    NativeFunction("ndim", "a") { call in
      .int(try call.array(0).rank)
    },
    NativeFunction("size", "a") { call in
      .int(try call.array(0).count)
    },
    NativeFunction("isscalar", "element") { call in
      switch call[0] {
      case .int, .float, .bool, .npInt, .npFloat, .npBool, .string: .bool(true)
      default: .bool(false)
      }
    },
    triangle("tril", isLower: true),
    triangle("triu", isLower: false),
  ]

  private static func arrays(_ call: borrowing Call) throws(PythonError) -> [NDArray] {
    var arrays: [NDArray] = []
    var total = 0
    for item in try call.interpreter.items(of: call[0]) {
      let array = try NDArray.make(from: item, call.interpreter)
      total += array.count
      if total > call.interpreter.limits.elements {
        throw PythonError.tooManyElements(Dimensions(total))
      }
      arrays.append(array)
    }
    return arrays
  }

  private static func triangle(
    _ name: String, isLower: Bool
  ) -> NativeFunction {
    NativeFunction(name, "m, k=0") { call in
      let array = try call.array(0)
      guard array.rank == 2 else { throw PythonError.refused("\(name) of other than a matrix") }
      let shift = min(max(try call.int(1, default: 0), -1 << 32), 1 << 32)
      var words = array.contiguousWords
      let columns = array.dimensions[1]
      for index in words.indices {
        let distance = index % columns - index / columns
        if isLower ? distance > shift : distance < shift { words[index] = 0 }
      }
      return .array(NDArray(array.type, array.dimensions, words))
    }
  }

  private static func indices(of shape: Dimensions) -> IteratorObject {
    var position = 0
    let count = shape.product
    let strides = shape.rowMajorStrides
    return IteratorObject("numpy.ndindex", over: []) { (_, _) throws(PythonError) in
      guard position < count else { return nil }
      defer { position += 1 }
      return .tuple(shape.indices.map { .int(position / strides[$0] % shape[$0]) })
    }
  }

  private static func split(
    _ call: borrowing Call, mustBeEven: Bool
  ) throws(PythonError) -> Value {
    let array = try call.array(0)
    let axis = try NDArray.checkedAxis(try call.int(2, default: 0), rank: array.rank)
    let length = array.dimensions[axis]
    var bounds = [0]
    if let parts = call[1].asInt {
      if parts <= 0 { throw PythonError(.valueError, "number sections must be larger than 0.") }
      if mustBeEven, length % parts != 0 {
        throw PythonError(
          .valueError, "array split does not result in an equal division",
          .cannotReshape(count: length, shape: [parts]))
      }
      if parts > 1 << 20 { throw PythonError.tooManyItems(limit: 1 << 20) }
      let (size, larger) = (length / parts, length % parts)
      for part in 0..<parts { bounds.append(bounds[part] + size + (part < larger ? 1 : 0)) }
    } else {
      for place in try call.sizes(1) {
        bounds.append(min(max(place < 0 ? place + length : place, 0), length))
      }
      bounds.append(length)
    }
    return .list(
      zip(bounds, bounds.dropFirst()).map {
        .array(array.sliced(axis, from: $0, count: max(0, $1 - $0)))
      })
  }

  private static func repeated(_ call: borrowing Call) throws(PythonError) -> Value {
    var array = try call.array(0)
    if !call.has(2) { array = array.reshapedView(Dimensions(array.count)) }
    let axis = try NDArray.checkedAxis(try call.int(2, default: 0), rank: array.rank)
    let length = array.dimensions[axis]
    let given = try call.array(1)
    guard given.type != .float64, given.count == 1 || given.count == length else {
      throw PythonError(
        .valueError,
        "operands could not be broadcast together with shape (\(length),) "
          + shapeText(given.dimensions))
    }
    let counts = given.integers
    var places: [Int] = []
    for place in 0..<length {
      let count = counts[counts.count == 1 ? 0 : place]
      if count < 0 { throw PythonError(.valueError, "repeats may not contain negative values.") }
      let size = max(1, array.count / max(1, length))
      let most = call.interpreter.limits.elements / size
      if count > most || places.count + count > most {
        throw PythonError.tooManyElements(Dimensions([count, array.count]))
      }
      for _ in 0..<count { places.append(place) }
    }
    return .array(array.taking(places, axis: axis))
  }

  private static func unique(_ call: borrowing Call) throws(PythonError) -> Value {
    let array = try call.array(0)
    let flat = array.reshapedView(Dimensions(array.count))
    let order = try flat.sortingIndices(0).integers
    let words = flat.contiguousWords
    var values: [UInt64] = []
    var counts: [Int] = []
    var firsts: [Int] = []
    var inverse = [Int](repeating: 0, count: words.count)
    for place in order {
      let word = words[place]
      let isNew =
        values.last.map {
          NDArray.precedes($0, word, array.type) && !NDArray.precedes(word, $0, array.type)
        } ?? true
      if isNew {
        values.append(word)
        counts.append(0)
        firsts.append(place)
      }
      counts[counts.count - 1] += 1
      inverse[place] = values.count - 1
    }
    var result: [Value] = [.array(NDArray(array.type, Dimensions(values.count), values))]
    if try call.bool(2) { result.append(.array(NDArray(shape: [firsts.count], elements: firsts))) }
    if try call.bool(3) { result.append(.array(NDArray(shape: array.shape, elements: inverse))) }
    if try call.bool(1) { result.append(.array(NDArray(shape: [counts.count], elements: counts))) }
    return result.count == 1 ? result[0] : .tuple(result)
  }
}
