/// The signs that drawings may use.
public enum GlyphSet: Hashable, Sendable {
  /// Block elements, arrows, the ellipsis: for a terminal in a UTF-8 locale.
  case unicode
  /// ASCII only.
  case ascii

  /// What stands for text that was cut off: `…` or `...`.
  public var ellipsis: String {
    switch self {
    case .unicode: "…"
    case .ascii: "..."
    }
  }
}
