public import SourceText

/// A token of Python source as others see it: what kind it is, its characters and its place.
///
/// Judges and editors look at programs through these, without running them:
///
///     SourceToken.tokens(of: "u = x @ W")  // name u, symbol =, name x, symbol @, name W
public struct SourceToken: Hashable, Sendable {
  /// The kinds of token.
  public enum Kind: Hashable, Sendable {
    /// A name that is no keyword.
    case name
    /// A word that Python reserves.
    case keyword
    /// A number.
    case number
    /// A string, with its quotes and prefix.
    case string
    /// An operator, a bracket or a delimiter.
    case symbol
    /// The end of a logical line.
    case lineEnd
    /// The beginning or the end of a block; it has no characters of its own.
    case indentation
  }

  /// What it is.
  public var kind: Kind
  /// Its characters.
  public var text: String
  /// Its place.
  public var range: SourceRange

  /// The tokens of a text in order. What is no token is left out, so that a text with mistakes
  /// still gives those it has.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func tokens(of text: String) -> [SourceToken] {
    var scanner = Scanner(SourceUnit(name: "", text: text))
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(Array.init)
    return scanner.scan().compactMap { token in
      guard let kind = Kind(token.kind) else { return nil }
      return SourceToken(
        kind: kind, text: characters(of: token.range, in: lines), range: token.range)
    }
  }

  private static func characters(of range: SourceRange, in lines: [[Character]]) -> String {
    var result = ""
    for number in range.start.line...range.end.line where lines.indices.contains(number - 1) {
      let line = lines[number - 1]
      let start = number == range.start.line ? min(range.start.column - 1, line.count) : 0
      let end = number == range.end.line ? min(range.end.column - 1, line.count) : line.count
      if number > range.start.line { result.append("\n") }
      if start < end { result += String(line[start..<end]) }
    }
    return result
  }
}

extension SourceToken.Kind {
  /// The kind of a scanner's token; nil for the end of the text.
  fileprivate init?(_ kind: Token.Kind) {
    switch kind {
    case .name: self = .name
    case .keyword: self = .keyword
    case .integer, .float: self = .number
    case .string, .formatted: self = .string
    case .symbol: self = .symbol
    case .newline: self = .lineEnd
    case .indent, .dedent: self = .indentation
    case .end: return nil
    }
  }
}
