import LinearAlgebra

/// Whether two values are the same, as far as rounding allows.
struct Comparison {
  /// The difference that is allowed.
  let tolerance: Question.Settings.Tolerance

  /// The allowed difference where a question does not say: 10⁻⁵ of the right value, or of 1 where
  /// that is larger. Rounding stays far below it, and so does the guard 10⁻⁷ in log(y + 1e-7) for
  /// probabilities of 0.02 and more; slips lie far above.
  static let standard = Comparison(tolerance: nil)

  private let isStandard: Bool

  init(tolerance: Question.Settings.Tolerance?) {
    isStandard = tolerance == nil
    self.tolerance = tolerance ?? .relative(1e-5)
  }

  /// Whether two numbers agree; NaN agrees with NaN, and an infinity with itself alone.
  func agree(_ found: Double, _ expected: Double) -> Bool {
    if found == expected || found.isNaN && expected.isNaN { return true }
    // A part of infinity would be infinity, too, and allow everything.
    guard found.isFinite, expected.isFinite else { return false }
    let allowed =
      switch tolerance {
      case .absolute(let difference): difference
      case .relative(let part):
        part * (isStandard ? max(1, expected.magnitude) : expected.magnitude)
      }
    // One more rounding, so that a difference that is just allowed is allowed.
    return (found - expected).magnitude <= allowed * (1 + 1e-9)
  }

  /// Whether two values agree in type, shape and every element.
  func agree(_ found: AnswerValue, _ expected: AnswerValue) -> Bool {
    difference(found, expected) == nil
  }

  /// The first difference between two values, or nil.
  func difference(_ found: AnswerValue, _ expected: AnswerValue) -> Judgement.Evidence? {
    switch (found, expected) {
    case (.array(let left), .array(let right)):
      guard left.shape == right.shape else {
        return .shape(expected: right.shape, found: left.shape)
      }
      for position in right.elements.indices
      where !agree(left.elements[position], right.elements[position]) {
        return .element(
          index: right.index(of: position), expected: right.elements[position],
          found: left.elements[position])
      }
      return nil
    case (.list(let left), .list(let right)):
      guard left.count == right.count else {
        return .shape(expected: [right.count], found: [left.count])
      }
      return zip(left, right).lazy.compactMap { difference($0, $1) }.first
    case (.dictionary(let left), .dictionary(let right)):
      guard left.keys.sorted() == right.keys.sorted() else {
        return .type(
          expected: "dict " + right.keys.sorted().joined(separator: ", "),
          found: "dict " + left.keys.sorted().joined(separator: ", "))
      }
      return right.keys.sorted().lazy.compactMap { key in
        left[key].flatMap { l in right[key].flatMap { r in difference(l, r) } }
      }.first
    case (.text(let left), .text(let right)):
      return left == right ? nil : .type(expected: "'\(right)'", found: "'\(left)'")
    default:
      return found == expected
        ? nil : .type(expected: expected.typeName, found: found.typeName)
    }
  }
}
