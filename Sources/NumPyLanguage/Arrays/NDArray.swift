public import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
  /// The words of an array that has its own; a view has none. They are not in a Swift array
  /// because most arrays of a teaching program hold a handful of numbers and live for one
  /// operation: plain memory halves what it takes to make and drop one.
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<UInt64>
  /// Who frees the memory where a snapshot shares it; nil where this array alone uses it.
  @exclusivity(unchecked) private var shared: SharedWords?

  /// Room for the words of a small array, which then needs no memory but the object's own.
  @exclusivity(unchecked) private var room = InlineArray<10, UInt64>(repeating: 0)

  /// Where the room is. An object does not move, so the address is good as long as the array lives.
  private var roomAddress: UnsafeMutablePointer<UInt64> {
    withUnsafeMutablePointer(to: &room) {
      UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt64.self)
    }
  }

  /// Whether the words have room in the object.
  var isSmall: Bool { owner == nil && count <= room.count }

  /// Whether the words lie in memory of their own, which this array has to free.
  private var ownsMemory: Bool { owner == nil && shared == nil && memory != roomAddress }

  /// Makes an array whose words are still to be written, all of them, before anything reads them.
  ///
  /// - Parameter count: the product of the sizes.
  init(_ type: ElementType, unwritten dimensions: consuming Dimensions, count: Int) {
    self.count = count
    self.type = type
    strides = dimensions.rowMajorStrides
    self.dimensions = dimensions
    offset = 0
    isContiguous = true
    owner = nil
    memory = NDArray.noWords
    memory = count <= room.count ? roomAddress : NDArray.allocate(count)
  }

  /// Makes an array from its elements in row-major order.
  ///
  /// - Precondition: the words fill the shape.
  convenience init(_ type: ElementType, _ dimensions: Dimensions, _ words: [UInt64]) {
    let count = dimensions.product
    precondition(words.count == count, "\(words.count) elements do not fill \(dimensions)")
    self.init(type, unwritten: dimensions, count: count)
    words.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { memory.update(from: first, count: count) }
    }
  }

  /// Makes a view of another array's words.
  init(
    viewing array: NDArray, _ dimensions: consuming Dimensions, strides: consuming Dimensions,
    offset: Int
  ) {
    type = array.type
    count = dimensions.product
    isContiguous = NDArray.isContiguous(dimensions, strides)
    self.dimensions = dimensions
    self.strides = strides
    self.offset = offset
    owner = array.owner ?? array
    memory = NDArray.noWords
  }

  /// What stands in a view for words of its own; it is never read, written or freed.
  private static var noWords: UnsafeMutablePointer<UInt64> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<UInt64>.alignment).unsafelyUnwrapped
  }

  /// Memory for words, to be freed. `malloc` is asked directly because Swift's own allocation asks
  /// it for an alignment, which takes longer than making a small array otherwise does.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    guard let memory = malloc(max(1, count) * MemoryLayout<UInt64>.stride) else {
      preconditionFailure("no memory for \(count) elements")
    }
    return memory.bindMemory(to: UInt64.self, capacity: count)
  }

  deinit { if ownsMemory { free(memory) } }

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

  /// Whether the words are this array's alone, so that nobody sees what is written to them.
  var ownsWords: Bool { owner == nil && shared == nil }

  /// The words for reading; the first element lies at `offset`.
  ///
  /// The pointer is good as long as the array lives and nothing writes to it. A function that
  /// takes the array as its argument, or is its method, knows that it lives to its end.
  var words: UnsafePointer<UInt64> {
    UnsafePointer(owner == nil ? memory : owner.unsafelyUnwrapped.memory)
  }

  /// The words of an array that was made just now, for writing them the first time.
  var unwrittenWords: UnsafeMutablePointer<UInt64> { memory }

  /// The words for writing, apart from those that a snapshot keeps. As for `words`, the pointer is
  /// good as long as the array lives.
  var writableWords: UnsafeMutablePointer<UInt64> {
    if owner != nil { return owner.unsafelyUnwrapped.writableWords }
    if shared != nil { separate() }
    return memory
  }

  /// Copies the memory, which a snapshot shares.
  private func separate() {
    guard let words = shared else { return }
    let copy = NDArray.allocate(words.count)
    copy.update(from: words.memory, count: words.count)
    (memory, shared) = (copy, nil)
  }

  /// Whether an array has the same words, so that writing to one changes the other.
  func sharesWords(with other: NDArray) -> Bool { words == other.words }

  /// The elements in row-major order.
  var contiguousWords: [UInt64] {
    [UInt64](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Empty arrays may have an empty buffer, into which nothing is copied.
      if let target = buffer.baseAddress { copyWords(to: target) }
      initializedCount = count
    }
  }

  /// Copies the elements in row-major order to memory that has room for them.
  func copyWords(to target: UnsafeMutablePointer<UInt64>) {
    let source = words
    if isContiguous {
      target.update(from: source + offset, count: count)
    } else {
      var next = 0
      forEachOffset {
        target[next] = source[$0]
        next += 1
      }
    }
  }

  /// One element.
  func word(at offset: Int) -> UInt64 { words[offset] }

  /// Overwrites one element.
  func setWord(_ word: UInt64, at offset: Int) { writableWords[offset] = word }

  /// Overwrites all elements, in row-major order.
  func write(_ words: [UInt64]) {
    let target = writableWords
    var next = 0
    forEachOffset {
      target[$0] = words[next]
      next += 1
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

  // MARK: Snapshots

  /// All words, for an undo; nil for a view, whose words belong to another array. They are shared
  /// until the array is written to.
  var ownWords: SharedWords? {
    if owner != nil { return nil }
    if let shared { return shared }
    if !ownsMemory {
      let copy = NDArray.allocate(count)
      copy.update(from: memory, count: count)
      memory = copy
    }
    let words = SharedWords(memory, count: count)
    shared = words
    return words
  }

  /// Puts back words that `ownWords` gave.
  func restore(_ words: SharedWords) {
    if ownsMemory { free(memory) }
    (memory, shared) = (words.memory, words)
  }

  // MARK: Copies

  /// A new array with the same elements.
  func copy() -> NDArray {
    let copy = NDArray(type, unwritten: dimensions, count: count)
    copyWords(to: copy.memory)
    return copy
  }

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

/// The words of an array that snapshots and the array itself share until one of them changes.
final class SharedWords {
  fileprivate let memory: UnsafeMutablePointer<UInt64>
  let count: Int

  /// Takes over memory, to free it when nobody uses it any longer.
  fileprivate init(_ memory: UnsafeMutablePointer<UInt64>, count: Int) {
    (self.memory, self.count) = (memory, count)
  }

  deinit { free(memory) }

  /// Whether the words are the same; those that are shared are known to be.
  func isSame(as other: SharedWords) -> Bool {
    if self === other { return true }
    return count == other.count && (0..<count).allSatisfy { memory[$0] == other.memory[$0] }
  }
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
