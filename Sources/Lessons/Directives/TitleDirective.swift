import Localization
import SourceText

extension Directive {
  /// `@title ja TEXT` and `@title en TEXT`: the lesson's name.
  static let title = Directive(name: "title") { (line, reader) throws(LessonScriptError) in
    if reader.draft.isInStep {
      reader.report(.misplacedDirective("title", belongs: .beforeSteps), line.nameRange)
    }
    let (language, used) = try line.language()
    let (text, range) = line.prose(after: used)
    if reader.draft.titles[language] != nil {
      throw LessonScriptError(.repeatedTranslation(.title, language), range: line.nameRange)
    }
    reader.draft.titles[language] = (text, line.nameRange)
    if text.isEmpty {
      throw LessonScriptError(.emptyTranslation(.title, language), range: range)
    }
  }
}

extension DirectiveLine {
  /// The language at the start of the argument, and how many characters it takes.
  func language() throws(LessonScriptError) -> (Language, used: Int) {
    var words = words
    let problem = words.expected(.language)
    let word = words.word()
    guard let language = Language(rawValue: word.text) else { throw problem }
    return (language, word.range.end.column - argumentStart.column)
  }
}
