public import Localization
public import SourceText

/// A question of a lesson: what is asked, the answers that it knows, and what helps.
///
/// In a script it is a block of parts; each part is a line that begins with `@`, and the lines after
/// it up to the next `@` belong to it:
///
///     @ask the-line formula result=u
///     @prompt ja 総入力 u を計算する一行を書いてください。
///     @prompt en Write the line that computes the total input u.
///     @given x: (inputs,) | (samples, inputs); W: (inputs, units); b: (units,)
///     @key np.dot(x, W) + b
///     @wrong np.dot(x, W) => missing-bias
///     @hint …
///     @why …
///     @end
///
/// A question is data and judges nothing: ``Judge`` does, by running the key beside the answer.
/// Whoever presents a question takes it from ``Judge/presented(_:in:)``, where the numbers of the
/// learner's seed stand in its texts, shows ``prompt``, ``listing``, ``items``, ``options`` and
/// ``start``, gives ``hints`` one by one, and shows ``explanation`` (and the key) after success,
/// skip or solution.
public struct Question: Hashable, Sendable {
  /// The name of the question inside its lesson; it never changes.
  public var id: String
  /// Where the id stands.
  public var idRange: SourceRange
  /// What sort of answer it takes.
  public var kind: Kind
  /// What the `@ask` line says beyond id and kind.
  public var settings = Settings()
  /// What is asked.
  public var prompt: LocalizedText
  /// The lines of the listing that the question is about, numbered from 1; empty where there is none.
  public var listing: [String] = []
  /// What the answer starts from, as code with a gap; nil where the learner starts with nothing.
  public var start: String?
  /// The variables that key and answer are run on, in order.
  public var givens: [Given] = []
  /// Statements that run after the variables are there, for what follows from them.
  public var setup = ""
  /// What can be chosen, ordered or paired with an item.
  public var options: [Choice] = []
  /// What options or line numbers are paired with.
  public var items: [Choice] = []
  /// Expressions that are run after the code of key and answer, and must lead to the same values.
  public var cases: [Case] = []
  /// What a text must say.
  public var ideas: [Idea] = []
  /// What a text must not say; the id is that of the feedback.
  public var misconceptions: [Idea] = []
  /// The lines of the listing that may be named or left out.
  public var optionalLines: [Int] = []
  /// The answer that is shown as the solution.
  public var key: SampleAnswer
  /// What is shown as the solution, in place of the key's own text; set where the numbers of a seed
  /// stand in the question.
  public var solution: String?
  /// For a text: the model answer in every language; nil for all other kinds.
  public var modelAnswer: LocalizedText?
  /// Further answers with the verdict that each must get.
  public var samples: [SampleAnswer] = []
  /// The hints, from vague to plain; at least two.
  public var hints: [LocalizedText]
  /// Why the key is right.
  public var explanation: LocalizedText
  /// The question's own feedback, by its id.
  public var feedback: [String: LocalizedText] = [:]

  /// The sorts of question. What a kind needs and how it is judged stands in one file each.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A line of NumPy, run on random shapes and values beside the key.
    case formula
    /// Several lines or a function, run on cases beside the key.
    case code
    /// One option, or several.
    case choice
    /// A number, or a list of them.
    case number
    /// Lines of the listing, by number or quoted.
    case lines
    /// The layers of a network.
    case network
    /// All options, in order.
    case order
    /// An option or a line of the listing for each item.
    case match
    /// A sentence or two, judged leniently by the ideas in it.
    case text
  }

  /// Something that can be chosen or paired, by its id.
  public struct Choice: Hashable, Sendable {
    /// What the learner types for it.
    public var id: String
    /// What it says.
    public var text: LocalizedText
  }

  /// An idea of a text: any of its phrases, in any language, expresses it.
  public struct Idea: Hashable, Sendable {
    /// Its name, which is also that of the feedback where the question has one.
    public var id: String
    /// The phrases; each is a list of parts that must all stand in the text, in any order.
    public var phrases: [[String]]
  }

  /// An expression to run after the code of an answer.
  public struct Case: Hashable, Sendable {
    /// The expression.
    public var expression: String
    /// The feedback for an answer that fails here first, or nil.
    public var feedback: String?
    /// Where it stands.
    public var range: SourceRange
  }

  /// An answer that the question knows, with the verdict it must get.
  public struct SampleAnswer: Hashable, Sendable {
    /// What an answer is worth.
    public enum Role: String, CaseIterable, Hashable, Sendable {
      /// The reference answer.
      case key
      /// Accepted beside the key.
      case accept
      /// Partly right.
      case partial
      /// Wrong.
      case wrong
      /// No answer at all: it costs nothing.
      case invalid
    }

    /// What it is worth.
    public var role: Role
    /// The answer as a learner types it.
    public var text: String
    /// The id of the feedback that it gets: a slip, or the question's own.
    public var feedback: String?
    /// Where it stands.
    public var range: SourceRange

    /// Makes an answer.
    public init(role: Role, text: String, feedback: String?, range: SourceRange) {
      (self.role, self.text, self.feedback, self.range) = (role, text, feedback, range)
    }
  }

  /// What is known of an answer without running it.
  public struct Settings: Hashable, Sendable {
    /// The name of the value that is asked for, `result=u`; nil for the last one of the answer.
    public var result: String?
    /// Whether weights may be stored the other way round, `layout=free` (the default) or `fixed`.
    public var layoutIsFree = true
    /// Whether W1, X or bias may stand for the names given, `names=free` (the default) or `fixed`.
    public var namesAreFree = true
    /// Whether an answer must work for every variant of the given shapes, `batch=required`, or is
    /// accepted with a note where it works for the first alone, `batch=welcome` (the default).
    public var batchIsRequired = false
    /// What the formula must be in x, `property=linear` or `nonlinear`; nil to compare it with the
    /// key.
    public var property: Property?
    /// The largest difference that is no difference, `within=0.01` or `within=1%`.
    public var tolerance: Tolerance?
    /// The function that the code must define, `call=softmax`.
    public var function: String?
    /// Whether several options are to be chosen, `select=several`.
    public var selectsSeveral = false

    /// A property of a function of x.
    public enum Property: String, CaseIterable, Hashable, Sendable {
      /// f(x + y) = f(x) + f(y) and f(kx) = k f(x) for all x, y, k.
      case linear
      /// One of the two fails somewhere.
      case nonlinear
    }

    /// A largest difference.
    public enum Tolerance: Hashable, Sendable {
      /// Of the values.
      case absolute(Double)
      /// Of the values, in parts of the right one.
      case relative(Double)
    }
  }
}
