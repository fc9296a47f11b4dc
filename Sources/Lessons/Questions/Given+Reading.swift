import SourceText

extension Given {
  /// Reads `NAME: SHAPE | SHAPE … VALUES`, up to a semicolon or the end of the line.
  init(_ words: inout ArgumentScanner) throws(LessonScriptError) {
    name = try words.name()
    guard words.skip(":") else { throw words.expected(.given) }
    shapes = [try words.sizes()]
    while words.skip("|") {
      guard shapes.count < Given.maximumVariants else { throw words.expected(.end) }
      shapes.append(try words.sizes())
    }
    values = try words.values()
  }
}

extension ArgumentScanner {
  /// Steps over a sign and the white space after it, if it stands here.
  mutating func skip(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    move(to: rest.index(after: rest.startIndex))
    skipSpace()
    return true
  }

  /// Reads a name of Python.
  mutating func name() throws(LessonScriptError) -> String {
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = word.first, !first.isNumber else { throw expected(.given) }
    move(to: word.endIndex)
    skipSpace()
    return String(word)
  }

  /// Reads a shape whose sizes are numbers or names: `(inputs, 3)`, `(units,)`, `()`.
  fileprivate mutating func sizes() throws(LessonScriptError) -> [Given.Size] {
    let problem = expected(.symbolicShape)
    guard skip("(") else { throw problem }
    var sizes: [Given.Size] = []
    var hasComma = false
    while !skip(")") {
      guard sizes.count < Given.maximumRank, let size = size() else { throw problem }
      sizes.append(size)
      let comma = skip(",")
      hasComma = hasComma || comma
      guard comma || rest.first == ")" else { throw problem }
    }
    guard sizes.count != 1 || hasComma else { throw problem }
    let elements = sizes.reduce(1) { product, size in
      if case .fixed(let length) = size { product * length } else { product * 16 }
    }
    guard elements <= Given.maximumElements else { throw problem }
    return sizes
  }

  /// Reads a size: a number within the limit, or a name.
  fileprivate mutating func size() -> Given.Size? {
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = word.first else { return nil }
    let text = String(word)
    let number = Int(text)
    guard !first.isNumber || number.map((1...Given.maximumSize).contains) ?? false else {
      return nil
    }
    move(to: word.endIndex)
    skipSpace()
    return number.map { .fixed($0) } ?? .named(text)
  }

  /// Reads what numbers a variable has; nothing means those of the normal distribution.
  fileprivate mutating func values() throws(LessonScriptError) -> Given.Values {
    if isAtEnd || rest.first == ";" { return .normal }
    let problem = expected(.values)
    let word = rest.prefix { !$0.isWhitespace && $0 != ";" }
    move(to: word.endIndex)
    skipSpace()
    switch word {
    case "normal": return .normal
    case "unit": return .unit
    case "positive": return .positive
    case "one-hot": return .oneHot
    case "probability": return .probability
    case "label":
      guard let size = size() else { throw expected(.labelSize) }
      return .label(size)
    case "integer":
      let problem = expected(.integerRange)
      let bounds = rest.prefix { !$0.isWhitespace && $0 != ";" }
      move(to: bounds.endIndex)
      skipSpace()
      guard let range = Self.range(bounds) else { throw problem }
      return .integer(range)
    default: throw problem
    }
  }

  /// `2..9`, or `-3..3`: at most a million apart from 0.
  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }),
      let low = Int(text[..<dots]), let high = Int(text[text.index(dots, offsetBy: 2)...]),
      low <= high, low.magnitude <= 1_000_000, high.magnitude <= 1_000_000
    else { return nil }
    return low...high
  }
}
