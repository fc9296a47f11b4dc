import SourceText

/// Walks over the argument of a directive, word by word, and keeps count of columns.
struct ArgumentScanner {
  private(set) var rest: Substring
  private(set) var position: SourcePosition

  /// Starts at the beginning of a text; full-width signs are read as their ASCII twins, and a
  /// comment or white space at the end is left out.
  init(_ text: String, at position: SourcePosition) {
    let reading = FullWidth.reading(text)
    let comment = zip(reading.indices, reading.indices.dropFirst()).first { space, sign in
      reading[sign] == "#" && reading[space].isWhitespace
    }
    rest = reading[..<(comment?.1 ?? reading.endIndex)]
    if rest.first == "#" { rest = "" }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    self.position = position
    skipSpace()
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next word without moving on: up to white space or a relation sign.
  var nextWord: Substring {
    if let first = rest.first, Self.isRelation(first) { return rest.prefix(while: Self.isRelation) }
    return rest.prefix { !$0.isWhitespace && !Self.isRelation($0) }
  }

  /// The range of a text that starts here.
  func range(of text: Substring) -> SourceRange {
    SourceRange(line: position.line, column: position.column, length: text.count)
  }

  /// Moves over the next word and the white space after it.
  mutating func word() -> (text: String, range: SourceRange) {
    let word = nextWord
    let range = range(of: word)
    move(to: word.endIndex)
    skipSpace()
    return (String(word), range)
  }

  /// Moves to the place where a reader of part of the text stopped.
  mutating func move(to index: Substring.Index) {
    position.column += rest[..<index].count
    rest = rest[index...]
  }

  /// Moves over white space.
  mutating func skipSpace() {
    move(to: rest.prefix(while: \.isWhitespace).endIndex)
  }

  /// The error that something else was expected here.
  func expected(_ what: LessonScriptError.Expected) -> LessonScriptError {
    var scanner = self
    let (word, range) = scanner.word()
    return LessonScriptError(.expected(what, found: word), range: range)
  }

  /// Makes sure that nothing is left.
  func end() throws(LessonScriptError) {
    guard isAtEnd else {
      throw LessonScriptError(.expected(.end, found: String(rest)), range: range(of: rest))
    }
  }

  private static func isRelation(_ character: Character) -> Bool { "=<>!".contains(character) }
}
