public import Localization

/// An error in words: what was found and expected, and what to try.
public struct Wording: Hashable, Sendable {
  /// What was found, what was expected.
  public var message: LocalizedText
  /// What to try, where there is something.
  public var help: LocalizedText?

  /// Makes a wording.
  init(ja: String, en: String, help: LocalizedText? = nil) {
    message = LocalizedText(ja: ja, en: en)
    self.help = help
  }

  /// Makes a wording with a sentence of help in both languages.
  init(ja: String, en: String, helpJa: String, helpEn: String) {
    self.init(ja: ja, en: en, help: LocalizedText(ja: helpJa, en: helpEn))
  }
}

extension Wording {
  /// "Did you mean …?" for names that are close, or nil where there are none.
  static func didYouMean(_ suggestions: [String]) -> LocalizedText? {
    guard !suggestions.isEmpty else { return nil }
    let quoted = suggestions.map { "'\($0)'" }
    return LocalizedText(
      ja: "もしかして " + quoted.joined(separator: " か ") + " ですか。",
      en: "did you mean " + quoted.joined(separator: " or ") + "?")
  }
}
