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
    var text = plain
    for sign in ["->", "→", "⇒", ">", "と", "、", "&", "+"] { text = text.replacing(sign, with: " ") }
    let words = text.split { $0.isWhitespace || ",.;:()[]".contains($0) }.map(String.init)
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
        return .failure(.unknownOption(word, known: known))
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

  private static func isText(_ plain: String, of option: Question.Choice) -> Bool {
    [option.text.ja, option.text.en].contains { TextNormalization.reading($0) == plain }
  }
}
