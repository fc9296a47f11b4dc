import SourceText

/// One complete thing that a person wrote: what the reader hands to the session.
public struct Statement: Sendable {
  /// What kind of line it is.
  public enum Kind: Sendable {
    /// Nothing but white space and comments.
    case empty
    /// A command: its name and the words after it.
    case command(CommandLine)
    /// A line that starts with `@` and belongs to lesson scripts.
    case directive(String)
    /// Anything else: the NumPy subset of Python.
    case formula(String)
    /// An answer to the question that is open, as it was written.
    case answer(String)
  }

  /// What kind of line it is.
  public var kind: Kind
  /// The text as it was read: full-width signs are already their ASCII twins.
  public var text: String
  /// The text as it was written, where that differs from how it was read.
  public var written: String?
  /// Where it stands.
  public var source: SourceLine
}

/// A line of a source, with what an error needs to point at it.
public struct SourceLine: Hashable, Sendable {
  /// The name of the source: a file's path, `<stdin>`, or nil at the prompt.
  public var name: String?
  /// The number of the (first) line, from 1.
  public var number: Int
  /// The text of the line, as it was written.
  public var text: String

  /// Makes a line from its source's name, its number and its text.
  public init(name: String? = nil, number: Int = 1, text: String) {
    self.name = name
    self.number = number
    self.text = text
  }
}
