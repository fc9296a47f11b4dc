/// Operators before one operand.
enum UnaryOperator: String {
  case negative = "-"
  case positive = "+"
  case invert = "~"
  case not
}

/// Operators between two operands.
enum BinaryOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
  case matrixMultiply = "@"
  case and = "&"
  case or = "|"
  case exclusiveOr = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"

  /// How tightly it binds; more binds tighter. Power stands apart: it binds to the right.
  var precedence: Int {
    switch self {
    case .or: 1
    case .exclusiveOr: 2
    case .and: 3
    case .shiftLeft, .shiftRight: 4
    case .add, .subtract: 5
    case .multiply, .divide, .floorDivide, .remainder, .matrixMultiply: 6
    case .power: 7
    }
  }

  /// The operator of a symbol, as `+`.
  init?(_ symbol: Symbol) { self.init(rawValue: symbol.rawValue) }

  /// The operator of an augmented assignment, as `+=`.
  init?(augmented symbol: Symbol) {
    guard symbol.rawValue.last == "=" else { return nil }
    self.init(rawValue: String(symbol.rawValue.dropLast()))
  }
}

/// Operators that compare.
enum ComparisonOperator: String {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case isIn = "in"
  case isNotIn = "not in"
  case isSame = "is"
  case isNotSame = "is not"

  /// The operator that says the same of the operands in the other order.
  var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
