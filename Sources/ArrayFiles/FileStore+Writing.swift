#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileStore {
  /// Who may read a file or folder that is new.
  public enum Permissions: Sendable {
    /// Everyone, less those whom the process's mask keeps out.
    case everyone
    /// Only the owner.
    case owner

    /// The permissions of a new file.
    var file: mode_t { self == .everyone ? 0o644 : 0o600 }
    /// The permissions of a new folder.
    var folder: mode_t { self == .everyone ? 0o755 : 0o700 }
  }

  /// Writes a file as a whole: others see what was there before or all of the new bytes, also
  /// after a failure, a crash or a power cut.
  ///
  /// The bytes go into a new file in the same folder, which then takes the name. An existing file
  /// must be writable and keeps its permissions; behind a symbolic link, the file it leads to is
  /// replaced. A device or pipe is written to directly.
  ///
  /// - Parameters:
  ///   - bytes: All bytes of the file.
  ///   - path: The file.
  ///   - permissions: Who may read the file if it is new.
  /// - Throws: Why the file cannot be written. It is as it was before, then.
  public func write(
    _ bytes: [UInt8], to path: String, permissions: Permissions = .everyone
  ) throws(FileError) {
    let resolved = try checkedPath(path, for: .write)
    do throws(OpenFile.Failure) {
      guard let status = Self.status(of: resolved) else {
        return try replace(resolved, with: bytes, permissions: permissions, like: nil)
      }
      guard access(resolved, W_OK) == 0 else { throw .last }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        try replace(
          Self.realPath(resolved) ?? resolved, with: bytes, permissions: permissions, like: status)
      case S_IFDIR: throw OpenFile.Failure(errorNumber: EISDIR)
      default:
        let file = try OpenFile(resolved, flags: O_WRONLY)
        try file.writeAll(bytes)
        try file.finish()
      }
    } catch {
      throw FileError(
        path: path, operation: .write, reason: .init(errorNumber: error.errorNumber))
    }
  }

  /// Appends to a file, or begins it. Pieces that several processes append do not mix.
  ///
  /// - Parameters:
  ///   - bytes: What to append, best a whole line.
  ///   - path: The file.
  ///   - permissions: Who may read the file if it is new.
  /// - Throws: Why the file cannot be written. A part may have been, then.
  public func append(
    _ bytes: [UInt8], to path: String, permissions: Permissions = .everyone
  ) throws(FileError) {
    let resolved = try checkedPath(path, for: .write)
    do throws(OpenFile.Failure) {
      let file = try OpenFile(
        resolved, flags: O_WRONLY | O_APPEND | O_CREAT, permissions: permissions.file)
      try file.writeAll(bytes)
    } catch {
      throw FileError(
        path: path, operation: .write, reason: .init(errorNumber: error.errorNumber))
    }
  }

  /// Makes a folder and those above it where they are not there yet.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - permissions: Who may enter the folders that are new.
  /// - Throws: Why a folder cannot be made.
  public func makeFolder(
    _ path: String, permissions: Permissions = .owner
  ) throws(FileError) {
    let resolved = try checkedPath(path, for: .makeFolder)
    var made = resolved.hasPrefix("/") ? "" : "."
    for name in resolved.split(separator: "/") {
      made += "/\(name)"
      if mkdir(made, permissions.folder) == 0 { continue }
      let errorNumber = errno
      // What is there already is fine if it is a folder, whatever else the system objects to.
      if let status = Self.status(of: made) {
        if status.st_mode & S_IFMT == S_IFDIR { continue }
        throw FileError(path: path, operation: .makeFolder, reason: .isNotFolder)
      }
      throw FileError(
        path: path, operation: .makeFolder, reason: .init(errorNumber: errorNumber))
    }
  }

  /// Gives a file or folder another name on the same disk; a file of that name is replaced.
  ///
  /// - Throws: Why it cannot be moved.
  public func move(_ path: String, to newPath: String) throws(FileError) {
    let resolved = try checkedPath(path, for: .move)
    guard try rename(resolved, checkedPath(newPath, for: .move)) == 0 else {
      throw FileError(path: path, operation: .move, reason: .init(errorNumber: errno))
    }
  }

  /// Writes a new file beside this one and lets it take the name.
  private func replace(
    _ path: String, with bytes: [UInt8], permissions: Permissions, like existing: stat?
  ) throws(OpenFile.Failure) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let temporary = try TemporaryFile(in: folder, permissions: permissions)
    let temporaryPath = temporary.path
    do throws(OpenFile.Failure) {
      if let existing { try temporary.file.copyAttributes(from: existing) }
      try temporary.file.writeAll(bytes)
      try temporary.file.finish()
      guard rename(temporaryPath, path) == 0 else { throw .last }
    } catch {
      unlink(temporaryPath)
      throw error
    }
    // The new name is safe when its folder is on the disk; not every disk can do that.
    if let directory = try? OpenFile(folder.isEmpty ? "." : folder, flags: O_RDONLY) {
      try? directory.finish()
    }
  }
}

/// A new empty file of a name that nothing else has.
private struct TemporaryFile: ~Copyable {
  let path: String
  let file: OpenFile

  init(
    in folder: String, permissions: FileStore.Permissions
  ) throws(OpenFile.Failure) {
    var attempt = 0
    while true {
      let path = "\(folder).nnrepl-\(getpid())-\(attempt)"
      do throws(OpenFile.Failure) {
        file = try OpenFile(
          path, flags: O_WRONLY | O_CREAT | O_EXCL, permissions: permissions.file)
        self.path = path
        return
      } catch {
        attempt += 1
        guard error.errorNumber == EEXIST, attempt < 1000 else { throw error }
      }
    }
  }
}
