import SourceText

/// A unit as it runs: its statements and the scope of its top level.
final class Program {
  let unit: SourceUnit
  let body: [any Statement]
  let scope: Scope
  /// How deep running it goes at most, without the calls it makes.
  let height: Int

  init(_ unit: SourceUnit, _ body: [any Statement], _ scope: Scope, height: Int) {
    (self.unit, self.body, self.scope, self.height) = (unit, body, scope, height)
  }
}

/// Turns tokens into a syntax tree by recursive descent.
///
/// A mistake is noted, the rest of its statement skipped, and reading goes on with the next one,
/// so that one run reports several mistakes. Statements stand in `Parser+Statements`, compound
/// ones in `Parser+Blocks`, expressions in `Parser+Expressions`.
struct Parser {
  let unit: SourceUnit
  let limits: Limits
  let bytes: [UInt8]
  var tokens: [Token]
  var index = 0
  var errors: [PythonError]
  var scope = Scope(.module)
  /// The shared objects of equal string constants.
  let texts: TextTable
  /// How many parts of the grammar are open inside each other.
  var level = 0
  /// The tallest expression of the current function.
  var tallest = 0
  /// How many blocks are open inside each other in the current function, and the most that were.
  var blocks = 0
  var deepestBlock = 0
  /// How many loops are open in the current function.
  var loops = 0
  var isInFunction = false

  init(_ unit: SourceUnit, texts: TextTable, limits: Limits = Limits()) {
    var scanner = Scanner(unit, limits: limits)
    tokens = scanner.scan()
    errors = scanner.errors
    bytes = scanner.bytes
    (self.unit, self.texts, self.limits) = (unit, texts, limits)
  }

  /// The program of a unit; throws the first mistake, which carries the others.
  static func parse(
    _ unit: SourceUnit, texts: TextTable, limits: Limits = Limits()
  ) throws(PythonError) -> Program {
    var parser = Parser(unit, texts: texts, limits: limits)
    let body = parser.parseStatements()
    if let error = parser.reportedError() { throw error }
    return Program(
      unit, body, parser.scope, height: parser.tallest + 2 * parser.deepestBlock)
  }

  /// All mistakes as one error, in the order of the text, at most one for each line.
  private func reportedError() -> PythonError? {
    var lines: Set<Int> = []
    let ordered = errors.enumerated().sorted {
      let left = $0.element.range?.start ?? SourcePosition(line: 0, column: 0)
      let right = $1.element.range?.start ?? SourcePosition(line: 0, column: 0)
      return (left.line, $0.offset) < (right.line, $1.offset)
    }
    let kept = ordered.map(\.element).filter { lines.insert($0.range?.start.line ?? 0).inserted }
      .prefix(20).map { $0.inside(unit) }
    guard let first = kept.first else { return nil }
    return kept.count > 1 ? first.with(further: Array(kept.dropFirst())) : first
  }

  private mutating func parseStatements() -> [any Statement] {
    var body: [any Statement] = []
    while token.kind != .end {
      do throws(PythonError) {
        try parseStatement(into: &body)
      } catch {
        errors.append(error)
        if errors.count >= 20 { break }
        skipStatement()
      }
    }
    return body
  }

  /// Skips to the start of the next statement after a mistake.
  mutating func skipStatement() {
    var depth = 0
    while token.kind != .end {
      let kind = token.kind
      advance()
      switch kind {
      case .newline where depth == 0:
        if token.kind != .indent { return }
      case .indent: depth += 1
      case .dedent:
        depth -= 1
        if depth <= 0 { return }
      default: break
      }
    }
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  var previousRange: SourceRange { tokens[max(0, index - 1)].range }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }
  func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

  /// Steps over a symbol if it stands here.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  /// Steps over a keyword if it stands here.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(PythonError) {
    guard take(symbol) else { throw unexpected("'\(symbol.rawValue)'") }
  }

  mutating func expect(_ keyword: Keyword) throws(PythonError) {
    guard take(keyword) else { throw unexpected("'\(keyword.rawValue)'") }
  }

  mutating func expectName() throws(PythonError) -> (name: String, range: SourceRange) {
    guard case .name(let name) = token.kind else { throw unexpected("a name") }
    let range = token.range
    advance()
    return (name, range)
  }

  /// The error of a token that does not belong here, and of the slip that it probably is.
  func unexpected(_ expected: String, _ slip: PythonError.Slip? = nil) -> PythonError {
    let message =
      switch token.kind {
      case .indent: "unexpected indent"
      case .newline where expected == "':'", .symbol where expected == "':'": "expected ':'"
      default: "invalid syntax"
      }
    return PythonError(
      token.kind == .indent ? .indentationError : .syntaxError, message,
      slip.map { .slip($0) } ?? .unexpected(found: token.description, expected: expected),
      at: token.range)
  }

  /// The slip of an operator that other languages have, where Python expects an operand: `&&`,
  /// `||`, `i++`, `i--`.
  var operatorSlip: PythonError.Slip? {
    guard index > 0, case .symbol(let last) = tokens[index - 1].kind else { return nil }
    func isDoubled(_ first: Int) -> Bool {
      first >= 0 && tokens[first].kind == .symbol(last)
        && tokens[first].range.end == tokens[first + 1].range.start
    }
    switch last {
    case .ampersand where at(.ampersand) && isDoubled(index - 1):
      return .otherOperator("&&", python: "and")
    case .pipe where at(.pipe) && isDoubled(index - 1):
      return .otherOperator("||", python: "or")
    case .plus where isDoubled(index - 2): return .otherOperator("++", python: "+= 1")
    case .minus where isDoubled(index - 2): return .otherOperator("--", python: "-= 1")
    default: return nil
    }
  }

  /// Goes one level deeper while parsing something, within the limit.
  mutating func nested<Result>(
    _ parse: (inout Parser) throws(PythonError) -> Result
  ) throws(PythonError) -> Result {
    level += 1
    defer { level -= 1 }
    if level > limits.syntaxDepth { throw tooDeep(token.range) }
    return try parse(&self)
  }

  func tooDeep(_ range: SourceRange) -> PythonError {
    PythonError(
      .syntaxError, "too many nested expressions", .tooDeep(limit: limits.syntaxDepth), at: range)
  }

  /// Notes the height of an expression; throws when it is beyond the limit.
  mutating func checked(_ expression: any Expression) throws(PythonError) -> any Expression {
    let height = expression.height
    if height > tallest { tallest = height }
    if height > limits.syntaxDepth { throw tooDeep(expression.range) }
    return expression
  }

  func range(from start: SourceRange) -> SourceRange {
    SourceRange(start: start.start, end: max(start.end, previousRange.end))
  }

  mutating func name(_ name: String, _ range: SourceRange) -> NameExpression {
    let reference = NameExpression(name, range)
    scope.add(reference)
    return reference
  }

  /// A name that is given a value here.
  mutating func boundName(_ text: String, _ range: SourceRange) -> NameExpression {
    scope.bind(text)
    return name(text, range)
  }
}
