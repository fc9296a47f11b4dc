/// Goes through the elements of anything that can be looped over.
struct Cursor {
  enum Source {
    case list(ListObject)
    case items([Value])
    case range(RangeObject)
    case array(NDArray)
    case text(TextObject)
    case iterator(IteratorObject)
  }
  let source: Source
  private var position: Int

  /// Starts before the first element, or some elements on. Fails for values that have none.
  init(_ value: Value, from position: Int = 0) throws(PythonError) {
    self.position = position
    switch value {
    case .list(let list): source = .list(list)
    case .tuple(let tuple): source = .items(tuple.items)
    case .range(let range): source = .range(range)
    case .array(let array):
      if array.rank == 0 {
        throw PythonError(
          .typeError, "iteration over a 0-d array", .slip(.notIterable(type: value.typeName)))
      }
      source = .array(array)
    case .string(let text): source = .text(text)
    case .dict(let dict): source = .items(dict.table.keys)
    case .set(let set): source = .items(set.items)
    case .iterator(let iterator): source = .iterator(iterator)
    default:
      throw PythonError(
        .typeError, "'\(value.typeName)' object is not iterable",
        .slip(.notIterable(type: value.typeName)))
    }
  }

  /// The elements of a source that does not change.
  var fixedItems: [Value] {
    if case .items(let items) = source { items } else { [] }
  }

  /// The next element, or nil at the end. A list that changes meanwhile is seen as it is.
  mutating func next(_ interpreter: Interpreter) throws(PythonError) -> Value? {
    position += 1
    return try item(position - 1, interpreter)
  }

  /// The element at a place, or nil after the last; an iterator gives its next one whatever the
  /// place.
  func item(_ index: Int, _ interpreter: Interpreter) throws(PythonError) -> Value? {
    switch source {
    case .list(let list): return index < list.items.count ? list.items[index] : nil
    case .items(let items): return index < items.count ? items[index] : nil
    case .range(let range): return index < range.count ? .int(range[index]) : nil
    case .array(let array): return index < array.dimensions[0] ? array.element(index) : nil
    case .text(let text):
      return index < text.scalars.count ? .text(String(Character(text.scalars[index]))) : nil
    case .iterator(let iterator): return try iterator.next(interpreter)
    }
  }
}

extension NDArray {
  /// One part along the first axis: a scalar of a vector, a view of anything else.
  func element(_ index: Int) -> Value {
    let start = offset + index * strides[0]
    if rank == 1 { return scalar(at: start) }
    return .array(
      NDArray(
        viewing: self, Dimensions(dimensions.dropFirst()), strides: Dimensions(strides.dropFirst()),
        offset: start))
  }
}

extension Interpreter {
  /// All elements of something that can be looped over.
  func items(of value: Value) throws(PythonError) -> [Value] {
    switch value {
    case .list(let list): return list.items
    case .tuple(let tuple): return tuple.items
    default: break
    }
    var items: [Value] = []
    var cursor = try Cursor(value)
    while let item = try cursor.next(self) {
      items.append(item)
      if items.count > limits.items { throw .tooManyItems(limit: limits.items) }
      try tick()
    }
    return items
  }

  /// An iterator over given values.
  static func iterator(_ typeName: String, over items: [Value]) -> IteratorObject {
    var position = 0
    return IteratorObject(typeName, over: items) { (items, _) throws(PythonError) in
      guard position < items.count else { return nil }
      defer { position += 1 }
      return items[position]
    }
  }

  /// An iterator over anything that can be looped over.
  static func iterator(over value: Value) throws(PythonError) -> IteratorObject {
    if case .iterator(let iterator) = value { return iterator }
    var source = value
    if case .dict = value { source = .tuple(try Cursor(value).fixedItems) }
    if case .set(let set) = value { source = .tuple(set.items) }
    _ = try Cursor(source)
    var position = 0
    return IteratorObject("iterator", over: [source]) {
      (sources, interpreter) throws(PythonError) in
      var cursor = try Cursor(sources[0], from: position)
      position += 1
      return try cursor.next(interpreter)
    }
  }
}
