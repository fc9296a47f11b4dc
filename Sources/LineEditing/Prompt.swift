public import TerminalGraphics

/// What stands before the line that is typed.
public struct Prompt: Hashable, Sendable {
  /// The prompt of a statement's first line.
  public var first: StyledText
  /// The prompt of its further lines; best as wide as the first.
  public var continuation: StyledText

  /// Makes a prompt for the first line and for those that continue it.
  public init(_ first: StyledText, continuation: StyledText) {
    self.first = first
    self.continuation = continuation
  }
}
