import Localization
import SourceText

/// Reads options by their ids: `a`, `(A)`, `a, c`, `c → a → b`, or by their whole texts.
enum OptionNames {
  /// The ids in an answer, in order.
  static func read(
    _ answer: String, of options: [Question.Choice]
  ) -> Result<[String], AnswerError> {
    let plain = TextNormalization.reading(TextNormalization.plainDigits(answer))
    if plain.isEmpty { return .failure(.empty) }
    if let option = options.first(where: { isText(plain, of: $0) }) { return .success([option.id]) }
    // `5, 4` is meant to be the option (5, 4), unless there is [5, 4], too.
    let alike = options.filter { isText(plain, of: $0, withoutBrackets: true) }
    if alike.count == 1 { return .success([alike[0].id]) }
    var text = plain
    for sign in ["->", "→", "⇒", ">", "と", "、", "&", "+"] { text = text.replacing(sign, with: " ") }
    let words = text.split { $0.isWhitespace || ",.;:/()[]".contains($0) }.map(String.init)
      .filter { $0 != "and" }
    let known = options.map(\.id)
    var ids: [String] = []
    for word in words {
      if let id = id(of: word, among: options) {
        ids.append(id)
      } else if known.allSatisfy({ $0.count == 1 }), word.allSatisfy({ known.contains(String($0)) })
      {
        ids += word.map { String($0) }
      } else {
        // Where nothing of it is an option, all of it was meant as one.
        let isAlien = words.allSatisfy { self.id(of: $0, among: options) == nil }
        return .failure(.unknownOption(isAlien ? answer.trimmed : word, known: known))
      }
    }
    if ids.isEmpty { return .failure(.empty) }
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      return .failure(.repeated(twice))
    }
    return .success(ids)
  }

  /// The id that a word is, or that of the option whose whole text it is.
  static func id(of word: String, among options: [Question.Choice]) -> String? {
    (options.first { $0.id == word } ?? options.first { isText(word, of: $0) })?.id
  }

  /// Whether an answer is an option's text, with or without its id before it. White space and a full
  /// stop do not matter.
  private static func isText(
    _ plain: String, of option: Question.Choice, withoutBrackets: Bool = false
  ) -> Bool {
    func bare(_ text: String) -> String { Self.bare(text, withoutBrackets: withoutBrackets) }
    let answer = bare(plain)
    return [option.text.ja, option.text.en].contains { text in
      let text = bare(TextNormalization.reading(text))
      return answer == text || answer == bare(option.id) + ")" + text
        || answer == "(" + bare(option.id) + ")" + text
    }
  }

  private static func bare(_ text: String, withoutBrackets: Bool) -> String {
    var dense = text.filter { !$0.isWhitespace }[...]
    if let last = dense.last, ".。".contains(last) { dense = dense.dropLast() }
    if withoutBrackets, let first = dense.first, let last = dense.last, dense.count > 1,
      ["()", "[]"].contains("\(first)\(last)")
    {
      dense = dense.dropFirst().dropLast()
    }
    return String(dense)
  }
}
