public import Localization

/// The words that the line editor and the pager show beside what they edit and page.
public enum TerminalWording {
  /// Stands before what Ctrl-R searches for.
  public static let search = LocalizedText(ja: "履歴検索", en: "search")
  /// Stands there when history has nothing like it.
  public static let noMatch = LocalizedText(ja: "見つかりません", en: "no match")
  /// The keys of the pager.
  public static let pagerKeys = LocalizedText(
    ja: "space 次 · b 前 · / 検索 · q 終了", en: "space next · b back · / search · q leave")
}
