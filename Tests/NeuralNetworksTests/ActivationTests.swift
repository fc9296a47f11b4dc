import LinearAlgebra
import NeuralNetworks
import Testing

struct ActivationTests {
  static let inputs = [-1000, -20, -5, -1, -0.1, 0, 0.1, 1, 5, 20, 1000.0]

  @Test func sigmoid() {
    #expect(
      agree(
        Self.inputs.map { Activation.sigmoid($0) },
        [
          0, 2.0611536181902033e-09, 0.006692850924284856, 0.2689414213699951, 0.47502081252106,
          0.5, 0.52497918747894, 0.7310585786300049, 0.9933071490757153, 0.9999999979388463, 1,
        ], within: 1e-16))
    #expect(
      agree(
        Self.inputs.map { Activation.sigmoid.derivative(at: $0) },
        [
          0, 2.061153613941849e-09, 0.0066480566707901555, 0.19661193324148185,
          0.24937604019289197, 0.25, 0.24937604019289197, 0.19661193324148185,
          0.006648056670790033, 2.0611536879193953e-09, 0,
        ], within: 1e-16))
  }

  @Test func reluAndStepAtTheKink() {
    #expect(Self.inputs.map { Activation.relu($0) } == [0, 0, 0, 0, 0, 0, 0.1, 1, 5, 20, 1000])
    let above = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1.0]
    #expect(Self.inputs.map { Activation.relu.derivative(at: $0) } == above)
    #expect(Self.inputs.map { Activation.step($0) } == above)
    #expect(Self.inputs.allSatisfy { Activation.step.derivative(at: $0) == 0 })
    #expect(Activation.relu(.nan).isNaN && Activation.relu(.infinity) == .infinity)
  }

  @Test(arguments: [Activation.identity, .sigmoid, .tanh, .relu])
  func derivativesAreDifferenceQuotients(activation: Activation) {
    for u in stride(from: -4.05, through: 4, by: 0.1) {
      let quotient = (activation(u + 1e-5) - activation(u - 1e-5)) / 2e-5
      #expect(abs(quotient - activation.derivative(at: u)) < 1e-9)
    }
  }

  @Test(arguments: Activation.allCases.filter(\.isElementwise))
  func aLayerIsItsUnits(activation: Activation) throws {
    let inputs = Self.inputs + [.infinity, -.infinity, .nan]
    let network = Network(
      try Architecture(sizes: [1, 1], activations: [activation]), parameters: [1, 0])
    let outputs = try network.forward(Matrix(rows: inputs.count, columns: 1, elements: inputs))
    #expect(agree(outputs.output.elements, inputs.map { activation($0) }, within: 1e-15))
  }

  @Test func softmax() throws {
    let network = Network(
      try Architecture(sizes: [3, 3], activations: [.softmax]),
      parameters: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0])
    let output = try network.forward(
      Matrix([[0.3, 2.9, 4], [1010, 1000, 990], [1, 1, 1], [-1, 0, 1], [-1e308, 0, 1e308]])
    ).output
    #expect(
      agree(
        output.elements,
        [
          0.01821127329554753, 0.24519181293507392, 0.7365969137693786,
          0.999954600070331, 4.539786860886666e-05, 2.061060046209062e-09,
          1.0 / 3, 1.0 / 3, 1.0 / 3,
          0.09003057317038046, 0.24472847105479764, 0.6652409557748218,
          0, 0, 1,
        ], within: 1e-15))
  }
}

struct LossTests {
  @Test func squaredError() {
    let loss = Loss.meanSquaredError
    #expect(
      agree(
        [
          loss.value(outputs: [1.02, 2.29].span, targets: [2, 4].span, samples: 1),
          loss.value(
            outputs: [0.8, 0.3, 0.4, 0.9].span, targets: [1, 0, 0, 1].span, samples: 2),
        ], [0.971125, 0.0375]))
  }

  @Test func crossEntropy() {
    let loss = Loss.crossEntropy
    func value(_ y: [Double], _ d: [Double], samples: Int = 1) -> Double {
      loss.value(outputs: y.span, targets: d.span, samples: samples)
    }
    #expect(
      agree(
        [
          value([0, 1], [0, 1]), value([0, 1], [1, 0]),
          value(
            [0.1, 0.05, 0.05, 0.1, 0.7, 0.1, 0.2, 0.4, 0.1, 0.2],
            [0, 0, 0, 0, 1, 0, 0, 1, 0, 0], samples: 2),
        ], [-9.999999505838704e-08, 16.11809565095832, 0.636482641477893], within: 1e-15))
  }

  @Test func binaryCrossEntropy() throws {
    let loss = Loss.binaryCrossEntropy
    #expect(
      agree(
        [
          loss.value(outputs: [0.8].span, targets: [1].span, samples: 1),
          loss.value(outputs: [0.6].span, targets: [0].span, samples: 1),
          loss.value(outputs: [0, 1].span, targets: [0, 1].span, samples: 1),
          loss.value(outputs: [0].span, targets: [1].span, samples: 1),
        ], [0.2231435513142097, 0.916290731874155, 0, .infinity], within: 1e-15))
    // After a sigmoid, outputs that round to 0 or 1 cost what they should.
    let network = Network(
      try Architecture(sizes: [1, 1], activations: [.sigmoid]), parameters: [1, 0])
    for (u, d, expected) in [
      (800.0, 0.0, 800.0), (-800, 1, 800), (800, 1, 0), (0, 1, 0.6931471805599453),
      (40, 1, 4.248354255291589e-18),
    ] {
      let pass = try network.forward(Matrix([[u]]))
      let value = try network.loss(of: pass, target: Matrix([[d]]))
      #expect(abs(value - expected) <= 1e-15 * expected)
    }
  }
}
