import SourceText

/// What each item of a question is paired with: ids of options, or lines of the listing.
struct Pairs: Hashable, Sendable {
  /// For each item that has some, its partners, of which any will do in a key.
  var choices: [String: Set<String>] = [:]

  /// Reads `1=a, 2=c`, `①a ②c`, `1:3 2:7|8`, or partners alone in the order of the items.
  static func read(_ answer: String, of question: Question) -> Result<Pairs, AnswerError> {
    let plain = TextNormalization.reading(TextNormalization.plainDigits(answer))
    var text = plain
    for word in ["→", "->", "⇒", ":", "は"] { text = text.replacing(word, with: "=") }
    for word in ["lines", "line", "行目", "行"] { text = text.replacing(word, with: " ") }
    text = text.replacing(" =", with: "=").replacing("= ", with: "=")
    let words = text.split { $0.isWhitespace || ",;()".contains($0) }.map(String.init)
    if words.isEmpty { return .failure(.empty) }
    let items = question.items.map(\.id)
    let known =
      question.options.isEmpty
      ? question.listing.indices.map { String($0 + 1) } : question.options.map(\.id)
    var pairs = Pairs()
    var pending: String?
    var alone: [String] = []
    for word in words {
      let sides = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      switch sides.count {
      case 2 where !sides[0].isEmpty && !sides[1].isEmpty:
        guard items.contains(sides[0]) else {
          return .failure(.unknownOption(sides[0], known: items))
        }
        if let error = pairs.add(sides[1], to: sides[0], known) { return .failure(error) }
      case 1:
        if let item = pending {
          if let error = pairs.add(word, to: item, known) { return .failure(error) }
          pending = nil
        } else if let item = items.first(where: { word.hasPrefix($0) && word.count > $0.count }),
          known.contains(String(word.dropFirst(item.count))), !known.contains(word)
        {
          if let error = pairs.add(String(word.dropFirst(item.count)), to: item, known) {
            return .failure(error)
          }
        } else if items.contains(word), !known.contains(word) {
          pending = word
        } else {
          alone.append(word)
        }
      default: return .failure(.notPairs(word))
      }
    }
    if !alone.isEmpty {
      guard pairs.choices.isEmpty, pending == nil else { return .failure(.notPairs(alone[0])) }
      // Items and lines that are both numbers: `1 3 2 7` are pairs, `3 7` partners.
      let isPaired = alone.count == 2 * items.count
      guard isPaired || alone.count == items.count else { return .failure(.notPairs(plain)) }
      for index in items.indices {
        let item = isPaired ? alone[2 * index] : items[index]
        guard items.contains(item) else { return .failure(.unknownOption(item, known: items)) }
        let partner = alone[isPaired ? 2 * index + 1 : index]
        if let error = pairs.add(partner, to: item, known) { return .failure(error) }
      }
    }
    return .success(pairs)
  }

  private mutating func add(
    _ partners: String, to item: String, _ known: [String]
  ) -> AnswerError? {
    if choices[item] != nil { return .repeated(item) }
    let names = partners.split(separator: "|").map(String.init)
    if let unknown = names.first(where: { !known.contains($0) }) {
      return .unknownOption(unknown, known: known)
    }
    choices[item] = Set(names)
    return nil
  }
}
