public import SourceText

/// A table of comma-separated values (RFC 4180), its cells as they stand in the text.
///
///     let table = try CSVTable("length,kind\n1.5,a\n2.5,b\n")
///     table.columnNames                      // ["length", "kind"]
///     table.text(row: 1, column: 0)          // "2.5"
///     let data = try table.numbers(inputs: ["length"], targets: ["kind"])
///     data.targets.names                     // ["kind=a", "kind=b"]
///     data.targets.elements                  // [1, 0, 0, 1]
///
/// Lines end with LF, CRLF or CR; the last end may be missing. Spaces around a cell do not belong to
/// it. A cell in double quotes may hold separators, line ends, spaces at its ends and, doubled,
/// quotes; a quote inside a cell that does not begin with one is an ordinary character. A row
/// without any text, such as a blank line or one of separators only, is skipped.
///
/// Our own, because the known libraries import the whole of Foundation, which would delay the
/// console's start.
public struct CSVTable: Sendable {
  /// What stands between two cells.
  public enum Separator: UInt8, CaseIterable, Sendable {
    /// A comma.
    case comma = 0x2C
    /// A semicolon.
    case semicolon = 0x3B
    /// A tabulator.
    case tab = 0x09
  }

  /// Whether the first row names the columns.
  public enum Header: Sendable {
    /// It does if none of its cells is a number, NaN and infinity included.
    case detected
    /// It does.
    case present
    /// It does not.
    case absent
  }

  /// What stands between two cells.
  public let separator: Separator
  /// Whether the first row of the text names the columns.
  public let hasHeader: Bool
  /// The name of each column: that of the header, or, where there is none, its number from 1.
  public let columnNames: [String]
  /// The number of rows, the header not counted.
  public let rowCount: Int

  /// The text without a byte order mark.
  let bytes: [UInt8]
  /// Where each cell stands in it, quotes included, row by row without the header.
  let cells: [Range<Int>]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The whole table; a byte order mark is skipped.
  ///   - separator: What stands between two cells. By default the one that occurs most often in the
  ///     first row outside quotes; the comma before the semicolon before the tabulator.
  ///   - header: Whether the first row names the columns.
  ///   - limit: The most cells that the table may have.
  /// - Throws: What is wrong with the text.
  /// - Complexity: O(*n*) in the length of the text, and 16 bytes for each cell.
  public init(
    _ text: String, separator: Separator? = nil, header: Header = .detected,
    limit: Int = 1 << 24
  ) throws(CSVError) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let separator = separator ?? CSVScanner.mostFrequentSeparator(in: bytes)
    var scanner = CSVScanner(bytes: bytes, separator: separator)
    var cells: [Range<Int>] = []
    var width = 0
    while let count = try scanner.row(into: &cells) {
      if width == 0 { width = count }
      guard count == width else {
        let place = count > width ? cells[cells.count - count + width].lowerBound : scanner.rowEnd
        throw .raggedRow(
          bytes.position(ofByte: place), expected: width, found: count)
      }
      guard cells.count <= limit else { throw .tooManyCells(limit: limit) }
    }
    guard !cells.isEmpty else { throw .empty }

    let first = cells[..<width]
    let hasHeader =
      switch header {
      case .present: true
      case .absent: false
      case .detected: first.allSatisfy { CSVCell(bytes: bytes, range: $0).isText }
      }
    var names = (1...width).map(String.init)
    if hasHeader {
      var seen: Set<String> = []
      for (index, range) in first.enumerated() {
        let name = CSVCell(bytes: bytes, range: range).text
        if name.isEmpty { continue }
        guard seen.insert(name).inserted else {
          throw .duplicateColumn(bytes.position(ofByte: range.lowerBound), name: name)
        }
        names[index] = name
      }
      cells.removeFirst(width)
      guard !cells.isEmpty else { throw .noRows }
    }
    self.separator = separator
    self.hasHeader = hasHeader
    self.columnNames = names
    self.bytes = bytes
    self.cells = cells
    rowCount = cells.count / width
  }

  /// The text of a cell, both counted from 0, without its quotes.
  ///
  /// - Precondition: There are such a row and column.
  public func text(row: Int, column: Int) -> String {
    cell(row: row, column: column).text
  }

  /// Where a cell, both counted from 0, begins in the text.
  ///
  /// - Precondition: There are such a row and column.
  /// - Complexity: O(*n*) in the length of the text before it.
  public func position(row: Int, column: Int) -> SourcePosition {
    bytes.position(ofByte: cell(row: row, column: column).range.lowerBound)
  }

  /// A cell of the table, both counted from 0.
  func cell(row: Int, column: Int) -> CSVCell {
    precondition(
      (0..<rowCount).contains(row) && columnNames.indices.contains(column),
      "no cell (\(row), \(column)) in a table of shape (\(rowCount), \(columnNames.count))")
    return CSVCell(bytes: bytes, range: cells[row * columnNames.count + column])
  }
}
