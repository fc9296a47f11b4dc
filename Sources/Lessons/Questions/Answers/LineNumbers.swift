import SourceText

/// Reads lines of a listing: `7`, `3, 5-7`, `7行目`, `L5 & L7`, the lines themselves, the names
/// that they assign to, or a number with words behind it as in `7行目の delta1`.
enum LineNumbers {
  /// The numbers in a text that has nothing else in it, in order and each once; nil for other texts.
  static func numbers(in text: String) -> [Int]? {
    var plain = TextNormalization.plainDigits(text).lowercased()
    plain = plain.replacing(#/\s*(から|to|〜|~)\s*(?=\d)/#, with: "-")
    for word in ["lines", "line", "and", "&", "行目", "行", "と", "です", "まで", "。"] {
      plain = plain.replacing(word, with: " ")
    }
    var numbers: Set<Int> = []
    let words = plain.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { word in
      let number = word.hasPrefix("l") || word.hasPrefix("#") ? word.dropFirst() : word
      return number.hasSuffix(".") ? number.dropLast() : number
    }
    for word in words {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first > 0, first <= last, last < 1000
      else { return nil }
      numbers.formUnion(first...last)
    }
    return words.isEmpty ? nil : numbers.sorted()
  }

  /// The number of a line with words about it: `7行目の delta1`, `line 4: delta2`, `4 (as in a)`, or
  /// written out as in `七行目`; nil where another line is named, too, or none.
  private static func numberWithWords(in answer: String) -> Int? {
    var text = TextNormalization.plainDigits(answer).lowercased().trimmed[...]
    if let first = text.first, let digit = Array("一二三四五六七八九").firstIndex(of: first),
      text.dropFirst().first == "行"
    {
      text = "\(digit + 1)" + text.dropFirst()
    }
    let isNamed = text.hasPrefix("line")
    if isNamed { text = text.dropFirst(4).drop(while: \.isWhitespace) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).drop(while: \.isWhitespace)
    guard let number = Int(digits), number > 0,
      isNamed || rest.first.map({ "行:(".contains($0) }) == true,
      !rest.contains("line"), rest.firstMatch(of: /\d\s*行/) == nil
    else { return nil }
    return number
  }

  /// The lines that an answer names or quotes, in order.
  static func read(_ answer: String, in question: Question) -> Result<[Int], AnswerError> {
    let listing = question.listing
    if let numbers = numbers(in: answer) ?? numberWithWords(in: answer).map({ [$0] }) {
      if let wrong = numbers.first(where: { $0 > listing.count }) {
        return .failure(.unknownLine(wrong, count: listing.count))
      }
      return .success(numbers)
    }
    let wanted = Set(numbers(in: question.key.text) ?? [])
    let known = listing.map(compact)
    var lines: Set<Int> = []
    /// The lines that a quote means; nil where it is none.
    func places(of quote: some StringProtocol) -> [Int]? {
      let text = compact(String(quote))
      if text.isEmpty { return [] }
      let assigned = known.indices.filter { known[$0].hasPrefix(text + "=") }
      if assigned.count == 1 { return [assigned[0] + 1] }
      var places = known.indices.filter { known[$0] == text }
      if places.isEmpty, text.count >= 5 {
        places = known.indices.filter { known[$0].contains(text) }
      }
      // A line that stands twice means the one that is asked for.
      return (places.first { wanted.contains($0 + 1) } ?? places.first).map { [$0 + 1] }
    }
    for quote in answer.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      // Names and lines may stand side by side: `z1, z2`.
      let parts = separated(String(quote)).map { places(of: $0) }
      if parts.count > 1, parts.allSatisfy({ $0 != nil }) {
        lines.formUnion(parts.flatMap { $0 ?? [] })
      } else if let found = places(of: quote) {
        lines.formUnion(found)
      } else {
        return .failure(.unknownQuote(String(quote)))
      }
    }
    return lines.isEmpty ? .failure(.empty) : .success(lines.sorted())
  }

  /// A text cut at commas outside of brackets, and at the words between two of a list.
  private static func separated(_ text: String) -> [String] {
    var plain = FullWidth.reading(text)
    for word in [" and ", " & ", "と"] { plain = plain.replacing(word, with: ",") }
    var parts = [""]
    var depth = 0
    for character in plain {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// A line without white space, comment and the names of modules, as quotes are compared.
  static func compact(_ line: String) -> String {
    let code = FullWidth.reading(line).prefix { $0 != "#" }
    var compact = String(code.filter { !$0.isWhitespace }).replacing("\"", with: "'")
    for module in ["numpy.", "np.", "functions."] {
      compact = compact.replacing(module, with: "")
    }
    return compact
  }
}
