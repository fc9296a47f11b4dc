import LinearAlgebra
import Localization
import NeuralNetworks
import NumPyLanguage

/// What a line could go on with, for the Tab key.
public struct Completer {
  /// A way to go on.
  public struct Candidate: Hashable, Sendable {
    /// The text that replaces the part that was typed.
    public var text: String
    /// What it is, in a few words; may be empty.
    public var summary: String
  }

  /// The session whose names and language are used.
  let session: Session
  /// The world outside, for files and lessons.
  let environment: Environment

  /// Makes a completer.
  public init(session: Session, environment: Environment) {
    self.session = session
    self.environment = environment
  }

  /// The ways to go on at the end of a text, and how many characters before it they replace.
  public func candidates(for text: String) -> (replacing: Int, candidates: [Candidate]) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let isInsideWord = text.last.map { !$0.isWhitespace } ?? false
    let current = isInsideWord ? words.last ?? "" : ""
    let position = isInsideWord ? words.count - 1 : words.count
    var name = words.first ?? ""
    if name.hasPrefix(":") || name.hasPrefix("?") { name.removeFirst() }

    // After a dot or inside `['`, only the learner's values know how to go on.
    if let found = memberCandidates(text) { return found }
    if position == 0 {
      let typed =
        current.hasPrefix(":") || current.hasPrefix("?")
        ? String(current.dropFirst()) : current
      if let found = nameCandidates(typed), !commandCandidates.contains(where: { $0.text == typed })
      {
        let commands = matching(typed, commandCandidates)
        let known = Set(commands.map(\.text))
        return (
          found.replacing,
          found.replacing == typed.count
            ? commands + found.candidates.filter { !known.contains($0.text) } : found.candidates
        )
      }
      return (typed.count, matching(typed, commandCandidates + quantityCandidates))
    }
    if words.first?.hasPrefix("?") == true {
      return (current.count, matching(current, commandCandidates))
    }
    let isFormula =
      StatementReader.continuesStatement(text.drop { $0.isWhitespace }.dropFirst(name.count))
      || session.isDefined(name)
    guard !isFormula, let command = CommandList.command(named: name) else {
      return nameCandidates(text) ?? (current.count, matching(current, quantityCandidates))
    }
    if command.takesOptions, let equals = current.firstIndex(of: "=") {
      let key = current[..<equals]
      let value = String(current[current.index(after: equals)...])
      let choices = command.options.first { $0.name == key }?.choices ?? []
      return (value.count, matching(value, choices.map { Candidate(text: $0, summary: "") }))
    }
    var completion = command.completion
    if case .subcommands(let list) = completion, position > 1 {
      completion = list.first { $0.name == words[1] }?.then ?? .none
    }
    return wordCandidates(command, completion, current: current)
  }

  private func wordCandidates(
    _ command: any Command.Type, _ completion: WordCompletion, current: String
  ) -> (replacing: Int, candidates: [Candidate]) {
    let used = { (name: String) in current.hasPrefix(name + "=") }
    let options = command.options.filter { !used($0.name) }.map {
      Candidate(text: $0.name + "=", summary: $0.summary[session.language])
    }
    var found: [Candidate] = []
    var part = current
    switch completion {
    case .none: break
    case .words(let words): found = words.map { Candidate(text: $0, summary: "") }
    case .functions(let words):
      found = words.map { Candidate(text: $0, summary: "") } + functionCandidates
    case .layers:
      if let colon = current.lastIndex(of: ":") {
        part = String(current[current.index(after: colon)...])
        return (
          part.count,
          matching(
            part,
            Activation.allCases.map {
              Candidate(text: $0.rawValue, summary: $0.formula[session.language])
            })
        )
      }
    case .quantities: found = quantityCandidates
    case .commands: found = commandCandidates
    case .files: return fileCandidates(current, adding: options)
    case .subcommands(let list): found = list.map { Candidate(text: $0.name, summary: "") }
    case .lessons: found = lessonCandidates
    case .steps: found = stepCandidates
    }
    return (part.count, matching(part, found + options))
  }

  /// The attributes or dictionary keys that can follow, or nil where neither is meant.
  private func memberCandidates(_ text: String) -> (replacing: Int, candidates: [Candidate])? {
    let before = text.reversed().drop { $0.isLetter || $0.isNumber || $0 == "_" }
    let owner = before.dropFirst().first ?? " "
    let isAttribute = before.first == "." && (owner.isLetter || owner.isNumber || owner == "_")
    let isKey = (before.first == "'" || before.first == "\"") && owner == "["
    guard isAttribute || isKey else { return nil }
    return nameCandidates(text)
  }

  /// The learner's names, attributes and keys that a text can go on to.
  private func nameCandidates(_ text: String) -> (replacing: Int, candidates: [Candidate])? {
    let workspace = session.workspace ?? Workspace(seed: 0)
    workspace.shared.put(session.state, into: workspace.interpreter)
    let (word, found) = workspace.interpreter.completions(of: text)
    guard !found.isEmpty else { return nil }
    return (
      word.count,
      found.map { suggestion in
        let shape = session.state.quantity(suggestion.text).map {
          "shape \(ArrayFormat.tuple($0.shape))"
        }
        let before = text.dropLast(word.count)
        let owner = before.reversed().prefix { $0.isLetter || $0.isNumber || "_.".contains($0) }
        let name = String(owner.reversed()) + suggestion.text
        let documentation = NameDocumentation.entry(for: name) ?? session.documentation(of: name)
        return Candidate(
          text: suggestion.text,
          summary: shape ?? documentation?.summary[session.language] ?? "")
      }
    )
  }

  private func matching(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
    candidates.filter { $0.text.hasPrefix(typed) }
  }

  /// The learner's functions, with their parameters.
  private var functionCandidates: [Candidate] {
    guard let workspace = session.workspace else { return [] }
    return workspace.functionNames.map { name in
      guard case .function(let function)? = workspace.interpreter[name] else {
        return Candidate(text: name, summary: "")
      }
      let parameters = function.parameterNames.joined(separator: ", ")
      return Candidate(text: name, summary: "\(name)(\(parameters))")
    }
  }

  private var commandCandidates: [Candidate] {
    CommandList.all.map { Candidate(text: $0.name, summary: $0.summary[session.language]) }
  }

  private var quantityCandidates: [Candidate] {
    session.state.quantityNames.map { name in
      Candidate(
        text: name,
        summary: session.state.quantity(name).map { "shape \(ArrayFormat.tuple($0.shape))" } ?? "")
    }
  }
}
