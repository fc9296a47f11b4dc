public import LinearAlgebra

/// An array as NumPy has it: elements of one type in any number of dimensions.
///
/// It is a class because Python programs share arrays: names are references to one array, and a
/// slice is a view that writes through to the array it was taken from. Each element is one word of
/// 64 bits (a float by its bit pattern, an integer in two's complement, a boolean as 0 or 1), so
/// that everything that only moves elements is written once for all types.
public final class NDArray {
  /// The type of the elements.
  public let type: ElementType
  /// The sizes of the axes.
  let dimensions: Dimensions
  /// How many words lie between neighbours along each axis.
  let strides: Dimensions
  /// The word of the first element.
  let offset: Int
  /// How many elements there are.
  public let count: Int
  /// Whether the elements lie in row-major order without gaps.
  let isContiguous: Bool
  /// The array whose words a view shares; nil for an array that has its own.
  private let owner: NDArray?
  /// The words of an array that has its own.
  private var words: [UInt64]

  /// Makes an array from its elements in row-major order.
  ///
  /// - Precondition: the words fill the shape.
  init(_ type: ElementType, _ dimensions: Dimensions, _ words: [UInt64]) {
    count = dimensions.product
    precondition(words.count == count, "\(words.count) elements do not fill \(dimensions)")
    self.type = type
    self.dimensions = dimensions
    strides = dimensions.rowMajorStrides
    offset = 0
    isContiguous = true
    owner = nil
    self.words = words
  }

  /// Makes a view of another array's words.
  init(viewing array: NDArray, _ dimensions: Dimensions, strides: Dimensions, offset: Int) {
    type = array.type
    count = dimensions.product
    self.dimensions = dimensions
    self.strides = strides
    self.offset = offset
    isContiguous = NDArray.isContiguous(dimensions, strides)
    owner = array.owner ?? array
    words = []
  }

  private static func isContiguous(_ dimensions: Dimensions, _ strides: Dimensions) -> Bool {
    var step = 1
    for axis in dimensions.indices.reversed() where dimensions[axis] != 1 {
      if dimensions[axis] == 0 { return true }
      if strides[axis] != step { return false }
      step *= dimensions[axis]
    }
    return true
  }

  // MARK: From and to Swift

  /// Makes an array of floats from its elements in row-major order.
  ///
  /// - Precondition: the elements fill the shape.
  public convenience init(shape: [Int], elements: [Double]) {
    self.init(.float64, Dimensions(shape), elements.map(\.bitPattern))
  }

  /// Makes an array of integers from its elements in row-major order.
  ///
  /// - Precondition: the elements fill the shape.
  public convenience init(shape: [Int], elements: [Int]) {
    self.init(.int64, Dimensions(shape), elements.map { UInt64(bitPattern: Int64($0)) })
  }

  /// Makes a matrix of floats.
  public convenience init(_ matrix: Matrix) {
    self.init(shape: [matrix.rows, matrix.columns], elements: matrix.elements)
  }

  /// The sizes of the axes; empty for an array without axes.
  public var shape: [Int] { Array(dimensions) }

  /// The elements in row-major order, as floats.
  public var doubles: [Double] {
    let (words, type) = (contiguousWords, type)
    return words.map { Double(bitPattern: ElementType.float64.word($0, of: type)) }
  }

  /// The elements in row-major order, as integers; floats lose their fraction.
  public var integers: [Int] {
    let (words, type) = (contiguousWords, type)
    return words.map { Int(Int64(bitPattern: ElementType.int64.word($0, of: type))) }
  }

  /// Overwrites the elements, in row-major order; aliases and views see it.
  ///
  /// - Precondition: there are as many as the array has.
  public func replaceElements(_ elements: [Double]) {
    precondition(elements.count == count, "\(elements.count) elements for \(count)")
    let type = type
    write(elements.map { type.word($0.bitPattern, of: .float64) })
  }

  // MARK: Words

  /// How many axes there are.
  var rank: Int { dimensions.count }

  /// The array that holds the words.
  var base: NDArray { owner ?? self }

  /// The elements in row-major order; no copy for an array that is whole.
  var contiguousWords: [UInt64] {
    if owner == nil { return words }
    if count == 0 { return [] }
    let source = base.words
    if isContiguous { return Array(source[offset..<offset + count]) }
    var result: [UInt64] = []
    result.reserveCapacity(count)
    forEachOffset { result.append(source[$0]) }
    return result
  }

  /// One element.
  func word(at offset: Int) -> UInt64 { owner == nil ? words[offset] : base.words[offset] }

  /// Overwrites one element.
  func setWord(_ word: UInt64, at offset: Int) {
    if owner == nil { words[offset] = word } else { base.words[offset] = word }
  }

  /// Overwrites all elements, in row-major order.
  func write(_ words: [UInt64]) {
    if owner == nil {
      self.words = words
    } else {
      var next = 0
      let base = base
      forEachOffset {
        base.words[$0] = words[next]
        next += 1
      }
    }
  }

  /// Calls a function with the offset of each element, in row-major order.
  func forEachOffset(_ body: (Int) -> Void) {
    if isContiguous {
      for position in offset..<offset + count { body(position) }
    } else {
      NDArray.forEachOffset(dimensions, strides, offset, body)
    }
  }

  /// Calls a function with the offset of each place of a shape, in row-major order.
  static func forEachOffset(
    _ dimensions: Dimensions, _ strides: Dimensions, _ offset: Int, _ body: (Int) -> Void
  ) {
    guard let last = dimensions.indices.last else { return body(offset) }
    if dimensions.contains(0) { return }
    let (length, step) = (dimensions[last], strides[last])
    var index = Dimensions(repeating: 0, count: last)
    var start = offset
    while true {
      var position = start
      for _ in 0..<length {
        body(position)
        position += step
      }
      var axis = last - 1
      while axis >= 0 {
        index[axis] += 1
        start += strides[axis]
        if index[axis] < dimensions[axis] { break }
        start -= strides[axis] * dimensions[axis]
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  /// All words, for an undo; nil for a view, whose words belong to another array.
  var ownWords: [UInt64]? { owner == nil ? words : nil }

  /// Puts back words that `ownWords` gave.
  func restore(_ words: [UInt64]) { self.words = words }

  // MARK: Copies

  /// A new array with the same elements.
  func copy() -> NDArray { NDArray(type, dimensions, contiguousWords) }

  /// The elements as another type; the array itself where it has that type.
  func converted(to type: ElementType) -> NDArray {
    if type == self.type { return self }
    return NDArray(type, dimensions, words(as: type))
  }

  /// The elements in row-major order, written as another type.
  func words(as type: ElementType) -> [UInt64] {
    let words = contiguousWords
    if type == self.type { return words }
    let source = self.type
    return words.map { type.word($0, of: source) }
  }

  /// The element of an array without axes, or of one place, as a NumPy scalar.
  func scalar(at offset: Int) -> Value { Value(word: word(at: offset), type) }

  /// The array, or the scalar that NumPy gives in place of an array without axes.
  var valueOrScalar: Value { rank == 0 ? scalar(at: offset) : .array(self) }
}

extension Value {
  /// A NumPy scalar from an element.
  init(word: UInt64, _ type: ElementType) {
    switch type {
    case .float64: self = .npFloat(Double(bitPattern: word))
    case .int64: self = .npInt(Int(Int64(bitPattern: word)))
    case .bool: self = .npBool(word != 0)
    }
  }
}
