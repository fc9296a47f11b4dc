/// A place in a source text, counted as people count: the first character of the first line is
/// line 1, column 1, and a column is a `Character`, whatever its width or number of bytes.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int

  /// Makes a position from its line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether the left position stands before the right one.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a source text, from its first position up to, but not including, its end.
///
/// An empty range marks the gap before a character: what is missing there.
public struct SourceRange: Hashable, Sendable {
  /// The position of the first character.
  public var start: SourcePosition
  /// The position after the last character.
  public var end: SourcePosition

  /// Makes a range from its two ends.
  ///
  /// - Precondition: `start <= end`.
  public init(start: SourcePosition, end: SourcePosition) {
    precondition(start <= end, "a range ends before it starts: \(start) … \(end)")
    self.start = start
    self.end = end
  }

  /// Makes a range inside one line from its column and its length in characters.
  public init(line: Int, column: Int, length: Int) {
    self.init(
      start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }
}
