/// What is wrong with an array literal, and where.
public struct ArrayLiteralError: Error, Hashable, Sendable {
  /// The kinds of slip.
  public enum Problem: Hashable, Sendable {
    /// There is nothing where a number or a list should stand.
    case missing
    /// This word is not a number.
    case notANumber(String)
    /// This number is beyond the largest double.
    case tooLarge(String)
    /// Two elements stand side by side; the range is the gap before the second.
    case missingComma
    /// A list is not closed; the range is its opening bracket.
    case unclosed
    /// An element of a list has another shape than the elements before it.
    case ragged(expected: [Int], found: [Int], index: Int)
    /// Lists are nested more deeply than this.
    case tooDeep(limit: Int)
    /// This stands where nothing, or something else, should stand.
    case unexpected(String)
  }

  /// What is wrong.
  public var problem: Problem
  /// Where.
  public var range: SourceRange

  /// Makes an error from its kind and place.
  public init(_ problem: Problem, range: SourceRange) {
    self.problem = problem
    self.range = range
  }
}
