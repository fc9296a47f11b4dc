import SourceText

/// Reads lines of a listing: `7`, `3, 5-7`, `7行目`, or the lines themselves.
enum LineNumbers {
  /// The numbers in a text that has nothing else in it, in order and each once; nil for other texts.
  static func numbers(in text: String) -> [Int]? {
    var plain = TextNormalization.plainDigits(text).lowercased()
    for word in ["lines", "line", "and", "行目", "行", "と"] {
      plain = plain.replacing(word, with: " ")
    }
    plain = plain.replacing("〜", with: "-").replacing("~", with: "-")
    var numbers: Set<Int> = []
    let words = plain.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    for word in words {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first > 0, first <= last, last < 1000
      else { return nil }
      numbers.formUnion(first...last)
    }
    return words.isEmpty ? nil : numbers.sorted()
  }

  /// The lines that an answer names or quotes, in order.
  static func read(_ answer: String, in question: Question) -> Result<[Int], AnswerError> {
    let listing = question.listing
    if let numbers = numbers(in: answer) {
      if let wrong = numbers.first(where: { $0 > listing.count }) {
        return .failure(.unknownLine(wrong, count: listing.count))
      }
      return .success(numbers)
    }
    let wanted = Set(numbers(in: question.key.text) ?? [])
    let known = listing.map(compact)
    var lines: Set<Int> = []
    for quote in answer.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      let text = compact(String(quote))
      if text.isEmpty { continue }
      var places = known.indices.filter { known[$0] == text }
      if places.isEmpty, text.count >= 5 {
        places = known.indices.filter { known[$0].contains(text) }
      }
      // A line that stands twice means the one that is asked for.
      guard let place = places.first(where: { wanted.contains($0 + 1) }) ?? places.first else {
        return .failure(.unknownQuote(String(quote)))
      }
      lines.insert(place + 1)
    }
    return lines.isEmpty ? .failure(.empty) : .success(lines.sorted())
  }

  /// A line without white space and comment, as quotes are compared.
  static func compact(_ line: String) -> String {
    let code = FullWidth.reading(line).prefix { $0 != "#" }
    return String(code.filter { !$0.isWhitespace }).replacing("numpy.", with: "np.")
      .replacing("\"", with: "'")
  }
}
