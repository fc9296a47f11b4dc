import LinearAlgebra
import SourceText

extension Arguments {
  /// The stretch of the line that the words left over take.
  var valueRange: SourceRange {
    guard let first = words.first, let last = words.last else { return end }
    return SourceRange(start: first.range.start, end: last.range.end)
  }

  /// The words that are left as samples that pass a check; its error points at them.
  mutating func samples(
    _ what: String, check: (Samples) throws(ConsoleError) -> Void
  ) throws(ConsoleError) -> Samples {
    let range = valueRange
    let samples = try samples(what)
    do {
      try check(samples)
    } catch {
      throw ConsoleError(error.reason, at: range)
    }
    return samples
  }

  /// The words that are left as samples: `1 2 3`, `1, 2, 3`, `[1, 2, 3]`, or `[[1, 2], [3, 4]]`.
  ///
  /// - Parameter what: What is missing, for the error where there is no word.
  mutating func samples(_ what: String) throws(ConsoleError) -> Samples {
    guard let first = next else {
      throw ConsoleError(.missingArgument(what, usage: usage), at: end)
    }
    guard first.text.hasPrefix("[") else {
      var numbers: [Double] = []
      for word in takeAll() { numbers.append(try word.number(what)) }
      return Samples(Matrix(row: numbers), isSingle: true)
    }
    let literal: ArrayLiteral
    let (text, column) = rest
    do {
      literal = try ArrayLiteral(text, at: SourcePosition(line: lineNumber, column: column))
    } catch {
      throw ConsoleError(.literal(error), at: error.range)
    }
    _ = takeAll()
    guard literal.elements.allSatisfy(\.isFinite) else {
      throw ConsoleError(.notFinite("nan, inf", what: what), at: literal.range)
    }
    switch literal.shape.count {
    case 1 where literal.shape[0] > 0:
      return Samples(Matrix(row: literal.elements), isSingle: true)
    case 2 where literal.shape[0] > 0 && literal.shape[1] > 0:
      return Samples(
        Matrix(rows: literal.shape[0], columns: literal.shape[1], elements: literal.elements))
    default:
      throw ConsoleError(
        .sampleShape(ArrayFormat.tuple(literal.shape)), at: literal.range)
    }
  }
}
