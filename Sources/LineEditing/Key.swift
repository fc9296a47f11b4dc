/// One thing that a person did at the keyboard.
enum Key: Hashable, Sendable {
  /// A character, control characters included (Return is U+000D, Tab U+0009).
  case character(Unicode.Scalar)
  /// A character typed with Alt, or behind Escape.
  case meta(Unicode.Scalar)
  /// Escape, with nothing behind it.
  case escape
  case up, down, left, right
  case wordLeft, wordRight
  case home, end, delete
  case pageUp, pageDown
  case backTab
  /// A bracketed paste, as the terminal sent it.
  case paste(String)
  /// The line has become taller than the window; no key sends it.
  case tooTall
  /// Text to be inserted as it is; no key sends it.
  case text(String)
  /// A key that the editor has no use for.
  case other
}
