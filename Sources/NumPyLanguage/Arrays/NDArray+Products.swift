import LinearAlgebra

/// Products that sum over an axis: dot, matmul, outer.
extension NDArray {
  /// `np.dot`: sums over the last axis of the left and the second to last of the right.
  ///
  /// Vectors give a number, matrices the matrix product, a number multiplies.
  func dot(_ right: NDArray) throws(PythonError) -> NDArray {
    if rank == 0 || right.rank == 0 {
      return try NDArray.binary(.multiply, .array(self), .array(right)) { _, _ in }
    }
    let axis = max(0, right.rank - 2)
    let length = dimensions[rank - 1]
    guard length == right.dimensions[axis] else {
      throw PythonError(
        .valueError,
        "shapes \(shapeText(dimensions)) and \(shapeText(right.dimensions)) not aligned: "
          + "\(length) (dim \(rank - 1)) != \(right.dimensions[axis]) (dim \(axis))",
        .shapesNotAligned(left: shape, right: right.shape))
    }
    var result = dimensions
    result.remove(at: rank - 1)
    for other in right.dimensions.indices where other != axis {
      result.append(right.dimensions[other])
    }
    try NDArray.checkRank(result.count)
    guard let count = result.checkedProduct, count <= Limits().elements else {
      throw .tooManyElements(result)
    }
    if type == .float64, right.type == .float64, rank <= 2, right.rank <= 2 {
      return NDArray.floatProduct(self, right, result, count: count)
    }
    // The right side as (length, columns): its summed axis goes first.
    let other = right.rank <= 2 ? right : right.movingAxis(axis, to: 0)
    let rows = length == 0 ? result.product : self.count / length
    let columns = length == 0 ? 1 : right.count / length
    return NDArray.product(
      self, other, rows: rows, inner: length, columns: columns, result, count: count)
  }

  /// `np.matmul` and `@`: matrices multiply, further axes are stacks that broadcast.
  func matrixMultiplied(by right: NDArray) throws(PythonError) -> NDArray {
    if rank == 0 || right.rank == 0 {
      throw PythonError(
        .valueError,
        "matmul: Input operand \(rank == 0 ? 0 : 1) does not have enough dimensions (has 0, "
          + "gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)",
        .shapesNotAligned(left: shape, right: right.shape))
    }
    let axis = max(0, right.rank - 2)
    let length = dimensions[rank - 1]
    guard length == right.dimensions[axis] else {
      throw PythonError(
        .valueError,
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
          + "(n?,k),(k,m?)->(n?,m?) (size \(right.dimensions[axis]) is different from \(length))",
        .shapesNotAligned(left: shape, right: right.shape))
    }
    if rank <= 2, right.rank <= 2 { return try dot(right) }
    return try stackedProduct(right)
  }

  private func stackedProduct(_ right: NDArray) throws(PythonError) -> NDArray {
    let left = rank == 1 ? reshapedView(Dimensions(1, count)) : self
    let right2 = right.rank == 1 ? right.reshapedView(Dimensions(right.count, 1)) : right
    let leftStack = Dimensions(left.dimensions.dropLast(2))
    let rightStack = Dimensions(right2.dimensions.dropLast(2))
    guard let stack = NDArray.broadcast(leftStack, rightStack) else {
      throw .shapesDoNotBroadcast([dimensions, right.dimensions])
    }
    let (rows, inner) = (left.dimensions[left.rank - 2], left.dimensions[left.rank - 1])
    let columns = right2.dimensions[right2.rank - 1]
    let stretchedLeft = left.stretched(to: Dimensions(Array(stack) + [rows, inner]))
    let stretchedRight = right2.stretched(to: Dimensions(Array(stack) + [inner, columns]))
    let type = max(self.type, right.type)
    let a = stretchedLeft.words(as: type)
    let b = stretchedRight.words(as: type)
    var words: [UInt64] = []
    for matrix in 0..<stack.product {
      let leftPart = NDArray(
        type, Dimensions(rows, inner),
        Array(a[matrix * rows * inner..<(matrix + 1) * rows * inner]))
      let rightPart = NDArray(
        type, Dimensions(inner, columns),
        Array(b[matrix * inner * columns..<(matrix + 1) * inner * columns]))
      words +=
        NDArray.product(
          leftPart, rightPart, rows: rows, inner: inner, columns: columns,
          Dimensions(rows, columns), count: rows * columns
        ).contiguousWords
    }
    var shape = Array(stack)
    if rank > 1 { shape.append(rows) }
    if right.rank > 1 { shape.append(columns) }
    return NDArray(type, Dimensions(shape), words)
  }

  /// (rows, inner) times (inner, columns), whatever shapes the sides have otherwise.
  private static func product(
    _ left: NDArray, _ right: NDArray, rows: Int, inner: Int, columns: Int, _ shape: Dimensions,
    count: Int
  ) -> NDArray {
    let type = max(left.type, right.type)
    let (a, b) = (left.words(as: type), right.words(as: type))
    if type == .float64 {
      let whole = floatProduct(
        NDArray(type, Dimensions(rows, inner), a), NDArray(type, Dimensions(inner, columns), b),
        Dimensions(rows, columns), count: count)
      return NDArray(type, shape, whole.contiguousWords)
    }
    var words = [UInt64](repeating: 0, count: count)
    for i in 0..<rows {
      for k in 0..<inner {
        let factor = a[i * inner + k]
        if factor == 0 { continue }
        for j in 0..<columns {
          words[i * columns + j] &+= factor &* b[k * columns + j]
        }
      }
    }
    if type == .bool { words = words.map { $0 == 0 ? 0 : 1 } }
    return NDArray(type, shape, words)
  }

  /// The product of floats in one or two axes, read where they lie.
  ///
  /// Each element of the left scales a row of the right, which adds neighbours to neighbours; a
  /// right side with one column is summed up instead.
  static func floatProduct(
    _ left: NDArray, _ right: NDArray, _ shape: Dimensions, count: Int
  ) -> NDArray {
    let result = NDArray(.float64, unwritten: shape, count: count)
    let inner = left.dimensions[left.rank - 1]
    let rows = left.rank == 2 ? left.dimensions[0] : 1
    let columns = right.rank == 2 ? right.dimensions[1] : 1
    let rowStep = left.rank == 2 ? left.strides[0] : 0
    let (leftStep, rightStep) = (left.strides[left.rank - 1], right.strides[0])
    let columnStep = right.rank == 2 ? right.strides[1] : 0
    let (a, b) = (left.words + left.offset, right.words + right.offset)
    let output = result.unwrittenWords
    if rows > 1, columns > 1, rows * inner >= MatrixProduct.tiledFrom / columns {
      output.update(repeating: 0, count: count)
      // A word and the float it holds have one size, so steps are the same.
      let a = UnsafeRawPointer(a).assumingMemoryBound(to: Double.self)
      let b = UnsafeRawPointer(b).assumingMemoryBound(to: Double.self)
      let c = UnsafeMutableRawPointer(output).assumingMemoryBound(to: Double.self)
      MatrixProduct.add(
        StridedMatrix(a, rows: rows, columns: inner, rowStride: rowStep, columnStride: leftStep),
        StridedMatrix(
          b, rows: inner, columns: columns, rowStride: rightStep, columnStride: columnStep),
        to: c)
      return result
    }
    for i in 0..<rows {
      let (a, output) = (a + i * rowStep, output + i * columns)
      if columns == 1 {
        var sum = 0.0
        for k in 0..<inner {
          sum += Double(bitPattern: a[k * leftStep]) * Double(bitPattern: b[k * rightStep])
        }
        output[0] = sum.bitPattern
        continue
      }
      output.update(repeating: 0, count: columns)
      for k in 0..<inner {
        let factor = Double(bitPattern: a[k * leftStep])
        let row = b + k * rightStep
        if columnStep == 1 {
          for j in 0..<columns {
            let product = factor * Double(bitPattern: row[j])
            output[j] = (Double(bitPattern: output[j]) + product).bitPattern
          }
        } else {
          for j in 0..<columns {
            let product = factor * Double(bitPattern: row[j * columnStep])
            output[j] = (Double(bitPattern: output[j]) + product).bitPattern
          }
        }
      }
    }
    return result
  }
}
