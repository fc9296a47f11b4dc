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

  private static let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }

  /// Circled and full-width digits as plain ones, and circled letters as letters.
  static func plainDigits(_ text: String) -> String {
    var result = ""
    for character in FullWidth.reading(text) {
      switch character.unicodeScalars.first?.value ?? 0 {
      case let digit where (0x2460...0x2473).contains(digit): result += " \(digit - 0x2460 + 1) "
      case let digit where (0x2776...0x277F).contains(digit): result += " \(digit - 0x2776 + 1) "
      case let letter where (0x24B6...0x24E9).contains(letter):
        result += " " + letters[Int(letter - 0x24B6) % letters.count] + " "
      default: result.append(character)
      }
    }
    return result
  }
}
