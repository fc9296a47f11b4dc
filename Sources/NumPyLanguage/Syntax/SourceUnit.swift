/// A piece of Python source that runs as one: a file, a line of the prompt, a notebook's cell.
public struct SourceUnit: Hashable, Sendable {
  /// What errors call it: a file name, `<stdin>`, `cell 3` …
  public var name: String
  /// The source.
  public var text: String
  /// The number of its first line, where it is a part of something longer.
  public var firstLine: Int

  /// Makes a unit from its name and its text.
  public init(name: String, text: String, firstLine: Int = 1) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
  }

  /// The line of the text with a number, without its line end; nil where there is no such line.
  public func line(_ number: Int) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let index = number - firstLine
    return lines.indices.contains(index) ? String(lines[index]) : nil
  }
}
