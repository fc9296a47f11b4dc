/// Products of matrices that lie flat, row by row, in spans.
///
/// Each element is the sum of its products in the order of the plain loop, every product rounded
/// before it is added: results agree with the definition to the bit, whatever the size of the
/// matrices, the processor, and the number of threads. Small products are plain loops; large ones
/// go in tiles (`TiledProduct`).
///
/// - Complexity: O(*rows* · *inner* · *columns*) for each.
public enum MatrixProduct {
  /// C ← A·B + b, the row b added to every row.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - bias: b, of shape `(columns,)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  public static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, plus bias: Span<Double>,
    into c: inout MutableSpan<Double>, rows: Int, inner: Int, columns: Int
  ) {
    check(bias.count, 1, columns)
    check(c.count, rows, columns)
    for i in 0..<rows {
      for j in 0..<columns { c[unchecked: i &* columns &+ j] = bias[unchecked: j] }
    }
    add(
      a, (rows, inner), transposed: false, b, (inner, columns), transposed: false, to: &c)
  }

  /// C ← Aᵀ·B.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(inner, rows)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  public static func multiply(
    transposed a: Span<Double>, _ b: Span<Double>, into c: inout MutableSpan<Double>,
    rows: Int, inner: Int, columns: Int
  ) {
    check(c.count, rows, columns)
    c.update(repeating: 0)
    add(a, (inner, rows), transposed: true, b, (inner, columns), transposed: false, to: &c)
  }

  /// C ← A·Bᵀ.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(columns, inner)`.
  ///   - c: C, of shape `(rows, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  public static func multiply(
    _ a: Span<Double>, transposed b: Span<Double>, into c: inout MutableSpan<Double>,
    rows: Int, inner: Int, columns: Int
  ) {
    check(c.count, rows, columns)
    c.update(repeating: 0)
    add(a, (rows, inner), transposed: false, b, (columns, inner), transposed: true, to: &c)
  }

  /// Sums the rows of a matrix: `np.sum(matrix, axis=0)`.
  ///
  /// - Parameters:
  ///   - matrix: of shape `(rows, sum.count)`.
  ///   - sum: the result; every element is set.
  /// - Precondition: the span holds exactly as many elements as its shape says.
  public static func sumRows(
    of matrix: Span<Double>, rows: Int, into sum: inout MutableSpan<Double>
  ) {
    let columns = sum.count
    check(matrix.count, rows, columns)
    sum.update(repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { sum[unchecked: j] += matrix[unchecked: i &* columns &+ j] }
    }
  }

  /// From how many multiplications on a product goes in tiles.
  public static let tiledFrom = 1 << 14

  /// C ← C + A·B, where A or B may be the transpose of the matrix that lies in the span.
  private static func add(
    _ a: Span<Double>, _ aShape: (rows: Int, columns: Int), transposed aTransposed: Bool,
    _ b: Span<Double>, _ bShape: (rows: Int, columns: Int), transposed bTransposed: Bool,
    to c: inout MutableSpan<Double>
  ) {
    check(a.count, aShape.rows, aShape.columns)
    check(b.count, bShape.rows, bShape.columns)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          let left = StridedMatrix(a, aShape, transposed: aTransposed)
          let right = StridedMatrix(b, bShape, transposed: bTransposed)
          add(left, right, to: c)
        }
      }
    }
  }

  /// C ← C + A·B, for matrices that lie in memory with any steps.
  ///
  /// - Parameters:
  ///   - a: A, of shape `(rows, inner)`.
  ///   - b: B, of shape `(inner, columns)`.
  ///   - c: C, of shape `(rows, columns)`, row by row; it shares no memory with A and B.
  /// - Precondition: the sizes fit each other, and C has room for the result.
  public static func add(
    _ a: StridedMatrix, _ b: StridedMatrix, to c: UnsafeMutablePointer<Double>
  ) {
    precondition(a.columns == b.rows, "\(a.columns) columns do not meet \(b.rows) rows")
    if a.rows * a.columns * b.columns < tiledFrom {
      addPlainly(a, b, to: c)
    } else {
      TiledProduct(a, b, to: c).run()
    }
  }

  /// C ← C + A·B, in plain loops.
  private static func addPlainly(
    _ a: StridedMatrix, _ b: StridedMatrix, to c: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<a.rows {
      let row = c + i * b.columns
      for k in 0..<a.columns {
        let factor = a[i, k]
        for j in 0..<b.columns { row[j] += factor * b[k, j] }
      }
    }
  }

  /// Traps unless a span fills its shape.
  static func check(_ count: Int, _ rows: Int, _ columns: Int) {
    precondition(
      rows >= 0 && columns >= 0 && count == rows * columns,
      "a span does not fill the matrix it stands for")
  }
}
