import NumPyLanguage
import SourceText

/// A program's tokens, the groups they form, and the text that replacing some of them leads to.
struct TokenEditor {
  /// The tokens without those of blocks.
  let tokens: [SourceToken]
  private let characters: [Character]
  private let lineStarts: [Int]

  init(_ text: String, _ tokens: [SourceToken]) {
    self.tokens = tokens.filter { $0.kind != .indentation }
    characters = Array(text)
    var starts = [0]
    for (index, character) in characters.enumerated() where character.isNewline {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// Tokens that belong together: one operand of a call, the right side of an assignment, what
  /// stands between brackets.
  struct Group: Hashable {
    var range: Range<Int>
  }

  /// A call: the whole of it from its first name on, and its arguments.
  struct Call {
    var range: Range<Int>
    var arguments: [Range<Int>]
  }

  // MARK: Text

  private func offset(_ position: SourcePosition) -> Int {
    let line = min(max(position.line, 1), lineStarts.count)
    return min(lineStarts[line - 1] + position.column - 1, characters.count)
  }

  /// The characters of tokens, with what stands between them.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let (start, end) = (offset(tokens[first].range.start), offset(tokens[last].range.end))
    return start < end ? String(characters[start..<end]) : ""
  }

  /// The program with some of its tokens replaced.
  func text(with edits: [(Range<Int>, String)]) -> String {
    var result = ""
    var position = 0
    for (range, replacement) in edits.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      guard let first = range.first, let last = range.last else { continue }
      let start = offset(tokens[first].range.start)
      guard start >= position else { continue }
      result += String(characters[position..<start]) + replacement
      position = max(start, offset(tokens[last].range.end))
    }
    return result + String(characters[position...])
  }

  // MARK: Structure

  /// Whether a token is the name of a variable: no attribute, no keyword argument, no call.
  func isVariable(at index: Int) -> Bool {
    guard tokens[index].kind == .name else { return false }
    if index > 0, tokens[index - 1].text == "." { return false }
    guard index + 1 < tokens.count else { return true }
    return tokens[index + 1].text != "("
  }

  private static let separators: Set<String> = [
    ",", "=", ":", ";", "+=", "-=", "*=", "/=", "return", "if", "else", "for", "in", "and", "or",
    "not", "==", "<", ">", "<=", ">=", "!=",
  ]

  /// All groups, the outer ones of a statement first.
  func groups() -> [Group] {
    var groups: [(depth: Int, group: Group)] = []
    var starts = [0]
    func close(_ end: Int, _ depth: Int) {
      let start = starts[starts.count - 1]
      if start < end { groups.append((depth, Group(range: start..<end))) }
    }
    for (index, token) in tokens.enumerated() {
      switch token.bracketStep {
      case 1: starts.append(index + 1)
      case -1:
        close(index, starts.count)
        if starts.count > 1 { starts.removeLast() }
      default:
        guard token.kind == .lineEnd || Self.separators.contains(token.text) else { continue }
        close(index, starts.count)
        starts[starts.count - 1] = index + 1
      }
    }
    close(tokens.count, starts.count)
    return groups.enumerated().sorted {
      ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset)
    }
    .map(\.element.group)
  }

  /// The operators of a group that stand between two operands, brackets inside it not looked into.
  func binary(in group: Group, _ signs: Set<String>) -> [Int] {
    var depth = 0
    var found: [Int] = []
    for index in group.range {
      let token = tokens[index]
      depth += token.bracketStep
      guard depth == 0, token.kind == .symbol, signs.contains(token.text),
        index > group.range.lowerBound, index + 1 < group.range.upperBound
      else { continue }
      let before = tokens[index - 1]
      let isOperand =
        [.name, .number, .string].contains(before.kind) || [")", "]", "}"].contains(before.text)
      if isOperand { found.append(index) }
    }
    return found
  }

  /// The place after the bracket that closes the one at a place.
  func groupEnd(_ open: Int) -> Int {
    var depth = 0
    for index in open..<tokens.count {
      depth += tokens[index].bracketStep
      if depth == 0 { return index + 1 }
    }
    return tokens.count
  }

  /// The place after the argument of a call that begins at a place.
  func argumentEnd(_ start: Int) -> Int {
    var depth = 0
    for index in start..<tokens.count {
      if depth == 0, tokens[index].text == "," || tokens[index].bracketStep == -1 { return index }
      depth += tokens[index].bracketStep
    }
    return tokens.count
  }

  /// The call of the name at a place; nil where it is none.
  func call(at index: Int) -> Call? {
    guard tokens[index].kind == .name, index + 1 < tokens.count, tokens[index + 1].text == "("
    else { return nil }
    if index > 0, tokens[index - 1].text == "def" { return nil }
    var start = index
    while start >= 2, tokens[start - 1].text == ".", tokens[start - 2].kind == .name { start -= 2 }
    let end = groupEnd(index + 1)
    var arguments: [Range<Int>] = []
    var position = index + 2
    while position < end - 1 {
      let next = min(argumentEnd(position), end - 1)
      if next > position { arguments.append(position..<next) }
      position = next + 1
    }
    return Call(range: start..<end, arguments: arguments)
  }

  /// Where the operand that ends before a place begins.
  func primaryStart(_ end: Int) -> Int {
    var index = end - 1
    var depth = 0
    while index >= 0 {
      let token = tokens[index]
      depth -= token.bracketStep
      if depth < 0 { return index + 1 }
      if depth == 0 {
        let before = index > 0 ? tokens[index - 1] : nil
        let goesOn =
          token.text == "." || before?.text == "."
          || (token.bracketStep == 1
            && (before?.kind == .name || before?.bracketStep == -1))
        if !goesOn { return index }
      }
      index -= 1
    }
    return 0
  }

  /// Where the operand that begins at a place ends.
  func primaryEnd(_ start: Int) -> Int {
    var index = start
    guard index < tokens.count else { return index }
    index = tokens[index].bracketStep == 1 ? groupEnd(index) : index + 1
    while index < tokens.count {
      if tokens[index].text == ".", index + 1 < tokens.count {
        index += 2
      } else if ["(", "["].contains(tokens[index].text) {
        index = groupEnd(index)
      } else {
        break
      }
    }
    return index
  }
}
