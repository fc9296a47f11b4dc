/// Where libedit puts each character of prompt and line on the screen.
///
/// Widths must be those that libedit reckons with, the C library's, or the cursor would drift; so
/// they are passed in.
struct ScreenLayout: Sendable {
  /// A cell of the screen, from the prompt's first.
  struct Position: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  /// The position of each scalar of the prompt and, after them, of the line; the last one is where the
  /// next character would go.
  let positions: [Position]
  /// How many scalars the prompt has.
  let promptCount: Int

  /// Lays out a prompt and a line in a window.
  ///
  /// - Precondition: `columns > 0`.
  init(
    prompt: [Unicode.Scalar], line: [Unicode.Scalar], columns: Int,
    width: (Unicode.Scalar) -> Int
  ) {
    precondition(columns > 0, "a window of \(columns) columns")
    var positions: [Position] = []
    positions.reserveCapacity(prompt.count + line.count + 1)
    var row = 0
    var column = 0
    for scalar in [prompt, line].joined() {
      switch scalar.value {
      case 9:
        positions.append(Position(row: row, column: column))
        repeat { column += 1 } while column % 8 != 0 && column < columns
      case 0..<0x20, 0x7F:
        // Shown as ^X: two cells that may stand on two rows.
        positions.append(Position(row: row, column: column))
        column += 2
        if column > columns { (row, column) = (row + 1, column - columns) }
      default:
        let cells = max(0, width(scalar))
        if column + cells > columns { (row, column) = (row + 1, 0) }
        positions.append(Position(row: row, column: column))
        column += cells
      }
      if column >= columns { (row, column) = (row + 1, 0) }
    }
    positions.append(Position(row: row, column: column))
    self.positions = positions
    promptCount = prompt.count
  }

  /// Where the cursor stands behind so many scalars of the line.
  func position(cursor: Int) -> Position { positions[promptCount + cursor] }

  /// Where the next character after the line goes.
  var end: Position { positions[positions.count - 1] }

  /// The rows that prompt and line take.
  var rowCount: Int { end.row + 1 }
}
