public import LinearAlgebra

/// What an expectation can ask of the console after lines have run.
public protocol LessonState {
  /// The value of a quantity, or nil where there is none of that name (now).
  ///
  /// - Parameter name: as the script writes it, without spaces: `u1`, `grad.W1`, `W1[0,2]`.
  func value(ofQuantity name: String) -> ArrayValue?
  /// The names of all quantities that have a value now, for suggestions.
  var quantityNames: [String] { get }
  /// The layer sizes of the network, the inputs first, or nil where there is none.
  var topology: [Int]? { get }
}
