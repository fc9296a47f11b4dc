extension NDArray {
  /// The array that `np.array` makes of a value: numbers, and sequences of them nested evenly.
  ///
  /// - Parameter type: the elements' type; nil takes the widest that is needed.
  static func make(
    from value: Value, _ interpreter: Interpreter? = nil, as type: ElementType? = nil
  ) throws(PythonError) -> NDArray {
    if case .array(let array) = value { return type.map { array.converted(to: $0) } ?? array }
    if let operand = Operand(value) {
      let array = operand.asArray
      return type.map { array.converted(to: $0) } ?? array
    }
    var builder = ArrayBuilder(interpreter)
    try builder.add(value, depth: 0)
    let found = builder.types.max() ?? builder.emptyType ?? .float64
    let target = type ?? found
    let words = zip(builder.words, builder.types).map { word, own in
      // Through the array's own type, as NumPy does.
      target.word(found.word(word, of: own), of: found)
    }
    return NDArray(target, Dimensions(builder.shape), words)
  }

  /// The elements as Python's numbers in nested lists.
  func listValue() -> Value {
    let words = contiguousWords
    if rank == 0 { return plain(words[0]) }
    return list(words[...], axis: 0)
  }

  private func list(_ words: ArraySlice<UInt64>, axis: Int) -> Value {
    if axis == rank - 1 { return .list(words.map(plain)) }
    let size = dimensions.dropFirst(axis + 1).reduce(1, *)
    return .list(
      (0..<dimensions[axis]).map {
        let start = words.startIndex + $0 * size
        return list(words[start..<start + size], axis: axis + 1)
      })
  }

  /// An element as one of Python's own numbers.
  func plain(_ word: UInt64) -> Value {
    switch type {
    case .float64: .float(Double(bitPattern: word))
    case .int64: .int(Int(Int64(bitPattern: word)))
    case .bool: .bool(word != 0)
    }
  }
}

/// Collects the numbers of nested sequences and checks that the nesting is even.
private struct ArrayBuilder {
  private(set) var shape: [Int] = []
  private(set) var words: [UInt64] = []
  private(set) var types: [ElementType] = []
  /// The type of an array without elements.
  private(set) var emptyType: ElementType?
  private let interpreter: Interpreter?
  /// How deep numbers stand, once the first is found.
  private var depthOfNumbers: Int?

  init(_ interpreter: Interpreter?) { self.interpreter = interpreter }

  mutating func add(_ value: Value, depth: Int) throws(PythonError) {
    if let number = Operand(value) {
      try add(number, depth: depth)
      return
    }
    let items: [Value]
    switch value {
    case .list(let list): items = list.items
    case .tuple(let tuple): items = tuple.items
    case .range(let range):
      if range.count > Limits().elements { throw .tooManyElements(Dimensions(range.count)) }
      items = (0..<range.count).map { .int(range[$0]) }
    case .string: throw .refused("arrays of strings")
    default:
      throw PythonError(
        .typeError, "cannot make an array of '\(value.typeName)'",
        .refused("arrays of \(value.typeName)"))
    }
    if depth > 32 { throw PythonError(.valueError, "object too deep for desired array") }
    if depth < shape.count {
      if shape[depth] != items.count { throw ragged(depth) }
    } else {
      if let depthOfNumbers, depth >= depthOfNumbers { throw ragged(depth) }
      shape.append(items.count)
    }
    for item in items { try add(item, depth: depth + 1) }
    if let interpreter { try interpreter.tick() }
  }

  private mutating func add(_ number: Operand, depth: Int) throws(PythonError) {
    switch number {
    case .scalar(let word, let type):
      if depth < shape.count { throw ragged(depth) }
      depthOfNumbers = depth
      words.append(word)
      types.append(type)
    case .array(let array):
      for (axis, size) in array.dimensions.enumerated() {
        if depth + axis < shape.count {
          if shape[depth + axis] != size { throw ragged(depth + axis) }
        } else {
          if let depthOfNumbers, depth + axis >= depthOfNumbers { throw ragged(depth + axis) }
          shape.append(size)
        }
      }
      if depth + array.rank < shape.count { throw ragged(depth + array.rank) }
      depthOfNumbers = depth + array.rank
      if array.count == 0 { emptyType = emptyType.map { max($0, array.type) } ?? array.type }
      words += array.contiguousWords
      types += [ElementType](repeating: array.type, count: array.count)
    }
    if words.count > Limits().elements { throw .tooManyElements(Dimensions(words.count)) }
  }

  private func ragged(_ depth: Int) -> PythonError {
    PythonError(
      .valueError,
      "setting an array element with a sequence. The requested array has an inhomogeneous shape "
        + "after \(depth) dimensions. The detected shape was \(tupleText(shape.prefix(depth))) + "
        + "inhomogeneous part.", .slip(.unevenRows))
  }
}

extension Operand {
  /// A number, an array, or an array made of a sequence.
  static func make(
    from value: Value, _ interpreter: Interpreter? = nil
  ) throws(PythonError) -> Operand {
    if let operand = Operand(value) { return operand }
    return .array(try NDArray.make(from: value, interpreter))
  }
}
