import SourceText

extension Parser {
  /// Parses one statement, or the simple statements of one line, and appends them.
  mutating func parseStatement(into body: inout [any Statement]) throws(PythonError) {
    switch token.kind {
    case .newline:
      advance()
    case .indent:
      throw PythonError(
        .indentationError, "unexpected indent",
        .slip(.unexpectedIndent(columns: token.range.end.column - 1)), at: token.range)
    case .dedent:
      advance()
    case .keyword(let keyword):
      if let compound = try parseCompound(keyword) {
        body.append(compound)
      } else {
        try parseSimpleLine(into: &body)
      }
    case .symbol(.at):
      throw .refused("decorators", at: token.range)
    default:
      try parseSimpleLine(into: &body)
    }
  }

  /// Simple statements separated by semicolons, up to the end of the line.
  mutating func parseSimpleLine(into body: inout [any Statement]) throws(PythonError) {
    while true {
      let statement = try parseSimple()
      let hasSemicolon = take(.semicolon)
      if hasSemicolon, token.kind == .newline, let shown = statement as? ExpressionStatement {
        body.append(ExpressionStatement(shown.expression, isSilent: true))
      } else {
        body.append(statement)
      }
      if token.kind == .newline {
        advance()
        return
      }
      if token.kind == .end { return }
      if !hasSemicolon { throw trailing(statement) }
    }
  }

  /// The error of something that stands after a whole statement.
  private func trailing(_ statement: any Statement) -> PythonError {
    guard let shown = statement as? ExpressionStatement,
      let name = shown.expression as? NameExpression
    else { return unexpected("the end of the line") }
    if name.name == "print" {
      return PythonError(
        .syntaxError, "Missing parentheses in call to 'print'. Did you mean print(...)?",
        .slip(.printWithoutBrackets),
        at: SourceRange(start: name.range.start, end: token.range.end))
    }
    let python =
      Self.otherWords[name.name.lowercased()]
      ?? Keyword(rawValue: name.name.lowercased())?.rawValue
    return unexpected(
      "the end of the line", python.map { .otherWord(name.name, python: $0) })
  }

  /// Words that begin a statement in other languages, and Python's.
  private static let otherWords = [
    "elseif": "elif", "elsif": "elif", "foreach": "for", "function": "def", "func": "def",
    "fn": "def", "unless": "if not", "until": "while not",
  ]

  private mutating func parseSimple() throws(PythonError) -> any Statement {
    let start = token.range
    guard case .keyword(let keyword) = token.kind else { return try parseExpressionStatement() }
    switch keyword {
    case .pass:
      advance()
      return JumpStatement(.normal, start)
    case .break, .continue:
      if loops == 0 {
        throw PythonError(
          .syntaxError,
          keyword == .break ? "'break' outside loop" : "'continue' not properly in loop",
          .slip(.misplaced(keyword.rawValue)), at: start)
      }
      advance()
      return JumpStatement(keyword == .break ? .breakLoop : .continueLoop, start)
    case .return:
      if !isInFunction {
        throw PythonError(
          .syntaxError, "'return' outside function", .slip(.misplaced("return")), at: start)
      }
      advance()
      let value = isAtStatementEnd ? nil : try parseExpressionList()
      return ReturnStatement(value, range(from: start))
    case .del: return try parseDelete()
    case .global, .nonlocal: return try parseDeclaration(isGlobal: keyword == .global)
    case .assert:
      advance()
      let condition = try parseExpression()
      let message = take(.comma) ? try parseExpression() : nil
      return AssertStatement(condition, message, range(from: start))
    case .raise:
      advance()
      let exception = isAtStatementEnd ? nil : try parseExpression()
      if take(.from) { _ = try parseExpression() }
      return RaiseStatement(exception, range(from: start))
    case .import: return try parseImport()
    case .from: return try parseFromImport()
    default: return try parseExpressionStatement()
    }
  }

  var isAtStatementEnd: Bool {
    token.kind == .newline || token.kind == .end || at(.semicolon)
  }

  // MARK: Assignments

  private mutating func parseExpressionStatement() throws(PythonError) -> any Statement {
    let start = token.range
    let first = try parseExpressionList()
    if case .symbol(let symbol) = token.kind {
      if symbol == .assign { return try parseAssignment(first, from: start) }
      if let operation = BinaryOperator(augmented: symbol) {
        guard !(first is SequenceExpression),
          let target = try target(first) as? any Expression & Target
        else {
          throw PythonError(
            .syntaxError,
            "'\(describe(first))' is an illegal expression for augmented assignment",
            at: first.range)
        }
        advance()
        let value = try parseExpressionList()
        return AugmentedStatement(target, operation, value, range(from: start))
      }
      if symbol == .colon,
        first is NameExpression || first is AttributeExpression
          || first is SubscriptExpression
      {
        return try parseAnnotated(first, from: start)
      }
    }
    if let spread = first as? SpreadExpression {
      throw PythonError(
        .syntaxError, "can't use starred expression here", at: spread.range)
    }
    return ExpressionStatement(first, isSilent: false)
  }

  /// `name: type = value`; the type is read and means nothing.
  private mutating func parseAnnotated(
    _ first: any Expression, from start: SourceRange
  ) throws(PythonError) -> any Statement {
    advance()
    _ = try parseExpression()
    let target = try target(first)
    guard take(.assign) else { return JumpStatement(.normal, range(from: start)) }
    return AssignmentStatement([target], try parseExpressionList(), range(from: start))
  }

  private mutating func parseAssignment(
    _ first: any Expression, from start: SourceRange
  ) throws(PythonError) -> any Statement {
    var targets: [any Target] = []
    var last = first
    while at(.assign) {
      targets.append(try target(last))
      advance()
      last = try parseExpressionList()
    }
    if let spread = last as? SpreadExpression {
      throw PythonError(.syntaxError, "can't use starred expression here", at: spread.range)
    }
    let range = range(from: start)
    return ParallelAssignmentStatement(targets, last, range)
      ?? AssignmentStatement(targets, last, range)
  }

  /// An expression as something to assign to.
  mutating func target(_ expression: any Expression) throws(PythonError) -> any Target {
    switch expression {
    case let name as NameExpression:
      scope.bind(name.name)
      return name
    case let attribute as AttributeExpression: return attribute
    case let subscripted as SubscriptExpression: return subscripted
    case let sequence as SequenceExpression where sequence.kind != .set:
      return try unpackingTarget(sequence)
    default:
      let what = describe(expression)
      let isConstant = ["None", "True", "False", "ellipsis"].contains(what)
      let hint =
        at(.assign) && !isConstant ? " here. Maybe you meant '==' instead of '='?" : ""
      throw PythonError(
        .syntaxError, "cannot assign to \(what)\(hint)", .slip(.notAssignable(what)),
        at: expression.range)
    }
  }

  private mutating func unpackingTarget(
    _ sequence: SequenceExpression
  ) throws(PythonError) -> any Target {
    var targets: [any Target] = []
    var starred: Int?
    for element in sequence.elements.all {
      if let spread = element as? SpreadExpression {
        if starred != nil {
          throw PythonError(
            .syntaxError, "multiple starred expressions in assignment", at: sequence.range)
        }
        starred = targets.count
        targets.append(try target(spread.operand))
      } else {
        targets.append(try target(element))
      }
    }
    return UnpackingTarget(targets, starred: starred, sequence.range)
  }

  /// What Python calls an expression that cannot be assigned to.
  func describe(_ expression: any Expression) -> String {
    switch expression {
    case is CallExpression: return "function call"
    case let constant as ConstantExpression:
      switch constant.value {
      case .none: return "None"
      case .bool(let value): return value ? "True" : "False"
      case .ellipsis: return "ellipsis"
      default: return "literal"
      }
    case is ComparisonExpression: return "comparison"
    case is FormattedExpression: return "f-string expression"
    case is FunctionExpression: return "lambda"
    case is ConditionalExpression: return "conditional expression"
    case is ComprehensionExpression: return "comprehension"
    case let sequence as SequenceExpression:
      return sequence.kind == .set ? "set display" : sequence.kind == .list ? "list" : "tuple"
    case is DictExpression: return "dict literal"
    default: return "expression"
    }
  }

  // MARK: Small statements

  private mutating func parseDelete() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let list = try parseExpressionList()
    let elements =
      (list as? SequenceExpression).map { $0.kind == .tuple ? $0.elements.all : [list] } ?? [list]
    var targets: [any Target] = []
    for element in elements { targets.append(try target(element)) }
    return DeleteStatement(targets, range(from: start))
  }

  private mutating func parseDeclaration(isGlobal: Bool) throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    repeat {
      let (name, range) = try expectName()
      let word = isGlobal ? "global" : "nonlocal"
      if scope.kind == .function, scope.binds(name) || scope.uses(name) {
        let reason = scope.binds(name) ? "assigned to" : "used"
        throw PythonError(
          .syntaxError, "name '\(name)' is \(reason) prior to \(word) declaration",
          at: range)
      }
      if isGlobal {
        scope.declareGlobal(name)
      } else if scope.kind == .module {
        throw PythonError(
          .syntaxError, "nonlocal declaration not allowed at module level", at: range)
      } else {
        scope.declareOuter(name, range)
      }
    } while take(.comma)
    return JumpStatement(.normal, range(from: start))
  }

  // MARK: Imports

  private mutating func parseModuleName() throws(PythonError) -> (name: String, range: SourceRange)
  {
    if at(.dot) || at(.ellipsis) { throw .refused("relative imports", at: token.range) }
    var (name, range) = try expectName()
    while take(.dot) {
      let part = try expectName()
      name += "." + part.name
      range = SourceRange(start: range.start, end: part.range.end)
    }
    return (name, range)
  }

  private mutating func parseImport() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    var statements: [any Statement] = []
    repeat {
      let (module, moduleRange) = try parseModuleName()
      let target: NameExpression
      let isWhole: Bool
      if take(.as) {
        let (alias, aliasRange) = try expectName()
        target = boundName(alias, aliasRange)
        isWhole = true
      } else {
        target = boundName(String(module.prefix { $0 != "." }), moduleRange)
        isWhole = false
      }
      statements.append(
        ImportStatement(module, moduleRange, .module(target, whole: isWhole), range(from: start)))
    } while take(.comma)
    return statements.count == 1 ? statements[0] : StatementGroup(statements)
  }

  private mutating func parseFromImport() throws(PythonError) -> any Statement {
    let start = token.range
    advance()
    let (module, moduleRange) = try parseModuleName()
    try expect(.import)
    if at(.star) {
      if scope.kind != .module {
        throw PythonError(
          .syntaxError, "import * only allowed at module level", at: token.range)
      }
      advance()
      return ImportStatement(module, moduleRange, .all, range(from: start))
    }
    let isParenthesised = take(.openParenthesis)
    var names: [(name: String, target: NameExpression, range: SourceRange)] = []
    repeat {
      if isParenthesised, at(.closeParenthesis) { break }
      let (name, nameRange) = try expectName()
      let alias = take(.as) ? try expectName() : (name: name, range: nameRange)
      names.append((name, boundName(alias.name, alias.range), nameRange))
    } while take(.comma)
    if isParenthesised { try expect(.closeParenthesis) }
    return ImportStatement(module, moduleRange, .names(names), range(from: start))
  }
}
