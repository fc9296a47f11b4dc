import LinearAlgebra
import NeuralNetworks
import Testing

struct BackwardTests {
  /// The 2-3-2 network of ReLU and softmax that the worked gradients are for.
  static var network: Network {
    get throws {
      Network(
        try Architecture(sizes: [2, 3, 2], activations: [.relu, .softmax]),
        parameters: [
          0.1, 0.3, 0.5, 0.2, 0.4, 0.6, 0.1, 0.2, 0.3,
          0.1, 0.4, 0.2, 0.5, 0.3, 0.6, 0.1, 0.2,
        ])
    }
  }

  @Test func oneSample() throws {
    var network = try Self.network
    let (x, d) = (Matrix(row: [1, 5]), Matrix(row: [0, 1]))
    let pass = try network.forward(x)
    #expect(agree(pass.output.elements, [0.08706577244027125, 0.9129342275597286]))
    let loss = try network.loss(of: pass, target: d)
    #expect(agree([loss], [0.09109133135793156]))
    let gradients = try network.backward(pass, target: d)
    let (e, f) = (0.08706577244027125, 0.026119731732081423)
    #expect(agree(gradients.delta(ofLayer: 2).elements, [e, -e]))
    #expect(agree(gradients.delta(ofLayer: 1).elements, [-f, -f, -f]))
    #expect(agree(try gradients.parameter("W1").elements, [-f, -f, -f, -5 * f, -5 * f, -5 * f]))
    #expect(agree(try gradients.parameter("b1").elements, [-f, -f, -f]))
    #expect(
      agree(
        try gradients.parameter("W2").elements,
        [1.2 * e, -1.2 * e, 2.5 * e, -2.5 * e, 3.8 * e, -3.8 * e]))
    #expect(agree(try gradients.parameter("b2").elements, [e, -e]))
    for i in network.parameters.indices { network.parameters[i] -= 0.01 * gradients.values[i] }
    #expect(
      agree(
        network.parameters,
        [
          0.10026119731732082, 0.3002611973173208, 0.5002611973173208,
          0.2013059865866041, 0.4013059865866041, 0.6013059865866041,
          0.10026119731732082, 0.20026119731732084, 0.3002611973173208,
          0.09895521073071675, 0.4010447892692833, 0.19782335568899323, 0.5021766443110068,
          0.2966915006472697, 0.6033084993527303,
          0.09912934227559729, 0.2008706577244027,
        ]))
    let after = try network.loss(of: network.forward(x), target: d)
    #expect(agree([after], [0.08710960847142761]))
  }

  @Test func aBatchIsTheMeanOverItsSamples() throws {
    let network = try Self.network
    let pass = try network.forward(Matrix([[1, 5], [2, -1]]))
    let d = Matrix([[0, 1], [1, 0]])
    let loss = try network.loss(of: pass, target: d)
    #expect(agree([loss], [0.5202291452124217]))
    let gradients = try network.backward(pass, target: d)
    #expect(
      agree(
        gradients.delta(ofLayer: 2).elements,
        [0.04353288622013561, -0.04353288622013557, -0.3065070880696677, 0.30650708806966775]))
    #expect(
      agree(
        gradients.values,
        [
          0.17084438697576002, 0.17084438697576002, 0.17084438697576002,
          -0.15725145575110366, -0.15725145575110366, -0.1572514557511036,
          0.07889226055485968, 0.07889226055485968, 0.07889226055485968,
          0.021588754657195973, -0.021588754657195917, -0.013770619677528021,
          0.013770619677528155, -0.04912999401225206, 0.049129994012252265,
          -0.2629742018495321, 0.2629742018495322,
        ]))
  }

  @Test func squaredErrorIsTheMeanOverAllElements() throws {
    let network = Network(
      try Architecture(sizes: [2, 2], activations: [.identity]),
      parameters: [1, 0, 0, 1, 0, 0])
    let pass = try network.forward(Matrix([[0.8, 0.3], [0.4, 0.9]]))
    let d = Matrix([[1, 0], [0, 1]])
    let loss = try network.loss(of: pass, target: d)
    #expect(agree([loss], [0.0375]))
    let gradients = try network.backward(pass, target: d)
    #expect(agree(gradients.delta(ofLayer: 1).elements, [-0.05, 0.075, 0.1, -0.025]))
  }

  @Test(arguments: Activation.allCases, Loss.allCases)
  func theFastPassesAreThePlainOnes(activation: Activation, loss: Loss) throws {
    // Outputs of exactly 0 or 1 have an infinite derivative; only the fast pass keeps 0 · ∞ at 0.
    if activation.hasKink && loss == .binaryCrossEntropy { return }
    var random = NumPyRandom(seed: 3)
    for sizes in [[2, 5, 1], [1, 1], [3, 4, 4, 2], [9, 8, 7, 6, 5], [2, 12, 9, 3]] {
      let architecture = try Architecture(
        sizes: sizes, activations: Array(repeating: activation, count: sizes.count - 1),
        loss: loss)
      let network = Network(architecture, initializer: .randn, random: &random)
      for samples in [1, 2, 7] {
        let x = Matrix.random(samples, sizes[0], &random)
        let d = Matrix(
          rows: samples, columns: architecture.outputs,
          elements: (0..<samples * architecture.outputs).map { _ in random.uniform() })
        let pass = try network.forward(x)
        let gradients = try network.backward(pass, target: d)
        let plain = PlainPasses(network, input: x, target: d)
        for layer in 1..<sizes.count {
          #expect(agree(pass.preActivation(ofLayer: layer).elements, plain.u[layer - 1].elements))
          #expect(agree(pass.activation(ofLayer: layer).elements, plain.z[layer].elements))
          #expect(
            agree(gradients.delta(ofLayer: layer).elements, plain.delta[layer - 1].elements))
        }
        #expect(agree(gradients.values, plain.gradients))
      }
    }
  }
}
