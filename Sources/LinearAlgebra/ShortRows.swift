/// Products of one row with a matrix of short rows, written as plain loops.
///
/// Where rows are short, setting up vector instructions costs more than they save: a network of a
/// few units, trained sample by sample, spends its time on that. Up to `limit` numbers per row
/// these functions win over `MatrixProduct`. They add in the same order and give the same results
/// to the bit.
public enum ShortRows {
  /// Up to how many numbers a row is short.
  @inlinable public static var limit: Int { 8 }

  /// y ← x·B + b.
  ///
  /// - Parameters:
  ///   - x: of shape `(inner,)`.
  ///   - matrix: B, of shape `(inner, columns)`.
  ///   - bias: b, of shape `(columns,)`.
  ///   - result: y, of shape `(columns,)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  @inlinable @inline(__always)
  public static func multiply(
    _ x: Span<Double>, _ matrix: Span<Double>, plus bias: Span<Double>,
    into result: inout MutableSpan<Double>
  ) {
    let (inner, columns) = (x.count, result.count)
    precondition(
      bias.count == columns && matrix.count == inner * columns,
      "a span does not fill the matrix it stands for")
    // As in MatrixProduct, products are added in groups of four after those that make up none.
    let single = columns == 1 ? inner : inner & 3
    for j in 0..<columns {
      var sum = bias[j]
      var position = j
      var k = 0
      while k < single {
        sum += x[k] * matrix[position]
        position &+= columns
        k &+= 1
      }
      while k < inner {
        let (p0, p1) = (x[k] * matrix[position], x[k &+ 1] * matrix[position &+ columns])
        position &+= 2 &* columns
        let (p2, p3) = (x[k &+ 2] * matrix[position], x[k &+ 3] * matrix[position &+ columns])
        position &+= 2 &* columns
        sum += p0 + p1 + p2 + p3
        k &+= 4
      }
      result[j] = sum
    }
  }

  /// G ← xᵀ·d.
  ///
  /// - Parameters:
  ///   - x: of shape `(inner,)`.
  ///   - row: d, of shape `(columns,)`.
  ///   - result: G, of shape `(inner, columns)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  @inlinable @inline(__always)
  public static func multiply(
    transposed x: Span<Double>, _ row: Span<Double>, into result: inout MutableSpan<Double>
  ) {
    let (inner, columns) = (x.count, row.count)
    precondition(
      result.count == inner * columns, "a span does not fill the matrix it stands for")
    var position = 0
    for i in 0..<inner {
      let factor = x[i]
      for j in 0..<columns {
        result[position] = factor * row[j]
        position &+= 1
      }
    }
  }

  /// G ← xᵀ·d and e ← d·Bᵀ, in one walk over both matrices.
  ///
  /// - Parameters:
  ///   - x: of shape `(inner,)`.
  ///   - row: d, of shape `(columns,)`.
  ///   - matrix: B, of shape `(inner, columns)`.
  ///   - result: G, of shape `(inner, columns)`; every element is set.
  ///   - product: e, of shape `(inner,)`; every element is set.
  /// - Precondition: each span holds exactly as many elements as its shape says.
  @inlinable @inline(__always)
  public static func multiply(
    transposed x: Span<Double>, _ row: Span<Double>, into result: inout MutableSpan<Double>,
    andTransposed matrix: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    let (inner, columns) = (x.count, row.count)
    precondition(
      result.count == inner * columns && matrix.count == inner * columns
        && product.count == inner, "a span does not fill the matrix it stands for")
    var position = 0
    for i in 0..<inner {
      let factor = x[i]
      var sum = 0.0
      for j in 0..<columns {
        let d = row[j]
        result[position] = factor * d
        sum += d * matrix[position]
        position &+= 1
      }
      product[i] = sum
    }
  }
}
