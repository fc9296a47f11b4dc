/// A mistake that many make, by the name that `@wrong ANSWER => NAME` uses.
///
/// Slips are found by running: a changed key that leads to the answer's values names the change.
public enum Slip: String, CaseIterable, Hashable, Sendable {
  /// The bias is not added.
  case missingBias = "missing-bias"
  /// A term of a sum is left out.
  case missingTerm = "missing-term"
  /// A factor of a product is left out.
  case missingFactor = "missing-factor"
  /// Rows and columns of the result are exchanged.
  case transposed
  /// The operands of a product, a difference or a quotient are exchanged.
  case operandsSwapped = "operands-swapped"
  /// Products are not added up, as in `x * W`.
  case notSummed = "not-summed"
  /// A variable of another layer, as W1 for W2.
  case wrongLayer = "wrong-layer"
  /// The total input where the output belongs, as u1 for z1.
  case totalInputForOutput = "total-input-for-output"
  /// The output where the total input belongs, as z1 for u1.
  case outputForTotalInput = "output-for-total-input"
  /// The derivative of the activation is taken at the output: σ′(z) for σ′(u).
  case derivativeAtOutput = "derivative-at-output"
  /// The derivative of the activation is left out.
  case missingDerivative = "missing-derivative"
  /// The activation is left out.
  case missingActivation = "missing-activation"
  /// Another activation.
  case wrongActivation = "wrong-activation"
  /// The sum where the mean belongs.
  case sumForMean = "sum-for-mean"
  /// The mean where the sum belongs.
  case meanForSum = "mean-for-sum"
  /// A constant factor, as the number of samples or of outputs, 2 or ½.
  case factor
  /// The sign is the other one.
  case sign
  /// Target and output are exchanged.
  case targetAndOutputSwapped = "target-and-output-swapped"
  /// Another axis.
  case wrongAxis = "wrong-axis"
  /// No axis, so that all elements are taken together.
  case missingAxis = "missing-axis"
  /// The exponential function is left out.
  case missingExponential = "missing-exponential"
  /// The logarithm is left out.
  case missingLogarithm = "missing-logarithm"
  /// The values are right, but an axis of length 1 is left over or missing.
  case extraAxis = "extra-axis"
  /// The reciprocal.
  case reciprocal
  /// The right number, rounded too coarsely.
  case rounded

  /// The names of all slips.
  static let names = allCases.map(\.rawValue)
}
