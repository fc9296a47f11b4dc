public import LinearAlgebra

/// Everything that a forward pass computed: the total inputs and outputs of every layer.
public struct ForwardPass: Hashable, Sendable {
  /// The plan of the network that computed it.
  public let architecture: Architecture
  /// x, of shape `(samples, inputs)`.
  public let input: Matrix
  /// u of every layer, one layer after the other.
  let preActivations: [Double]
  /// z of every layer, one layer after the other.
  let activations: [Double]

  /// The number of samples.
  public var samples: Int { input.rows }

  /// u, the total inputs of a layer, of shape `(samples, units)`.
  ///
  /// - Precondition: the layer, counted from 1, exists.
  public func preActivation(ofLayer number: Int) -> Matrix {
    architecture.values(ofLayer: number, samples: samples, in: preActivations)
  }

  /// z, the outputs of a layer, of shape `(samples, units)`; layer 0 is the input.
  ///
  /// - Precondition: the layer exists.
  public func activation(ofLayer number: Int) -> Matrix {
    number == 0
      ? input : architecture.values(ofLayer: number, samples: samples, in: activations)
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
    architecture.values(ofLayer: number, samples: samples, in: deltas)
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

  /// The values of one layer from those of all layers.
  func values(ofLayer number: Int, samples: Int, in flat: [Double]) -> Matrix {
    precondition(layers.indices.contains(number - 1), "there is no layer \(number)")
    let layer = layers[number - 1]
    return Matrix(
      rows: samples, columns: layer.units,
      elements: Array(flat[layer.valueRange(samples: samples)]))
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
