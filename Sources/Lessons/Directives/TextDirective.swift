import Localization
import SourceText

extension Directive {
  /// `@text ja`, lines, `@text en`, lines, `@end`: text to show, in every language.
  ///
  /// The lines between are taken as they are. The block ends at `@end`; a line that begins with
  /// another directive shows that `@end` was forgotten. To show such a line, indent it.
  static let text = Directive(name: "text") { (line, reader) throws(LessonScriptError) in
    var block = TextBlock(start: line.nameRange)
    var part: DirectiveLine? = line
    while let opening = part {
      part = block.readPart(opening, &reader)
    }
    let text = block.finish(&reader)
    if reader.draft.isInStep {
      reader.draft.append(.text(text))
    } else if let first = reader.draft.introduction {
      throw LessonScriptError(.repeatedDirective("text", first: first.range), range: line.nameRange)
    } else {
      reader.draft.introduction = (text, line.nameRange)
    }
  }
}

/// A text block while it is read.
private struct TextBlock {
  var start: SourceRange
  var texts: [Language: String] = [:]

  init(start: SourceRange) {
    self.start = start
  }

  /// Reads one language's lines and returns the line that opens the next, if one follows.
  mutating func readPart(
    _ opening: DirectiveLine, _ reader: inout LessonScriptReader
  ) -> DirectiveLine? {
    var language: Language?
    do throws(LessonScriptError) {
      let (named, used) = try opening.language()
      language = named
      let rest = opening.prose(after: used)
      if !rest.text.isEmpty {
        throw LessonScriptError(.expected(.end, found: rest.text), range: rest.range)
      }
    } catch {
      reader.report(error)
    }
    var lines: [String] = []
    var next: DirectiveLine?
    var isClosed = false
    var suspect: DirectiveLine?
    while let line = reader.upcomingLine {
      if let directive = line.directive {
        if directive.name == Directive.text.name {
          _ = reader.nextLine()
          next = directive
          isClosed = true
          break
        }
        if directive.name == Directive.end {
          _ = reader.nextLine()
          isClosed = true
          reportSurplus(directive, &reader)
          break
        }
        if Directive.named(directive.name) != nil { break }
        if suspect == nil, !directive.suggestions.isEmpty { suspect = directive }
      }
      _ = reader.nextLine()
      var text = line.text
      while let last = text.last, last.isWhitespace { text.removeLast() }
      lines.append(String(text))
    }
    if !isClosed {
      reader.report(.unclosedText, start)
      if let suspect {
        reader.report(
          .unknownDirective(suspect.name, suggestions: suspect.suggestions), suspect.nameRange)
      }
    }
    if let language { add(lines, language, opening.nameRange, &reader) }
    return next
  }

  private mutating func add(
    _ lines: [String], _ language: Language, _ range: SourceRange,
    _ reader: inout LessonScriptReader
  ) {
    if texts[language] != nil { reader.report(.repeatedTranslation(.text, language), range) }
    var lines = lines[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { reader.report(.emptyTranslation(.text, language), range) }
    texts[language] = lines.joined(separator: "\n")
  }

  /// The whole text; a missing language is reported.
  func finish(_ reader: inout LessonScriptReader) -> LocalizedText {
    if !texts.isEmpty {
      for language in Language.allCases where texts[language] == nil {
        reader.report(.missingTranslation(.text, language), start)
      }
    }
    return LocalizedText(ja: texts[.ja] ?? "", en: texts[.en] ?? "")
  }

  private func reportSurplus(_ end: DirectiveLine, _ reader: inout LessonScriptReader) {
    do throws(LessonScriptError) {
      try end.words.end()
    } catch {
      reader.report(error)
    }
  }
}
