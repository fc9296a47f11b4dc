/// Why the learner's own functions cannot be checked.
public enum FunctionCheckError: Error, Hashable, Sendable {
  /// What a function is for.
  public enum Role: Hashable, Sendable { case forward, backward, loss }

  /// A word names no function: nothing, or a value of another type.
  case noFunction(
    String, role: Role, found: String?, known: [String], suggestions: [String])
  /// There is no dictionary of weights, and no W1, b1 … either.
  case noParameters
  /// There is no x, or no d.
  case noSamples(String)
  /// A function takes a parameter that nothing is known to pass for.
  case noArgument(String, function: String, role: Role)
  /// The forward function returned nothing that could be the output y.
  case noOutput(function: String, found: String)
  /// The output cannot be compared with the target.
  case outputShape(output: [Int], target: [Int])
  /// The backward function returned no gradients by the names of the weights.
  case noGradients(function: String, found: String, names: [String])
  /// The loss is no number.
  case lossValue(function: String, found: String)

  /// The function that it is about.
  var role: Role {
    switch self {
    case .noFunction(_, let role, _, _, _), .noArgument(_, _, let role): role
    case .noGradients: .backward
    case .lossValue: .loss
    case .noParameters, .noSamples, .noOutput, .outputShape: .forward
    }
  }
}
