import LinearAlgebra
import NeuralNetworks
import Testing

struct OptimizerTests {
  /// The learning rates that the reference steps were made with.
  static let learningRates = [
    "sgd": 0.1, "momentum": 0.1, "adagrad": 0.1, "adadelta": 1, "rmsprop": 0.01, "adam": 0.01,
  ]

  @Test(arguments: Optimizer.all) func theStepsOfTorch(optimizer: Optimizer) throws {
    let steps = try #require(OptimizerNumbers.steps[optimizer.name])
    let learningRate = try #require(Self.learningRates[optimizer.name])
    var parameters = OptimizerNumbers.start
    var memory = [Double](repeating: 0, count: 3 * optimizer.memoriesPerParameter)
    for (index, gradients) in OptimizerNumbers.gradients.enumerated() {
      var p = parameters.mutableSpan
      var m = memory.mutableSpan
      optimizer.update(
        &p, gradients: gradients.span, learningRate: learningRate, memory: &m,
        update: index + 1)
      #expect(agree(parameters, steps[index]))
    }
  }

  @Test func adamsFirstStepIsTheLearningRate() {
    // After the correction m is g and s is g², whatever the size of g.
    for g in [1e-3, 1, 1e6] {
      var (parameters, memory) = ([0.0, 0.0], [0.0, 0, 0, 0])
      var p = parameters.mutableSpan
      var m = memory.mutableSpan
      Optimizer.adam().update(
        &p, gradients: [g, -g].span, learningRate: 0.001, memory: &m, update: 1)
      #expect(agree(parameters, [-0.001, 0.001], within: 1e-7))
    }
  }

  @Test func namesAndDefaults() {
    for optimizer in Optimizer.all { #expect(Optimizer(name: optimizer.name) == optimizer) }
    #expect(Optimizer(name: "sdg") == nil)
    #expect(
      Optimizer.all.map(\.defaultLearningRate) == [0.01, 0.01, 0.01, 1, 0.001, 0.001])
    #expect(Trainer.Options(optimizer: .adam()).learningRate == 0.001)
  }

  @Test(arguments: Optimizer.all) func trainingUsesTheRule(optimizer: Optimizer) throws {
    // y = w x + b at x = 1, d = 0: both gradients are y.
    let network = Network(
      try Architecture(sizes: [1, 1], activations: [.identity]), parameters: [2, 1])
    let data = Dataset(inputs: Matrix([[1]]), targets: Matrix([[0]]))
    var trainer = Trainer(network, options: .init(optimizer: optimizer))
    _ = try trainer.train(on: data, for: .updates(5))
    var parameters = [2.0, 1]
    var memory = [Double](repeating: 0, count: 2 * optimizer.memoriesPerParameter)
    for update in 1...5 {
      let y = parameters[0] + parameters[1]
      var p = parameters.mutableSpan
      var m = memory.mutableSpan
      optimizer.update(
        &p, gradients: [y, y].span, learningRate: optimizer.defaultLearningRate, memory: &m,
        update: update)
    }
    #expect(agree(trainer.network.parameters, parameters))
    // Another rule does not take over what this one remembers.
    trainer.options.optimizer = optimizer == .sgd ? .adam() : .sgd
    trainer.options.optimizer = optimizer
    var fresh = Trainer(trainer.network, options: trainer.options)
    _ = try fresh.train(on: data, for: .updates(1))
    _ = try trainer.train(on: data, for: .updates(1))
    #expect(trainer.network == fresh.network)
  }
}
