/// Products of matrices that lie flat, row by row, in spans.
///
/// Every function walks whole rows in its innermost loop, so that it turns into vector
/// instructions, and takes four rows at a time, so that a row of the result is read and written
/// once per four. The order of the additions differs from the plain triple loop: results agree to
/// rounding, not to the bit.
///
/// - Complexity: O(*rows* · *inner* · *columns*) for each, without allocating.
public enum MatrixProduct {
  /// C ← A·B + b, the row b added to every row.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - bias: b, of shape `(columns,)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  @inlinable
  public static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, plus bias: Span<Double>,
    into c: inout MutableSpan<Double>, rows: Int, inner: Int, columns: Int
  ) {
    check(a.count, rows, inner)
    check(b.count, inner, columns)
    check(bias.count, 1, columns)
    check(c.count, rows, columns)
    if columns == 1 {
      for i in 0..<rows {
        let row = a.extracting(i * inner..<(i + 1) * inner)
        var sum = bias[0]
        for k in 0..<inner { sum += row[k] * b[k] }
        c[i] = sum
      }
      return
    }
    for i in 0..<rows {
      var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
      let factors = a.extracting(i * inner..<(i + 1) * inner)
      combineRows(of: b, times: factors, plus: bias, into: &result)
    }
  }

  /// C ← Aᵀ·B.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(inner, rows)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says, and `inner` is at
  ///   least 1.
  @inlinable
  public static func multiply(
    transposed a: Span<Double>, _ b: Span<Double>, into c: inout MutableSpan<Double>,
    rows: Int, inner: Int, columns: Int
  ) {
    check(a.count, inner, rows)
    check(b.count, inner, columns)
    check(c.count, rows, columns)
    precondition(inner >= 1, "a product over no samples")
    let a0 = a.extracting(0..<rows)
    if columns == 1 {
      // Cᵀ = Bᵀ·A: the rows of A, each times a number.
      let factor = b[0]
      for i in 0..<rows { c[i] = factor * a0[i] }
      addRows(of: a, times: b, from: 1, to: &c)
      return
    }
    let b0 = b.extracting(0..<columns)
    for i in 0..<rows {
      var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
      let factor = a0[i]
      for j in 0..<columns { result[j] = factor * b0[j] }
    }
    var k = 1
    while k + 4 <= inner {
      let b0 = b.extracting(k * columns..<(k + 1) * columns)
      let b1 = b.extracting((k + 1) * columns..<(k + 2) * columns)
      let b2 = b.extracting((k + 2) * columns..<(k + 3) * columns)
      let b3 = b.extracting((k + 3) * columns..<(k + 4) * columns)
      let a0 = a.extracting(k * rows..<(k + 1) * rows)
      let a1 = a.extracting((k + 1) * rows..<(k + 2) * rows)
      let a2 = a.extracting((k + 2) * rows..<(k + 3) * rows)
      let a3 = a.extracting((k + 3) * rows..<(k + 4) * rows)
      for i in 0..<rows {
        var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
        let (f0, f1, f2, f3) = (a0[i], a1[i], a2[i], a3[i])
        for j in 0..<columns {
          result[j] += f0 * b0[j] + f1 * b1[j] + f2 * b2[j] + f3 * b3[j]
        }
      }
      k += 4
    }
    while k < inner {
      let row = b.extracting(k * columns..<(k + 1) * columns)
      let factors = a.extracting(k * rows..<(k + 1) * rows)
      for i in 0..<rows {
        var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
        let factor = factors[i]
        for j in 0..<columns { result[j] += factor * row[j] }
      }
      k += 1
    }
  }

  /// C ← A·Bᵀ.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(columns, inner)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  @inlinable
  public static func multiply(
    _ a: Span<Double>, transposed b: Span<Double>, into c: inout MutableSpan<Double>,
    rows: Int, inner: Int, columns: Int
  ) {
    check(a.count, rows, inner)
    check(b.count, columns, inner)
    check(c.count, rows, columns)
    if inner == 1 {
      for i in 0..<rows {
        var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
        let factor = a[i]
        for j in 0..<columns { result[j] = factor * b[j] }
      }
      return
    }
    for i in 0..<rows {
      let left = a.extracting(i * inner..<(i + 1) * inner)
      var result = c._mutatingExtracting(i * columns..<(i + 1) * columns)
      var j = 0
      while j + 4 <= columns {
        let b0 = b.extracting(j * inner..<(j + 1) * inner)
        let b1 = b.extracting((j + 1) * inner..<(j + 2) * inner)
        let b2 = b.extracting((j + 2) * inner..<(j + 3) * inner)
        let b3 = b.extracting((j + 3) * inner..<(j + 4) * inner)
        var sums = SIMD4<Double>.zero
        for k in 0..<inner { sums += left[k] * SIMD4(b0[k], b1[k], b2[k], b3[k]) }
        result[j] = sums[0]
        result[j + 1] = sums[1]
        result[j + 2] = sums[2]
        result[j + 3] = sums[3]
        j += 4
      }
      while j < columns {
        let right = b.extracting(j * inner..<(j + 1) * inner)
        var sum = 0.0
        for k in 0..<inner { sum += left[k] * right[k] }
        result[j] = sum
        j += 1
      }
    }
  }

  /// Sums the rows of a matrix: `np.sum(matrix, axis=0)`.
  ///
  /// - Parameters:
  ///   - matrix: of shape `(rows, sum.count)`.
  ///   - sum: the result; every element is set.
  /// - Precondition: the span holds exactly as many elements as its shape says, and `rows` is at
  ///   least 1.
  @inlinable
  public static func sumRows(
    of matrix: Span<Double>, rows: Int, into sum: inout MutableSpan<Double>
  ) {
    let columns = sum.count
    check(matrix.count, rows, columns)
    precondition(rows >= 1, "a sum over no samples")
    let first = matrix.extracting(0..<columns)
    for j in 0..<columns { sum[j] = first[j] }
    for i in 1..<max(rows, 1) {
      let row = matrix.extracting(i * columns..<(i + 1) * columns)
      for j in 0..<columns { sum[j] += row[j] }
    }
  }

  /// Sets one row to a bias plus the rows of a matrix, each times its own factor.
  ///
  /// The rows that do not make up a group of four come first, together with the bias.
  @inlinable @inline(__always)
  static func combineRows(
    of matrix: Span<Double>, times factors: Span<Double>, plus bias: Span<Double>,
    into result: inout MutableSpan<Double>
  ) {
    let columns = result.count
    let bias = bias.extracting(0..<columns)
    let first = factors.count & 3
    switch first {
    case 0:
      for j in 0..<columns { result[j] = bias[j] }
    case 1:
      let row0 = matrix.extracting(0..<columns)
      let f0 = factors[0]
      for j in 0..<columns { result[j] = bias[j] + f0 * row0[j] }
    case 2:
      let row0 = matrix.extracting(0..<columns)
      let row1 = matrix.extracting(columns..<2 * columns)
      let (f0, f1) = (factors[0], factors[1])
      for j in 0..<columns { result[j] = bias[j] + f0 * row0[j] + f1 * row1[j] }
    default:
      let row0 = matrix.extracting(0..<columns)
      let row1 = matrix.extracting(columns..<2 * columns)
      let row2 = matrix.extracting(2 * columns..<3 * columns)
      let (f0, f1, f2) = (factors[0], factors[1], factors[2])
      for j in 0..<columns {
        result[j] = bias[j] + f0 * row0[j] + f1 * row1[j] + f2 * row2[j]
      }
    }
    addRows(of: matrix, times: factors, from: first, to: &result)
  }

  /// Adds the rows of a matrix from one on, each times its own factor, to one row.
  @inlinable @inline(__always)
  static func addRows(
    of matrix: Span<Double>, times factors: Span<Double>, from start: Int,
    to result: inout MutableSpan<Double>
  ) {
    let columns = result.count
    var k = start
    while k + 4 <= factors.count {
      let row0 = matrix.extracting(k * columns..<(k + 1) * columns)
      let row1 = matrix.extracting((k + 1) * columns..<(k + 2) * columns)
      let row2 = matrix.extracting((k + 2) * columns..<(k + 3) * columns)
      let row3 = matrix.extracting((k + 3) * columns..<(k + 4) * columns)
      let (f0, f1, f2, f3) = (factors[k], factors[k + 1], factors[k + 2], factors[k + 3])
      for j in 0..<columns {
        result[j] += f0 * row0[j] + f1 * row1[j] + f2 * row2[j] + f3 * row3[j]
      }
      k += 4
    }
    while k < factors.count {
      let row = matrix.extracting(k * columns..<(k + 1) * columns)
      let factor = factors[k]
      for j in 0..<columns { result[j] += factor * row[j] }
      k += 1
    }
  }

  /// Traps unless a span fills its shape.
  @inlinable @inline(__always)
  static func check(_ count: Int, _ rows: Int, _ columns: Int) {
    precondition(
      rows >= 0 && columns >= 0 && count == rows * columns,
      "a span does not fill the matrix it stands for")
  }
}
