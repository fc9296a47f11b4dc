import LinearAlgebra
import NeuralNetworks

/// Both passes written as the formulas stand in a book, one sum per element: the reference of the
/// fast ones.
struct PlainPasses {
  /// u of every layer.
  var u: [Matrix] = []
  /// The input, then z of every layer.
  var z: [Matrix]
  /// δ of every layer.
  var delta: [Matrix]
  /// W1, b1 …
  var gradients: [Double]

  init(_ network: Network, input: Matrix, target: Matrix) {
    let (layers, n) = (network.layers, input.rows)
    z = [input]
    for layer in layers {
      var (u, y) = (Matrix(rows: n, columns: layer.units), Matrix(rows: n, columns: layer.units))
      for s in 0..<n {
        for j in 0..<layer.units {
          u[s, j] = layer.biases[j]
          for i in 0..<layer.inputs { u[s, j] += z[z.count - 1][s, i] * layer.weights[i, j] }
        }
        let largest = u.row(s).max()!
        let powers = u.row(s).map { exponential($0 - largest) }
        for j in 0..<layer.units {
          y[s, j] =
            layer.activation == .softmax
            ? powers[j] / powers.reduce(0, +) : layer.activation(u[s, j])
        }
      }
      self.u.append(u)
      z.append(y)
    }

    delta = u
    gradients = []
    var error = Matrix(rows: n, columns: target.columns)
    let (y, last) = (z[z.count - 1], layers[layers.count - 1])
    for s in 0..<n {
      for j in 0..<target.columns {
        let (y, d) = (y[s, j], target[s, j])
        error[s, j] =
          switch network.architecture.loss {
          case .meanSquaredError: (y - d) / Double(n * target.columns)
          case .crossEntropy:
            -d / (last.activation == .softmax ? y : y + 1e-7) / Double(n)
          case .binaryCrossEntropy: (-d / y + (1 - d) / (1 - y)) / Double(n)
          }
      }
    }
    for layer in layers.reversed() {
      let (l, z) = (layer.number - 1, z[layer.number])
      for s in 0..<n {
        for j in 0..<layer.units {
          delta[l][s, j] = 0
          if layer.activation == .softmax {
            for k in 0..<layer.units {
              delta[l][s, j] += error[s, k] * z[s, k] * ((j == k ? 1 : 0) - z[s, j])
            }
          } else {
            delta[l][s, j] = error[s, j] * layer.activation.derivative(at: u[l][s, j])
          }
        }
      }
      var (w, b) = (Matrix(rows: layer.inputs, columns: layer.units), [Double]())
      var next = Matrix(rows: n, columns: layer.inputs)
      for j in 0..<layer.units {
        b.append((0..<n).reduce(0) { $0 + delta[l][$1, j] })
        for i in 0..<layer.inputs {
          for s in 0..<n {
            w[i, j] += self.z[l][s, i] * delta[l][s, j]
            next[s, i] += layer.weights[i, j] * delta[l][s, j]
          }
        }
      }
      gradients = w.elements + b + gradients
      error = next
    }
  }
}
