#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The descriptors of a terminal.
struct Terminal: Sendable {
  let input: Int32
  let output: Int32

  /// Whether both ends are a terminal.
  var isTerminal: Bool { isatty(input) == 1 && isatty(output) == 1 }

  /// The window's size in columns and rows; 80×24 where the terminal does not tell.
  var size: (columns: Int, rows: Int) {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0 else { return (80, 24) }
    return (
      window.ws_col > 1 ? Int(window.ws_col) : 80, window.ws_row > 0 ? Int(window.ws_row) : 24
    )
  }

  /// Writes everything, waiting where the terminal is slow; an error ends the writing, as there is nobody
  /// to tell.
  func write(_ text: String) {
    guard !text.isEmpty else { return }
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Self.write(output, bytes.baseAddress! + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        if count < 0 && errno == EAGAIN {
          var room = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
          poll(&room, 1, -1)
          continue
        }
        guard count > 0 else { return }
        written += count
      }
    }
  }

  /// What woke ``wait(for:timeout:)``.
  enum Event: Equatable {
    case input, wakeUp, timeout
  }

  /// Waits for input, for a byte in a wake-up pipe, or for a time in milliseconds (-1: for ever).
  ///
  /// The pipe comes first: a Ctrl-C overtakes what was typed before it.
  func wait(wakeUp: Int32, timeout: Int32) -> Event {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let count = poll(&descriptors, 2, timeout)
      if count == 0 { return .timeout }
      if count < 0 && errno == EINTR { continue }
      return descriptors[1].revents != 0 ? .wakeUp : .input
    }
  }

  /// Reads what is there, at most 64 KiB or as many bytes as are wanted; empty at the end of input
  /// or on an error.
  func read(atMost limit: Int = 65_536) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var size = Self.read(input, buffer.baseAddress!, limit)
      while size < 0 && (errno == EINTR || errno == EAGAIN) {
        size = Self.read(input, buffer.baseAddress!, limit)
      }
      count = max(0, size)
    }
  }

  #if canImport(Darwin)
    private static func write(_ fd: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
      Darwin.write(fd, bytes, count)
    }
    private static func read(_ fd: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
      Darwin.read(fd, bytes, count)
    }
  #else
    private static func write(_ fd: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
      Glibc.write(fd, bytes, count)
    }
    private static func read(_ fd: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
      Glibc.read(fd, bytes, count)
    }
  #endif
}
