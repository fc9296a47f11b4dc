/// Going up and down the statements that start with what was typed.
struct HistoryNavigator: Sendable {
  /// What was typed before the first step, to come back to.
  private let typed: String
  /// The index of the entry that is shown; the number of entries stands for what was typed.
  private var index: Int
  /// What is shown now; when the line differs, somebody edited it and a new walk begins.
  private(set) var shown: String

  /// Starts a walk from a line that is being typed.
  init(typed: String, entries: [String]) {
    self.typed = typed
    index = entries.count
    shown = typed
  }

  /// The next older entry that starts with what was typed and differs from what is shown.
  mutating func older(in entries: [String]) -> String? {
    var candidate = min(index, entries.count) - 1
    while candidate >= 0 {
      if entries[candidate].hasPrefix(typed), entries[candidate] != shown {
        index = candidate
        shown = entries[candidate]
        return shown
      }
      candidate -= 1
    }
    return nil
  }

  /// The next newer one; behind the newest comes what was typed.
  mutating func newer(in entries: [String]) -> String? {
    guard index < entries.count else { return nil }
    for candidate in (index + 1)..<max(index + 1, entries.count)
    where entries[candidate].hasPrefix(typed) && entries[candidate] != shown {
      index = candidate
      shown = entries[candidate]
      return shown
    }
    index = entries.count
    shown = typed
    return shown
  }
}
