internal import TerminalGraphics

extension EditSession {
  /// Starts looking for a statement in history.
  func startSearch() -> LibEdit.Outcome {
    search = HistorySearch(original: libedit.line, entries: history.entries)
    return showSearch()
  }

  /// Runs a key of the search; one that means something else ends it and is run again.
  func performInSearch(_ key: Key) -> LibEdit.Outcome {
    guard var search else { return .nothing }
    let entries = history.entries
    switch key {
    case .character("\u{12}"), .up: search.older(in: entries)
    case .character("\u{13}"), .down: search.newer(in: entries)
    case .character("\u{7F}"), .character("\u{08}"): search.shorten(in: entries)
    case .character("\u{07}"):
      let original = search.original
      leaveSearch()
      libedit.replaceLine(with: original)
      return .refresh
    case .character(let scalar) where scalar.value >= 0x20:
      search.extend(by: String(scalar), in: entries)
    case .paste(let text):
      let prompts = SessionPrompts(configuration.sessionPrompts)
      search.extend(by: PastedText(text, prompts: prompts).lines.first ?? "", in: entries)
    case .escape, .other:
      leaveSearch()
      return .refresh
    default:
      leaveSearch()
      waitingKeys.insert(key, at: 0)
      return .refresh
    }
    self.search = search
    return showSearch()
  }

  /// Ends the search and leaves in the line what was found.
  func leaveSearch() {
    guard search != nil else { return }
    search = nil
    showPrompt(request?.prompt ?? StyledText())
  }

  /// The prompt while searching, no wider than half the window.
  func searchPrompt(of search: HistorySearch) -> StyledText {
    let room = max(4, window.columns / 2)
    var query = search.query[...]
    while DisplayWidth.of(query) > room { query = query.dropFirst() }
    let label = search.failed ? labels.noMatch : labels.search
    return StyledText(label + " '\(query)': ", search.failed ? .yellow : .cyan)
  }

  private func showSearch() -> LibEdit.Outcome {
    guard let search else { return .nothing }
    showPrompt(searchPrompt(of: search))
    guard let found = search.found else {
      libedit.replaceLine(with: search.original)
      return .refresh
    }
    return show(found)
  }
}
