import LinearAlgebra
import NumPyLanguage

/// Finds out why a formula is wrong: where it differs, the slip in it, and small numbers that show it.
struct FormulaExplanation {
  private let bench: AnswerBench
  private let key: AnswerProgram
  private let expected: [AnswerBench.Run]

  init(_ bench: AnswerBench, key: AnswerProgram, expected: [AnswerBench.Run]) {
    (self.bench, self.key, self.expected) = (bench, key, expected)
  }

  private var question: Question { bench.question }

  /// Adds to a judgement what is seen of a wrong answer.
  func explain(
    _ program: AnswerProgram, _ found: [AnswerBench.Run], _ aliases: [String: String],
    _ judgement: inout Judgement
  ) {
    guard
      let failing = found.indices.first(where: { index in
        guard let value = found[index].value, let key = expected[index].value else { return true }
        return !bench.comparison.agree(value, key)
      })
    else { return }
    let trial = bench.trials[failing]
    switch found[failing] {
    case .error(let error):
      judgement.evidence.append(
        .failure(error, shapes: shapes(of: trial, usedBy: program, aliases)))
    case .value(let value):
      if let key = expected[failing].value,
        let difference = bench.comparison.difference(value, key)
      {
        judgement.evidence.append(difference)
      }
    case .nothing, .stopped: break
    }
    if isRightExceptForAxes(found) {
      judgement.verdict = .partial
      if judgement.feedback == nil { judgement.feedback = question.feedback(for: .extraAxis) }
      return
    }
    nameSlip(program, found, &judgement)
    if isRightTransposed(program, aliases) {
      let used = program.names.map { aliases[$0] ?? $0 }
      judgement.evidence.append(.otherLayout(bench.weights.filter(used.contains)))
    }
    if let example = CounterExample.smallest(for: program, key: key, on: bench, aliases) {
      judgement.evidence.append(example)
    }
  }

  /// The variables that an answer uses, with their shapes and the names of these.
  private func shapes(
    of trial: Trial, usedBy program: AnswerProgram, _ aliases: [String: String]
  ) -> [Judgement.NamedShape] {
    program.names.compactMap { name in
      let variable = aliases[name] ?? name
      guard let index = question.givens.firstIndex(where: { $0.name == variable }) else {
        return nil
      }
      let sizes = question.givens[index].shape(inVariant: trial.variant).map { size -> String? in
        if case .named(let name) = size { name } else { nil }
      }
      return Judgement.NamedShape(
        name: name, shape: trial.variables[index].value.shape, sizes: sizes)
    }
  }

  /// Whether only axes of length 1 are left over or missing.
  private func isRightExceptForAxes(_ found: [AnswerBench.Run]) -> Bool {
    zip(found, expected).allSatisfy { found, expected in
      guard let left = found.value?.array, let right = expected.value?.array else { return false }
      return left.squeezedShape == right.squeezedShape
        && zip(left.elements, right.elements).allSatisfy { bench.comparison.agree($0, $1) }
    }
  }

  /// Whether a question that fixes how weights are stored is answered for the other way.
  private func isRightTransposed(_ program: AnswerProgram, _ aliases: [String: String]) -> Bool {
    guard !question.settings.layoutIsFree, !bench.weights.isEmpty else { return false }
    let layout = AnswerBench.Layout(transposesWeights: true)
    return bench.trials.indices.filter { bench.trials[$0].variant == 0 }.allSatisfy { index in
      var aliases = aliases
      let run = bench.run(program, on: bench.trials[index], layout, aliases: &aliases)
      guard let value = run.value, let key = expected[index].value else { return false }
      return bench.comparison.agree(value, key)
    }
  }

  // MARK: Slips

  private func nameSlip(
    _ program: AnswerProgram, _ found: [AnswerBench.Run], _ judgement: inout Judgement
  ) {
    let isNamed = judgement.feedback != nil
    func name(_ slip: Slip?) {
      if !isNamed, let slip { judgement.feedback = question.feedback(for: slip) }
    }
    if let ratio = RatioSlip(found, expected, bench.trials) {
      name(ratio.isSign ? .sign : .factor)
      if !ratio.isSign { judgement.evidence.append(ratio.evidence) }
      return
    }
    let isTransposed = zip(found, expected).allSatisfy { found, expected in
      guard let left = found.value, let right = expected.value else { return false }
      return bench.comparison.agree(left, right.transposed)
    }
    if isTransposed { return name(.transposed) }
    guard let mutation = mutation(like: program, found, &judgement) else { return }
    name(mutation.slip)
    if let names = mutation.names {
      judgement.evidence.append(.name(found: names.found, expected: names.expected))
    }
  }

  /// The first change of the key that does what the answer does.
  private func mutation(
    like program: AnswerProgram, _ found: [AnswerBench.Run], _ judgement: inout Judgement
  ) -> KeyMutation? {
    let mutations = KeyMutation.all(of: key, variables: bench.variables)
    if found.contains(where: { $0.value != nil }) {
      return first(of: mutations, like: found, on: bench.trials)
    }
    // What stops may run with weights stored the other way round, or where all sizes are the same.
    if question.settings.layoutIsFree, !bench.weights.isEmpty {
      let single = bench.trials.filter { $0.variant == 0 }
      let layout = AnswerBench.Layout(transposesWeights: true)
      let runs = single.map { trial in
        var aliases: [String: String] = [:]
        return bench.run(program, on: trial, layout, aliases: &aliases)
      }
      if let mutation = first(of: mutations, like: runs, on: single) {
        judgement.readings.append(.transposedWeights(bench.weights))
        return mutation
      }
    }
    return first(
      of: mutations, like: bench.squares.map { bench.run(program, on: $0) }, on: bench.squares)
  }

  private func first(
    of mutations: [KeyMutation], like runs: [AnswerBench.Run], on trials: [Trial]
  ) -> KeyMutation? {
    guard let trial = trials.first, runs.contains(where: { $0.value != nil }) else { return nil }
    return mutations.first { mutation in
      let changed = AnswerProgram(mutation.text)
      let start = bench.run(changed, on: trial)
      guard bench.isSame([runs[0]], [start]) || (runs[0].value == nil && start.value == nil) else {
        return false
      }
      return bench.isSame(runs, trials.map { bench.run(changed, on: $0) })
    }
  }
}

/// An answer that is the key times a constant: a sign, 2 or ½, or a size.
struct RatioSlip {
  /// Whether every element has the other sign.
  let isSign: Bool
  /// What the factor is.
  let evidence: Judgement.Evidence

  init?(_ found: [AnswerBench.Run], _ expected: [AnswerBench.Run], _ trials: [Trial]) {
    var ratios: [Double] = []
    for (found, expected) in zip(found, expected) {
      guard let left = found.value?.array, let right = expected.value?.array,
        left.shape == right.shape, let ratio = Self.ratio(left.elements, right.elements)
      else { return nil }
      ratios.append(ratio)
    }
    guard let first = ratios.first else { return nil }
    func isConstant(_ values: [Double]) -> Bool {
      values.allSatisfy { ($0 - values[0]).magnitude <= 1e-6 * values[0].magnitude }
    }
    if ratios.count > 1 || trials.first?.sizes.isEmpty ?? true, isConstant(ratios) {
      let value = (first * 1e6).rounded() / 1e6
      let simple = [-1, 2, 0.5, -2, -0.5, 10, 0.1, 100, 0.01, 3, 4]
      guard simple.contains(value) else { return nil }
      isSign = value == -1
      evidence = .ratio(value, size: nil, isInverse: false)
      return
    }
    for name in trials.flatMap(\.sizes.keys).sorted() {
      let sizes = trials.map { Double($0.sizes[name] ?? 0) }
      if zip(ratios, sizes).allSatisfy({ ($0 - $1).magnitude < 1e-6 * $1 }) {
        (isSign, evidence) = (false, .ratio(first, size: name, isInverse: false))
        return
      }
      if zip(ratios, sizes).allSatisfy({ ($0 * $1 - 1).magnitude < 1e-6 }) {
        (isSign, evidence) = (false, .ratio(first, size: name, isInverse: true))
        return
      }
    }
    return nil
  }

  /// The factor between two arrays, or nil where there is none.
  private static func ratio(_ found: [Double], _ expected: [Double]) -> Double? {
    guard let pivot = expected.indices.max(by: { expected[$0].magnitude < expected[$1].magnitude }),
      expected[pivot].magnitude > 1e-9, expected[pivot].isFinite
    else { return nil }
    let ratio = found[pivot] / expected[pivot]
    guard ratio.isFinite, ratio != 0 else { return nil }
    let scale = expected[pivot].magnitude * max(1, ratio.magnitude)
    for (found, expected) in zip(found, expected)
    where !((found - ratio * expected).magnitude <= 1e-7 * scale) {
      return nil
    }
    return ratio
  }
}
