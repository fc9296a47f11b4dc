/// What came of asking for a statement.
public enum ReadResult: Hashable, Sendable {
  /// A statement of one or several lines, without the newline at its end.
  case line(String)
  /// Ctrl-C: what was typed is dropped, `^C` is on the screen. `wasEmpty` tells that nothing had been
  /// typed, when people press Ctrl-C to leave.
  case interrupted(wasEmpty: Bool)
  /// Ctrl-D on an empty line, or the terminal went away.
  case endOfInput
}
