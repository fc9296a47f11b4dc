public import LinearAlgebra

/// Samples to learn from: what goes in and what should come out, one row per sample.
public struct Dataset: Hashable, Sendable {
  /// x, of shape `(samples, inputs)`.
  public let inputs: Matrix
  /// d, of shape `(samples, outputs)`.
  public let targets: Matrix
  /// What the columns of the inputs are called.
  public let inputNames: [String]
  /// What the columns of the targets are called; the classes, where targets are one-hot.
  public let targetNames: [String]

  /// How many samples there are.
  public var count: Int { inputs.rows }

  /// Makes a dataset.
  ///
  /// - Parameters:
  ///   - inputs: x, of shape `(samples, inputs)`.
  ///   - targets: d, of shape `(samples, outputs)`.
  ///   - inputNames: one per column; nil for x0, x1 …
  ///   - targetNames: one per column; nil for d0, d1 …
  /// - Precondition: as many inputs as targets, as many names as columns.
  public init(
    inputs: Matrix, targets: Matrix, inputNames: [String]? = nil, targetNames: [String]? = nil
  ) {
    precondition(inputs.rows == targets.rows, "inputs and targets differ in number")
    self.inputs = inputs
    self.targets = targets
    self.inputNames = inputNames ?? (0..<inputs.columns).map { "x\($0)" }
    self.targetNames = targetNames ?? (0..<targets.columns).map { "d\($0)" }
    precondition(
      self.inputNames.count == inputs.columns && self.targetNames.count == targets.columns,
      "there is not one name per column")
  }

  /// Whether each target row is one-hot: one 1, the rest 0, in two or more columns.
  public var isOneHot: Bool {
    guard targets.columns >= 2, count > 0 else { return false }
    return (0..<count).allSatisfy { sample in
      let row = targets.row(sample)
      return row.allSatisfy { $0 == 0 || $0 == 1 } && row.count { $0 == 1 } == 1
    }
  }

  /// Whether there is a single target column, of 0 and 1 only.
  public var isBinary: Bool {
    targets.columns == 1 && count > 0 && targets.elements.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// The part of the samples whose class the network finds, from 0 to 1; nil where the targets
  /// are no classes.
  ///
  /// For one-hot targets the class found is the largest output (the first of equal ones, never
  /// one that is NaN); for a binary target it is 1 where the output is above 0.5.
  ///
  /// - Throws: `NetworkError` when the network does not fit the samples.
  /// - Complexity: O(samples · parameters).
  public func accuracy(of network: Network) throws(NetworkError) -> Double? {
    try network.architecture.check(target: targets, samples: count)
    guard isOneHot || isBinary else { return nil }
    let output = try network.forward(inputs).output
    let right = (0..<count).count { sample in
      targets.columns == 1
        ? (output[sample, 0] > 0.5) == (targets[sample, 0] == 1)
        : targets[sample, Self.largest(of: output.row(sample))] == 1
    }
    return Double(right) / Double(count)
  }

  /// The index of the largest number; NaN is smaller than any number.
  static func largest(of numbers: [Double]) -> Int {
    var best = 0
    for index in numbers.indices
    where numbers[index] > numbers[best] || (numbers[best].isNaN && !numbers[index].isNaN) {
      best = index
    }
    return best
  }
}
