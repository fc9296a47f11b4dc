import SourceText

/// Reads what a learner writes for a number or a short list of them.
///
///     NumberReading("20個です").text      // "20"
///     NumberReading("[11. 30.]").text    // "[11., 30.]"
///     NumberReading("85.7%").text        // "85.7 / 100"
///     NumberReading("0.5·30 − 15").text  // "0.5*30 - 15"
struct NumberReading {
  /// The expression that is run.
  let text: String
  /// Whether more than brackets and commas were changed, so that the reading is worth showing.
  let isWorthShowing: Bool

  init(_ answer: String) {
    var typed = Quotation.unwrapped(answer).trimmed
    for dot in ["·", "⋅", "∙", "•", "・"] { typed = typed.replacing(dot, with: "*") }
    let plain = FullWidth.reading(typed).trimmed
    let unquoted = Self.unquoted(plain)
    let numbers =
      NumberInWords.number(in: unquoted) ?? Self.plainNumbers(Self.withoutWords(unquoted))
      ?? Self.endOfChain(unquoted)
    text = numbers ?? unquoted.replacing("^", with: "**")
    func digits(_ text: String) -> String {
      text.filter { !" \t,;[]()".contains($0) }
    }
    isWorthShowing = digits(text) != digits(answer)
  }

  /// The number at the end of `u = 0.1 * 4 + 0.5 = 0.9`; nil for other texts.
  private static func endOfChain(_ text: String) -> String? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count > 2, let last = parts.last else { return nil }
    return plainNumbers(withoutWords(String(last).trimmed))
  }

  /// A text in a pair of Python's quotes without them.
  private static func unquoted(_ text: String) -> String {
    guard text.count > 2, let first = text.first, first == text.last, "'\"".contains(first),
      !text.dropFirst().dropLast().contains(first)
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// A text without the words around its numbers, commas where it has words or signs between them.
  private static func withoutWords(_ text: String) -> String {
    var text = NumberInWords.bare(text)
    // `u: 20` and `u = 20` name the number.
    if let match = text.wholeMatch(of: /[a-z_][a-z0-9_]*\s*[:=]\s*(.*)/) { text = String(match.1) }
    for sign in [" and ", "と", ";"] { text = text.replacing(sign, with: ",") }
    return text
  }

  /// Numbers and nothing else as an expression: one, a percentage, or a list; nil for other texts.
  private static func plainNumbers(_ text: String) -> String? {
    // `12 %` is a percentage as well as `12%`, but `12 % 5` is a remainder.
    var text = text.hasSuffix(" %") ? text.dropLast(2) + "%" : text[...]
    while let last = text.last, ", ".contains(last) || (last == "." && text.dropLast().last == "]")
    {
      text.removeLast()
    }
    var inner = text
    var isList = false
    for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)]
    where inner.first == open && inner.last == close {
      (inner, isList) = (inner.dropFirst().dropLast(), open == "[")
      break
    }
    let words = inner.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first else { return nil }
    if words.count == 1, !isList {
      for (sign, divisor) in [("%", 100), ("割", 10)] where first.hasSuffix(sign) {
        return isNumber(first.dropLast()) ? "\(first.dropLast()) / \(divisor)" : nil
      }
    }
    guard words.allSatisfy({ isNumber($0) }) else { return nil }
    // `12 - 3` is no list: its sign stands apart.
    return words.count == 1 && !isList
      ? String(first) : "[" + words.joined(separator: ", ") + "]"
  }

  /// Whether a word is a number as Python writes it: `5`, `-0.5`, `11.`, `1e-3`.
  private static func isNumber(_ word: Substring) -> Bool {
    let digits = word.first == "-" || word.first == "+" ? word.dropFirst() : word
    guard digits.allSatisfy({ "0123456789.e+-".contains($0) }),
      digits.first.map({ "0123456789.".contains($0) }) == true, Double(digits) != nil
    else { return false }
    // `007` is no number in Python.
    let whole = digits.prefix { $0 != "e" }
    return whole.contains(".") || whole == "0" || !whole.hasPrefix("0")
  }
}
