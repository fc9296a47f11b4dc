/// Reading and writing `owner[key]`.
enum Subscripts {
  static func get(
    _ owner: Value, _ key: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    switch owner {
    case .dict(let dict): return try dict.value(of: key, interpreter)
    case .array(let array):
      if case .int(let index) = key, array.rank > 0 {
        let size = array.dimensions[0]
        let place = index < 0 ? index + size : index
        if 0 <= place, place < size { return array.element(place) }
      }
      return try array.read(try indices(key, interpreter))
    case .list(let list):
      if case .slice(let slice) = key {
        let part = try places(slice, list.items.count)
        return .list(ListObject(part.map { list.items[$0] }))
      }
      return list.items[try place(key, list.items.count, "list")]
    case .tuple(let tuple):
      if case .slice(let slice) = key {
        let part = try places(slice, tuple.items.count)
        return .tuple(TupleObject(part.map { tuple.items[$0] }))
      }
      return tuple.items[try place(key, tuple.items.count, "tuple")]
    case .string(let text):
      var result = String.UnicodeScalarView()
      if case .slice(let slice) = key {
        for place in try places(slice, text.scalars.count) { result.append(text.scalars[place]) }
      } else {
        result.append(text.scalars[try place(key, text.scalars.count, "string")])
      }
      return .text(String(result))
    case .range(let range):
      if case .slice(let slice) = key {
        let (start, stop, step) = try bounds(slice)
        let part = SliceObject.places(start, stop, step, of: range.count)
        let first = range[part.start]
        let (newStep, overflow) = range.step.multipliedReportingOverflow(by: step)
        if overflow { throw .integerOverflow }
        return .range(RangeObject(first, first &+ part.count &* newStep, newStep))
      }
      return .int(range[try place(key, range.count, "range object")])
    case .npFloat, .npInt, .npBool:
      if case .tuple(let tuple) = key, tuple.items.isEmpty { return owner }
      if let array = Operand(owner)?.asArray, isForNoAxis(key) {
        return try get(.array(array), key, interpreter)
      }
      throw PythonError(.indexError, "invalid index to scalar variable.")
    default:
      throw PythonError(
        .typeError, "'\(owner.typeName)' object is not subscriptable",
        .unsupportedOperands(operation: "[]", left: owner.typeName, right: nil))
    }
  }

  /// The parts of an index like `[0, :]`, where they lie.
  struct Parts {
    let start: UnsafeMutablePointer<Place>
    let count: Int

    /// The parts as the tuple that they stand for.
    var tuple: Value { .tuple((0..<count).map { start[$0].value }) }
  }

  /// `owner[a, b]`: as with a tuple, but plain indices of an array need none.
  static func get(
    _ owner: Value, _ parts: Parts, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    if case .array(let array) = owner {
      if let offset = array.offset(at: parts) { return array.scalar(at: offset) }
      if let view = array.view(at: parts) { return .array(view) }
    }
    return try get(owner, parts.tuple, interpreter)
  }

  /// `owner[a, b] = value`.
  static func set(
    _ owner: Value, _ parts: Parts, to value: Value, _ interpreter: Interpreter
  ) throws(PythonError) {
    if case .array(let array) = owner, let offset = array.offset(at: parts),
      let operand = Operand(value), operand.dimensions.isEmpty,
      let word = operand.single(as: array.type)
    {
      return array.setWord(word, at: offset)
    }
    try set(owner, parts.tuple, to: value, interpreter)
  }

  static func set(
    _ owner: Value, _ key: Value, to value: Value, _ interpreter: Interpreter
  ) throws(PythonError) {
    switch owner {
    case .dict(let dict): try dict.set(key, to: value)
    case .array(let array):
      try array.write(
        try Operand.make(from: value, interpreter), to: try indices(key, interpreter))
    case .list(let list):
      if case .slice(let slice) = key {
        try setSlice(list, slice, try interpreter.items(of: value))
      } else {
        let place = try place(key, list.items.count, "list assignment")
        list.items[place] = value
      }
    default:
      throw PythonError(
        .typeError, "'\(owner.typeName)' object does not support item assignment",
        .slip(.unchangeable(type: owner.typeName)))
    }
  }

  static func delete(
    _ owner: Value, _ key: Value, _ interpreter: Interpreter
  ) throws(PythonError) {
    switch owner {
    case .dict(let dict):
      guard let place = dict.table.find(key, hash: try key.hashed()) else {
        throw dict.missing(key, try interpreter.display(key))
      }
      dict.table.remove(at: place)
    case .list(let list):
      if case .slice(let slice) = key {
        for place in try places(slice, list.items.count).sorted(by: >) {
          list.items.remove(at: place)
        }
      } else {
        list.items.remove(at: try place(key, list.items.count, "list assignment"))
      }
    default:
      throw PythonError(
        .typeError, "'\(owner.typeName)' object doesn't support item deletion",
        .unsupportedOperands(operation: "del", left: owner.typeName, right: nil))
    }
  }

  /// Whether an index is made of `...` and new axes alone, which a number can have, too.
  private static func isForNoAxis(_ key: Value) -> Bool {
    switch key {
    case .ellipsis, .none: true
    case .tuple(let tuple):
      tuple.items.allSatisfy {
        switch $0 {
        case .ellipsis, .none: true
        default: false
        }
      }
    default: false
    }
  }

  // MARK: Sequences

  /// A checked place in a sequence; negative ones count from the end.
  private static func place(
    _ key: Value, _ count: Int, _ what: String
  ) throws(PythonError) -> Int {
    guard let index = key.asInt else {
      let kind =
        switch what {
        case "list", "list assignment": "list indices must be integers or slices"
        case "tuple": "tuple indices must be integers or slices"
        case "string": "string indices must be integers"
        default: "range indices must be integers or slices"
        }
      let found = what == "string" ? ", not '\(key.typeName)'" : ", not \(key.typeName)"
      throw PythonError(
        .typeError, kind + found,
        key.asFloat != nil
          ? .slip(.fractionForWholeNumber(type: key.typeName))
          : .unsupportedOperands(operation: "[]", left: what, right: key.typeName))
    }
    guard -count <= index, index < count else {
      throw PythonError(
        .indexError, "\(what) index out of range",
        .indexOutOfBounds(index: index, axis: 0, size: count))
    }
    return index < 0 ? index + count : index
  }

  static func bounds(
    _ slice: SliceObject
  ) throws(PythonError) -> (start: Int?, stop: Int?, step: Int) {
    func bound(_ value: Value) throws(PythonError) -> Int? {
      if value.isNone { return nil }
      if let number = value.asInt { return number }
      throw PythonError(
        .typeError,
        "slice indices must be integers or None or have an __index__ method",
        .unsupportedOperands(operation: "[:]", left: value.typeName, right: nil))
    }
    let step = try bound(slice.step) ?? 1
    if step == 0 { throw PythonError(.valueError, "slice step cannot be zero") }
    return (try bound(slice.start), try bound(slice.stop), step)
  }

  /// The places that a slice selects.
  static func places(_ slice: SliceObject, _ count: Int) throws(PythonError) -> [Int] {
    let (start, stop, step) = try bounds(slice)
    let part = SliceObject.places(start, stop, step, of: count)
    return (0..<part.count).map { part.start &+ $0 &* step }
  }

  private static func setSlice(
    _ list: ListObject, _ slice: SliceObject, _ items: [Value]
  ) throws(PythonError) {
    let (start, stop, step) = try bounds(slice)
    let part = SliceObject.places(start, stop, step, of: list.items.count)
    if step == 1 {
      list.items.replaceSubrange(part.start..<part.start + part.count, with: items)
      return
    }
    guard items.count == part.count else {
      throw PythonError(
        .valueError,
        "attempt to assign sequence of size \(items.count) to extended slice of size "
          + "\(part.count)")
    }
    for (i, item) in items.enumerated() { list.items[part.start + i * step] = item }
  }

  // MARK: Arrays

  /// A key as NumPy reads it: a tuple holds one part for each axis.
  static func indices(
    _ key: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> [NDArray.Index] {
    guard case .tuple(let tuple) = key else { return [try index(key, interpreter)] }
    var result: [NDArray.Index] = []
    for part in tuple.items { result.append(try index(part, interpreter)) }
    return result
  }

  private static func index(
    _ key: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> NDArray.Index {
    switch key {
    case .int(let number), .npInt(let number): return .integer(number)
    case .none: return .newAxis
    case .ellipsis: return .ellipsis
    case .slice(let slice):
      let (start, stop, step) = try bounds(slice)
      return .slice(start: start, stop: stop, step: step)
    case .bool(let truth), .npBool(let truth):
      return .array(NDArray(.bool, Dimensions(), [truth ? 1 : 0]))
    case .array(let array):
      if array.type == .float64 { throw invalidArrayIndex }
      if array.rank == 0, array.type == .int64 { return .integer(array.integers[0]) }
      return .array(array)
    case .list, .tuple, .range:
      let array = try NDArray.make(from: key, interpreter)
      if array.count == 0 { return .array(array.converted(to: .int64)) }
      if array.type == .float64 { throw invalidArrayIndex }
      return .array(array)
    default:
      throw PythonError(
        .indexError,
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
          + "boolean arrays are valid indices",
        key.asFloat != nil
          ? .slip(.fractionForWholeNumber(type: key.typeName))
          : .unsupportedOperands(operation: "[]", left: "numpy.ndarray", right: key.typeName))
    }
  }

  private static var invalidArrayIndex: PythonError {
    PythonError(
      .indexError, "arrays used as indices must be of integer (or boolean) type",
      .slip(.fractionForWholeNumber(type: "float64")))
  }
}

extension NDArray {
  /// Where the element lies that an integer for each axis leads to; nil for other indices and for
  /// those that fail.
  fileprivate func offset(at parts: Subscripts.Parts) -> Int? {
    guard parts.count == rank else { return nil }
    var offset = offset
    for axis in 0..<rank {
      switch parts.start[axis].value {
      case .int(let index), .npInt(let index):
        let size = dimensions[axis]
        guard -size <= index, index < size else { return nil }
        offset += (index < 0 ? index + size : index) * strides[axis]
      default: return nil
      }
    }
    return offset
  }

  /// What integers, whole slices and `None` select; nil for other indices and for those that fail.
  fileprivate func view(at parts: Subscripts.Parts) -> NDArray? {
    var (sizes, steps, offset, axis) = (Dimensions(), Dimensions(), offset, 0)
    for i in 0..<parts.count {
      if case .none = parts.start[i].value {
        sizes.append(1)
        steps.append(0)
        continue
      }
      guard axis < rank else { return nil }
      let (size, stride) = (dimensions[axis], strides[axis])
      switch parts.start[i].value {
      case .int(let index), .npInt(let index):
        guard -size <= index, index < size else { return nil }
        offset += (index < 0 ? index + size : index) * stride
      case .slice(let slice):
        guard slice.isWhole else { return nil }
        sizes.append(size)
        steps.append(stride)
      default: return nil
      }
      axis += 1
    }
    while axis < rank {
      sizes.append(dimensions[axis])
      steps.append(strides[axis])
      axis += 1
    }
    // More axes are left to the general way, which checks their number.
    if sizes.count > 4 || sizes.isEmpty { return nil }
    return NDArray(viewing: self, sizes, strides: steps, offset: offset)
  }
}
