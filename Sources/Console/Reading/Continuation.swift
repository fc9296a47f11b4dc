import SourceText

/// Whether a statement goes on after the lines that were read so far: a bracket is still open, or
/// the last line ends with a backslash.
struct Continuation: Sendable {
  private var depth = 0
  private var endsWithBackslash = false

  /// Reads another line; quotes and comments end with it.
  mutating func read(_ line: some StringProtocol) {
    var quote: Character?
    var last: Character?
    scan: for character in FullWidth.reading(String(line)) {
      last = character
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "'", "\"": quote = character
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth = max(0, depth - 1)
      case "#":
        last = nil
        break scan
      default: break
      }
    }
    endsWithBackslash = last == "\\"
  }

  /// Whether another line belongs to the statement.
  var isOpen: Bool { depth > 0 || endsWithBackslash }
}
