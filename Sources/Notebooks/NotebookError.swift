public import SourceText

/// Why a file is no notebook that can be read.
public enum NotebookError: Error, Hashable, Sendable {
  /// The file is longer than a notebook may be.
  case tooLarge(bytes: Int, limit: Int)
  /// The file is not UTF-8 from this byte on, counted from 0.
  case notText(offset: Int)
  /// The file is not JSON at this place.
  case json(Problem, at: SourcePosition)
  /// Arrays and objects are nested deeper than the limit.
  case tooDeep(limit: Int, at: SourcePosition)
  /// The file is JSON, but has no notebook's key there: `cells`, `nbformat`, a cell's `cell_type`
  /// or `source`.
  case missing(key: String, at: SourcePosition)
  /// A key has a value of another kind than in a notebook.
  case wrongKind(key: String, at: SourcePosition)
  /// The notebook is of a format other than 4.
  case unsupportedFormat(version: Int)

  /// What is wrong with a JSON text.
  public enum Problem: Hashable, Sendable {
    /// The text ends before the value does.
    case end
    /// A character that cannot stand there.
    case unexpected(Character)
    /// A string without its closing quote.
    case unclosedString
    /// A backslash before something that it does not go with.
    case escape
    /// A control character in a string; JSON writes `\n` for a line's end.
    case controlCharacter
    /// What begins like a number and is none.
    case number
  }
}
