import SourceText
public import TerminalGraphics

/// What a line editor asks while a line is typed; all answers depend on the session alone.
public struct ConsoleAssistant {
  private let session: Session
  private let environment: Environment

  /// Makes an assistant for the session as it is now.
  public init(session: Session, environment: Environment) {
    self.session = session
    self.environment = environment
  }

  /// The ways to go on at the cursor, and how many characters before it they replace.
  public func candidates(before cursor: String) -> (
    replacing: Int, candidates: [Completer.Candidate]
  ) {
    Completer(session: session, environment: environment).candidates(for: cursor)
  }

  /// Whether the text is a statement that goes on in the next line.
  public func needsMoreLines(_ text: String) -> Bool {
    session.reader.needsMoreLines(
      text, isDefined: session.isDefined, answer: session.answerForm)
  }

  /// What the next line of a statement begins with: the indentation of the line before, one step
  /// more after a colon, one less after a line that leaves its block.
  public func indentation(after text: String) -> String {
    guard let line = text.split(whereSeparator: \.isNewline).last else { return "" }
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    let body = line.prefix { $0 != "#" }.trimmed
    if body.last == ":" { return indentation + "    " }
    let word = body.prefix { $0.isLetter }
    if ["return", "break", "continue", "pass", "raise"].contains(word) {
      return String(indentation.dropLast(4))
    }
    return String(indentation)
  }

  /// What a command expects next, shown faintly behind the cursor: `forward` → ` VALUE …`.
  public func hint(for text: String) -> String? {
    guard text.last == " ", let name = text.split(separator: " ").first,
      text.split(separator: " ").count == 1,
      let command = CommandList.command(named: String(name))
    else { return nil }
    let words = command.usage[0].split(separator: " ").dropFirst()
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The text with its command name, options and comment in colour, one character for each; a tab
  /// becomes a space.
  public func highlighted(_ text: String) -> StyledText {
    // Styled text would widen a tab, and the colours after it would miss their characters.
    let text = text.replacing("\t", with: " ")
    var result = StyledText()
    let name = text.drop { $0 == " " }.prefix { $0.isLetter || $0 == "_" }
    let isCommand =
      CommandList.command(named: String(name)) != nil && !session.isDefined(String(name))
      && !StatementReader.continuesStatement(text[name.endIndex...])
    var isFirst = true
    var rest = text[...]
    while let character = rest.first {
      let isSpace = character.isWhitespace
      let word = character == "#" ? rest : rest.prefix { $0.isWhitespace == isSpace && $0 != "#" }
      rest = rest[word.endIndex...]
      if isSpace {
        result.append(word)
      } else if word.first == "#" {
        result.append(word, .dim)
      } else if isFirst {
        result.append(word, isCommand ? .bold : .plain)
        isFirst = false
      } else if isCommand, let equals = word.firstIndex(of: "="), equals > word.startIndex {
        result.append(word[...equals], .cyan)
        result.append(word[word.index(after: equals)...])
      } else {
        result.append(word)
      }
    }
    return result
  }
}
