import LinearAlgebra
import NeuralNetworks
import Testing

struct TrainerTests {
  /// y = 2 x₀ + 3 x₁ at twelve points.
  static let line = Dataset(
    inputs: Matrix([
      [0.2, 0.25], [0.8, 0.5], [0, 0.75], [0.4, 1], [1, 0.25], [0.6, 0], [0.2, 1], [0.8, 1],
      [0.4, 0.25], [0, 0], [1, 0.75], [0.6, 0.5],
    ]),
    targets: Matrix([
      [1.15], [3.1], [2.25], [3.8], [2.75], [1.2], [3.4], [4.6], [1.55], [0], [4.25], [2.7],
    ]))

  /// A 2-3-1 network with fixed weights.
  static func network(_ hidden: Activation) throws -> Network {
    Network(
      try Architecture(sizes: [2, 3, 1], activations: [hidden, .identity]),
      parameters: [0.1, -0.3, 0.5, 0.2, 0.4, -0.6, 0.1, 0.2, 0.3, 0.7, -0.5, 0.4, 0.25])
  }

  @Test(arguments: [
    (Activation.sigmoid, TrainingNumbers.sigmoidMeans, TrainingNumbers.sigmoidParameters),
    (.relu, TrainingNumbers.reluMeans, TrainingNumbers.reluParameters),
  ])
  func theRegressionOfAFirstCourse(
    hidden: Activation, means: [Double], parameters: [Double]
  ) throws {
    var random = NumPyRandom(seed: 1)
    let data = try Dataset.linear(coefficients: [2, 3], count: 100_000, random: &random)
    let network = Network(
      try Architecture(sizes: [2, 5, 1], activations: [hidden, .identity]),
      initializer: .randn, random: &random)
    var trainer = Trainer(
      network, options: .init(learningRate: 0.07, order: .replacement), random: random)
    var reports: [Trainer.Report] = []
    let outcome = try trainer.train(on: data, for: .updates(1000), reportEvery: 100) {
      reports.append($0)
    }
    #expect(outcome == .init(updates: 1000, reason: .completed))
    #expect(agree(reports.map(\.meanLoss), means, within: 1e-9))
    #expect(reports.map(\.update) == Array(stride(from: 100, through: 1000, by: 100)))
    // A thousand updates carry rounding on: 1e-9 instead of 1e-12.
    #expect(agree(trainer.network.parameters, parameters, within: 1e-9))
  }

  @Test(arguments: [
    (Activation.sigmoid, TrainingNumbers.inTurnsSigmoid),
    (.relu, TrainingNumbers.inTurnsRelu),
  ])
  func samplesInTurns(hidden: Activation, parameters: [Double]) throws {
    var trainer = Trainer(
      try Self.network(hidden), options: .init(learningRate: 0.07, order: .sequential))
    let outcome = try trainer.train(on: Self.line, for: .epochs(20))
    #expect(outcome == .init(updates: 240, reason: .completed))
    #expect(trainer.epochs == 20)
    #expect(agree(trainer.network.parameters, parameters, within: 1e-10))
  }

  @Test(arguments: Optimizer.all, Trainer.SampleOrder.allCases)
  func goingOnIsOneLongerRun(optimizer: Optimizer, order: Trainer.SampleOrder) throws {
    let options = Trainer.Options(optimizer: optimizer, batchSize: 5, order: order)
    var whole = Trainer(try Self.network(.tanh), options: options, seed: 3)
    var parts = whole
    _ = try whole.train(on: Self.line, for: .updates(100))
    _ = try parts.train(on: Self.line, for: .updates(1))
    let kept = parts
    _ = try parts.train(on: Self.line, for: .updates(99))
    #expect(parts == whole)
    parts = kept
    _ = try parts.train(on: Self.line, for: .updates(99))
    #expect(parts == whole)
  }

  @Test func aBatchUpdateIsGradientDescent() throws {
    var network = try Self.network(.sigmoid)
    var trainer = Trainer(
      network, options: .init(learningRate: 0.5, batchSize: 5, order: .sequential))
    _ = try trainer.train(on: Self.line, for: .epochs(2))
    // Twelve samples in batches of five: 5, 5 and 2.
    for batch in [0..<5, 5..<10, 10..<12, 0..<5, 5..<10, 10..<12] {
      let pass = try network.forward(Matrix(batch.map { Self.line.inputs.row($0) }))
      let gradients = try network.backward(
        pass, target: Matrix(batch.map { Self.line.targets.row($0) }))
      for i in network.parameters.indices { network.parameters[i] -= 0.5 * gradients.values[i] }
    }
    #expect(agree(trainer.network.parameters, network.parameters))
    #expect((trainer.updates, trainer.epochs) == (6, 2))
  }

  @Test func anEpochTakesEverySampleOnce() throws {
    // With all targets 0, inputs that are powers of 2 and no weights that move, the losses tell
    // which samples were in a batch.
    let data = Dataset(
      inputs: Matrix((0..<12).map { [Double(1 << $0).squareRoot()] }),
      targets: Matrix(rows: 12, columns: 1))
    let network = Network(
      try Architecture(sizes: [1, 1], activations: [.identity]), parameters: [1, 0])
    var trainer = Trainer(
      network, options: .init(learningRate: 0, batchSize: 5, order: .shuffled), seed: 5)
    for _ in 0..<3 {
      var (sum, sizes) = (0.0, [5.0, 5, 2])
      _ = try trainer.train(on: data, for: .epochs(1), reportEvery: 1) {
        sum += 2 * $0.meanLoss * sizes.removeFirst()
      }
      #expect(agree([sum], [4095]))
    }
  }

  @Test func stoppingKeepsWhatWasDone() throws {
    var trainer = Trainer(try Self.network(.relu), options: .init(learningRate: 0.07))
    var (asked, last) = (0, 0)
    let outcome = try trainer.train(
      on: Self.line, for: .updates(10_000_000), reportEvery: 1_000_000,
      report: { last = $0.update },
      shouldStop: {
        asked += 1
        return asked == 3
      })
    #expect(outcome.reason == .stopped)
    #expect(outcome.updates > 0 && outcome.updates == trainer.updates && last == outcome.updates)
    var again = Trainer(try Self.network(.relu), options: .init(learningRate: 0.07))
    _ = try again.train(on: Self.line, for: .updates(outcome.updates))
    #expect(again == trainer)
  }

  @Test func divergingIsToldWithItsUpdate() throws {
    var trainer = Trainer(
      try Self.network(.identity), options: .init(learningRate: 5, order: .sequential))
    let outcome = try trainer.train(on: Self.line, for: .epochs(1000))
    guard case .diverged(let update, let loss) = outcome.reason else {
      Issue.record("a learning rate of 5 went well")
      return
    }
    #expect(!loss.isFinite)
    #expect(update == outcome.updates + 1 && trainer.updates == outcome.updates)
    var before = Trainer(
      try Self.network(.identity), options: .init(learningRate: 5, order: .sequential))
    let finite = try before.train(on: Self.line, for: .updates(outcome.updates))
    #expect(finite.reason == .completed)
    #expect(before.network == trainer.network)
  }

  @Test func missingNumbersInTheDataAreADivergence() throws {
    var trainer = Trainer(try Self.network(.relu), options: .init(order: .sequential))
    let data = Dataset(
      inputs: Matrix([[1, 2], [.nan, 1]]), targets: Matrix([[1], [1]]))
    let outcome = try trainer.train(on: data, for: .epochs(1))
    #expect(outcome.updates == 1)
    guard case .diverged(update: 2, let loss) = outcome.reason else {
      Issue.record("\(outcome.reason)")
      return
    }
    #expect(loss.isNaN)
    #expect(trainer.network.parameters.allSatisfy { $0.isFinite })
  }

  @Test func whatCannotBeTrainedIsRefused() throws {
    let network = try Self.network(.relu)
    func train(
      _ options: Trainer.Options, for amount: Trainer.Amount = .updates(1),
      on data: Dataset = Self.line, every interval: Int? = nil
    ) throws {
      var trainer = Trainer(network, options: options)
      _ = try trainer.train(on: data, for: amount, reportEvery: interval)
    }
    #expect(throws: TrainingError.batchSize(0, samples: 12)) { try train(.init(batchSize: 0)) }
    #expect(throws: TrainingError.batchSize(13, samples: 12)) { try train(.init(batchSize: 13)) }
    #expect(throws: TrainingError.batchSize(.max, samples: 12)) {
      try train(.init(batchSize: .max))
    }
    #expect(throws: TrainingError.learningRate(.infinity)) {
      try train(.init(learningRate: .infinity))
    }
    #expect(throws: TrainingError.amount(.updates(-1))) { try train(.init(), for: .updates(-1)) }
    #expect(throws: TrainingError.amount(.epochs(.max))) { try train(.init(), for: .epochs(.max)) }
    #expect(throws: TrainingError.reportInterval(0)) { try train(.init(), every: 0) }
    let wide = Dataset(inputs: Matrix([[1, 2, 3]]), targets: Matrix([[1]]))
    #expect(throws: TrainingError.network(.inputWidth(expected: 2, found: 3))) {
      try train(.init(), on: wide)
    }
    let tall = Dataset(inputs: Matrix([[1, 2]]), targets: Matrix([[1, 2]]))
    #expect(throws: TrainingError.network(.targetShape(expected: [1, 1], found: [1, 2]))) {
      try train(.init(), on: tall)
    }
    let empty = Dataset(inputs: Matrix(rows: 0, columns: 2), targets: Matrix(rows: 0, columns: 1))
    #expect(throws: TrainingError.network(.emptyBatch)) { try train(.init(), on: empty) }
  }

  @Test func otherDataBeginAnEpoch() throws {
    var trainer = Trainer(try Self.network(.relu), options: .init(order: .shuffled))
    _ = try trainer.train(on: Self.line, for: .updates(5))
    let fewer = Dataset(inputs: Matrix([[1, 2], [2, 1]]), targets: Matrix([[1], [2]]))
    _ = try trainer.train(on: fewer, for: .updates(2))
    #expect(trainer.epochs == 1)
    trainer.options.order = .sequential
    _ = try trainer.train(on: Self.line, for: .epochs(1))
    #expect(trainer.epochs == 2)
  }
}
