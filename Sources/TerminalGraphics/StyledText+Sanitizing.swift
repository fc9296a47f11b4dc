extension StyledText {
  /// A text in which nothing can command the terminal or disguise itself.
  ///
  /// Control characters (escape, bell, carriage return, C1 …) and the signs that turn the writing
  /// direction become `�`, a tab becomes four spaces, a line break stays, and CR LF is a line break.
  ///
  ///     StyledText.sanitized("\u{1B}[2Jgone")  // "�[2Jgone"
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func sanitized(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
    var result = String.UnicodeScalarView()
    for character in text {
      if character == "\r\n" {
        result.append("\n")
        continue
      }
      for scalar in character.unicodeScalars {
        switch scalar {
        case "\n": result.append("\n")
        case "\t": result.append(contentsOf: "    ".unicodeScalars)
        default: result.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
        }
      }
    }
    return String(result)
  }

  /// Whether a scalar is a control (the line break included) or turns the writing direction.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20: scalar != "\n"
    case 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xE0001, 0xE0020...0xE007F:
      true
    default: false
    }
  }
}
