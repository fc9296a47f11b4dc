import LinearAlgebra
import SourceText

/// Tests whether a function of x is linear by running it: f(x + y) = f(x) + f(y), f(kx) = k f(x).
struct LinearityTest {
  /// Where the function fails to be linear; nil where it did not.
  private(set) var refutation: Judgement.Evidence?
  /// Why it could not be run; nil where it could.
  private(set) var error: AnswerError?

  private static let pairs: [(Double, Double)] = [
    (1, 1), (1, 2), (2, 3), (-1, 1), (-1, 2), (0.5, -2), (10, -3), (0.25, 7),
  ]
  private static let factors: [(Double, Double)] = [
    (2, 1), (3, 2), (-1, 1), (0, 1), (0.5, 3), (-2, -1.5),
  ]

  /// Runs a function.
  ///
  /// - Parameter value: gives f(x), or an error.
  init(_ value: (Double) -> Result<Double, AnswerError>) {
    func f(_ x: Double) throws(AnswerError) -> Double { try value(x).get() }
    func differ(_ left: Double, _ right: Double) -> Bool {
      !((left - right).magnitude <= 1e-9 * max(1, left.magnitude, right.magnitude))
    }
    do throws(AnswerError) {
      for (x, y) in Self.pairs {
        let (sum, found) = (try f(x) + f(y), try f(x + y))
        if differ(sum, found) {
          refutation = .notAdditive(x: x, y: y, sum: sum, found: found)
          return
        }
      }
      for (factor, x) in Self.factors {
        let (product, found) = (factor * (try f(x)), try f(factor * x))
        if differ(product, found) {
          refutation = .notHomogeneous(x: x, factor: factor, product: product, found: found)
          return
        }
      }
    } catch {
      self.error = error
    }
  }

  /// Runs an expression in x.
  init(_ program: AnswerProgram, _ runner: ProgramRunner, variable: String = "x") {
    self.init { x in
      runner.reset([])
      runner.bind(variable, ArrayValue(x))
      let outcome = runner.run(program)
      if outcome.isStopped { return .failure(.stopped) }
      if let error = outcome.error { return .failure(.language(error)) }
      guard case .array(let value)? = outcome.value, value.elements.count == 1 else {
        return .failure(.noValue)
      }
      return .success(value.elements[0])
    }
  }
}

/// Algebra as people write it, `f(x) = 2x + 1`, as Python: `2*x + 1`.
enum AlgebraReading {
  /// The expression, or nil where the text is no polynomial in x written with digits and signs.
  static func python(_ text: String) -> String? {
    var plain = FullWidth.reading(text).lowercased().replacing("²", with: "^2")
      .replacing("³", with: "^3").filter { !$0.isWhitespace }
    for head in ["f(x)=", "y=", "g(x)="] where plain.hasPrefix(head) {
      plain = String(plain.dropFirst(head.count))
    }
    guard plain.contains("x"), plain.allSatisfy({ "0123456789.x+-*/^()".contains($0) }) else {
      return nil
    }
    var result = ""
    for character in plain {
      let before = result.last
      let isFactor = character == "x" || character == "("
      let endsFactor =
        before.map { $0.isNumber || $0 == "x" || $0 == ")" || $0 == "." } ?? false
      if isFactor && endsFactor || character.isNumber && (before == "x" || before == ")") {
        result.append("*")
      }
      result += character == "^" ? "**" : String(character)
    }
    return result
  }
}

/// Judges an example of a linear or non-linear function by running it.
final class PropertyJudge: AnswerJudge {
  private let bench: AnswerBench
  private let property: Question.Settings.Property
  let fault: AnswerError?

  init(_ bench: AnswerBench, _ property: Question.Settings.Property) {
    (self.bench, self.property) = (bench, property)
    fault = LinearityTest(Self.program(bench.question.key.text), bench.runner).error
  }

  private static func program(_ answer: String) -> AnswerProgram {
    if let expression = AlgebraReading.python(answer) { return AnswerProgram(expression) }
    let program = AnswerProgram(answer)
    if program.text.hasPrefix("lambda") { return AnswerProgram("(\(program.text))(x)") }
    if let function = program.definedFunctions.last {
      return AnswerProgram(program.text + "\n\(function)(x)")
    }
    return program
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    var judgement = Judgement(verdict: .invalid, seed: bench.seed)
    let program = Self.program(answer)
    let expression = AlgebraReading.python(answer)
    let isAsTyped = expression == answer.filter { !$0.isWhitespace }
    guard bench.begins(&judgement, with: program, readAs: isAsTyped ? nil : expression) else {
      return judgement
    }
    let test = LinearityTest(program, bench.runner)
    if let error = test.error {
      judgement.error = error
      return judgement
    }
    let isRight = (test.refutation == nil) == (property == .linear)
    judgement.verdict = isRight ? .right : .wrong
    judgement.evidence = [test.refutation ?? .linearEverywhere]
    guard !isRight else { return judgement }
    let question = bench.question
    let samples = question.samples.filter { $0.role != .invalid }
    if let sample = samples.first(where: { agrees(Self.program($0.text), program) }) {
      judgement.accept(sample, of: question)
    } else if isAffine(program),
      let sample = samples.first(where: { isAffine(Self.program($0.text)) })
    {
      // What is said of one straight line that misses the origin is true of all.
      judgement.accept(sample, of: question)
    }
    return judgement
  }

  private func value(_ program: AnswerProgram, at x: Double) -> Double? {
    bench.runner.reset([])
    bench.runner.bind("x", ArrayValue(x))
    let value = bench.runner.run(program).value?.array
    return value?.elements.count == 1 ? value?.elements[0] : nil
  }

  /// Whether a function is linear but for a constant that is added.
  private func isAffine(_ program: AnswerProgram) -> Bool {
    guard let constant = value(program, at: 0), constant != 0 else { return false }
    let test = LinearityTest { x in
      value(program, at: x).map { .success($0 - constant) } ?? .failure(.noValue)
    }
    return test.error == nil && test.refutation == nil
  }

  /// Whether two functions have the same values at a few places.
  private func agrees(_ left: AnswerProgram, _ right: AnswerProgram) -> Bool {
    [-2.5, -1, 0, 0.5, 1, 3].allSatisfy { x in
      guard let left = value(left, at: x), let right = value(right, at: x) else { return false }
      return bench.comparison.agree(left, right)
    }
  }
}
