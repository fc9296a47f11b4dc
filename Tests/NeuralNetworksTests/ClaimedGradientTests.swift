import LinearAlgebra
import NeuralNetworks
import Testing

/// The gradient check of a loss that is known only by its values.
struct ClaimedGradientTests {
  private struct Failed: Error {}

  /// Checks a claimed derivative of a function of one number.
  private func check(
    _ function: (Double) -> Double, at w: Double, claimed: Double, h: Double = 1e-4
  ) -> GradientCheck.Row {
    let claim = GradientCheck.Claim(
      name: "w", shape: [], values: [w], gradient: .elements([claimed]))
    return GradientCheck.run(
      [claim], h: h, base: function(w), backpropDuration: .zero, clock: ContinuousClock()
    ) { _, _, value in function(value) }.rows[0]
  }

  @Test func smoothFunctions() {
    for w in [-1.5, 0, 0.3, 2] {
      let row = check({ $0 * $0 * $0 - 2 * $0 }, at: w, claimed: 3 * w * w - 2)
      #expect(row.verdict.isFine && row.worstIndex == [], "\(row)")
      #expect(
        check({ $0 * $0 * $0 - 2 * $0 }, at: w, claimed: 3 * w * w - 2.01).verdict == .disagrees)
    }
    #expect(check({ $0 * $0 }, at: 1, claimed: 2).verdict == .agrees)
    // E‴ = 6e6: truncation 1e-2 of a slope of 3e6 … is taken out.
    let steep = { (w: Double) in w * w * w * 1e6 }
    #expect(check(steep, at: 0.01, claimed: 300, h: 1e-3).verdict == .agreesWithoutTruncation)
    #expect(check(steep, at: 0.01, claimed: 303, h: 1e-3).verdict == .disagrees)
    // 1e9 is rounded to 1e-7, the slope of it to 1e-3.
    let rounded = check({ 1e9 + $0 * $0 }, at: 1, claimed: 2)
    #expect(rounded.verdict == .agreesWithinRounding)
    #expect(check({ 1e9 + $0 * $0 }, at: 1, claimed: 2.1).verdict == .disagrees)
  }

  @Test(arguments: [0, 0.1, 0.25, 1.0 / 3, 0.4, 0.5, 0.6, 0.9, 0.99])
  func kinks(distance: Double) {
    // A kink at 0, seen from a distance below it and above it; curved, as a loss is.
    let h = 1e-4
    func loss(_ w: Double) -> Double { (w > 0 ? 3 * w : w) + w * w / 2 + 5 }
    for sign in [-1.0, 1] {
      let w = sign * distance * h
      let slope = (w > 0 ? 3 : 1) + w
      #expect(check(loss, at: w, claimed: slope).verdict.isFine)
      if distance == 0 { #expect(check(loss, at: w, claimed: 3).verdict == .undecidedAtKink) }
      #expect(check(loss, at: w, claimed: 4).verdict == .disagrees)
      #expect(check(loss, at: w, claimed: 0).verdict == .disagrees)
    }
  }

  @Test func whatCannotBeCompared() {
    let values = [1.0, 2, 3, 4, 5, 6]
    func rows(_ gradient: GradientCheck.Claim.Gradient) -> GradientCheck.Row {
      let claim = GradientCheck.Claim(
        name: "W1", shape: [2, 3], values: values, gradient: gradient)
      // E = Σ i·wᵢ: its gradient is 0 … 5.
      let check = GradientCheck.run(
        [claim], base: 70, backpropDuration: .zero, clock: ContinuousClock()
      ) { _, element, value in 70 + Double(element) * (value - values[element]) }
      #expect(!check.isFine || check.rows[0].verdict == .agrees)
      return check.rows[0]
    }
    #expect(rows(.elements([0, 1, 2, 3, 4, 5])).verdict == .agrees)
    #expect(rows(.missing).verdict == .missing)
    #expect(rows(.misshapen([6], elements: [0, 1, 2, 3, 4, 5])).verdict == .misshapen([6]))
    #expect(
      rows(.misshapen([3, 2], elements: [0, 3, 1, 4, 2, 5])).verdict == .transposed([3, 2]))
    // Transposed it is [[0, 2, 4], [1, 3, 5]], and 1 in place of 3 is furthest off.
    let wrong = rows(.misshapen([3, 2], elements: [0, 1, 2, 3, 4, 5]))
    #expect(wrong.verdict == .misshapen([3, 2]) && wrong.worstIndex == [1, 0])
    #expect(rows(.elements([0, 1, 2, .nan, 4, 5])).verdict == .notFinite)
    #expect(rows(.elements([0, 1, 2, .infinity, 4, 5])).worstIndex == [1, 0])
  }

  @Test func notFiniteLosses() {
    #expect(check({ $0 > 1 ? .infinity : 0 }, at: 1, claimed: 0).verdict == .notFinite)
    #expect(check({ $0 == 1 ? .nan : 0 }, at: 1, claimed: 1).verdict == .notFinite)
  }

  @Test func thePassesAreCountedAndErrorsPassThrough() {
    let claims = [
      GradientCheck.Claim(name: "W1", shape: [2], values: [1, 2], gradient: .elements([1, 1])),
      GradientCheck.Claim(name: "b1", shape: [3], values: [1, 2, 3], gradient: .missing),
    ]
    var passes = 0
    let check = GradientCheck.run(
      claims, base: 3, backpropDuration: .seconds(2), clock: ContinuousClock()
    ) { _, element, value in
      passes += 1
      return 3 + value - claims[0].values[element]
    }
    #expect(passes == 4 && check.forwardPasses == 4 && check.parameterCount == 2)
    #expect(check.backpropDuration == .seconds(2))
    #expect(check.rows.map(\.verdict) == [.agrees, .missing])
    #expect(throws: Failed.self) {
      try GradientCheck.run(
        claims, base: 3, backpropDuration: .zero, clock: ContinuousClock()
      ) { _, _, _ throws(Failed) in throw Failed() }
    }
  }
}
