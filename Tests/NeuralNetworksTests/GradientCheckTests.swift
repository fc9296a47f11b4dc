import LinearAlgebra
import NeuralNetworks
import Synchronization
import Testing

struct GradientCheckTests {
  /// Samples and targets that suit a loss.
  static func samples(
    _ count: Int, _ architecture: Architecture, _ random: inout NumPyRandom
  ) -> (Matrix, Matrix) {
    let x = Matrix.random(count, architecture.inputs, &random)
    var d = Matrix.random(count, architecture.outputs, &random)
    switch architecture.loss {
    case .meanSquaredError: break
    case .crossEntropy:
      for s in 0..<count {
        let label = random.integer(from: 0, through: d.columns - 1)
        for j in 0..<d.columns { d[s, j] = j == label ? 1 : 0 }
      }
    case .binaryCrossEntropy:
      for s in 0..<count {
        for j in 0..<d.columns { d[s, j] = Double(random.integer(from: 0, through: 1)) }
      }
    }
    return (x, d)
  }

  static let outputs: [(Activation, Loss)] = [
    (.identity, .meanSquaredError), (.relu, .meanSquaredError), (.sigmoid, .meanSquaredError),
    (.tanh, .meanSquaredError), (.softmax, .meanSquaredError), (.step, .meanSquaredError),
    (.sigmoid, .binaryCrossEntropy), (.softmax, .binaryCrossEntropy),
    (.softmax, .crossEntropy), (.sigmoid, .crossEntropy),
  ]

  @Test(arguments: Activation.allCases, outputs)
  func rightGradientsPass(hidden: Activation, output: (Activation, Loss)) throws {
    var random = NumPyRandom(seed: 11)
    for depth in 0...4 {
      for samples in [1, 3, 8] {
        for initializer in [Initializer.rand, .randn, .xavier, .he] {
          let sizes = [3] + Array(repeating: 4, count: depth) + [3]
          let architecture = try Architecture(
            sizes: sizes, activations: Array(repeating: hidden, count: depth) + [output.0],
            loss: output.1)
          let network = Network(architecture, initializer: initializer, random: &random)
          let (x, d) = Self.samples(samples, architecture, &random)
          let check = try GradientCheck.run(
            network, input: x, target: d, clock: ContinuousClock())
          #expect(check.isFine, "\(initializer) \(sizes) \(samples): \(check.rows)")
          #expect(check.rows.map(\.name) == architecture.parameterNames.map(\.description))
          #expect(check.forwardPasses >= 2 * network.parameters.count)
        }
      }
    }
  }

  @Test(arguments: [1.0, 10, 30, 100, 1000])
  func saturatedOutputsPass(scale: Double) throws {
    var random = NumPyRandom(seed: 12)
    for output in [Activation.softmax, .sigmoid] {
      let loss = output.defaultLoss
      for _ in 0..<10 {
        let architecture = try Architecture(
          sizes: [2, 3, 3], activations: [.tanh, output], loss: loss)
        var network = Network(architecture, initializer: .randn, random: &random)
        for i in architecture.layers[1].weightRange { network.parameters[i] *= scale }
        let (x, d) = Self.samples(3, architecture, &random)
        let check = try GradientCheck.run(network, input: x, target: d, clock: ContinuousClock())
        #expect(check.isFine, "\(scale) \(check.rows)")
        #expect(check.leavesOutGuard == (loss == .crossEntropy))
      }
    }
  }

  @Test func wrongGradientsAreFound() throws {
    var random = NumPyRandom(seed: 13)
    for _ in 0..<50 {
      let architecture = try Architecture(sizes: [3, 4, 2], activations: [.sigmoid, .softmax])
      let network = Network(architecture, initializer: .randn, random: &random)
      let (x, d) = Self.samples(2, architecture, &random)
      let gradients = try network.backward(network.forward(x), target: d)
      let index = random.integer(from: 0, through: network.parameters.count - 1)
      guard abs(gradients.values[index]) > 1e-5 else { continue }
      var wrong = gradients.values
      wrong[index] *= 1.0001
      let check = try GradientCheck.run(
        network, input: x, target: d, claimed: wrong, clock: ContinuousClock())
      #expect(!check.isFine)
      for (row, name) in zip(check.rows, architecture.parameterNames) {
        let range = architecture.range(of: name)
        #expect(row.verdict == (range.contains(index) ? .disagrees : row.verdict))
        #expect(row.verdict.isFine != range.contains(index))
        if range.contains(index) {
          #expect(row.worst == index - range.lowerBound)
          #expect(row.backprop == wrong[index])
          #expect((0.9e-4...1.1e-4).contains(row.relativeError))
        }
      }
    }
  }

  /// A 2-3-1 network of sigmoid and identity with fixed weights.
  static func regression(_ hidden: Activation = .sigmoid) throws -> Network {
    Network(
      try Architecture(sizes: [2, 3, 1], activations: [hidden, .identity]),
      parameters: [0.1, -0.3, 0.5, 0.2, 0.4, -0.6, 0.1, 0.2, 0.3, 0.7, -0.5, 0.4, 0.25])
  }

  @Test func theDerivativeTakenAtTheWrongPlace() throws {
    // σ′ at z in place of u, the slip of many a first backward pass: W1 and b1 are wrong, W2 and
    // b2 right.
    let network = try Self.regression()
    let x = Matrix(row: [0.6, 0.9])
    let pass = try network.forward(x)
    let right = try network.backward(pass, target: Matrix(row: [3.6]))
    var wrong = right.values
    for unit in 0..<3 {
      let (u, z) = (
        pass.preActivation(ofLayer: 1)[0, unit], pass.activation(ofLayer: 1)[0, unit]
      )
      let factor = Activation.sigmoid.derivative(at: z) / Activation.sigmoid.derivative(at: u)
      for index in [unit, 3 + unit, 6 + unit] { wrong[index] *= factor }
    }
    let check = try GradientCheck.run(
      network, input: x, target: Matrix(row: [3.6]), claimed: wrong, clock: ContinuousClock())
    #expect(check.rows.map(\.verdict) == [.disagrees, .disagrees, .agrees, .agrees])
    #expect(check.rows[0].shape == [2, 3] && check.rows[1].shape == [3])
    #expect(check.rows[0].worstIndex == [check.rows[0].worst / 3, check.rows[0].worst % 3])
  }

  @Test func kinksAreNamed() throws {
    // Unit 1 has the total input 0.00005, less than h; unit 0 is far from 0.
    let architecture = try Architecture(sizes: [1, 2, 1], activations: [.relu, .identity])
    let network = Network(architecture, parameters: [1, 1, 0, -0.99995, 1, 1, 0])
    let check = try GradientCheck.run(
      network, input: Matrix([[2], [1]]), target: Matrix([[0], [0]]), clock: ContinuousClock())
    #expect(check.isFine)
    #expect(check.kinks.map { [$0.layer, $0.unit, $0.sample] } == [[1, 1, 1]])
    #expect(agree(check.kinks.map(\.preActivation), [0.00005]))
    #expect(check.rows.map(\.kinks) == [1, 1, 0, 0])
    #expect(check.rows.map(\.verdict) == [.agrees, .agrees, .agrees, .agrees])
    let closer = try GradientCheck.run(
      network, input: Matrix([[2], [1]]), target: Matrix([[0], [0]]), h: 1e-5,
      clock: ContinuousClock())
    #expect(closer.kinks.isEmpty && closer.isFine)
  }

  @Test func allZerosSitOnTheKink() throws {
    let network = try Network(
      sizes: [2, 3, 1], activations: [.relu, .identity], initializer: .zeros)
    let check = try GradientCheck.run(
      network, input: Matrix(row: [1, 2]), target: Matrix(row: [1]), clock: ContinuousClock())
    // The weights after the units are 0 too, so E does not see the kink.
    #expect(check.rows.map(\.verdict) == [.agrees, .agrees, .agrees, .agrees])
    var other = network
    for i in 9..<12 { other.parameters[i] = 1 }
    let undecided = try GradientCheck.run(
      other, input: Matrix(row: [1, 2]), target: Matrix(row: [1]), clock: ContinuousClock())
    #expect(undecided.isFine)
    #expect(
      undecided.rows.map(\.verdict) == [.undecidedAtKink, .undecidedAtKink, .agrees, .agrees])
    #expect(undecided.kinks.count == 3)
  }

  @Test func notFiniteIsSaid() throws {
    let network = try Self.regression(.relu)
    let check = try GradientCheck.run(
      network, input: Matrix(row: [.nan, 1]), target: Matrix(row: [1]), clock: ContinuousClock())
    #expect(!check.isFine && check.rows.allSatisfy { $0.verdict == .notFinite })
  }

  @Test func theCostIsCounted() throws {
    struct Ticks: Clock {
      struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
      }
      final class Count: Sendable { let ticks = Mutex(0) }
      let count = Count()
      var now: Instant {
        let ticks = count.ticks.withLock { ticks in
          ticks += 1
          return ticks
        }
        return Instant(offset: .milliseconds(ticks * ticks))
      }
      var minimumResolution: Duration { .milliseconds(1) }
      func sleep(until deadline: Instant, tolerance: Duration?) {}
    }
    let check = try GradientCheck.run(
      Self.regression(), input: Matrix(row: [0.6, 0.9]), target: Matrix(row: [3.6]),
      clock: Ticks())
    #expect(check.parameterCount == 13 && check.forwardPasses == 26)
    #expect(check.backpropDuration == .milliseconds(3))
    #expect(check.numericDuration == .milliseconds(5))
  }

  @Test func theSweepFallsAndClimbs() throws {
    let rows = try GradientCheck.sweep(
      Self.regression(), input: Matrix(row: [0.6, 0.9]), target: Matrix(row: [3.6]))
    #expect(rows.map(\.h) == GradientCheck.sweepSteps)
    let errors = rows.map(\.largestDifference)
    // Truncation: ten times smaller steps, a hundred times smaller errors.
    for i in 0..<2 { #expect((50...200).contains(errors[i] / errors[i + 1])) }
    // Rounding: from 1e-7 on errors grow.
    #expect(errors[6] < errors[8] && errors[8] < errors[11])
    #expect(errors.min()! < 1e-9 && rows[4].largestRelativeError < 1e-8)
  }

  @Test func whatCannotBeCheckedIsRefused() throws {
    let network = try Self.regression()
    let (x, d) = (Matrix(row: [1, 2]), Matrix(row: [1]))
    let clock = ContinuousClock()
    for h in [0, -1, .nan, .infinity] {
      #expect(throws: GradientCheckError.self) {
        try GradientCheck.run(network, input: x, target: d, h: h, clock: clock)
      }
    }
    #expect(throws: GradientCheckError.network(.inputWidth(expected: 2, found: 1))) {
      try GradientCheck.run(network, input: Matrix(row: [1]), target: d, clock: clock)
    }
    #expect(throws: GradientCheckError.network(.targetShape(expected: [1, 1], found: [1, 2]))) {
      try GradientCheck.sweep(network, input: x, target: x)
    }
    #expect(throws: GradientCheckError.tooCostly(multiplications: 338, limit: 300)) {
      try GradientCheck.run(network, input: x, target: d, limit: 300, clock: clock)
    }
    var asked = 0
    #expect(throws: GradientCheckError.interrupted) {
      try GradientCheck.run(network, input: x, target: d, clock: clock) {
        asked += 1
        return asked == 5
      }
    }
    #expect(asked == 5)
    #expect(throws: GradientCheckError.interrupted) {
      try GradientCheck.sweep(network, input: x, target: d) { true }
    }
  }
}
