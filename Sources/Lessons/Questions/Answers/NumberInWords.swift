import SourceText

/// A number as people say it: `3 番`, `約 4.13`, `about 4.13`, `1200 updates`, `3 分の 1`.
enum NumberInWords {
  private static let beginnings = [
    "約", "およそ", "おおよそ", "だいたい", "大体", "たぶん", "答えは", "答え", "about", "approximately", "roughly",
    "the answer is", "answer is", "it is", "~", "≈", "≒", "=", ":",
  ]
  private static let endings = [
    "です", "と思います", "になります", "でしょう", "くらい", "ぐらい", "ほど", "程度", "番目", "番", "個", "つ", "回", "本", "度",
    "倍", "行", "通り", "層", "周",
    "次元", "サンプル", "ユニット", "件", "枚", "cm", "kg", "。",
  ]
  /// What is counted, in English. Other words may change what the number says, as in `2 less`.
  private static let counted: Set<String> = [
    "times", "updates", "steps", "passes", "calls", "samples", "elements", "entries", "weights",
    "biases", "parameters", "units", "layers", "epochs", "flower", "flowers", "lines", "inputs",
    "outputs",
  ]

  /// The number in digits, or nil where there are no words around one.
  ///
  ///     NumberInWords.number(in: "約 4.13 です")  // "4.13"
  ///     NumberInWords.number(in: "4.13")         // nil
  static func number(in answer: String) -> String? {
    let whole = answer.filter { !$0.isWhitespace }
    let text = bare(answer).filter { !$0.isWhitespace }[...]
    if let number = plain(text), number.count < whole.count { return number }
    // 3 分の 1 is a third.
    let parts = text.split(separator: "分の", omittingEmptySubsequences: false)
    if parts.count == 2, let below = plain(parts[0]), let above = plain(parts[1]) {
      return "\(above) / \(below)"
    }
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, counted.contains(words[1].lowercased()) else { return nil }
    return plain(words[0])
  }

  /// A text without the words around it, in lower case.
  ///
  ///     NumberInWords.bare("答えは [11 30] です")  // "[11 30]"
  static func bare(_ text: String) -> String {
    var text = text.lowercased().trimmed[...]
    while let word = beginnings.first(where: { text.hasPrefix($0) }) {
      text = text.dropFirst(word.count).trimmed[...]
    }
    while let word = endings.first(where: { text.hasSuffix($0) }) {
      text = text.dropLast(word.count).trimmed[...]
    }
    return String(text)
  }

  private static func plain(_ text: Substring) -> String? {
    let hasDigit = text.contains { $0.isASCII && $0.isNumber }
    guard hasDigit, text.allSatisfy({ $0.isASCII && $0.isNumber || "+-.".contains($0) }),
      Double(text) != nil
    else { return nil }
    return String(text)
  }
}
