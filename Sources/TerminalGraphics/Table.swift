/// Rows and columns of text, aligned by display width.
///
///     var table = Table(columns: [Table.Column("array"), Table.Column("numeric", .decimal)])
///     table.append(["W1", "-0.1306"])
///     table.append(["b2", "12.5"])
///     table.lines(width: 80)
///     //   array  numeric
///     //   W1     -0.1306
///     //   b2     12.5
///
/// (Points stand under each other.) A table too wide for the window first wraps its headers between
/// words and the columns that may wrap; where that is not enough, each row becomes a block of
/// `header  value` lines. Nothing is cut off, and no line is drawn, so it needs no sign that ASCII
/// does not have.
public struct Table: Hashable, Sendable {
  /// How the cells of a column stand.
  public enum Alignment: Hashable, Sendable {
    /// Flush left, for words.
    case left
    /// Flush right, for counts.
    case right
    /// With the decimal points in one line, for measured numbers.
    case decimal
  }

  /// What a column is called and how it is set.
  public struct Column: Hashable, Sendable {
    /// The words over the column; empty for none.
    public var header: StyledText
    /// How its cells stand.
    public var alignment: Alignment
    /// Whether its cells may be broken into several lines where the window is narrow.
    public var wraps: Bool

    /// Makes a column.
    public init(_ header: StyledText, _ alignment: Alignment = .left, wraps: Bool = false) {
      self.header = header
      self.alignment = alignment
      self.wraps = wraps
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The cells, row by row; each row has as many as there are columns.
  public private(set) var rows: [[StyledText]] = []
  /// The style that headers get on top of their own.
  public var headerStyle: Style
  /// The columns left free at the left edge.
  public var indentation: Int
  /// The columns left free between two columns.
  public var gap: Int

  /// Makes a table without rows.
  ///
  /// - Precondition: `indentation` and `gap` are not negative.
  public init(
    columns: [Column], headerStyle: Style = .dim, indentation: Int = 2, gap: Int = 2
  ) {
    precondition(indentation >= 0 && gap >= 0, "a table with negative space")
    self.columns = columns
    self.headerStyle = headerStyle
    self.indentation = indentation
    self.gap = gap
  }

  /// Adds a row. Line breaks in a cell make the row as high as its highest cell.
  ///
  /// - Precondition: there are at most as many cells as columns; missing ones are empty.
  public mutating func append(_ cells: [StyledText]) {
    precondition(
      cells.count <= columns.count, "\(cells.count) cells in a row of \(columns.count) columns")
    rows.append(
      cells + Array(repeating: StyledText(), count: columns.count - cells.count))
  }

  /// The lines of the table in a window of some columns, without spaces at their ends.
  ///
  /// - Complexity: O(*n*) in the number of characters.
  public func lines(width: Int) -> [StyledText] {
    guard !columns.isEmpty else { return [] }
    let layout = TableLayout(self)
    guard let widths = layout.widths(in: width) else { return records(width: width) }
    var lines: [StyledText] = []
    if columns.contains(where: { !$0.header.isEmpty }) {
      lines += set(columns.map { $0.header.styled(headerStyle) }, widths, layout, isHeader: true)
    }
    for row in rows { lines += set(row, widths, layout, isHeader: false) }
    return lines
  }

  /// One row as lines.
  private func set(
    _ row: [StyledText], _ widths: [Int], _ layout: TableLayout, isHeader: Bool
  ) -> [StyledText] {
    let cells = row.indices.map { row[$0].wrapped(to: widths[$0]) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { level in
      var line = StyledText()
      var column = 0
      var start = indentation
      for index in cells.indices {
        defer { start += widths[index] + gap }
        // Headers stand on the rows, cells hang from the top of theirs.
        let level = isHeader ? level - (height - cells[index].count) : level
        guard cells[index].indices.contains(level), !cells[index][level].isEmpty else { continue }
        let cell = cells[index][level]
        let offset = layout.offset(
          of: cell, in: index, width: widths[index], isHeader: isHeader)
        line.append(String(repeating: " ", count: start + offset - column))
        line.append(cell)
        column = start + offset + cell.width
      }
      return line
    }
  }

  /// The table for a window that is too narrow for its rows: a block of lines for each row.
  private func records(width: Int) -> [StyledText] {
    let labelWidth = columns.map(\.header.width).max() ?? 0
    let indentation = width > labelWidth + self.indentation + gap + 8 ? self.indentation : 0
    let room = width - indentation - labelWidth - gap
    let edge = StyledText(String(repeating: " ", count: indentation))
    var lines: [StyledText] = []
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append(StyledText()) }
      for (column, cell) in zip(columns, row) where !cell.isEmpty {
        let label = column.header.styled(headerStyle)
        if room < 8 {
          if !label.isEmpty { lines += label.wrapped(to: width) }
          lines += cell.wrapped(to: max(1, width - 2)).map { "  " + $0 }
          continue
        }
        for (level, text) in cell.wrapped(to: room).enumerated() {
          let head = level == 0 ? label : StyledText()
          let space = labelWidth - head.width + (labelWidth > 0 ? gap : 0)
          lines.append(edge + head + StyledText(String(repeating: " ", count: space)) + text)
        }
      }
    }
    return lines
  }
}
