public import ArrayFiles
public import TerminalGraphics

/// Where the lines of a conversation come from: a terminal, or a test.
public protocol LineSource {
  /// Asks for a complete statement; it may have several lines.
  mutating func readStatement(prompt: StyledText, assistant: ConsoleAssistant) -> LineEvent

  /// The size of the window now.
  var windowSize: (columns: Int, rows: Int) { get }

  /// Puts a text where ↑ finds it first, if there is such a key.
  mutating func offer(_ text: String)

  /// Drops the lines of a paste that have not been read, after an error in one of them.
  mutating func dropPasted()

  /// Why what is typed is not kept for later sessions; each reason is told once.
  mutating func takeHistoryProblem() -> FileError?

  /// Shows a text that is longer than the window, a screen at a time.
  mutating func page(_ text: String)
}

extension LineSource {
  /// Offers nothing.
  public mutating func offer(_ text: String) {}
}

/// What a person did at the prompt.
public enum LineEvent: Hashable, Sendable {
  /// A line, or several that belong together.
  case line(String)
  /// Ctrl-C; whether nothing had been typed.
  case interrupted(wasEmpty: Bool)
  /// Ctrl-D on an empty line, or the end of a pipe.
  case endOfInput
}
