internal import TerminalGraphics

extension EditSession {
  /// Runs a key that libedit does not know or that works differently here.
  func perform(_ character: Unicode.Scalar) -> LibEdit.Outcome {
    let key: Key
    if character == Self.privateCharacter {
      // Without a key it is an old one that vi repeats.
      guard let pending = pendingKey else { return .nothing }
      pendingKey = nil
      key = pending
    } else {
      key = .character(character)
    }
    if search != nil { return performInSearch(key) }
    switch key {
    case .up, .pageUp, .character("\u{10}"), .character("k"): return recall(older: true)
    case .down, .pageDown, .character("\u{0E}"), .character("j"): return recall(older: false)
    case .character("\t"): return complete(step: 1)
    case .backTab: return complete(step: -1)
    case .character("\u{12}"), .character("/"): return startSearch()
    case .character("\u{1F}"): return undo()
    case .left: return move { $0.cursor - 1 }
    case .right, .character("\u{06}"): return acceptHint() ?? move { $0.cursor + 1 }
    case .home: return move { _ in 0 }
    case .end, .character("\u{05}"): return acceptHint() ?? move { $0.scalars.count }
    case .wordLeft: return move { Self.wordStart(in: $0) }
    case .wordRight: return acceptHint(wordOnly: true) ?? move { Self.wordEnd(in: $0) }
    case .delete: return deleteForward()
    case .meta: return insert([NewlineMark.scalar])
    case .paste(let text): return paste(text)
    case .text(let text):
      let scalars = LineState(text: text).scalars
      return hasRoom(for: scalars) ? insert(scalars) : enterTallLine(text)
    case .tooTall: return shorten()
    case .escape: return closeMenu()
    case .character("\u{1B}"): return .nothing
    case .character(let scalar) where ComposedText.isMark(scalar): return compose(scalar)
    default: return .beep
    }
  }

  // MARK: - Moving and changing

  private func move(_ target: (LineState) -> Int) -> LibEdit.Outcome {
    let state = libedit.line
    let position = target(state)
    guard (0...state.scalars.count).contains(position) else { return .beep }
    libedit.moveCursor(to: position)
    return .moveCursor
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func wordStart(in state: LineState) -> Int {
    var position = state.cursor
    while position > 0, !isWordPart(state.scalars[position - 1]) { position -= 1 }
    while position > 0, isWordPart(state.scalars[position - 1]) { position -= 1 }
    return position
  }

  private static func wordEnd(in state: LineState) -> Int {
    var position = state.cursor
    while position < state.scalars.count, !isWordPart(state.scalars[position]) { position += 1 }
    while position < state.scalars.count, isWordPart(state.scalars[position]) { position += 1 }
    return position
  }

  private func deleteForward() -> LibEdit.Outcome {
    let state = libedit.line
    guard state.cursor < state.scalars.count else { return .beep }
    libedit.replace(state.cursor..<(state.cursor + 1), with: [])
    return .refresh
  }

  /// Inserts at the cursor, if there is room.
  func insert(_ scalars: [Unicode.Scalar]) -> LibEdit.Outcome {
    guard hasRoom(for: scalars) else { return .beep }
    let cursor = libedit.line.cursor
    return libedit.replace(cursor..<cursor, with: scalars) ? .refresh : .beep
  }

  /// Lets the letter before the cursor take in a mark; a mark without such a letter is dropped.
  private func compose(_ mark: Unicode.Scalar) -> LibEdit.Outcome {
    let state = libedit.line
    guard state.cursor > 0,
      let letter = ComposedText.composed(state.scalars[state.cursor - 1], mark)
    else { return .nothing }
    libedit.replace((state.cursor - 1)..<state.cursor, with: [letter])
    return .refresh
  }

  private func undo() -> LibEdit.Outcome {
    undoHistory.record(libedit.line)
    guard let state = undoHistory.undo() else { return .beep }
    libedit.replaceLine(with: state)
    return .refresh
  }

  // MARK: - Lines as tall as the window

  /// Whether the window can hold the line with these characters more.
  func hasRoom(for scalars: [Unicode.Scalar]) -> Bool {
    var state = libedit.line
    state.scalars.insert(contentsOf: scalars, at: state.cursor)
    return fits(state)
  }

  /// Whether the window can hold prompt and line and one row more.
  ///
  /// libedit loses its place in a line that is taller than the window: on macOS it crashes at once, on
  /// Linux when the cursor moves to the end and a character is typed.
  func fits(_ state: LineState) -> Bool {
    // Where there are cells enough even if every character were wide, nothing is laid out.
    let count = promptText.plain.unicodeScalars.count + state.scalars.count
    if count * 2 < window.columns * (window.rows - 2) || state.scalars.isEmpty { return true }
    return layout(of: state).rowCount <= max(1, window.rows - 1)
  }

  /// Puts back the line before libedit's own yank or repetition made it too tall.
  private func shorten() -> LibEdit.Outcome {
    libedit.replaceLine(with: fits(lastFitting) ? lastFitting : LineState())
    terminal.write("\u{07}")
    return .refresh
  }

  /// Enters a pasted line that is too tall to be edited.
  private func enterTallLine(_ text: String) -> LibEdit.Outcome {
    let state = libedit.line
    return leave(
      with: PastedText(
        lines: [state.textBeforeCursor + text + state.textAfterCursor], endsWithNewline: true))
  }

  /// Ends the line with a paste that is to be cut into statements.
  private func leave(with pasted: PastedText) -> LibEdit.Outcome {
    eraseLine()
    end = .pasted(pasted)
    libedit.replaceLine(with: LineState())
    return .accept
  }

  // MARK: - History and hints

  private func recall(older: Bool) -> LibEdit.Outcome {
    let state = libedit.line
    var walk = navigator ?? HistoryNavigator(typed: state.text, entries: history.entries)
    if walk.shown != state.text {
      walk = HistoryNavigator(typed: state.text, entries: history.entries)
    }
    var found: String?
    repeat {
      found = older ? walk.older(in: history.entries) : walk.newer(in: history.entries)
      // What was pasted into a larger window may not fit into this one.
    } while found.map { !fits(LineState(text: $0)) } ?? false
    guard let found else { return .beep }
    navigator = walk
    return show(found)
  }

  /// Puts a text in the line's place, if there is room.
  func show(_ text: String) -> LibEdit.Outcome {
    let old = libedit.line
    libedit.replaceLine(with: LineState())
    let state = LineState(text: text)
    guard hasRoom(for: state.scalars) else {
      libedit.replaceLine(with: old)
      return .beep
    }
    libedit.replaceLine(with: state)
    return .refresh
  }

  /// Takes the hint into the line when the cursor stands before it, or nil.
  private func acceptHint(wordOnly: Bool = false) -> LibEdit.Outcome? {
    let state = libedit.line
    guard !hint.isEmpty, state.cursor == state.scalars.count else { return nil }
    let offered = LineState(text: hint).scalars
    let end = wordOnly ? Self.wordEnd(in: LineState(offered, cursor: 0)) : offered.count
    return insert(Array(offered[..<end]))
  }

  // MARK: - Paste

  /// Inserts a paste of one line; one of several ends the line, to be cut into statements.
  private func paste(_ raw: String) -> LibEdit.Outcome {
    let prompts = SessionPrompts([request?.prompt.plain ?? ""] + configuration.sessionPrompts)
    let pasted = PastedText(raw, prompts: prompts)
    guard let first = pasted.lines.first else { return .nothing }
    let state = libedit.line
    if pasted.lines.count == 1 {
      let scalars = Array(first.unicodeScalars)
      if scalars.isEmpty { return .nothing }
      return hasRoom(for: scalars) ? insert(scalars) : enterTallLine(first)
    }
    return leave(with: pasted.surrounded(by: state.textBeforeCursor, state.textAfterCursor))
  }
}
