/// The incremental search through history that Ctrl-R starts.
///
/// A query without capitals finds capitals too. What was found stays while the query has no match.
struct HistorySearch: Sendable {
  /// What is searched.
  private(set) var query = ""
  /// Whether nothing older has the query.
  private(set) var failed = false
  /// The entry that was found, if any.
  private(set) var found: String?
  /// The line that was being typed, and its cursor, to come back to.
  let original: LineState
  /// The index of the entry that was found; the number of entries before the first.
  private var index: Int

  /// Starts a search while a line is being typed.
  init(original: LineState, entries: [String]) {
    self.original = original
    index = entries.count
  }

  /// Adds to the query; the entry that is shown may still have it.
  mutating func extend(by text: String, in entries: [String]) {
    query += text
    search(from: index, in: entries)
  }

  /// Takes the last character of the query back and searches from the newest again.
  mutating func shorten(in entries: [String]) {
    guard !query.isEmpty else { return }
    query.removeLast()
    failed = false
    index = entries.count
    found = nil
    if !query.isEmpty { search(from: index, in: entries) }
  }

  /// Looks for the next older entry.
  mutating func older(in entries: [String]) {
    guard !query.isEmpty else { return }
    search(from: index - 1, in: entries)
  }

  /// Looks for the next newer entry.
  mutating func newer(in entries: [String]) {
    guard !query.isEmpty else { return }
    var candidate = index + 1
    while candidate < entries.count {
      if matches(entries[candidate]) { return show(candidate, in: entries) }
      candidate += 1
    }
    failed = true
  }

  private mutating func search(from start: Int, in entries: [String]) {
    var candidate = min(start, entries.count - 1)
    while candidate >= 0 {
      if matches(entries[candidate]) { return show(candidate, in: entries) }
      candidate -= 1
    }
    failed = true
  }

  private mutating func show(_ candidate: Int, in entries: [String]) {
    index = candidate
    found = entries[candidate]
    failed = false
  }

  private func matches(_ entry: String) -> Bool {
    let hasCapital = query.contains { $0.isUppercase }
    return hasCapital
      ? entry.contains(query) : entry.lowercased().contains(query.lowercased())
  }
}
