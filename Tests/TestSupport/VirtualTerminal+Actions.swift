internal import TerminalGraphics

extension VirtualTerminal {
  /// Does what a program asks for; what is not known is a mistake of the program or of this file.
  mutating func perform(_ action: Action) {
    switch action {
    case .print(let scalar): print(scalar)
    case .control(let code): control(code)
    case .escape(let final): escape(final)
    case .sequence(let sign, let numbers, let final):
      sequence(sign: sign, numbers: numbers, final: Unicode.Scalar(final))
    }
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    let width = DisplayWidth.of(scalar)
    guard width > 0 else {
      // A mark joins the character before the cursor.
      let column = wrapIsPending ? self.column : self.column - 1
      if column >= 0 { grid[row].cells[column].text.unicodeScalars.append(scalar) }
      return
    }
    if wrapIsPending || column + width > columns {
      grid[row].wraps = true
      column = 0
      lineFeed()
    }
    grid[row].cells[column] = Cell(text: String(scalar), attributes: attributes)
    if width == 2 { grid[row].cells[column + 1] = Cell(text: "", attributes: attributes) }
    wrapIsPending = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private mutating func control(_ code: UInt8) {
    switch code {
    case 7: bellCount += 1
    case 8:
      column = max(0, column - 1)
      wrapIsPending = false
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10, 11, 12: lineFeed()
    case 13:
      column = 0
      wrapIsPending = false
    default: break
    }
  }

  private mutating func lineFeed() {
    wrapIsPending = false
    if row + 1 < rowCount {
      row += 1
    } else {
      scrolledOff.append(grid.removeFirst())
      grid.append(Row(cells: Self.blank(columns)))
    }
  }

  private mutating func escape(_ final: UInt8) {
    switch Unicode.Scalar(final) {
    case "7": savedCursor = (row, column)
    case "8": (row, column) = savedCursor
    case "M":
      if row > 0 {
        row -= 1
      } else {
        grid.removeLast()
        grid.insert(Row(cells: Self.blank(columns)), at: 0)
      }
    case "c": self = VirtualTerminal(columns: columns, rows: rowCount)
    default: break
    }
  }

  private mutating func sequence(sign: UInt8?, numbers: [Int], final: Unicode.Scalar) {
    if sign == UInt8(ascii: "?") {
      if numbers.contains(2004) { bracketsPastes = final == "h" }
      return
    }
    guard sign == nil else { return }
    if final != "m" { wrapIsPending = false }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rowCount - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rowCount, count) - 1
    case "H", "f":
      row = min(rowCount, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseRow(numbers.first ?? 0)
    case "X": blank(column..<min(columns, column + count))
    case "P":
      grid[row].cells.removeSubrange(column..<min(columns, column + count))
      grid[row].cells += Self.blank(columns - grid[row].cells.count)
    case "@":
      grid[row].cells.insert(contentsOf: Self.blank(min(count, columns - column)), at: column)
      grid[row].cells.removeLast(grid[row].cells.count - columns)
    case "L":
      for _ in 0..<min(count, rowCount - row) {
        grid.removeLast()
        grid.insert(Row(cells: Self.blank(columns)), at: row)
      }
    case "M":
      for _ in 0..<min(count, rowCount - row) {
        grid.remove(at: row)
        grid.append(Row(cells: Self.blank(columns)))
      }
    case "m": setAttributes(numbers)
    default: break
    }
  }

  private mutating func setAttributes(_ numbers: [Int]) {
    for number in numbers.isEmpty ? [0] : numbers {
      switch number {
      case 0: attributes = []
      case 39: attributes.removeAll { (30..<38).contains($0) }
      default: attributes.append(number)
      }
    }
  }

  private mutating func eraseRow(_ mode: Int) {
    switch mode {
    case 0:
      blank(column..<columns)
      grid[row].wraps = false
    case 1: blank(0..<(column + 1))
    default: blank(0..<columns)
    }
  }

  private mutating func eraseScreen(_ mode: Int) {
    switch mode {
    case 0:
      eraseRow(0)
      for below in (row + 1)..<max(row + 1, rowCount) {
        grid[below] = Row(cells: Self.blank(columns))
      }
    case 1:
      eraseRow(1)
      for above in 0..<row { grid[above] = Row(cells: Self.blank(columns)) }
    case 2: grid = Array(repeating: Row(cells: Self.blank(columns)), count: rowCount)
    default: scrolledOff = []
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for column in range { grid[row].cells[column] = Cell() }
  }
}
