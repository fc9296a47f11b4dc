#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files and folders that the console reads and writes.
///
///     let store = FileStore(folder: "/home/me/course", home: "/home/me")
///     try store.text(of: "iris.csv")                        // /home/me/course/iris.csv
///     try store.write(archive.npzBytes(), to: "~/net.npz")  // /home/me/net.npz, as a whole or not
///
/// Paths that do not begin with `/` are taken from `folder`, those that begin with `~/` from `home`.
/// A store has no other state, and opens files only for the time of a call.
///
/// It calls the C library directly: that tells the exact reason of each failure, and neither starts
/// Foundation nor leaves it to decide how a file is replaced.
public struct FileStore: Equatable, Sendable {
  /// The folder from which relative paths are taken.
  public var folder: String
  /// The user's own folder, or nil to leave `~` as it is.
  public var home: String?
  /// The folder, links followed, outside which nothing can be read; nothing at all is written then.
  /// nil for no such bounds.
  private var confinement: String?

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - folder: The folder from which relative paths are taken; the process's own unless told.
  ///   - home: The user's own folder, for paths that begin with `~/`.
  public init(folder: String = ".", home: String? = nil) {
    self.folder = folder
    self.home = home
  }

  /// The most bytes that a file is read for, unless told: 256 MiB.
  public static let defaultLimit = 1 << 28

  /// The path that the system is given for this one.
  public func resolve(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if let home, path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return folder == "." || path.isEmpty ? path : "\(folder)/\(path)"
  }

  /// The resolved path, checked for what the C library would cut off.
  func checkedPath(
    _ path: String, for operation: FileError.Operation
  ) throws(FileError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileError(path: path, operation: operation, reason: .malformedPath)
    }
    let resolved = resolve(path)
    guard let confinement else { return resolved }
    guard operation == .read || operation == .list else {
      throw FileError(path: path, operation: operation, reason: .confined)
    }
    // What is not there is no harm, and its reason tells more.
    guard let real = Self.realPath(resolved) else { return resolved }
    guard real == confinement || real.hasPrefix(confinement + "/") else {
      throw FileError(path: path, operation: operation, reason: .confined)
    }
    return real
  }

  /// The store for lines from strangers: relative paths are taken from a folder, nothing outside it
  /// is read, whatever links and `..` say, and nothing is written.
  public func confined(to folder: String) -> FileStore {
    var store = self
    store.folder = folder
    // A folder that is not there has nothing in it.
    store.confinement = Self.realPath(folder) ?? folder
    return store
  }

  /// The path with all links followed, or nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
