public import SourceText

/// What stops a program: a kind and a sentence as Python has them, where it happened, and data.
///
/// `message` is what `str(e)` gives in an `except` clause and belongs to the language, so it is
/// Python's English. Help for a learner is worded elsewhere, from `kind` and `detail`.
public struct PythonError: Error, Sendable {
  private let contents: Contents

  /// The kind of error.
  public var kind: Kind { contents.kind }
  /// Python's sentence about it, without the kind.
  public var message: String { contents.message }
  /// What the sentence is about, as data.
  public var detail: Detail { contents.detail }
  /// The part of the unit's text that went wrong.
  public var range: SourceRange? { contents.range }
  /// The parts of the text whose values went into what failed, in order: both sides of an operator,
  /// the object of a method and the arguments of a call. Empty where nothing is known of them.
  public var operands: [SourceRange] { contents.operands }
  /// The source that `range` and `operands` belong to.
  public var unit: SourceUnit? { contents.unit }
  /// The calls that led there, the innermost first.
  public var calls: [CallSite] { contents.calls }
  /// Further errors of the same text that the parser found.
  public var further: [PythonError] { contents.further }

  /// Makes an error that has no place yet.
  public init(
    _ kind: Kind, _ message: String, _ detail: Detail = .none, at range: SourceRange? = nil
  ) {
    contents = Contents(kind: kind, message: message, detail: detail, range: range)
  }

  private init(_ contents: Contents) { self.contents = contents }

  /// The error at this place and about these parts of the text, unless it has a place already.
  func at(
    _ range: SourceRange, operands: @autoclosure () -> [SourceRange] = []
  ) -> PythonError {
    contents.range == nil
      ? PythonError(contents.with(range: range, operands: operands())) : self
  }

  /// The error in this source: its own place and the calls so far that have no source yet.
  func inside(_ unit: SourceUnit) -> PythonError {
    contents.unit != nil && contents.calls.last?.unit != nil
      ? self : PythonError(contents.inside(unit))
  }

  /// The error as it leaves a function that was called from a place.
  func called(_ function: String, from range: SourceRange) -> PythonError {
    PythonError(contents.called(CallSite(function: function, range: range, unit: nil)))
  }

  /// The error, with others of the same text.
  func with(further errors: [PythonError]) -> PythonError {
    PythonError(contents.with(further: errors))
  }

  /// A call on the way to an error.
  public struct CallSite: Sendable {
    /// The name of the function that was called.
    public var function: String
    /// Where it was called.
    public var range: SourceRange
    /// The source that holds the call.
    public var unit: SourceUnit?
  }

  /// Kept in one object, so that functions which may throw stay small.
  private final class Contents: Sendable {
    let kind: Kind
    let message: String
    let detail: Detail
    let range: SourceRange?
    let operands: [SourceRange]
    let unit: SourceUnit?
    let calls: [CallSite]
    let further: [PythonError]

    init(
      kind: Kind, message: String, detail: Detail, range: SourceRange?,
      operands: [SourceRange] = [], unit: SourceUnit? = nil, calls: [CallSite] = [],
      further: [PythonError] = []
    ) {
      (self.kind, self.message, self.detail) = (kind, message, detail)
      (self.range, self.operands, self.unit) = (range, operands, unit)
      (self.calls, self.further) = (calls, further)
    }

    func with(range: SourceRange, operands: [SourceRange]) -> Contents {
      Contents(
        kind: kind, message: message, detail: detail, range: range, operands: operands, unit: unit,
        calls: calls, further: further)
    }

    func with(further: [PythonError]) -> Contents {
      Contents(
        kind: kind, message: message, detail: detail, range: range, operands: operands, unit: unit,
        calls: calls,
        further: further)
    }

    func inside(_ unit: SourceUnit) -> Contents {
      var calls = calls
      for i in calls.indices where calls[i].unit == nil { calls[i].unit = unit }
      return Contents(
        kind: kind, message: message, detail: detail, range: range, operands: operands,
        unit: self.unit ?? unit,
        calls: calls, further: further)
    }

    func called(_ site: CallSite) -> Contents {
      // A runaway recursion leaves a long chain; its ends tell enough.
      let calls = calls.count < 100 ? calls + [site] : Array(calls.prefix(99)) + [site]
      return Contents(
        kind: kind, message: message, detail: detail, range: range, operands: operands, unit: unit,
        calls: calls,
        further: further)
    }
  }
}
