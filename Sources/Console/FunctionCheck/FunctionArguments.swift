import LinearAlgebra
import NumPyLanguage
import SourceText

/// What the learner's functions are called with: x, d, the network and what the forward function
/// returned, each passed for the parameter that asks for it by its name.
struct FunctionArguments {
  /// The names that a parameter for the input has.
  static let inputNames: Set<String> = ["x", "X", "input", "inputs"]
  /// The names that a parameter for the target has.
  static let targetNames: Set<String> = [
    "d", "D", "t", "T", "target", "targets", "label", "labels",
  ]
  /// The names that a parameter for the output has.
  static let outputNames: Set<String> = ["y", "Y", "output", "outputs", "pred", "y_pred", "y_hat"]

  /// The weights.
  let parameters: LearnerParameters
  /// The learner's x.
  let input: Value
  /// The learner's d.
  let target: Value
  private let interpreter: Interpreter

  /// What is passed for a parameter.
  private enum Source {
    case network
    case input
    case target
    case weights(String)
    case result(Value)
    case other(Value)
  }

  /// Finds x, d and the weights that the functions work on.
  init(
    _ interpreter: Interpreter, forward: FunctionObject, backward: FunctionObject
  ) throws(FunctionCheckError) {
    self.interpreter = interpreter
    let names = forward.parameterNames + backward.parameterNames
    let dictionaries = names.filter { LearnerParameters.dictionary(interpreter, $0) != nil }
    // The names by which the functions ask come first, then the usual ones.
    func value(_ kind: Set<String>, _ usual: [String]) -> Value? {
      (names.filter(kind.contains) + usual).lazy.compactMap { interpreter[$0] }
        .first { $0.numbers != nil }
    }
    guard let input = value(Self.inputNames, ["x", "X"]) else { throw .noSamples("x") }
    guard let target = value(Self.targetNames, ["d", "t"]) else { throw .noSamples("d") }
    (self.input, self.target) = (input, target)
    guard
      let parameters = LearnerParameters(
        interpreter, dictionaryNames: dictionaries + ["network", "params"])
    else { throw .noParameters }
    self.parameters = parameters
  }

  /// The arguments of the forward function.
  func forwardArguments(
    _ function: FunctionObject
  ) throws(FunctionCheckError) -> [(String, Value)] {
    try arguments(function, role: .forward, results: nil)
  }

  /// The arguments of the backward function.
  func backwardArguments(
    _ function: FunctionObject, after results: ForwardResults
  ) throws(FunctionCheckError) -> [(String, Value)] {
    try arguments(function, role: .backward, results: results)
  }

  private func arguments(
    _ function: FunctionObject, role: FunctionCheckError.Role, results: ForwardResults?
  ) throws(FunctionCheckError) -> [(String, Value)] {
    let required = Set(function.requiredParameterNames)
    var sources: [String: Source] = [:]
    var open: [String] = []
    for name in function.parameterNames {
      if let source = source(for: name, results) {
        sources[name] = source
      } else if required.contains(name) {
        open.append(name)
      }
    }
    // What forward returned without names goes in the order of both.
    if let results, !results.hasNames, !open.isEmpty {
      let isTaken = sources.keys.contains(where: Self.outputNames.contains)
      let rest = isTaken ? results.valuesBeforeOutput : results.values
      for (name, value) in zip(open, rest) { sources[name] = .result(value) }
      open.removeFirst(min(open.count, rest.count))
    } else if let results, open.count == results.unused(by: function.parameterNames).count {
      for (name, value) in zip(open, results.unused(by: function.parameterNames)) {
        sources[name] = .result(value)
      }
      open = []
    }
    for name in open {
      if let value = interpreter[name] {
        sources[name] = .other(value)
      } else if parameters.dictionary != nil, !isPassed(sources, .network) {
        sources[name] = .network
      } else if !isPassed(sources, .input) {
        sources[name] = .input
      } else {
        throw .noArgument(name, function: function.name, role: role)
      }
    }
    return function.parameterNames.compactMap { name in
      sources[name].map { (name, value(of: $0)) }
    }
  }

  /// What a name stands for; nil where it says nothing.
  private func source(for name: String, _ results: ForwardResults?) -> Source? {
    if name == "network", parameters.dictionary != nil { return .network }
    if case .dict(let found)? = interpreter[name], found === parameters.dictionary {
      return .network
    }
    if let value = results?.value(of: name) { return .result(value) }
    if Self.inputNames.contains(name) { return .input }
    if Self.targetNames.contains(name) { return .target }
    if parameters.value(of: name) != nil { return .weights(name) }
    if let results, Self.outputNames.contains(name) { return .result(results.output) }
    return nil
  }

  private func isPassed(_ sources: [String: Source], _ wanted: Source) -> Bool {
    sources.values.contains { source in
      switch (source, wanted) {
      case (.network, .network), (.input, .input): true
      default: false
      }
    }
  }

  private func value(of source: Source) -> Value {
    switch source {
    case .network: parameters.dictionary.map { .dict($0) } ?? .none
    case .input: input.fresh
    case .target: target.fresh
    case .weights(let name): parameters.value(of: name) ?? .none
    case .result(let value), .other(let value): value
    }
  }

  /// The arguments of a loss function: d and y by the names of its parameters, or in this order.
  func lossArguments(
    _ function: FunctionObject, output: Value
  ) throws(FunctionCheckError) -> [(String, Value)] {
    let names = function.requiredParameterNames
    var values: [String: Value] = [:]
    for name in names {
      if Self.targetNames.contains(name) { values[name] = target.fresh }
      if Self.outputNames.contains(name) { values[name] = output }
    }
    if names.count == 2, values.count < 2 {
      if let first = values[names[0]] {
        values[names[1]] = Self.targetNames.contains(names[0]) ? output : target.fresh
        values[names[0]] = first
      } else if values[names[1]] != nil {
        values[names[0]] = Self.targetNames.contains(names[1]) ? output : target.fresh
      } else {
        values = [names[0]: target.fresh, names[1]: output]
      }
    }
    for name in names where values[name] == nil {
      guard let value = interpreter[name] else {
        throw .noArgument(name, function: function.name, role: .loss)
      }
      values[name] = value
    }
    return names.compactMap { name in values[name].map { (name, $0) } }
  }
}

extension Value {
  /// A copy of an array of numbers, so that a function which changes it in place does not change
  /// the next call; any other value as it is.
  fileprivate var fresh: Value {
    guard case .array(let array) = self else { return self }
    switch array.type {
    case .float64: return .array(NDArray(shape: array.shape, elements: array.doubles))
    case .int64: return .array(NDArray(shape: array.shape, elements: array.integers))
    case .bool: return self
    }
  }
}
