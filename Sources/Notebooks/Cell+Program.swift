import SourceText

extension Notebook.Cell {
  /// A line of a code cell that is no Python.
  public struct SkippedLine: Hashable, Sendable {
    /// What it is instead.
    public enum Kind: Hashable, Sendable {
      /// `!pip install …`: a command for a shell.
      case shell
      /// `%matplotlib inline`: a command for the notebook.
      case magic
      /// `%%bash` and the like: the whole cell is something else.
      case cellMagic
      /// `np.dot?`: a question.
      case question
    }
    /// What it is.
    public var kind: Kind
    /// Its number in the cell, from 1.
    public var line: Int
    /// The line, without the spaces around it.
    public var text: String
  }

  /// The Python of a code cell, line for line, and the lines that were left out.
  ///
  /// What is left out leaves an empty line, or `pass` where it is indented, so that a block does
  /// not become empty and all lines keep their numbers. A line in the middle of brackets or of a
  /// string is Python, whatever it begins with. Of a cell that begins with `%%`, nothing runs
  /// unless the magic only measures or catches what the cell does (`%%time`, `%%timeit`,
  /// `%%capture`).
  public var program: (text: String, skipped: [SkippedLine]) {
    guard kind == .code else { return ("", []) }
    var lines: [Substring] = []
    var skipped: [SkippedLine] = []
    var state = LineContinuation(.python)
    var isFirst = true
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.trimmed
      defer { if !content.isEmpty { isFirst = false } }
      guard !state.isOpen, let kind = Self.kind(of: content, isFirst: isFirst) else {
        state.read(line)
        lines.append(line)
        continue
      }
      skipped.append(SkippedLine(kind: kind, line: index + 1, text: content))
      if kind == .cellMagic { return ("", skipped) }
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      lines.append(indent.isEmpty ? "" : indent + "pass")
    }
    return (lines.joined(separator: "\n"), skipped)
  }

  /// What a line is that is no Python; nil for Python.
  private static func kind(of line: String, isFirst: Bool) -> SkippedLine.Kind? {
    if line.hasPrefix("%%") {
      guard isFirst else { return .magic }
      let name = line.dropFirst(2).prefix { !$0.isWhitespace }
      return ["time", "timeit", "capture"].contains(name) ? .magic : .cellMagic
    }
    if line.hasPrefix("!") { return .shell }
    if line.hasPrefix("%") { return .magic }
    let isQuestion = line.hasPrefix("?") || line.hasSuffix("?")
    return isQuestion && !line.contains("#") && !line.contains("\"") && !line.contains("'")
      ? .question : nil
  }
}
