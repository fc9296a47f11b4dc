import SourceText

/// Turns source text into tokens, with Python's rules for lines and indentation.
///
/// A text with mistakes still gives tokens: each mistake is noted and skipped, so that one run
/// finds several of them.
struct Scanner {
  /// The text as UTF-8.
  let bytes: [UInt8]
  let limits: Limits
  /// What was found wrong, in order.
  private(set) var errors: [PythonError] = []

  var offset: Int
  let end: Int
  private var line: Int
  private var lineStart: Int
  /// How far the current line's characters have been counted, so that a long line is counted once.
  private var counted = (offset: 0, column: 0)
  private var brackets: [(symbol: Symbol, range: SourceRange)] = []
  private var indents = [(width: 0, narrow: 0)]
  /// Whether line ends and indentation mean nothing: inside an f-string.
  private let isExpression: Bool
  var tokens: [Token] = []

  /// A scanner of a whole unit.
  init(_ unit: SourceUnit, limits: Limits = Limits()) {
    bytes = Array(unit.text.utf8)
    offset = 0
    end = bytes.count
    line = unit.firstLine
    lineStart = 0
    isExpression = false
    self.limits = limits
  }

  /// A scanner of an expression inside another scanner's text.
  init(of bytes: [UInt8], _ part: Range<Int>, at position: SourcePosition, limits: Limits) {
    self.bytes = bytes
    self.limits = limits
    offset = part.lowerBound
    end = part.upperBound
    line = position.line
    lineStart = part.lowerBound
    while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    isExpression = true
  }

  /// The place of an offset in the current line: columns count characters.
  mutating func position(_ offset: Int) -> SourcePosition {
    if counted.offset < lineStart { counted = (lineStart, 0) }
    if offset < counted.offset {
      let piece = bytes[offset..<counted.offset]
      if piece.allSatisfy({ $0 < 0x80 }) {
        return SourcePosition(line: line, column: counted.column - piece.count + 1)
      }
      counted = (lineStart, 0)
    }
    // Characters may join across a piece's ends only beyond ASCII; then the line is counted whole.
    let piece = bytes[counted.offset..<max(counted.offset, offset)]
    if piece.allSatisfy({ $0 < 0x80 }) {
      counted = (piece.endIndex, counted.column + piece.count)
    } else {
      let prefix = bytes[lineStart..<max(lineStart, offset)]
      counted = (prefix.endIndex, String(decoding: prefix, as: UTF8.self).count)
    }
    return SourcePosition(line: line, column: counted.column + 1)
  }

  mutating func range(from start: Int) -> SourceRange {
    SourceRange(start: position(start), end: position(offset))
  }

  mutating func note(_ error: PythonError) { errors.append(error) }

  func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < end ? bytes[offset + distance] : 0
  }

  /// The next character as a whole, for characters beyond ASCII.
  private func scalar() -> (Unicode.Scalar, length: Int)? {
    var decoder = UTF8()
    var iterator = bytes[offset..<min(end, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  mutating func newLine() {
    line += 1
    lineStart = offset
  }

  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: range(from: start)))
  }

  /// All tokens of the text; the last one is `.end`.
  mutating func scan() -> [Token] {
    if end - offset > limits.sourceSize {
      note(
        PythonError(
          .memoryError, "source is too large",
          .tooLarge(bytes: Double(end - offset), limit: Double(limits.sourceSize))))
      offset = end
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset == 0 { offset = 3 }
    var atLineStart = !isExpression
    while true {
      if atLineStart {
        atLineStart = false
        if !scanIndentation() { break }
      }
      skipSpaces()
      guard offset < end else { break }
      let byte = peek()
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        atLineStart = scanLineEnd()
      case UInt8(ascii: "#"):
        skipComment()
      case UInt8(ascii: "\\"):
        scanContinuation()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        scanNumber()
      case UInt8(ascii: ".") where isDigit(peek(1)):
        scanNumber()
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        scanString(prefix: "", from: offset)
      default:
        if isNameStart(byte) || byte >= 0x80 { scanName() } else { scanSymbol() }
      }
    }
    finish()
    return tokens
  }

  private mutating func finish() {
    if let open = brackets.last {
      note(
        PythonError(
          .syntaxError, "'\(open.symbol.rawValue)' was never closed",
          .unbalanced(bracket: open.symbol.rawValue), at: open.range))
    }
    if !isExpression {
      if let last = tokens.last, last.kind != .newline, last.kind != .dedent {
        add(.newline, from: offset)
      }
      for _ in indents.dropFirst() { add(.dedent, from: offset) }
    }
    add(.end, from: offset)
  }

  // MARK: Lines

  private mutating func skipSpaces() {
    while offset < end,
      peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t") || peek() == 0x0C
    {
      offset += 1
    }
  }

  private mutating func skipComment() {
    while offset < end, peek() != UInt8(ascii: "\n"), peek() != UInt8(ascii: "\r") { offset += 1 }
  }

  /// Steps over a line end; returns whether a new statement line begins.
  private mutating func scanLineEnd() -> Bool {
    let isInside = !brackets.isEmpty || isExpression
    if !isInside, let last = tokens.last, last.kind != .newline { add(.newline, from: offset) }
    stepOverLineEnd()
    return !isInside
  }

  private mutating func stepOverLineEnd() {
    offset += peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
    newLine()
  }

  private mutating func scanContinuation() {
    let start = offset
    offset += 1
    if offset >= end {
      note(
        PythonError(
          .syntaxError, "unexpected end of text after line continuation character",
          at: range(from: start)))
    } else if peek() == UInt8(ascii: "\n") || peek() == UInt8(ascii: "\r") {
      stepOverLineEnd()
    } else {
      note(
        PythonError(
          .syntaxError, "unexpected character after line continuation character",
          at: range(from: start)))
    }
  }

  /// Compares the spaces before a line with the blocks that are open; empty lines do not count.
  /// Returns false at the end of the text.
  private mutating func scanIndentation() -> Bool {
    while true {
      let start = offset
      var (width, narrow) = (0, 0)
      measuring: while offset < end {
        switch peek() {
        case UInt8(ascii: " "): (width, narrow) = (width + 1, narrow + 1)
        case UInt8(ascii: "\t"): (width, narrow) = ((width / 8 + 1) * 8, narrow + 1)
        case 0x0C: (width, narrow) = (0, 0)
        default: break measuring
        }
        offset += 1
      }
      if offset >= end { return false }
      switch peek() {
      case UInt8(ascii: "#"):
        skipComment()
        if offset >= end { return false }
        stepOverLineEnd()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        stepOverLineEnd()
      default:
        indent(to: width, narrow: narrow, from: start)
        return true
      }
    }
  }

  private mutating func indent(to width: Int, narrow: Int, from start: Int) {
    let current = indents[indents.count - 1]
    if (width > current.width) != (narrow > current.narrow)
      || (width == current.width) != (narrow == current.narrow)
    {
      note(
        PythonError(
          .tabError, "inconsistent use of tabs and spaces in indentation", .slip(.tabsAndSpaces),
          at: range(from: start)))
    }
    if width > current.width {
      if indents.count > limits.indentationDepth {
        note(
          PythonError(
            .indentationError, "too many levels of indentation",
            .tooDeep(limit: limits.indentationDepth), at: range(from: start)))
        return
      }
      indents.append((width, narrow))
      add(.indent, from: start)
      return
    }
    let open = indents.map(\.narrow)
    while width < indents[indents.count - 1].width {
      indents.removeLast()
      add(.dedent, from: offset)
    }
    if width != indents[indents.count - 1].width {
      note(
        PythonError(
          .indentationError, "unindent does not match any outer indentation level",
          .slip(.unmatchedIndent(columns: narrow, open: open)), at: range(from: start)))
    }
  }

  // MARK: Names and symbols

  private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z"))
      || (UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")) || byte == UInt8(ascii: "_")
  }

  private mutating func scanName() {
    let start = offset
    while offset < end {
      let byte = peek()
      if isNameStart(byte) || (isDigit(byte) && offset > start) {
        offset += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(),
        offset == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
      {
        offset += length
      } else {
        break
      }
    }
    if offset == start { return scanUnknown() }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    let next = peek()
    if next == UInt8(ascii: "'") || next == UInt8(ascii: "\""), text.utf8.count <= 2,
      ["r", "f", "b", "u", "rf", "fr", "rb", "br"].contains(text.lowercased())
    {
      scanString(prefix: text.lowercased(), from: start)
    } else if let keyword = Keyword(rawValue: text) {
      add(.keyword(keyword), from: start)
    } else {
      add(.name(text), from: start)
    }
  }

  private mutating func scanUnknown() {
    let start = offset
    let (scalar, length) = scalar() ?? ("\u{FFFD}", 1)
    offset += length
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - code.count))
    let isPrintable = scalar.value > 0x20 && scalar.value != 0x7F
    note(
      PythonError(
        .syntaxError,
        isPrintable && scalar.value >= 0x80
          ? "invalid character '\(scalar)' (U+\(padding)\(code))"
          : isPrintable ? "invalid syntax" : "invalid non-printable character U+\(padding)\(code)",
        detail(of: scalar, isPrintable ? "'\(scalar)'" : "U+\(padding)\(code)"),
        at: range(from: start)))
  }

  /// What a character that Python does not know was probably meant to be.
  private func detail(of scalar: Unicode.Scalar, _ found: String) -> PythonError.Detail {
    let twin = String(FullWidth.reading(Character(scalar)))
    let python = Scanner.lookalikes[scalar] ?? twin
    switch scalar {
    case "!": return .slip(.otherOperator("!", python: "not"))
    case _ where python != String(scalar):
      return .slip(.otherSign(String(scalar), python: python))
    default: return .unexpected(found: found, expected: "")
    }
  }

  /// Signs of mathematics, and Python's.
  private static let lookalikes: [Unicode.Scalar: String] = [
    "≤": "<=", "≥": ">=", "≠": "!=", "·": "*", "²": "**2", "³": "**3", "√": "np.sqrt",
    "…": "...", "—": "-",
    "½": "0.5", "¼": "0.25",
  ]

  private mutating func scanSymbol() {
    let start = offset
    for length in [3, 2, 1] where offset + length <= end {
      let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
      guard let symbol = Symbol(rawValue: text) else { continue }
      offset += length
      if symbol.closing != nil {
        open(symbol, from: start)
      } else if symbol.isClosing {
        close(symbol, from: start)
      }
      add(.symbol(symbol), from: start)
      return
    }
    scanUnknown()
  }

  private mutating func open(_ symbol: Symbol, from start: Int) {
    if brackets.count == limits.bracketDepth {
      note(
        PythonError(
          .syntaxError, "too many nested parentheses", .tooDeep(limit: limits.bracketDepth),
          at: range(from: start)))
      // The parser must not follow: what remains is not read.
      brackets = []
      offset = end
      return
    }
    brackets.append((symbol, range(from: start)))
  }

  private mutating func close(_ symbol: Symbol, from start: Int) {
    guard let opened = brackets.popLast() else {
      note(
        PythonError(
          .syntaxError, "unmatched '\(symbol.rawValue)'", .unbalanced(bracket: symbol.rawValue),
          at: range(from: start)))
      return
    }
    if opened.symbol.closing != symbol {
      note(
        PythonError(
          .syntaxError,
          "closing parenthesis '\(symbol.rawValue)' does not match opening parenthesis "
            + "'\(opened.symbol.rawValue)'",
          .unbalanced(bracket: symbol.rawValue), at: range(from: start)))
    }
  }
}
