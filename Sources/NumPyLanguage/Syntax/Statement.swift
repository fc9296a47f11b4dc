import SourceText

/// A part of a program that does something.
protocol Statement: AnyObject {
  /// Its place in the text; for a block, the place of its first line.
  var range: SourceRange { get }
  /// Does it.
  func execute(_ frame: Frame) throws(PythonError) -> Completion
}

/// How a statement ends.
enum Completion {
  case normal
  case breakLoop
  case continueLoop
  case returned(Value)
}

/// An expression that stands alone.
final class ExpressionStatement: Statement {
  let expression: any Expression
  /// Whether a semicolon after it hides its value.
  let isSilent: Bool
  var range: SourceRange { expression.range }

  init(_ expression: any Expression, isSilent: Bool) {
    (self.expression, self.isSilent) = (expression, isSilent)
  }
}

/// `a = b = value`.
final class AssignmentStatement: Statement {
  let targets: NodeList<any Target>
  let value: any Expression
  let range: SourceRange

  init(_ targets: [any Target], _ value: any Expression, _ range: SourceRange) {
    (self.value, self.range) = (value, range)
    self.targets = NodeList(targets)
  }
}

/// `a, b = c, d`, which needs no tuple between its sides.
final class ParallelAssignmentStatement: Statement {
  let targets: NodeList<any Target>
  let values: NodeList<any Expression>
  let range: SourceRange

  private init(_ targets: [any Target], _ values: [any Expression], _ range: SourceRange) {
    self.targets = NodeList(targets)
    self.values = NodeList(values)
    self.range = range
  }

  /// The statement, where an assignment is of that kind.
  convenience init?(_ targets: [any Target], _ value: any Expression, _ range: SourceRange) {
    guard targets.count == 1, let target = targets[0] as? UnpackingTarget, target.starred == nil,
      let tuple = value as? SequenceExpression, tuple.kind == .tuple, !tuple.hasSpread,
      tuple.elements.count == target.targets.count
    else { return nil }
    self.init(target.targets.all, tuple.elements.all, range)
  }
}

/// `a += value`.
final class AugmentedStatement: Statement {
  let target: any Expression & Target
  let operation: BinaryOperator
  let value: any Expression
  let range: SourceRange

  init(
    _ target: any Expression & Target, _ operation: BinaryOperator, _ value: any Expression,
    _ range: SourceRange
  ) {
    (self.target, self.operation, self.value, self.range) = (target, operation, value, range)
  }
}

/// `def name(…): …`.
final class FunctionStatement: Statement {
  let target: NameExpression
  let function: FunctionExpression
  var range: SourceRange { function.range }

  init(_ target: NameExpression, _ function: FunctionExpression) {
    (self.target, self.function) = (target, function)
  }
}

/// `return value`.
final class ReturnStatement: Statement {
  let value: any Expression
  let range: SourceRange

  /// - Parameter value: nil for `return` alone, which gives `None`.
  init(_ value: (any Expression)?, _ range: SourceRange) {
    self.value = value ?? ConstantExpression(.none, range)
    self.range = range
  }
}

/// `if … elif … else …`.
final class IfStatement: Statement {
  /// What is done if a condition holds.
  final class Branch {
    let condition: any Expression
    let body: NodeList<any Statement>

    init(_ condition: any Expression, _ body: [any Statement]) {
      self.condition = condition
      self.body = NodeList(body)
    }
  }
  let branches: NodeList<Branch>
  let otherwise: NodeList<any Statement>
  let range: SourceRange

  init(
    _ branches: [(any Expression, [any Statement])], else otherwise: [any Statement],
    _ range: SourceRange
  ) {
    self.branches = NodeList(branches.map { Branch($0.0, $0.1) })
    self.otherwise = NodeList(otherwise)
    self.range = range
  }
}

/// `while … else …`.
final class WhileStatement: Statement {
  let condition: any Expression
  let body: NodeList<any Statement>
  let otherwise: NodeList<any Statement>
  let range: SourceRange

  init(
    _ condition: any Expression, _ body: [any Statement], else otherwise: [any Statement],
    _ range: SourceRange
  ) {
    (self.condition, self.range) = (condition, range)
    self.body = NodeList(body)
    self.otherwise = NodeList(otherwise)
  }
}

/// `for … in … else …`.
final class ForStatement: Statement {
  let target: any Target
  let iterable: any Expression
  let body: NodeList<any Statement>
  let otherwise: NodeList<any Statement>
  let range: SourceRange

  init(
    _ target: any Target, in iterable: any Expression, _ body: [any Statement],
    else otherwise: [any Statement], _ range: SourceRange
  ) {
    (self.target, self.iterable, self.range) = (target, iterable, range)
    self.body = NodeList(body)
    self.otherwise = NodeList(otherwise)
  }
}

/// `break`, `continue` and `pass`; also the declarations that mean nothing when the program runs.
final class JumpStatement: Statement {
  let completion: Completion
  let range: SourceRange

  init(_ completion: Completion, _ range: SourceRange) {
    (self.completion, self.range) = (completion, range)
  }
}

/// `del a, b[0]`.
final class DeleteStatement: Statement {
  let targets: [any Target]
  let range: SourceRange

  init(_ targets: [any Target], _ range: SourceRange) {
    (self.targets, self.range) = (targets, range)
  }
}

/// `assert condition, message`.
final class AssertStatement: Statement {
  let condition: any Expression
  let message: (any Expression)?
  let range: SourceRange

  init(_ condition: any Expression, _ message: (any Expression)?, _ range: SourceRange) {
    (self.condition, self.message, self.range) = (condition, message, range)
  }
}

/// `raise exception`, or `raise` alone inside `except`.
final class RaiseStatement: Statement {
  let exception: (any Expression)?
  let range: SourceRange

  init(_ exception: (any Expression)?, _ range: SourceRange) {
    (self.exception, self.range) = (exception, range)
  }
}

/// `try … except … else … finally …`.
final class TryStatement: Statement {
  final class Handler {
    /// The kinds it catches; nil catches all.
    let kinds: (any Expression)?
    let target: NameExpression?
    let body: NodeList<any Statement>

    init(_ kinds: (any Expression)?, _ target: NameExpression?, _ body: [any Statement]) {
      (self.kinds, self.target) = (kinds, target)
      self.body = NodeList(body)
    }
  }
  let body: NodeList<any Statement>
  let handlers: [Handler]
  let otherwise: NodeList<any Statement>
  let cleanup: NodeList<any Statement>
  let range: SourceRange

  init(
    _ body: [any Statement], _ handlers: [Handler], else otherwise: [any Statement],
    finally cleanup: [any Statement], _ range: SourceRange
  ) {
    self.body = NodeList(body)
    self.otherwise = NodeList(otherwise)
    self.handlers = handlers
    self.cleanup = NodeList(cleanup)
    self.range = range
  }
}

/// `import module as name` and `from module import name`.
final class ImportStatement: Statement {
  enum What {
    /// `import a.b as c` binds the module; without `as`, `a`.
    case module(NameExpression, whole: Bool)
    /// `from m import a as b`.
    case names([(name: String, target: NameExpression, range: SourceRange)])
    /// `from m import *`.
    case all
  }
  let module: String
  let moduleRange: SourceRange
  let what: What
  let range: SourceRange

  init(_ module: String, _ moduleRange: SourceRange, _ what: What, _ range: SourceRange) {
    (self.module, self.moduleRange, self.what, self.range) = (module, moduleRange, what, range)
  }
}

/// Statements that one line of source stands for, as `import a, b`.
final class StatementGroup: Statement {
  let statements: NodeList<any Statement>
  let range: SourceRange

  init(_ statements: [any Statement]) {
    self.statements = NodeList(statements)
    range = statements[0].range
  }
}
