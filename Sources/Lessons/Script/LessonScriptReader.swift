import Localization
import SourceText

/// Reads the lines of a script one by one, hands directives to the table of directives, and
/// collects what is wrong without stopping at it.
struct LessonScriptReader {
  /// What is known of the lesson so far.
  var draft: LessonDraft
  /// What was found wrong so far.
  private(set) var errors: [LessonScriptError] = []
  private var lines: [ScriptLine] = []
  private var cursor = 0
  private var complainedAboutStart = false
  private var hasGivenUp = false
  /// Whether a directive stood in the step that is being read, right or wrong.
  private var isStepTouched = false

  init(path: String) {
    draft = LessonDraft(path: path)
  }

  /// Reads a whole file.
  mutating func read(_ bytes: [UInt8]) {
    guard bytes.count <= LessonScript.maximumBytes else {
      report(
        .fileTooLarge(bytes: bytes.count, limit: LessonScript.maximumBytes),
        SourceRange(line: 1, column: 1, length: 0))
      return
    }
    splitIntoLines(bytes[...])
    while !hasGivenUp, let line = nextLine() { read(line) }
    draft.closeBlock()
    finishStep()
    finishLesson()
  }

  /// The lesson, if nothing is wrong with it, and what is.
  var result: LessonScript.Reading {
    let sorted = errors.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    return LessonScript.Reading(
      script: errors.isEmpty ? draft.script : nil, errors: sorted.map(\.element))
  }

  /// Notes an error.
  mutating func report(_ problem: LessonScriptError.Problem, _ range: SourceRange) {
    guard !hasGivenUp else { return }
    if errors.count == LessonScript.maximumErrors {
      errors.append(
        LessonScriptError(.tooManyErrors(limit: LessonScript.maximumErrors), range: range))
      hasGivenUp = true
    } else {
      errors.append(LessonScriptError(problem, range: range))
    }
  }

  /// Notes an error.
  mutating func report(_ error: LessonScriptError) {
    report(error.problem, error.range)
  }

  // MARK: Lines

  /// The next line without moving on.
  var upcomingLine: ScriptLine? { cursor < lines.count ? lines[cursor] : nil }

  /// The next line.
  mutating func nextLine() -> ScriptLine? {
    guard let line = upcomingLine else { return nil }
    cursor += 1
    return line
  }

  /// Cuts the bytes into lines of text; a line that cannot be read is reported and left out.
  private mutating func splitIntoLines(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var number = 0
    for var line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.last == 0x0D { line.removeLast() }
      let start = SourceRange(line: number, column: 1, length: 0)
      guard line.count <= LessonScript.maximumLineBytes else {
        report(.lineTooLong(bytes: line.count, limit: LessonScript.maximumLineBytes), start)
        continue
      }
      guard let text = String(validating: line, as: UTF8.self) else {
        report(.invalidUTF8, start)
        continue
      }
      lines.append(ScriptLine(number: number, text: Substring(text)))
      if hasGivenUp { return }
    }
  }

  private mutating func read(_ line: ScriptLine) {
    if let directive = line.directive {
      draft.closeBlock()
      read(directive)
    } else if !line.isBlank, !line.isComment {
      readLineToRun(line)
    }
  }

  private mutating func readLineToRun(_ line: ScriptLine) {
    let (text, range) = line.trimmed
    if text.first == "@", let name = indentedName(text) {
      report(.indentedDirective(name), range)
      return
    }
    complainUnlessStarted(range)
    guard draft.isInStep else {
      if draft.lesson != nil { report(.lineOutsideStep, range) }
      return
    }
    draft.append(LessonLine(String(line.text), line: line.number))
  }

  private func indentedName(_ text: Substring) -> String? {
    let name = String(text.dropFirst().prefix { !$0.isWhitespace })
    return Directive.named(name) == nil && name != Directive.end ? nil : name
  }

  // MARK: Directives

  private mutating func read(_ line: DirectiveLine) {
    if line.name != Directive.step.name { isStepTouched = true }
    guard let directive = Directive.named(line.name) else {
      if line.name == Directive.end {
        report(.strayEnd, line.nameRange)
      } else if QuestionPart.named(line.name) != nil {
        report(.misplacedDirective(line.name, belongs: .inQuestion), line.nameRange)
      } else {
        report(.unknownDirective(line.name, suggestions: line.suggestions), line.nameRange)
      }
      return
    }
    if line.name != Directive.lesson.name { complainUnlessStarted(line.nameRange) }
    do throws(LessonScriptError) {
      try directive.read(line, &self)
    } catch {
      report(error)
    }
  }

  /// Reports once that the script does not begin with `@lesson`.
  private mutating func complainUnlessStarted(_ range: SourceRange) {
    guard draft.lesson == nil, !complainedAboutStart else { return }
    complainedAboutStart = true
    report(.missingLesson, range)
  }

  // MARK: Ends

  /// Looks over the step that ends here.
  mutating func finishStep() {
    defer { isStepTouched = false }
    guard let step = draft.steps.last, step.items.isEmpty, !isStepTouched else { return }
    report(.emptyStep(step.id), step.idRange)
  }

  private mutating func finishLesson() {
    guard !hasGivenUp else { return }
    let start = SourceRange(line: 1, column: 1, length: 0)
    complainUnlessStarted(start)
    // A file with nothing of a lesson in it is not a lesson with everything missing.
    if draft.lesson == nil, draft.titles.isEmpty, draft.steps.isEmpty { return }
    if let title = draft.titles.values.map(\.range).min(by: { $0.start < $1.start }) {
      for language in Language.allCases where draft.titles[language] == nil {
        report(.missingTranslation(.title, language), title)
      }
    } else {
      report(.missingTitle, draft.lesson?.range ?? start)
    }
    if draft.steps.isEmpty {
      let end = lines.last?.range.end ?? start.end
      report(.noSteps, SourceRange(start: end, end: end))
    }
  }
}
