import SourceText

/// Judges a choice among options.
struct ChoiceJudge: AnswerJudge {
  private let material: JudgeMaterial
  private let key: Set<String>
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
    key = Set(material.question.options(namedBy: material.question.key.text))
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let question = material.question
    let ids: [String]
    switch OptionNames.read(answer, of: question.options) {
    case .failure(let error): return material.invalid(error)
    case .success(let read): ids = read
    }
    if !question.settings.selectsSeveral, ids.count > 1 {
      return material.invalid(.oneOptionOnly(found: ids))
    }
    let chosen = Set(ids)
    var judgement = Judgement(verdict: chosen == key ? .right : .wrong, seed: material.seed)
    if judgement.verdict == .right { return judgement }
    if key.count > 1 {
      let right = chosen.intersection(key).count
      judgement.evidence.append(
        right < key.count
          ? .count(right: right, of: key.count) : .surplus(chosen.subtracting(key).sorted()))
      if right > 0, chosen.isSubset(of: key) { judgement.verdict = .partial }
    }
    material.takeOver(&judgement) { sample in
      Set(question.options(namedBy: sample)) == chosen
    }
    return judgement
  }
}

/// Judges the order of options.
struct OrderJudge: AnswerJudge {
  private let material: JudgeMaterial
  private let key: [String]
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
    key = material.question.options(namedBy: material.question.key.text)
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let question = material.question
    let (read, reading) = readByNames(
      answer, { OptionNames.read($0, of: question.options) },
      { ChoiceNames.order($0, of: question.options) })
    let ids: [String]
    switch read {
    case .failure(let error): return material.invalid(error)
    case .success(let read): ids = read
    }
    let missing = key.filter { !ids.contains($0) }
    if !missing.isEmpty { return material.invalid(.incomplete(missing: missing.sorted())) }
    var judgement = Judgement(
      verdict: ids == key ? .right : .wrong, readings: reading, seed: material.seed)
    if judgement.verdict == .right { return judgement }
    let right = zip(ids, key).count { $0 == $1 }
    judgement.evidence.append(.count(right: right, of: key.count))
    if right > 0 { judgement.verdict = .partial }
    material.takeOver(&judgement) { sample in
      question.options(namedBy: sample) == ids
    }
    return judgement
  }
}

/// Judges what items are paired with.
struct MatchJudge: AnswerJudge {
  private let material: JudgeMaterial
  private let key: Pairs
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
    key = (try? Pairs.read(material.question.key.text, of: material.question).get()) ?? Pairs()
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let question = material.question
    let (read, reading) = readByNames(
      answer, { Pairs.read($0, of: question) }, { ChoiceNames.pairs($0, of: question) })
    let pairs: Pairs
    switch read {
    case .failure(let error): return material.invalid(error)
    case .success(let read): pairs = read
    }
    let right = key.choices.filter { item, partners in
      pairs.choices[item].map { !$0.isEmpty && $0.isSubset(of: partners) } ?? false
    }
    var judgement = Judgement(
      verdict: right.count == key.choices.count ? .right : right.isEmpty ? .wrong : .partial,
      readings: reading, seed: material.seed)
    if judgement.verdict == .right { return judgement }
    judgement.evidence.append(.count(right: right.count, of: key.choices.count))
    let wrong = question.items.map(\.id).filter { pairs.choices[$0] != nil && right[$0] == nil }
    if !wrong.isEmpty { judgement.evidence.append(.surplus(wrong)) }
    material.takeOver(&judgement) { (try? Pairs.read($0, of: question).get()) == pairs }
    return judgement
  }
}

/// Reads an answer by ids, or else by what its names and places stand for, which is then told.
private func readByNames<Answer>(
  _ answer: String, _ read: (String) -> Result<Answer, AnswerError>, _ named: (String) -> String?
) -> (Result<Answer, AnswerError>, [Judgement.Reading]) {
  let plain = read(answer)
  guard case .failure = plain, let ids = named(answer), case .success(let other) = read(ids) else {
    return (plain, [])
  }
  return (.success(other), [.text(ids)])
}

/// Judges which lines of the listing an answer points at.
struct LinesJudge: AnswerJudge {
  private let material: JudgeMaterial
  private let key: Set<Int>
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
    key = Set(
      (try? LineNumbers.read(material.question.key.text, in: material.question).get()) ?? [])
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let question = material.question
    let lines: Set<Int>
    switch LineNumbers.read(answer, in: question) {
    case .failure(let error):
      let quote = LineNumbers.compact(answer)
      var judgement = material.invalid(error)
      material.takeOver(&judgement) { LineNumbers.compact($0) == quote && !quote.isEmpty }
      if judgement.verdict != .invalid { judgement.error = nil }
      return judgement
    case .success(let read): lines = Set(read)
    }
    let optional = Set(question.optionalLines).subtracting(key)
    let chosen = lines.subtracting(optional)
    var judgement = Judgement(
      verdict: chosen == key ? .right : .wrong, seed: material.seed)
    if judgement.verdict == .right { return judgement }
    let right = chosen.intersection(key).count
    let surplus = chosen.subtracting(key)
    if right > 0, surplus.isEmpty { judgement.verdict = .partial }
    if key.count > 1 { judgement.evidence.append(.count(right: right, of: key.count)) }
    if !surplus.isEmpty { judgement.evidence.append(.surplus(surplus.sorted().map(String.init))) }
    material.takeOver(&judgement) { sample in
      Set((try? LineNumbers.read(sample, in: question).get()) ?? []) == lines
    }
    return judgement
  }
}

/// Judges a network as a graph.
struct NetworkJudge: AnswerJudge {
  private let material: JudgeMaterial
  private let key: NetworkPlan?
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
    key = NetworkPlan(reading: material.question.key.text)
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let text = answer.trimmed
    guard let found = text.isEmpty ? material.context.network : NetworkPlan(reading: text) else {
      return material.invalid(text.isEmpty ? .empty : .notANetwork(text))
    }
    guard let key else { return material.invalid(.notANetwork(material.question.key.text)) }
    var judgement = Judgement(verdict: .wrong, seed: material.seed)
    judgement.evidence = Self.differences(found, key)
    if judgement.evidence.isEmpty {
      judgement.verdict = .right
      judgement.evidence = [.parameters(weights: key.weightCount, biases: key.biasCount)]
      return judgement
    }
    material.takeOver(&judgement) { NetworkPlan(reading: $0) == found }
    return judgement
  }

  private static func differences(
    _ found: NetworkPlan, _ key: NetworkPlan
  ) -> [Judgement.Evidence] {
    guard found.sizes.count == key.sizes.count else {
      return [.layerCount(expected: key.sizes.count - 1, found: found.sizes.count - 1)]
    }
    var differences: [Judgement.Evidence] = []
    for (layer, sizes) in zip(found.sizes, key.sizes).enumerated() where sizes.0 != sizes.1 {
      differences.append(.layerSize(layer: layer, expected: sizes.1, found: sizes.0))
    }
    for (layer, pair) in zip(found.activations, key.activations).enumerated() {
      if let expected = pair.1, let found = pair.0, found != expected {
        differences.append(
          .layerActivation(layer: layer + 1, expected: expected, found: found))
      }
    }
    return differences
  }
}

extension JudgeMaterial {
  /// The judgement of what is no answer.
  func invalid(_ error: AnswerError) -> Judgement {
    Judgement(verdict: .invalid, error: error, seed: seed)
  }

  /// Takes over verdict and feedback of the first sample answer that means the same.
  func takeOver(_ judgement: inout Judgement, where isSame: (String) -> Bool) {
    if let sample = question.samples.first(where: { $0.role != .invalid && isSame($0.text) }) {
      judgement.accept(sample, of: question)
      // What differs from the key says nothing of an answer that is as good.
      if judgement.verdict.isAccepted { judgement.evidence = [] }
    }
  }
}

extension Question {
  /// The ids of the options that a text of the script names; the reader has seen that it does.
  func options(namedBy text: String) -> [String] {
    (try? OptionNames.read(text, of: options).get()) ?? []
  }
}
