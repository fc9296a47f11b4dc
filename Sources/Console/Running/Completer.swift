import LinearAlgebra
import Localization
import NeuralNetworks

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

    if position == 0 {
      let typed =
        current.hasPrefix(":") || current.hasPrefix("?")
        ? String(current.dropFirst()) : current
      return (typed.count, matching(typed, commandCandidates + quantityCandidates))
    }
    if words.first?.hasPrefix("?") == true {
      return (current.count, matching(current, commandCandidates))
    }
    guard let command = CommandList.command(named: name) else {
      return (current.count, matching(current, quantityCandidates))
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

  private func matching(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
    candidates.filter { $0.text.hasPrefix(typed) }
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
