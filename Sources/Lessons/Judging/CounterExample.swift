import LinearAlgebra
import NumPyLanguage

/// Looks for the smallest numbers that show that an answer is wrong, as lines to paste.
enum CounterExample {
  /// The most characters of a line that holds several statements.
  private static let lineWidth = 76
  /// The most elements of a value that is no variable of the question.
  private static let elementLimit = 12
  /// The most trials that are run.
  private static let runLimit = 400

  /// The evidence, or nil where no small numbers show it.
  ///
  /// - Parameters:
  ///   - aliases: names of the answer that stand for variables.
  ///   - shown: what is pasted in place of the whole program, or nil.
  static func smallest(
    for program: AnswerProgram, key: AnswerProgram, on bench: AnswerBench,
    _ aliases: [String: String] = [:], shown: AnswerProgram? = nil
  ) -> Judgement.Evidence? {
    var search = Search(program, key, bench, aliases)
    guard let trial = search.firstFailing() else { return nil }
    let small = search.simplified(trial)
    guard let (found, expected) = search.difference(on: small) else { return nil }
    return .counterExample(
      lines: lines(
        shown ?? program, small, bench, aliases, alsoUsing: namesRead(by: key, bench),
        but: madeNames(of: program, bench)),
      expected: expected, found: found)
  }

  /// The names whose values a program starts from: not what functions compute on their way, and not
  /// what it gives a value itself, unless the question does so, too, as with `w = w - lr * g`.
  private static func namesRead(by program: AnswerProgram, _ bench: AnswerBench) -> [String] {
    let made = madeNames(of: program, bench)
      .union(Set(program.parameters).subtracting(bench.question.givens.map(\.name)))
    return program.names.filter { !program.isLocal($0) && !made.contains($0) }
  }

  /// The names that a program binds and that are none of the question's.
  private static func madeNames(of program: AnswerProgram, _ bench: AnswerBench) -> Set<String> {
    Set(program.targets.filter { $0.text == $0.name }.map(\.name))
      .subtracting(bench.question.givens.map(\.name)).subtracting(bench.setupNames)
  }

  /// The variables that key and answer use, each as an assignment, and the answer itself.
  ///
  /// - Parameters:
  ///   - others: names that the answer does not use and the key does.
  ///   - made: names that the whole program binds, as its function.
  static func lines(
    _ program: AnswerProgram, _ trial: Trial, _ bench: AnswerBench, _ aliases: [String: String],
    alsoUsing others: [String], but made: Set<String>
  ) -> [String] {
    bench.prepare(trial)
    var assignments: [String] = []
    let integers = Set(trial.variables.filter(\.isInteger).map(\.name))
    var names = namesRead(by: program, bench).filter { !made.contains($0) }
    for name in others
    where !names.contains(name) && !aliases.values.contains(name) && !made.contains(name) {
      names.append(name)
    }
    for name in names {
      let variable = aliases[name] ?? name
      guard bench.variables.contains(variable),
        case .array(let value)? = bench.runner.value(of: variable),
        value.elements.count <= elementLimit
          || bench.question.givens.contains(where: { $0.name == variable })
      else { continue }
      assignments.append("\(name) = \(literal(value, isInteger: integers.contains(variable)))")
    }
    for target in program.targets
    where target.text != target.name && !bench.variables.contains(target.name) {
      assignments.append("\(target.name) = {}")
    }
    let body = program.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    // Statements share a line as long as it fits a window and nothing is indented.
    var lines: [String] = []
    for statement in assignments + (body.count == 1 ? body : []) {
      if let last = lines.last, last.count + statement.count + 2 <= lineWidth {
        lines[lines.count - 1] = last + "; " + statement
      } else {
        lines.append(statement)
      }
    }
    return body.count == 1 ? lines : lines + body
  }

  /// An array as Python writes it: `np.array([[1., 2.]])`.
  static func literal(_ value: ArrayValue, isInteger: Bool) -> String {
    func number(_ value: Double) -> String {
      if isInteger, let whole = Int(exactly: value) { return String(whole) }
      guard value.isFinite else { return value.isNaN ? "np.nan" : value > 0 ? "np.inf" : "-np.inf" }
      return value == value.rounded() && value.magnitude < 1e6
        ? "\(Int(value))." : ArrayFormat.scalar(value)
    }
    let text = value.listLiteral(number)
    return value.shape.isEmpty ? text : "np.array(\(text))"
  }

  /// A search through small sizes and numbers.
  private struct Search {
    private let program: AnswerProgram
    private let key: AnswerProgram
    private let bench: AnswerBench
    private let aliases: [String: String]
    private var runs = 0

    init(
      _ program: AnswerProgram, _ key: AnswerProgram, _ bench: AnswerBench,
      _ aliases: [String: String]
    ) {
      (self.program, self.key, self.bench, self.aliases) = (program, key, bench, aliases)
    }

    /// Both values where they differ; nil where they agree or one of them fails.
    mutating func difference(on trial: Trial) -> (found: AnswerValue, expected: AnswerValue)? {
      runs += 1
      guard runs <= runLimit + 1, let expected = bench.run(key, on: trial).value else { return nil }
      var aliases = aliases
      guard let found = bench.run(program, on: trial, aliases: &aliases).value,
        !bench.comparison.agree(found, expected)
      else { return nil }
      return (found, expected)
    }

    /// The first small trial on which the answer is wrong.
    mutating func firstFailing() -> Trial? {
      let givens = bench.question.givens
      let names = Trial.sizeNames(of: givens)
      var choices: [[String: Int]] = []
      func add(_ sizes: [Int]) {
        choices.append(Dictionary(uniqueKeysWithValues: zip(names, sizes)))
      }
      add(names.map { _ in 1 })
      for index in names.indices { add(names.indices.map { $0 == index ? 2 : 1 }) }
      if names.count > 1 { add(names.map { _ in 2 }) }
      add(names.indices.map { 2 + $0 % 2 })
      let variants = givens.map(\.shapes.count).max() ?? 1
      var random = NumPyRandom(seed: bench.seed)
      for variant in 0..<variants {
        for sizes in choices {
          for pattern in 0..<4 {
            if runs > runLimit { return nil }
            let trial = Self.trial(givens, variant, sizes, pattern, &random)
            if difference(on: trial) != nil { return trial }
          }
        }
      }
      return nil
    }

    /// The same trial with as many numbers as possible made 1.
    mutating func simplified(_ trial: Trial) -> Trial {
      var best = trial
      for (place, given) in bench.question.givens.enumerated() {
        guard case .normal = given.values else { continue }
        for element in best.variables[place].value.elements.indices
        where best.variables[place].value.elements[element] != 1 && runs < CounterExample.runLimit {
          var candidate = best
          candidate.variables[place].value.elements[element] = 1
          if difference(on: candidate) != nil { best = candidate }
        }
      }
      return best
    }

    private static func trial(
      _ givens: [Given], _ variant: Int, _ sizes: [String: Int], _ pattern: Int,
      _ random: inout NumPyRandom
    ) -> Trial {
      var next = 0.0
      let variables = givens.map { given -> Trial.Variable in
        let shape = Trial.lengths(given.shape(inVariant: variant), sizes)
        let count = shape.reduce(1, *)
        let row = max(1, shape.last ?? 1)
        var isInteger = false
        let elements = (0..<count).map { index -> Double in
          switch given.values {
          case .normal, .positive:
            switch pattern {
            case 0: return 1
            case 1:
              next += 1
              return next
            default:
              let low = given.values == .normal ? -2 : 1
              return Double(random.integer(from: low, through: 3))
            }
          case .unit: return pattern == 0 ? 0.5 : index % 2 == 0 ? 0.25 : 0.75
          case .integer(let range):
            isInteger = true
            let value = pattern == 0 ? 1 : pattern == 1 ? index + 1 : index * index
            return Double(min(max(value, range.lowerBound), range.upperBound))
          case .oneHot:
            isInteger = true
            return index % row == (index / row + pattern) % row ? 1 : 0
          case .probability:
            // 1, 2, 3 … over their sum: halves and quarters where they fit.
            if row == 1 { return 1 }
            let last = pattern % row
            return index % row == last
              ? 1 - 0.25 * Double(row - 1) / Double(max(1, row - 1)) : 0.25 / Double(row - 1)
          case .label(let size):
            isInteger = true
            return Double((index + pattern) % max(1, Trial.length(size, sizes)))
          }
        }
        return Trial.Variable(
          name: given.name, value: ArrayValue(shape: shape, elements: elements),
          isInteger: isInteger)
      }
      return Trial(variant: variant, sizes: sizes, variables: variables)
    }
  }
}
