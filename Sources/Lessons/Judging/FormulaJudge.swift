import LinearAlgebra
import NumPyLanguage
import SourceText

/// Judges formulas to one question by running each beside the key.
final class FormulaJudge: AnswerJudge {
  private let bench: AnswerBench
  private let key: AnswerProgram
  private let expected: [AnswerBench.Run]
  /// The error of the key, which the question's author has to mend.
  let fault: AnswerError?
  private var sampleRuns: [Int: [AnswerBench.Run]] = [:]
  private var samplePrograms: [AnswerProgram]

  private var question: Question { bench.question }
  private var trials: [Trial] { bench.trials }

  init(_ bench: AnswerBench) {
    self.bench = bench
    key = AnswerProgram(bench.question.key.text)
    expected = bench.trials.map { [key] in bench.run(key, on: $0) }
    samplePrograms = bench.question.samples.map { AnswerProgram($0.text) }
    fault = expected.lazy.compactMap(Self.fault).first
  }

  private static func fault(_ run: AnswerBench.Run) -> AnswerError? {
    switch run {
    case .value: nil
    case .nothing: .noValue
    case .error(let error): .language(error)
    case .stopped: .stopped
    }
  }

  /// Judges an answer.
  ///
  /// - Parameter explains: whether slips and counter-examples are looked for.
  func judge(_ answer: String, explains: Bool) -> Judgement {
    let program = bench.calling(bench.program(of: answer))
    var judgement = Judgement(
      verdict: .invalid, trials: trials.count, variants: bench.variants, seed: bench.seed)
    let isAsTyped = program.text == answer || program.text == answer.trimmed
    guard bench.begins(&judgement, with: program, readAs: isAsTyped ? nil : program.text) else {
      judgement.usableNames = question.givens.map(\.name) + bench.setupNames
      return judgement
    }
    var aliases: [String: String] = [:]
    var found: [AnswerBench.Run] = []
    for trial in trials {
      found.append(bench.run(program, on: trial, aliases: &aliases))
      if found[found.count - 1].isTooMuch { break }
    }
    if let error = Self.invalidity(of: found) {
      judgement.error = error
      judgement.usableNames = question.givens.map(\.name) + bench.setupNames
      return judgement
    }
    judgement.readings += aliases.sorted { $0.key < $1.key }.map { .name($0.key, as: $0.value) }
    if found.indices.allSatisfy({ isRight(found[$0], $0) }) {
      judgement.verdict = .right
      return judgement
    }
    // What the author says of this very answer goes before any reading of it.
    if let sample = matchingSample(program, found), question.samples[sample].role != .accept {
      judgement.accept(question.samples[sample], of: question)
    } else if let accepted = acceptedReading(program, found, aliases) {
      judgement.verdict = .alternative
      judgement.readings += accepted
      if question.settings.batchIsRequired, accepted.contains(.firstVariantOnly) {
        judgement.verdict = .partial
      }
      return judgement
    } else if let sample = matchingSample(program, found) {
      judgement.accept(question.samples[sample], of: question)
      return judgement
    } else {
      judgement.verdict = .wrong
    }
    guard explains else { return judgement }
    let explanation = FormulaExplanation(bench, key: key, expected: expected)
    explanation.explain(program, found, aliases, &judgement)
    return judgement
  }

  /// Why an answer is none: it names something unknown, does not end, or leads to nothing.
  private static func invalidity(of runs: [AnswerBench.Run]) -> AnswerError? {
    if runs.contains(where: { if case .stopped = $0 { true } else { false } }) { return .stopped }
    if runs.allSatisfy({ if case .nothing = $0 { true } else { false } }) { return .noValue }
    let errors = runs.compactMap(\.error)
    if let error = errors.first(where: \.isMisspelling) { return .language(error) }
    // What fails for its types everywhere was not meant like this.
    if errors.count == runs.count, let error = errors.first, error.kind == .typeError {
      return .language(error)
    }
    return nil
  }

  private func isRight(_ run: AnswerBench.Run, _ index: Int) -> Bool {
    guard let value = run.value, let expected = expected[index].value else { return false }
    return bench.comparison.agree(value, expected)
  }

  // MARK: Readings

  /// How an answer has to be taken to be right, or nil.
  private func acceptedReading(
    _ program: AnswerProgram, _ natural: [AnswerBench.Run], _ aliases: [String: String]
  ) -> [Judgement.Reading]? {
    let single = trials.indices.filter { trials[$0].variant == 0 }
    let batch = trials.indices.filter { trials[$0].variant > 0 }
    let isFree = question.settings.layoutIsFree
    func fits(_ layout: AnswerBench.Layout, _ indices: [Int]) -> Bool {
      if layout == AnswerBench.Layout() {
        return indices.allSatisfy { isRight(natural[$0], $0) }
      }
      return indices.allSatisfy { index in
        var aliases = aliases
        let run = bench.run(program, on: trials[index], layout, aliases: &aliases)
        guard let value = run.value, let expected = expected[index].value else { return false }
        let wanted = layout.hasColumns ? expected.transposed : expected
        return bench.comparison.agree(value, wanted)
      }
    }
    func columns(_ layout: AnswerBench.Layout) -> AnswerBench.Layout {
      AnswerBench.Layout(transposesWeights: layout.transposesWeights, hasColumns: true)
    }
    var layouts = [AnswerBench.Layout()]
    if isFree, !bench.weights.isEmpty {
      layouts.append(AnswerBench.Layout(transposesWeights: true))
    }
    var firstOnly: [Judgement.Reading]?
    for layout in layouts where fits(layout, single) {
      let readings: [Judgement.Reading] =
        layout.transposesWeights ? [.transposedWeights(bench.weights)] : []
      if fits(layout, batch) { return readings }
      if isFree, question.setup.isEmpty, fits(columns(layout), batch) {
        return readings + [.columns]
      }
      firstOnly = firstOnly ?? readings + [.firstVariantOnly]
    }
    return firstOnly
  }

  // MARK: Known answers

  /// The first answer of the question that is this one: the same tokens or the same values.
  private func matchingSample(_ program: AnswerProgram, _ found: [AnswerBench.Run]) -> Int? {
    let samples = question.samples.indices.filter { question.samples[$0].role != .invalid }
    if let same = samples.first(where: {
      samplePrograms[$0].signature == program.signature
    }) {
      return same
    }
    let values = samples.first { index in bench.isSame(found, runs(ofSample: index)) }
    if let values { return values }
    // What stops everywhere is compared where all sizes are the same.
    guard found.allSatisfy({ $0.value == nil }) else { return nil }
    let squares = bench.squares.map { bench.run(program, on: $0) }
    return samples.first { index in
      runs(ofSample: index).allSatisfy { $0.value == nil }
        && bench.isSame(squares, bench.squares.map { bench.run(samplePrograms[index], on: $0) })
    }
  }

  private func runs(ofSample index: Int) -> [AnswerBench.Run] {
    if let known = sampleRuns[index] { return known }
    let runs = trials.map { bench.run(samplePrograms[index], on: $0) }
    sampleRuns[index] = runs
    return runs
  }
}

extension Judgement {
  /// Takes over the verdict and the feedback of an answer that the question knows.
  mutating func accept(_ sample: Question.SampleAnswer, of question: Question) {
    switch sample.role {
    case .key: verdict = .right
    case .accept: verdict = .alternative
    case .partial: verdict = .partial
    case .wrong: verdict = .wrong
    case .invalid: verdict = .invalid
    }
    feedback = sample.feedback.map { question.namedFeedback($0) }
  }
}

extension Question {
  /// The feedback with an id: the question's own words, or else a slip.
  func namedFeedback(_ id: String) -> Judgement.Feedback {
    if let text = feedback[id] { return .own(id: id, text) }
    return Slip(rawValue: id).map { .slip($0) } ?? .named(id)
  }

  /// The feedback for a slip: the question's own words where it has some for it.
  func feedback(for slip: Slip) -> Judgement.Feedback { namedFeedback(slip.rawValue) }
}

extension PythonError {
  /// Whether something is written that means nothing, as opposed to something that goes wrong.
  var isMisspelling: Bool {
    switch kind {
    case .nameError, .unboundLocalError, .attributeError, .importError, .moduleNotFoundError,
      .notImplementedError, .syntaxError, .indentationError, .tabError, .memoryError,
      .recursionError, .keyError, .overflowError:
      true
    default: false
    }
  }
}
