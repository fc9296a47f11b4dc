public import LinearAlgebra

/// A feed-forward network of fully connected layers, as a value.
///
///     var network = try Network(
///       sizes: [2, 3, 1], activations: [.sigmoid, .identity], initializer: .randn, seed: 7)
///     let pass = try network.forward(Matrix([[0.5, 1.5]]))
///     let gradients = try network.backward(pass, target: Matrix([[2]]))
///     network.parameters[0] -= 0.1 * gradients.values[0]
///
/// A batch is a matrix of shape `(samples, features)`. Every layer computes u = x·W + b and
/// z = f(u), the next one takes z as its x; the last z is the output y. Results that are not
/// finite are values like any other, not errors.
public struct Network: Hashable, Sendable {
  /// The plan: sizes, activations, loss.
  public let architecture: Architecture
  /// All weights and biases in one array: W1, b1, W2, b2 …, each row by row.
  public var parameters: [Double] {
    didSet {
      precondition(
        parameters.count == architecture.parameterCount,
        "\(parameters.count) numbers do not fit \(architecture.parameterCount) parameters")
    }
  }

  /// Makes a network from its plan and all its parameters.
  ///
  /// - Precondition: there are as many parameters as the plan has.
  public init(_ architecture: Architecture, parameters: [Double]) {
    precondition(
      parameters.count == architecture.parameterCount,
      "\(parameters.count) numbers do not fit \(architecture.parameterCount) parameters")
    self.architecture = architecture
    self.parameters = parameters
  }

  /// Makes a network from its plan, with first parameters from a stream of random numbers.
  public init(
    _ architecture: Architecture, initializer: Initializer, random: inout NumPyRandom
  ) {
    self.architecture = architecture
    parameters = initializer.parameters(of: architecture, random: &random)
  }

  /// Makes a network.
  ///
  /// - Parameters:
  ///   - sizes: the number of inputs, then the units of each layer.
  ///   - activations: one per layer.
  ///   - loss: nil for the loss that fits the last activation.
  ///   - initializer: how the first parameters are made.
  ///   - seed: the seed of the random numbers that the initializer draws.
  /// - Throws: `NetworkError`, as `Architecture` does.
  public init(
    sizes: [Int], activations: [Activation], loss: Loss? = nil, initializer: Initializer = .rand,
    seed: UInt32 = 0
  ) throws(NetworkError) {
    var random = NumPyRandom(seed: seed)
    self.init(
      try Architecture(sizes: sizes, activations: activations, loss: loss),
      initializer: initializer, random: &random)
  }

  /// The layers with their numbers.
  public var layers: [DenseLayer] {
    architecture.layers.enumerated().map { index, layer in
      DenseLayer(
        number: index + 1, activation: layer.activation,
        weights: Matrix(
          rows: layer.inputs, columns: layer.units,
          elements: Array(parameters[layer.weightRange])),
        biases: Array(parameters[layer.biasRange]))
    }
  }
}

/// One layer of a network with its numbers, taken out to be looked at.
public struct DenseLayer: Hashable, Sendable {
  /// The layer's number, from 1, as in W1.
  public let number: Int
  /// What each unit makes of its total input.
  public let activation: Activation
  /// W, of shape `(inputs, units)`.
  public let weights: Matrix
  /// b, of shape `(units,)`.
  public let biases: [Double]

  /// How many values come in.
  public var inputs: Int { weights.rows }
  /// How many values go out.
  public var units: Int { weights.columns }
}
