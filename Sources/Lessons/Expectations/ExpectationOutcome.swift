/// Whether an expectation holds, and if not, what was found instead.
public enum ExpectationOutcome: Hashable, Sendable {
  /// It holds.
  case met
  /// There is no quantity of this name.
  case unknownQuantity(String, suggestions: [String])
  /// The quantity has another shape.
  case shapeDiffers(name: String, expected: [Int], found: [Int])
  /// Elements differ by more than the tolerance; this is the first of `count` such elements. The
  /// index is empty for a number.
  case elementDiffers(
    name: String, index: [Int], expected: Double, found: Double, tolerance: Double, count: Int)
  /// The sum of the elements differs by more than the tolerance.
  case sumDiffers(name: String, expected: Double, found: Double, tolerance: Double)
  /// The quantity is compared with a number but has several elements.
  case notANumber(name: String, shape: [Int])
  /// The number does not stand in the relation to the bound.
  case comparisonFails(name: String, Expectation.Relation, bound: Double, found: Double)
  /// The network has other layers; nil where there is no network.
  case topologyDiffers(expected: [Int], found: [Int]?)
  /// The line fails with another kind of error.
  case otherFailure(expected: String, found: String)
  /// The line does not fail.
  case noFailure(expected: String)
  /// A line above the last one failed, so the last one did not run.
  case earlierFailure(expected: String, LessonFailure)

  /// Whether the expectation holds.
  public var isMet: Bool { self == .met }
}
