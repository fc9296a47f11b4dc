import SourceText

/// The smallest part of a program that means something.
struct Token {
  enum Kind: Equatable {
    case name(String)
    case keyword(Keyword)
    /// A whole number without its sign; −2⁶³ is written with one more than the largest.
    case integer(UInt64)
    case float(Double)
    case string(String)
    /// An f-string: the offsets of what stands between its quotes.
    case formatted(contents: Range<Int>, isRaw: Bool)
    case symbol(Symbol)
    case newline
    case indent
    case dedent
    case end
  }

  var kind: Kind
  var range: SourceRange

  /// The token as an error names it.
  var description: String {
    switch kind {
    case .name(let name): "'\(name)'"
    case .keyword(let keyword): "'\(keyword.rawValue)'"
    case .integer(let value): String(value)
    case .float(let value): String(value)
    case .string, .formatted: "a string"
    case .symbol(let symbol): "'\(symbol.rawValue)'"
    case .newline: "the end of the line"
    case .indent: "an indent"
    case .dedent: "the end of the block"
    case .end: "the end of the text"
    }
  }
}

/// Words that Python reserves.
enum Keyword: String, CaseIterable {
  case `False`, `None`, `True`, and, `as`, assert, async, await, `break`, `class`, `continue`, def,
    del, elif, `else`, except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda,
    nonlocal, not, or, pass, raise, `return`, `try`, `while`, with, yield
}

/// Operators, brackets and delimiters.
enum Symbol: String, CaseIterable {
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case doubleStar = "**"
  case at = "@"
  case ampersand = "&"
  case pipe = "|"
  case caret = "^"
  case tilde = "~"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case assign = "="
  case plusAssign = "+="
  case minusAssign = "-="
  case starAssign = "*="
  case slashAssign = "/="
  case doubleSlashAssign = "//="
  case percentAssign = "%="
  case doubleStarAssign = "**="
  case atAssign = "@="
  case ampersandAssign = "&="
  case pipeAssign = "|="
  case caretAssign = "^="
  case shiftLeftAssign = "<<="
  case shiftRightAssign = ">>="
  case walrus = ":="
  case arrow = "->"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case ellipsis = "..."
  case semicolon = ";"

  /// The bracket that closes this one.
  var closing: Symbol? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  /// Whether this bracket closes another.
  var isClosing: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }
}
