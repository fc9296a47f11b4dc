import Lessons

/// Runs lines that nobody waits for: a file's, a pipe's, those of `-c`.
public struct BatchConsole {
  /// The exit statuses of the process.
  public enum ExitStatus {
    /// Everything ran.
    public static let success: Int32 = 0
    /// A line failed, or an expectation did not hold.
    public static let failure: Int32 = 1
    /// The command line names something that is not there.
    public static let usage: Int32 = 64
    /// What was to be judged is no answer.
    public static let invalidAnswer: Int32 = 65
    /// Ctrl-C, as shells report it.
    public static let interrupted: Int32 = 130
  }

  /// The session that the lines change.
  public internal(set) var session: Session
  let environment: Environment
  private let printer: Printer

  /// Makes a batch console.
  public init(session: Session, environment: Environment, printer: Printer) {
    self.session = session
    self.environment = environment
    self.printer = printer
  }

  /// Runs the lines of a source until its end, the first error, or `quit`.
  ///
  /// - Parameters:
  ///   - name: The name of the source in errors: a path, `<stdin>`, `-c`.
  ///   - nextLine: The next line without its line end, or nil at the end.
  /// - Returns: The exit status.
  public mutating func run(name: String, nextLine: () -> String?) -> Int32 {
    do throws(LineError) {
      try ScriptRunner.run(
        name: name, nextLine: { () throws(LineError) in nextLine() }, session: &session,
        environment: environment)
      return ExitStatus.success
    } catch {
      return report(error)
    }
  }

  /// Runs a file: a lesson script, a script of commands, or a program.
  ///
  /// - Returns: The exit status.
  public mutating func run(file path: String) -> Int32 {
    do throws(LineError) {
      try session.run(file: path, environment: environment)
      return ExitStatus.success
    } catch {
      return report(error)
    }
  }

  /// Takes a lesson whose lines come from a pipe: answers to its questions, commands, and empty lines
  /// that go on where no question waits.
  ///
  /// - Parameters:
  ///   - lesson: Its id, or the path of its script.
  ///   - again: Whether it begins anew, its answers forgotten.
  ///   - nextLine: The next line without its line end, or nil at the end.
  /// - Returns: The exit status: wrong answers are no failure.
  public mutating func play(
    _ lesson: String, again: Bool = false, nextLine: () -> String?
  ) -> Int32 {
    var input = session.inputReader(name: "<stdin>")
    do throws(LineError) {
      let opening = "lesson \(Word.quoted(lesson))" + (again ? " again" : "")
      for statement in session.statements(of: opening) {
        try session.run(statement, environment: environment)
      }
      // The end of the lesson is the end, whatever the pipe still holds.
      while session.lesson != nil, !session.hasEnded, let line = nextLine() {
        // An empty line ends an answer that has begun; else it goes on, or is nothing to a question.
        let isReturn = line.allSatisfy(\.isWhitespace) && !input.isInsideStatement
        let goesOn = isReturn && session.lesson?.progress.openQuestion == nil
        for statement in input.read(
          goesOn ? NextCommand.name : line, isDefined: session.isDefined,
          answer: session.answerForm)
        {
          try session.run(statement, environment: environment)
        }
      }
      if session.lesson != nil, !session.hasEnded,
        let last = input.finish(isDefined: session.isDefined, answer: session.answerForm)
      {
        try session.run(last, environment: environment)
      }
      return ExitStatus.success
    } catch {
      return report(error)
    }
  }

  func report(_ failure: LineError) -> Int32 {
    printer.show(failure)
    if case .interrupted = failure.error.reason { return ExitStatus.interrupted }
    return ExitStatus.failure
  }
}
