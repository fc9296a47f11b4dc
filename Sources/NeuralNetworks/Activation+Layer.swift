#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Activation {
  /// Forward through a layer: z = f(u) for every sample.
  ///
  /// - Parameters:
  ///   - preActivations: u, of shape `(samples, units)`.
  ///   - units: the number of units, which softmax normalises over.
  ///   - activations: z, of the same shape; every element is set.
  func apply(
    to preActivations: Span<Double>, units: Int, into activations: inout MutableSpan<Double>
  ) {
    let count = preActivations.count
    precondition(activations.count == count, "total inputs and outputs differ in number")
    switch self {
    case .identity:
      for i in 0..<count { activations[i] = preActivations[i] }
    case .relu:
      for i in 0..<count {
        let u = preActivations[i]
        activations[i] = u <= 0 ? 0 : u
      }
    case .sigmoid:
      for i in 0..<count { activations[i] = 1 / (1 + exp(-preActivations[i])) }
    case .tanh:
      for i in 0..<count { activations[i] = Self.tangent(preActivations[i]) }
    case .step:
      for i in 0..<count { activations[i] = preActivations[i] > 0 ? 1 : 0 }
    case .softmax:
      Self.softmax(of: preActivations, units: units, into: &activations)
    }
  }

  /// Backward through one unit: δ = ∂E/∂u from ∂E/∂z. For softmax, whose units depend on each
  /// other, ∂E/∂z is left as it is.
  @inline(__always)
  func backpropagate(_ error: Double, output z: Double) -> Double {
    switch self {
    case .identity, .softmax: error
    case .relu: z > 0 ? error : 0
    case .sigmoid: error * (z * (1 - z))
    case .tanh: error * (1 - z * z)
    case .step: 0
    }
  }

  /// Backward through a layer: makes δ = ∂E/∂u of ∂E/∂z, for every sample, in place.
  ///
  /// Elementwise δ = ∂E/∂z · f′(u), with f′(u) written in z; for softmax
  /// δᵢ = zᵢ (∂E/∂zᵢ − Σₖ zₖ ∂E/∂zₖ).
  ///
  /// - Parameters:
  ///   - errors: ∂E/∂z, of shape `(samples, units)`, which becomes δ.
  ///   - activations: z of the forward pass, of the same shape.
  ///   - units: the number of units.
  func backpropagate(
    _ errors: inout MutableSpan<Double>, activations: Span<Double>, units: Int
  ) {
    let count = errors.count
    precondition(activations.count == count, "errors and outputs differ in number")
    switch self {
    case .identity: break
    case .relu:
      for i in 0..<count { errors[i] = activations[i] > 0 ? errors[i] : 0 }
    case .sigmoid:
      for i in 0..<count { errors[i] *= activations[i] * (1 - activations[i]) }
    case .tanh:
      for i in 0..<count { errors[i] *= 1 - activations[i] * activations[i] }
    case .step:
      for i in 0..<count { errors[i] = 0 }
    case .softmax:
      Self.softmaxBackward(&errors, activations: activations, units: units)
    }
  }

  /// Softmax of every row. The largest total input of a row is taken off first, which changes no
  /// ratio and keeps e^u from overflowing.
  private static func softmax(
    of preActivations: Span<Double>, units: Int, into activations: inout MutableSpan<Double>
  ) {
    var start = 0
    while start < preActivations.count {
      let u = preActivations.extracting(start..<start + units)
      var z = activations._mutatingExtracting(start..<start + units)
      var largest = -Double.infinity
      for i in 0..<units { largest = u[i] > largest ? u[i] : largest }
      var sum = 0.0
      for i in 0..<units {
        z[i] = exp(u[i] - largest)
        sum += z[i]
      }
      for i in 0..<units { z[i] /= sum }
      start += units
    }
  }

  /// The product of ∂E/∂z with softmax's Jacobian ∂zₖ/∂uᵢ = zₖ (δₖᵢ − zᵢ), row by row.
  private static func softmaxBackward(
    _ errors: inout MutableSpan<Double>, activations: Span<Double>, units: Int
  ) {
    var start = 0
    while start < activations.count {
      let z = activations.extracting(start..<start + units)
      var delta = errors._mutatingExtracting(start..<start + units)
      var mean = 0.0
      for i in 0..<units { mean += z[i] * delta[i] }
      for i in 0..<units { delta[i] = z[i] * (delta[i] - mean) }
      start += units
    }
  }
}
