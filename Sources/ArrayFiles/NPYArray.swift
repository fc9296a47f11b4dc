/// An array as NumPy's `.npy` files hold it: a shape and its elements in row-major order.
///
///     let weights = NPYArray(shape: [2, 3], numbers: [1, 2, 3, 4, 5, 6])
///     let file = weights.npyBytes()              // the bytes that np.save writes
///     try NPYArray(npyBytes: file) == weights    // true
///
/// Numbers of every width are read as `Double` and written as float64; whole numbers beyond 2⁵³
/// are rounded to the nearest `Double`, as `astype(float64)` does.
public struct NPYArray: Equatable, Sendable {
  /// What an array holds.
  public enum Elements: Equatable, Sendable {
    /// Floating-point numbers, integers, or booleans (as 0 and 1).
    case numbers([Double])
    /// Strings, NumPy's `str_`.
    case strings([String])

    /// The number of elements.
    public var count: Int {
      switch self {
      case .numbers(let numbers): numbers.count
      case .strings(let strings): strings.count
      }
    }

    /// The elements where they are numbers, else nil.
    var numbers: [Double]? {
      if case .numbers(let numbers) = self { numbers } else { nil }
    }

    /// The elements where they are strings, else nil.
    var strings: [String]? {
      if case .strings(let strings) = self { strings } else { nil }
    }
  }

  /// The most axes an array may have, as in NumPy.
  public static let maximumRank = 64

  /// The length of each axis; empty for a single value.
  public let shape: [Int]
  /// The elements, last axis running fastest.
  public let elements: Elements

  /// Makes an array from its shape and elements.
  ///
  /// - Precondition: No axis is negative, there are at most ``maximumRank`` of them, and their
  ///   product is the number of elements.
  public init(shape: [Int], elements: Elements) {
    precondition(
      Self.elementCount(of: shape) == elements.count,
      "the shape \(shape) does not hold \(elements.count) elements")
    self.shape = shape
    self.elements = elements
  }

  /// Makes an array of numbers, in row-major order.
  ///
  /// - Precondition: The product of the shape is the number of elements.
  public init(shape: [Int], numbers: [Double]) {
    self.init(shape: shape, elements: .numbers(numbers))
  }

  /// Makes a zero-dimensional array that holds one string.
  public init(string: String) {
    self.init(shape: [], elements: .strings([string]))
  }

  /// The elements where they are numbers, else nil.
  public var numbers: [Double]? { elements.numbers }

  /// The elements where they are strings, else nil.
  public var strings: [String]? { elements.strings }

  /// The product of a shape's axes, or nil where there is no such array: a negative axis, too many
  /// axes, or a product beyond `Int`.
  static func elementCount(of shape: [Int]) -> Int? {
    guard shape.count <= maximumRank, shape.allSatisfy({ $0 >= 0 }) else { return nil }
    if shape.contains(0) { return 0 }
    var count = 1
    for axis in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis)
      if overflow { return nil }
      count = product
    }
    return count
  }
}
