import SourceText

/// A line of a script file: its number and its characters.
struct ScriptLine {
  var number: Int
  var text: Substring

  /// The whole line.
  var range: SourceRange { SourceRange(line: number, column: 1, length: text.count) }

  /// The text without white space at its ends, and where it stands.
  var trimmed: (text: Substring, range: SourceRange) {
    let leading = text.prefix(while: \.isWhitespace)
    var body = text[leading.endIndex...]
    while let last = body.last, last.isWhitespace { body.removeLast() }
    return (body, SourceRange(line: number, column: leading.count + 1, length: body.count))
  }

  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether the first visible character is `#`.
  var isComment: Bool { text.first { !$0.isWhitespace } == "#" }

  /// The directive on this line: an `@` in column 1, its name, and the argument after the name.
  var directive: DirectiveLine? {
    guard text.first == "@" else { return nil }
    let body = text.dropFirst()
    let name = body.prefix { !$0.isWhitespace }
    return DirectiveLine(
      name: String(name),
      nameRange: SourceRange(line: number, column: 1, length: name.count + 1),
      argument: body[name.endIndex...],
      argumentStart: SourcePosition(line: number, column: name.count + 2))
  }
}

/// A line that begins with `@`.
struct DirectiveLine {
  /// The name, without the `@`.
  var name: String
  /// The `@` and the name.
  var nameRange: SourceRange
  /// Everything after the name.
  var argument: Substring
  /// Where `argument` starts.
  var argumentStart: SourcePosition

  /// The directives whose names are close to this one.
  var suggestions: [String] {
    Spelling.suggestions(for: name, among: Directive.names)
  }

  /// A scanner over the argument, read as at the prompt: full-width signs are their ASCII twins and
  /// `#` starts a comment.
  var words: ArgumentScanner {
    ArgumentScanner(String(argument), at: argumentStart)
  }

  /// The argument as prose: without white space at its ends, comments and signs left as they are.
  func prose(after used: Int = 0) -> (text: String, range: SourceRange) {
    let line = ScriptLine(number: argumentStart.line, text: argument.dropFirst(used))
    let (text, range) = line.trimmed
    let offset = argumentStart.column - 1 + used
    return (
      String(text),
      SourceRange(
        line: argumentStart.line, column: range.start.column + offset, length: text.count)
    )
  }
}
