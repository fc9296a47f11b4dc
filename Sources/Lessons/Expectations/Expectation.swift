public import LinearAlgebra
public import SourceText

/// What a script claims about the state that its lines lead to, or about the failure of a line.
///
/// | written | claims |
/// |---|---|
/// | `u1 = [0.9, 2] within 1e-12` | shape and every element of a quantity |
/// | `sum y = 1 within 1e-7` | the sum of all elements |
/// | `shape W1 = (4, 1)` | the shape |
/// | `loss < 0.01`, `accuracy >= 0.95` | a number lies on one side of a bound |
/// | `topology 2-3-3-1` | the layer sizes of the network, inputs first |
/// | `error no-network` | the line before it fails, with this kind of error |
public struct Expectation: Hashable, Sendable {
  /// The claims.
  public enum Kind: Hashable, Sendable {
    /// A quantity has this shape, and each element differs by at most the tolerance.
    case value(name: String, ArrayValue, tolerance: Double)
    /// The sum of a quantity's elements differs by at most the tolerance.
    case sum(name: String, Double, tolerance: Double)
    /// A quantity has this shape.
    case shape(name: String, [Int])
    /// A quantity is one number, and it compares like this with the bound.
    case comparison(name: String, Relation, Double)
    /// The network has these layer sizes, the inputs first.
    case topology([Int])
    /// The last line before it fails with this kind of error.
    case failure(kind: String)
  }

  /// How a number compares with its bound.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// Below the bound.
    case less = "<"
    /// At the bound or below.
    case lessOrEqual = "<="
    /// Above the bound.
    case greater = ">"
    /// At the bound or above.
    case greaterOrEqual = ">="

    /// Whether a number stands in this relation to a bound; never for NaN.
    public func holds(_ number: Double, _ bound: Double) -> Bool {
      switch self {
      case .less: number < bound
      case .lessOrEqual: number <= bound
      case .greater: number > bound
      case .greaterOrEqual: number >= bound
      }
    }
  }

  /// The tolerance where `within` is missing: an absolute difference of 10⁻⁹, well above the rounding
  /// of a short sum of numbers near 1 and well below the eight digits that a console prints.
  public static let defaultTolerance = 1e-9

  /// The claim.
  public var kind: Kind
  /// Where it stands, without `@expect`.
  public var range: SourceRange
}
