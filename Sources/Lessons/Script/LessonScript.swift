public import Localization
public import SourceText

/// A lesson: its title, its text in every language, the lines it runs and what they must lead to.
///
/// It is read from a script (see ``read(_:path:)``), a plain text file:
///
///     @lesson total-input format=1
///     @title ja 総入力
///     @title en The total input
///     @seed 7
///
///     @step weigh-and-add
///     @text ja
///     ユニットは入力を重みで測り、足し合わせます。
///     @text en
///     A unit weighs its inputs and adds them up.
///     @end
///     layers 4 1:identity
///     forward 1 2 3 4
///     @expect shape u1 = (1,)
///
/// A step may also ask: `@ask ID KIND`, parts, `@end`, see ``Question``.
///
/// Lines that begin with `@` are directives, lines that begin with `#` comments. All other lines
/// after the first `@step` run as if they were typed at the prompt.
public struct LessonScript: Hashable, Sendable {
  /// The name by which the lesson is called and its progress kept; it never changes.
  public var id: String
  /// Where the id stands.
  public var idRange: SourceRange
  /// The name of the file, as it was given to the reader.
  public var path: String
  /// The lesson's name in every language.
  public var title: LocalizedText
  /// The parts of the course that the lesson covers.
  public var covers: [LessonCover]
  /// The seed of everything random in the lesson, or nil where it does not say.
  public var seed: UInt32?
  /// The text before the first step, or nil.
  public var introduction: LocalizedText?
  /// The steps in order; there is at least one, and their ids differ.
  public var steps: [LessonStep]

  /// The version of the script format that this reader knows.
  public static let format = 1

  /// The index of the step with an id, or nil.
  public func index(ofStep id: String) -> Int? {
    steps.firstIndex { $0.id == id }
  }

  /// The index of the step that asks a question, or nil.
  public func index(ofStepWithQuestion id: String) -> Int? {
    steps.firstIndex { $0.questions.contains { $0.id == id } }
  }

  /// All questions, in order; their ids differ.
  public var questions: [Question] { steps.flatMap(\.questions) }

  /// The blocks of all steps before one, in order: what a replay of that step alone runs first.
  public func blocks(beforeStep index: Int) -> [LessonBlock] {
    steps[..<index].flatMap(\.blocks)
  }
}

/// A confirmation test or an exercise of the course, by its number.
public struct LessonCover: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A confirmation test.
    case test
    /// An exercise.
    case exercise
  }

  /// What it is.
  public var kind: Kind
  /// Its number, from 1.
  public var number: Int

  /// Makes a reference to a part of the course.
  public init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }
}
