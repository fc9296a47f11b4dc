internal import TerminalGraphics

/// A long text cut into the rows of a window, and which of them are shown.
struct PagedText: Sendable {
  /// A row with the escape sequences that colour it.
  struct Row: Hashable, Sendable {
    /// What is written to show it, whatever was written before.
    var text: String
    /// What is seen, for searching.
    var plain: String
  }

  /// The rows; a line that is wider than the window has several.
  private(set) var rows: [Row] = []
  /// The first row that is shown.
  private(set) var top = 0
  /// How many rows are shown at most.
  private(set) var height = 1
  /// What was searched for last.
  private var query = ""

  /// Cuts a text, whose only escape sequences are colours.
  init(_ text: String, columns: Int, height: Int) {
    self.height = max(1, height)
    var colors = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines { append(line, columns: columns, colors: &colors) }
  }

  /// The rows that are shown.
  var shown: ArraySlice<Row> { rows[top..<bottom] }
  /// The index behind the last row that is shown.
  var bottom: Int { min(top + height, rows.count) }
  /// Whether the last row is shown.
  var isAtEnd: Bool { bottom == rows.count }
  /// The highest index that the first row may have.
  private var lastTop: Int { max(0, rows.count - height) }

  /// Scrolls by some rows, down or (negative) up, as far as there are rows; false at the ends.
  mutating func scroll(by count: Int) -> Bool {
    let target = min(max(0, top + count), lastTop)
    defer { top = target }
    return target != top
  }

  /// Scrolls to the next row below the first one that contains a text, in either case if it has no
  /// capitals; without a text, to the one searched for before. False when there is none.
  mutating func search(_ text: String) -> Bool {
    if !text.isEmpty { query = text }
    guard !query.isEmpty else { return false }
    let hasCapital = query.contains(where: \.isUppercase)
    let wanted = hasCapital ? query : query.lowercased()
    for index in (top + 1)..<max(top + 1, rows.count) {
      let plain = hasCapital ? rows[index].plain : rows[index].plain.lowercased()
      if plain.contains(wanted) {
        _ = scroll(by: index - top)
        return true
      }
    }
    return false
  }

  /// Cuts one line into rows; `colors` are the sequences in force at its start, then at its end.
  private mutating func append(_ line: Substring, columns: Int, colors: inout String) {
    var row = Row(text: colors, plain: "")
    var width = 0
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == "\u{1B}", let end = line[index...].firstIndex(of: "m") {
        let sequence = line[index...end]
        row.text += sequence
        colors = sequence == "\u{1B}[0m" || sequence == "\u{1B}[m" ? "" : colors + sequence
        index = line.index(after: end)
        continue
      }
      let cells = DisplayWidth.of(line[index])
      if width + cells > columns {
        finish(row, colors)
        row = Row(text: colors, plain: "")
        width = 0
      }
      row.text.append(line[index])
      row.plain.append(line[index])
      width += cells
      index = line.index(after: index)
    }
    finish(row, colors)
  }

  private mutating func finish(_ row: Row, _ colors: String) {
    rows.append(colors.isEmpty ? row : Row(text: row.text + "\u{1B}[0m", plain: row.plain))
  }
}
