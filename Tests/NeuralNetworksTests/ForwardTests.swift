import LinearAlgebra
import NeuralNetworks
import Testing

extension WorkedExample: CustomTestStringConvertible {
  var testDescription: String { name }
}

struct ForwardTests {
  @Test(arguments: WorkedExample.all) func workedExamples(example: WorkedExample) throws {
    let network = try example.network
    let pass = try network.forward(Matrix(row: example.x))
    for (index, u) in example.preActivations.enumerated() {
      #expect(agree(pass.preActivation(ofLayer: index + 1).elements, u))
    }
    #expect(agree(pass.output.elements, example.y))
    #expect(pass.activation(ofLayer: 0) == Matrix(row: example.x))
    if let target = example.target, let value = example.lossValue {
      let loss = try network.loss(of: pass, target: Matrix(row: target))
      #expect(agree([loss], [value]))
    }
  }

  @Test func aBatchIsItsSamplesOneByOne() throws {
    let network = try Network(
      sizes: [3, 4, 5], activations: [.tanh, .softmax], initializer: .randn, seed: 1)
    var random = NumPyRandom(seed: 2)
    let x = Matrix.random(6, 3, &random)
    let pass = try network.forward(x)
    for sample in 0..<6 {
      let single = try network.forward(Matrix(row: x.row(sample)))
      #expect(single.output.elements == pass.output.row(sample))
      #expect(agree([single.output.elements.reduce(0, +)], [1]))
    }
  }

  @Test func hugeNumbersAreValues() throws {
    let network = try Network(
      sizes: [1, 2], activations: [.softmax], initializer: .ones)
    let large = try network.forward(Matrix([[1e308]]))
    #expect(large.output.elements == [0.5, 0.5])
    let infinite = try network.forward(Matrix([[.infinity]]))
    #expect(infinite.output.elements.allSatisfy { $0.isNaN })
    let loss = try network.loss(of: infinite, target: Matrix([[0, 1]]))
    #expect(loss.isNaN)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let network = try Network(sizes: [2, 3, 1], activations: [.relu, .identity])
    #expect(throws: NetworkError.inputWidth(expected: 2, found: 3)) {
      try network.forward(Matrix(row: [1, 2, 3]))
    }
    #expect(throws: NetworkError.emptyBatch) { try network.forward(Matrix(rows: 0, columns: 2)) }
    let pass = try network.forward(Matrix(row: [1, 2]))
    #expect(throws: NetworkError.targetShape(expected: [1, 1], found: [1, 2])) {
      try network.loss(of: pass, target: Matrix(row: [1, 2]))
    }
    #expect(throws: NetworkError.targetShape(expected: [1, 1], found: [2, 1])) {
      try network.backward(pass, target: Matrix([[1], [2]]))
    }
    let other = try Network(sizes: [2, 2, 1], activations: [.relu, .identity])
    #expect(throws: NetworkError.otherNetwork) {
      try other.backward(pass, target: Matrix(row: [1]))
    }
    let wide = try Network(sizes: [1, 1 << 20], activations: [.relu])
    #expect(
      throws: NetworkError.batchTooLarge(
        samples: 129, bytes: 1_082_130_432, limit: Architecture.valueLimit)
    ) {
      try wide.forward(Matrix(rows: 129, columns: 1))
    }
  }
}
