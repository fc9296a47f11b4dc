#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileStore {
  /// Something in a folder.
  public struct Entry: Equatable, Sendable {
    /// Its name, without the folder.
    public var name: String
    /// Whether it is a folder itself, or a link to one.
    public var isFolder: Bool

    /// Makes an entry from its parts.
    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  /// The bytes of a whole file, which may also be a pipe.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have.
  /// - Throws: Why the file cannot be read.
  public func bytes(
    of path: String, limit: Int = FileStore.defaultLimit
  ) throws(FileError) -> [UInt8] {
    let resolved = try checkedPath(path, for: .read)
    let bytes: [UInt8]?
    do throws(OpenFile.Failure) {
      // On some systems a folder can be opened, and only reading from it fails.
      bytes = try OpenFile(resolved, flags: O_RDONLY).readToEnd(limit: limit)
    } catch {
      throw FileError(
        path: path, operation: .read, reason: .init(errorNumber: error.errorNumber))
    }
    guard let bytes else {
      throw FileError(path: path, operation: .read, reason: .tooLarge(limit: limit))
    }
    return bytes
  }

  /// The text of a whole file in UTF-8.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have.
  /// - Throws: Why the file cannot be read, also where it is not UTF-8.
  public func text(
    of path: String, limit: Int = FileStore.defaultLimit
  ) throws(FileError) -> String {
    let bytes = try bytes(of: path, limit: limit)
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      throw FileError(
        path: path, operation: .read,
        reason: .notUTF8(offset: error.byteOffsets.lowerBound))
    }
  }

  /// Whether there is a folder, or a link to one, at a path.
  public func isFolder(_ path: String) -> Bool {
    guard let resolved = try? checkedPath(path, for: .list) else { return false }
    return Self.status(of: resolved).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// Whether there is anything at a path that can be seen: a file, a folder, a link to one.
  public func exists(_ path: String) -> Bool {
    guard let resolved = try? checkedPath(path, for: .read) else { return false }
    return Self.status(of: resolved) != nil
  }

  /// What is in a folder, sorted by name; `.` and `..` are left out.
  ///
  /// - Throws: Why the folder cannot be listed.
  public func entries(ofFolder path: String) throws(FileError) -> [Entry] {
    let resolved = try checkedPath(path, for: .list)
    func failure() -> FileError {
      FileError(path: path, operation: .list, reason: .init(errorNumber: errno))
    }
    guard let directory = opendir(resolved) else { throw failure() }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while true {
      errno = 0  // The only way to tell the end from a failure.
      guard let entry = readdir(directory) else {
        if errno != 0 { throw failure() }
        break
      }
      // The name reaches beyond the end of the record's declared type on some systems and is
      // shorter than it on others, so it is read in place.
      let name = String(
        cString: UnsafeRawPointer(entry)
          .advanced(by: MemoryLayout<dirent>.offset(of: \.d_name)!)
          .assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      let status = Self.status(of: "\(resolved)/\(name)")
      entries.append(
        Entry(name: name, isFolder: status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// What the system knows about a file, or nil where there is none, links followed.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
