/// A matrix of doubles, its rows laid one after the other in one flat array.
///
///     let w = Matrix([[1, 2, 3], [4, 5, 6]])
///     w[1, 0]     // 4.0
///     w.elements  // [1, 2, 3, 4, 5, 6]
///
/// A batch of samples is a matrix of shape `(samples, features)`: one row per sample.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, row by row: element `[i, j]` stands at `i * columns + j`.
  public var elements: [Double] {
    didSet {
      precondition(
        elements.count == rows * columns,
        "\(elements.count) elements do not fill a matrix of \(rows) × \(columns)")
    }
  }

  /// Makes a matrix of one value.
  ///
  /// - Precondition: both sizes are at least 0 and their product fits an `Int`.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns) cannot be")
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    precondition(!overflow, "a matrix of \(rows) × \(columns) has too many elements")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: count)
  }

  /// Makes a matrix from its elements, row by row.
  ///
  /// - Precondition: both sizes are at least 0 and `elements.count == rows * columns`.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns) cannot be")
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    precondition(
      !overflow && elements.count == count,
      "\(elements.count) elements do not fill a matrix of \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix from its rows; no rows make a matrix of 0 × 0.
  ///
  /// - Precondition: all rows have the same length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(
      rows.allSatisfy { $0.count == columns }, "the rows of a matrix differ in length")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap(\.self))
  }

  /// Makes a matrix of one row: a single sample as a batch of one.
  public init(row: [Double]) {
    self.init(rows: 1, columns: row.count, elements: row)
  }

  /// The element in a row and a column, both counted from 0.
  ///
  /// - Precondition: both indices are within the matrix.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[offset(row, column)] }
    set { elements[offset(row, column)] = newValue }
  }

  /// The elements of one row.
  ///
  /// - Precondition: the index is within the matrix.
  public func row(_ index: Int) -> [Double] {
    precondition(0 <= index && index < rows, "row \(index) of a matrix of \(rows) rows")
    return Array(elements[index * columns..<(index + 1) * columns])
  }

  /// The matrix with rows and columns swapped.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result.elements[j * rows + i] = elements[i * columns + j] }
    }
    return result
  }

  /// Where an element stands in `elements`.
  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(
      0 <= row && row < rows && 0 <= column && column < columns,
      "[\(row), \(column)] lies outside a matrix of \(rows) × \(columns)")
    return row * columns + column
  }
}
