/// One side of an array operation: a number, or an array.
enum Operand {
  case scalar(UInt64, ElementType)
  case array(NDArray)

  /// A number or an array as an operand; nil for anything else.
  init?(_ value: Value) {
    switch value {
    case .float(let number), .npFloat(let number): self = .scalar(number.bitPattern, .float64)
    case .int(let number), .npInt(let number):
      self = .scalar(UInt64(bitPattern: Int64(number)), .int64)
    case .bool(let truth), .npBool(let truth): self = .scalar(truth ? 1 : 0, .bool)
    case .array(let array): self = .array(array)
    default: return nil
    }
  }

  var type: ElementType {
    switch self {
    case .scalar(_, let type): type
    case .array(let array): array.type
    }
  }

  var dimensions: Dimensions {
    switch self {
    case .scalar: Dimensions()
    case .array(let array): array.dimensions
    }
  }

  /// The element of a number or of an array with one element, written as a type.
  func single(as type: ElementType) -> UInt64? {
    switch self {
    case .scalar(let word, let own): type.word(word, of: own)
    case .array(let array):
      array.count == 1 ? type.word(array.word(at: array.offset), of: array.type) : nil
    }
  }

  /// The elements in row-major order, stretched to a shape.
  func words(stretchedTo shape: Dimensions, as type: ElementType) -> [UInt64] {
    switch self {
    case .scalar(let word, let own):
      [UInt64](repeating: type.word(word, of: own), count: shape.product)
    case .array(let array): array.words(stretchedTo: shape, as: type)
    }
  }

  /// The operand as an array; a number becomes one without axes.
  var asArray: NDArray {
    switch self {
    case .scalar(let word, let type): NDArray(type, Dimensions(), [word])
    case .array(let array): array
    }
  }
}

/// Two operands of one type, stretched to one shape.
struct OperandPair {
  let dimensions: Dimensions
  let count: Int
  private let left: Side
  private let right: Side

  /// The elements of one side, or the one element that stands for all.
  private enum Side {
    case single(UInt64)
    case words([UInt64])
  }

  /// Fails where the shapes do not broadcast together.
  init(_ left: Operand, _ right: Operand, as type: ElementType) throws(PythonError) {
    guard let dimensions = NDArray.broadcast(left.dimensions, right.dimensions) else {
      throw .shapesDoNotBroadcast([left.dimensions, right.dimensions])
    }
    guard let count = dimensions.checkedProduct, count <= Limits().elements else {
      throw .tooManyElements(dimensions)
    }
    self.dimensions = dimensions
    self.count = count
    func side(_ operand: Operand) -> Side {
      if let word = operand.single(as: type) { return .single(word) }
      return .words(operand.words(stretchedTo: dimensions, as: type))
    }
    self.left = side(left)
    self.right = side(right)
  }

  /// Combines the sides element by element.
  @inline(__always)
  func combine(_ body: (UInt64, UInt64) -> UInt64) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: count)
    var output = result.mutableSpan
    switch (left, right) {
    case (.words(let left), .words(let right)):
      let (a, b) = (left.span, right.span)
      for i in 0..<count { output[i] = body(a[i], b[i]) }
    case (.words(let left), .single(let b)):
      let a = left.span
      for i in 0..<count { output[i] = body(a[i], b) }
    case (.single(let a), .words(let right)):
      let b = right.span
      for i in 0..<count { output[i] = body(a, b[i]) }
    case (.single(let a), .single(let b)):
      for i in 0..<count { output[i] = body(a, b) }
    }
    return result
  }

  /// Combines the sides as floats.
  @inline(__always)
  func combineFloats(_ body: (Double, Double) -> Double) -> [UInt64] {
    combine { body(Double(bitPattern: $0), Double(bitPattern: $1)).bitPattern }
  }

  /// Combines the sides as integers.
  @inline(__always)
  func combineIntegers(_ body: (Int, Int) -> Int) -> [UInt64] {
    combine {
      UInt64(bitPattern: Int64(body(Int(Int64(bitPattern: $0)), Int(Int64(bitPattern: $1)))))
    }
  }
}

extension PythonError {
  static func shapesDoNotBroadcast(_ shapes: [Dimensions]) -> PythonError {
    PythonError(
      .valueError,
      "operands could not be broadcast together with shapes "
        + shapes.map { shapeText($0) + " " }.joined(),
      .shapesDoNotBroadcast(shapes.map { Array($0) }))
  }

  static func tooManyElements(_ dimensions: Dimensions) -> PythonError {
    let bytes = dimensions.reduce(8.0) { $0 * Double($1) }
    if bytes == 0 {
      return PythonError(
        .valueError,
        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible "
          + "size.",
        .tooLarge(
          bytes: dimensions.reduce(8.0) { $0 * Double(max(1, $1)) },
          limit: Double(Limits().elements) * 8))
    }
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var (size, unit) = (bytes, 0)
    while size >= 1024, unit < units.count - 1 { (size, unit) = (size / 1024, unit + 1) }
    let number = size < 10 ? (size * 100).rounded() / 100 : (size * 10).rounded() / 10
    let text = number == number.rounded() && number < 1e15 ? String(Int(number)) : String(number)
    return PythonError(
      .memoryError,
      "Unable to allocate \(text) \(units[unit]) for an array with shape "
        + tupleText(dimensions),
      .tooLarge(bytes: bytes, limit: Double(Limits().elements) * 8))
  }
}

/// A shape as NumPy's errors write it: `(2,3)`, `(3,)`, `()`.
func shapeText(_ dimensions: some Collection<Int>) -> String {
  dimensions.count == 1
    ? "(\(dimensions.first ?? 0),)" : "(" + dimensions.map(String.init).joined(separator: ",") + ")"
}

/// A shape as Python writes a tuple: `(2, 3)`, `(3,)`, `()`.
func tupleText(_ dimensions: some Collection<Int>) -> String {
  dimensions.count == 1
    ? "(\(dimensions.first ?? 0),)"
    : "(" + dimensions.map(String.init).joined(separator: ", ") + ")"
}
