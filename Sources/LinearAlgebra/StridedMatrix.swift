/// A matrix, or its transpose, in memory that somebody else keeps while it is used.
public struct StridedMatrix {
  /// Element `[0, 0]`.
  let start: UnsafePointer<Double>
  let rows: Int
  let columns: Int
  /// How far a row begins from the one before.
  let rowStride: Int
  /// How far two neighbours in a row lie apart.
  let columnStride: Int

  /// Makes a matrix of which element `[i, j]` lies `i * rowStride + j * columnStride` numbers after
  /// the start: any view of an array with two axes.
  ///
  /// - Precondition: all elements lie in memory that outlives the matrix.
  public init(
    _ start: UnsafePointer<Double>, rows: Int, columns: Int, rowStride: Int, columnStride: Int
  ) {
    (self.start, self.rows, self.columns) = (start, rows, columns)
    (self.rowStride, self.columnStride) = (rowStride, columnStride)
  }

  /// Makes the matrix of that shape whose rows lie one after the other, or its transpose.
  init(_ start: UnsafePointer<Double>, _ shape: (rows: Int, columns: Int), transposed: Bool) {
    self.start = start
    if transposed {
      (rows, columns, rowStride, columnStride) = (shape.columns, shape.rows, 1, shape.columns)
    } else {
      (rows, columns, rowStride, columnStride) = (shape.rows, shape.columns, shape.columns, 1)
    }
  }

  /// An element; the indices are not checked.
  subscript(i: Int, j: Int) -> Double { start[i &* rowStride &+ j &* columnStride] }
}
