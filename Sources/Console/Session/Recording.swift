import ArrayFiles

/// A file that holds the lines that led to the state of a session, at every moment.
///
/// A new line is appended at once, so that nothing is lost; where lines were undone, the file is
/// replaced.
struct Recording: Sendable {
  /// The file.
  let path: String
  /// The store in which the path is read: the folder may change while a script runs.
  private let files: FileStore
  /// What stands in the file.
  private(set) var journal = Journal()

  /// Begins a recording; an earlier recording of that name is replaced, and no other file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - journal: The lines that led to the state of now.
  ///   - files: Where files are.
  init(path: String, journal: Journal, files: FileStore) throws(ConsoleError) {
    self.path = path
    self.files = files
    if files.exists(path), !Self.isRecording(path, files) {
      throw ConsoleError(.file(FileError(path: path, operation: .write, reason: .exists)))
    }
    try replace(with: journal)
  }

  /// Brings the file up to the lines that led to the state of now.
  mutating func update(to journal: Journal) throws(ConsoleError) {
    guard let new = journal.lines(since: self.journal) else { return try replace(with: journal) }
    guard !new.isEmpty else { return }
    do {
      try files.append(Self.bytes(of: new), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
    self.journal = journal
  }

  private mutating func replace(with journal: Journal) throws(ConsoleError) {
    do {
      try files.write(Self.bytes(of: [Self.heading] + journal.lines), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
    self.journal = journal
  }

  /// The first line of every recording.
  private static let heading = "# nnrepl"

  /// Whether a file is an earlier recording, or empty.
  private static func isRecording(_ path: String, _ files: FileStore) -> Bool {
    guard let text = try? files.text(of: path) else { return files.isFolder(path) }
    return text.isEmpty || text.split(whereSeparator: \.isNewline).first == heading[...]
  }

  private static func bytes(of lines: some Sequence<String>) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [0x0A] }
  }
}
