internal import TerminalGraphics

/// What the session draws itself. Every sequence moves relative to the cursor, as libedit does, since nobody
/// knows on which row of the screen the prompt stands.
extension EditSession {
  /// Paints colours over what libedit has drawn, the hint behind it and the menu under it.
  func paint() {
    removeDecorations()
    let state = libedit.line
    let layout = layout(of: state)
    let cursor = layout.position(cursor: state.cursor)
    let (columns, rows) = window
    // Of a line taller than the window, only libedit knows which rows are to be seen.
    guard request != nil, layout.rowCount < rows else { return }
    var output = ""
    var row = cursor.row
    if configuration.usesColor {
      output += Self.move(rows: -cursor.row) + "\r"
      output += paintedText(of: state, layout: layout, lastRow: &row)
      hint = offeredHint(for: state)
      if !hint.isEmpty, layout.end.row == row {
        let shown = StyledText(LineState(text: hint).markedText, .dim)
          .truncated(to: columns - 1 - layout.end.column)
        output += shown.render(color: true)
        decorations.showsHint = !shown.isEmpty
      }
    }
    if let menu {
      let lines = menu.lines(columns: columns, rows: min(12, rows - layout.rowCount))
      output += Self.move(rows: layout.end.row - row)
      for line in lines { output += "\r\n\u{1B}[K" + line.render(color: configuration.usesColor) }
      row = layout.end.row + lines.count
      decorations.menuRows = lines.count
    }
    if !output.isEmpty { output += Self.move(rows: cursor.row - row) + Self.moveTo(cursor.column) }
    decorations.column = cursor.column
    decorations.rowsBelowCursor = layout.end.row - cursor.row
    terminal.write(output)
  }

  /// Takes hint and menu off the screen, before libedit draws.
  func removeDecorations() {
    guard !decorations.isEmpty else { return }
    var output = decorations.showsHint ? "\u{1B}[K" : ""
    if decorations.menuRows > 0 {
      let below = decorations.rowsBelowCursor + 1
      output += Self.move(rows: below) + "\r\u{1B}[J"
      output += Self.move(rows: -below) + Self.moveTo(decorations.column)
    }
    decorations = Decorations()
    terminal.write(output)
  }

  /// Goes to a new row behind the line, with something to end it.
  func showEnd(_ mark: String = "") {
    let state = libedit.line
    let layout = layout(of: state)
    let position = layout.position(cursor: state.cursor)
    terminal.write(
      Self.move(rows: layout.end.row - position.row) + Self.moveTo(layout.end.column) + mark
        + "\r\n")
  }

  /// Takes prompt and line off the screen and leaves the cursor where the prompt began.
  func eraseLine() {
    removeDecorations()
    terminal.write(erasure)
  }

  /// What takes prompt and line off the screen, as they are laid out in the window now.
  ///
  /// The first row is erased by itself: tmux takes an erasure of all the screen for a sign to keep it
  /// in its history, from where the next change of the window's size would bring it back.
  var erasure: String {
    let state = libedit.line
    let layout = layout(of: state)
    let up = Self.move(rows: -layout.position(cursor: state.cursor).row)
    let below = layout.rowCount > 1 ? "\u{1B}[1B\u{1B}[J\u{1B}[1A" : ""
    return up + "\r\u{1B}[K" + below
  }

  /// Prompt and line, row by row, from the prompt's first cell on.
  private func paintedText(of state: LineState, layout: ScreenLayout, lastRow: inout Int) -> String
  {
    var styles: [Style] = []
    for run in promptText.runs {
      styles += Array(repeating: run.style, count: run.text.unicodeScalars.count)
    }
    let scalars = Array(promptText.plain.unicodeScalars) + state.scalars
    styles += lineStyles(of: state)
    var output = ""
    var stretch = String.UnicodeScalarView()
    var style = Style.plain
    func flush() {
      output += StyledText(String(stretch), style).render(color: true)
      stretch.removeAll()
    }
    var row = 0
    for (index, scalar) in scalars.enumerated() {
      let position = layout.positions[index]
      if styles[index] != style || position.row != row { flush() }
      style = styles[index]
      if position.row != row {
        output += "\r" + Self.move(rows: position.row - row)
        row = position.row
      }
      if scalar.value < 0x20 || scalar.value == 0x7F {
        stretch.append("^")
        stretch.append(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
      } else {
        stretch.append(scalar)
      }
    }
    flush()
    lastRow = row
    return output
  }

  /// The style of each scalar of the line.
  private func lineStyles(of state: LineState) -> [Style] {
    var styles = [Style](repeating: .plain, count: state.scalars.count)
    guard let request, state.scalars.count <= Self.highlightLimit else { return styles }
    let whole = request.earlierText + state.text
    let earlier = request.earlierText.unicodeScalars.count
    for span in request.assistant.highlight(whole) {
      let lower = Self.scalarOffset(ofCharacter: span.range.lowerBound, in: whole) - earlier
      let upper = Self.scalarOffset(ofCharacter: span.range.upperBound, in: whole) - earlier
      guard lower < styles.count, upper > 0 else { continue }
      for index in max(0, lower)..<max(0, lower, min(upper, styles.count)) {
        styles[index] = styles[index].adding(span.style)
      }
    }
    return styles
  }

  /// Lines of more characters than this are not coloured, so that every key stays fast.
  private static let highlightLimit = 4000

  /// What to show behind the cursor: how history goes on, or what the application says.
  private func offeredHint(for state: LineState) -> String {
    guard configuration.showsHints, let request, search == nil, menu == nil,
      !state.scalars.isEmpty, state.cursor == state.scalars.count
    else { return "" }
    let text = state.text
    if request.earlierText.isEmpty, !text.isBlank,
      let entry = history.entries.last(where: { $0.hasPrefix(text) && $0 != text })
    {
      return String(entry.dropFirst(text.count))
    }
    return request.assistant.hint(for: request.earlierText + text) ?? ""
  }

  /// The number of scalars before a character of a text, counted from 0.
  static func scalarOffset(ofCharacter offset: Int, in text: String) -> Int {
    guard offset > 0 else { return 0 }
    // Most texts have one scalar for each character, and most offsets are small.
    let end = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
    return text.unicodeScalars[..<(end ?? text.endIndex)].count
  }

  // MARK: - Sequences

  /// Down by so many rows, or up if negative.
  static func move(rows: Int) -> String {
    rows == 0 ? "" : rows > 0 ? "\u{1B}[\(rows)B" : "\u{1B}[\(-rows)A"
  }

  /// To a column of the same row.
  static func moveTo(_ column: Int) -> String { column == 0 ? "\r" : "\r\u{1B}[\(column)C" }
}
