import Localization
import SourceText

/// Other names of options and items than their ids: their texts in any language, and their places.
///
///     ChoiceNames.order("③①②", of: options)              // "c a b"
///     ChoiceNames.pairs("1=シグモイド関数, 2=3", of: question)  // "1=b 2=c"
///
/// They are looked at only where an answer cannot be read by its ids: ids always go first.
enum ChoiceNames {
  /// The ids that an order names by texts or places; nil where it names something else.
  static func order(_ answer: String, of options: [Question.Choice]) -> String? {
    let words = words(in: answer, naming: options)
    var ids: [String] = []
    for word in words {
      if let id = id(of: word, among: options) {
        ids.append(id)
      } else if options.count < 10, word.count == options.count, word.allSatisfy(\.isNumber) {
        // Places without a space between them.
        ids += word.compactMap { id(of: String($0), among: options) }
      } else {
        return nil
      }
    }
    return ids.joined(separator: " ")
  }

  /// The pairs of ids that pairs of texts or places stand for; nil where they stand for nothing, or
  /// could be meant otherwise.
  static func pairs(_ answer: String, of question: Question) -> String? {
    let (items, options) = (question.items, question.options)
    // A dash between numbers of lines would be a range.
    let signs = pairSigns.union(options.isEmpty ? [] : ["-"])
    let words = words(in: answer, naming: options + items, pairedBy: signs)
    var sides: [(String, String)] = []
    if words.contains("=") {
      for place in stride(from: 0, to: words.count, by: 3) {
        guard place + 2 < words.count, words[place + 1] == "=" else { return nil }
        sides.append((words[place], words[place + 2]))
      }
    } else if words.count == 2 * items.count {
      for place in stride(from: 0, to: words.count, by: 2) {
        sides.append((words[place], words[place + 1]))
      }
    } else if words.count == items.count {
      sides = zip(items, words).map { ($0.id, $1) }
    }
    var pairs: [String] = []
    for (left, right) in sides {
      // Where both sides are numbers, the item stands first.
      let turned = Int(left) == nil || Int(right) == nil ? pair(right, left, question) : nil
      guard let pair = pair(left, right, question) ?? turned else { return nil }
      pairs.append(pair)
    }
    return pairs.isEmpty ? nil : pairs.joined(separator: " ")
  }

  private static let pairSigns: Set<Character> = ["=", ":", "→", "⇒", "は"]

  private static func pair(_ item: String, _ partner: String, _ question: Question) -> String? {
    guard let item = id(of: item, among: question.items) else { return nil }
    if question.options.isEmpty { return Int(partner) == nil ? nil : "\(item)=\(partner)" }
    return id(of: partner, among: question.options).map { "\(item)=\($0)" }
  }

  /// The id that a word is or whose place it counts: the letters of ids are counted from 1. Where ids
  /// or texts are numbers themselves, no place is meant.
  private static func id(of word: String, among choices: [Question.Choice]) -> String? {
    if choices.contains(where: { $0.id == word }) { return word }
    guard let place = Int(word), choices.indices.contains(place - 1),
      !choices.contains(where: {
        Int($0.id) != nil || Double($0.text.ja) != nil || Double($0.text.en) != nil
      })
    else { return nil }
    return choices[place - 1].id
  }

  /// The words of an answer with ids in place of texts, the longest first; a sign that pairs is `=`, a
  /// word of its own.
  private static func words(
    in answer: String, naming choices: [Question.Choice], pairedBy signs: Set<Character> = []
  ) -> [String] {
    var names: [(text: String, id: String)] = []
    for choice in choices {
      for language in Language.allCases {
        let text = plain(choice.text[language])
        // A text that is an id, or that of another choice, names nothing by itself.
        if text.isEmpty || choices.contains(where: { $0.id == text }) { continue }
        if choices.contains(where: { other in
          other.id != choice.id && Language.allCases.contains { plain(other.text[$0]) == text }
        }) {
          continue
        }
        names.append((text, choice.id))
      }
    }
    var rest = plain(answer)[...]
    names.sort { $0.text.count > $1.text.count }
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    while let first = rest.first {
      if word.isEmpty, let name = names.first(where: { stands($0.text, at: rest) }) {
        words.append(name.id)
        rest = rest.dropFirst(name.text.count)
        continue
      }
      if rest.hasPrefix("->") { rest = rest.dropFirst() }
      switch rest.hasPrefix(">") && first == "-" && !signs.isEmpty ? "=" : first {
      case let sign where signs.contains(sign):
        endWord()
        words.append("=")
      case " ", ",", ";", ".", ">", "→", "⇒", "(", ")", "[", "]": endWord()
      default: word.append(first)
      }
      rest = rest.dropFirst()
    }
    endWord()
    return words
  }

  /// Whether a text begins with a name that does not go on as another word.
  private static func stands(_ name: String, at text: Substring) -> Bool {
    guard text.hasPrefix(name) else { return false }
    func isWord(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }
    guard let next = text.dropFirst(name.count).first, let last = name.last else { return true }
    return !(isWord(last) && isWord(next))
  }

  private static func plain(_ text: String) -> String {
    TextNormalization.reading(TextNormalization.plainDigits(text))
  }
}
