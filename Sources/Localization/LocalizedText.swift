/// A text in every language that nnrepl speaks, side by side.
///
///     let title = LocalizedText(ja: "総入力", en: "total input")
///     title[.ja]  // "総入力"
public struct LocalizedText: Hashable, Sendable {
  /// The Japanese text.
  public var ja: String
  /// The English text.
  public var en: String

  /// Makes a text from its two translations.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    get {
      switch language {
      case .ja: ja
      case .en: en
      }
    }
    set {
      switch language {
      case .ja: ja = newValue
      case .en: en = newValue
      }
    }
  }
}
