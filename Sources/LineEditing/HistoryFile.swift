#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The statements of earlier sessions, in a file that several sessions can write at once.
///
/// Each entry is one line of UTF-8 in which a newline is `\n` and a backslash `\\`. Entries are
/// appended under a lock, so sessions that run side by side lose nothing; a file that has grown far
/// beyond its limit is rewritten and renamed into place when a session starts. The file is created
/// with mode 0600, its folders with 0700.
///
/// Nothing that is wrong with the file stops anybody from working: foreign or broken lines are
/// read as well as they can be, and what failed is returned as a ``Problem``.
public struct HistoryFile: Hashable, Sendable {
  /// Why history could not be read or kept.
  public struct Problem: Error, Hashable, Sendable {
    /// What was being done.
    public enum Action: Hashable, Sendable {
      case read, write
    }
    /// What was being done.
    public var action: Action
    /// The file.
    public var path: String
    /// The system's error number: `EACCES`, `ENOSPC`, `EISDIR` …
    public var errno: Int32
  }

  /// Where the file is.
  public let path: String
  /// How many entries are remembered.
  public let limit: Int

  /// Bytes read at most, from the end of the file.
  private static let sizeLimit = 16 << 20
  /// Entries of more bytes than this are not kept.
  private static let entryLimit = 64 << 10

  /// Names a history file, which need not exist.
  ///
  /// - Precondition: `limit > 0`.
  public init(path: String, limit: Int = 5000) {
    precondition(limit > 0, "history of \(limit) entries")
    self.path = path
    self.limit = limit
  }

  /// The remembered entries, oldest first, each once, and what went wrong if anything did.
  ///
  /// A missing file is an empty history. A file with more than twice its limit of lines is compacted.
  ///
  /// - Complexity: O(*n*) in the size of the file.
  public func load() -> (entries: [String], problem: Problem?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return ([], errno == ENOENT ? nil : Problem(action: .read, path: path, errno: errno))
    }
    defer { close(descriptor) }
    var lineCount = 0
    switch Self.contents(of: descriptor) {
    case .failure(let error): return ([], Problem(action: .read, path: path, errno: error.number))
    case .success(let bytes):
      let entries = parse(bytes, lineCount: &lineCount)
      return (entries, lineCount > 2 * limit + 100 ? compact() : nil)
    }
  }

  /// Adds an entry at the end, and says what went wrong if anything did.
  public func append(_ entry: String) -> Problem? {
    let line = Self.escaped(entry)
    guard line.utf8.count <= Self.entryLimit, !line.isEmpty else { return nil }
    Self.makeFolders(of: path)
    let descriptor = openLocked()
    guard descriptor >= 0 else { return Problem(action: .write, path: path, errno: errno) }
    defer { close(descriptor) }
    let end = lseek(descriptor, 0, SEEK_END)
    var bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
    // A line that was cut off, by a full disk or a crash, must not swallow this one.
    var last = UInt8(ascii: "\n")
    if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != UInt8(ascii: "\n") {
      bytes.insert(UInt8(ascii: "\n"), at: 0)
    }
    if let number = Self.write(bytes, to: descriptor) {
      _ = ftruncate(descriptor, end)
      return Problem(action: .write, path: path, errno: number)
    }
    return nil
  }

  // MARK: - Text

  /// The entry as one line.
  static func escaped(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: if scalar.value >= 0x20, scalar.value != 0x7F { line.unicodeScalars.append(scalar) }
      }
    }
    return line
  }

  /// The entry of a line; a backslash that escapes nothing known stands for itself.
  static func unescaped(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        if scalar != "n" && scalar != "\\" { entry.append("\\") }
        entry.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.append(scalar)
      }
    }
    if isEscaped { entry.append("\\") }
    return String(entry)
  }

  /// The last entries of a file, each once, where it was used last.
  private func parse(_ bytes: [UInt8], lineCount: inout Int) -> [String] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    lineCount = lines.count
    var seen: Set<String> = []
    var entries: [String] = []
    for line in lines.reversed() where entries.count < limit {
      guard line.count <= Self.entryLimit else { continue }
      // Escaping once more drops control characters of a foreign file, which would reach the screen.
      let text = String(decoding: line, as: UTF8.self)
      let clean = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      let entry = Self.unescaped(clean ? text : Self.escaped(Self.unescaped(text)))
      if !entry.isEmpty, seen.insert(entry).inserted { entries.append(entry) }
    }
    return entries.reversed()
  }

  // MARK: - Files

  private struct SystemError: Error {
    var number: Int32
  }

  private static func contents(of descriptor: Int32) -> Result<[UInt8], SystemError> {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(SystemError(number: errno)) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      return .failure(SystemError(number: kind == S_IFDIR ? EISDIR : EINVAL))
    }
    let size = min(Int(status.st_size), sizeLimit)
    lseek(descriptor, off_t(Int(status.st_size) - size), SEEK_SET)
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0 { number = errno }
        guard got > 0 else { break }
        count += got
      }
    }
    return number == 0 ? .success(bytes) : .failure(SystemError(number: number))
  }

  /// Opens the file for appending and locks it; -1 on failure, with `errno` set.
  private func openLocked() -> Int32 {
    for _ in 0..<8 {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return -1 }
      Self.lock(descriptor)
      // Another session may have renamed a compacted file into place meanwhile.
      var mine = stat()
      var current = stat()
      guard fstat(descriptor, &mine) == 0, mine.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        errno = EINVAL
        return -1
      }
      if stat(path, &current) == 0, current.st_ino == mine.st_ino, current.st_dev == mine.st_dev {
        return descriptor
      }
      close(descriptor)
    }
    errno = EBUSY
    return -1
  }

  /// Takes the lock, but waits no longer than a fifth of a second: appending a line is safe
  /// enough without it, and a stopped process must not stop this one.
  private static func lock(_ descriptor: Int32) {
    for _ in 0..<40 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(5000)
    }
  }

  /// Rewrites the file with its last entries and renames it into place.
  private func compact() -> Problem? {
    let descriptor = openLocked()
    guard descriptor >= 0 else { return Problem(action: .write, path: path, errno: errno) }
    defer { close(descriptor) }
    guard case .success(let bytes) = Self.contents(of: descriptor) else { return nil }
    var lineCount = 0
    let entries = parse(bytes, lineCount: &lineCount)
    let text = entries.map { Self.escaped($0) + "\n" }.joined()
    let temporary = "\(path).\(getpid()).tmp"
    let new = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard new >= 0 else { return Problem(action: .write, path: path, errno: errno) }
    var number = Self.write(Array(text.utf8), to: new)
    if number == nil, fsync(new) != 0 { number = errno }
    close(new)
    if number == nil, rename(temporary, path) != 0 { number = errno }
    if let number {
      unlink(temporary)
      return Problem(action: .write, path: path, errno: number)
    }
    return nil
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        #else
          Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        #endif
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      written += count
    }
    return nil
  }

  /// Makes the folders that lead to a file; those that exist stay as they are.
  private static func makeFolders(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty && part.isEmpty ? "/" : part + "/"
      if folder != "/" { mkdir(folder, 0o700) }
    }
  }
}
