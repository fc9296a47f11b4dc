public import LinearAlgebra

/// Everything that a forward pass computed: the total inputs and outputs of every layer.
public struct ForwardPass: Hashable, Sendable {
  /// The plan of the network that computed it.
  public let architecture: Architecture
  /// The number of samples.
  public let samples: Int
  /// u of every layer, one layer after the other.
  let preActivations: [Double]
  /// x, then z of every layer, one layer after the other.
  let activations: [Double]

  /// x, of shape `(samples, inputs)`.
  public var input: Matrix { activation(ofLayer: 0) }

  /// u, the total inputs of a layer, of shape `(samples, units)`.
  ///
  /// - Precondition: the layer, counted from 1, exists.
  public func preActivation(ofLayer number: Int) -> Matrix {
    let layer = architecture.layer(number)
    return Matrix(
      rows: samples, columns: layer.units,
      elements: Array(preActivations[layer.valueRange(samples: samples)]))
  }

  /// z, the outputs of a layer, of shape `(samples, units)`; layer 0 is the input.
  ///
  /// - Precondition: the layer exists.
  public func activation(ofLayer number: Int) -> Matrix {
    Matrix(
      rows: samples, columns: architecture.sizes[number],
      elements: Array(activations[architecture.activationRange(ofLayer: number, samples: samples)]))
  }

  /// y, the outputs of the network, of shape `(samples, outputs)`.
  public var output: Matrix { activation(ofLayer: architecture.layers.count) }
}

/// The derivatives of the loss by everything, from one backward pass.
public struct Gradients: Hashable, Sendable {
  /// The plan of the network that they belong to.
  public let architecture: Architecture
  /// The number of samples that the loss is a mean over.
  public let samples: Int
  /// ∂E/∂W1, ∂E/∂b1 …: laid out like `Network.parameters`.
  public let values: [Double]
  /// δ of every layer, one layer after the other.
  let deltas: [Double]

  /// δ = ∂E/∂u of a layer, of shape `(samples, units)`.
  ///
  /// - Precondition: the layer, counted from 1, exists.
  public func delta(ofLayer number: Int) -> Matrix {
    let layer = architecture.layer(number)
    return Matrix(
      rows: samples, columns: layer.units,
      elements: Array(deltas[layer.valueRange(samples: samples)]))
  }

  /// The gradient of a parameter array.
  ///
  /// - Precondition: the network has a layer of that number.
  public subscript(name: ParameterName) -> ParameterArray {
    architecture.array(name, of: values)
  }

  /// The gradient of a parameter array by name, for example `W1`.
  ///
  /// - Throws: `NetworkError.unknownParameter`.
  public func parameter(_ name: String) throws(NetworkError) -> ParameterArray {
    self[try architecture.parameterName(name)]
  }
}

extension Architecture {
  /// The most values that one forward pass may keep per kind: 2²⁷, which is 1 GiB of doubles.
  public static let valueLimit = 1 << 27

  /// A layer by its number, from 1.
  func layer(_ number: Int) -> Layer {
    precondition(layers.indices.contains(number - 1), "there is no layer \(number)")
    return layers[number - 1]
  }

  /// Where z of a layer stands among the activations, which begin with x, the layer 0.
  func activationRange(ofLayer number: Int, samples: Int) -> Range<Int> {
    guard number > 0 else { return 0..<samples * inputs }
    let values = layer(number).valueRange(samples: samples)
    return samples * inputs + values.lowerBound..<samples * inputs + values.upperBound
  }

  /// Fails unless a batch fits the network and memory.
  func check(samples: Int, features: Int) throws(NetworkError) {
    guard samples > 0 else { throw .emptyBatch }
    guard features == inputs else { throw .inputWidth(expected: inputs, found: features) }
    guard samples <= Self.valueLimit / unitCount else {
      let bytes = 8 * Double(samples) * Double(unitCount)
      throw .batchTooLarge(samples: samples, bytes: bytes, limit: Self.valueLimit)
    }
  }

  /// Fails unless targets have the shape of the outputs.
  func check(target: Matrix, samples: Int) throws(NetworkError) {
    guard target.rows == samples, target.columns == outputs else {
      throw .targetShape(expected: [samples, outputs], found: [target.rows, target.columns])
    }
  }
}
