import SourceText

extension Directive {
  /// `@lesson ID format=1`: how a script begins.
  static let lesson = Directive(name: "lesson") {
    (line, reader) throws(LessonScriptError) in
    if let first = reader.draft.lesson {
      throw LessonScriptError(
        .repeatedDirective("lesson", first: first.range), range: line.nameRange)
    }
    var words = line.words
    reader.draft.lesson = ("", line.nameRange)
    let id = try words.identifier()
    reader.draft.lesson = (id.text, id.range)
    guard let option = words.option() else {
      throw LessonScriptError(
        .expected(.format, found: ""),
        range: SourceRange(start: words.position, end: words.position))
    }
    guard option.key == "format" else {
      throw LessonScriptError(
        .unknownOption(
          option.key, suggestions: Spelling.suggestions(for: option.key, among: ["format"])),
        range: option.range)
    }
    guard option.value == String(LessonScript.format) else {
      throw LessonScriptError(
        .unsupportedFormat(option.value, supported: LessonScript.format), range: option.range)
    }
    try words.end()
  }
}
