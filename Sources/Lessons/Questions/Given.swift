/// A variable that the key and an answer are run on: its name, its shape and what its numbers are.
///
///     x: (inputs,) | (samples, inputs)
///     d: (samples, classes) one-hot
///     a: () integer 2..9
///
/// A name in a shape stands for a size that differs from the other sizes and from try to try. Shapes
/// after `|` are variants: all variables that have several switch together.
public struct Given: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The shape in each variant; at least one.
  public var shapes: [[Size]]
  /// What the numbers are.
  public var values: Values

  /// The length of an axis.
  public enum Size: Hashable, Sendable {
    /// The same length every time.
    case fixed(Int)
    /// A length of this name.
    case named(String)
  }

  /// What numbers a variable has.
  public enum Values: Hashable, Sendable {
    /// From the normal distribution, mean 0 and standard deviation 1.
    case normal
    /// Between 0 and 1.
    case unit
    /// Above 0, up to 3.
    case positive
    /// Whole numbers in a range.
    case integer(ClosedRange<Int>)
    /// One 1 in each row, all else 0.
    case oneHot
    /// Positive, each row adding up to 1, none below 0.02.
    case probability
    /// Whole numbers from 0 to below a size.
    case label(Size)
  }

  /// The most variants of a question.
  public static let maximumVariants = 4
  /// The most axes of a variable.
  public static let maximumRank = 4
  /// The longest axis.
  public static let maximumSize = 64
  /// The most elements of a variable, named sizes counted as 16.
  public static let maximumElements = 1 << 16
  /// The most variables of a question.
  public static let maximumCount = 64

  /// The shape in a variant; the only one where there are no others.
  ///
  /// - Precondition: there is at least one shape.
  public func shape(inVariant variant: Int) -> [Size] {
    shapes[min(variant, shapes.count - 1)]
  }
}
