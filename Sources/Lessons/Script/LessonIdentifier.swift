import SourceText

/// The names of lessons and steps: lower-case letters, digits and hyphens, at most 64, beginning
/// with a letter or digit.
enum LessonIdentifier {
  static func isValid(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: "-")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension ArgumentScanner {
  /// Reads an identifier.
  mutating func identifier() throws(LessonScriptError) -> (text: String, range: SourceRange) {
    let problem = expected(.identifier)
    let word = word()
    guard LessonIdentifier.isValid(word.text) else { throw problem }
    return word
  }

  /// Reads `key=value`; the value may be empty.
  mutating func option() -> (key: String, value: String, range: SourceRange)? {
    guard !isAtEnd else { return nil }
    let start = position
    let key = word()
    guard nextWord == "=" else { return (key.text, "", key.range) }
    _ = word()
    let value = word()
    return (key.text, value.text, SourceRange(start: start, end: value.range.end))
  }
}
