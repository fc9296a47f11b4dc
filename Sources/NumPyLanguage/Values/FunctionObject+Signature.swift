import SourceText

/// What a function says of itself, for those who call it from outside.
extension FunctionObject {
  /// The name that its `def` gave it; `<lambda>` for a lambda.
  public var name: String { code.name }

  /// The names of its parameters, those of `*rest` and `**rest` left out.
  public var parameterNames: [String] { namedParameters.map(\.name) }

  /// The names of the parameters that must be given: those without a default.
  public var requiredParameterNames: [String] {
    namedParameters.filter { $0.defaultIndex == nil }.map(\.name)
  }

  /// The names of what its last `return` gives back, where these are plain names.
  ///
  ///     return z1, y              // ["z1", "y"]
  ///     return y                  // ["y"]
  ///     return functions.relu(u)  // nil
  public var returnedNames: [String]? {
    let tokens = ownTokens
    guard let place = tokens.lastIndex(of: .keyword(.return)) else { return nil }
    var rest = tokens[(place + 1)...].prefix { $0 != .newline && $0 != .symbol(.semicolon) }
    if rest.first == .symbol(.openParenthesis), rest.last == .symbol(.closeParenthesis) {
      rest = rest.dropFirst().dropLast()
    }
    if rest.last == .symbol(.comma) { rest = rest.dropLast() }
    var names: [String] = []
    for part in rest.split(separator: .symbol(.comma), omittingEmptySubsequences: false) {
      guard part.count == 1, case .name(let name)? = part.first else { return nil }
      names.append(name)
    }
    return names
  }

  /// The names that stand in its text, attributes as `d_relu` in `functions.d_relu` among them.
  public var mentionedNames: Set<String> {
    var names: Set<String> = []
    for case .name(let name) in tokens { names.insert(name) }
    return names
  }

  private var namedParameters: [FunctionCode.Parameter] {
    code.parameters.filter { $0.kind == .normal || $0.kind == .keywordOnly }
  }

  /// The tokens of its text: its first line and the block below it.
  private var tokens: [Token.Kind] {
    var scanner = Scanner(code.unit)
    let all = scanner.scan()
    let start = code.range.start
    guard
      let first = all.firstIndex(where: {
        // The end of the block before it stands at the same place.
        ($0.range.start.line, $0.range.start.column) >= (start.line, start.column)
          && $0.kind != .dedent
      })
    else { return [] }
    var level = 0
    var tokens: [Token.Kind] = []
    for token in all[first...] {
      if token.kind == .indent { level += 1 }
      if token.kind == .dedent { level -= 1 }
      // The text ends with its first line, or with the block that follows it.
      if level < 0 || (level == 0 && token.kind == .dedent) { break }
      if level == 0, tokens.last == .newline { break }
      tokens.append(token.kind)
    }
    return tokens
  }

  /// The tokens of its text without those of functions that are defined inside it.
  private var ownTokens: [Token.Kind] {
    var rest = tokens[...]
    var own: [Token.Kind] = []
    while let token = rest.popFirst() {
      if token == .keyword(.def), !own.isEmpty {
        while let skipped = rest.popFirst(), skipped != .newline {}
        guard rest.first == .indent else { continue }
        var level = 0
        while let skipped = rest.popFirst() {
          if skipped == .indent { level += 1 }
          if skipped == .dedent { level -= 1 }
          if level == 0 { break }
        }
      } else {
        own.append(token)
      }
    }
    return own
  }
}
