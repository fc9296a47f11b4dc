/// A language that nnrepl speaks.
///
/// The raw value is what a person writes after `lang` and `--lang`, and what a lesson script
/// writes after `@text`.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Japanese.
  case ja
  /// English.
  case en

  /// The language that a POSIX locale name asks for: Japanese for `ja`, `ja_JP.UTF-8` …, English
  /// for everything else.
  ///
  ///     Language(locale: "ja_JP.UTF-8")  // .ja
  ///     Language(locale: "C")            // .en
  public init(locale: String) {
    let name = locale.lowercased()
    self = name == "ja" || name.hasPrefix("ja_") || name.hasPrefix("ja.") ? .ja : .en
  }
}
