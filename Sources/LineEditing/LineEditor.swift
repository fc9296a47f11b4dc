internal import CLineEditor
internal import TerminalGraphics

/// Reads statements from somebody at a terminal.
///
///     let editor = try LineEditor(configuration: .init())
///     let prompt = Prompt("nn> ", continuation: " .. ")
///     while case .line(let statement) = editor.readLine(prompt: prompt, assistant: assistant) { … }
///
/// Editing is libedit's, in emacs or vi style with the user's `~/.editrc`. On top of it: colours and a
/// faint hint while typing, completion with a menu (Tab), history with what was typed as prefix
/// (Up, Down) and incremental search (Ctrl-R), undo (Ctrl-_), statements of several lines, pastes
/// that run statement by statement, and Japanese throughout. `TERM=dumb` gets a plain prompt and no
/// escape sequences; so does `edit off` in `~/.editrc`.
///
/// It is a class because it owns the terminal: use one for a terminal, from one thread. While no
/// ``readLine(prompt:assistant:)`` runs, the terminal is as it was found.
public final class LineEditor {
  private let terminal: Terminal
  private let configuration: Configuration
  /// The editor; nil on a dumb terminal, or where the user wants none.
  private let session: EditSession?
  private var plainReader: LineReader
  private var plainHistory: History
  /// Pasted statements that wait to be asked for.
  private var waitingStatements: [String] = []
  /// Pasted lines of a statement that goes on, the last one still to be edited.
  private var waitingLines: [String] = []

  /// The words that the editor shows.
  public var labels = Labels() {
    didSet { session?.labels = labels }
  }

  /// Prepares a terminal; nothing is read or written yet.
  ///
  /// - Throws: ``TerminalError/notATerminal`` when input or output is none.
  public init(configuration: Configuration) throws(TerminalError) {
    self.configuration = configuration
    terminal = Terminal(input: configuration.input, output: configuration.output)
    guard terminal.isTerminal else { throw .notATerminal }
    plainReader = LineReader(descriptor: configuration.input)
    let session =
      configuration.isDumb
      ? nil : try EditSession(terminal: terminal, configuration: configuration)
    // With `edit off` libedit reads plain lines, too, but shows its prompt once more for each, and
    // knows nothing of the keys that are bound.
    self.session = session?.libedit.edits == true ? session : nil
    plainHistory = History(file: self.session == nil ? configuration.history : nil)
  }

  /// The size of the window; 80 columns and 24 rows where the terminal does not tell.
  public var terminalSize: (columns: Int, rows: Int) { terminal.size }

  /// The statements entered so far, those of earlier sessions included, oldest first.
  public var history: [String] { session?.history.entries ?? plainHistory.entries }

  /// What kept history from being read or written, told once in the editor's life.
  public func takeHistoryProblem() -> HistoryFile.Problem? {
    session?.history.takeProblem() ?? plainHistory.takeProblem()
  }

  /// Puts a text that nobody entered where ↑ finds it first, as code that is to be mended. Later
  /// sessions do not have it.
  public func offer(_ text: String) {
    if let session {
      session.history.offer(text)
    } else {
      plainHistory.offer(text)
    }
  }

  /// Drops the pasted statements that have not been asked for, as after an error in one of them.
  public func dropWaitingStatements() {
    waitingStatements = []
    waitingLines = []
  }

  /// Asks for a statement.
  ///
  /// The statement goes into history. Statements of a paste are returned one by one, each shown
  /// behind the prompt as if it were typed.
  public func readLine(prompt: Prompt, assistant: some LineAssistant) -> ReadResult {
    if !waitingStatements.isEmpty {
      let statement = waitingStatements.removeFirst()
      echo(statement.split(separator: "\n", omittingEmptySubsequences: false), prompt, assistant)
      return finish(statement)
    }
    var lines: [String] = []
    var initialText = ""
    if !waitingLines.isEmpty {
      initialText = waitingLines.removeLast()
      lines = waitingLines
      waitingLines = []
      echo(lines.map { $0[...] }, prompt, assistant)
    }
    while true {
      let end = editLine(after: lines, initialText: initialText, prompt, assistant)
      switch end {
      case .line(let line):
        if let statement = add(line, to: &lines, assistant) { return finish(statement) }
        initialText = assistant.indentation(after: lines.joined(separator: "\n"))
      case .pasted(let pasted):
        let split = StatementSplitter.split(
          lines + pasted.lines, endsWithNewline: pasted.endsWithNewline,
          needsMoreLines: assistant.needsMoreLines)
        var rest = split.rest
        if pasted.endsWithNewline && !rest.isEmpty { rest.append("") }
        let shown = lines.count
        if let statement = split.statements.first {
          waitingStatements += split.statements.dropFirst()
          waitingLines = rest
          let statementLines = statement.split(separator: "\n", omittingEmptySubsequences: false)
          echo(statementLines, prompt, assistant, from: shown)
          return finish(statement)
        }
        initialText = rest.popLast() ?? ""
        lines = rest
        echo(lines.map { $0[...] }, prompt, assistant, from: shown)
      case .interrupted(let wasEmpty):
        dropWaitingStatements()
        return .interrupted(wasEmpty: wasEmpty)
      case .endOfInput:
        // Ctrl-D in a statement ends it as it is; the application says what is missing.
        return lines.isEmpty ? .endOfInput : finish(lines.joined(separator: "\n"))
      }
    }
  }

  // MARK: - Statements

  /// Adds an entered line; the statement when it is complete.
  private func add(
    _ line: String, to lines: inout [String], _ assistant: some LineAssistant
  ) -> String? {
    // What indentation was offered and not used does not count.
    lines.append(!lines.isEmpty && line.isBlank ? "" : line)
    let whole = lines.joined(separator: "\n")
    if !assistant.needsMoreLines(whole) { return whole }
    // A recalled statement of several lines needs no empty line at its end.
    if lines.count == 1, line.contains("\n"), !assistant.needsMoreLines(whole + "\n") {
      return whole
    }
    return nil
  }

  private func finish(_ statement: String) -> ReadResult {
    if let session {
      session.history.add(statement)
    } else {
      plainHistory.add(statement)
    }
    return .line(statement)
  }

  /// Shows lines behind their prompts as if they had been typed.
  private func echo(
    _ lines: [Substring], _ prompt: Prompt, _ assistant: some LineAssistant, from first: Int = 0
  ) {
    guard first < lines.count else { return }
    let text = lines.joined(separator: "\n")
    let colored = StyledText(text, spans: configuration.usesColor ? assistant.highlight(text) : [])
    var output = ""
    for (index, line) in colored.lines.enumerated().dropFirst(first) {
      let before = index == 0 ? prompt.first : prompt.continuation
      output += (before + line).render(color: configuration.usesColor) + "\n"
    }
    terminal.write(output)
  }

  private func editLine(
    after lines: [String], initialText: String, _ prompt: Prompt, _ assistant: some LineAssistant
  ) -> EditSession.End {
    let before = lines.isEmpty ? prompt.first : prompt.continuation
    guard let session else { return readPlainLine(before) }
    return session.editLine(
      EditSession.Request(
        prompt: before, earlierText: lines.map { $0 + "\n" }.joined(), initialText: initialText,
        assistant: assistant))
  }

  /// Reads a line on a terminal that understands no escape sequences.
  private func readPlainLine(_ prompt: StyledText) -> EditSession.End {
    let wakeUp = cle_signals_begin(-1, nil)
    defer { cle_signals_end() }
    terminal.write(prompt.plain)
    while !plainReader.hasWaitingInput {
      if terminal.wait(wakeUp: wakeUp, timeout: -1) == .wakeUp {
        terminal.write("\n")
        return .interrupted(wasEmpty: true)
      }
      guard (try? plainReader.fill()) != nil else { break }
    }
    guard let line = try? plainReader.next() else {
      terminal.write("\n")
      return .endOfInput
    }
    return .line(line)
  }
}
