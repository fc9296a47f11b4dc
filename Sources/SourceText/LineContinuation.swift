/// Whether a statement goes on in the next line: a bracket or a string is still open, or the last
/// line ends with a backslash.
///
///     var lines = LineContinuation(.python)
///     lines.read("x = np.array([1.,   # the first [")
///     lines.isOpen  // true
///     lines.read("  2.])")
///     lines.isOpen  // false
///
/// Full-width brackets and quotes count as their ASCII twins.
public struct LineContinuation: Sendable {
  /// What the lines are written in.
  public enum Grammar: Sendable {
    /// Words of a command: a quote ends with its line at the latest, and a backslash in it is one.
    case words
    /// Python: strings in triple quotes have several lines, and a backslash takes the sign after
    /// it out of its meaning.
    case python
  }

  private let grammar: Grammar
  private var depth = 0
  private var endsWithBackslash = false
  /// The triple quote that is open, or nil.
  private var openQuote: Character?

  /// Makes a reader that has read nothing.
  public init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  /// Whether the next line belongs to the statement whatever it is.
  public var isOpen: Bool { depth > 0 || endsWithBackslash || openQuote != nil }

  /// Reads another line; quotes and comments end with it, but for triple quotes.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  public mutating func read(_ line: some StringProtocol) {
    let characters = Array(line)
    var index = 0
    var quote: Character?
    var last: Character?
    while index < characters.count {
      let character = FullWidth.reading(characters[index])
      last = character
      if let open = quote ?? openQuote {
        let isTriple = quote == nil
        if character == "\\", grammar == .python {
          index += 1
          last = nil
        } else if character == open, !isTriple || Self.isTripled(open, in: characters, at: index) {
          if isTriple { index += 2 }
          (quote, openQuote) = (nil, nil)
        }
        index += 1
        continue
      }
      switch character {
      case "'", "\"":
        if grammar == .python, Self.isTripled(character, in: characters, at: index) {
          openQuote = character
          index += 2
        } else {
          quote = character
        }
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth = max(0, depth - 1)
      case "#":
        last = nil
        index = characters.count
      default: break
      }
      index += 1
    }
    endsWithBackslash = last == "\\"
  }

  private static func isTripled(
    _ quote: Character, in characters: [Character], at index: Int
  ) -> Bool {
    index + 2 < characters.count && characters[index + 1] == quote && characters[index + 2] == quote
  }
}
