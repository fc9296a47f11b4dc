import SourceText

/// Tells commands, directives and formulas apart.
///
/// A line is a command when its first word is a command's name and what follows cannot continue a
/// Python statement; a name that the learner has defined wins over a command of that name; a
/// leading `:` always means a command; `?name` asks for help. While a question is open, what would be
/// a formula is an answer.
public struct StatementReader: Sendable {
  /// The names of all commands.
  let commandNames: Set<String>

  /// Makes a reader that knows these command names.
  public init(commandNames: some Sequence<String>) {
    self.commandNames = Set(commandNames)
  }

  /// The statement that a line is.
  ///
  /// - Parameters:
  ///   - isDefined: Whether the learner has defined a variable of a name.
  ///   - answer: How answers are read, while a question is open.
  public func statement(
    from source: SourceLine, isDefined: (String) -> Bool = { _ in false },
    answer: AnswerForm? = nil
  ) -> Statement {
    let text = FullWidth.reading(source.text)
    let kind = kind(of: text, line: source.number, isDefined: isDefined, answer: answer)
    if case .answer = kind {
      // The judge reads full-width signs itself: in a sentence they are what was written.
      return Statement(kind: .answer(source.text), text: source.text, source: source)
    }
    return Statement(
      kind: kind,
      text: text,
      written: text == source.text ? nil : source.text,
      source: source)
  }

  /// Whether a text at a prompt is the beginning of a statement that goes on in the next line: a
  /// bracket is open, or a block has not been closed by an empty line.
  public func needsMoreLines(
    _ text: String, isDefined: (String) -> Bool = { _ in false }, answer: AnswerForm? = nil
  ) -> Bool {
    var continuation: Continuation?
    var isBlank = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      isBlank = line.allSatisfy(\.isWhitespace)
      if let begun = continuation, !begun.takesUp(line) { continuation = nil }
      if continuation == nil, isBlank { continue }
      var next =
        continuation
        ?? Continuation(
          form(of: String(line), isDefined: isDefined, answer: answer))
      next.read(line)
      continuation = next
    }
    guard let continuation else { return false }
    return continuation.isOpen || (continuation.isBlock && !isBlank)
  }

  /// How a statement with this first line goes on in others.
  func form(
    of line: String, isDefined: (String) -> Bool, answer: AnswerForm? = nil
  ) -> Continuation.Form {
    switch kind(of: FullWidth.reading(line), line: 1, isDefined: isDefined, answer: answer) {
    case .empty, .command, .directive: .line
    case .formula: .formula
    case .answer: answer?.continuation ?? .formula
    }
  }

  /// The kind of a line while a question may be open.
  private func kind(
    of text: String, line: Int, isDefined: (String) -> Bool, answer: AnswerForm?
  ) -> Statement.Kind {
    let kind = kind(of: text, line: line, isDefined: isDefined)
    guard let answer else { return kind }
    switch kind {
    case .formula: return .answer(text)
    case .command:
      let isPlain = text.trimmed.first?.isLetter ?? false
      let words = text.split(whereSeparator: \.isWhitespace).count
      return isPlain && words > answer.commandWordLimit ? .answer(text) : kind
    case .empty, .directive, .answer: return kind
    }
  }

  private func kind(
    of text: String, line: Int, isDefined: (String) -> Bool
  ) -> Statement.Kind {
    let indent = text.prefix { $0.isWhitespace }
    let body = text[indent.endIndex...]
    let column = indent.count + 1
    guard let first = body.first, first != "#" else { return .empty }
    if ["exit", "exit()", "quit()"].contains(body.trimmed) {
      return commandLine("quit", line: line, column: column)
    }
    if first == "@" { return .directive(text) }
    if first == ":" {
      return commandLine(body.dropFirst(), line: line, column: column + 1)
    }
    if first == "?" {
      return commandLine(
        "help" + " " + body.dropFirst(), line: line, column: column - "help".count)
    }
    let name = String(body.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard commandNames.contains(name), !isDefined(name) else { return .formula(text) }
    let rest = body.dropFirst(name.count)
    if rest.first.map({ !$0.isWhitespace && $0 != "#" && $0 != ";" }) ?? false {
      return .formula(text)
    }
    if Self.continuesStatement(rest) { return .formula(text) }
    return commandLine(body, line: line, column: column)
  }

  private func commandLine(_ text: Substring, line: Int, column: Int) -> Statement.Kind {
    commandLine(String(text), line: line, column: column)
  }

  private func commandLine(_ written: String, line: Int, column: Int) -> Statement.Kind {
    let text = Self.blankingComments(written)
    let indent = text.prefix { $0.isWhitespace }
    let body = text[indent.endIndex...]
    let name = body.prefix { !$0.isWhitespace }
    let start = column + indent.count
    return .command(
      CommandLine(
        name: Word(
          text: String(name),
          range: SourceRange(line: line, column: max(1, start), length: name.count),
          isQuoted: false),
        rest: String(body[name.endIndex...]),
        restColumn: max(1, start + name.count),
        line: line))
  }

  /// The text with white space in place of its comments and of the backslashes that join its
  /// lines, so that columns stay.
  static func blankingComments(_ text: String) -> String {
    guard text.contains(where: { $0 == "#" || $0 == "\\" }) else { return text }
    var quote: Character?
    var inComment = false
    var characters = Array(text)
    for index in characters.indices.dropLast()
    where characters[index] == "\\" && characters[index + 1].isNewline {
      characters[index] = " "
    }
    return String(
      characters.map { character -> Character in
        if character.isNewline {
          (quote, inComment) = (nil, false)
        } else if inComment {
          return " "
        } else if let open = quote {
          if character == open { quote = nil }
        } else if character == "'" || character == "\"" {
          quote = character
        } else if character == "#" {
          inComment = true
          return " "
        }
        return character
      })
  }

  /// Whether a text after a name can only go on as a Python statement.
  ///
  /// A sign right before a number, with a space before it, is an argument: `forward -1 2`.
  static func continuesStatement(_ rest: Substring) -> Bool {
    let trimmed = rest.drop { $0.isWhitespace }
    guard let first = trimmed.first else { return false }
    let second = trimmed.dropFirst().first
    switch first {
    case "=", "*", "%", "@", "^", "&", "|", "<", ">", ")", "]", "}", ":": return true
    // `run ./lesson.nn` is a command with a path.
    case ".": return rest.first == "."
    case "(": return rest.first == "("
    case "[": return rest.first == "["
    case "/": return second.map { $0.isWhitespace || $0 == "/" || $0 == "=" } ?? true
    case "!": return second == "="
    case ",": return true
    case "+", "-":
      return !(second.map { $0.isNumber || $0 == "." } ?? false)
    default:
      let word = trimmed.prefix { $0.isLetter }
      return ["in", "is", "and", "or", "if", "not"].contains(String(word))
        && trimmed.dropFirst(word.count).first?.isWhitespace ?? false
    }
  }
}
