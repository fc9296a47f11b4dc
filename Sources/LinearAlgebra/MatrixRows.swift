/// Row by row work on matrices that lie flat in spans.
public enum MatrixRows {
  /// Sets every row of a matrix to one row.
  ///
  /// - Parameters:
  ///   - matrix: the result, of shape `(rows, row.count)`.
  ///   - row: the row that is repeated.
  /// - Precondition: the matrix holds whole rows.
  @inlinable
  public static func fill(_ matrix: inout MutableSpan<Double>, with row: Span<Double>) {
    let columns = row.count
    if columns == 0 { return }
    precondition(matrix.count % columns == 0, "a span does not hold whole rows")
    var start = 0
    while start < matrix.count {
      var result = matrix._mutatingExtracting(start..<start + columns)
      for j in 0..<columns { result[j] = row[j] }
      start += columns
    }
  }

  /// Sets one row to the sum of all rows of a matrix: `np.sum(matrix, axis=0)`.
  ///
  /// - Parameters:
  ///   - matrix: the rows, of shape `(rows, sum.count)`.
  ///   - sum: the result; zeros for a matrix without rows.
  /// - Precondition: the matrix holds whole rows.
  @inlinable
  public static func sum(_ matrix: Span<Double>, into sum: inout MutableSpan<Double>) {
    let columns = sum.count
    if columns == 0 { return }
    precondition(matrix.count % columns == 0, "a span does not hold whole rows")
    for j in 0..<columns { sum[j] = 0 }
    var start = 0
    while start < matrix.count {
      let row = matrix.extracting(start..<start + columns)
      for j in 0..<columns { sum[j] += row[j] }
      start += columns
    }
  }
}
