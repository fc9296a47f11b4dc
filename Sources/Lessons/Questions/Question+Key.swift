public import Localization

extension Question {
  /// What the key names, in its order: the options of a choice or an order as `c) TEXT`, the lines
  /// of a listing as `7  TEXT`. Empty for all other kinds, whose key speaks for itself.
  public var namedByKey: [LocalizedText] {
    switch kind {
    case .choice, .order:
      return options(namedBy: key.text).compactMap { id in options.first { $0.id == id } }.map {
        option in
        LocalizedText(
          ja: "\(option.id)) \(option.text.ja)", en: "\(option.id)) \(option.text.en)")
      }
    case .lines:
      guard case .success(let numbers) = LineNumbers.read(key.text, in: self) else { return [] }
      return numbers.map { number in
        let line = "\(number)  \(listing[number - 1])"
        return LocalizedText(ja: line, en: line)
      }
    case .formula, .code, .number, .network, .match, .text: return []
    }
  }
}
