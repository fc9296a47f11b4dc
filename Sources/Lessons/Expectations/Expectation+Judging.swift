import LinearAlgebra
import SourceText

extension Expectation {
  /// Whether the claim holds.
  ///
  /// Two numbers agree when |found − expected| ≤ tolerance, when they are the same infinity, or when
  /// both are NaN.
  ///
  /// - Parameters:
  ///   - state: what the lines have led to.
  ///   - result: how the block of lines before the expectation ended, or nil where there is none.
  ///   - block: that block.
  /// - Complexity: O(*n*) in the number of elements.
  public func outcome(
    in state: some LessonState, after result: LessonBlockResult?, of block: LessonBlock?
  ) -> ExpectationOutcome {
    switch kind {
    case .value(let name, let expected, let tolerance):
      Self.quantity(name, in: state) { found in
        Self.compare(name, expected: expected, found: found, tolerance: tolerance)
      }
    case .sum(let name, let expected, let tolerance):
      Self.quantity(name, in: state) { found in
        let sum = found.elements.reduce(0, +)
        return Self.agree(sum, expected, tolerance)
          ? .met : .sumDiffers(name: name, expected: expected, found: sum, tolerance: tolerance)
      }
    case .shape(let name, let expected):
      Self.quantity(name, in: state) { found in
        found.shape == expected
          ? .met : .shapeDiffers(name: name, expected: expected, found: found.shape)
      }
    case .comparison(let name, let relation, let bound):
      Self.quantity(name, in: state) { found in
        guard found.elements.count == 1 else {
          return .notANumber(name: name, shape: found.shape)
        }
        let number = found.elements[0]
        return relation.holds(number, bound)
          ? .met : .comparisonFails(name: name, relation, bound: bound, found: number)
      }
    case .topology(let expected):
      state.topology == expected
        ? .met : .topologyDiffers(expected: expected, found: state.topology)
    case .failure(let expected):
      Self.failure(expected, result, block)
    }
  }

  private static func quantity(
    _ name: String, in state: some LessonState, _ judge: (ArrayValue) -> ExpectationOutcome
  ) -> ExpectationOutcome {
    guard let value = state.value(ofQuantity: name) else {
      return .unknownQuantity(
        name, suggestions: Spelling.suggestions(for: name, among: state.quantityNames))
    }
    return judge(value)
  }

  private static func compare(
    _ name: String, expected: ArrayValue, found: ArrayValue, tolerance: Double
  ) -> ExpectationOutcome {
    guard expected.shape == found.shape else {
      return .shapeDiffers(name: name, expected: expected.shape, found: found.shape)
    }
    let different = expected.elements.indices.filter {
      !agree(found.elements[$0], expected.elements[$0], tolerance)
    }
    guard let first = different.first else { return .met }
    return .elementDiffers(
      name: name, index: expected.index(of: first), expected: expected.elements[first],
      found: found.elements[first], tolerance: tolerance, count: different.count)
  }

  private static func agree(_ found: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    found == expected || (found.isNaN && expected.isNaN)
      || (found - expected).magnitude <= tolerance
  }

  private static func failure(
    _ expected: String, _ result: LessonBlockResult?, _ block: LessonBlock?
  ) -> ExpectationOutcome {
    guard case .failed(let failure)? = result else { return .noFailure(expected: expected) }
    if let block, failure.lastLine < block.range.end.line {
      return .earlierFailure(expected: expected, failure)
    }
    return failure.kind == expected
      ? .met : .otherFailure(expected: expected, found: failure.kind)
  }
}
