#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file, closed at the end of its life.
struct OpenFile: ~Copyable {
  /// Why a call of the system failed: its error number.
  struct Failure: Error, Equatable {
    var errorNumber: Int32

    /// The failure of the call that was made last.
    static var last: Failure { Failure(errorNumber: errno) }
  }

  private let descriptor: Int32

  /// Takes over a file that is open.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Opens a file; a new one gets these permissions, less those that the process's mask takes away.
  init(_ path: String, flags: Int32, permissions: mode_t = 0) throws(Failure) {
    descriptor = Int32(try Self.retrying { Int(open(path, flags | O_CLOEXEC, permissions)) })
  }

  deinit {
    close(descriptor)
  }

  /// All bytes from here to the end, or nil where there are more than `limit`.
  ///
  /// What the system says about the size is not asked for: it is 0 for a pipe.
  func readToEnd(limit: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try Self.retrying {
        chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      }
      if count == 0 { return bytes }
      if count > limit - bytes.count { return nil }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes all bytes.
  func writeAll(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      written += try Self.retrying {
        bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
      }
    }
  }

  /// Gives the file the owner and the permissions of another one, as far as the user may.
  func copyAttributes(from status: stat) throws(Failure) {
    // Only a superuser can give a file away, and must not keep the one that belonged to another.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .last }
  }

  /// Waits until the file is on the disk, then closes it.
  consuming func finish() throws(Failure) {
    let isSynchronized = fsync(descriptor) == 0
    let failure = Failure.last
    let isClosed = close(descriptor) == 0
    let closingFailure = Failure.last
    discard self
    // A pipe or terminal has no disk to wait for.
    if !isSynchronized, failure.errorNumber != EINVAL, failure.errorNumber != ENOTSUP {
      throw failure
    }
    if !isClosed { throw closingFailure }
  }

  /// Repeats a call that a signal has interrupted, and throws where it returns a negative number.
  private static func retrying(_ call: () -> Int) throws(Failure) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      let failure = Failure.last
      if failure.errorNumber != EINTR { throw failure }
    }
  }
}
