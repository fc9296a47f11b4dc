#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a unit makes of its total input *u*: its output *z* = f(*u*).
///
/// The raw value is the name that a learner types. Function and derivative of each activation
/// stand side by side here, and for whole layers in `Activation+Layer.swift`.
public enum Activation: String, CaseIterable, Hashable, Sendable {
  /// f(u) = u.
  case identity
  /// f(u) = max(0, u): the rectifier. Its derivative at the kink, u = 0, is taken as 0.
  case relu
  /// f(u) = 1 / (1 + e⁻ᵘ): the logistic function, between 0 and 1.
  case sigmoid
  /// f(u) = (eᵘ − e⁻ᵘ) / (eᵘ + e⁻ᵘ): the hyperbolic tangent, between −1 and 1.
  case tanh
  /// f(u) = 1 where u > 0, otherwise 0. Its derivative is 0 everywhere, so nothing learns through
  /// it.
  case step
  /// f(i, u) = e^uᵢ / Σₖ e^uₖ over the units of the layer: positive, with the sum 1.
  case softmax

  /// The loss that fits this activation in the output layer: cross entropy for softmax, binary
  /// cross entropy for sigmoid, squared error for the rest.
  public var defaultLoss: Loss {
    switch self {
    case .softmax: .crossEntropy
    case .sigmoid: .binaryCrossEntropy
    case .identity, .relu, .tanh, .step: .meanSquaredError
    }
  }

  /// Whether each unit's output depends on its own total input only: all but softmax.
  public var isElementwise: Bool { self != .softmax }

  /// Whether the function bends or jumps at 0, so that a difference quotient across 0 is no
  /// derivative: ReLU and step.
  public var hasKink: Bool { self == .relu || self == .step }

  /// The output of one unit for its total input; for softmax, of the only unit of a layer: 1.
  ///
  /// NaN stays NaN (step, which compares, gives 0); sigmoid and tanh saturate to their limits
  /// without overflow.
  public func callAsFunction(_ u: Double) -> Double {
    switch self {
    case .identity: u
    case .relu: u <= 0 ? 0 : u
    case .sigmoid: 1 / (1 + exp(-u))
    case .tanh: Self.tangent(u)
    case .step: u > 0 ? 1 : 0
    case .softmax: u.isFinite ? 1 : .nan
    }
  }

  /// The derivative f′(u) at a total input; for softmax, of the only unit of a layer: 0.
  ///
  ///     Activation.sigmoid.derivative(at: 0)  // 0.25
  ///     Activation.relu.derivative(at: 0)     // 0.0
  public func derivative(at u: Double) -> Double {
    derivative(fromOutput: self(u))
  }

  /// The derivative f′(u) written in z = f(u), which backpropagation has at hand: 1 for identity,
  /// z > 0 for ReLU, z(1 − z) for sigmoid, 1 − z² for tanh, 0 for step.
  ///
  /// For softmax this is the diagonal of the Jacobian, ∂zᵢ/∂uᵢ = zᵢ(1 − zᵢ).
  public func derivative(fromOutput z: Double) -> Double {
    switch self {
    case .identity: 1
    case .relu: z > 0 ? 1 : 0
    case .sigmoid, .softmax: z * (1 - z)
    case .tanh: 1 - z * z
    case .step: 0
    }
  }

  /// The C library's `tanh`, which the case of that name hides.
  static func tangent(_ u: Double) -> Double {
    #if canImport(Darwin)
      Darwin.tanh(u)
    #else
      Glibc.tanh(u)
    #endif
  }
}
