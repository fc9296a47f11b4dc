import LinearAlgebra
import NeuralNetworks
import Testing

/// A backward pass in which single steps can be replaced by wrong ones, written out plainly.
private struct FaultyBackward {
  /// What takes the place of f′(u) in δ of a layer, from u and z.
  var derivative: [Int: (Double, Double) -> Double] = [:]
  /// What takes the place of δ · Wᵀ of the layer after it in δ of a layer.
  var error: [Int: (Matrix, [DenseLayer]) -> Matrix] = [:]
  /// A factor of δ of a layer.
  var factor: [Int: Double] = [:]
  /// What takes the place of z(l−1) in ∂E/∂W of a layer.
  var layerInput: [Int: (ForwardPass) -> Matrix] = [:]
  /// What takes the place of δ of the output layer.
  var outputDelta: ((Matrix, ForwardPass) -> Matrix)?
  /// A factor of single arrays.
  var arrayFactor: [String: Double] = [:]

  func gradients(
    _ network: Network, _ x: Matrix, _ d: Matrix
  ) throws -> [ParameterName: [Double]] {
    let pass = try network.forward(x)
    let right = try network.backward(pass, target: d)
    let layers = network.layers
    var result: [ParameterName: [Double]] = [:]
    var delta = Matrix(rows: 0, columns: 0)
    for layer in layers.reversed() {
      let number = layer.number
      if number == layers.count {
        delta = right.delta(ofLayer: number)
        if let outputDelta { delta = outputDelta(delta, pass) }
      } else {
        let next = layers[number]
        var e = error[number]?(delta, layers) ?? delta.times(next.weights.transposed)
        let (u, z) = (pass.preActivation(ofLayer: number), pass.activation(ofLayer: number))
        for s in 0..<e.rows {
          for j in 0..<e.columns {
            e[s, j] *=
              derivative[number]?(u[s, j], z[s, j]) ?? layer.activation.derivative(at: u[s, j])
          }
        }
        delta = e
      }
      for i in delta.elements.indices { delta.elements[i] *= factor[number] ?? 1 }
      let input = layerInput[number]?(pass) ?? pass.activation(ofLayer: number - 1)
      result[ParameterName(.weights, layer: number)] = input.transposed.times(delta).elements
        .map { $0 * (arrayFactor["W\(number)"] ?? 1) }
      result[ParameterName(.biases, layer: number)] = (0..<delta.columns).map { j in
        (0..<delta.rows).reduce(0) { $0 + delta[$1, j] } * (arrayFactor["b\(number)"] ?? 1)
      }
    }
    return result
  }
}

extension Matrix {
  /// The product with another matrix, by its definition.
  fileprivate func times(_ other: Matrix) -> Matrix {
    var result = Matrix(rows: rows, columns: other.columns)
    for i in 0..<rows {
      for j in 0..<other.columns {
        for k in 0..<columns { result[i, j] += self[i, k] * other[k, j] }
      }
    }
    return result
  }
}

struct GradientDiagnosisTests {
  /// A network of sigmoid layers and data that fit it.
  private func network(
    _ sizes: [Int], hidden: Activation = .sigmoid, output: Activation = .identity,
    loss: Loss? = nil, samples: Int = 3, seed: UInt32 = 5
  ) throws -> (Network, Matrix, Matrix) {
    var random = NumPyRandom(seed: seed)
    let architecture = try Architecture(
      sizes: sizes, activations: Array(repeating: hidden, count: sizes.count - 2) + [output],
      loss: loss)
    let network = Network(architecture, initializer: .randn, random: &random)
    let (x, d) = GradientCheckTests.samples(samples, architecture, &random)
    return (network, x, d)
  }

  private func slips(
    _ fault: FaultyBackward, _ setup: (Network, Matrix, Matrix)
  ) throws -> GradientDiagnosis {
    let (network, x, d) = setup
    let claimed = try fault.gradients(network, x, d)
    // A slip is one only where the difference quotients say so.
    let right = try network.backward(network.forward(x), target: d).values
    let flat = network.architecture.parameterNames.flatMap { claimed[$0]! }
    let check = try GradientCheck.run(
      network, input: x, target: d, claimed: flat, clock: ContinuousClock())
    #expect(check.isFine == agree(flat, right, within: 1e-6))
    let found = try GradientDiagnosis(of: claimed, network: network, input: x, target: d)
    #expect(found.deviation < 1e-12)
    return found
  }

  private let sigmoid = Activation.sigmoid

  @Test(arguments: [[2, 5, 1], [2, 4, 3], [3, 4, 5, 2]], [1, 3])
  func rightGradientsHaveNoSlips(sizes: [Int], samples: Int) throws {
    for (output, loss) in GradientCheckTests.outputs where output != .step {
      // Softmax of a single unit is 1 whatever goes in.
      if output == .softmax, sizes.last == 1 { continue }
      let setup = try network(sizes, output: output, loss: loss, samples: samples)
      let found = try slips(FaultyBackward(), setup)
      #expect(found.slips.isEmpty && found.unexplained.isEmpty, "\(output) \(loss): \(found)")
    }
  }

  @Test(arguments: [1, 3])
  func derivatives(samples: Int) throws {
    let sigmoid = sigmoid
    let table: [(GradientSlip.Derivative, (Double, Double) -> Double)] = [
      (.atOutput, { _, z in sigmoid.derivative(at: z) }),
      (.outputFormAtInput, { u, _ in u * (1 - u) }), (.missing, { _, _ in 1 }),
      (.other(.tanh, isAtOutput: false), { u, _ in Activation.tanh.derivative(at: u) }),
      (.other(.tanh, isAtOutput: true), { _, z in Activation.tanh.derivative(at: z) }),
      (.other(.relu, isAtOutput: false), { u, _ in u > 0 ? 1 : 0 }),
    ]
    for (kind, derivative) in table {
      for layer in 1...2 {
        let setup = try network([3, 4, 5, 2], samples: samples)
        let found = try slips(FaultyBackward(derivative: [layer: derivative]), setup)
        #expect(found.slips.map(\.kind) == [.derivative(kind)], "\(kind)")
        #expect(found.slips.map(\.layer) == [layer] && found.unexplained.isEmpty)
      }
      // In both layers at once: both are named, the output's side first.
      let setup = try network([3, 4, 5, 2], samples: samples)
      let both = FaultyBackward(derivative: [1: derivative, 2: derivative])
      let found = try slips(both, setup)
      #expect(found.slips.map(\.kind) == [.derivative(kind), .derivative(kind)])
      #expect(found.slips.map(\.layer) == [2, 1])
    }
  }

  @Test func theExampleIsTheUnitThatIsMostWrong() throws {
    let sigmoid = sigmoid
    let setup = try network([2, 5, 1], samples: 1)
    let fault = FaultyBackward(derivative: [1: { _, z in sigmoid.derivative(at: z) }])
    let example = try #require(try slips(fault, setup).slips.first?.example)
    let u = try setup.0.forward(setup.1).preActivation(ofLayer: 1).elements
    let worst = u.indices.max { abs(u[$0]) < abs(u[$1]) }
    #expect(example.unit == worst && example.preActivation == u[example.unit])
    #expect(example.activation == sigmoid(example.preActivation) && example.sample == 0)
    #expect(example.right == sigmoid.derivative(fromOutput: example.activation))
    #expect(example.taken == sigmoid.derivative(at: example.activation))
  }

  @Test func reluWithTheDerivativeOfASigmoid() throws {
    let sigmoid = sigmoid
    let setup = try network([2, 5, 1], hidden: .relu, samples: 4)
    let fault = FaultyBackward(derivative: [1: { _, z in sigmoid.derivative(at: z) }])
    #expect(
      try slips(fault, setup).slips.map(\.kind)
        == [.derivative(.other(.sigmoid, isAtOutput: true))])
  }

  @Test func outputDerivatives() throws {
    func error(_ pass: ForwardPass, _ d: Matrix) -> Matrix {
      var e = pass.output
      for i in e.elements.indices {
        e.elements[i] = (e.elements[i] - d.elements[i]) / Double(d.elements.count)
      }
      return e
    }
    for output in [Activation.sigmoid, .tanh, .softmax] {
      let setup = try network([2, 4, 3], output: output, loss: .meanSquaredError)
      let missing = FaultyBackward(outputDelta: { _, pass in error(pass, setup.2) })
      let found = try slips(missing, setup)
      #expect(found.slips.map(\.kind) == [.derivative(.missing)] && found.slips[0].layer == 2)
    }
    for loss in [Loss.meanSquaredError, .binaryCrossEntropy] {
      let setup = try network([2, 4, 3], output: .sigmoid, loss: loss)
      let twice = FaultyBackward(outputDelta: { delta, pass in
        var result = delta
        for i in result.elements.indices {
          let y = pass.output.elements[i]
          result.elements[i] *= y * (1 - y)
        }
        return result
      })
      #expect(try slips(twice, setup).slips.map(\.kind) == [.derivativeTwice])
    }
  }

  @Test func weights() throws {
    let setup = try network([4, 4, 4, 4])
    let table: [(GradientSlip.Kind, (Matrix, [DenseLayer]) -> Matrix)] = [
      (.weightsNotTransposed, { delta, layers in delta.times(layers[1].weights) }),
      (.weightsMissing, { delta, _ in delta }),
      (
        .otherWeights(layer: 1, isTransposed: true),
        { delta, layers in delta.times(layers[0].weights.transposed) }
      ),
      (
        .otherWeights(layer: 3, isTransposed: false),
        { delta, layers in delta.times(layers[2].weights) }
      ),
    ]
    for (kind, error) in table {
      let found = try slips(FaultyBackward(error: [1: error]), setup)
      #expect(found.slips.map(\.kind) == [kind] && found.slips[0].layer == 1)
    }
    // As many outputs as inputs: W1 for W2 fits without being transposed.
    let fault = FaultyBackward(error: [1: { delta, layers in delta.times(layers[0].weights) }])
    #expect(
      try slips(fault, network([2, 3, 2])).slips.map(\.kind)
        == [.otherWeights(layer: 1, isTransposed: false)])
  }

  @Test func factors() throws {
    typealias Size = GradientSlip.Factor.Size
    let table: [(Double, Size, Bool)] = [
      (-1, .one, true), (5, .samples, false), (0.2, .perSample, false), (3, .outputs, false),
      (1.0 / 3, .perOutput, false), (2, .two, false), (0.5, .half, false), (15, .elements, false),
      (1.0 / 15, .perElement, false), (-5, .samples, true),
    ]
    for (value, size, isNegative) in table {
      let setup = try network([2, 4, 3], samples: 5)
      let found = try slips(FaultyBackward(factor: [2: value]), setup)
      guard found.slips.count == 1, case .deltaFactor(let factor) = found.slips[0].kind else {
        Issue.record("\(value): \(found.slips)")
        continue
      }
      #expect(factor.size == size && factor.isNegative == isNegative && factor.value == value)
      #expect(found.slips[0].layer == 2)
      // In the hidden layer alone.
      let inner = try slips(FaultyBackward(factor: [1: value]), setup)
      #expect(inner.slips.map(\.kind) == [.deltaFactor(factor)] && inner.slips[0].layer == 1)
    }
  }

  @Test func arraysWithAFactorOfTheirOwn() throws {
    // A mean where the biases want the sum.
    let setup = try network([2, 4, 3], samples: 5)
    let found = try slips(FaultyBackward(arrayFactor: ["b1": 0.2, "b2": 0.2]), setup)
    guard found.slips.count == 1, case .arrayFactor(let factor, let names) = found.slips[0].kind
    else {
      Issue.record("\(found.slips)")
      return
    }
    #expect(factor.size == .perSample && names.map(\.description) == ["b2", "b1"])
  }

  @Test func layerInputs() throws {
    let setup = try network([4, 4, 2])
    let u = FaultyBackward(layerInput: [2: { $0.preActivation(ofLayer: 1) }])
    #expect(try slips(u, setup).slips.map(\.kind) == [.layerInput(.preActivation)])
    let x = FaultyBackward(layerInput: [2: { $0.input }])
    #expect(try slips(x, setup).slips.map(\.kind) == [.layerInput(.activation(ofLayer: 0))])
  }

  @Test func transposedSquareGradients() throws {
    let setup = try network([3, 4, 4, 1])
    let (network, x, d) = setup
    var claimed = try FaultyBackward().gradients(network, x, d)
    let name = ParameterName(.weights, layer: 2)
    claimed[name] = Matrix(rows: 4, columns: 4, elements: claimed[name]!).transposed.elements
    let found = try GradientDiagnosis(of: claimed, network: network, input: x, target: d)
    #expect(found.slips.map(\.kind) == [.gradientTransposed] && found.slips[0].layer == 2)
  }

  @Test func severalSlipsAtOnce() throws {
    let sigmoid = sigmoid
    let setup = try network([2, 4, 3], output: .softmax, samples: 1)
    let fault = FaultyBackward(
      derivative: [1: { _, z in sigmoid.derivative(at: z) }], factor: [2: 1.0 / 3],
      layerInput: [2: { $0.preActivation(ofLayer: 1) }])
    let found = try slips(fault, setup)
    #expect(found.slips.map(\.layer) == [2, 2, 1] && found.unexplained.isEmpty)
    #expect(found.slips[1].kind == .layerInput(.preActivation))
    #expect(found.slips[2].kind == .derivative(.atOutput))
  }

  @Test func whatNoSlipExplainsIsNamed() throws {
    let (network, x, d) = try network([3, 4, 5, 2])
    let right = try FaultyBackward().gradients(network, x, d)
    func found(_ change: (inout [ParameterName: [Double]]) -> Void) throws -> [String] {
      var claimed = right
      change(&claimed)
      let result = try GradientDiagnosis(of: claimed, network: network, input: x, target: d)
      return result.unexplained.map(\.description)
    }
    let (w2, b2) = (ParameterName(.weights, layer: 2), ParameterName(.biases, layer: 2))
    #expect(try found { $0[w2]![3] += 0.1 } == ["W2"])
    #expect(try found { $0[b2]![1] *= 1.5 } == ["b2"])
    // The layers before it cannot be told without its δ.
    #expect(
      try found {
        $0[w2]![3] += 0.1; $0[b2]![1] *= 1.5
      } == ["W2", "b2"])
    #expect(
      try found {
        $0[w2] = nil; $0[b2] = nil
      }.isEmpty)
    #expect(try found { $0[w2]![0] = .nan } == ["W2"])
    #expect(try found { $0[w2] = $0[w2]!.map { _ in 0 } } == ["W2"])
  }

  @Test(arguments: [1, 4])
  func theNetworkBehindNumbers(samples: Int) throws {
    for hidden in [Activation.relu, .sigmoid, .tanh, .identity, .step] {
      for output in [Activation.identity, .sigmoid, .softmax, .tanh] {
        let (network, x, _) = try network(
          [3, 4, 5, 2], hidden: hidden, output: output, samples: samples, seed: 8)
        let pass = try network.forward(x)
        let layers = network.layers.map {
          Network.PlainLayer(weights: $0.weights, biases: $0.biases)
        }
        for known in [[:], [1: pass.activation(ofLayer: 1)]] {
          let found = Network(
            matching: layers, loss: network.architecture.loss, input: x, output: pass.output,
            activations: known, preferring: [hidden])
          #expect(found == network, "\(hidden) \(output)")
        }
        var other = pass.output
        other.elements[0] += 1e-6
        #expect(
          Network(matching: layers, loss: .meanSquaredError, input: x, output: other) == nil)
      }
    }
  }
}
