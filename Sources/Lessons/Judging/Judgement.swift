import LinearAlgebra
public import Localization
public import NeuralNetworks
public import NumPyLanguage

/// What an answer is worth, and why: everything that whoever shows it can put into words.
public struct Judgement: Sendable {
  /// What an answer is worth.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// It is the key, or does the same.
    case right
    /// It is accepted beside the key; feedback or readings say what is different.
    case alternative
    /// It is partly right.
    case partial
    /// It is wrong.
    case wrong
    /// It is no answer: it cannot be read or run. This counts for nothing.
    case invalid

    /// Whether the question is answered.
    public var isAccepted: Bool { self == .right || self == .alternative }
  }

  /// What it is worth.
  public var verdict: Verdict
  /// The named slip, or the question's own words for this answer.
  public var feedback: Feedback?
  /// What was seen, in the order in which it helps.
  public var evidence: [Evidence] = []
  /// How the answer was taken where that is not as it stands.
  public var readings: [Reading] = []
  /// Why it is no answer; nil unless it is invalid.
  public var error: AnswerError?
  /// The names that the question hands to an answer, where the error may be about a name; nil where
  /// that does not help.
  public var usableNames: [String]?
  /// How often key and answer were run beside each other.
  public var trials = 0
  /// How many variants of the shapes these had: more than one for single samples and batches.
  public var variants = 1
  /// The seed that leads to the same judgement again.
  public var seed: UInt32

  /// Makes a judgement.
  public init(
    verdict: Verdict, feedback: Feedback? = nil, evidence: [Evidence] = [],
    readings: [Reading] = [], error: AnswerError? = nil, trials: Int = 0, variants: Int = 1,
    seed: UInt32
  ) {
    (self.verdict, self.feedback, self.evidence) = (verdict, feedback, evidence)
    (self.readings, self.error, self.seed) = (readings, error, seed)
    (self.trials, self.variants) = (trials, variants)
  }

  /// What an answer is told.
  public enum Feedback: Hashable, Sendable {
    /// A slip from the bank, which the question leaves to be worded.
    case slip(Slip)
    /// The question's own words, by their id.
    case own(id: String, LocalizedText)
    /// An id that the question does not word: an idea of a text that is missing.
    case named(String)

    /// The name that scripts and graders use.
    public var id: String {
      switch self {
      case .slip(let slip): slip.rawValue
      case .own(let id, _), .named(let id): id
      }
    }
  }

  /// How an answer was taken.
  public enum Reading: Hashable, Sendable {
    /// Signs were read as their ASCII twins, or products were written out: this is what ran.
    case text(String)
    /// A name stands for a variable of the question.
    case name(String, as: String)
    /// These weights were taken as (outputs, inputs), or generally the other way round.
    case transposedWeights([String])
    /// The samples of a batch were taken as columns.
    case columns
    /// It works for the first variant of the shapes alone: a single sample, not a batch.
    case firstVariantOnly
  }

  /// Something that was seen when the answer was judged.
  public enum Evidence: Sendable {
    /// The value has another shape.
    case shape(expected: [Int], found: [Int])
    /// The first element that differs. The index is empty for a number.
    case element(index: [Int], expected: Double, found: Double)
    /// It stops with an error where these variables have these shapes.
    case failure(PythonError, shapes: [NamedShape])
    /// Lines to paste that show the difference with small numbers, and both values.
    case counterExample(lines: [String], expected: AnswerValue, found: AnswerValue?)
    /// Every element is this many times the right one; a size of that length, where there is one.
    case ratio(Double, size: String?, isInverse: Bool)
    /// This name stands where that one belongs.
    case name(found: String, expected: String)
    /// It would be right with these weights stored as (outputs, inputs).
    case otherLayout([String])
    /// The first case that leads to another value.
    case failingCase(String)
    /// The value is of another type: a number, an array, a list, a text …
    case type(expected: String, found: String)
    /// A number that was found, and whether it is too large.
    case number(found: Double, isTooLarge: Bool)
    /// The function of x is not additive: f(x) + f(y) and f(x + y) differ.
    case notAdditive(x: Double, y: Double, sum: Double, found: Double)
    /// The function of x is not homogeneous: k f(x) and f(kx) differ.
    case notHomogeneous(x: Double, factor: Double, product: Double, found: Double)
    /// The function of x is linear wherever it was tried.
    case linearEverywhere
    /// The network has another number of layers, the input not counted.
    case layerCount(expected: Int, found: Int)
    /// A layer has another size; 0 is the input.
    case layerSize(layer: Int, expected: Int, found: Int)
    /// A layer has another activation.
    case layerActivation(layer: Int, expected: Activation, found: Activation)
    /// A network is fully connected: it has this many weights and biases.
    case parameters(weights: Int, biases: Int)
    /// So many of the answer's parts are right, of so many that are asked for.
    case count(right: Int, of: Int)
    /// These parts of the answer do not belong: options, lines, items.
    case surplus([String])
    /// So many ideas of a text were found, of so many.
    case ideas(found: Int, of: Int)
    /// These ideas of a text are missing.
    case missingIdeas([String])
    /// These words of a text deny what belongs to the answer.
    case denied([String])
    /// An example of the text, as a function of x, was refuted: what it is said to be, and why it is
    /// not.
    case refutedExample(String, claimed: Question.Settings.Property)
    /// A text was judged by phrases alone, leniently: the model answer tells more.
    case lenient
  }

  /// A variable and its shape.
  public struct NamedShape: Hashable, Sendable {
    /// The variable.
    public var name: String
    /// Its shape.
    public var shape: [Int]
    /// The names of its sizes, where they have some.
    public var sizes: [String?]
  }
}
