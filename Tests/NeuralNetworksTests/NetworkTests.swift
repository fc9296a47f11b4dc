import LinearAlgebra
import NeuralNetworks
import Testing

struct NetworkTests {
  @Test func parametersHaveNamesAndPlaces() throws {
    var network = Network(
      try Architecture(sizes: [2, 3, 1], activations: [.relu, .identity]),
      parameters: (0..<13).map(Double.init))
    #expect(network.architecture.parameterNames.map(\.description) == ["W1", "b1", "W2", "b2"])
    #expect(network.architecture.sizes == [2, 3, 1])
    let w1 = try network.parameter("W1")
    #expect(w1.shape == [2, 3] && w1.elements == [0, 1, 2, 3, 4, 5])
    #expect(w1.index(ofElement: 4) == [1, 1])
    #expect(try network.parameter("b1").elements == [6, 7, 8])
    #expect(try network.parameter("b2").shape == [1])
    #expect(network[ParameterName(.weights, layer: 2)].shape == [3, 1])
    #expect(network.layers[0].weights[1, 2] == 5 && network.layers[1].biases == [12])
    try network.setParameter("W1", at: [1, 2], to: 50)
    try network.setParameter("b1", at: [0], to: 60)
    try network.setParameter("W2", shape: [3], elements: [70, 80, 90])
    try network.setParameter("b2", shape: [], elements: [100])
    #expect(network.parameters == [0, 1, 2, 3, 4, 50, 60, 7, 8, 70, 80, 90, 100])
    try network.setParameter("W1", shape: [2, 3], elements: [5, 4, 3, 2, 1, 0])
    #expect(network.layers[0].weights == Matrix([[5, 4, 3], [2, 1, 0]]))
  }

  @Test(arguments: [
    "W0", "W3", "w1", "W", "b", "W01", "W-1", "W1 ", "", "x", "W99999999999999999999", "W１", "b1.5",
  ])
  func unknownNames(name: String) throws {
    let network = try Network(sizes: [2, 3, 1], activations: [.relu, .identity])
    #expect(
      throws: NetworkError.unknownParameter(name, known: ["W1", "b1", "W2", "b2"])
    ) {
      try network.parameter(name)
    }
  }

  @Test func whatDoesNotFitLeavesTheNetworkAlone() throws {
    var network = try Network(sizes: [2, 3, 1], activations: [.relu, .identity], seed: 1)
    let before = network
    let (w1, b1) = (ParameterName(.weights, layer: 1), ParameterName(.biases, layer: 1))
    #expect(throws: NetworkError.parameterIndex(name: w1, index: [2, 0], shape: [2, 3])) {
      try network.setParameter("W1", at: [2, 0], to: 1)
    }
    #expect(throws: NetworkError.parameterIndex(name: w1, index: [0, -1], shape: [2, 3])) {
      try network.setParameter("W1", at: [0, -1], to: 1)
    }
    #expect(throws: NetworkError.parameterIndex(name: w1, index: [0], shape: [2, 3])) {
      try network.setParameter("W1", at: [0], to: 1)
    }
    #expect(throws: NetworkError.parameterIndex(name: b1, index: [], shape: [3])) {
      try network.setParameter("b1", at: [], to: 1)
    }
    #expect(throws: NetworkError.parameterShape(name: w1, expected: [2, 3], found: [3, 2])) {
      try network.setParameter("W1", shape: [3, 2], elements: [1, 2, 3, 4, 5, 6])
    }
    #expect(throws: NetworkError.parameterShape(name: b1, expected: [3], found: [2])) {
      try network.setParameter("b1", shape: [2], elements: [1, 2])
    }
    #expect(network == before)
  }

  @Test func whatCannotBeBuiltIsRefused() {
    func build(_ sizes: [Int]) throws {
      _ = try Network(
        sizes: sizes, activations: Array(repeating: .relu, count: max(0, sizes.count - 1)))
    }
    #expect(throws: NetworkError.noLayers) { try build([]) }
    #expect(throws: NetworkError.noLayers) { try build([3]) }
    #expect(throws: NetworkError.invalidSize(0, layer: 0)) { try build([0, 3]) }
    #expect(throws: NetworkError.invalidSize(-5, layer: 2)) { try build([2, 3, -5]) }
    #expect(throws: NetworkError.activationCount(found: 1, layers: 2)) {
      try Network(sizes: [1, 2, 3], activations: [.relu])
    }
    let limit = Architecture.parameterLimit
    #expect(
      throws: NetworkError.tooManyParameters(1e12 + 1e6, bytes: 8e12 + 8e6, limit: limit)
    ) {
      try build([1_000_000, 1_000_000])
    }
    for sizes in [[Int.max, Int.max], [1, .max, 1], [1, limit], [8191, 8192, 1, 8191, 8192]] {
      #expect(throws: NetworkError.self) { try build(sizes) }
    }
    let wide = (try? Architecture(sizes: [1, limit / 2], activations: [.relu]))?.parameterCount
    #expect(wide == limit)
  }

  @Test func lossesFitTheOutputs() throws {
    for (activation, loss) in [
      (Activation.identity, Loss.meanSquaredError), (.sigmoid, .binaryCrossEntropy),
      (.softmax, .crossEntropy), (.relu, .meanSquaredError),
    ] {
      let plan = try Architecture(sizes: [1, 2, 2], activations: [.relu, activation])
      #expect(plan.loss == loss)
    }
    let chosen = try Architecture(
      sizes: [1, 2], activations: [.softmax], loss: .meanSquaredError)
    #expect(chosen.loss == .meanSquaredError)
  }

  @Test func initializersDrawInTheOrderOfANumPyProgram() throws {
    func parameters(_ initializer: Initializer) throws -> [Double] {
      try Network(
        sizes: [2, 3, 1], activations: [.relu, .identity], initializer: initializer, seed: 8
      ).parameters
    }
    #expect(try parameters(.zeros) == Array(repeating: 0, count: 13))
    #expect(try parameters(.ones) == Array(repeating: 1, count: 13))
    // W1, W2, b1, b2 are drawn; W1, b1, W2, b2 are kept.
    var random = NumPyRandom(seed: 8)
    let uniform = (0..<13).map { _ in random.uniform() }
    let order = [0, 1, 2, 3, 4, 5, 9, 10, 11, 6, 7, 8, 12]
    #expect(try parameters(.rand) == order.map { uniform[$0] })
    random = NumPyRandom(seed: 8)
    let normal = (0..<13).map { _ in random.standardNormal() }
    #expect(try parameters(.randn) == order.map { normal[$0] })
    let he = try parameters(.he)
    #expect(agree(Array(he[0..<6]), normal[0..<6].map { $0 * 1 }))
    #expect(agree(Array(he[9..<12]), normal[6..<9].map { $0 * (2.0 / 3).squareRoot() }))
    #expect(he[6..<9] == [0, 0, 0] && he[12] == 0)
    let xavier = try parameters(.xavier)
    #expect(agree(Array(xavier[0..<6]), normal[0..<6].map { $0 * 0.4.squareRoot() }))
    #expect(agree(Array(xavier[9..<12]), normal[6..<9].map { $0 * 0.5.squareRoot() }))
  }
}
