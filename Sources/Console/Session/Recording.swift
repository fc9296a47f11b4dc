import ArrayFiles

/// Lines that are written to a file as they run, each one at once, so that nothing is lost.
struct Recording: Sendable {
  /// The file.
  let path: String
  /// The store in which the path is read: the folder may change while a script runs.
  private let files: FileStore
  /// The lines that were written.
  private(set) var lineCount = 0

  /// Begins a recording; a file of that name is replaced.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - lines: The lines that led to the state of now.
  ///   - files: Where files are.
  init(path: String, lines: [String], files: FileStore) throws(ConsoleError) {
    self.path = path
    self.files = files
    lineCount = lines.count
    let text = (["# nnrepl"] + lines).map { $0 + "\n" }.joined()
    do {
      try files.write(Array(text.utf8), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
  }

  /// Writes another line.
  mutating func append(_ line: String) throws(ConsoleError) {
    do {
      try files.append(Array((line + "\n").utf8), to: path)
    } catch {
      throw ConsoleError(.file(error))
    }
    lineCount += 1
  }
}
