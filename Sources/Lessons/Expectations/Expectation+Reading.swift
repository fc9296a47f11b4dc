import LinearAlgebra
public import SourceText

extension Expectation {
  /// Reads what stands after `@expect`.
  ///
  ///     try Expectation("u1 = [0.9] within 1e-12")
  ///
  /// - Parameters:
  ///   - text: the claim.
  ///   - position: where it starts in its source.
  /// - Throws: what is wrong and where.
  public init(
    _ text: String, at position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) throws(LessonScriptError) {
    try self.init(ArgumentScanner(text, at: position))
  }

  init(_ words: ArgumentScanner) throws(LessonScriptError) {
    var words = words
    let start = words.position
    kind = try Self.kind(&words)
    try words.end()
    range = SourceRange(start: start, end: words.position)
  }

  private static func kind(_ words: inout ArgumentScanner) throws(LessonScriptError) -> Kind {
    let beginning = words
    let keyword = words.word()
    // A quantity may be called `sum` or `shape`: then a relation follows at once.
    let isKeyword = words.nextRelation == nil
    switch keyword.text {
    case "shape" where isKeyword:
      let name = try words.quantity()
      try words.equals()
      return .shape(name: name, try words.shape())
    case "sum" where isKeyword:
      let name = try words.quantity()
      try words.equals()
      let number = try words.number()
      return .sum(name: name, number, tolerance: try words.tolerance())
    case "topology" where isKeyword:
      return .topology(try words.topology())
    case "error" where isKeyword:
      return .failure(kind: try words.errorKind())
    default:
      words = beginning
      let name = try words.quantity()
      guard let relation = words.nextRelation, relation != "==" && relation != "!=" else {
        throw words.expected(.relation)
      }
      if let relation = Relation(rawValue: relation) {
        _ = words.word()
        return .comparison(name: name, relation, try words.number())
      }
      try words.equals()
      let value = try words.value()
      return .value(name: name, value, tolerance: try words.tolerance())
    }
  }
}

extension ArgumentScanner {
  /// The relation sign that stands here, or nil.
  fileprivate var nextRelation: String? {
    guard let first = rest.first, "=<>!".contains(first) else { return nil }
    return String(nextWord)
  }

  /// Reads the name of a quantity, `u1`, `grad.W1`, `W1[0, 2]`, or a formula, `np.sum(y)`.
  fileprivate mutating func quantity() throws(LessonScriptError) -> String {
    guard let first = rest.first, first.isLetter || first == "_" else { throw expected(.name) }
    if let end = endOfFormula {
      let formula = rest[..<end]
      move(to: end)
      skipSpace()
      return String(formula)
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    var name = String(word)
    var end = word.endIndex
    if rest[end...].first == "[" {
      guard let close = rest[end...].firstIndex(of: "]") else { throw expected(.name) }
      name += rest[end...close].filter { !$0.isWhitespace }
      end = rest.index(after: close)
    }
    move(to: end)
    skipSpace()
    return name
  }

  /// Where a formula that is more than a name ends: before the relation sign that follows it. Nil
  /// where a name or an element stands here, or nothing that could be a formula.
  private var endOfFormula: Substring.Index? {
    var depth = 0
    var quote: Character?
    var isFormula = false
    var last: Character = " "
    var end = rest.startIndex
    var index = rest.startIndex
    while index < rest.endIndex {
      let character = rest[index]
      let next = rest.index(after: index)
      if let open = quote {
        if character == open { quote = nil }
      } else if depth == 0, "=<>!".contains(character) {
        return isFormula ? end : nil
      } else if character == "'" || character == "\"" {
        quote = character
        isFormula = true
      } else if "([{".contains(character) {
        depth += 1
        isFormula = isFormula || character != "[" || last == "]" || last.isWhitespace
      } else if ")]}".contains(character) {
        depth -= 1
      } else if "+-*/%@".contains(character), depth == 0 {
        isFormula = true
      } else if depth == 0, last.isWhitespace, end > rest.startIndex,
        !"+-*/%@".contains(rest[rest.index(before: end)])
      {
        // Two words side by side are no formula.
        if !character.isWhitespace { return nil }
      }
      last = character
      index = next
      if !character.isWhitespace { end = next }
    }
    return nil
  }

  /// Reads the kind of an error: the console's own, `no-network`, or Python's, `ValueError`.
  fileprivate mutating func errorKind() throws(LessonScriptError) -> String {
    let name = nextWord
    guard name.hasSuffix("Error"), name.allSatisfy(\.isLetter), name.first!.isUppercase else {
      return try identifier().text
    }
    return word().text
  }

  fileprivate mutating func equals() throws(LessonScriptError) {
    guard nextRelation == "=" else { throw expected(.equals) }
    _ = word()
  }

  /// Reads an array literal.
  fileprivate mutating func value() throws(LessonScriptError) -> ArrayValue {
    do throws(ArrayLiteralError) {
      let (literal, after) = try ArrayLiteral.prefix(of: rest, at: position)
      move(to: after.startIndex)
      skipSpace()
      return ArrayValue(shape: literal.shape, elements: literal.elements)
    } catch {
      throw LessonScriptError(.literal(error.problem), range: error.range)
    }
  }

  fileprivate mutating func number() throws(LessonScriptError) -> Double {
    let problem = expected(.number)
    guard let value = try? value(), value.shape.isEmpty else { throw problem }
    return value.elements[0]
  }

  /// Reads `within` and a tolerance, if the line goes on.
  fileprivate mutating func tolerance() throws(LessonScriptError) -> Double {
    if isAtEnd { return Expectation.defaultTolerance }
    guard nextWord == "within" else { throw expected(.within) }
    _ = word()
    let problem = expected(.tolerance)
    guard let value = try? number(), value >= 0, value.isFinite else { throw problem }
    return value
  }

  /// Reads a shape as Python writes it: `(4, 1)`, `(3,)`, `()`.
  fileprivate mutating func shape() throws(LessonScriptError) -> [Int] {
    let start = self
    guard rest.first == "(", let close = rest.firstIndex(of: ")") else {
      throw expected(.shape)
    }
    let body = rest[rest.index(after: rest.startIndex)..<close]
    var parts = body.split(separator: ",", omittingEmptySubsequences: false)
    let isEmpty = body.allSatisfy(\.isWhitespace)
    if isEmpty || (parts.count > 1 && parts[parts.count - 1].allSatisfy(\.isWhitespace)) {
      parts.removeLast()
    }
    let lengths = parts.map { Int(Substring($0.filter { !$0.isWhitespace })) ?? -1 }
    move(to: rest.index(after: close))
    guard lengths.allSatisfy({ $0 >= 0 }), isEmpty || lengths.count > 1 || body.contains(",") else {
      let found = start.rest[...close]
      throw LessonScriptError(
        .expected(.shape, found: String(found)), range: start.range(of: found))
    }
    skipSpace()
    return lengths
  }

  /// Reads layer sizes: `2-3-3-1`.
  fileprivate mutating func topology() throws(LessonScriptError) -> [Int] {
    let problem = expected(.topology)
    let sizes = word().text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    guard sizes.count > 1, sizes.allSatisfy({ $0 > 0 }) else { throw problem }
    return sizes
  }
}
