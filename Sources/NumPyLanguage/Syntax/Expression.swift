import SourceText

/// A part of a program that has a value.
///
/// The nodes are plain data that the parser makes; what they do stands in the interpreter.
protocol Expression: AnyObject {
  /// Its place in the text.
  var range: SourceRange { get }
  /// Its levels, itself included: how deep evaluating it goes.
  var height: Int { get }
  /// Its value.
  func evaluate(_ frame: Frame) throws(PythonError) -> Value
  /// Where its value lies, to be read there without counting a reference; nil where it has to be
  /// evaluated.
  ///
  /// Nobody writes to the place until something of the program runs, or, `acrossCalls`, until the
  /// running function goes on to its next statement.
  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>?
  /// Whether evaluating it runs nothing of the program, so that no name gets another value.
  var isQuiet: Bool { get }
  /// What a call of it with arguments gives.
  func called(by call: CallExpression, _ frame: Frame) throws(PythonError) -> Value
}

extension Expression {
  func place(_ frame: Frame, acrossCalls: Bool) -> UnsafeMutablePointer<Place>? { nil }
  var isQuiet: Bool { false }
}

/// A place that can be assigned to.
protocol Target: AnyObject {
  /// Its place in the text.
  var range: SourceRange { get }
  /// Puts a value there.
  func assign(_ value: consuming Value, _ frame: Frame) throws(PythonError)
  /// Takes away what is there.
  func delete(_ frame: Frame) throws(PythonError)
  /// Changes what is there as an augmented assignment says.
  func update(by statement: AugmentedStatement, _ frame: Frame) throws(PythonError)
}

/// A literal.
final class ConstantExpression: Expression {
  let range: SourceRange
  let isQuiet = true
  let height = 1
  /// Where the value lies, so that it can be lent as a variable's is.
  let place: UnsafeMutablePointer<Place>
  var value: Value { place.pointee.value }

  init(_ value: Value, _ range: SourceRange) {
    (self.range, place) = (range, .allocate(capacity: 1))
    place.initialize(to: Place(value))
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }
}

/// A name. The scope finds out where its value lives before the program runs.
final class NameExpression: Expression, Target {
  /// Where the value of a name lives.
  enum Location {
    /// In the frame of the running function.
    case local(Int)
    /// In a cell that several functions share; the frame holds the cell.
    case cell(Int)
    /// Among the global names.
    case global(Int)
  }

  let name: String
  let range: SourceRange
  let height = 1
  let isQuiet = true
  @exclusivity(unchecked) var location = Location.global(0)
  /// The builtin of this name, for where no global hides it.
  var builtin = Value.undefined

  init(_ name: String, _ range: SourceRange) { (self.name, self.range) = (name, range) }
}

/// An f-string: texts and formatted values in turn.
final class FormattedExpression: Expression {
  enum Part {
    case text(String)
    case value(any Expression, conversion: Character?, format: FormattedExpression?, label: String)
  }
  let parts: [Part]
  let range: SourceRange
  let height: Int

  init(_ parts: [Part], _ range: SourceRange) {
    (self.parts, self.range) = (parts, range)
    var height = 0
    for case .value(let expression, _, let format, _) in parts {
      height = max(height, expression.height, format?.height ?? 0)
    }
    self.height = height + 1
  }
}

/// Minus, plus, `~` or `not` before an operand.
final class UnaryExpression: Expression {
  let operation: UnaryOperator
  let operand: any Expression
  let range: SourceRange
  let height: Int
  let isQuiet: Bool

  init(_ operation: UnaryOperator, _ operand: any Expression, _ range: SourceRange) {
    (self.operation, self.operand, self.range) = (operation, operand, range)
    isQuiet = operand.isQuiet
    height = operand.height + 1
  }
}

/// An operator between two operands.
final class BinaryExpression: Expression {
  let operation: BinaryOperator
  let left: any Expression
  let right: any Expression
  let range: SourceRange
  let height: Int
  /// Whether evaluating the right side runs nothing of the program.
  let isRightQuiet: Bool
  let isQuiet: Bool

  init(_ operation: BinaryOperator, _ left: any Expression, _ right: any Expression) {
    (self.operation, self.left, self.right) = (operation, left, right)
    isRightQuiet = right.isQuiet
    isQuiet = left.isQuiet && right.isQuiet
    range = SourceRange(start: left.range.start, end: right.range.end)
    height = max(left.height, right.height) + 1
  }
}

/// Comparisons in a row, as `0 < x <= 1`.
final class ComparisonExpression: Expression {
  let first: any Expression
  let rest: [(operation: ComparisonOperator, operand: any Expression)]
  let range: SourceRange
  let height: Int

  init(_ first: any Expression, _ rest: [(ComparisonOperator, any Expression)]) {
    (self.first, self.rest) = (first, rest)
    range = SourceRange(start: first.range.start, end: (rest.last?.1 ?? first).range.end)
    height = rest.reduce(first.height) { max($0, $1.1.height) } + 1
  }
}

/// Operands joined by `and` or by `or`.
final class LogicalExpression: Expression {
  /// Whether all operands must be true.
  let isConjunction: Bool
  let operands: NodeList<any Expression>
  let range: SourceRange
  let height: Int

  init(isConjunction: Bool, _ operands: [any Expression]) {
    self.isConjunction = isConjunction
    self.operands = NodeList(operands)
    range = SourceRange(start: operands[0].range.start, end: operands[operands.count - 1].range.end)
    height = operands.reduce(0) { max($0, $1.height) } + 1
  }
}

/// `this if condition else other`.
final class ConditionalExpression: Expression {
  let condition: any Expression
  let value: any Expression
  let otherwise: any Expression
  let range: SourceRange
  let height: Int

  init(_ condition: any Expression, then value: any Expression, else otherwise: any Expression) {
    (self.condition, self.value, self.otherwise) = (condition, value, otherwise)
    range = SourceRange(start: value.range.start, end: otherwise.range.end)
    height = max(condition.height, value.height, otherwise.height) + 1
  }
}

/// A function without a name, or the function of a `def`.
final class FunctionExpression: Expression {
  let code: FunctionCode
  let defaults: [any Expression]
  let range: SourceRange
  let height: Int

  init(_ code: FunctionCode, defaults: [any Expression], _ range: SourceRange) {
    (self.code, self.defaults, self.range) = (code, defaults, range)
    height = defaults.reduce(0) { max($0, $1.height) } + 1
  }
}

/// A call.
final class CallExpression: Expression {
  struct Argument {
    /// How an argument is passed.
    enum Passing: Equatable {
      case position
      case keyword(String)
      /// `*values`
      case spread
      /// `**values`
      case spreadKeywords
    }
    var passing: Passing
    var value: any Expression
  }
  let callee: any Expression
  let arguments: NodeList<any Expression>
  let passings: [Argument.Passing]
  /// Whether all arguments are passed by position.
  let isPlain: Bool
  /// Whether evaluating the arguments runs nothing of the program.
  let areArgumentsQuiet: Bool
  let range: SourceRange
  let height: Int
  /// How keywords fit the native function that was called last.
  @exclusivity(unchecked) var binding = Binding()

  init(_ callee: any Expression, _ arguments: [Argument], _ range: SourceRange) {
    (self.callee, self.range) = (callee, range)
    self.arguments = NodeList(arguments.map(\.value))
    passings = arguments.map(\.passing)
    isPlain = arguments.allSatisfy { $0.passing == .position }
    areArgumentsQuiet = arguments.allSatisfy { $0.value.isQuiet }
    height = arguments.reduce(callee.height) { max($0, $1.value.height) } + 1
  }
}

/// `object.name`.
final class AttributeExpression: Expression, Target {
  let object: any Expression
  let name: String
  /// The place of the name alone.
  let nameRange: SourceRange
  let range: SourceRange
  let height: Int
  let isQuiet: Bool
  /// The module of the last look-up: modules do not change, and live as long as the interpreter.
  @exclusivity(unchecked) var cachedModule: ObjectIdentifier?
  /// The type that the last method belongs to. Methods live for good.
  @exclusivity(unchecked) var cachedOwner: MethodTable.Owner?
  /// What the last look-up gave, in a module or among a type's methods.
  let cachedValue: UnsafeMutablePointer<Place>
  /// The property of arrays that has this name.
  let property: NDArray.Property?

  init(_ object: any Expression, _ name: String, nameRange: SourceRange) {
    (self.object, self.name, self.nameRange) = (object, name, nameRange)
    range = SourceRange(start: object.range.start, end: nameRange.end)
    height = object.height + 1
    isQuiet = object.isQuiet
    property = NDArray.Property(rawValue: name)
    cachedValue = .allocate(capacity: 1)
    cachedValue.initialize(to: Place(.undefined))
  }

  deinit {
    cachedValue.deinitialize(count: 1)
    cachedValue.deallocate()
  }
}

/// `object[index]`.
final class SubscriptExpression: Expression, Target {
  let object: any Expression
  let index: any Expression
  /// Whether the index is a tuple written out, as in `x[0, :]`.
  let isTuple: Bool
  /// The parts of such a tuple.
  let parts: NodeList<any Expression>
  let range: SourceRange
  let height: Int
  let isQuiet: Bool
  /// Whether the index is a string or a name, as those of dictionaries are.
  let mayBeEntry: Bool

  init(_ object: any Expression, _ index: any Expression, _ range: SourceRange) {
    (self.object, self.index, self.range) = (object, index, range)
    if let tuple = index as? SequenceExpression, tuple.kind == .tuple, !tuple.hasSpread {
      isTuple = true
      parts = NodeList(tuple.elements.all)
    } else {
      isTuple = false
      parts = NodeList([])
    }
    isQuiet = object.isQuiet && index.isQuiet
    if case .string? = (index as? ConstantExpression)?.value {
      mayBeEntry = true
    } else {
      mayBeEntry = index is NameExpression
    }
    height = max(object.height, index.height) + 1
  }
}

/// `start:stop:step` between brackets.
final class SliceExpression: Expression {
  let start: (any Expression)?
  let stop: (any Expression)?
  let step: (any Expression)?
  /// The slice, where it is made of constants.
  let constant: SliceObject?
  let range: SourceRange
  let height: Int

  init(
    _ start: (any Expression)?, _ stop: (any Expression)?, _ step: (any Expression)?,
    _ range: SourceRange
  ) {
    (self.start, self.stop, self.step, self.range) = (start, stop, step, range)
    let parts = [start, stop, step].map { part in
      part.map { ($0 as? ConstantExpression)?.value ?? .undefined } ?? Value.none
    }
    constant =
      parts.contains(where: \.isUndefined) ? nil : SliceObject(parts[0], parts[1], parts[2])
    height = max(start?.height ?? 0, stop?.height ?? 0, step?.height ?? 0) + 1
  }
}

/// A tuple, list or set display.
final class SequenceExpression: Expression {
  enum Kind { case tuple, list, set }
  let kind: Kind
  let elements: NodeList<any Expression>
  /// Whether an element is spread with a star.
  let hasSpread: Bool
  /// The tuple, where it is made of constants.
  let constant: TupleObject?
  let range: SourceRange
  let height: Int

  init(_ kind: Kind, _ elements: [any Expression], _ range: SourceRange) {
    (self.kind, self.range) = (kind, range)
    self.elements = NodeList(elements)
    hasSpread = elements.contains { $0 is SpreadExpression }
    let constants = elements.compactMap { ($0 as? ConstantExpression)?.value }
    constant =
      kind == .tuple && constants.count == elements.count ? TupleObject(constants) : nil
    height = elements.reduce(0) { max($0, $1.height) } + 1
  }
}

/// `*values` in a display or on the left of an assignment.
final class SpreadExpression: Expression {
  let operand: any Expression
  let range: SourceRange
  let height: Int

  init(_ operand: any Expression, _ range: SourceRange) {
    (self.operand, self.range) = (operand, range)
    height = operand.height + 1
  }
}

/// A dictionary display; a pair without a key spreads another dictionary.
final class DictExpression: Expression {
  let pairs: [(key: (any Expression)?, value: any Expression)]
  let range: SourceRange
  let height: Int

  init(_ pairs: [((any Expression)?, any Expression)], _ range: SourceRange) {
    (self.pairs, self.range) = (pairs, range)
    height = pairs.reduce(0) { max($0, $1.0?.height ?? 0, $1.1.height) } + 1
  }
}

/// A comprehension, or a generator given as an argument.
final class ComprehensionExpression: Expression {
  enum Kind { case list, set, dict, generator }
  struct Clause {
    var target: any Target
    var iterable: any Expression
    var conditions: [any Expression]
  }
  let kind: Kind
  /// The key of a dictionary's pair.
  let key: (any Expression)?
  let element: any Expression
  let clauses: [Clause]
  let range: SourceRange
  let height: Int
  let scope: Scope

  init(
    _ kind: Kind, key: (any Expression)?, _ element: any Expression, _ clauses: [Clause],
    _ scope: Scope, _ range: SourceRange
  ) {
    (self.kind, self.key, self.element, self.clauses) = (kind, key, element, clauses)
    (self.scope, self.range) = (scope, range)
    var height = max(element.height, key?.height ?? 0)
    for clause in clauses {
      height = clause.conditions.reduce(max(height, clause.iterable.height)) {
        max($0, $1.height)
      }
    }
    self.height = height + clauses.count + 1
  }
}

/// Several targets that a sequence is unpacked into.
final class UnpackingTarget: Target {
  let targets: NodeList<any Target>
  /// Which target takes all that is left over.
  let starred: Int?
  let range: SourceRange

  init(_ targets: [any Target], starred: Int?, _ range: SourceRange) {
    (self.starred, self.range) = (starred, range)
    self.targets = NodeList(targets)
  }
}
