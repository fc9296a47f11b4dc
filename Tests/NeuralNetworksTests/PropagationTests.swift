import LinearAlgebra
import NeuralNetworks
import Testing

/// Single samples go through plain loops, batches through products of matrices, plain gradient
/// descent through a shorter way still: all of them give the same numbers, to the bit.
struct PropagationTests {
  static let networks: [([Int], [Activation], Loss?)] = [
    ([2, 5, 1], [.sigmoid, .identity], nil), ([2, 5, 1], [.relu, .identity], nil),
    ([3, 5, 4], [.tanh, .softmax], nil), ([9, 8, 9, 8, 2], [.tanh, .relu, .step, .sigmoid], nil),
    ([4, 6, 3], [.softmax, .softmax], .meanSquaredError), ([1, 1], [.sigmoid], .crossEntropy),
    ([5, 12, 3], [.sigmoid, .tanh], .meanSquaredError),
  ]

  private func sample(
    _ sizes: [Int], _ activations: [Activation], _ loss: Loss?
  ) throws -> (network: Network, x: [Double], d: [Double]) {
    var random = NumPyRandom(seed: 3)
    let network = Network(
      try Architecture(sizes: sizes, activations: activations, loss: loss), initializer: .randn,
      random: &random)
    let x = (0..<sizes[0]).map { _ in random.standardNormal() }
    let d = (0..<sizes[sizes.count - 1]).map { _ in random.uniform() }
    return (network, x, d)
  }

  @Test(arguments: networks)
  func twoEqualSamplesAreLikeOne(sizes: [Int], activations: [Activation], loss: Loss?) throws {
    let (network, x, d) = try sample(sizes, activations, loss)
    let one = try network.forward(Matrix(row: x))
    let two = try network.forward(Matrix([x, x]))
    for layer in 1...activations.count {
      #expect(two.preActivation(ofLayer: layer).row(1) == one.preActivation(ofLayer: layer).row(0))
      #expect(two.activation(ofLayer: layer).row(0) == one.activation(ofLayer: layer).row(0))
    }
    // Half of each gradient, twice: halves are exact.
    let single = try network.backward(one, target: Matrix(row: d))
    let double = try network.backward(two, target: Matrix([d, d]))
    #expect(single.values == double.values)
  }

  @Test(arguments: networks, [1, 2])
  func plainDescentIsTheGradientTimesTheRate(
    network plan: ([Int], [Activation], Loss?), copies: Int
  ) throws {
    let (network, x, d) = try sample(plan.0, plan.1, plan.2)
    let data = Dataset(
      inputs: Matrix(Array(repeating: x, count: copies)),
      targets: Matrix(Array(repeating: d, count: copies)))
    var trainer = Trainer(
      network, options: .init(learningRate: 0.1, batchSize: copies, order: .sequential))
    _ = try trainer.train(on: data, for: .updates(1))
    let gradients = try network.backward(try network.forward(data.inputs), target: data.targets)
    let expected = zip(network.parameters, gradients.values).map { $0 - 0.1 * $1 }
    #expect(trainer.network.parameters == expected)
  }

  @Test func aSmallerBatchAtTheEndOfAnEpochIsOneOfItsOwn() throws {
    let (network, _, _) = try sample([2, 3, 2], [.tanh, .softmax], nil)
    let x = [[0.1, 0.2], [0.3, -0.4], [-0.5, 0.6]]
    let d: [[Double]] = [[1, 0], [0, 1], [1, 0]]
    let options = Trainer.Options(learningRate: 0.5, batchSize: 2, order: .sequential)
    var trainer = Trainer(network, options: options)
    _ = try trainer.train(
      on: Dataset(inputs: Matrix(x), targets: Matrix(d)), for: .epochs(2))
    var expected = network
    for batch in [[0, 1], [2], [0, 1], [2]] {
      let pass = try expected.forward(Matrix(batch.map { x[$0] }))
      let gradients = try expected.backward(pass, target: Matrix(batch.map { d[$0] }))
      for i in expected.parameters.indices {
        expected.parameters[i] -= 0.5 * gradients.values[i]
      }
    }
    #expect(trainer.network.parameters == expected.parameters)
  }
}
