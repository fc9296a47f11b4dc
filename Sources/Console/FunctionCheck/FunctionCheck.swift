import LinearAlgebra
import NeuralNetworks
import NumPyLanguage

/// A gradient check of the learner's own forward and backward functions.
///
/// Each array of `network` is moved element by element, their forward function and a loss run, and
/// the slopes compared with what their backward function returns. Nothing of the learner's is
/// changed by it: every name and array is what it was before, and what the functions print is
/// not shown.
struct FunctionCheck {
  /// What was found.
  struct Result {
    /// The comparison, array by array.
    var check: GradientCheck
    /// The loss that was taken.
    var loss: CheckedLoss
    /// The slips that explain the gradients; nil where they cannot be looked for.
    var diagnosis: GradientDiagnosis?
    /// The network that the functions make; nil where it is none that is known.
    var network: Network?
    /// Whether the learner stores weights as (units, inputs).
    var isTransposed: Bool
    /// The arrays of whole numbers, which were checked as floats; single numbers do not count, for
    /// an update makes them floats.
    var integers: [String]
    /// How many samples there are.
    var samples: Int
    /// How many outputs there are.
    var outputs: Int
  }

  private let forward: FunctionObject
  private let backward: FunctionObject
  /// The names that the forward function's `return` gives; found once, not in each pass.
  private let returnedNames: [String]?
  private let workspace: Workspace
  /// The world outside, with nothing shown.
  private let environment: Environment
  private let arguments: FunctionArguments

  /// Checks two functions.
  ///
  /// - Parameters:
  ///   - given: The loss that the line asks for; nil to find it out.
  ///   - h: By how much each number is moved.
  /// - Throws: ``ConsoleError``; the workspace is then what it was, as it is after a check.
  static func run(
    forward: FunctionObject, backward: FunctionObject, loss given: CheckedLoss.Kind?, h: Double,
    workspace: Workspace, environment: Environment
  ) throws(ConsoleError) -> Result {
    let names = workspace.names
    defer { workspace.restore(names) }
    var silent = environment
    silent.output = { output in
      if case .warning = output { environment.output(output) }
    }
    silent.showsPlots = false
    let arguments = try Self.wrapping { () throws(FunctionCheckError) in
      try FunctionArguments(workspace.interpreter, forward: forward, backward: backward)
    }
    let check = FunctionCheck(
      forward: forward, backward: backward, returnedNames: forward.returnedNames,
      workspace: workspace, environment: silent, arguments: arguments)
    return try check.result(given, h: h)
  }

  private func result(
    _ given: CheckedLoss.Kind?, h: Double
  ) throws(ConsoleError) -> Result {
    let entries = arguments.parameters.entries
    let random = workspace.interpreter.random
    var passes: (results: ForwardResults, returned: Value)?
    let duration = try environment.duration { () throws(ConsoleError) in
      let results = try runForward(random: random)
      passes = (results, try runBackward(after: results))
    }
    guard let (results, returned) = passes else { preconditionFailure("nothing was run") }
    let (output, target) = (numbers(results.output), numbers(arguments.target))
    let samples = LearnerSamples(
      input: numbers(arguments.input), output: output, target: target)
    let mentioned = forward.mentionedNames
    var network = samples.flatMap { samples in
      LearnerNetwork(
        entries, samples: samples, results: results,
        preferring: Activation.allCases.filter { mentioned.contains($0.rawValue) })
    }
    let loss =
      given.map { CheckedLoss(kind: $0, reason: .given).withoutGuard(samples) }
      ?? .deduced(from: backward, output: output, activation: network?.outputActivation)
    if case .builtin = loss.kind, samples == nil {
      throw ConsoleError(
        .functionCheck(.outputShape(output: output.shape, target: target.shape)))
    }
    let base = try value(of: loss, results, samples)
    let gradients = try claimedGradients(in: returned)
    let claims = entries.compactMap { claim($0, gradients[$0.name]) }
    try checkCost(claims, samples: samples?.input.rows ?? 1, h: h)
    let check = try GradientCheck.run(
      claims, h: h, base: base, outputRounding: rounding(of: loss, output, samples),
      leavesOutGuard: loss.leavesOutGuard, backpropDuration: duration, clock: environment.clock
    ) { claim, element, number throws(ConsoleError) in
      if environment.isInterrupted() { throw ConsoleError(.interrupted) }
      let name = claims[claim].name
      let entry = entries.firstIndex { $0.name == name }!
      arguments.parameters.move(element, of: entry, to: number)
      defer { arguments.parameters.putBack(entry) }
      return try value(of: loss, try runForward(random: random), samples)
    }
    var diagnosis: GradientDiagnosis?
    if !check.isFine, let samples, let measure = loss.builtin(like: base, samples) {
      network?.measure(by: measure)
      diagnosis = network?.diagnosis(of: gradients.mapValues(\.elements), samples: samples)
    }
    return Result(
      check: check, loss: loss, diagnosis: diagnosis, network: network?.network,
      isTransposed: network?.isTransposed ?? false,
      integers: entries.filter { entry in
        entry.isIntegerArray && claims.contains { $0.name == entry.name }
      }.map(\.name),
      samples: samples?.output.rows ?? 1, outputs: samples?.output.columns ?? 1)
  }

  // MARK: Running the functions

  private func runForward(random: NumPyRandom) throws(ConsoleError) -> ForwardResults {
    // A pass that draws random numbers draws the same ones each time.
    workspace.interpreter.random = random
    let named = try Self.wrapping { () throws(FunctionCheckError) in
      try arguments.forwardArguments(forward)
    }
    let returned = try call(.function(forward), named)
    guard
      let results = ForwardResults(
        returned, names: returnedNames, target: numbers(arguments.target))
    else {
      throw ConsoleError(
        .functionCheck(.noOutput(function: forward.name, found: returned.typeName)))
    }
    return results
  }

  private func runBackward(after results: ForwardResults) throws(ConsoleError) -> Value {
    let named = try Self.wrapping { () throws(FunctionCheckError) in
      try arguments.backwardArguments(backward, after: results)
    }
    return try call(.function(backward), named)
  }

  private func call(
    _ function: Value, _ named: [(String, Value)], positional: [Value] = []
  ) throws(ConsoleError) -> Value {
    do throws(PythonError) {
      return try workspace.call(function, positional, named: named, environment: environment)
    } catch {
      throw workspace.consoleError(error)
    }
  }

  /// The loss of a forward pass.
  private func value(
    of loss: CheckedLoss, _ results: ForwardResults, _ samples: LearnerSamples?
  ) throws(ConsoleError) -> Double {
    switch loss.kind {
    case .builtin(let loss):
      let output = numbers(results.output)
      guard let samples, output.elements.count == samples.target.elements.count else {
        throw ConsoleError(
          .functionCheck(
            .outputShape(output: output.shape, target: numbers(arguments.target).shape)))
      }
      return loss.unguardedValue(
        output.elements, samples.target.elements, samples: samples.output.rows)
    case .function(let function, let name):
      let returned: Value
      if case .function(let own) = function {
        let named = try Self.wrapping { () throws(FunctionCheckError) in
          try arguments.lossArguments(own, output: results.output)
        }
        returned = try call(function, named)
      } else {
        returned = try call(function, [], positional: [arguments.target, results.output])
      }
      guard let number = returned.numbers, number.elements.count == 1 else {
        throw ConsoleError(
          .functionCheck(.lossValue(function: name, found: returned.typeName)))
      }
      return number.elements[0]
    }
  }

  /// The numbers of a value that is known to have some.
  private func numbers(_ value: Value) -> ArrayValue {
    value.numbers ?? ArrayValue(shape: [0], elements: [])
  }

  // MARK: What is claimed

  /// The gradients by the names of the arrays.
  private func claimedGradients(in returned: Value) throws(ConsoleError) -> [String: ArrayValue] {
    var values: [String: Value] = [:]
    switch returned {
    case .dict(let dictionary):
      for key in dictionary.stringKeys { values[key] = dictionary[key] }
    case .tuple(let tuple):
      guard let names = backward.returnedNames, names.count == tuple.items.count else { break }
      values = Dictionary(zip(names, tuple.items)) { first, _ in first }
    default: break
    }
    var gradients: [String: ArrayValue] = [:]
    let names = arguments.parameters.entries.map(\.name)
    for name in names {
      let spellings = [name, "d" + name, "d_" + name, "grad_" + name, name + "_grad"]
      gradients[name] = spellings.lazy.compactMap { values[$0]?.numbers }.first
    }
    guard !gradients.isEmpty else {
      throw ConsoleError(
        .functionCheck(
          .noGradients(function: backward.name, found: returned.typeName, names: names)))
    }
    return gradients
  }

  /// What is claimed of an array; nil for a number beside the weights that has no gradient.
  private func claim(
    _ entry: LearnerParameters.Entry, _ gradient: ArrayValue?
  ) -> GradientCheck.Claim? {
    let value = entry.value
    let claimed: GradientCheck.Claim.Gradient
    if let gradient {
      // A number may have a gradient of one element: an update makes no difference.
      let isOne = value.elements.count == 1 && gradient.elements.count == 1
      claimed =
        gradient.shape == value.shape || (isOne && value.shape.isEmpty)
        ? .elements(gradient.elements)
        : .misshapen(gradient.shape, elements: gradient.elements)
    } else if ParameterName(entry.name) == nil {
      return nil
    } else {
      claimed = .missing
    }
    return GradientCheck.Claim(
      name: entry.name, shape: value.shape, values: value.elements, gradient: claimed)
  }

  /// How much the rounding of the outputs may change the loss.
  private func rounding(
    of loss: CheckedLoss, _ output: ArrayValue, _ samples: LearnerSamples?
  ) -> Double {
    if case .builtin(let loss) = loss.kind, let samples {
      return loss.rounding(
        output.elements, samples.target.elements, samples: samples.output.rows)
    }
    // Of an unknown loss of probabilities, the logarithm is the likeliest.
    return output.elements.allSatisfy { (0...1).contains($0) } ? Double.ulpOfOne : 0
  }

  /// Fails where the check would take too long or h is no step.
  private func checkCost(
    _ claims: [GradientCheck.Claim], samples: Int, h: Double
  ) throws(ConsoleError) {
    let parameters = Double(claims.reduce(0) { $0 + $1.values.count })
    let multiplications = 2 * parameters * parameters * Double(samples)
    guard multiplications <= GradientCheck.multiplicationLimit else {
      throw ConsoleError(
        .gradientCheck(
          .tooCostly(
            multiplications: multiplications, limit: GradientCheck.multiplicationLimit)))
    }
  }

  private static func wrapping<Result>(
    _ body: () throws(FunctionCheckError) -> Result
  ) throws(ConsoleError) -> Result {
    do throws(FunctionCheckError) {
      return try body()
    } catch {
      throw ConsoleError(.functionCheck(error))
    }
  }
}
