#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that cannot be read or written, and why.
///
/// The path is as the user gave it: show it only with control characters escaped.
public struct FileError: Error, Equatable, Sendable {
  /// What was tried.
  public enum Operation: Equatable, Sendable {
    /// To read a file.
    case read
    /// To write a file.
    case write
    /// To list a folder.
    case list
    /// To make a folder.
    case makeFolder
    /// To give a file another name.
    case move
  }

  /// Why it did not work.
  public enum Reason: Equatable, Sendable {
    /// There is no such file, or no folder to put it into.
    case missing
    /// It is a folder.
    case isFolder
    /// A part of the path that should be a folder is none.
    case isNotFolder
    /// It is already there.
    case exists
    /// The user may not do this.
    case noPermission
    /// The disk, or the user's share of it, is full.
    case noSpace
    /// The disk can only be read.
    case readOnlyDisk
    /// The path is empty or has a zero character in it.
    case malformedPath
    /// The path, or a name in it, is longer than the system allows.
    case nameTooLong
    /// Symbolic links lead around in a circle.
    case linkLoop
    /// It lies outside the folder that may be read, or is to be written where nothing may be.
    case confined
    /// The file has more bytes than allowed.
    case tooLarge(limit: Int)
    /// The file is not UTF-8 from this byte on.
    case notUTF8(offset: Int)
    /// What the system says otherwise, as its error number.
    case system(Int32)
  }

  /// The file or folder, as it was given.
  public var path: String
  /// What was tried.
  public var operation: Operation
  /// Why it did not work.
  public var reason: Reason

  /// Makes an error from its parts.
  public init(path: String, operation: Operation, reason: Reason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }
}

extension FileError.Reason {
  /// The reason that one of the system's error numbers stands for.
  public init(errorNumber: Int32) {
    self =
      switch errorNumber {
      case ENOENT: .missing
      case EISDIR: .isFolder
      case ENOTDIR: .isNotFolder
      case EEXIST: .exists
      case EACCES, EPERM: .noPermission
      case ENOSPC, EDQUOT: .noSpace
      case EROFS: .readOnlyDisk
      case ENAMETOOLONG: .nameTooLong
      case ELOOP: .linkLoop
      case EFBIG: .tooLarge(limit: .max)
      default: .system(errorNumber)
      }
  }
}
