import SourceText

/// Texts as they are compared: what only looks different is made the same.
enum TextNormalization {
  /// Full-width signs as their ASCII twins, lower case, and runs of white space as one space.
  ///
  ///     TextNormalization.reading("Ｕpdate  the Weights")  // "update the weights"
  static func reading(_ text: String) -> String {
    // Apostrophes and quotes are prose here, not the beginning of a string.
    let plain = String(text.map { "'\"#’‘“”".contains($0) ? " " : $0 })
    return FullWidth.reading(plain).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Circled and full-width digits as plain ones.
  static func plainDigits(_ text: String) -> String {
    var result = ""
    for character in FullWidth.reading(text) {
      if let scalar = character.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
        result += " \(scalar.value - 0x2460 + 1) "
      } else {
        result.append(character)
      }
    }
    return result
  }
}
