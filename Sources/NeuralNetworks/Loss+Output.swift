#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A loss together with the activation of the output layer in front of it.
///
/// Two pairs are computed from the total inputs *u* at once, because the product of the separate
/// derivatives loses its digits where the outputs saturate:
///
/// - softmax and cross entropy: δᵢ = (yᵢ Σₖ dₖ − dᵢ) / N, which is (y − d) / N for one-hot
///   targets;
/// - sigmoid and binary cross entropy: δ = (y − d) / N.
///
/// The first is the gradient of cross entropy without the guard 1e-7. The printed loss has the
/// gradient δ · y/(y + 1e-7), y being the output of the right class: the relative difference is
/// 1e-7 / y. Leaving the guard out lets a network that is completely wrong still learn.
extension Loss {
  /// The loss as it is printed.
  ///
  /// Binary cross entropy after a sigmoid is Σ [max(u, 0) − u d + log(1 + e^−|u|)] / N, the same
  /// in exact arithmetic, and finite for every finite u.
  func value(
    after activation: Activation, preActivations: Span<Double>, outputs: Span<Double>,
    targets: Span<Double>, samples: Int
  ) -> Double {
    guard self == .binaryCrossEntropy, activation == .sigmoid else {
      return value(outputs: outputs, targets: targets, samples: samples)
    }
    var sum = 0.0
    for i in preActivations.indices {
      let (u, d) = (preActivations[i], targets[i])
      sum += (u <= 0 ? 0 : u) - u * d + log1p(exp(-abs(u)))
    }
    return sum / Double(samples)
  }

  /// The loss whose exact gradient backpropagation computes: cross entropy after softmax without
  /// its guard, Σ d (log Σₖ e^uₖ − u) / N; for all other pairs, the loss as it is printed.
  func differentiatedValue(
    after activation: Activation, preActivations: Span<Double>, outputs: Span<Double>,
    targets: Span<Double>, samples: Int
  ) -> Double {
    guard leavesOutGuard(after: activation) else {
      return value(
        after: activation, preActivations: preActivations, outputs: outputs, targets: targets,
        samples: samples)
    }
    let units = preActivations.count / samples
    var sum = 0.0
    for sample in 0..<samples {
      let u = preActivations.extracting(sample * units..<(sample + 1) * units)
      let d = targets.extracting(sample * units..<(sample + 1) * units)
      var largest = -Double.infinity
      for i in 0..<units { largest = u[i] > largest ? u[i] : largest }
      var total = 0.0
      for i in 0..<units { total += exp(u[i] - largest) }
      let logTotal = log(total)
      for i in 0..<units where d[i] != 0 { sum += d[i] * (logTotal - (u[i] - largest)) }
    }
    return sum / Double(samples)
  }

  /// Whether backpropagation leaves out the guard of the printed loss.
  public func leavesOutGuard(after activation: Activation) -> Bool {
    self == .crossEntropy && activation == .softmax
  }

  /// Whether loss and activation are computed at once from the total inputs.
  func isFused(with activation: Activation) -> Bool {
    switch (activation, self) {
    case (.softmax, .crossEntropy), (.sigmoid, .binaryCrossEntropy): true
    default: false
    }
  }

  /// The output layer's δ = ∂E/∂u.
  ///
  /// - Parameters:
  ///   - deltas: δ, of shape `(samples, outputs)`; every element is set.
  func outputDelta(
    after activation: Activation, outputs: Span<Double>, targets: Span<Double>, samples: Int,
    into deltas: inout MutableSpan<Double>
  ) {
    let units = outputs.count / samples
    let n = Double(samples)
    switch (activation, self) {
    case (.softmax, .crossEntropy):
      for sample in 0..<samples {
        let y = outputs.extracting(sample * units..<(sample + 1) * units)
        let d = targets.extracting(sample * units..<(sample + 1) * units)
        var delta = deltas._mutatingExtracting(sample * units..<(sample + 1) * units)
        var total = 0.0
        for i in 0..<units { total += d[i] }
        for i in 0..<units { delta[i] = (y[i] * total - d[i]) / n }
      }
    case (.sigmoid, .binaryCrossEntropy):
      for i in outputs.indices { deltas[i] = (outputs[i] - targets[i]) / n }
    default:
      derivative(outputs: outputs, targets: targets, samples: samples, into: &deltas)
      activation.backpropagate(&deltas, activations: outputs, units: units)
    }
  }
}
