import LinearAlgebra
import NeuralNetworks
import Testing

struct DatasetTests {
  @Test func linearSamplesComeFromTheStreamRowByRow() throws {
    var random = NumPyRandom(seed: 4)
    let data = try Dataset.linear(coefficients: [2, 3], bias: 1, count: 10, random: &random)
    var stream = NumPyRandom(seed: 4)
    for sample in 0..<10 {
      let (x0, x1) = (stream.uniform(), stream.uniform())
      #expect(data.inputs.row(sample) == [x0, x1])
      #expect(data.targets[sample, 0] == 2 * x0 + 3 * x1 + 1)
    }
    #expect(random == stream)
    let noisy = try Dataset.linear(coefficients: [2], noise: 0.5, count: 10, random: &random)
    #expect(noisy.targets[0, 0] != 2 * noisy.inputs[0, 0])
    #expect(noisy.inputNames == ["x0"] && noisy.targetNames == ["d0"])
  }

  @Test func exclusiveOr() throws {
    var random = NumPyRandom(seed: 0)
    let data = try Dataset.xor(count: 5, random: &random)
    #expect(data.inputs == Matrix([[0, 0], [0, 1], [1, 0], [1, 1], [0, 0]]))
    #expect(data.targets == Matrix([[0], [1], [1], [0], [0]]))
    #expect(data.isBinary && !data.isOneHot)
  }

  @Test func circlesLieOnTheirRadii() throws {
    var random = NumPyRandom(seed: 0)
    let data = try Dataset.circles(count: 20, noise: 0, random: &random)
    for sample in 0..<20 {
      let x = data.inputs.row(sample)
      let radius = (x[0] * x[0] + x[1] * x[1]).squareRoot()
      #expect(agree([radius], [data.targets[sample, 0] == 1 ? 0.5 : 1]))
    }
  }

  @Test func classesTakeTurns() throws {
    var random = NumPyRandom(seed: 0)
    for data in [
      try Dataset.spiral(count: 10, random: &random),
      try Dataset.blobs(classes: 3, inputs: 4, count: 10, random: &random),
    ] {
      #expect(data.isOneHot && !data.isBinary)
      for sample in 0..<10 { #expect(data.targets[sample, sample % 3] == 1) }
    }
  }

  @Test func equalSeedsMakeEqualSamples() throws {
    for make in [
      { try Dataset.circles(count: 9, random: &$0) }, { try Dataset.xor(count: 9, random: &$0) },
      { try Dataset.spiral(count: 9, random: &$0) }, { try Dataset.blobs(count: 9, random: &$0) },
    ] as [(inout NumPyRandom) throws -> Dataset] {
      var (one, two, other) = (
        NumPyRandom(seed: 1), NumPyRandom(seed: 1), NumPyRandom(seed: 2)
      )
      let data = try make(&one)
      #expect(try make(&two) == data)
      if data.isOneHot { #expect(try make(&other) != data) }
    }
  }

  @Test func whatCannotBeMadeIsRefused() {
    var random = NumPyRandom(seed: 0)
    #expect(throws: DatasetError.sampleCount(0, limit: Dataset.elementLimit / 3)) {
      try Dataset.xor(count: 0, random: &random)
    }
    #expect(throws: DatasetError.sampleCount(.max, limit: Dataset.elementLimit / 5)) {
      try Dataset.spiral(count: .max, random: &random)
    }
    #expect(throws: DatasetError.noise(-1)) {
      try Dataset.circles(count: 1, noise: -1, random: &random)
    }
    #expect(throws: DatasetError.noise(.infinity)) {
      try Dataset.circles(count: 1, noise: .infinity, random: &random)
    }
    #expect(throws: DatasetError.size(name: "coefficients", found: 0, least: 1, limit: 100_000)) {
      try Dataset.linear(coefficients: [], count: 1, random: &random)
    }
    #expect(throws: DatasetError.size(name: "classes", found: 1, least: 2, limit: 100_000)) {
      try Dataset.blobs(classes: 1, count: 1, random: &random)
    }
    #expect(throws: DatasetError.size(name: "classes", found: .max, least: 2, limit: 100_000)) {
      try Dataset.spiral(classes: .max, count: 1, random: &random)
    }
    #expect(throws: DatasetError.self) {
      try Dataset.blobs(classes: 100_000, inputs: 100_000, count: 1, random: &random)
    }
  }

  @Test func accuracy() throws {
    let identity = Network(
      try Architecture(sizes: [2, 2], activations: [.identity]), parameters: [1, 0, 0, 1, 0, 0])
    let data = Dataset(
      inputs: Matrix([[0.9, 0.1], [0.2, 0.8], [0.7, 0.3], [.nan, 0]]),
      targets: Matrix([[1, 0], [0, 1], [0, 1], [0, 1]]))
    // A row with NaN makes all outputs NaN: the first class is taken, which is wrong here.
    #expect(try data.accuracy(of: identity) == 0.5)
    let single = Network(
      try Architecture(sizes: [1, 1], activations: [.identity]), parameters: [1, 0])
    let binary = Dataset(
      inputs: Matrix([[0.4], [0.6], [0.5], [2]]), targets: Matrix([[0], [1], [1], [1]]))
    #expect(try binary.accuracy(of: single) == 0.75)
    let numbers = Dataset(inputs: Matrix([[1]]), targets: Matrix([[2]]))
    #expect(try numbers.accuracy(of: single) == nil)
    #expect(throws: NetworkError.targetShape(expected: [1, 1], found: [1, 2])) {
      try Dataset(inputs: Matrix([[1]]), targets: Matrix([[0, 1]])).accuracy(of: single)
    }
  }

  @Test func everyMakerCanBeLearned() throws {
    var random = NumPyRandom(seed: 2)
    for (data, output) in [
      (try Dataset.xor(count: 200, noise: 0.1, random: &random), Activation.sigmoid),
      (try Dataset.circles(count: 200, random: &random), .sigmoid),
      (try Dataset.spiral(count: 210, random: &random), .softmax),
      (try Dataset.blobs(count: 210, random: &random), .softmax),
    ] {
      let network = Network(
        try Architecture(
          sizes: [2, 16, 16, data.targets.columns], activations: [.tanh, .tanh, output]),
        initializer: .xavier, random: &random)
      var trainer = Trainer(
        network, options: .init(optimizer: .adam(), learningRate: 0.01, batchSize: 20),
        random: random)
      _ = try trainer.train(on: data, for: .epochs(50))
      let accuracy = try #require(try data.accuracy(of: trainer.network))
      #expect(accuracy > 0.85)
    }
  }
}
