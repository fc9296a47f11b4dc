#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads lines from a pipe, a file or a terminal without editing.
///
/// Lines end with LF, CR LF or the end of input. What is not UTF-8 becomes U+FFFD, NUL is dropped; a
/// line may be as long as memory allows. Bytes are read as they come, so that each line is there
/// as soon as its newline is.
public struct LineReader {
  /// Why a line could not be read; the number is that of the system (`errno`).
  public struct Failure: Error, Hashable, Sendable {
    /// The system's error number.
    public var errno: Int32
  }

  /// The descriptor that is read; it stays open.
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false

  /// Makes a reader of a file descriptor.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line without its end, or nil at the end of input.
  ///
  /// - Throws: ``Failure`` when the descriptor cannot be read (a directory, a closed one), and with
  ///   `EINTR` when a signal that somebody handles came first; the next call goes on where this one was.
  public mutating func next() throws(Failure) -> String? {
    var searched = position
    while true {
      if let newline = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = newline + 1 }
        return Self.text(of: buffer[position..<newline])
      }
      searched = buffer.count
      if atEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return Self.text(of: buffer[position...])
      }
      if position > 0 {
        buffer.removeFirst(position)
        searched -= position
        position = 0
      }
      try fill()
    }
  }

  /// Whether the next line is there, or the end of input, without reading.
  var hasWaitingInput: Bool { atEnd || buffer[position...].contains(UInt8(ascii: "\n")) }

  /// Reads once, waiting until something comes.
  mutating func fill() throws(Failure) {
    var problem: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { bytes, count in
      let size = read(descriptor, bytes.baseAddress, bytes.count)
      problem = size < 0 ? errno : 0
      count = max(0, size)
    }
    guard problem == 0 else { throw Failure(errno: problem) }
    atEnd = chunk.isEmpty
    buffer.append(contentsOf: chunk)
  }

  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    if line.contains(0) { return String(decoding: line.filter { $0 != 0 }, as: UTF8.self) }
    return String(decoding: line, as: UTF8.self)
  }
}
