import SourceText

/// Runs the lines of a text, one after the other.
public struct ScriptRunner {
  /// How deep scripts may run scripts.
  static let maximumDepth = 32

  /// Runs all lines that a source gives, until its end, an error, or `quit`.
  ///
  /// - Parameters:
  ///   - name: The name of the source, for errors.
  ///   - nextLine: The next line without its line end, or nil at the end.
  ///   - session: The session they change.
  /// - Throws: The first error, with its place.
  public static func run(
    name: String, nextLine: () throws(LineError) -> String?, session: inout Session,
    environment: Environment
  ) throws(LineError) {
    var input = session.inputReader(name: name)
    // Only what a person types, or pipes in their place, answers questions; a script's lines do not.
    var answer: AnswerForm? { environment.depth == 0 ? session.answerForm : nil }
    while !session.hasEnded {
      guard let line = try nextLine() else {
        if let last = input.finish(isDefined: session.isDefined, answer: answer) {
          try session.run(last, environment: environment)
        }
        return
      }
      for statement in input.read(
        line, isDefined: session.isDefined, answer: answer)
      {
        try session.run(statement, environment: environment)
      }
      if environment.isInterrupted() {
        throw LineError(
          ConsoleError(.interrupted),
          in: SourceLine(name: name, number: input.lineNumber, text: line))
      }
    }
  }

  /// Runs all lines of a text.
  public static func run(
    name: String, text: String, session: inout Session, environment: Environment
  ) throws(LineError) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    try run(
      name: name, nextLine: { () throws(LineError) in lines.popFirst().map(String.init) },
      session: &session, environment: environment)
  }
}
