import LinearAlgebra

/// How the first weights and biases of a network are made.
///
/// The raw value is the name that a learner types. Random numbers are drawn for the weights of all
/// layers first (W1, W2 …), then, where biases are random too, for the biases (b1, b2 …): the
/// order in which a NumPy program usually writes it, so that equal seeds give equal networks.
public enum Initializer: String, CaseIterable, Hashable, Sendable {
  /// All weights and biases 0. The units of a layer then stay equal to each other for ever.
  case zeros
  /// All weights and biases 1.
  case ones
  /// Weights and biases from [0, 1), as `np.random.rand` draws them.
  case rand
  /// Weights and biases from the standard normal distribution, as `np.random.randn`.
  case randn
  /// Weights from the normal distribution with variance 2 / (inputs + units), biases 0.
  ///
  /// It keeps the size of signals and of gradients through layers of tanh or sigmoid.
  /// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward
  /// neural networks", AISTATS 2010.
  case xavier
  /// Weights from the normal distribution with variance 2 / inputs, biases 0.
  ///
  /// It makes up for ReLU, which lets half of the signal through.
  /// Source: K. He et al., "Delving deep into rectifiers", ICCV 2015.
  case he

  /// Draws the parameters of a network, in the layout of `Network.parameters`.
  func parameters(of architecture: Architecture, random: inout NumPyRandom) -> [Double] {
    let start = self == .ones ? 1.0 : 0.0
    var parameters = [Double](repeating: start, count: architecture.parameterCount)
    switch self {
    case .zeros, .ones: return parameters
    case .rand, .randn, .xavier, .he: break
    }
    for layer in architecture.layers {
      let scale =
        switch self {
        case .xavier: (2 / (Double(layer.inputs) + Double(layer.units))).squareRoot()
        case .he: (2 / Double(layer.inputs)).squareRoot()
        default: 1.0
        }
      for i in layer.weightRange { parameters[i] = scale * draw(&random) }
    }
    if self == .rand || self == .randn {
      for layer in architecture.layers {
        for i in layer.biasRange { parameters[i] = draw(&random) }
      }
    }
    return parameters
  }

  /// One number of the distribution that this initializer scales.
  private func draw(_ random: inout NumPyRandom) -> Double {
    self == .rand ? random.uniform() : random.standardNormal()
  }
}
