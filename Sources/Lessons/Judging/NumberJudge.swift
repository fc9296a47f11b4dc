import LinearAlgebra
import NumPyLanguage
import SourceText

/// Judges numbers: the answer may be written in digits or as an expression that leads to it.
final class NumberJudge: AnswerJudge {
  private let bench: AnswerBench
  private let expected: ArrayValue?
  let fault: AnswerError?
  private let comparison: Comparison
  private let samples: [(program: AnswerProgram, value: AnswerValue?)]

  /// The digits from which on a rounded number is right where no tolerance is given.
  private static let sufficientDigits = 3

  init(_ bench: AnswerBench) {
    self.bench = bench
    let question = bench.question
    comparison = Comparison(tolerance: question.settings.tolerance ?? .relative(1e-5))
    let key = bench.run(AnswerProgram(question.key.text), on: bench.trials[0])
    expected = key.value?.array
    switch key {
    case .value(.array): fault = nil
    case .value, .nothing: fault = .noValue
    case .error(let error): fault = .language(error)
    case .stopped: fault = .stopped
    }
    samples = question.samples.map {
      let program = bench.program(of: NumberReading($0.text).text)
      return (program, bench.run(program, on: bench.trials[0]).value)
    }
  }

  /// Whether an answer that cannot be read is made of words: then no error of the language helps.
  private static func isProse(_ answer: String) -> Bool {
    let plain = FullWidth.reading(answer)
    if plain.contains(where: { $0.isLetter && !$0.isASCII }) { return true }
    let words = plain.split { !$0.isLetter && $0 != "'" }
    return words.count > 1 && plain.allSatisfy { $0.isLetter || " ',.!?".contains($0) }
  }

  /// Whether an answer is one word that means nothing and is like nothing that does.
  private static func isUnknownWord(_ error: PythonError, _ answer: String) -> Bool {
    guard case .undefinedName(let name, let suggestions) = error.detail else { return false }
    return suggestions.isEmpty && name == answer.trimmed
  }

  /// The key's value as it is shown in a solution: to nine digits, which hides rounding.
  var expectedText: String? {
    expected.map { value in
      let rounded = value.elements.map { Double(NumberText.general($0, 9)) ?? $0 }
      return QuestionPresentation.text(
        ArrayValue(shape: value.shape, elements: rounded), isInteger: false)
    }
  }

  /// The key's value as it is typed: a number, or a short list of them; nil for larger arrays.
  var typedText: String? {
    guard let expected, expected.shape.count < 2, expected.elements.count <= 8 else { return nil }
    let numbers = expected.elements.map { NumberText.general($0, 9) }
    return expected.shape.isEmpty ? numbers[0] : "[" + numbers.joined(separator: ", ") + "]"
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    var judgement = Judgement(verdict: .invalid, seed: bench.seed)
    let reading = NumberReading(answer)
    let program = bench.program(of: reading.text)
    let isAsTyped = !reading.isWorthShowing && program.text == reading.text
    guard bench.begins(&judgement, with: program, readAs: isAsTyped ? nil : program.text) else {
      if Self.isProse(answer), !program.isEmpty { judgement.error = .notANumber(answer.trimmed) }
      return judgement
    }
    var aliases: [String: String] = [:]
    let run = bench.run(program, on: bench.trials[0], aliases: &aliases)
    switch run {
    case .error(let error):
      judgement.error =
        Self.isProse(answer) || Self.isUnknownWord(error, answer)
        ? .notANumber(answer.trimmed) : .language(error)
    case .stopped: judgement.error = .stopped
    case .nothing: judgement.error = .noValue
    case .value(.array(let value)): compare(value, program, &judgement)
    case .value: judgement.error = .noValue
    }
    return judgement
  }

  /// The wrong answer of the question that a number is when it is rounded: people round their slips,
  /// too.
  private func wrongAnswer(like found: ArrayValue, typed: String) -> Int? {
    guard let expected, expected.shape.isEmpty, let digits = RoundedNumber(typed),
      digits.significant > 1, !digits.rounds(expected.elements[0])
    else { return nil }
    return samples.indices.first { index in
      guard bench.question.samples[index].role == .wrong,
        case .array(let value)? = samples[index].value, value.shape.isEmpty
      else { return false }
      return digits.rounds(value.elements[0])
    }
  }

  private func compare(
    _ value: ArrayValue, _ program: AnswerProgram, _ judgement: inout Judgement
  ) {
    guard let expected else { return }
    // A table of one number is that number.
    let found =
      expected.shape.isEmpty && value.elements.count == 1
      ? ArrayValue(value.elements[0]) : value
    judgement.trials = 1
    judgement.verdict = .wrong
    if found.shape == expected.shape,
      zip(found.elements, expected.elements).allSatisfy({ comparison.agree($0, $1) })
    {
      judgement.verdict = .right
      return
    }
    let question = bench.question
    let known = samples.indices.first { index in
      question.samples[index].role != .invalid
        && (samples[index].program.signature == program.signature
          || samples[index].value.map { comparison.agree(.array(found), $0) } ?? false)
    }
    if let known {
      judgement.accept(question.samples[known], of: question)
    } else if let rounded = wrongAnswer(like: found, typed: program.text) {
      judgement.accept(question.samples[rounded], of: question)
    }
    guard found.shape == expected.shape else {
      judgement.evidence.append(.shape(expected: expected.shape, found: found.shape))
      return
    }
    guard expected.shape.isEmpty else {
      let right = zip(found.elements, expected.elements).count { comparison.agree($0, $1) }
      judgement.evidence.append(.count(right: right, of: expected.elements.count))
      return
    }
    let (number, key) = (found.elements[0], expected.elements[0])
    let isFree = question.settings.tolerance == nil
    if let digits = RoundedNumber(program.text), digits.rounds(key),
      isFree || digits.significant > 1 || digits.decimals > 0
    {
      if isFree, digits.significant >= Self.sufficientDigits {
        judgement.verdict = .right
        judgement.feedback = nil
        return
      }
      // 0 tells nothing of a small number, and what the question knows as wrong stays so.
      if digits.significant > 0, known.map({ question.samples[$0].role != .wrong }) ?? true {
        judgement.verdict = .partial
        judgement.feedback = judgement.feedback ?? question.feedback(for: .rounded)
        return
      }
    }
    judgement.evidence.append(.number(found: number, isTooLarge: number > key))
    guard judgement.feedback == nil, key != 0, number != 0 else { return }
    if comparison.agree(-number, key) {
      judgement.feedback = question.feedback(for: .sign)
    } else if comparison.agree(1 / number, key) {
      judgement.feedback = question.feedback(for: .reciprocal)
    } else if let factor = [2, 0.5, 10, 0.1, 100, 0.01].first(where: {
      comparison.agree(number, key * $0)
    }) {
      judgement.feedback = question.feedback(for: .factor)
      judgement.evidence.append(.ratio(factor, size: nil, isInverse: false))
    }
  }
}

/// A number in digits, and how exactly they tell it.
struct RoundedNumber {
  /// The number.
  let value: Double
  /// How many digits follow the point.
  let decimals: Int
  /// How many digits there are from the first that is not 0.
  let significant: Int

  /// Reads a number without exponent, or a percentage; nil for other texts.
  init?(_ text: String) {
    var plain = FullWidth.reading(text).filter { !$0.isWhitespace }
    let percent = ["%", "/100"].first { plain.hasSuffix($0) }
    if let percent { plain.removeLast(percent.count) }
    guard let value = Double(plain), plain.allSatisfy({ $0.isNumber || "+-.".contains($0) }) else {
      return nil
    }
    self.value = percent == nil ? value : value / 100
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    decimals = (parts.count == 2 ? parts[1].count : 0) + (percent == nil ? 0 : 2)
    significant = plain.filter(\.isNumber).drop { $0 == "0" }.count
  }

  /// Whether another number, rounded to as many decimals, is this one.
  func rounds(_ number: Double) -> Bool {
    var unit = 1.0
    for _ in 0..<min(decimals, 300) { unit /= 10 }
    return (value - number).magnitude <= 0.5 * unit * (1 + 1e-9)
  }
}
