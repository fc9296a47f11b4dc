import LinearAlgebra
import ArrayFiles
import Lessons
import Localization
import Notebooks
import NumPyLanguage
import SourceText

extension Session {
  /// Runs a line that is neither a command nor a directive: a statement of the NumPy subset. The
  /// value of an expression is shown, unless a semicolon ends it.
  mutating func execute(
    formula text: String, source: SourceLine, environment: Environment
  ) throws(ConsoleError) {
    try refuseUnknownCommand(text, line: source.number)
    try refuseHiddenCommand(text, line: source.number)
    let unit = SourceUnit(name: source.name ?? "", text: text, firstLine: source.number)
    try run(unit, echo: .all, journalLine: text, environment: environment)
  }

  /// Runs a program of a file, which shows what it prints and nothing else.
  mutating func execute(
    program unit: SourceUnit, environment: Environment
  ) throws(ConsoleError) {
    try run(
      unit, echo: .none, journalLine: Self.line(running: unit.name, environment),
      environment: environment)
  }

  /// The line that runs a file from any folder.
  private static func line(running path: String, _ environment: Environment) -> String {
    "run \(Word.quoted(environment.files.resolve(path)))"
  }

  /// Runs the cells of a notebook, headings as captions between them. Each cell shows what it
  /// prints, and the value of its last line.
  mutating func execute(
    notebook: Notebook, path: String, environment: Environment
  ) throws(ConsoleError) {
    for cell in notebook.cells where !cell.isBlank {
      for heading in cell.headings { environment.output(.line(heading.text, .heading)) }
      guard cell.kind == .code else { continue }
      environment.output(.line("[\(cell.number)]", .dim))
      let (text, skipped) = cell.program
      for line in skipped {
        environment.output(
          .line(ja: "(飛ばした行: \(line.text))", en: "(skipped: \(line.text))", .note))
      }
      try run(
        SourceUnit(name: "\(path)[\(cell.number)]", text: text), echo: .last, journalLine: nil,
        environment: environment)
    }
    state.journal.append(Self.line(running: path, environment))
    updateRecording(environment: environment)
  }

  /// Notes in the state what the names stand for, where a program has changed them since.
  mutating func keepNames() {
    guard namesAreStale, let workspace else { return }
    state.names = workspace.names
    namesAreStale = false
  }

  /// The learner's names, in which the values of the state stand.
  mutating func openWorkspace() -> Workspace {
    let workspace = workspace ?? Workspace(seed: seed)
    self.workspace = workspace
    workspace.shared.put(state, into: workspace.interpreter)
    return workspace
  }

  /// The value of a formula as numbers, or nil where it has none: what `@expect` looks at beside
  /// the quantities of the network.
  func numbers(ofFormula text: String, environment: Environment) -> ArrayValue? {
    guard let workspace else { return nil }
    workspace.shared.put(state, into: workspace.interpreter)
    let unit = SourceUnit(name: "", text: text)
    return (try? workspace.value(of: unit, environment: environment))?.numbers
  }

  /// Runs a unit; what it did before an error stays done, as in Python, and can be undone.
  private mutating func run(
    _ unit: SourceUnit, echo: Workspace.Echo, journalLine: String?, environment: Environment
  ) throws(ConsoleError) {
    keepNames()
    let before = state
    let workspace = openWorkspace()
    // A program surely changes names; what it left is looked at when the next line comes, if any.
    let namesBefore = echo == .none ? nil : workspace.names
    var failure: ConsoleError?
    do throws(PythonError) {
      try workspace.run(unit, echo: echo, environment: environment)
    } catch {
      failure = workspace.consoleError(error)
    }
    var changes = SharedArrays.Changes()
    do throws(SharedArrays.Misfit) {
      changes = try workspace.shared.take(from: workspace.interpreter, into: &state)
    } catch {
      failure =
        failure
        ?? ConsoleError(
          .parameterMisfit(error.name, expected: error.expected, found: error.found))
    }
    namesAreStale = true
    var isChanged = !changes.isEmpty || namesBefore == nil
    if let namesBefore {
      keepNames()
      isChanged = isChanged || state.names?.isSame(as: namesBefore) != true
    }
    if isChanged {
      recordChange(from: before, by: Self.title(of: journalLine ?? unit.name))
      lesson?.progress.disturb()
    }
    if failure == nil, let journalLine { state.journal.append(journalLine) }
    updateRecording(environment: environment)
    if environment.isInteractive { explain(changes, environment.output) }
    if let failure { throw failure }
  }

  /// The first line of a formula, for `undo` to name it by.
  private static func title(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return lines.count > 1 ? "\(lines[0]) …" : text
  }

  /// Says what a formula changed beyond what it says.
  private func explain(_ changes: SharedArrays.Changes, _ output: (Output) -> Void) {
    for name in changes.adopted where state.network != nil {
      output(
        name == "x"
          ? .line(ja: "(x がネットワークの入力になりました)", en: "(x is the network's input now)", .dim)
          : .line(ja: "(d が訓練データになりました)", en: "(d is the network's target now)", .dim))
    }
    for (name, shape, features) in changes.ignored {
      let shown = shape.isEmpty ? "()" : "(\(shape.map(String.init).joined(separator: ", ")))"
      output(
        .line(
          ja: "(\(name) の形は \(shown) で、ネットワークの \(features) 列に合わないので、ネットワークには渡しません)",
          en:
            "(\(name) has shape \(shown), the network takes \(Quantity.counted(features, "column")): it is a name of yours only)",
          .dim))
    }
    for name in changes.rebound {
      output(
        .line(
          ja:
            "(\(name) は別の値の名前になりました。ネットワークの重みは network['\(name)'] です。中身を変えるなら \(name)[...] = …)",
          en:
            "(\(name) names another value now; the network keeps network['\(name)']. To change that: \(name)[...] = …)",
          .note))
    }
  }

  /// Fails for a line that would be a command, had the learner not given its name another meaning.
  private func refuseHiddenCommand(_ text: String, line: Int) throws(ConsoleError) {
    let indent = text.prefix { $0.isWhitespace }
    let body = text[indent.endIndex...]
    let name = body.prefix { $0.isLetter || $0 == "_" }
    let rest = body.dropFirst(name.count)
    guard CommandList.command(named: String(name)) != nil, rest.first?.isWhitespace ?? false,
      !rest.allSatisfy(\.isWhitespace), ![";", "#"].contains(rest.trimmed.prefix(1)),
      !StatementReader.continuesStatement(rest)
    else { return }
    throw ConsoleError(
      .hiddenCommand(String(name), line: body.trimmed),
      at: SourceRange(line: line, column: indent.count + 1, length: name.count))
  }

  /// Fails for a line that can only be a misspelt command: its first word is no name, and what
  /// follows cannot go on after a name.
  private mutating func refuseUnknownCommand(
    _ text: String, line: Int
  ) throws(ConsoleError) {
    let indent = text.prefix { $0.isWhitespace }
    let body = text[indent.endIndex...]
    let name = String(body.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard let first = name.first, !first.isNumber else { return }
    let rest = body.dropFirst(name.count)
    if let next = rest.first, !next.isWhitespace, next != "#", next != ";" { return }
    if StatementReader.continuesStatement(rest) || Interpreter.keywords.contains(name) { return }
    let workspace = openWorkspace()
    let known = workspace.interpreter.knownNames
    guard !known.contains(name) else { return }
    throw ConsoleError(
      .unknownName(
        name,
        suggestions: Spelling.suggestions(
          for: name, among: CommandList.names + known.filter { !$0.hasPrefix("__") })),
      at: SourceRange(line: line, column: indent.count + 1, length: name.count))
  }
}

extension Workspace {
  /// An error of the language as one of the console.
  func consoleError(_ error: PythonError) -> ConsoleError {
    if case .interrupted = error.detail { return ConsoleError(.interrupted) }
    return ConsoleError(.python(error, operands: operands(of: error)), at: error.range)
  }

  /// The arrays that the failing part of a formula names, with their shapes.
  private func operands(of error: PythonError) -> [NamedShape] {
    let shapes = error.operandShapes
    if !shapes.isEmpty { return shapes }
    // Names inside a function are gone by now.
    guard error.calls.isEmpty, let range = error.range, range.start.line == range.end.line,
      let line = error.unit?.line(range.start.line)
    else { return [] }
    let part = line.dropFirst(range.start.column - 1)
      .prefix(range.end.column - range.start.column)
    var found: [NamedShape] = []
    for word in part.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
      guard case .array(let array)? = interpreter[String(word)],
        !found.contains(where: { $0.name == word })
      else { continue }
      found.append(NamedShape(name: String(word), shape: array.shape))
    }
    return found
  }
}

/// An array by its name, and its shape.
public struct NamedShape: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The sizes of the axes.
  public var shape: [Int]
}
