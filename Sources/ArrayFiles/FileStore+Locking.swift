#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileStore {
  /// Does something while no other process that asks for the same lock does.
  ///
  /// The lock is a file of its own beside the one it is for, because that one is replaced as a whole
  /// when it is written. It is taken for a moment only; a process that was stopped while it held it
  /// does not stop this one, which goes on without it after two seconds, and so it does where the
  /// file of the lock cannot be made.
  ///
  /// - Parameters:
  ///   - path: The file that is read and written in the body.
  ///   - body: What is done.
  public func withLock<Result, Failure: Error>(
    of path: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let resolved = try? checkedPath(path + ".lock", for: .write) else { return try body() }
    let descriptor = open(resolved, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return try body() }
    // Closing it gives the lock back.
    defer { close(descriptor) }
    for _ in 0..<400 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(5000)
    }
    return try body()
  }
}
