public import Localization
public import SourceText

/// One step of a lesson: what is shown, run and expected before the learner goes on.
public struct LessonStep: Hashable, Sendable {
  /// The name of the step inside its lesson; it never changes.
  public var id: String
  /// Where the id stands.
  public var idRange: SourceRange
  /// What the step consists of, in order; not empty.
  public var items: [LessonItem]

  /// The blocks of lines that the step runs, in order.
  public var blocks: [LessonBlock] {
    items.compactMap { item in
      if case .block(let block) = item { block } else { nil }
    }
  }

  /// The questions of the step, in order.
  public var questions: [Question] {
    items.compactMap { item in
      if case .question(let question) = item { question } else { nil }
    }
  }
}

/// A part of a step.
public enum LessonItem: Hashable, Sendable {
  /// Text to show.
  case text(LocalizedText)
  /// Lines to run.
  case block(LessonBlock)
  /// What must hold after the lines before it.
  case expectation(Expectation)
  /// What the learner is asked, in the state that the lines before it lead to.
  case question(Question)
}

/// Lines of a script that stand together, with no directive between them.
public struct LessonBlock: Hashable, Sendable {
  /// The lines, in order; comments and empty lines are left out. There is at least one.
  public var lines: [LessonLine]

  /// From the first character of the first line to the last of the last.
  public var range: SourceRange {
    SourceRange(start: lines[0].range.start, end: lines[lines.count - 1].range.end)
  }
}

/// A line to run, exactly as it stands in the script.
public struct LessonLine: Hashable, Sendable {
  /// The characters of the line, without its line end.
  public var text: String
  /// Where it stands: it begins in column 1 of its line.
  public var range: SourceRange

  /// Makes a line from its text and its number in the script.
  public init(_ text: String, line: Int) {
    self.text = text
    self.range = SourceRange(line: line, column: 1, length: text.count)
  }
}
