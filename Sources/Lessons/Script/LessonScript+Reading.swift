extension LessonScript {
  /// The most bytes of a script that are read: 4 MiB.
  public static let maximumBytes = 4 << 20
  /// The most bytes of a line that are read.
  public static let maximumLineBytes = 1 << 14
  /// The most steps of a lesson.
  public static let maximumSteps = 1000
  /// The most errors that one reading reports.
  public static let maximumErrors = 100

  /// What a reading of a script leads to.
  public struct Reading: Hashable, Sendable {
    /// The lesson, or nil where there are errors.
    public var script: LessonScript?
    /// Everything that is wrong, in the order of the lines.
    public var errors: [LessonScriptError]
  }

  /// Reads a script and reports all its errors in one run.
  ///
  /// The bytes are UTF-8, with or without a byte order mark; lines end with LF or CR LF. Whatever the
  /// bytes are, reading ends with a script or with errors.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - path: the name of the file, kept in the lesson.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(_ bytes: [UInt8], path: String) -> Reading {
    var reader = LessonScriptReader(path: path)
    reader.read(bytes)
    return reader.result
  }
}
