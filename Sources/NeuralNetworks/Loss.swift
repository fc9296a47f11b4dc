#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far a network's outputs *y* are from the targets *d*, as one number *E* that learning makes
/// smaller.
///
/// The raw value is the name that a learner types. N is the number of samples, J the number of
/// outputs; outputs and targets have the shape `(N, J)`.
public enum Loss: String, CaseIterable, Hashable, Sendable {
  /// E = Σ (y − d)² / (2 N J): the mean over all elements, halved, so that the 2 cancels on
  /// differentiating.
  case meanSquaredError = "mse"
  /// E = −Σ d log(y + 1e-7) / N: cross entropy, for outputs that are probabilities of J classes.
  ///
  /// The guard 1e-7 keeps log 0 away: a total miss costs 16.118, a perfect hit −1e-7.
  case crossEntropy = "ce"
  /// E = −Σ [d log y + (1 − d) log(1 − y)] / N: binary cross entropy, for outputs that are each a
  /// probability of its own.
  ///
  /// After a sigmoid it is computed from the total inputs and stays finite where y rounds to 0
  /// or 1; otherwise a total miss is infinite.
  case binaryCrossEntropy = "bce"

  /// What cross entropy adds to each output before taking its logarithm.
  public static let crossEntropyGuard = 1e-7

  /// The loss of outputs against targets.
  ///
  /// Terms with the factor 0 count as 0, even where the logarithm is infinite.
  ///
  /// - Parameters:
  ///   - outputs: y, of shape `(samples, outputs)`.
  ///   - targets: d, of the same shape.
  ///   - samples: N, at least 1.
  /// - Complexity: O(elements), without allocating.
  public func value(outputs: Span<Double>, targets: Span<Double>, samples: Int) -> Double {
    let count = outputs.count
    precondition(targets.count == count, "outputs and targets differ in number")
    var sum = 0.0
    switch self {
    case .meanSquaredError:
      for i in 0..<count {
        let difference = outputs[i] - targets[i]
        sum += difference * difference
      }
      // x / 1 is x, and what is added up later waits for a division.
      return (count == 1 ? sum : sum / Double(count)) * 0.5
    case .crossEntropy:
      for i in 0..<count where targets[i] != 0 {
        sum -= targets[i] * log(outputs[i] + Self.crossEntropyGuard)
      }
    case .binaryCrossEntropy:
      for i in 0..<count {
        let (y, d) = (outputs[i], targets[i])
        if d != 0 { sum -= d * log(y) }
        if d != 1 { sum -= (1 - d) * log(1 - y) }
      }
    }
    return sum / Double(samples)
  }

  /// The derivative ∂E/∂y of the loss by each output.
  ///
  /// (y − d) / (N J) for squared error, −d / ((y + 1e-7) N) for cross entropy,
  /// (−d / y + (1 − d) / (1 − y)) / N for binary cross entropy.
  ///
  /// - Parameters:
  ///   - outputs: y, of shape `(samples, outputs)`.
  ///   - targets: d, of the same shape.
  ///   - samples: N, at least 1.
  ///   - errors: ∂E/∂y, of the same shape; every element is set.
  /// - Complexity: O(elements), without allocating.
  public func derivative(
    outputs: Span<Double>, targets: Span<Double>, samples: Int,
    into errors: inout MutableSpan<Double>
  ) {
    let count = outputs.count
    precondition(
      targets.count == count && errors.count == count, "outputs and targets differ in number")
    let n = Double(samples)
    switch self {
    case .meanSquaredError:
      if count == 1 {
        errors[0] = outputs[0] - targets[0]
      } else {
        for i in 0..<count { errors[i] = (outputs[i] - targets[i]) / Double(count) }
      }
    case .crossEntropy:
      for i in 0..<count {
        let d = targets[i]
        errors[i] = d == 0 ? 0 : -d / (outputs[i] + Self.crossEntropyGuard) / n
      }
    case .binaryCrossEntropy:
      for i in 0..<count {
        let (y, d) = (outputs[i], targets[i])
        errors[i] = ((d == 0 ? 0 : -d / y) + (d == 1 ? 0 : (1 - d) / (1 - y))) / n
      }
    }
  }
}
