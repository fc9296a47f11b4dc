import SourceText

extension Parser {
  /// Parses the compound statement of a keyword; nil where the keyword begins a simple one.
  mutating func parseCompound(_ keyword: Keyword) throws(PythonError) -> (any Statement)? {
    switch keyword {
    case .if: return try parseIf()
    case .while: return try parseWhile()
    case .for: return try parseFor()
    case .def: return try parseDefinition()
    case .try: return try parseTry()
    case .class: throw .refused("class: defining classes", at: token.range)
    case .with: throw .refused("'with' statements", at: token.range)
    case .async, .await: throw .refused("'\(keyword.rawValue)'", at: token.range)
    case .yield: throw .refused("'yield'", at: token.range)
    default: return nil
    }
  }

  /// `: statements` on the same line, or an indented block.
  mutating func parseBlock(after what: String, _ header: SourceRange) throws(PythonError)
    -> [any Statement]
  {
    let word = what == "function definition" ? "def" : String(what.dropFirst().prefix { $0 != "'" })
    guard take(.colon) else { throw missingColon(after: word) }
    blocks += 1
    deepestBlock = max(deepestBlock, blocks)
    defer { blocks -= 1 }
    var body: [any Statement] = []
    guard token.kind == .newline else {
      if case .keyword(let keyword) = token.kind,
        [.if, .while, .for, .def, .try, .class, .with].contains(keyword)
      {
        throw unexpected("a simple statement")
      }
      try parseSimpleLine(into: &body)
      return body
    }
    advance()
    guard token.kind == .indent else {
      throw PythonError(
        .indentationError,
        "expected an indented block after \(what) on line \(header.start.line)",
        .slip(.missingBlock(after: word)), at: token.range)
    }
    advance()
    while token.kind != .dedent, token.kind != .end {
      do throws(PythonError) {
        try nested { (parser) throws(PythonError) in try parser.parseStatement(into: &body) }
      } catch {
        errors.append(error)
        if errors.count >= 20 { throw error }
        skipInBlock()
      }
    }
    if token.kind == .dedent { advance() }
    return body
  }

  /// The error of a line that should begin a block and has no colon.
  private func missingColon(after word: String) -> PythonError {
    if word == "else", at(.if) {
      return unexpected("':'", .otherWord("else if", python: "elif"))
    }
    return unexpected("':'", token.kind == .newline ? .missingColon(after: word) : nil)
  }

  /// Skips the rest of a statement inside a block, and the block it may open.
  private mutating func skipInBlock() {
    var depth = 0
    while token.kind != .end {
      switch token.kind {
      case .newline where depth == 0:
        advance()
        if token.kind != .indent { return }
        continue
      case .indent: depth += 1
      case .dedent:
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          advance()
          return
        }
      default: break
      }
      advance()
    }
  }

  private mutating func parseIf() throws(PythonError) -> any Statement {
    let start = token.range
    var branches: [(any Expression, [any Statement])] = []
    var otherwise: [any Statement] = []
    repeat {
      let header = token.range
      let word = branches.isEmpty ? "'if' statement" : "'elif' statement"
      advance()
      let condition = try parseCondition()
      branches.append((condition, try parseBlock(after: word, header)))
    } while at(.elif)
    if at(.else) { otherwise = try parseElse() }
    return IfStatement(branches, else: otherwise, start)
  }

  /// A condition; `=` for `==` gets its own hint.
  private mutating func parseCondition() throws(PythonError) -> any Expression {
    let condition = try parseExpression()
    if at(.assign) {
      throw PythonError(
        .syntaxError, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        .slip(.assignmentForComparison), at: token.range)
    }
    return condition
  }

  private mutating func parseElse() throws(PythonError) -> [any Statement] {
    let header = token.range
    advance()
    return try parseBlock(after: "'else' statement", header)
  }

  private mutating func parseWhile() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let condition = try parseCondition()
    loops += 1
    defer { loops -= 1 }
    let body = try parseBlock(after: "'while' statement", start)
    loops -= 1
    defer { loops += 1 }
    return WhileStatement(condition, body, else: at(.else) ? try parseElse() : [], start)
  }

  private mutating func parseFor() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let target = try parseLoopTarget()
    try expect(.in)
    let iterable = try parseExpressionList()
    loops += 1
    defer { loops -= 1 }
    let body = try parseBlock(after: "'for' statement", start)
    loops -= 1
    defer { loops += 1 }
    return ForStatement(target, in: iterable, body, else: at(.else) ? try parseElse() : [], start)
  }

  /// What stands between `for` and `in`.
  mutating func parseLoopTarget() throws(PythonError) -> any Target {
    let start = token.range
    var elements = [try parseTargetElement()]
    var isTuple = false
    while take(.comma) {
      isTuple = true
      if at(.in) { break }
      elements.append(try parseTargetElement())
    }
    if !isTuple, !(elements[0] is SpreadExpression) { return try target(elements[0]) }
    return try target(SequenceExpression(.tuple, elements, range(from: start)))
  }

  private mutating func parseTargetElement() throws(PythonError) -> any Expression {
    let start = token.range
    if take(.star) {
      let operand = try parsePostfix()
      return SpreadExpression(operand, range(from: start))
    }
    return try parsePostfix()
  }

  private mutating func parseTry() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let body = try parseBlock(after: "'try' statement", start)
    var handlers: [TryStatement.Handler] = []
    while at(.except) {
      let header = token.range
      advance()
      if at(.star) { throw .refused("'except*'", at: token.range) }
      var kinds: (any Expression)?
      var target: NameExpression?
      if !at(.colon) {
        kinds = try parseExpression()
        if take(.as) {
          let (name, range) = try expectName()
          target = boundName(name, range)
        }
      }
      let body = try parseBlock(after: "'except' statement", header)
      handlers.append(TryStatement.Handler(kinds, target, body))
    }
    let otherwise = at(.else) && !handlers.isEmpty ? try parseElse() : []
    var cleanup: [any Statement] = []
    if at(.finally) {
      let header = token.range
      advance()
      cleanup = try parseBlock(after: "'finally' statement", header)
    } else if handlers.isEmpty {
      throw PythonError(
        .syntaxError, "expected 'except' or 'finally' block",
        .unexpected(found: token.description, expected: "'except'"), at: token.range)
    }
    return TryStatement(body, handlers, else: otherwise, finally: cleanup, start)
  }

  // MARK: Functions

  private mutating func parseDefinition() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let (name, nameRange) = try expectName()
    let target = boundName(name, nameRange)
    let function = try parseFunction(named: name, start, isLambda: false)
    return FunctionStatement(target, function)
  }

  /// Parameters and body of a function; its name or `lambda` has been read.
  mutating func parseFunction(
    named name: String, _ start: SourceRange, isLambda: Bool
  ) throws(PythonError) -> FunctionExpression {
    if !isLambda { try expect(.openParenthesis) }
    var defaults: [any Expression] = []
    let parameters = try parseParameters(
      until: isLambda ? .colon : .closeParenthesis, defaults: &defaults)
    if !isLambda {
      try expect(.closeParenthesis)
      if take(.arrow) { _ = try parseExpression() }
    }
    let outer = (scope, tallest, loops, isInFunction)
    let outerBlocks = (blocks, deepestBlock)
    scope = Scope(.function, parent: outer.0)
    (tallest, loops, isInFunction) = (0, 0, true)
    (blocks, deepestBlock) = (0, 0)
    defer {
      (scope, tallest, loops, isInFunction) = outer
      (blocks, deepestBlock) = outerBlocks
    }
    for parameter in parameters { scope.bind(parameter.name) }
    var body: [any Statement]
    if isLambda {
      try expect(.colon)
      let value = try parseExpression()
      body = [ReturnStatement(value, value.range)]
    } else {
      body = try parseBlock(after: "function definition", start)
    }
    let code = FunctionCode(
      name: name, parameters: parameters, scope: scope, unit: unit, body: body,
      height: tallest + 2 * deepestBlock + 6, range: start)
    return FunctionExpression(code, defaults: defaults, start)
  }

  private mutating func parseParameters(
    until end: Symbol, defaults: inout [any Expression]
  ) throws(PythonError) -> [FunctionCode.Parameter] {
    var parameters: [FunctionCode.Parameter] = []
    var kind = FunctionCode.Parameter.Kind.normal
    while !at(end) {
      if take(.slash) {
        // `/` closes the parameters that are passed by position only; here it means nothing.
      } else if take(.doubleStar) {
        let (name, range) = try expectName()
        try add(name, range, .restKeywords, to: &parameters)
      } else if take(.star) {
        if !at(.comma) {
          let (name, range) = try expectName()
          try add(name, range, .rest, to: &parameters)
        }
        kind = .keywordOnly
      } else {
        let (name, range) = try expectName()
        try add(name, range, kind, to: &parameters)
        if end != .colon, take(.colon) { _ = try parseExpression() }
        if take(.assign) {
          parameters[parameters.count - 1].defaultIndex = defaults.count
          defaults.append(try parseExpression())
        } else if kind == .normal, !defaults.isEmpty {
          throw PythonError(
            .syntaxError, "non-default argument follows default argument", at: range)
        }
      }
      if !take(.comma) { break }
    }
    return parameters
  }

  private func add(
    _ name: String, _ range: SourceRange, _ kind: FunctionCode.Parameter.Kind,
    to parameters: inout [FunctionCode.Parameter]
  ) throws(PythonError) {
    if parameters.contains(where: { $0.name == name }) {
      throw PythonError(
        .syntaxError, "duplicate argument '\(name)' in function definition", at: range)
    }
    parameters.append(FunctionCode.Parameter(name: name, kind: kind))
  }
}
