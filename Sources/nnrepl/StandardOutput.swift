import Console

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, written in large pieces; where it cannot be written, there is no point in going
/// on.
final class StandardOutput {
  private var buffer: [UInt8] = []

  /// Writes a text, sooner or later.
  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Writes everything that is waiting.
  ///
  /// Where that fails, the process ends: with a message, or without a word where the reader of a
  /// pipe has gone, which is what it wanted.
  func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let failure = Self.write(buffer, to: 1) else { return }
    if failure != EPIPE {
      Self.writeError("nnrepl: cannot write: \(String(cString: strerror(failure)))\n")
    }
    exit(BatchConsole.ExitStatus.failure)
  }

  /// Writes a text to standard error.
  static func writeError(_ text: String) {
    _ = write(Array(text.utf8), to: 2)
  }

  /// Writes all bytes.
  ///
  /// - Returns: The system's error number, or nil where all went well.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let written = Darwin.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let written = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
