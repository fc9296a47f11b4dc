import SourceText

extension Word {
  /// The two halves of a word `key=value`, or nil where it is not one.
  var optionSplit: (name: Word, value: Word)? {
    guard !isQuoted, let equals = text.firstIndex(of: "=") else { return nil }
    let key = text[..<equals]
    guard let first = key.first, first.isLetter, key.allSatisfy({ $0.isLetter || $0 == "_" }) else {
      return nil
    }
    let value = text[text.index(after: equals)...]
    guard value.first != "=" else { return nil }
    let line = range.start.line
    return (
      Word(
        text: String(key),
        range: SourceRange(line: line, column: range.start.column, length: key.count),
        isQuoted: false),
      Word(
        text: String(value),
        range: SourceRange(
          start: SourcePosition(line: line, column: range.start.column + key.count + 1),
          end: range.end),
        isQuoted: false)
    )
  }

  /// The word as a finite number.
  ///
  /// - Parameter what: What it stands for, for the error.
  func number(_ what: String) throws(ConsoleError) -> Double {
    guard !isQuoted, let value = Double(text), !text.lowercased().hasPrefix("0x") else {
      throw ConsoleError(.notANumber(text, what: what), at: range)
    }
    guard value.isFinite else { throw ConsoleError(.notFinite(text, what: what), at: range) }
    return value
  }

  /// The word as a whole number in a range; `1e3` and `1_000` are whole numbers too.
  func wholeNumber(_ what: String, in allowed: ClosedRange<Int>) throws(ConsoleError) -> Int {
    let plain = text.filter { $0 != "_" }
    let value: Int
    if let exact = Int(plain), !isQuoted {
      value = exact
    } else if let number = Double(plain), number.isFinite, !isQuoted {
      guard number == number.rounded() else {
        throw ConsoleError(.notAWholeNumber(text, what: what), at: range)
      }
      value = Int(exactly: number) ?? (number < 0 ? .min : .max)
    } else if plain.allSatisfy(\.isWholeNumber), !plain.isEmpty, !isQuoted {
      value = .max
    } else {
      throw ConsoleError(.notAWholeNumber(text, what: what), at: range)
    }
    guard allowed.contains(value) else {
      throw ConsoleError(
        .outOfRange(text, what: what, allowed: allowed.description(of: what)), at: range)
    }
    return value
  }

  /// The word as one of the cases of an enumeration; upper and lower case do not matter.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: String, _ type: Choice.Type = Choice.self
  ) throws(ConsoleError) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    throw ConsoleError(
      .notAChoice(
        text, what: what, choices: choices,
        suggestions: Spelling.suggestions(for: text, among: choices)),
      at: range)
  }
}

extension ClosedRange<Int> {
  /// The range as an error states it: `≥ 1` or `1 … 10`.
  fileprivate func description(of what: String) -> String {
    upperBound >= 1 << 40 ? "≥ \(lowerBound)" : "\(lowerBound) … \(upperBound)"
  }
}
