/// The number of terminal columns that text takes.
///
///     DisplayWidth.of("loss")    // 4
///     DisplayWidth.of("総入力")   // 6
///     DisplayWidth.of("é")       // 1, however it is composed
///
/// East Asian wide and full-width characters and emoji take two columns, characters of ambiguous
/// width (`α`, `①`, `→`) one, combining and control characters none.
public enum DisplayWidth {
  /// The columns of one scalar: 0, 1 or 2. A control character takes none.
  ///
  /// It agrees with the C library's `wcwidth` in a UTF-8 locale, except that what `wcwidth` does
  /// not know (-1) takes no column when it is a control and one column otherwise.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    // Vowels and final consonants of a Korean syllable join the wide consonant before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
    return WideScalars.contains(value) ? 2 : 1
  }

  /// The columns of one character: 0, 1 or 2.
  ///
  /// A character of several scalars is as wide as they are together, but never over 2; an emoji
  /// variation selector makes it 2.
  public static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F, width > 0 { return 2 }
      width += of(scalar)
    }
    return min(width, 2)
  }

  /// The columns of a text on one line.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(into: 0) { $0 += of($1) }
  }
}
