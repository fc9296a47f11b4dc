import SourceText

extension Directive {
  /// `@seed 7`: the seed of everything random in the lesson.
  static let seed = Directive(name: "seed") { (line, reader) throws(LessonScriptError) in
    if reader.draft.isInStep {
      reader.report(.misplacedDirective("seed", belongs: .beforeSteps), line.nameRange)
    }
    if let first = reader.draft.seed {
      throw LessonScriptError(.repeatedDirective("seed", first: first.range), range: line.nameRange)
    }
    var words = line.words
    let problem = words.expected(.seed)
    guard let value = UInt32(words.word().text) else { throw problem }
    reader.draft.seed = (value, line.nameRange)
    try words.end()
  }
}
