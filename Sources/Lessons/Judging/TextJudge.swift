import SourceText

/// Judges prose by its ideas: leniently, because phrases alone cannot tell what a sentence means.
struct TextJudge: AnswerJudge {
  private let material: JudgeMaterial
  let fault: AnswerError? = nil

  init(_ material: JudgeMaterial) {
    self.material = material
  }

  func judge(_ answer: String, explains: Bool) -> Judgement {
    let question = material.question
    let text = TextNormalization.reading(answer)
    if text.isEmpty { return material.invalid(.empty) }
    let unsaid = question.ideas.filter { $0.standing(in: text) != .said }
    let missing = unsaid.map(\.id)
    let found = question.ideas.count - missing.count
    var judgement = Judgement(
      verdict: missing.isEmpty ? .right : found > 0 ? .partial : .wrong, seed: material.seed)
    if !missing.isEmpty {
      judgement.evidence.append(.ideas(found: found, of: question.ideas.count))
      judgement.evidence.append(.missingIdeas(missing))
      let denials = unsaid.compactMap { idea in
        if case .denied(let words) = idea.standing(in: text) { words } else { nil }
      }
      if !denials.isEmpty { judgement.evidence.append(.denied(denials)) }
      judgement.feedback = question.namedFeedback(missing[0])
    }
    if let misconception = question.misconceptions.first(where: {
      $0.standing(in: text) == .said
    }) {
      judgement.verdict = .wrong
      judgement.feedback = question.namedFeedback(misconception.id)
    }
    if question.settings.property != nil { refuteExamples(in: text, &judgement) }
    judgement.evidence.append(.lenient)
    return judgement
  }

  // MARK: Examples

  /// The most examples of one text that are run.
  private static let exampleLimit = 20

  /// Runs every function of x in the text and compares it with what the text says it is.
  private func refuteExamples(in text: String, _ judgement: inout Judgement) {
    for (example, claimed) in Self.examples(in: text) {
      guard let expression = AlgebraReading.python(example) else { continue }
      let test = LinearityTest(AnswerProgram(expression), material.runner)
      guard test.error == nil, (test.refutation == nil) != (claimed == .linear) else { continue }
      judgement.verdict = .wrong
      judgement.evidence.insert(.refutedExample(example, claimed: claimed), at: 0)
      judgement.evidence.insert(test.refutation ?? .linearEverywhere, at: 1)
      return
    }
  }

  /// The functions of x in a text, each with the word that stands before it; linear where none does.
  static func examples(
    in text: String
  ) -> [(text: String, claimed: Question.Settings.Property)] {
    let characters = Array(text)
    var found: [(String, Question.Settings.Property)] = []
    var start = 0
    while start < characters.count, found.count < exampleLimit {
      guard isAlgebra(characters[start]), start == 0 || !isLatin(characters[start - 1]) else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, isAlgebra(characters[end]) { end += 1 }
      let piece = trimmed(characters[start..<end])
      let isWord = end < characters.count && isLatin(characters[end]) && characters[end - 1] != " "
      if !isWord, piece.contains("x"), piece.contains(where: \.isNumber) {
        let after = claim(after: String(characters[end...]))
        found.append((piece, after ?? claim(before: String(characters[..<start]))))
      }
      start = end
    }
    return found
  }

  /// What follows an example, up to the next pause, says that it is; nil where it says nothing.
  private static func claim(after text: String) -> Question.Settings.Property? {
    let clause = text.prefix { !",.;、。".contains($0) }.prefix(40)
    let denials = ["not", "isn t", "でない", "ではな", "ではあり", "非線", "non"]
    if denials.contains(where: { clause.contains($0) }) { return .nonlinear }
    return ["is linear", "は線形", "は線型"].contains { clause.contains($0) } ? .linear : nil
  }

  private static func isAlgebra(_ character: Character) -> Bool {
    "0123456789.x+-*/^()²³ ".contains(character)
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  /// A piece of a sentence without the full stop and the bracket that belong to the sentence.
  private static func trimmed(_ piece: ArraySlice<Character>) -> String {
    var piece = piece
    while let last = piece.last, last == " " || last == "." { piece.removeLast() }
    while let first = piece.first, first == " " || first == "." { piece.removeFirst() }
    func unbalanced() -> Int { piece.count { $0 == "(" } - piece.count { $0 == ")" } }
    while unbalanced() > 0, piece.first == "(" { piece.removeFirst() }
    while unbalanced() < 0, piece.last == ")" { piece.removeLast() }
    return String(piece)
  }

  /// What the last of the words before an example says it is.
  private static func claim(before text: String) -> Question.Settings.Property {
    let marks: [(String, Question.Settings.Property)] = [
      ("non-linear", .nonlinear), ("nonlinear", .nonlinear), ("not linear", .nonlinear),
      ("非線", .nonlinear), ("線形でな", .nonlinear), ("linear", .linear), ("線形", .linear),
      ("線型", .linear),
    ]
    var best: (end: String.Index, length: Int, claim: Question.Settings.Property)?
    for (mark, claim) in marks {
      guard let range = text.ranges(of: mark).last else { continue }
      if best.map({ (range.upperBound, mark.count) > ($0.end, $0.length) }) ?? true {
        best = (range.upperBound, mark.count, claim)
      }
    }
    return best?.claim ?? .linear
  }
}

extension Question.Idea {
  /// How an idea stands in a text.
  enum Standing: Hashable {
    /// One of its phrases says it.
    case said
    /// Its phrases are there, but only denied, in these words.
    case denied(String)
    /// None of its phrases is there.
    case absent
  }

  /// How the idea stands in a text, as ``TextNormalization`` reads it.
  ///
  /// A phrase that holds a negation itself says what it says: no negation beside it is looked for.
  func standing(in text: String) -> Standing {
    var standing = Standing.absent
    for phrase in phrases where phrase.allSatisfy({ text.contains($0) }) {
      let denial =
        phrase.contains(where: Negation.isNegative)
        ? nil : phrase.lazy.compactMap { Negation.denial(of: $0, in: text) }.first
      guard let denial else { return .said }
      if standing == .absent { standing = .denied(denial) }
    }
    return standing
  }
}
