import SourceText

extension Question.Settings {
  /// Reads the `key=value` words of an `@ask` line.
  mutating func read(
    _ words: inout ArgumentScanner, of kind: Question.Kind
  ) throws(LessonScriptError) {
    let known = kind.rules.settings
    while let option = words.option() {
      guard known.contains(option.key) else {
        throw LessonScriptError(
          .unknownOption(
            option.key, suggestions: Spelling.suggestions(for: option.key, among: known)),
          range: option.range)
      }
      guard set(option.key, option.value) else {
        throw LessonScriptError(
          .expected(.setting(option.key), found: option.value), range: option.range)
      }
    }
  }

  /// Sets one of them; false where the value is none that it can have.
  private mutating func set(_ key: String, _ value: String) -> Bool {
    func choose(_ no: String, _ yes: String) -> Bool? {
      value == yes ? true : value == no ? false : nil
    }
    func isName(_ text: String) -> Bool {
      text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        && text.first.map { !$0.isNumber } ?? false
    }
    switch key {
    case "result":
      result = value
      return isName(value)
    case "call":
      function = value
      return isName(value)
    case "layout":
      guard let free = choose("fixed", "free") else { return false }
      layoutIsFree = free
    case "names":
      guard let free = choose("fixed", "free") else { return false }
      namesAreFree = free
    case "batch":
      guard let required = choose("welcome", "required") else { return false }
      batchIsRequired = required
    case "select":
      guard let several = choose("one", "several") else { return false }
      selectsSeveral = several
    case "property":
      property = Property(rawValue: value)
      return property != nil
    case "within":
      let isPercent = value.hasSuffix("%")
      guard let number = Double(isPercent ? String(value.dropLast()) : value), number >= 0,
        number.isFinite
      else { return false }
      tolerance = isPercent ? .relative(number / 100) : .absolute(number)
    default: return false
    }
    return true
  }
}
