extension StyledText {
  /// The text broken into lines that fit into some columns.
  ///
  /// Lines break after spaces and between Japanese characters, where the rules for line ends allow
  /// it; a word that is wider than the window is cut. Line breaks of the text stay, and so does the
  /// indentation of a line, also for the lines that continue it. Spaces at a break disappear.
  ///
  ///     StyledText("the total input").wrapped(to: 10)  // "the total", "input"
  ///
  /// - Parameter columns: the width; a character wider than that stands on a line of its own.
  /// - Complexity: O(*n*) in the length of the text.
  public func wrapped(to columns: Int) -> [StyledText] {
    lines.flatMap { line in
      line.width <= columns ? [line] : line.brokenUp(to: max(1, columns))
    }
  }

  /// One line of text, too wide for the columns, as several.
  private func brokenUp(to columns: Int) -> [StyledText] {
    let cells = runs.flatMap { run in run.text.map { Cell(character: $0, style: run.style) } }
    let indentation = min(cells.prefix { $0.character == " " }.count, columns / 2)
    var lines: [StyledText] = []
    var start = cells.prefix { $0.isSpace }.count
    while start < cells.count {
      let end = lineEnd(from: start, in: cells, columns: columns - indentation)
      var line = StyledText(String(repeating: " ", count: indentation))
      var last = end
      while last > start, cells[last - 1].isSpace { last -= 1 }
      for cell in cells[start..<last] { line.append(String(cell.character), cell.style) }
      lines.append(line)
      start = end
      while start < cells.count, cells[start].isSpace { start += 1 }
    }
    return lines.isEmpty ? [StyledText()] : lines
  }

  /// The index after the last cell of the line that begins at `start`.
  private func lineEnd(from start: Int, in cells: [Cell], columns: Int) -> Int {
    var room = columns
    var end = start
    var lastBreak: Int?
    while end < cells.count, cells[end].width <= room {
      room -= cells[end].width
      end += 1
      if end < cells.count,
        LineBreaking.isAllowed(after: cells[end - 1].character, before: cells[end].character)
      {
        lastBreak = end
      }
    }
    if end == cells.count || cells[end].isSpace { return max(end, start + 1) }
    return lastBreak ?? max(end, start + 1)
  }

  private struct Cell {
    var character: Character
    var style: Style
    var width: Int

    init(character: Character, style: Style) {
      self.character = character
      self.style = style
      self.width = DisplayWidth.of(character)
    }

    var isSpace: Bool { character == " " || character == "\u{3000}" }
  }
}
