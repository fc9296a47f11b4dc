extension StyledText: ExpressibleByStringInterpolation {
  /// Collects the parts of a literal such as `"loss \(value, .bold)"`.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = StyledText()

    /// Makes room for a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds the plain words of the literal.
    public mutating func appendLiteral(_ literal: String) {
      text.append(literal)
    }

    /// Adds a value in a style: `\(value)` or `\(value, .bold)`.
    public mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: Style = .plain
    ) {
      text.append(value.description, style)
    }

    /// Adds a styled text as it is.
    public mutating func appendInterpolation(_ styled: StyledText) {
      text.append(styled)
    }
  }

  /// Makes a plain text from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Makes a text from an interpolated literal.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.text
  }
}
