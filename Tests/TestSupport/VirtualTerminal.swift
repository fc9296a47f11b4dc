/// A terminal without a screen: takes the bytes that a program sends and tells what would be seen.
///
/// It knows what xterm does with text, double width, wrapping, cursor motion, erasing, inserting,
/// scrolling, colours and bracketed paste; a resize wraps the lines anew, as most terminals do now.
public struct VirtualTerminal: Sendable {
  /// What stands in a cell.
  struct Cell: Hashable, Sendable {
    /// The character; empty in the right half of a wide one.
    var text = " "
    /// The parameters of the colours and attributes it is drawn with.
    var attributes: [Int] = []
  }

  /// A row of the screen.
  struct Row: Hashable, Sendable {
    var cells: [Cell]
    /// Whether the text goes on in the next row, without a line break.
    var wraps = false
  }

  /// The width of the window.
  public private(set) var columns: Int
  /// The height of the window.
  public private(set) var rowCount: Int
  /// The cursor's row, from 0.
  public internal(set) var row = 0
  /// The cursor's column, from 0.
  public internal(set) var column = 0
  /// Whether the program wants pastes in brackets.
  public internal(set) var bracketsPastes = false
  /// How often the bell rang.
  public internal(set) var bellCount = 0

  var grid: [Row]
  /// The rows that have left the screen at its top.
  var scrolledOff: [Row] = []
  /// Whether a character was written in the last column and the next one wraps.
  var wrapIsPending = false
  var attributes: [Int] = []
  var savedCursor = (row: 0, column: 0)
  var parser = Parser()

  /// Makes an empty screen.
  public init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    rowCount = rows
    grid = Array(repeating: Row(cells: Self.blank(columns)), count: rows)
  }

  /// The rows of the screen without blanks at their ends, and without blank rows at the end.
  public var text: String { Self.text(of: grid) }

  /// Everything since the start: what has scrolled off, and the screen.
  public var transcript: String { Self.text(of: scrolledOff + grid) }

  /// The text of a row, from 0.
  public func line(_ row: Int) -> String { Self.text(of: [grid[row]]) }

  /// The row of the cursor.
  public var currentLine: String { line(row) }

  /// The stretches of a row that are drawn with attributes, such as `"\u{1B}[1;32mnn> "`; plain ones are left out.
  public func styledStretches(ofRow row: Int) -> [String] {
    var stretches: [String] = []
    var last: [Int] = []
    for cell in grid[row].cells {
      if !cell.attributes.isEmpty {
        if cell.attributes != last {
          stretches.append(cell.attributes.map(String.init).joined(separator: ";") + ":")
        }
        stretches[stretches.count - 1] += cell.text
      }
      last = cell.attributes
    }
    return stretches
  }

  /// Takes bytes of a program.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      for action in parser.parse(byte) { perform(action) }
    }
  }

  /// Changes the size of the window and wraps what is on it anew.
  public mutating func resize(columns newColumns: Int, rows newRows: Int) {
    var lines: [[Cell]] = [[]]
    var cursorLine = 0
    var cursorOffset = 0
    for (index, line) in (scrolledOff + grid).enumerated() {
      if index == scrolledOff.count + row {
        cursorLine = lines.count - 1
        cursorOffset = lines[lines.count - 1].count + column
      }
      lines[lines.count - 1] += line.cells
      if !line.wraps { lines.append([]) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    var wrapped: [Row] = []
    for (index, cells) in lines.enumerated() {
      var rest = cells[...]
      while rest.last?.text == " " && !(index == cursorLine && rest.count <= cursorOffset) {
        rest.removeLast()
      }
      if index == cursorLine {
        row = wrapped.count + cursorOffset / newColumns
        column = cursorOffset % newColumns
      }
      repeat {
        let part = Array(rest.prefix(newColumns))
        rest = rest.dropFirst(newColumns)
        let padding = Self.blank(newColumns - part.count)
        wrapped.append(Row(cells: part + padding, wraps: !rest.isEmpty))
      } while !rest.isEmpty
    }
    while wrapped.count > row + 1, wrapped[wrapped.count - 1].cells.allSatisfy({ $0.text == " " }) {
      wrapped.removeLast()
    }
    while wrapped.count <= row { wrapped.append(Row(cells: Self.blank(newColumns))) }
    let hidden = max(0, wrapped.count - newRows)
    scrolledOff = Array(wrapped.prefix(hidden))
    grid = Array(wrapped.dropFirst(hidden))
    while grid.count < newRows { grid.append(Row(cells: Self.blank(newColumns))) }
    row = max(0, row - hidden)
    (columns, rowCount) = (newColumns, newRows)
    wrapIsPending = false
  }

  static func blank(_ count: Int) -> [Cell] { Array(repeating: Cell(), count: max(0, count)) }

  private static func text(of rows: [Row]) -> String {
    var lines = rows.map { row in
      var line = row.cells.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
