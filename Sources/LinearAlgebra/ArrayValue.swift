/// An array of numbers with its shape, row by row; a number has the shape `[]`.
///
///     let weights = ArrayValue(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6])
///     weights.index(of: 4)  // [1, 1]
public struct ArrayValue: Hashable, Sendable {
  /// The length of each dimension; empty for a number.
  public var shape: [Int]
  /// The elements in row-major order: the last index runs fastest.
  public var elements: [Double]

  /// Makes an array.
  ///
  /// - Precondition: the shape has as many elements as are given.
  public init(shape: [Int], elements: [Double]) {
    precondition(
      shape.reduce(1, *) == elements.count, "shape \(shape) for \(elements.count) elements")
    self.shape = shape
    self.elements = elements
  }

  /// Makes a number.
  public init(_ number: Double) {
    self.init(shape: [], elements: [number])
  }

  /// The index in each dimension of the element at a position in row-major order.
  public func index(of position: Int) -> [Int] {
    var rest = position
    var index: [Int] = []
    for length in shape.reversed() {
      index.append(rest % length)
      rest /= length
    }
    return index.reversed()
  }
}
