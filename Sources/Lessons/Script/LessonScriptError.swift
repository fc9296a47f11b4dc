public import Localization
public import SourceText

/// What is wrong with a lesson script, and where.
public struct LessonScriptError: Error, Hashable, Sendable {
  /// What is wrong.
  public var problem: Problem
  /// Where.
  public var range: SourceRange

  /// Makes an error from its kind and place.
  public init(_ problem: Problem, range: SourceRange) {
    self.problem = problem
    self.range = range
  }

  /// A part of a lesson that stands in every language.
  public enum Part: Hashable, Sendable {
    /// The title.
    case title
    /// A text block.
    case text
    /// What a question asks.
    case prompt
    /// A hint.
    case hint
    /// Why the key is right.
    case why
    /// The model answer of a text.
    case key
    /// An option, by its id.
    case option(String)
    /// An item, by its id.
    case item(String)
    /// An idea of a text or a misconception, by its id.
    case idea(String)
    /// Feedback, by its id.
    case feedback(String)
  }

  /// A place in a script.
  public enum Place: Hashable, Sendable {
    /// Before the first step.
    case beforeSteps
    /// In a step.
    case inStep
    /// In a question.
    case inQuestion
  }

  /// What a directive was missing or had wrong in its argument.
  public enum Expected: Hashable, Sendable {
    /// An identifier: lower-case letters, digits and hyphens.
    case identifier
    /// `format=1`.
    case format
    /// `ja` or `en`.
    case language
    /// A whole number from 0 to 4,294,967,295.
    case seed
    /// `test=3` or `exercise=1`.
    case cover
    /// The name of a quantity, as `u1` or `grad.W1`.
    case name
    /// `=`, `<`, `<=`, `>` or `>=`.
    case relation
    /// `=`.
    case equals
    /// A number.
    case number
    /// A tolerance of 0 or more.
    case tolerance
    /// `within` and a tolerance, or nothing.
    case within
    /// A shape, as `(4, 1)`, `(3,)` or `()`.
    case shape
    /// Layer sizes, as `2-3-3-1`.
    case topology
    /// The end of the line.
    case end
    /// The kind of a question.
    case questionKind
    /// A variable and its shape, as `x: (inputs,)`.
    case given
    /// A shape whose sizes are names or numbers.
    case symbolicShape
    /// What numbers a variable has.
    case values
    /// Two whole numbers, as `2..9`.
    case integerRange
    /// How many labels there are: a size.
    case labelSize
    /// The value of an option of `@ask`.
    case setting(String)
    /// Lines of code to show.
    case listing
    /// Code to run.
    case code
    /// An answer.
    case answer
    /// `=> ` and the id of a feedback.
    case feedback
    /// Line numbers, as `3, 5-7`.
    case lineNumbers
  }

  /// The kinds of problem.
  public enum Problem: Hashable, Sendable {
    // The file.
    /// The file has more bytes than are read; nothing of it was.
    case fileTooLarge(bytes: Int, limit: Int)
    /// The line is not UTF-8.
    case invalidUTF8
    /// The line has more bytes than are read.
    case lineTooLong(bytes: Int, limit: Int)
    /// There are more steps than are read.
    case tooManySteps(limit: Int)
    /// There are more errors than are worth reporting; the rest is left out.
    case tooManyErrors(limit: Int)

    // The structure.
    /// The script does not begin with `@lesson`.
    case missingLesson
    /// The lesson has no title at all.
    case missingTitle
    /// The lesson has no step.
    case noSteps
    /// No directive has this name.
    case unknownDirective(String, suggestions: [String])
    /// A directive is indented; it must begin in column 1.
    case indentedDirective(String)
    /// The directive may stand only once; the first one is there.
    case repeatedDirective(String, first: SourceRange)
    /// The directive belongs somewhere else.
    case misplacedDirective(String, belongs: Place)
    /// A line to run, or prose without `@text`, stands before the first step.
    case lineOutsideStep
    /// Two steps have this id; the first one is there.
    case repeatedStep(String, first: SourceRange)
    /// The step shows, runs and expects nothing.
    case emptyStep(String)
    /// An expectation of an error does not directly follow the line that is to fail.
    case nothingToFail

    // Arguments.
    /// The directive's argument is missing or wrong; `found` is empty where it is missing.
    case expected(Expected, found: String)
    /// The script is of a format that this reader does not know.
    case unsupportedFormat(String, supported: Int)
    /// No option of the directive has this name.
    case unknownOption(String, suggestions: [String])
    /// A value in an expectation is not an array literal.
    case literal(ArrayLiteralError.Problem)

    // Text.
    /// The title or text block lacks this language.
    case missingTranslation(Part, Language)
    /// The title or text block has this language twice.
    case repeatedTranslation(Part, Language)
    /// The title or text block is empty in this language.
    case emptyTranslation(Part, Language)
    /// A text block is not closed by `@end` before the next directive or the end of the file.
    case unclosedText
    /// `@end` without a text block.
    case strayEnd

    // Questions.
    /// No kind of question has this name.
    case unknownKind(String, suggestions: [String])
    /// Two questions of the lesson have this id; the first one is there.
    case repeatedQuestion(String, first: SourceRange)
    /// A question is not closed by `@end` before the next directive or the end of the file.
    case unclosedQuestion
    /// A line in a question belongs to no part of it.
    case lineOutsidePart
    /// A question of this kind has no such part.
    case partOfOtherKind(String, kind: Question.Kind)
    /// The part may stand only once.
    case repeatedPart(String)
    /// A question lacks a part that it cannot do without.
    case missingPart(String)
    /// A question has fewer than two hints.
    case tooFewHints(Int)
    /// Two variables have this name.
    case repeatedName(String)
    /// A variable has another number of variants than the others.
    case variantCount(String, found: Int, expected: Int)
    /// An answer in the script does not have the form of an answer to this kind of question.
    case answerForm(Question.Kind, found: String)
    /// No slip and no feedback of the question has this id.
    case unknownFeedback(String, suggestions: [String])
  }
}
