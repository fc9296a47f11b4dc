#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Short ways for floats that lie in a row, which is what programs of neural networks mostly work
/// on: no types to be joined, no shapes to be stretched, no copies.
///
/// Each gives nil where it does not apply or where something is to be warned of; the general way
/// gives the same results and is what these are tested against.
extension NDArray {
  /// Up to how many elements the short ways of two operands are shorter than the general one,
  /// whose loops take several elements at a time.
  private static let fewElements = 128

  /// Whether the elements are floats in a row.
  private var isPlainFloats: Bool { type == .float64 && isContiguous }

  /// The first element of floats in a row.
  private var firstFloat: UnsafePointer<UInt64> { words + offset }

  /// `left op right` for arrays of one shape.
  static func quickly(
    _ operation: BinaryOperator, _ left: NDArray, _ right: NDArray
  ) -> NDArray? {
    guard left.isPlainFloats, right.isPlainFloats, left.dimensions == right.dimensions,
      left.count <= fewElements
    else { return nil }
    let result = NDArray(.float64, unwritten: left.dimensions, count: left.count)
    return combine(
      operation, left.firstFloat, 1, right.firstFloat, 1, into: result.unwrittenWords, left.count)
      ? result : nil
  }

  /// `left op right` for an array and a number.
  static func quickly(
    _ operation: BinaryOperator, _ left: NDArray, _ right: Double
  ) -> NDArray? {
    guard left.isPlainFloats, left.count <= fewElements else { return nil }
    let result = NDArray(.float64, unwritten: left.dimensions, count: left.count)
    return withUnsafePointer(to: right.bitPattern) {
      combine(operation, left.firstFloat, 1, $0, 0, into: result.unwrittenWords, left.count)
    } ? result : nil
  }

  /// `left op right` for a number and an array.
  static func quickly(
    _ operation: BinaryOperator, _ left: Double, _ right: NDArray
  ) -> NDArray? {
    guard right.isPlainFloats, right.count <= fewElements else { return nil }
    let result = NDArray(.float64, unwritten: right.dimensions, count: right.count)
    return withUnsafePointer(to: left.bitPattern) {
      combine(operation, $0, 0, right.firstFloat, 1, into: result.unwrittenWords, right.count)
    } ? result : nil
  }

  /// `array op= operand` for an array of one shape or a number; false where nothing has changed.
  func quicklyCombine(_ operation: BinaryOperator, with operand: Value) -> Bool {
    guard isPlainFloats, count <= NDArray.fewElements else { return false }
    let number: Double
    switch operand {
    case .array(let right):
      guard right.isPlainFloats, right.dimensions == dimensions,
        right === self || !sharesWords(with: right)
      else { return false }
      return replace { target in
        NDArray.combine(operation, firstFloat, 1, right.firstFloat, 1, into: target, count)
      }
    case .float(let float), .npFloat(let float): number = float
    default: return false
    }
    return withUnsafePointer(to: number.bitPattern) { number in
      replace { target in
        NDArray.combine(operation, firstFloat, 1, number, 0, into: target, count)
      }
    }
  }

  /// Replaces the elements, which lie in a row, by what a function makes, if it does.
  @inline(__always)
  private func replace(_ make: (UnsafeMutablePointer<UInt64>) -> Bool) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NDArray.fewElements) { buffer in
      guard let made = buffer.baseAddress, make(made) else { return false }
      (writableWords + offset).update(from: made, count: count)
      return true
    }
  }

  /// Combines elements; false where the operation is none of the four basic ones or a result is
  /// infinite or no number.
  private static func combine(
    _ operation: BinaryOperator, _ a: UnsafePointer<UInt64>, _ stepA: Int,
    _ b: UnsafePointer<UInt64>, _ stepB: Int, into target: UnsafeMutablePointer<UInt64>,
    _ count: Int
  ) -> Bool {
    @inline(__always)
    func loop(_ body: (Double, Double) -> Double) -> Bool {
      var mark: UInt64 = 0
      for i in 0..<count {
        let word = body(Double(bitPattern: a[i * stepA]), Double(bitPattern: b[i * stepB]))
          .bitPattern
        mark |= specialMark(word)
        target[i] = word
      }
      return mark >> 63 == 0
    }
    switch operation {
    case .add: return loop { $0 + $1 }
    case .subtract: return loop { $0 - $1 }
    case .multiply: return loop { $0 * $1 }
    case .divide: return loop { $0 / $1 }
    default: return false
    }
  }

  /// The product of floats in one or two axes.
  func quickDot(_ right: NDArray) -> Value? {
    guard type == .float64, right.type == .float64,
      (rank == 1 || rank == 2) && (right.rank == 1 || right.rank == 2),
      dimensions[rank - 1] == right.dimensions[0]
    else { return nil }
    if rank == 1, right.rank == 1 {
      let (a, b) = (words + offset, right.words + right.offset)
      let (stepA, stepB) = (strides[0], right.strides[0])
      var sum = 0.0
      for i in 0..<count {
        sum += Double(bitPattern: a[i * stepA]) * Double(bitPattern: b[i * stepB])
      }
      return .npFloat(sum)
    }
    let shape =
      rank == 1
      ? Dimensions(right.dimensions[1])
      : right.rank == 1
        ? Dimensions(dimensions[0]) : Dimensions(dimensions[0], right.dimensions[1])
    guard let count = shape.checkedProduct, count <= Limits().elements else { return nil }
    return .array(NDArray.floatProduct(self, right, shape, count: count))
  }

  /// The sum of all floats, or over the first axis of a matrix.
  func quickSum(_ axis: Int?) -> Value? {
    guard isPlainFloats, count > 0 else { return nil }
    if axis == nil || rank == 1 && axis == 0 {
      return .npFloat(NDArray.pairwiseSum(UnsafeBufferPointer(start: firstFloat, count: count)))
    }
    return rank == 2 && axis == 0 ? .array(sumOfRows(keepingAxes: false)) : nil
  }

  /// A function of floats that nothing is to be warned of.
  @inline(__always)
  func quickMap(_ type: ElementType, _ body: (Double) -> UInt64) -> Value? {
    guard isPlainFloats, rank > 0 else { return nil }
    let result = NDArray(type, unwritten: dimensions, count: count)
    let (source, target) = (firstFloat, result.unwrittenWords)
    for i in 0..<count { target[i] = body(Double(bitPattern: source[i])) }
    return .array(result)
  }
}
