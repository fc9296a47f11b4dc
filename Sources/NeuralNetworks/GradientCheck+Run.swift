public import LinearAlgebra

extension GradientCheck {
  /// How many multiplications a check may take unless another limit is given: about a minute.
  public static let multiplicationLimit = 2e11

  /// Compares backpropagation with difference quotients for every parameter of a network.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - input: x, of shape `(samples, inputs)`.
  ///   - target: d, of shape `(samples, outputs)`.
  ///   - claimed: the gradients to check, laid out like the parameters; nil for those of
  ///     backpropagation.
  ///   - h: by how much each parameter is moved.
  ///   - limit: how many multiplications the check may take.
  ///   - clock: what durations are measured with.
  ///   - shouldStop: asked once per parameter whether to give up.
  /// - Precondition: claimed gradients are as many as the parameters.
  /// - Throws: `GradientCheckError`.
  /// - Complexity: O(samples · parameters²).
  public static func run(
    _ network: Network, input: Matrix, target: Matrix, claimed: [Double]? = nil,
    h: Double = 1e-4, limit: Double = multiplicationLimit, clock: some Clock<Duration>,
    shouldStop: () -> Bool = { false }
  ) throws(GradientCheckError) -> GradientCheck {
    try check(network, input, target, h, rounds: 1, limit: limit)
    let start = clock.now
    let (pass, gradients) = try passes(network, input, target)
    let afterBackprop = clock.now
    let backprop = claimed ?? gradients.values
    precondition(
      backprop.count == network.parameters.count, "gradients and parameters differ in number")
    var quotients = DifferenceQuotients(network, pass: pass, target: target)
    let noise = quotients.rounding(pass, gradients) / h
    var rows: [Row] = []
    for name in network.architecture.parameterNames {
      var comparison = ArrayComparison()
      for index in network.architecture.range(of: name) {
        if shouldStop() { throw .interrupted }
        comparison.add(
          quotients.compare(index, with: backprop[index], h: h, noise: noise))
      }
      rows.append(comparison.row(name.description, shape: network.architecture.shape(of: name)))
    }
    return GradientCheck(
      h: h, rows: rows, kinks: quotients.kinks,
      leavesOutGuard: quotients.loss.leavesOutGuard(after: quotients.output.activation),
      parameterCount: network.parameters.count, forwardPasses: quotients.forwardPasses,
      numericDuration: afterBackprop.duration(to: clock.now),
      backpropDuration: start.duration(to: afterBackprop))
  }

  /// How far numeric and backprop are apart for one h.
  public struct SweepRow: Hashable, Sendable {
    /// By how much each parameter was moved.
    public let h: Double
    /// The largest |numeric − backprop| of all parameters.
    public let largestDifference: Double
    /// The largest relative error of all parameters.
    public let largestRelativeError: Double
  }

  /// The steps that `sweep` goes through: 1e-1, 1e-2 … 1e-12.
  public static let sweepSteps = [
    1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12,
  ]

  /// Compares for one h after the other: the error falls with h² as long as truncation rules, and
  /// climbs with 1/h when rounding does.
  ///
  /// - Parameters: as for `run`.
  /// - Throws: `GradientCheckError`.
  public static func sweep(
    _ network: Network, input: Matrix, target: Matrix, steps: [Double] = sweepSteps,
    limit: Double = multiplicationLimit, shouldStop: () -> Bool = { false }
  ) throws(GradientCheckError) -> [SweepRow] {
    for h in steps {
      try check(network, input, target, h, rounds: steps.count, limit: limit)
    }
    let (pass, gradients) = try passes(network, input, target)
    var quotients = DifferenceQuotients(network, pass: pass, target: target)
    var rows: [SweepRow] = []
    for h in steps {
      var (difference, relative) = (0.0, 0.0)
      for (index, backprop) in gradients.values.enumerated() {
        if shouldStop() { throw .interrupted }
        let numeric = quotients.quotient(index, h: h).value
        difference = larger(difference, abs(numeric - backprop))
        relative = larger(relative, relativeError(numeric: numeric, backprop: backprop))
      }
      rows.append(
        SweepRow(h: h, largestDifference: difference, largestRelativeError: relative))
    }
    return rows
  }

  /// The larger of two numbers; NaN is larger than any.
  private static func larger(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : max(a, b)
  }

  /// The passes whose gradients are checked.
  private static func passes(
    _ network: Network, _ input: Matrix, _ target: Matrix
  ) throws(GradientCheckError) -> (ForwardPass, Gradients) {
    do {
      let pass = try network.forward(input)
      return (pass, try network.backward(pass, target: target))
    } catch {
      throw .network(error)
    }
  }

  /// Fails unless the check makes sense and can be paid.
  private static func check(
    _ network: Network, _ input: Matrix, _ target: Matrix, _ h: Double, rounds: Int,
    limit: Double
  ) throws(GradientCheckError) {
    do {
      try network.architecture.check(samples: input.rows, features: input.columns)
      try network.architecture.check(target: target, samples: input.rows)
    } catch {
      throw .network(error)
    }
    guard h > 0, h.isFinite else { throw .step(h) }
    let parameters = Double(network.parameters.count)
    let multiplications = 2 * Double(rounds) * parameters * parameters * Double(input.rows)
    guard multiplications <= limit else {
      throw .tooCostly(multiplications: multiplications, limit: limit)
    }
  }
}

/// The comparison of one parameter.
struct ElementComparison {
  var numeric: Double
  var backprop: Double
  var verdict: GradientCheck.Verdict
}

/// The comparisons of an array, put together.
struct ArrayComparison {
  private var count = 0
  private var kinks = 0
  private var first: GradientCheck.Row.Element?
  private var worst: (index: Int, element: ElementComparison, rank: Int, error: Double)?

  /// Takes in the next element of the array.
  mutating func add(_ element: ElementComparison) {
    let rank =
      switch element.verdict {
      case .undecidedAtKink: 0
      case .agrees: 1
      case .agreesWithoutTruncation: 2
      case .agreesWithinRounding: 3
      case .disagrees, .missing, .misshapen, .transposed: 4
      case .notFinite: 5
      }
    if element.verdict == .undecidedAtKink { kinks += 1 }
    if first == nil, !element.verdict.isFine {
      first = GradientCheck.Row.Element(
        place: count, numeric: element.numeric, backprop: element.backprop)
    }
    let error = GradientCheck.relativeError(
      numeric: element.numeric, backprop: element.backprop)
    if worst.map({ ($0.rank, $0.error) < (rank, error) }) ?? true {
      worst = (count, element, rank, error)
    }
    count += 1
  }

  /// The row of the array. There is at least one element.
  func row(_ name: String, shape: [Int]) -> GradientCheck.Row {
    let worst = worst!
    return GradientCheck.Row(
      name: name, shape: shape, worst: worst.index,
      numeric: worst.element.numeric, backprop: worst.element.backprop,
      verdict: worst.element.verdict, kinks: kinks, first: first)
  }
}
