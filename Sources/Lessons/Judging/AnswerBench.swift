import LinearAlgebra
import NumPyLanguage

/// A question's variables drawn from a seed, with what is needed to run key and answers on them.
final class AnswerBench {
  let question: Question
  let context: QuestionContext
  let seed: UInt32
  let runner: ProgramRunner
  let comparison: Comparison
  /// What answers run on.
  let trials: [Trial]
  /// How many variants of shapes there are.
  let variants: Int
  /// As `trials`, but with all sizes the same: what only broadcasts by luck runs here, too.
  let squares: [Trial]
  private let setup: AnswerProgram?
  /// The names that the question's own statements bind.
  let setupNames: [String]

  /// What one program led to on one trial.
  enum Run {
    case value(AnswerValue)
    case nothing
    case error(PythonError)
    case stopped

    var value: AnswerValue? {
      if case .value(let value) = self { value } else { nil }
    }

    var error: PythonError? {
      if case .error(let error) = self { error } else { nil }
    }

    /// Whether it asked for too much time or memory, as it would on every other trial.
    var isTooMuch: Bool {
      switch self {
      case .stopped: true
      case .error(let error): error.kind == .memoryError
      case .value, .nothing: false
      }
    }
  }

  /// How variables are handed to an answer.
  struct Layout: Hashable {
    /// Whether weights are stored the other way round.
    var transposesWeights = false
    /// Whether the samples of a batch are columns.
    var hasColumns = false
  }

  /// An answer as a program: where it does not parse but is an equation, its right side.
  func program(of answer: String) -> AnswerProgram {
    let program = AnswerProgram(answer)
    guard runner.check(program.text) != nil,
      let right = EquationReading.rightSide(of: program.text), runner.check(right) == nil
    else { return program }
    return AnswerProgram(right)
  }

  /// An answer that is nothing but a function, with a call of it on the question's variables:
  /// parameters that have their names get these, others get them in their order.
  func calling(_ program: AnswerProgram) -> AnswerProgram {
    let functions = program.definedFunctions
    guard functions.count == 1, program.targets.map(\.name) == functions else { return program }
    let givens = question.givens.map(\.name)
    let parameters = program.parameters
    let meant = parameters.map { NameReading.variable(for: $0, among: givens) }
    let arguments: [String]
    if Set(meant.compactMap(\.self)).count == parameters.count {
      arguments = meant.compactMap(\.self)
    } else if parameters.count == givens.count {
      arguments = givens
    } else {
      return program
    }
    return AnswerProgram(
      program.text + "\n\(functions[0])(" + arguments.joined(separator: ", ") + ")")
  }

  /// Notes in a judgement how an answer was read, and what keeps it from running at all.
  ///
  /// - Parameter reading: the answer as it was read, where that is not as it was typed.
  /// - Returns: whether it can run: it is not empty, and it parses.
  func begins(
    _ judgement: inout Judgement, with program: AnswerProgram, readAs reading: String?
  ) -> Bool {
    if program.isEmpty {
      judgement.error = .empty
      return false
    }
    if let reading { judgement.readings.append(.text(reading)) }
    judgement.error = runner.check(program.text).map { .language($0) }
    return judgement.error == nil
  }

  /// Makes a bench.
  ///
  /// - Parameter count: how many trials there are, at least one for each variant.
  init(
    _ question: Question, in context: QuestionContext, seed: UInt32, trials count: Int,
    runner: ProgramRunner
  ) {
    (self.question, self.context, self.seed, self.runner) = (question, context, seed, runner)
    comparison = Comparison(tolerance: question.settings.tolerance)
    let givens = question.givens
    let variants = givens.map(\.shapes.count).max() ?? 1
    self.variants = variants
    var random = NumPyRandom(key: [seed] + question.id.utf8.map(UInt32.init))
    let total = givens.isEmpty ? 1 : max(count, variants)
    trials = (0..<total).map { index in
      let variant = index % variants
      let style = variant > 0 && index >= 3 * variants ? index / variants % 4 : 0
      return Trial(
        givens, variant: variant, style: style == 3 ? .oneSample : .random, random: &random)
    }
    squares =
      Trial.sizeNames(of: givens).isEmpty
      ? []
      : (0..<variants).map {
        Trial(givens, variant: $0, style: .square, random: &random)
      }
    setup = question.setup.isEmpty ? nil : AnswerProgram(question.setup)
    setupNames = setup?.assigned ?? []
  }

  /// The names that an answer may use: the question's variables, and the console's values.
  var variables: [String] {
    var names = question.givens.map(\.name)
    for name in setupNames + context.values.keys.sorted() where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The weights: matrices whose names begin with w.
  lazy var weights = question.givens.filter {
    $0.name.first?.lowercased() == "w" && $0.shapes.count == 1 && $0.shapes[0].count == 2
  }.map(\.name)

  /// Brings a trial's variables into the interpreter.
  ///
  /// - Returns: the error of the question's own statements, if they fail.
  @discardableResult
  func prepare(_ trial: Trial, _ layout: Layout = Layout()) -> PythonError? {
    runner.reset([], sizes: trial.sizes)
    runner.bind(context)
    for variable in trial.variables {
      runner.bind(variable.name, variable.value, variable.isInteger)
    }
    if let setup, let error = runner.run(setup).error { return error }
    if layout.transposesWeights || layout.hasColumns { rearrange(trial, layout) }
    return nil
  }

  private func rearrange(_ trial: Trial, _ layout: Layout) {
    for (variable, given) in zip(trial.variables, question.givens) {
      var value = variable.value
      if weights.contains(variable.name) {
        guard layout.transposesWeights else { continue }
        value = value.transposed
      } else if layout.hasColumns {
        value = given.shapes.count > 1 ? value.transposed : value.column
      }
      runner.bind(variable.name, value, variable.isInteger)
    }
  }

  /// Runs a program on a trial.
  ///
  /// - Parameter aliases: names that stand for variables; those that are found to be needed are
  ///   added.
  func run(
    _ program: AnswerProgram, on trial: Trial, _ layout: Layout = Layout(),
    aliases: inout [String: String]
  ) -> Run {
    var dictionaries: [String] = []
    while true {
      if let error = prepare(trial, layout) { return .error(error) }
      for name in dictionaries { runner.bindDictionary(name) }
      for (name, variable) in aliases { runner.alias(name, to: variable) }
      let outcome = runner.run(program, result: question.settings.result)
      if outcome.isStopped { return .stopped }
      if let error = outcome.error {
        // `grad['W2'] = …` is an answer where there is no dictionary yet.
        if case .undefinedName(let name, _) = error.detail, !dictionaries.contains(name),
          program.targets.contains(where: { $0.name == name && $0.text.hasPrefix(name + "[") })
        {
          dictionaries.append(name)
          continue
        }
        if question.settings.namesAreFree, aliases.count < 16,
          case .undefinedName(let name, _) = error.detail, aliases[name] == nil,
          let variable = NameReading.variable(for: name, among: variables)
            ?? onlyVariable(for: name, in: program),
          !aliases.values.contains(variable)
        {
          aliases[name] = variable
          continue
        }
        return .error(error)
      }
      return outcome.value.map { .value($0) } ?? .nothing
    }
  }

  /// The question's only variable, for a formula whose only unknown name is another letter.
  private func onlyVariable(for name: String, in program: AnswerProgram) -> String? {
    guard question.kind == .formula, question.givens.count == 1, name.count == 1,
      program.tokens.count > 2, !program.names.contains(question.givens[0].name)
    else { return nil }
    return question.givens[0].name
  }

  /// Runs a program of the question's author on a trial.
  func run(_ program: AnswerProgram, on trial: Trial) -> Run {
    var aliases: [String: String] = [:]
    return run(program, on: trial, aliases: &aliases)
  }

  /// Whether two programs did the same: equal values wherever both have one, at least once, and none
  /// where the other has none.
  func isSame(_ found: [Run], _ other: [Run]) -> Bool {
    var hasValue = false
    for (left, right) in zip(found, other) {
      switch (left.value, right.value) {
      case (let left?, let right?):
        guard comparison.agree(left, right) else { return false }
        hasValue = true
      case (nil, nil): continue
      default: return false
      }
    }
    return hasValue
  }
}
