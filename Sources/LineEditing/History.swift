/// What was entered, oldest first, each statement once.
struct History: Sendable {
  /// The entries, oldest first.
  private(set) var entries: [String] = []
  /// The file that keeps them, if any.
  let file: HistoryFile?
  /// The first thing that went wrong with the file and has not been told yet.
  private var problem: HistoryFile.Problem?
  private var isProblemKnown = false

  /// Loads the history of earlier sessions.
  init(file: HistoryFile?) {
    self.file = file
    guard let file else { return }
    let loaded = file.load()
    entries = loaded.entries
    note(loaded.problem)
  }

  /// Adds a statement, unless it is blank; an equal earlier one goes.
  mutating func add(_ statement: String) {
    let entry = statement.trimmingSpace
    guard !entry.isEmpty, entry != entries.last else { return }
    if let earlier = entries.lastIndex(of: entry) { entries.remove(at: earlier) }
    entries.append(entry)
    guard let file else { return }
    if entries.count > file.limit { entries.removeFirst(entries.count - file.limit) }
    note(file.append(entry))
  }

  /// Puts a text nobody entered where ↑ finds it first; no file keeps it.
  mutating func offer(_ text: String) {
    entries.removeAll { $0 == text }
    entries.append(text)
  }

  /// The first problem of this session, once.
  mutating func takeProblem() -> HistoryFile.Problem? {
    defer { problem = nil }
    return problem
  }

  private mutating func note(_ new: HistoryFile.Problem?) {
    guard let new, !isProblemKnown else { return }
    isProblemKnown = true
    problem = new
  }
}

extension String {
  /// The text without blanks and newlines at its end and blank lines at its start.
  fileprivate var trimmingSpace: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let newline = text.firstIndex(where: \.isNewline),
      text[..<newline].allSatisfy(\.isWhitespace)
    {
      text = text[text.index(after: newline)...]
    }
    return String(text)
  }
}
