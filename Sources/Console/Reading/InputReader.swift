/// Puts lines together into complete statements, whatever they come from.
public struct InputReader: Sendable {
  private let name: String?
  private let reader: StatementReader
  private var pending: [String] = []
  private var continuation = Continuation(.line)
  private var firstLine = 1
  /// The number of the line that was read last, from 1.
  public private(set) var lineNumber = 0

  /// Makes a reader of a source.
  ///
  /// - Parameter name: The name of the source, for errors; nil at the prompt.
  public init(name: String?, reader: StatementReader) {
    self.name = name
    self.reader = reader
  }

  /// Whether a statement has begun and is not complete yet.
  public var isInsideStatement: Bool { !pending.isEmpty }

  /// Whether a line would go on with the statement that has begun.
  public func takesUp(_ line: String) -> Bool {
    isInsideStatement && continuation.takesUp(line)
  }

  /// The statements that a line completes: none where more lines are needed, two where the line is
  /// one itself and shows that the block before it has ended.
  ///
  /// - Parameters:
  ///   - line: The line, without its line end.
  ///   - number: Its number, where it is not the one after the line before.
  ///   - isDefined: Whether the learner has defined a variable of a name.
  ///   - answer: How answers are read, while a question is open.
  public mutating func read(
    _ line: String, number: Int? = nil, isDefined: (String) -> Bool = { _ in false },
    answer: AnswerForm? = nil
  ) -> [Statement] {
    lineNumber = number ?? lineNumber + 1
    var statements: [Statement] = []
    if !pending.isEmpty, continuation.isLeft(by: line) { cancel() }
    if !pending.isEmpty, !continuation.takesUp(line) { statements.append(take(isDefined, answer)) }
    if pending.isEmpty {
      firstLine = lineNumber
      continuation = Continuation(reader.form(of: line, isDefined: isDefined, answer: answer))
    }
    pending.append(line)
    continuation.read(line)
    if !continuation.isOpen, !continuation.isBlock { statements.append(take(isDefined, answer)) }
    return statements
  }

  /// The statement that the source's end completes, or nil where nothing had begun.
  public mutating func finish(
    isDefined: (String) -> Bool = { _ in false }, answer: AnswerForm? = nil
  ) -> Statement? {
    pending.isEmpty ? nil : take(isDefined, answer)
  }

  /// Forgets a statement that has begun, as Ctrl-C does.
  public mutating func cancel() {
    pending = []
    continuation = Continuation(.line)
  }

  private mutating func take(_ isDefined: (String) -> Bool, _ answer: AnswerForm?) -> Statement {
    // Empty lines after a block are none of its own.
    while pending.count > 1, pending[pending.count - 1].allSatisfy(\.isWhitespace) {
      pending.removeLast()
    }
    let text = pending.joined(separator: "\n")
    cancel()
    return reader.statement(
      from: SourceLine(name: name, number: firstLine, text: text), isDefined: isDefined,
      answer: answer)
  }
}
