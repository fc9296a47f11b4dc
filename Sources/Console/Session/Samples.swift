public import LinearAlgebra

/// Inputs or targets: one sample, or a batch with one sample a row.
///
/// A single sample is a batch of one whose arrays are shown without the first axis, as the course
/// writes `x = np.array([1., 2., 3.])`.
public struct Samples: Equatable, Sendable {
  /// The samples, of shape (samples, features).
  public var matrix: Matrix
  /// Whether they were given as one sample, not as a batch.
  public var isSingle: Bool

  /// Makes samples from a matrix of shape (samples, features).
  public init(_ matrix: Matrix, isSingle: Bool = false) {
    self.matrix = matrix
    self.isSingle = isSingle
  }

  /// The samples as an array: (features,) for a single one, (samples, features) for a batch.
  public var value: ArrayValue { matrix.value(isSingle: isSingle) }
}

extension Matrix {
  /// The matrix as an array, without its first axis where it stands for a single sample.
  func value(isSingle: Bool) -> ArrayValue {
    ArrayValue(shape: isSingle && rows == 1 ? [columns] : [rows, columns], elements: elements)
  }
}
