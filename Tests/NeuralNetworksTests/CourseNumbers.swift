import LinearAlgebra
import NeuralNetworks

/// Worked examples of a first course: small networks with fixed weights, their values computed
/// with NumPy (see `make_course_numbers.py`).
struct WorkedExample: Sendable {
  let name: String
  let activations: [Activation]
  var loss: Loss?
  /// W1, b1, W2, b2 …
  let parameters: [Matrix]
  let x: [Double]
  /// u of every layer.
  let preActivations: [[Double]]
  let y: [Double]
  var target: [Double]?
  var lossValue: Double?

  var network: Network {
    get throws {
      let weights = stride(from: 0, to: parameters.count, by: 2).map { parameters[$0] }
      let architecture = try Architecture(
        sizes: [weights[0].rows] + weights.map(\.columns), activations: activations, loss: loss)
      return Network(architecture, parameters: parameters.flatMap(\.elements))
    }
  }

  static let w1 = Matrix([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
  static let b1 = Matrix(row: [0.1, 0.2, 0.3])
  static let u1 = [0.6, 1.3, 2.0]

  static let all = [
    WorkedExample(
      name: "2-1", activations: [.relu],
      parameters: [Matrix([[0.1], [0.2]]), Matrix(row: [0.5])], x: [2, 3],
      preActivations: [[1.3]], y: [1.3]),
    WorkedExample(
      name: "4-3", activations: [.sigmoid],
      parameters: [
        Matrix([[0.1, 0.2, 0.3], [0.2, 0.3, 0.4], [0.3, 0.4, 0.5], [0.4, 0.5, 0.6]]), b1,
      ],
      x: [1, 5, 2, -1], preActivations: [[1.4, 2.2, 3]],
      y: [0.8021838885585818, 0.9002495108803148, 0.9525741268224331]),
    WorkedExample(
      name: "2-3-2-2", activations: [.relu, .relu, .identity],
      parameters: [
        w1, b1, Matrix([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), Matrix(row: [0.1, 0.2]),
        Matrix([[0.1, 0.3], [0.2, 0.4]]), Matrix(row: [1, 2]),
      ],
      x: [1, 2], preActivations: [u1, [1.02, 2.29], [1.56, 3.222]], y: [1.56, 3.222]),
    WorkedExample(
      name: "2-3-3-1", activations: [.relu, .relu, .identity],
      parameters: [
        w1, b1, Matrix([[0.1, 0.4, 0.7], [0.2, 0.5, 0.8], [0.3, 0.6, 0.9]]),
        Matrix(row: [0.1, 0.2, 0.3]), Matrix([[0.1], [0.2], [0.3]]), Matrix(row: [1]),
      ],
      x: [1, 2], preActivations: [u1, [1.02, 2.29, 3.56], [2.628]], y: [2.628]),
    WorkedExample(
      name: "2-3-4", activations: [.relu, .softmax],
      parameters: [
        w1, b1,
        Matrix([[0.1, 0.4, 0.7, 1], [0.2, 0.5, 0.8, 1.1], [0.3, 0.6, 0.9, 1.2]]),
        Matrix(row: [0.1, 0.2, 0.3, 0.4]),
      ],
      x: [1, 2], preActivations: [u1, [1.02, 2.29, 3.56, 4.83]],
      y: [0.016027962408989606, 0.05707321101338861, 0.203229289678882, 0.7236695368987398],
      target: [0, 0, 0, 1], lossValue: 0.3234202933601941),
    WorkedExample(
      name: "2-3-2", activations: [.relu, .identity],
      parameters: [
        w1, b1, Matrix([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), Matrix(row: [0.1, 0.2]),
      ],
      x: [1, 2], preActivations: [u1, [1.02, 2.29]], y: [1.02, 2.29], target: [2, 4],
      lossValue: 0.971125),
    WorkedExample(
      name: "2-3-1", activations: [.relu, .sigmoid],
      parameters: [w1, b1, Matrix([[0.2], [0.4], [0.6]]), Matrix(row: [0.1])],
      x: [1, 2], preActivations: [u1, [1.94]], y: [0.8743521434846544], target: [1],
      lossValue: 0.1342720743075981),
    WorkedExample(
      name: "2-3-1, other class", activations: [.relu, .sigmoid],
      parameters: [w1, b1, Matrix([[0.2], [0.4], [0.6]]), Matrix(row: [0.1])],
      x: [1, 2], preActivations: [u1, [1.94]], y: [0.8743521434846544], target: [0],
      lossValue: 2.074272074307599),
    WorkedExample(
      name: "3-5-4", activations: [.relu, .softmax],
      parameters: [
        Matrix([
          [0.82170159, 0.69423859, 0.32978581, 0.80963016, 0.63349563],
          [0.303549, 0.0483753, 0.48834144, 0.14278324, 0.73894736],
          [0.97807563, 0.32094065, 0.25591134, 0.61541109, 0.92212197],
        ]),
        Matrix(row: [0.38976826, 0.4170236, 0.05199498, 0.45549633, 0.09089713]),
        Matrix([
          [0.24863542, 0.8769228, 0.24340611, 0.82396951],
          [0.85398749, 0.90928363, 0.80615185, 0.84388483],
          [0.2422982, 0.49443733, 0.65472751, 0.61487176],
          [0.03586267, 0.62239113, 0.53038497, 0.22515723],
          [0.73841218, 0.01617789, 0.97770196, 0.12256726],
        ]),
        Matrix(row: [0.47536492, 0.90916441, 0.18436067, 0.28082877]),
      ],
      x: [1, 2, 3],
      preActivations: [
        [4.752794740000001, 2.1708347399999997, 2.1261976899999997, 3.39692624, 4.96865339],
        [7.816854646436002, 10.296773571670945, 11.14286329018684, 8.71009687894433],
      ],
      y: [0.02314258422241845, 0.2763293132698928, 0.643989896295998, 0.056538206211690714],
      target: [0, 0, 0, 1], lossValue: 2.8728368845108294),
  ]
}
