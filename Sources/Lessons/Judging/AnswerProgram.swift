import NumPyLanguage
import SourceText

/// An answer that is code: the text that runs, and what its tokens tell about it.
struct AnswerProgram {
  /// The text that runs.
  let text: String
  /// Its tokens.
  let tokens: [SourceToken]
  /// What statements outside of blocks assign to, in order, each again where it is assigned again.
  let targets: [Target]
  /// All names that are assigned to, in blocks, too.
  let assignedNames: Set<String>
  /// Whether nothing but `print` follows the last of these.
  let endsWithAssignment: Bool
  /// Whether the last statement is an expression: what follows no value leads to none.
  let endsWithExpression: Bool
  /// The names that are used, but for attributes and keyword arguments, in order, each once.
  let names: [String]

  /// Something that a statement assigns to.
  struct Target {
    /// The name, or that of what the element belongs to.
    var name: String
    /// The whole of it, as `grad['W2']`.
    var text: String
  }

  /// The names that statements outside of blocks assign to, in order.
  var assigned: [String] { targets.map(\.name) }

  /// Whether a name is assigned to inside of blocks alone, as what a function computes on its way.
  func isLocal(_ name: String) -> Bool {
    assignedNames.contains(name) && !assigned.contains(name)
  }

  /// Reads an answer as a learner types it: full-width signs are their ASCII twins, quotation marks
  /// around the whole and Python's prompts are left out, and `print(…)` alone is what it prints.
  init(_ answer: String) {
    let program = AnswerProgram(reading: answer)
    self = program.printed.map { AnswerProgram(reading: $0) } ?? program
  }

  private init(reading answer: String) {
    var lines = FullWidth.reading(Quotation.unwrapped(answer))
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    // White space before a first line means nothing; before all lines, neither.
    let indent =
      lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix(while: \.isWhitespace).count }
      .min() ?? 0
    text = lines.map { $0.dropFirst(min(indent, $0.prefix(while: \.isWhitespace).count)) }
      .joined(separator: "\n")
    tokens = SourceToken.tokens(of: text)
    (targets, endsWithAssignment, endsWithExpression) = Self.assignments(in: tokens)
    assignedNames = Self.assignedNames(in: tokens)
    names = Self.names(in: tokens)
  }

  /// Whether there is nothing to run.
  var isEmpty: Bool { !tokens.contains { $0.kind != .lineEnd && $0.kind != .indentation } }

  /// What is compared where two programs are said to be the same text.
  var signature: [String] {
    tokens.filter { $0.kind != .lineEnd || $0.range != tokens.last?.range }.map(\.text)
  }

  /// The tokens of each statement outside of blocks; a block counts as its first line.
  private static func statements(_ tokens: [SourceToken]) -> [ArraySlice<SourceToken>] {
    var statements: [ArraySlice<SourceToken>] = []
    let tokens = tokens.filter { $0.kind != .indentation }
    var (start, depth) = (0, 0)
    // Whether the line that is being read begins in the first column.
    var isOutside = true
    func close(_ end: Int) {
      if isOutside, start < end { statements.append(tokens[start..<end]) }
    }
    for (index, token) in tokens.enumerated() {
      if index == start, index == 0 || tokens[index - 1].kind == .lineEnd {
        isOutside = token.range.start.column == 1
      }
      depth += token.bracketStep
      guard token.kind == .lineEnd || (token.text == ";" && depth == 0) else { continue }
      close(index)
      start = index + 1
    }
    close(tokens.count)
    return statements
  }

  /// What `print` is given where the whole program prints one thing; nil for other programs.
  private var printed: String? {
    let tokens = tokens.filter { $0.kind != .lineEnd && $0.kind != .indentation }
    guard tokens.count > 3, tokens[0].text == "print", tokens[1].text == "(",
      tokens[tokens.count - 1].text == ")"
    else { return nil }
    var depth = 0
    for token in tokens[1..<(tokens.count - 1)] {
      depth += token.bracketStep
      // The bracket closes before the end, or several things are printed.
      if depth == 0 || (depth == 1 && [",", "="].contains(token.text)) { return nil }
    }
    let inner = text.trimmed.dropFirst("print".count).trimmed
    return inner.hasPrefix("(") && inner.hasSuffix(")") ? String(inner.dropFirst().dropLast()) : nil
  }

  private static func assignments(in tokens: [SourceToken]) -> ([Target], Bool, Bool) {
    var targets: [Target] = []
    var endsWithAssignment = false
    var endsWithExpression = false
    for statement in statements(tokens) {
      guard let first = statement.first else { continue }
      endsWithExpression = false
      if first.text == "def", statement.count > 1 {
        let name = statement[statement.startIndex + 1].text
        targets.append(Target(name: name, text: name))
        endsWithAssignment = true
        continue
      }
      guard first.kind == .name else {
        endsWithAssignment = false
        continue
      }
      var depth = 0
      let sign = statement.firstIndex { token in
        depth += token.bracketStep
        return depth == 0 && token.kind == .symbol && assignmentSigns.contains(token.text)
      }
      if let sign {
        let text = statement[..<sign].map(\.text).joined()
        targets.append(Target(name: first.text, text: text))
        endsWithAssignment = true
      } else if first.text != "print" {
        endsWithAssignment = false
        endsWithExpression = true
      }
    }
    return (targets, endsWithAssignment, endsWithExpression)
  }

  private static let assignmentSigns: Set<String> = [
    "=", "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=",
  ]

  private static func assignedNames(in tokens: [SourceToken]) -> Set<String> {
    let lines = tokens.filter { $0.kind != .indentation }.split { $0.kind == .lineEnd }
    return lines.reduce(into: []) { $0.formUnion(boundNames(in: $1)) }
  }

  /// The names that a line binds: what it assigns to, the variables of a `for`, the parameters of a
  /// `def`.
  private static func boundNames(in line: ArraySlice<SourceToken>) -> [String] {
    guard let first = line.first else { return [] }
    switch first.text {
    case "for":
      return plainNames(in: line.dropFirst().prefix { $0.text != "in" })
    case "def":
      return plainNames(in: line.dropFirst(3).prefix { $0.text != ":" })
    default:
      var depth = 0
      let sign = line.firstIndex { token in
        depth += token.bracketStep
        return depth == 0 && assignmentSigns.contains(token.text)
      }
      guard first.kind == .name || first.text == "(", let sign else { return [] }
      let isPair = line[..<sign].contains { $0.text == "," }
      return first.kind == .name
        ? [first.text] + (isPair ? plainNames(in: line[..<sign]) : [])
        : plainNames(in: line[..<sign])
    }
  }

  /// The names that stand for themselves: no attributes, no calls, nothing in square brackets.
  private static func plainNames(in tokens: ArraySlice<SourceToken>) -> [String] {
    var names: [String] = []
    var depth = 0
    for index in tokens.indices {
      let token = tokens[index]
      if token.text == "[" { depth += 1 }
      if token.text == "]" { depth -= 1 }
      let next = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
      let isAttribute = index > tokens.startIndex && tokens[index - 1].text == "."
      if depth == 0, token.kind == .name, !isAttribute, !["(", "[", "."].contains(next) {
        names.append(token.text)
      }
    }
    return names
  }

  private static func names(in tokens: [SourceToken]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var depth = 0
    for (index, token) in tokens.enumerated() {
      depth += token.bracketStep
      guard token.kind == .name, !seen.contains(token.text) else { continue }
      if index > 0, tokens[index - 1].text == "." { continue }
      if depth > 0, index + 1 < tokens.count, tokens[index + 1].text == "=" { continue }
      names.append(token.text)
      seen.insert(token.text)
    }
    return names
  }
}

extension AnswerProgram {
  /// The functions that statements outside of blocks define.
  var definedFunctions: [String] {
    var names: [String] = []
    for (index, token) in tokens.enumerated().dropLast()
    where token.text == "def" && token.range.start.column == 1 {
      names.append(tokens[index + 1].text)
    }
    return names
  }

  /// The parameters of all its functions, without their defaults.
  var parameters: [String] {
    var names: [String] = []
    for (index, token) in tokens.enumerated() where token.text == "def" {
      var depth = 0
      var place = index + 2
      while place < tokens.count {
        depth += tokens[place].bracketStep
        if depth == 0 { break }
        if depth == 1, tokens[place].kind == .name,
          ["(", ",", "*"].contains(tokens[place - 1].text)
        {
          names.append(tokens[place].text)
        }
        place += 1
      }
    }
    return names
  }
}

extension SourceToken {
  /// How a token changes the number of brackets that are open.
  var bracketStep: Int {
    guard kind == .symbol else { return 0 }
    switch text {
    case "(", "[", "{": return 1
    case ")", "]", "}": return -1
    default: return 0
    }
  }
}
