/// Finds the negation that denies a phrase of a text: `not updated`, `更新しない`, `非線形`.
///
/// It looks only close to the phrase, and only for what people commonly write; it does not understand
/// sentences. What it takes for a denial is not accepted but left to the learner to compare.
///
///     Negation.denial(of: "updat", in: "the weights are not updated")  // "not updated"
///     Negation.denial(of: "updat", in: "not only updated")             // nil
///     Negation.denial(of: "更新", in: "重みは更新しない")                   // "更新しない"
///     Negation.denial(of: "更新", in: "更新しなければならない")             // nil
enum Negation {
  /// The most words between an English negation and what it denies.
  private static let wordReach = 3
  /// The most characters on either side that are looked at: a text of many phrases costs no more.
  private static let sight = 80
  /// The most characters between what a Japanese negation denies and itself.
  private static let characterReach = 10

  /// The words that deny a phrase everywhere it stands, from its first place; nil where one place
  /// says it plainly, or where it does not stand.
  ///
  /// - Parameters:
  ///   - phrase: what is looked for; one that holds a negation itself is never denied.
  ///   - text: the text as ``TextNormalization/reading(_:)`` reads it.
  static func denial(of phrase: String, in text: String) -> String? {
    guard !phrase.isEmpty, !isNegative(phrase) else { return nil }
    var first: String?
    for place in text.ranges(of: phrase) {
      guard
        let words = englishBefore(place, text) ?? englishAfter(place, text)
          ?? japanesePrefix(place, text) ?? japaneseAfter(place, text)
      else { return nil }
      first = first ?? words
    }
    return first
  }

  /// Whether a phrase holds a negation itself, as `does not hold` and `満たさない` do.
  static func isNegative(_ phrase: String) -> Bool {
    let words = phrase.split { !$0.isLetter }.map(String.init)
    return words.indices.contains { isNegator(words, $0) } || words.contains("non")
      || ["ない", "なく", "なけれ", "なかっ", "なし", "ません", "ず", "不", "非", "無"].contains {
        phrase.contains($0)
      }
  }

  // MARK: English

  private static let negators: Set<String> = [
    "not", "no", "never", "without", "nor", "neither", "cannot", "nothing",
  ]

  /// Words after a negation that take its force: not only, not all, no matter, not more than 0.25.
  private static let softeners: Set<String> = [
    "only", "just", "merely", "all", "until", "matter", "doubt", "more", "larger", "greater",
  ]

  /// Words that begin a thought of their own, which an earlier negation does not reach.
  private static let boundaries: Set<String> = [
    "and", "but", "because", "so", "since", "while", "if", "when", "as", "which", "then",
  ]

  /// Whether a word is a negation; the apostrophe of `don't` was read as a space.
  private static func isNegator(_ words: [String], _ index: Int) -> Bool {
    let word = words[index]
    return negators.contains(word) || (word == "t" && index > 0 && words[index - 1].last == "n")
  }

  private static func endsClause(_ character: Character) -> Bool {
    ",.;:!?()[]".contains(character)
  }

  /// `not updated`, `does not need labels`, `nonlinear`.
  private static func englishBefore(_ place: Range<String.Index>, _ text: String) -> String? {
    let before = text[..<place.lowerBound].suffix(sight)
    let clause = before.suffix(
      from: before.lastIndex(where: endsClause).map(before.index(after:))
        ?? before.startIndex)
    var words = clause.split(separator: " ").map(String.init)
    if let last = words.last, clause.last != " " {
      // The phrase stands inside a word: a prefix may deny it.
      if ["non", "non-", "un", "ir"].contains(last) { return last + wordEnd(place, text) }
      words.removeLast()
    }
    if let boundary = words.lastIndex(where: boundaries.contains) {
      words.removeFirst(boundary + 1)
    }
    guard let index = words.indices.suffix(wordReach + 1).last(where: { isNegator(words, $0) })
    else { return nil }
    if index + 1 < words.count, softeners.contains(words[index + 1]) { return nil }
    let shown = words[index] == "t" ? index - 1 : index
    return (words[shown...] + [wordEnd(place, text)]).joined(separator: " ")
      .replacing("n t ", with: "n't ")
  }

  /// `labels are not needed`, `the data need not be there`.
  private static func englishAfter(_ place: Range<String.Index>, _ text: String) -> String? {
    let rest = text[place.upperBound...]
    let clause = rest.prefix(sight).prefix { !endsClause($0) }
    // The first word is what is left of the phrase's own.
    let words = clause.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      .dropFirst()
    guard let index = words.indices.prefix(3).first(where: { isNegator(Array(words), $0 - 1) })
    else { return nil }
    let needed = index + 1 < words.endIndex ? words[index + 1] : ""
    let denies =
      ["needed", "necessary", "required", "used", "involved", "important"].contains(needed)
      || words[..<index].contains { $0 == "need" || $0 == "needn" }
    guard denies else { return nil }
    return wordEnd(place, text) + " "
      + words[...min(index + 1, words.endIndex - 1)].joined(separator: " ")
  }

  /// The phrase to the end of the word in which it ends.
  private static func wordEnd(_ place: Range<String.Index>, _ text: String) -> String {
    String(text[place]) + text[place.upperBound...].prefix { $0.isASCII && $0.isLetter }
  }

  // MARK: Japanese

  /// `非線形`, `不必要`.
  private static func japanesePrefix(_ place: Range<String.Index>, _ text: String) -> String? {
    guard let sign = text[..<place.lowerBound].last, "非不未".contains(sign) else { return nil }
    return String(sign) + text[place]
  }

  /// Words that may stand between what is denied and the negation: `ラベルを必要としない`.
  private static let bridges = [
    "必要", "使", "用い", "要", "与え", "関係", "含", "行", "起", "度", "性", "化",
  ]

  /// What takes the force of the negation right after it: だけでなく, かもしれない.
  private static let softEndings = [
    "だけで", "だけでは", "だけじゃ", "のみなら", "ばかりで", "かもしれ", "しか", "ほか",
  ]

  /// What turns a later negation into its opposite: しなければならない.
  private static let conditions = ["なければ", "なくては", "ねば", "ないと"]

  /// `更新しない`, `更新せず`, `ラベルは不要`: what follows is hiragana up to the negation.
  private static func japaneseAfter(_ place: Range<String.Index>, _ text: String) -> String? {
    var between = ""
    var rest = text[place.upperBound...]
    while between.count <= characterReach, let next = rest.first {
      if let negation = japaneseNegation(rest, after: between) {
        let isHarmless =
          softEndings.contains(where: between.hasSuffix)
          || conditions.contains(where: between.contains)
        return isHarmless ? nil : text[place] + between + negation
      }
      let step = bridges.first(where: rest.hasPrefix) ?? (isHiragana(next) ? String(next) : "")
      if step.isEmpty { return nil }
      between += step
      rest = rest.dropFirst(step.count)
    }
    return nil
  }

  /// The negation with which a text begins, or nil.
  private static func japaneseNegation(_ text: Substring, after before: String) -> String? {
    for negation in ["不要", "無用", "無関係", "無し", "なし", "ません", "ない", "なかっ", "なく"]
    where text.hasPrefix(negation) {
      let rest = text.dropFirst(negation.count)
      if negation == "ない", rest.hasPrefix("と") { return nil }
      if negation == "なく",
        ["ては", "す", "し", "せ", "さ", "な"].contains(where: rest.hasPrefix)
      {
        return nil
      }
      return negation
    }
    // ず ends a verb here; ずつ, わずか and いずれ are other words.
    guard text.hasPrefix("ず"), let stem = before.last, "せれわさたらかえべめけげいきみし".contains(stem),
      !["つ", "か", "れ"].contains(where: text.dropFirst().hasPrefix)
    else { return nil }
    return "ず"
  }

  private static func isHiragana(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x3041...0x309F).contains($0.value) }
  }
}
