/// A value where it lies: in a frame, among the global names, on the stack of arguments.
///
/// Counting references would take most of the time of a program that works on small arrays. A
/// place cannot be copied, so lending one to a function counts none: the function reads the value
/// where it is. That is sound as long as nobody writes to the place meanwhile, which is what
/// `Expression.place` promises.
struct Place: ~Copyable {
  var value: Value

  init(_ value: consuming Value) { self.value = value }

  /// Takes the value away, and leaves none.
  mutating func take() -> Value {
    let taken = value
    value = .undefined
    return taken
  }

  /// Combines an array that nobody else holds with a value, in its own memory; false where nothing
  /// has changed.
  mutating func reuse(_ operation: BinaryOperator, with other: borrowing Place) -> Bool {
    guard case .array = value, case .array(var array) = take() else { return false }
    let isDone =
      isKnownUniquelyReferenced(&array) && array.ownsWords && array.rank > 0
      && array.quicklyCombine(operation, with: other.value)
    value = .array(array)
    return isDone
  }

  /// Where the value of a key lies, for a dictionary here and a key that is found at once; nobody
  /// writes there until somebody writes to the dictionary.
  func entry(of key: borrowing Place) -> UnsafeMutablePointer<Place>? {
    guard case .dict(let dict) = value, case .string(let text) = key.value,
      let place = dict.table.find(object: text)
    else { return nil }
    return dict.table.valuePlace(at: place)
  }

  /// Whether the value here is an array with axes, which changes in place.
  var isArrayWithAxes: Bool {
    if case .array(let array) = value { array.rank > 0 } else { false }
  }

  /// Whether the value here is an array of many elements.
  @inline(__always)
  var isLargeArray: Bool {
    if case .array(let array) = value { array.count >= 4096 } else { false }
  }

  /// Whether the value here is a text or a list, whose size takes a look to tell.
  @inline(__always)
  var isTextOrList: Bool {
    switch value {
    case .string, .list: true
    default: false
    }
  }

  /// How many elements the array or bytes the text here has; an item of a list takes the memory of
  /// two elements. 0 for other values.
  var size: Int {
    switch value {
    case .array(let array): array.count
    case .string(let text): text.text.utf8.count
    case .list(let list): 2 * list.items.count
    default: 0
    }
  }

  /// Whether there is no value here.
  var isUndefined: Bool {
    if case .undefined = value { true } else { false }
  }
}

extension Frame {
  /// Calls a function with the value of an expression, which is lent where it lies if it lies
  /// somewhere.
  @inline(__always)
  func lend<Result>(
    _ expression: any Expression,
    _ body: (borrowing Place) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    if let place = expression.place(self, acrossCalls: false) { return try body(place.pointee) }
    let place = Place(try expression.evaluate(self))
    return try body(place)
  }

  /// Calls a function with the values of two expressions, evaluated in this order.
  ///
  /// - Parameter isQuiet: whether the second is a name or a constant, so that nothing runs between
  ///   the first and the function.
  @inline(__always)
  func lend<Result>(
    _ first: any Expression, _ second: any Expression, isQuiet: Bool,
    _ body: (borrowing Place, borrowing Place) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    if let first = first.place(self, acrossCalls: !isQuiet) {
      if let second = second.place(self, acrossCalls: false) {
        return try body(first.pointee, second.pointee)
      }
      let second = Place(try second.evaluate(self))
      return try body(first.pointee, second)
    }
    let first = Place(try first.evaluate(self))
    if let second = second.place(self, acrossCalls: false) {
      return try body(first, second.pointee)
    }
    let second = Place(try second.evaluate(self))
    return try body(first, second)
  }

  /// The same for the two expressions of a list.
  @inline(__always)
  func lend<Result>(
    _ list: borrowing NodeList<any Expression>, isQuiet: Bool,
    _ body: (borrowing Place, borrowing Place) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    if let first = list.place(0, self, acrossCalls: !isQuiet) {
      if let second = list.place(1, self, acrossCalls: false) {
        return try body(first.pointee, second.pointee)
      }
      let second = Place(try list.evaluate(1, self))
      return try body(first.pointee, second)
    }
    let first = Place(try list.evaluate(0, self))
    if let second = list.place(1, self, acrossCalls: false) {
      return try body(first, second.pointee)
    }
    let second = Place(try list.evaluate(1, self))
    return try body(first, second)
  }
}
