import SourceText

/// What stands around an answer that was copied from a text or from a console.
enum Quotation {
  /// The marks that may stand around a whole answer. Quotes of Python are no such marks.
  private static let pairs: [(open: String, close: String)] = [
    ("```", "```"), ("`", "`"), ("「", "」"), ("『", "』"),
  ]

  /// An answer without the quotation marks around it, the prompts of Python before its lines and a
  /// full stop after it.
  ///
  ///     Quotation.unwrapped("`x @ W + b`")       // "x @ W + b"
  ///     Quotation.unwrapped(">>> u = x @ W + b") // "u = x @ W + b"
  ///     Quotation.unwrapped("「a」と「b」")        // unchanged
  static func unwrapped(_ answer: String) -> String {
    var text = answer.trimmed
    if text.hasSuffix("。") { text = String(text.dropLast()).trimmed }
    for pair in pairs where text.count > pair.open.count + pair.close.count {
      guard text.hasPrefix(pair.open), text.hasSuffix(pair.close) else { continue }
      let inner = text.dropFirst(pair.open.count).dropLast(pair.close.count)
      guard !inner.contains(pair.open), !inner.contains(pair.close) else { continue }
      // The first line of a fence names the language.
      text =
        pair.open == "```" && inner.contains(where: \.isNewline)
        ? String(inner.drop { !$0.isNewline }) : String(inner)
      return unwrapped(text)
    }
    guard text.hasPrefix(">>>") else { return text == answer.trimmed ? answer : text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { line in
        for prompt in [">>> ", "... ", ">>>", "..."] where line.hasPrefix(prompt) {
          return String(line.dropFirst(prompt.count))
        }
        return String(line)
      }.joined(separator: "\n")
  }
}
