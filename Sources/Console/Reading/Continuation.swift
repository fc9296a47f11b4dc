import SourceText

/// Whether a statement goes on after the lines that were read so far: a bracket or a string is
/// still open, the last line ends with a backslash, or a Python block may have further lines.
///
///     var continuation = Continuation(.formula)
///     continuation.read("for i in range(3):")
///     continuation.isOpen                       // false: it is not in the middle of a line
///     continuation.isBlock                      // true: indented lines may follow
///     continuation.takesUp("    print(i)")      // true
///     continuation.takesUp("x = 1")             // false: this begins another statement
struct Continuation: Sendable {
  /// What the first line of the statement is.
  enum Form: Sendable {
    /// A command or a directive; quotes end with the line.
    case line
    /// A statement of Python; strings in triple quotes have several lines.
    case formula
    /// A single line, whatever brackets and quotes stand in it.
    case sentence
    /// Lines of Python up to an empty one; a line of words alone is no beginning of a program, and
    /// `hint`, `skip` … alone leave one.
    case program
  }

  private let form: Form
  private var lines: LineContinuation
  /// Whether the statement is compound: `for`, `def` …
  private(set) var isBlock = false
  private var isFirstLine = true
  private var endsWithBlankLine = false
  private var isProse = false

  init(_ form: Form) {
    self.form = form
    lines = LineContinuation(form == .formula ? .python : .words)
  }

  /// Reads another line.
  mutating func read(_ line: some StringProtocol) {
    if isFirstLine, form == .formula { isBlock = Self.beginsBlock(line) }
    if isFirstLine, form == .program { isProse = !Self.looksLikeCode(line) }
    isFirstLine = false
    endsWithBlankLine = line.allSatisfy(\.isWhitespace)
    lines.read(line)
  }

  /// Whether the next line belongs to the statement whatever it is.
  var isOpen: Bool {
    switch form {
    case .line, .formula: lines.isOpen
    case .sentence: false
    case .program: !endsWithBlankLine && !isProse
    }
  }

  /// The commands of a lesson that end a program which has begun: no program consists of such a line.
  private static let leavingWords: Set<String> = [
    "hint", "skip", "solution", "play", "back", "leave", "help", "quit", "exit",
  ]

  /// Whether a line may be the first of a program: it assigns, calls, indexes, opens a block or
  /// comments.
  private static func looksLikeCode(_ line: some StringProtocol) -> Bool {
    let code = FullWidth.reading(String(line)).trimmed
    return code.isEmpty || code.contains { "=([{:#@\\".contains($0) }
      || ["return", "import", "from", "pass"].contains(String(code.prefix { $0.isLetter }))
  }

  /// Whether a line that follows belongs to the statement.
  func takesUp(_ line: some StringProtocol) -> Bool {
    !isLeft(by: line) && (isOpen || (isBlock && Self.continuesBlock(line)))
  }

  /// Whether a line gives up the program that has begun, as `hint` does.
  func isLeft(by line: some StringProtocol) -> Bool {
    form == .program && Self.leavingWords.contains(FullWidth.reading(String(line)).trimmed)
  }

  /// Whether a line goes on with the block before it: it is indented, empty or a comment, or it
  /// begins with `else`, `elif`, `except` or `finally`.
  private static func continuesBlock(_ line: some StringProtocol) -> Bool {
    guard let first = line.first, !first.isWhitespace, first != "#" else { return true }
    return ["else", "elif", "except", "finally"].contains(line.prefix { $0.isLetter })
  }

  /// Whether a line is the head of a compound statement.
  private static func beginsBlock(_ line: some StringProtocol) -> Bool {
    let body = line.drop { $0.isWhitespace }
    let word = body.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return ["if", "for", "while", "def", "try", "with", "class", "async"].contains(word)
  }
}
