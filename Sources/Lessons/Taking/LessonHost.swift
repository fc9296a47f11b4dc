public import SourceText

/// What runs the lines of a lesson: the console, or a test in its place.
public protocol LessonHost: LessonState {
  /// Begins afresh, as the console does when it starts: no network, no data, nothing to undo, and
  /// the lesson's seed, if it has one, for everything random. File names in the lesson's lines are
  /// relative to the folder of `script.path` from now on.
  mutating func restart(for script: LessonScript)
  /// Runs the lines of a block in order, as if they were typed, up to the first that fails.
  mutating func run(_ block: LessonBlock) -> LessonBlockResult
}

/// How a block of lines ended.
public enum LessonBlockResult: Hashable, Sendable {
  /// Every line ran.
  case completed
  /// A line failed; those after it did not run.
  case failed(LessonFailure)
}

/// The failure of a line, as far as a lesson cares: the console words the error itself.
public struct LessonFailure: Hashable, Sendable {
  /// The kind of error by the name that `@expect error` uses, such as `no-network`.
  public var kind: String
  /// Where it points.
  public var range: SourceRange
  /// The number of the last line of the statement that failed.
  public var lastLine: Int

  /// Makes a failure.
  public init(kind: String, range: SourceRange, lastLine: Int) {
    self.kind = kind
    self.range = range
    self.lastLine = lastLine
  }
}
