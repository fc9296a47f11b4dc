public import SourceText

/// A word of a command line: a stretch without white space outside quotes and brackets.
public struct Word: Hashable, Sendable {
  /// The word, without the quotes around it.
  public var text: String
  /// Where it stands, quotes included.
  public var range: SourceRange
  /// Whether it stood in quotes, so that it is never an option or a number.
  public var isQuoted: Bool

  /// A text as one word of a line: in quotes where it needs some.
  ///
  ///     Word.quoted("iris.csv")     // iris.csv
  ///     Word.quoted("my data.csv")  // 'my data.csv'
  public static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.allSatisfy {
        $0.isLetter || $0.isNumber || "/._-~+@%".contains($0)
      }
    if isPlain { return text }
    // Two kinds of quotes, side by side, hold whatever the other cannot.
    return text.split(separator: "'", omittingEmptySubsequences: false)
      .map { "'\($0)'" }.joined(separator: "\"'\"")
  }

  /// The words of a text that starts at a column of a line.
  ///
  /// White space separates words, except inside `'…'`, `"…"`, `[…]` and `(…)`; a comma ends a word
  /// outside brackets, so that `1, 2, 3` is three words. Comments must be blanked before.
  ///
  ///     Word.words(of: "load 'my data.csv' target=class", line: 1, column: 1)
  ///     // load · my data.csv · target=class
  ///
  /// - Throws: ``ConsoleError`` when a quote or a bracket is not closed.
  public static func words(
    of text: some StringProtocol, line: Int, column: Int
  ) throws(ConsoleError) -> [Word] {
    var words: [Word] = []
    var current = ""
    var depth = 0
    var quote: Character?
    var wordIsQuoted = false
    var here = SourcePosition(line: line, column: column)
    var start = here
    var opening = here

    func close() {
      if !current.isEmpty || wordIsQuoted {
        words.append(
          Word(
            text: current, range: SourceRange(start: start, end: here), isQuoted: wordIsQuoted))
      }
      current = ""
      wordIsQuoted = false
    }

    for character in text {
      defer {
        if character.isNewline {
          here = SourcePosition(line: here.line + 1, column: 1)
        } else {
          here.column += 1
        }
      }
      if let open = quote {
        if character == open {
          quote = nil
          if depth > 0 { current.append(character) }
        } else {
          current.append(character)
        }
        continue
      }
      if current.isEmpty, !wordIsQuoted { start = here }
      switch character {
      case "\"", "'":
        quote = character
        opening = here
        if depth > 0 {
          current.append(character)
        } else if current.isEmpty {
          wordIsQuoted = true
        }
      case "[", "(":
        if depth == 0 { opening = here }
        depth += 1
        current.append(character)
      case "]", ")":
        depth = max(0, depth - 1)
        current.append(character)
      case "," where depth == 0: close()
      case _ where character.isWhitespace && depth == 0: close()
      default: current.append(character)
      }
    }
    if quote != nil || depth > 0 {
      throw ConsoleError(
        quote != nil ? .unclosedQuote : .unclosedBracket,
        at: SourceRange(line: opening.line, column: opening.column, length: 1))
    }
    close()
    return words
  }
}
