extension EditSession {
  /// What a key does while the menu is open, or nil when it closes the menu and goes its usual way.
  func menuInput(for key: Key) -> LibEdit.Input? {
    let isChosen = menu?.selection != nil
    switch key {
    case .character("\t"), .backTab: return call(key)
    case .down where isChosen: return call(.character("\t"))
    case .up where isChosen: return call(.backTab)
    case .escape, .character("\u{07}"): return call(.escape)
    case .character("\r") where isChosen, .character("\n") where isChosen:
      // Return takes the candidate; one more enters the line.
      let suffix = menu?.selected?.suffix ?? ""
      menu = nil
      return call(.text(suffix))
    default:
      menu = nil
      return nil
    }
  }

  /// Completes what stands before the cursor, or goes on through the candidates.
  func complete(step: Int) -> LibEdit.Outcome {
    if menu != nil { return choose(step: step) }
    guard let request else { return .beep }
    let state = libedit.line
    if !request.earlierText.isEmpty, state.textBeforeCursor.isBlank { return indent(state) }
    let whole = request.earlierText + state.text
    let cursor = (request.earlierText + state.textBeforeCursor).count
    let list = request.assistant.completions(for: whole, cursor: cursor)
    guard let first = list.candidates.first else { return .beep }
    let range = replacedScalars(of: list, in: whole, state: state)
    if list.candidates.count == 1 {
      let follows = state.textAfterCursor.hasPrefix(first.suffix)
      return put(first.text + (follows ? "" : first.suffix), in: range)
    }
    let prefix = LineState(text: list.commonPrefix).scalars
    if prefix.count > range.count || Array(state.scalars[range]) != prefix, !prefix.isEmpty {
      guard put(list.commonPrefix, in: range) == .refresh else { return .beep }
    }
    menu = CompletionMenu(list: list, original: libedit.line)
    return .refresh
  }

  /// Closes the menu and puts the line back as it was before a candidate was chosen.
  func closeMenu() -> LibEdit.Outcome {
    guard let closed = menu else { return .nothing }
    menu = nil
    if closed.selection != nil { libedit.replaceLine(with: closed.original) }
    return .refresh
  }

  private func choose(step: Int) -> LibEdit.Outcome {
    menu?.move(by: step)
    guard let menu, let candidate = menu.selected, let request else { return .beep }
    let whole = request.earlierText + menu.original.text
    libedit.replaceLine(with: menu.original)
    return put(candidate.text, in: replacedScalars(of: menu.list, in: whole, state: menu.original))
  }

  /// The scalars of the line that a candidate replaces.
  private func replacedScalars(
    of list: CompletionList, in whole: String, state: LineState
  ) -> Range<Int> {
    let earlier = request?.earlierText.unicodeScalars.count ?? 0
    let lower = Self.scalarOffset(ofCharacter: list.range.lowerBound, in: whole) - earlier
    return min(max(0, lower), state.cursor)..<state.cursor
  }

  private func put(_ text: String, in range: Range<Int>) -> LibEdit.Outcome {
    let scalars = LineState(text: text).scalars
    guard hasRoom(for: scalars) else { return .beep }
    libedit.replace(range, with: scalars)
    return .refresh
  }

  /// At the start of a continuation line Tab goes to the next stop of four.
  private func indent(_ state: LineState) -> LibEdit.Outcome {
    insert(Array(repeating: " ", count: 4 - state.cursor % 4))
  }
}
