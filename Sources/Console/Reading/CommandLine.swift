import SourceText

/// A command as it was written: its name and what follows.
public struct CommandLine: Hashable, Sendable {
  /// The command's name, as written.
  public var name: Word
  /// Everything after the name, as one text, for the commands that read it in their own way.
  public var rest: String
  /// The column at which `rest` starts, from 1.
  public var restColumn: Int
  /// The line's number in its source.
  public var line: Int
}
