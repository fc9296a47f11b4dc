import LinearAlgebra
import NumPyLanguage
import SourceText

/// Judges code by what its cases lead to beside the key.
final class CodeJudge: AnswerJudge {
  private let bench: AnswerBench
  private let cases: [AnswerProgram]
  private let key: AnswerProgram
  private let expected: [AnswerBench.Run]
  private var sampleRuns: [Int: [AnswerBench.Run]] = [:]
  private let samplePrograms: [AnswerProgram]
  let fault: AnswerError?

  private var question: Question { bench.question }

  init(_ bench: AnswerBench) {
    self.bench = bench
    let question = bench.question
    cases = question.cases.map { AnswerProgram($0.expression) }
    key = AnswerProgram(question.key.text)
    samplePrograms = question.samples.map { AnswerProgram($0.text) }
    var runs: [AnswerBench.Run] = []
    for trial in bench.trials { runs += Self.run(key, on: trial, cases, bench, alias: nil) }
    expected = runs
    fault =
      runs.lazy.compactMap { run -> AnswerError? in
        switch run {
        case .value: nil
        case .nothing: .noValue
        case .error(let error): .language(error)
        case .stopped: .stopped
        }
      }.first
  }

  /// Runs code and then each case, every one with the variables as they were.
  private static func run(
    _ program: AnswerProgram, on trial: Trial, _ cases: [AnswerProgram], _ bench: AnswerBench,
    alias: (name: String, of: String)?
  ) -> [AnswerBench.Run] {
    cases.map { test in
      if let error = bench.prepare(trial) { return .error(error) }
      let outcome = bench.runner.run(program)
      if outcome.isStopped { return .stopped }
      if let error = outcome.error { return .error(error) }
      if let alias { bench.runner.alias(alias.name, to: alias.of) }
      let value = bench.runner.run(test)
      if value.isStopped { return .stopped }
      if let error = value.error { return .error(error) }
      return value.value.map { .value($0) } ?? .value(.none)
    }
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let program = AnswerProgram(answer)
    var judgement = Judgement(
      verdict: .invalid, trials: bench.trials.count, variants: bench.variants, seed: bench.seed)
    let isAsTyped = program.text == answer.trimmed
    guard bench.begins(&judgement, with: program, readAs: isAsTyped ? nil : program.text) else {
      // Words alone are told how code begins, not where they fail to be Python.
      if let name = question.settings.function, !program.isEmpty,
        !answer.contains(where: { "=([:".contains($0) })
      {
        judgement.error = .missingFunction(name)
      }
      return judgement
    }
    var alias: (name: String, of: String)?
    if let name = question.settings.function, !program.assigned.contains(name) {
      // One function under another name is meant to be the one that is asked for.
      let functions = program.definedFunctions
      guard functions.count == 1 else {
        judgement.error = .missingFunction(name)
        return judgement
      }
      alias = (name, functions[0])
      judgement.readings.append(.name(functions[0], as: name))
    }
    var found: [AnswerBench.Run] = []
    for trial in bench.trials {
      found += Self.run(program, on: trial, cases, bench, alias: alias)
      if case .stopped? = found.last {
        judgement.error = .stopped
        return judgement
      }
      if found.contains(where: \.isTooMuch) { break }
    }
    if let error = found.compactMap(\.error).first(where: { isMisspelling($0) }) {
      judgement.error = .language(error)
      return judgement
    }
    guard let failing = found.indices.first(where: { !isRight(found[$0], $0) }) else {
      judgement.verdict = .right
      return judgement
    }
    judgement.verdict = .wrong
    if let sample = matchingSample(program, found) {
      judgement.accept(question.samples[sample], of: question)
      if judgement.verdict.isAccepted { return judgement }
    } else if let id = question.cases[failing % cases.count].feedback {
      judgement.feedback = question.namedFeedback(id)
    }
    if explains { explain(program, found, failing, alias, &judgement) }
    return judgement
  }

  /// Whether an error shows that something is written that means nothing. What a case looks up in the
  /// dictionary of a function and does not find is a part of the answer that is missing.
  private func isMisspelling(_ error: PythonError) -> Bool {
    let isLookup =
      error.kind == .keyError && error.calls.isEmpty && question.settings.function != nil
    return error.isMisspelling && !isLookup
  }

  private func isRight(_ run: AnswerBench.Run, _ index: Int) -> Bool {
    guard let value = run.value, let expected = expected[index].value else { return false }
    return bench.comparison.agree(value, expected)
  }

  private func matchingSample(_ program: AnswerProgram, _ found: [AnswerBench.Run]) -> Int? {
    let samples = question.samples.indices.filter { question.samples[$0].role != .invalid }
    return samples.first { samplePrograms[$0].signature == program.signature }
      ?? samples.first { index in
        if sampleRuns[index] == nil {
          sampleRuns[index] = runs(samplePrograms[index])
        }
        return bench.isSame(found, sampleRuns[index] ?? [])
      }
  }

  private func runs(_ program: AnswerProgram) -> [AnswerBench.Run] {
    bench.trials.flatMap { Self.run(program, on: $0, cases, bench, alias: nil) }
  }

  // MARK: Explaining

  private func explain(
    _ program: AnswerProgram, _ found: [AnswerBench.Run], _ failing: Int,
    _ alias: (name: String, of: String)?, _ judgement: inout Judgement
  ) {
    let (trial, test) = (bench.trials[failing / cases.count], cases[failing % cases.count])
    judgement.evidence.append(.failingCase(test.text))
    switch found[failing] {
    case .error(let error):
      judgement.evidence.append(.failure(error, shapes: shapes(of: trial, usedBy: test)))
    case .value(let value):
      if let key = expected[failing].value,
        let difference = bench.comparison.difference(value, key)
      {
        judgement.evidence.append(difference)
      }
    case .nothing, .stopped: break
    }
    if judgement.feedback == nil, let mutation = mutation(like: found) {
      if let slip = mutation.slip { judgement.feedback = question.feedback(for: slip) }
      if let names = mutation.names {
        judgement.evidence.append(.name(found: names.found, expected: names.expected))
      }
    }
    // Where nothing comes back, numbers show nothing either.
    if case .value(.none) = found[failing] { return }
    if let example = smallExample(program, test, alias) { judgement.evidence.append(example) }
  }

  private func shapes(of trial: Trial, usedBy test: AnswerProgram) -> [Judgement.NamedShape] {
    zip(question.givens, trial.variables).filter { test.names.contains($0.0.name) }
      .map { given, variable in
        let sizes = given.shape(inVariant: trial.variant).map { size -> String? in
          if case .named(let name) = size { name } else { nil }
        }
        return Judgement.NamedShape(
          name: given.name, shape: variable.value.shape, sizes: sizes)
      }
  }

  /// The first change of the key that does what the answer does.
  private func mutation(like found: [AnswerBench.Run]) -> KeyMutation? {
    guard let first = bench.trials.first else { return nil }
    let names = key.names.filter { !bench.runner.knownNames.contains($0) }
    return KeyMutation.all(of: key, variables: names).first { mutation in
      let changed = AnswerProgram(mutation.text)
      let start = Self.run(changed, on: first, cases, bench, alias: nil)
      return bench.isSame(Array(found.prefix(cases.count)), start)
        && bench.isSame(found, runs(changed))
    }
  }

  /// The failing case on the smallest numbers that show it, as lines to paste after the answer.
  private func smallExample(
    _ program: AnswerProgram, _ test: AnswerProgram, _ alias: (name: String, of: String)?
  ) -> Judgement.Evidence? {
    let name = alias.map { "\n\($0.name) = \($0.of)" } ?? ""
    return CounterExample.smallest(
      for: AnswerProgram(program.text + name + "\n" + test.text),
      key: AnswerProgram(key.text + "\n" + test.text), on: bench, shown: test)
  }
}
