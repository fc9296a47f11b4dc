import LinearAlgebra
import NeuralNetworks

/// The network that the learner's arrays and forward function make, so that slips of their
/// backward function can be named.
struct LearnerNetwork {
  /// The network; its loss is the one that fits its output layer.
  private(set) var network: Network
  /// Whether the learner stores weights as (units, inputs), the transpose of the network's.
  let isTransposed: Bool

  /// How many parameters times samples are looked at.
  private static let limit = 1 << 21

  /// Builds the network of W1, b1, W2 …; nil where the arrays are no chain of layers, or no
  /// activations give the learner's outputs.
  ///
  /// - Parameters:
  ///   - entries: The arrays.
  ///   - samples: x and y.
  ///   - results: What the forward function returned: its z1, z2 … tell the activations.
  ///   - preferred: Activations that it mentions.
  init?(
    _ entries: [LearnerParameters.Entry], samples: LearnerSamples, results: ForwardResults,
    preferring preferred: [Activation]
  ) {
    let count = entries.reduce(0) { $0 + $1.value.elements.count }
    guard count * samples.input.rows <= Self.limit else { return nil }
    for isTransposed in [false, true] {
      guard
        let layers = Self.layers(entries, inputs: samples.input.columns, isTransposed: isTransposed)
      else { continue }
      var known: [Int: Matrix] = [:]
      for (index, layer) in layers.enumerated().dropLast() {
        guard let z = results.value(of: "z\(index + 1)")?.numbers,
          z.elements.count == samples.input.rows * layer.biases.count
        else { continue }
        known[index + 1] = Matrix(
          rows: samples.input.rows, columns: layer.biases.count, elements: z.elements)
      }
      guard
        let plain = Network(
          matching: layers, loss: .meanSquaredError, input: samples.input, output: samples.output,
          activations: known, preferring: preferred)
      else { continue }
      (network, self.isTransposed) = (plain, isTransposed)
      return
    }
    return nil
  }

  /// The activation of the output layer.
  var outputActivation: Activation { network.architecture.activations.last! }

  /// Measures the network by a loss.
  mutating func measure(by loss: Loss) {
    let plan = network.architecture
    guard
      let architecture = try? Architecture(
        sizes: plan.sizes, activations: plan.activations, loss: loss)
    else { return }
    network = Network(architecture, parameters: network.parameters)
  }

  /// The slips that give these gradients; nil where the samples do not fit.
  func diagnosis(
    of gradients: [String: [Double]], samples: LearnerSamples
  ) -> GradientDiagnosis? {
    var claimed: [ParameterName: [Double]] = [:]
    for (name, elements) in gradients {
      guard let name = try? network.architecture.parameterName(name) else { continue }
      let shape = network.architecture.shape(of: name)
      guard shape.reduce(1, *) == elements.count else { continue }
      claimed[name] =
        isTransposed && name.kind == .weights
        ? Matrix(rows: shape[1], columns: shape[0], elements: elements).transposed.elements
        : elements
    }
    return try? GradientDiagnosis(
      of: claimed, network: network, input: samples.input, target: samples.target)
  }

  /// The layers of the arrays W1, b1, W2 …; nil where they do not follow each other.
  private static func layers(
    _ entries: [LearnerParameters.Entry], inputs: Int, isTransposed: Bool
  ) -> [Network.PlainLayer]? {
    var arrays: [ParameterName: ArrayValue] = [:]
    for entry in entries {
      guard let name = ParameterName(entry.name) else { continue }
      arrays[name] = entry.value
    }
    var layers: [Network.PlainLayer] = []
    var width = inputs
    while let weights = arrays[ParameterName(.weights, layer: layers.count + 1)] {
      guard let matrix = matrix(weights, inputs: width, isTransposed: isTransposed) else {
        return nil
      }
      let biases = arrays[ParameterName(.biases, layer: layers.count + 1)]?.elements
      guard biases.map({ $0.count == matrix.columns }) ?? true else { return nil }
      layers.append(
        Network.PlainLayer(
          weights: matrix,
          biases: biases ?? [Double](repeating: 0, count: matrix.columns)))
      width = matrix.columns
    }
    let count = arrays.keys.count { $0.kind == .weights }
    return layers.isEmpty || layers.count != count ? nil : layers
  }

  /// Weights as a matrix of shape (inputs, units); a single axis is that of the inputs, or that of
  /// the units where there is one input.
  private static func matrix(
    _ weights: ArrayValue, inputs: Int, isTransposed: Bool
  ) -> Matrix? {
    let (rows, columns): (Int, Int)
    switch weights.shape.count {
    case 0: (rows, columns) = (1, 1)
    case 1 where weights.shape[0] == inputs: (rows, columns) = (inputs, 1)
    case 1: (rows, columns) = (1, weights.shape[0])
    case 2 where isTransposed: (columns, rows) = (weights.shape[0], weights.shape[1])
    case 2: (rows, columns) = (weights.shape[0], weights.shape[1])
    default: return nil
    }
    guard rows == inputs else { return nil }
    return isTransposed && weights.shape.count == 2
      ? Matrix(rows: columns, columns: rows, elements: weights.elements).transposed
      : Matrix(rows: rows, columns: columns, elements: weights.elements)
  }
}
