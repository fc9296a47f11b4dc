/// Cuts pasted lines into statements, as if they were typed one by one.
enum StatementSplitter {
  /// The lines cut into statements, and what is left: lines of a statement that is not complete, or
  /// the last line when no newline follows it.
  ///
  /// A statement does not end before a line that is indented, blank lines between or not.
  static func split(
    _ lines: [String], endsWithNewline: Bool, needsMoreLines: (String) -> Bool
  ) -> (statements: [String], rest: [String]) {
    var statements: [String] = []
    var pending: [String] = []
    let closed = endsWithNewline ? lines.count : max(0, lines.count - 1)
    for index in 0..<closed {
      if pending.isEmpty && lines[index].isBlank { continue }
      pending.append(lines[index])
      let following = lines[(index + 1)...].first { !$0.isBlank }
      if following?.first == " " { continue }
      let text = pending.joined(separator: "\n")
      // The end of the paste closes a block as an empty line does.
      let isLast = following == nil && endsWithNewline
      if !needsMoreLines(text) || (isLast && !needsMoreLines(text + "\n")) {
        statements.append(text)
        pending = []
      }
    }
    return (statements, pending + lines[closed...])
  }
}

extension StringProtocol {
  /// Whether there is nothing but blanks.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
