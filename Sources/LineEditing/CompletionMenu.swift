internal import TerminalGraphics

/// The candidates under the line, and which of them is chosen.
struct CompletionMenu: Sendable {
  /// What was asked and answered.
  let list: CompletionList
  /// The line before any candidate was put in.
  let original: LineState
  /// The chosen candidate, if any.
  private(set) var selection: Int?

  /// Opens a menu with nothing chosen.
  init(list: CompletionList, original: LineState) {
    self.list = list
    self.original = original
  }

  /// The candidate that is chosen.
  var selected: Completion? { selection.map { list.candidates[$0] } }

  /// Chooses the next candidate (1) or the one before (-1), around the ends.
  mutating func move(by step: Int) {
    let count = list.candidates.count
    guard let current = selection else {
      selection = step > 0 ? 0 : count - 1
      return
    }
    selection = (current + step + count) % count
  }

  /// The menu as lines of a window, at most so many: one candidate a line with what it is about, or several
  /// beside each other when there is nothing to say about them.
  ///
  /// Each line is at least one column narrower than the window, so that none wraps.
  func lines(columns: Int, rows: Int) -> [StyledText] {
    guard rows > 0 else { return [] }
    let room = max(1, columns - 1)
    let candidates = list.candidates
    let widest = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let hasSummaries = candidates.contains { !$0.summary.isEmpty }
    let perLine = hasSummaries ? 1 : max(1, room / (widest + 4))
    let lineCount = (candidates.count + perLine - 1) / perLine
    let fits = lineCount <= rows
    let shown = fits ? lineCount : max(1, rows - 1)
    // The window scrolls as little as the choice needs.
    let chosenLine = (selection ?? 0) / perLine
    let first = min(max(0, chosenLine - shown + 1), max(0, lineCount - shown))
    let nameWidth = hasSummaries ? min(widest, max(8, room / 2)) : widest
    var lines = (first..<min(first + shown, lineCount)).map { line in
      let indices = (line * perLine)..<min((line + 1) * perLine, candidates.count)
      var text = StyledText()
      for index in indices {
        text += entry(at: index, nameWidth: nameWidth, hasSummaries: hasSummaries)
      }
      return text.truncated(to: room)
    }
    if !fits && rows > 1 {
      let last = min((first + shown) * perLine, candidates.count)
      lines.append(
        StyledText("  \(first * perLine + 1)–\(last) / \(candidates.count)", .dim)
          .truncated(to: room))
    }
    return lines
  }

  private func entry(at index: Int, nameWidth: Int, hasSummaries: Bool) -> StyledText {
    let candidate = list.candidates[index]
    let isChosen = index == selection
    let name = StyledText(candidate.text).truncated(to: nameWidth)
    var text = StyledText(isChosen ? "> " : "  ", .cyan)
    text += name.styled(isChosen ? .bold.adding(.cyan) : .plain)
    text.append(String(repeating: " ", count: max(0, nameWidth - name.width) + 2))
    if hasSummaries { text.append(candidate.summary, .dim) }
    return text
  }
}
