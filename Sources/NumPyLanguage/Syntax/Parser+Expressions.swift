import SourceText

extension Parser {
  /// Expressions separated by commas: one alone, or a tuple.
  mutating func parseExpressionList() throws(PythonError) -> any Expression {
    let start = token.range
    let first = try parseSpreadOrExpression()
    guard at(.comma) else { return first }
    var elements = [first]
    while take(.comma) {
      if isAtListEnd { break }
      elements.append(try parseSpreadOrExpression())
    }
    return try checked(SequenceExpression(.tuple, elements, range(from: start)))
  }

  private var isAtListEnd: Bool {
    switch token.kind {
    case .newline, .end, .dedent: true
    case .symbol(let symbol):
      symbol.isClosing || symbol == .assign || symbol == .colon || symbol == .semicolon
        || BinaryOperator(augmented: symbol) != nil
    case .keyword(.in): true
    default: false
    }
  }

  private mutating func parseSpreadOrExpression() throws(PythonError) -> any Expression {
    let start = token.range
    if take(.star) {
      let operand = try parseBinary(1)
      return SpreadExpression(operand, range(from: start))
    }
    return try parseExpression()
  }

  /// One expression: a lambda, a conditional, or what they are made of.
  mutating func parseExpression() throws(PythonError) -> any Expression {
    try nested { (parser) throws(PythonError) in
      let start = parser.token.range
      if parser.take(.lambda) {
        return try parser.checked(
          parser.parseFunction(named: "<lambda>", start, isLambda: true))
      }
      if parser.at(.yield) { throw .refused("'yield'", at: start) }
      let value = try parser.parseOr()
      if parser.at(.walrus) { throw .refused("':='", at: parser.token.range) }
      guard parser.take(.if) else { return try parser.checked(value) }
      let condition = try parser.parseOr()
      guard parser.take(.else) else {
        throw PythonError(
          .syntaxError, "expected 'else' after 'if' expression",
          .unexpected(found: parser.token.description, expected: "'else'"),
          at: SourceRange(start: value.range.start, end: condition.range.end))
      }
      let otherwise = try parser.parseExpression()
      return try parser.checked(
        ConditionalExpression(condition, then: value, else: otherwise))
    }
  }

  private mutating func parseOr() throws(PythonError) -> any Expression {
    let first = try parseAnd()
    guard at(.or) else { return first }
    var operands = [first]
    while take(.or) { operands.append(try parseAnd()) }
    return LogicalExpression(isConjunction: false, operands)
  }

  private mutating func parseAnd() throws(PythonError) -> any Expression {
    let first = try parseNot()
    guard at(.and) else { return first }
    var operands = [first]
    while take(.and) { operands.append(try parseNot()) }
    return LogicalExpression(isConjunction: true, operands)
  }

  private mutating func parseNot() throws(PythonError) -> any Expression {
    let start = token.range
    guard take(.not) else { return try parseComparison() }
    return try nested { (parser) throws(PythonError) in
      let operand = try parser.parseNot()
      return UnaryExpression(.not, operand, parser.range(from: start))
    }
  }

  private mutating func parseComparison() throws(PythonError) -> any Expression {
    let first = try parseBinary(1)
    var rest: [(ComparisonOperator, any Expression)] = []
    while let operation = takeComparison() { rest.append((operation, try parseBinary(1))) }
    return rest.isEmpty ? first : ComparisonExpression(first, rest)
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    switch token.kind {
    case .symbol(let symbol):
      guard let operation = ComparisonOperator(rawValue: symbol.rawValue) else { return nil }
      advance()
      return operation
    case .keyword(.in):
      advance()
      return .isIn
    case .keyword(.not):
      guard index + 1 < tokens.count, tokens[index + 1].kind == .keyword(.in) else { return nil }
      advance()
      advance()
      return .isNotIn
    case .keyword(.is):
      advance()
      return take(.not) ? .isNotSame : .isSame
    default: return nil
    }
  }

  /// Operators that bind at least as tightly as `precedence`; they group to the left.
  mutating func parseBinary(_ precedence: Int) throws(PythonError) -> any Expression {
    var left = try parseUnary()
    while case .symbol(let symbol) = token.kind, let operation = BinaryOperator(symbol),
      operation != .power, operation.precedence >= precedence
    {
      advance()
      let right = try parseBinary(operation.precedence + 1)
      left = try checked(BinaryExpression(operation, left, right))
    }
    return left
  }

  private mutating func parseUnary() throws(PythonError) -> any Expression {
    let start = token.range
    guard case .symbol(let symbol) = token.kind,
      let operation = UnaryOperator(rawValue: symbol.rawValue)
    else { return try parsePower() }
    advance()
    if operation == .negative, token.kind == .integer(UInt64(Int.max) + 1),
      tokens[min(index + 1, tokens.count - 1)].kind != .symbol(.doubleStar)
    {
      advance()
      return ConstantExpression(.int(Int.min), range(from: start))
    }
    return try nested { (parser) throws(PythonError) in
      let operand = try parser.parseUnary()
      return UnaryExpression(operation, operand, parser.range(from: start))
    }
  }

  private mutating func parsePower() throws(PythonError) -> any Expression {
    let base = try parsePostfix()
    guard take(.doubleStar) else { return base }
    return try nested { (parser) throws(PythonError) in
      BinaryExpression(.power, base, try parser.parseUnary())
    }
  }

  // MARK: Calls, attributes and subscripts

  mutating func parsePostfix() throws(PythonError) -> any Expression {
    var expression = try parseAtom()
    while case .symbol(let symbol) = token.kind {
      switch symbol {
      case .dot:
        advance()
        let (name, nameRange) = try expectName()
        expression = AttributeExpression(expression, name, nameRange: nameRange)
      case .openParenthesis:
        advance()
        let arguments = try parseArguments()
        try expect(.closeParenthesis)
        expression = CallExpression(
          expression, arguments, SourceRange(start: expression.range.start, end: previousRange.end))
      case .openBracket:
        advance()
        let index = try parseSubscript()
        try expect(.closeBracket)
        expression = SubscriptExpression(
          expression, index, SourceRange(start: expression.range.start, end: previousRange.end))
      default: return expression
      }
      expression = try checked(expression)
    }
    return expression
  }

  private mutating func parseArguments() throws(PythonError) -> [CallExpression.Argument] {
    var arguments: [CallExpression.Argument] = []
    var hasKeyword = false
    while !at(.closeParenthesis) {
      let start = token.range
      if take(.star) {
        arguments.append(.init(passing: .spread, value: try parseExpression()))
      } else if take(.doubleStar) {
        hasKeyword = true
        arguments.append(.init(passing: .spreadKeywords, value: try parseExpression()))
      } else if case .name(let name) = token.kind,
        tokens[min(index + 1, tokens.count - 1)].kind == .symbol(.assign)
      {
        if arguments.contains(where: { $0.passing == .keyword(name) }) {
          throw PythonError(.syntaxError, "keyword argument repeated: \(name)", at: start)
        }
        advance()
        advance()
        hasKeyword = true
        arguments.append(.init(passing: .keyword(name), value: try parseExpression()))
      } else {
        let mark = scope.mark
        var value = try parseExpression()
        if at(.for) {
          value = try parseComprehension(.generator, key: nil, value, mark, from: start)
        } else if hasKeyword {
          throw PythonError(
            .syntaxError, "positional argument follows keyword argument", at: value.range)
        } else if at(.assign) {
          throw PythonError(
            .syntaxError,
            "expression cannot contain assignment, perhaps you meant \"==\"?",
            .slip(.assignmentForComparison), at: value.range)
        }
        arguments.append(.init(passing: .position, value: value))
      }
      if !take(.comma) { break }
    }
    if !at(.closeParenthesis) { throw missingComma("')'") }
    return arguments
  }

  /// The error of two expressions in brackets with nothing between them.
  private func missingComma(_ expected: String) -> PythonError {
    switch token.kind {
    case .name, .integer, .float, .string, .formatted:
      PythonError(
        .syntaxError, "invalid syntax. Perhaps you forgot a comma?",
        .slip(.missingComma), at: token.range)
    default: unexpected(expected)
    }
  }

  private mutating func parseSubscript() throws(PythonError) -> any Expression {
    let start = token.range
    let first = try parseIndex()
    guard at(.comma) else { return first }
    var elements = [first]
    while take(.comma) {
      if at(.closeBracket) { break }
      elements.append(try parseIndex())
    }
    return try checked(SequenceExpression(.tuple, elements, range(from: start)))
  }

  private mutating func parseIndex() throws(PythonError) -> any Expression {
    let start = token.range
    let lower = at(.colon) ? nil : try parseSpreadOrExpression()
    guard take(.colon) else {
      if let lower { return lower }
      throw unexpected("an index")
    }
    let upper = isAtIndexEnd ? nil : try parseExpression()
    var step: (any Expression)?
    if take(.colon), !isAtIndexEnd { step = try parseExpression() }
    return SliceExpression(lower, upper, step, range(from: start))
  }

  private var isAtIndexEnd: Bool { at(.colon) || at(.comma) || at(.closeBracket) }

  // MARK: Atoms

  private mutating func parseAtom() throws(PythonError) -> any Expression {
    let start = token.range
    switch token.kind {
    case .name(let text):
      advance()
      return name(text, start)
    case .integer(let value):
      guard value <= UInt64(Int.max) else { throw PythonError.integerOverflow.at(start) }
      advance()
      return ConstantExpression(.int(Int(value)), start)
    case .float(let value):
      advance()
      return ConstantExpression(.float(value), start)
    case .string, .formatted: return try parseStrings()
    case .keyword(let keyword): return try parseKeywordAtom(keyword)
    case .symbol(.openParenthesis): return try parseParenthesised()
    case .symbol(.openBracket): return try parseListDisplay()
    case .symbol(.openBrace): return try parseBraces()
    case .symbol(.ellipsis):
      advance()
      return ConstantExpression(.ellipsis, start)
    default: throw unexpected("an expression", operatorSlip)
    }
  }

  private mutating func parseKeywordAtom(_ keyword: Keyword) throws(PythonError) -> any Expression {
    let start = token.range
    let value: Value
    switch keyword {
    case .True: value = .bool(true)
    case .False: value = .bool(false)
    case .None: value = .none
    case .await, .async, .yield: throw .refused("'\(keyword.rawValue)'", at: start)
    case .elif, .else, .except, .finally:
      throw unexpected("an expression", .misplaced(keyword.rawValue))
    default: throw unexpected("an expression")
    }
    advance()
    return ConstantExpression(value, start)
  }

  private mutating func parseParenthesised() throws(PythonError) -> any Expression {
    let start = token.range
    advance()
    if take(.closeParenthesis) { return SequenceExpression(.tuple, [], range(from: start)) }
    let mark = scope.mark
    let first = try parseSpreadOrExpression()
    if at(.for) {
      let generator = try parseComprehension(.generator, key: nil, first, mark, from: start)
      try expect(.closeParenthesis)
      return generator
    }
    if take(.closeParenthesis) {
      if first is SpreadExpression {
        throw PythonError(
          .syntaxError, "cannot use starred expression here", at: first.range)
      }
      return first
    }
    let elements = try parseElements(first, until: .closeParenthesis)
    return try checked(SequenceExpression(.tuple, elements, range(from: start)))
  }

  /// The rest of a display after its first element, and its closing bracket.
  private mutating func parseElements(
    _ first: any Expression, until end: Symbol
  ) throws(PythonError) -> [any Expression] {
    var elements = [first]
    while take(.comma) {
      if at(end) { break }
      elements.append(try parseSpreadOrExpression())
    }
    guard take(end) else { throw missingComma("'\(end.rawValue)'") }
    return elements
  }

  private mutating func parseListDisplay() throws(PythonError) -> any Expression {
    let start = token.range
    advance()
    if take(.closeBracket) { return SequenceExpression(.list, [], range(from: start)) }
    let mark = scope.mark
    let first = try parseSpreadOrExpression()
    if at(.for) {
      let comprehension = try parseComprehension(.list, key: nil, first, mark, from: start)
      try expect(.closeBracket)
      return comprehension
    }
    let elements = try parseElements(first, until: .closeBracket)
    return try checked(SequenceExpression(.list, elements, range(from: start)))
  }

  private mutating func parseBraces() throws(PythonError) -> any Expression {
    let start = token.range
    advance()
    if take(.closeBrace) { return DictExpression([], range(from: start)) }
    let mark = scope.mark
    var pairs: [((any Expression)?, any Expression)] = []
    if !at(.doubleStar) {
      let first = try parseSpreadOrExpression()
      guard take(.colon) else { return try parseSet(first, mark, from: start) }
      let value = try parseExpression()
      if at(.for) {
        let comprehension = try parseComprehension(.dict, key: first, value, mark, from: start)
        try expect(.closeBrace)
        return comprehension
      }
      pairs.append((first, value))
      if !take(.comma) {
        guard take(.closeBrace) else { throw missingComma("'}'") }
        return try checked(DictExpression(pairs, range(from: start)))
      }
    }
    while !at(.closeBrace) {
      if take(.doubleStar) {
        pairs.append((nil, try parseBinary(1)))
      } else {
        let key = try parseExpression()
        try expect(.colon)
        pairs.append((key, try parseExpression()))
      }
      if !take(.comma) { break }
    }
    guard take(.closeBrace) else { throw missingComma("'}'") }
    return try checked(DictExpression(pairs, range(from: start)))
  }

  private mutating func parseSet(
    _ first: any Expression, _ mark: (references: Int, children: Int), from start: SourceRange
  ) throws(PythonError) -> any Expression {
    if at(.for) {
      let comprehension = try parseComprehension(.set, key: nil, first, mark, from: start)
      try expect(.closeBrace)
      return comprehension
    }
    let elements = try parseElements(first, until: .closeBrace)
    return try checked(SequenceExpression(.set, elements, range(from: start)))
  }

  /// The clauses of a comprehension; its element has been read in the outer scope.
  private mutating func parseComprehension(
    _ kind: ComprehensionExpression.Kind, key: (any Expression)?, _ element: any Expression,
    _ mark: (references: Int, children: Int), from start: SourceRange
  ) throws(PythonError) -> any Expression {
    if element is SpreadExpression {
      throw PythonError(
        .syntaxError, "iterable unpacking cannot be used in comprehension", at: element.range)
    }
    let outer = scope
    let inner = Scope(.comprehension, parent: outer)
    inner.adopt(from: outer, since: mark)
    defer { scope = outer }
    var clauses: [ComprehensionExpression.Clause] = []
    while at(.for) || at(.async) {
      if at(.async) { throw .refused("'async'", at: token.range) }
      advance()
      scope = inner
      let target = try parseLoopTarget()
      try expect(.in)
      // The first iterable belongs to the scope outside.
      if clauses.isEmpty { scope = outer }
      let iterable = try parseOr()
      scope = inner
      var conditions: [any Expression] = []
      while take(.if) { conditions.append(try parseOr()) }
      clauses.append(.init(target: target, iterable: iterable, conditions: conditions))
    }
    return try checked(
      ComprehensionExpression(kind, key: key, element, clauses, inner, range(from: start)))
  }
}
