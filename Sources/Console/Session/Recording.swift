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
  /// The lines in the file.
  private(set) var lines: [String] = []

  /// Begins a recording; a file of that name is replaced.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - lines: The lines that led to the state of now.
  ///   - files: Where files are.
  init(path: String, lines: [String], files: FileStore) throws(ConsoleError) {
    self.path = path
    self.files = files
    try replace(with: lines)
  }

  /// Brings the file up to the lines that led to the state of now.
  mutating func update(to journal: [String]) throws(ConsoleError) {
    guard journal.starts(with: lines) else { return try replace(with: journal) }
    let new = journal[lines.count...]
    guard !new.isEmpty else { return }
    do {
      try files.append(Self.bytes(of: new), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
    lines += new
  }

  private mutating func replace(with journal: [String]) throws(ConsoleError) {
    do {
      try files.write(Self.bytes(of: ["# nnrepl"] + journal), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
    lines = journal
  }

  private static func bytes(of lines: some Sequence<String>) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [0x0A] }
  }
}
