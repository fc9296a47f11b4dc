/// Why a line editor cannot be had.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is not a terminal: read lines with ``LineReader`` instead.
  case notATerminal
  /// The terminal could not be prepared: no UTF-8 locale on this system, or too little memory.
  case unusable
}
