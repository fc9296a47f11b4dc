import SourceText

extension Directive {
  /// `@covers test=3 exercise=1`: the parts of the course that the lesson covers.
  static let covers = Directive(name: "covers") { (line, reader) throws(LessonScriptError) in
    if reader.draft.isInStep {
      reader.report(.misplacedDirective("covers", belongs: .beforeSteps), line.nameRange)
    }
    var words = line.words
    if words.isAtEnd { throw words.expected(.cover) }
    while let option = words.option() {
      guard let kind = LessonCover.Kind(rawValue: option.key) else {
        throw LessonScriptError(
          .unknownOption(
            option.key,
            suggestions: Spelling.suggestions(
              for: option.key, among: LessonCover.Kind.allCases.map(\.rawValue))),
          range: option.range)
      }
      guard let number = Int(option.value), number > 0 else {
        throw LessonScriptError(.expected(.cover, found: option.value), range: option.range)
      }
      reader.draft.covers.append(LessonCover(kind, number))
    }
  }
}
