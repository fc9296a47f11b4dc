import Lessons
public import Localization
import NumPyLanguage
import SourceText

/// Everything that a person has done and set up: one value, changed by one line at a time.
///
/// A line either does all it says or, when it throws, nothing.
public struct Session {
  /// The language of everything that is said.
  public var language: Language
  /// Whether the person has asked to leave.
  public internal(set) var hasEnded = false
  /// The network, the data and what was computed from them.
  var state = State()
  /// Where the lines are written down, between `record FILE` and `record stop`.
  var recording: Recording?
  /// The lesson that is open.
  var lesson: OpenLesson?
  /// The lesson that was taken last in this session.
  var latestLesson: String?
  /// Whether the person was told that progress cannot be kept.
  var hasLostProgress = false
  /// The learner's names; nil before the first formula. Copies of a session share it.
  var workspace: Workspace?
  /// Whether the names have changed since the state noted what they stand for.
  var namesAreStale = false
  /// Tells commands, directives and formulas apart.
  let reader: StatementReader
  private(set) var undoHistory = UndoHistory<State>()
  private(set) var seed: UInt32

  /// Makes a session with nothing in it.
  ///
  /// - Parameters:
  ///   - language: The language to begin with.
  ///   - seed: The seed of the first line that needs one and gives none; the next takes the next.
  public init(language: Language, seed: UInt32) {
    self.language = language
    self.seed = seed
    reader = StatementReader(commandNames: CommandList.names)
  }

  /// A reader for a source whose lines this session will run.
  ///
  /// - Parameter name: The name of the source, for errors; nil at the prompt.
  public func inputReader(name: String?) -> InputReader {
    InputReader(name: name, reader: reader)
  }

  /// The statements of a text that was typed or pasted at a prompt.
  public func statements(of text: String) -> [Statement] {
    var input = inputReader(name: nil)
    var statements: [Statement] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      statements += input.read(String(line), isDefined: isDefined, answer: answerForm)
    }
    if let last = input.finish(isDefined: isDefined, answer: answerForm) {
      statements.append(last)
    }
    return statements
  }

  /// Runs a statement.
  ///
  /// - Throws: ``LineError`` with the place; the session is then what it was before.
  public mutating func run(
    _ statement: Statement, environment: Environment
  ) throws(LineError) {
    if statement.written != nil, environment.isInteractive {
      environment.output(
        .line(ja: "(読み方: \(statement.text))", en: "(read as: \(statement.text))", .dim))
    }
    do {
      try execute(statement, environment: environment)
    } catch {
      throw LineError(error, in: statement.source)
    }
  }

  /// Runs a statement, with an error that does not know its source yet.
  mutating func execute(
    _ statement: Statement, environment: Environment
  ) throws(ConsoleError) {
    keepNames()
    switch statement.kind {
    case .empty: return
    case .command where environment.depth == 0 && quotesListing(statement.text):
      try answer(statement.text, source: statement.source, environment: environment)
    case .command(let line):
      try execute(line, environment: environment)
      // A network can also be built for an answer.
      if line.name.text == LayersCommand.name, environment.depth == 0,
        lesson?.openQuestion?.kind == .network
      {
        try answer(
          LayersCommand.name + " " + line.rest, source: statement.source, environment: environment)
      }
    case .directive(let text):
      try execute(directive: text, line: statement.source.number, environment: environment)
    case .formula(let text):
      try execute(formula: text, source: statement.source, environment: environment)
    case .answer(let text):
      try answer(text, source: statement.source, environment: environment)
    }
  }

  private mutating func execute(
    _ line: CommandLine, environment: Environment
  ) throws(ConsoleError) {
    guard let command = CommandList.command(named: line.name.text) else {
      throw ConsoleError(
        .unknownCommand(
          line.name.text,
          suggestions: Spelling.suggestions(for: line.name.text, among: CommandList.names)),
        at: line.name.range)
    }
    var arguments = try Arguments(line, for: command)
    var before: Session? = self
    do {
      try command.run(&arguments, session: &self, environment: environment)
    } catch {
      if command.isAtomic, let before {
        self = before
      } else {
        updateRecording(environment: environment)
      }
      throw error
    }
    if arguments.effect == .state, let before {
      recordChange(from: before.state, by: arguments.shownLine)
    }
    // Nobody else holds the journal now, and a line is added without copying it.
    before = nil
    if [.results, .state].contains(arguments.effect) {
      // A name of the learner's hides the command from a replay, too.
      let hidden = isDefined(line.name.text) ? ":" : ""
      state.journal.append(hidden + arguments.recordedLine)
    }
    if arguments.effect != .none { lesson?.progress.disturb() }
    updateRecording(environment: environment)
  }

  // MARK: Undo

  /// Lets `undo` take back what a line changed.
  mutating func recordChange(from before: State, by line: String) {
    undoHistory.record(before, before: line, bytes: before.byteCount)
  }

  /// Brings the recording up to the lines that led to the state of now.
  ///
  /// Where it cannot be written, as on a full disk, the line counts all the same.
  mutating func updateRecording(environment: Environment) {
    do {
      try recording?.update(to: state.journal)
    } catch {
      recording = nil
      environment.output(.failure(LineError(error, in: SourceLine(text: ""))))
      environment.output(.line(ja: "記録をやめました。", en: "the recording has ended.", .note))
    }
  }

  /// Whether there is a change to take back.
  var canUndo: Bool { undoHistory.canUndo }

  /// Whether there is a change to bring back.
  var canRedo: Bool { undoHistory.canRedo }

  /// Takes the last change back.
  ///
  /// - Returns: The line that had made it, or nil where there is none.
  mutating func undo() -> String? {
    keepNames()
    guard let last = undoHistory.undo(from: state) else { return nil }
    state = last.value
    workspace?.restore(state.names)
    return last.name
  }

  /// Brings the last change back that was taken back.
  ///
  /// - Returns: The line that had made it, or nil where there is none.
  mutating func redo() -> String? {
    keepNames()
    guard let last = undoHistory.redo(from: state) else { return nil }
    state = last.value
    workspace?.restore(state.names)
    return last.name
  }

  // MARK: Sandboxes

  /// What a lesson sets aside and `leave` brings back.
  struct Sandboxed {
    fileprivate var state: State
    fileprivate var workspace: Workspace?
    fileprivate var undoHistory: UndoHistory<State>
    fileprivate var seed: UInt32
  }

  /// What a lesson has to set aside now.
  var sandboxed: Sandboxed {
    Sandboxed(state: state, workspace: workspace, undoHistory: undoHistory, seed: seed)
  }

  /// Brings back what was set aside; the names are shared, so that they go back, too.
  mutating func restore(_ outside: Sandboxed) {
    (state, workspace, namesAreStale) = (outside.state, outside.workspace, false)
    (undoHistory, seed) = (outside.undoHistory, outside.seed)
    workspace?.restore(state.names)
  }

  /// Lets `undo` go back no further than to this moment.
  mutating func forgetChanges() {
    undoHistory = UndoHistory()
  }

  /// Begins as a new session does: no network, no data, nothing to undo.
  ///
  /// - Parameter seed: The seed of everything random from now on.
  mutating func beginAfresh(seed: UInt32) {
    (state, workspace, namesAreStale) = (State(), nil, false)
    undoHistory = UndoHistory()
    self.seed = seed
  }

  // MARK: Seeds

  /// The seed for a line that gives none.
  mutating func nextSeed() -> UInt32 {
    defer { seed &+= 1 }
    return seed
  }
}

/// An error together with the line it is about: for a formula, the one in which it happened.
public struct LineError: Error {
  /// What went wrong.
  public var error: ConsoleError
  /// The line.
  public var source: SourceLine
  /// What to try, where that is something else than after the same error elsewhere.
  var help: LocalizedText?

  /// Makes an error of a line; the line of a script that it ran stays the one that is shown.
  init(_ error: ConsoleError, in source: SourceLine, help: LocalizedText? = nil) {
    self.help = help
    if case .inScript(let inner) = error.reason {
      self = inner
    } else if case .python(let inner, _) = error.reason, let unit = inner.unit,
      unit.name != SampleFormulas.unitName
    {
      self.error = error
      self.source = SourceLine(
        name: unit.name.isEmpty ? nil : unit.name, number: unit.firstLine, text: unit.text)
    } else {
      self.error = error
      self.source = source
    }
  }
}
