/// Why a line editor cannot be had.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is not a terminal: read lines with ``LineReader`` instead.
  case notATerminal
  /// The terminal could not be prepared; the number is that of the system (`errno`).
  case unusable(errno: Int32)
}
