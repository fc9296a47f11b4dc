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

/// Two operands of one type, stretched to one shape, to loop over.
///
/// Operands whose elements lie in a row are read where they are: whole ones, one number for all,
/// one row for all rows, one number for each row. Others are laid out anew first.
///
/// The pair reads the operands' memory, so it exists only inside `with`, which keeps them alive.
struct OperandPair: ~Copyable {
  let dimensions: Dimensions
  let count: Int
  /// The loop's two levels; a pair without stretched rows has one row.
  private var rows = 1
  private var columns: Int
  private var left: Side
  private var right: Side

  /// Where the elements of one side are.
  private struct Side {
    /// The first element; nil for the one number.
    var start: UnsafePointer<UInt64>?
    /// The one number, where that is what stands on this side.
    var number: UInt64 = 0
    /// How far the elements of one row are from those of the next.
    var rowStep = 0
    /// Whether one element stands for a whole row.
    var isNumber = false
    /// What was laid out anew.
    var copy: NDArray?

    /// The elements for one row; nil for the one number.
    @inline(__always)
    func row(_ row: Int) -> UnsafePointer<UInt64>? { start.map { $0 + row * rowStep } }

    /// Gives the side its step from row to row.
    mutating func spread(over columns: Int) {
      switch rowStep {
      case -1: rowStep = 0
      case -2: rowStep = 1
      default: rowStep = start == nil ? 0 : columns
      }
    }
  }

  /// Calls a function with a pair. Fails where the shapes do not broadcast together.
  @inline(__always)
  static func with<Result>(
    _ left: Operand, _ right: Operand, as type: ElementType,
    _ body: (borrowing OperandPair) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    let pair = try OperandPair(left, right, as: type)
    return try withExtendedLifetime((left, right)) { () throws(PythonError) in try body(pair) }
  }

  private init(_ left: Operand, _ right: Operand, as type: ElementType) throws(PythonError) {
    guard let dimensions = NDArray.broadcast(left.dimensions, right.dimensions) else {
      throw .shapesDoNotBroadcast([left.dimensions, right.dimensions])
    }
    guard let count = dimensions.checkedProduct, count <= Limits().elements else {
      throw .tooManyElements(dimensions)
    }
    self.dimensions = dimensions
    self.count = count
    columns = count
    self.left = OperandPair.side(left, dimensions, count, as: type)
    self.right = OperandPair.side(right, dimensions, count, as: type)
    if self.left.rowStep >= 0, self.right.rowStep >= 0 { return }
    // At least one side is one row for all rows, or one number for each row.
    columns = dimensions[dimensions.count - 1]
    rows = count / columns
    self.left.spread(over: columns)
    self.right.spread(over: columns)
  }

  /// Finds a side's elements. Its `rowStep` is 0 where it needs no rows; −1 for one row for all,
  /// −2 for one number for each row.
  private static func side(
    _ operand: Operand, _ dimensions: Dimensions, _ count: Int, as type: ElementType
  ) -> Side {
    if let number = operand.single(as: type) { return Side(number: number, isNumber: true) }
    guard case .array(let array) = operand else { return Side() }
    if array.type == type, array.isContiguous, count > 0 {
      let start = array.words + array.offset
      if array.count == count { return Side(start: start) }
      let last = array.dimensions[array.rank - 1]
      let columns = dimensions[dimensions.count - 1]
      if array.count == columns, last == columns { return Side(start: start, rowStep: -1) }
      if last == 1, array.count == count / columns {
        return Side(start: start, rowStep: -2, isNumber: true)
      }
    }
    let copy = NDArray(type, dimensions, operand.words(stretchedTo: dimensions, as: type))
    return Side(start: copy.words, copy: copy)
  }

  /// Combines the sides element by element, into memory that has room for all.
  ///
  /// The memory may be that of a whole side.
  @inline(__always)
  func combine(into target: UnsafeMutablePointer<UInt64>, _ body: (UInt64, UInt64) -> UInt64) {
    for row in 0..<rows {
      let target = target + row * columns
      let (a, b) = (left.row(row), right.row(row))
      switch (a, b) {
      case (let a?, let b?):
        if left.isNumber || right.isNumber {
          // One number for each row.
          let (stepA, stepB) = (left.isNumber ? 0 : 1, right.isNumber ? 0 : 1)
          for i in 0..<columns { target[i] = body(a[i * stepA], b[i * stepB]) }
        } else {
          for i in 0..<columns { target[i] = body(a[i], b[i]) }
        }
      case (let a?, nil):
        let b = right.number
        for i in 0..<columns { target[i] = body(a[i], b) }
      case (nil, let b?):
        let a = left.number
        for i in 0..<columns { target[i] = body(a, b[i]) }
      case (nil, nil):
        for i in 0..<columns { target[i] = body(left.number, right.number) }
      }
    }
  }

  /// Calls a function with the elements of both sides.
  @inline(__always)
  func forEach(_ body: (UInt64, UInt64) -> Void) {
    for row in 0..<rows {
      let (a, b) = (left.row(row), right.row(row))
      let (stepA, stepB) = (left.isNumber ? 0 : 1, right.isNumber ? 0 : 1)
      for i in 0..<columns {
        body(a.map { $0[i * stepA] } ?? left.number, b.map { $0[i * stepB] } ?? right.number)
      }
    }
  }

  /// Combines the sides element by element.
  @inline(__always)
  func combine(_ type: ElementType, _ body: (UInt64, UInt64) -> UInt64) -> NDArray {
    let result = NDArray(type, unwritten: dimensions, count: count)
    combine(into: result.unwrittenWords, body)
    return result
  }

  /// Combines the sides as floats.
  @inline(__always)
  func combineFloats(_ body: (Double, Double) -> Double) -> NDArray {
    combine(.float64) { body(Double(bitPattern: $0), Double(bitPattern: $1)).bitPattern }
  }

  /// Combines the sides as integers.
  @inline(__always)
  func combineIntegers(_ body: (Int, Int) -> Int) -> NDArray {
    combine(.int64) {
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
