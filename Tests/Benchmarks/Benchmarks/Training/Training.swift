import Benchmark
import LinearAlgebra
import NeuralNetworks

/// What training and its parts take: `swift package --package-path Tests/Benchmarks benchmark`.
///
/// The figures of the update are per 1000 updates: a microsecond there is a nanosecond an update.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal], warmupIterations: 3, maxDuration: .seconds(2))

  for activation in [Activation.sigmoid, .relu] {
    Benchmark("1000 single-sample updates of 2-5-1, \(activation.rawValue)") { benchmark in
      var random = NumPyRandom(seed: 1)
      let data = try Dataset.linear(coefficients: [2, 3], count: 1000, random: &random)
      let network = try Network(
        sizes: [2, 5, 1], activations: [activation, .identity], initializer: .randn, seed: 1)
      var trainer = Trainer(
        network, options: .init(learningRate: 0.01, batchSize: 1, order: .sequential))
      benchmark.startMeasurement()
      blackHole(try trainer.train(on: data, for: .updates(1000)))
      benchmark.stopMeasurement()
    }
  }

  Benchmark("one update of 784-512-256-10, batch 128") { benchmark in
    var random = NumPyRandom(seed: 1)
    let data = try Dataset.blobs(classes: 10, inputs: 784, count: 128, random: &random)
    let network = try Network(
      sizes: [784, 512, 256, 10], activations: [.relu, .relu, .softmax], initializer: .he,
      seed: 1)
    var trainer = Trainer(
      network, options: .init(learningRate: 0.01, batchSize: 128, order: .sequential))
    benchmark.startMeasurement()
    blackHole(try trainer.train(on: data, for: .updates(1)))
    benchmark.stopMeasurement()
  }

  Benchmark("100,000 samples of y = 2x0 + 3x1") { benchmark in
    for _ in benchmark.scaledIterations {
      var random = NumPyRandom(seed: 1)
      blackHole(try Dataset.linear(coefficients: [2, 3], count: 100_000, random: &random))
    }
  }

  Benchmark("gradient check of 2-5-1, batch 10") { benchmark in
    var random = NumPyRandom(seed: 1)
    let data = try Dataset.linear(coefficients: [2, 3], count: 10, random: &random)
    let network = try Network(
      sizes: [2, 5, 1], activations: [.sigmoid, .identity], initializer: .randn, seed: 1)
    benchmark.startMeasurement()
    blackHole(
      try GradientCheck.run(
        network, input: data.inputs, target: data.targets, clock: ContinuousClock()))
    benchmark.stopMeasurement()
  }
}
