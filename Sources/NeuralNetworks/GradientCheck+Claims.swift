extension GradientCheck {
  /// A parameter array together with the gradient that somebody else computed for it.
  public struct Claim: Hashable, Sendable {
    /// The name of the array, for example `W1`.
    public let name: String
    /// Its shape.
    public let shape: [Int]
    /// Its elements, row by row.
    public let values: [Double]
    /// The gradient that is claimed for it.
    public let gradient: Gradient

    /// What is claimed.
    public enum Gradient: Hashable, Sendable {
      /// A gradient of the array's shape, row by row.
      case elements([Double])
      /// A gradient of another shape, row by row.
      case misshapen([Int], elements: [Double])
      /// None.
      case missing
    }

    /// Makes a claim.
    ///
    /// - Precondition: there is an element, and shapes and elements match in number.
    public init(name: String, shape: [Int], values: [Double], gradient: Gradient) {
      precondition(!values.isEmpty && shape.reduce(1, *) == values.count, "\(shape) of \(name)")
      switch gradient {
      case .elements(let elements):
        precondition(elements.count == values.count, "the gradient of \(name)")
      case .misshapen(let shape, let elements):
        precondition(shape.reduce(1, *) == elements.count, "the gradient of \(name)")
      case .missing: break
      }
      (self.name, self.shape, self.values, self.gradient) = (name, shape, values, gradient)
    }

    /// The gradient in the layout of the array, where the two can be compared.
    fileprivate var comparable: [Double]? {
      switch gradient {
      case .elements(let elements): return elements
      case .misshapen(let found, let elements):
        guard shape.count == 2, found == shape.reversed() else { return nil }
        let (rows, columns) = (shape[0], shape[1])
        return (0..<rows * columns).map { elements[$0 % columns * rows + $0 / columns] }
      case .missing: return nil
      }
    }

    /// The row of a gradient that cannot be compared.
    fileprivate var failedRow: Row {
      let verdict: Verdict =
        if case .misshapen(let found, _) = gradient { .misshapen(found) } else { .missing }
      return Row(
        name: name, shape: shape, worst: 0, numeric: .nan, backprop: .nan, verdict: verdict,
        kinks: 0, first: nil)
    }
  }

  /// Compares claimed gradients with difference quotients of a loss that is known only by its
  /// values: a function of somebody else's.
  ///
  /// Rounding, truncation and kinks are told from the values alone. A kink shows in the slopes of
  /// the two sides, (E(w + h) − E(w)) / h and (E(w) − E(w − h)) / h: where E is smooth they differ
  /// by about h·E″, half as much when h is halved; next to a kink they do not approach each other
  /// in this way, and a claimed gradient between them is left undecided.
  ///
  /// - Parameters:
  ///   - claims: the arrays with what is claimed.
  ///   - h: by how much each parameter is moved.
  ///   - base: the loss where nothing is moved.
  ///   - outputRounding: how much the rounding of the outputs may change the loss; that of its
  ///     own value and of the parameters' products comes on top.
  ///   - leavesOutGuard: whether the loss leaves out the guard of the printed one.
  ///   - backpropDuration: how long the claimed gradients took.
  ///   - clock: what durations are measured with.
  ///   - loss: the loss with one element of one of the arrays at another value.
  /// - Precondition: h is positive and finite.
  /// - Throws: what `loss` throws.
  /// - Complexity: two losses per element, up to four more for each that does not agree.
  public static func run<Failure: Error>(
    _ claims: [Claim], h: Double = 1e-4, base: Double, outputRounding: Double = 0,
    leavesOutGuard: Bool = false, backpropDuration: Duration, clock: some Clock<Duration>,
    loss: (_ claim: Int, _ element: Int, _ value: Double) throws(Failure) -> Double
  ) throws(Failure) -> GradientCheck {
    precondition(h > 0 && h.isFinite, "a step of \(h)")
    let start = clock.now
    var quotients = ClaimQuotients(base: base, h: h)
    // What each product of a parameter contributes to E is rounded, as is E.
    var products = outputRounding / Double.ulpOfOne + abs(base)
    var sides: [[ClaimQuotients.Sides]] = []
    for (array, claim) in claims.enumerated() {
      sides.append([])
      guard claim.comparable != nil else { continue }
      for (element, value) in claim.values.enumerated() {
        let side = try quotients.sides(value, h) { value throws(Failure) in
          try loss(array, element, value)
        }
        sides[array].append(side)
        let product = abs(side.quotient * value)
        if product.isFinite { products += product }
      }
    }
    let noise = 4 * Double.ulpOfOne * products / h
    var rows: [Row] = []
    for (array, claim) in claims.enumerated() {
      guard let gradient = claim.comparable else {
        rows.append(claim.failedRow)
        continue
      }
      var comparison = ArrayComparison()
      for (element, value) in claim.values.enumerated() {
        let side = sides[array][element]
        comparison.add(
          ElementComparison(
            numeric: side.quotient, backprop: gradient[element],
            verdict: try quotients.verdict(
              value, side, gradient[element], noise: noise
            ) { value throws(Failure) in try loss(array, element, value) }))
      }
      var row = comparison.row(claim.name, shape: claim.shape)
      if case .misshapen(let found, _) = claim.gradient {
        row = Row(
          name: row.name, shape: row.shape, worst: row.worst, numeric: row.numeric,
          backprop: row.backprop,
          verdict: row.verdict.isFine ? .transposed(found) : .misshapen(found), kinks: row.kinks,
          first: row.first)
      }
      rows.append(row)
    }
    return GradientCheck(
      h: h, rows: rows, kinks: [], leavesOutGuard: leavesOutGuard,
      parameterCount: sides.reduce(0) { $0 + $1.count }, forwardPasses: quotients.forwardPasses,
      numericDuration: start.duration(to: clock.now), backpropDuration: backpropDuration)
  }
}

/// Difference quotients of a loss that is known only by its values.
private struct ClaimQuotients {
  /// The loss on both sides of a parameter.
  struct Sides {
    let above: Double
    let below: Double
    let h: Double

    /// (E(w + h) − E(w − h)) / 2h.
    var quotient: Double { (above - below) / (2 * h) }

    /// The slopes of the two sides.
    func slopes(_ base: Double) -> (below: Double, above: Double) {
      ((base - below) / h, (above - base) / h)
    }
  }

  let base: Double
  let h: Double
  private(set) var forwardPasses = 0

  init(base: Double, h: Double) { (self.base, self.h) = (base, h) }

  /// The loss with a parameter moved to both sides.
  mutating func sides<Failure: Error>(
    _ value: Double, _ h: Double, loss: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Sides {
    forwardPasses += 2
    return Sides(above: try loss(value + h), below: try loss(value - h), h: h)
  }

  /// What the comparison of a parameter says.
  ///
  /// - Parameter noise: what rounding adds to a quotient.
  mutating func verdict<Failure: Error>(
    _ value: Double, _ whole: Sides, _ claimed: Double, noise: Double,
    loss: (Double) throws(Failure) -> Double
  ) throws(Failure) -> GradientCheck.Verdict {
    let numeric = whole.quotient
    guard numeric.isFinite, claimed.isFinite, base.isFinite else { return .notFinite }
    let tolerance =
      GradientCheck.tolerance * max(abs(numeric), abs(claimed), GradientCheck.floor)
    if abs(numeric - claimed) <= tolerance { return .agrees }
    // w ± h are rounded too, which stretches the quotient by up to ulp(w) / h.
    let rounding = noise + abs(numeric) * value.magnitude.ulp / h
    if abs(numeric - claimed) <= rounding { return .agreesWithinRounding }
    let half = try sides(value, h / 2, loss: loss)
    let extrapolated = half.quotient + (half.quotient - numeric) / 3
    if abs(extrapolated - claimed) <= max(tolerance, 3 * rounding) {
      return .agreesWithoutTruncation
    }
    let (outer, inner) = (whole.slopes(base), half.slopes(base))
    let reach =
      tolerance + 16 * rounding
      + 2.5 * max(abs(outer.below - inner.below), abs(outer.above - inner.above))
    guard claimed >= min(outer.below, outer.above) - reach,
      claimed <= max(outer.below, outer.above) + reach
    else { return .disagrees }
    let quarter = try sides(value, h / 4, loss: loss)
    let slopes = [whole, half, quarter].map { $0.slopes(base) }
    let gaps = slopes.map { abs($0.above - $0.below) }
    let isSmooth = Self.halves(gaps[0], gaps[1], gaps[2], rounding)
    let below = Self.limit(slopes.map(\.below), rounding)
    let above = Self.limit(slopes.map(\.above), rounding)
    let margin = max(tolerance, 16 * rounding)
    let isBetween =
      claimed >= min(below, above) - margin && claimed <= max(below, above) + margin
    return isSmooth || !isBetween ? .disagrees : .undecidedAtKink
  }

  /// Whether a number becomes half of itself each time that h is halved.
  private static func halves(
    _ whole: Double, _ half: Double, _ quarter: Double, _ rounding: Double
  ) -> Bool {
    abs(half - whole / 2) <= abs(whole) / 8 + 4 * rounding
      && abs(quarter - half / 2) <= abs(half) / 8 + 8 * rounding
  }

  /// What the slope of one side comes to when h goes to 0: its error h·E″/2 is taken out, unless
  /// it does not behave like that; then there is a kink on this side, and the slope for h, which
  /// lies between the slopes before and behind it, is all there is.
  private static func limit(_ slopes: [Double], _ rounding: Double) -> Double {
    let (first, second) = (slopes[0] - slopes[1], slopes[1] - slopes[2])
    let isStraight = abs(second - first / 2) <= abs(first) / 8 + 8 * rounding
    return isStraight ? 2 * slopes[2] - slopes[1] : slopes[0]
  }
}
