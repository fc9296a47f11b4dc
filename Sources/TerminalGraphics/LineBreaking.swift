/// Where a line of Japanese or English text may be broken.
enum LineBreaking {
  /// Whether a line may end after one character and the next begin with the other.
  ///
  /// A break stands after a space, and beside a wide character unless that would put a closing sign,
  /// a small kana or a mark of prolongation at the start of a line or an opening bracket at the end
  /// (kinsoku shori, JIS X 4051).
  static func isAllowed(after left: Character, before right: Character) -> Bool {
    if right == " " || right == "\u{3000}" { return false }
    if left == " " || left == "\u{3000}" { return true }
    guard DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2 else { return false }
    return !neverFirst.contains(right) && !neverLast.contains(left)
  }

  /// Signs that no line begins with.
  private static let neverFirst = Set<Character>(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー」』）】〕〉》］｝〗〙”’〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%")

  /// Signs that no line ends with.
  private static let neverLast = Set<Character>("「『（【〔〈《［｛〖〘“‘([{$#")
}
