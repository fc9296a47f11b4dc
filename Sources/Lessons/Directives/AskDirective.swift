import SourceText

extension Directive {
  /// `@ask ID KIND …`, parts, `@end`: a question; see ``Question``.
  ///
  /// A part begins with `@` and its name; the lines up to the next `@` in column 1 belong to it and
  /// are taken as they are. Lines before the first part are comments or empty.
  static let ask = Directive(name: "ask") { (line, reader) throws(LessonScriptError) in
    guard reader.draft.isInStep else {
      throw LessonScriptError(.misplacedDirective("ask", belongs: .inStep), range: line.nameRange)
    }
    var draft = QuestionDraft(line, &reader)
    readParts(of: &draft, opening: line, &reader)
    guard let question = draft.finish(&reader) else { return }
    if let first = reader.draft.questions.first(where: { $0.id == question.id }) {
      reader.report(.repeatedQuestion(question.id, first: first.idRange), question.idRange)
    }
    reader.draft.append(.question(question))
  }

  private static func readParts(
    of draft: inout QuestionDraft, opening: DirectiveLine, _ reader: inout LessonScriptReader
  ) {
    while let line = reader.upcomingLine {
      guard let directive = line.directive else {
        _ = reader.nextLine()
        if !line.isBlank, !line.isComment {
          reader.report(.lineOutsidePart, line.trimmed.range)
        }
        continue
      }
      // Another directive shows that `@end` was forgotten.
      if Directive.named(directive.name) != nil { break }
      _ = reader.nextLine()
      if directive.name == Directive.end {
        do throws(LessonScriptError) {
          try directive.words.end()
        } catch {
          reader.report(error)
        }
        return
      }
      let part = PartLines(directive, &reader)
      guard let kind = QuestionPart.named(directive.name) else {
        let names = QuestionPart.all.map(\.name) + Directive.names
        reader.report(
          .unknownDirective(
            directive.name, suggestions: Spelling.suggestions(for: directive.name, among: names)),
          directive.nameRange)
        continue
      }
      do throws(LessonScriptError) {
        try draft.read(part, as: kind, &reader)
      } catch {
        reader.report(error)
      }
    }
    reader.report(.unclosedQuestion, opening.nameRange)
  }
}

/// A part of a question as it stands in the script: its first line, and the lines after it.
struct PartLines {
  /// The line that begins with `@`.
  let opening: DirectiveLine
  /// The lines that follow it, without empty ones at the end.
  private let following: [String]

  /// Reads the lines up to the next directive.
  init(_ opening: DirectiveLine, _ reader: inout LessonScriptReader) {
    self.opening = opening
    var lines: [String] = []
    while let line = reader.upcomingLine, line.directive == nil {
      _ = reader.nextLine()
      var text = line.text
      while let last = text.last, last.isWhitespace { text.removeLast() }
      lines.append(String(text))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    following = lines
  }

  /// The lines that follow it, without empty ones at their ends.
  var lines: [String] { Array(following.drop(while: \.isEmpty)) }

  /// The text of the part: what stands on its first line after so many characters, and all lines.
  func text(after used: Int = 0) -> (text: String, range: SourceRange) {
    let first = opening.prose(after: used)
    let all = first.text.isEmpty ? lines : [first.text] + following
    return (all.joined(separator: "\n"), first.range)
  }
}
