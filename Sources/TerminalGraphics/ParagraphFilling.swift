/// Prose that was broken into lines for a wide window, broken anew for a narrow one.
public enum ParagraphFilling {
  /// The text with lines of prose joined where one of them is wider than the window, so that they
  /// can be wrapped as one. Lines that are indented, as formulas and tables, and empty ones stay.
  ///
  ///     ParagraphFilling.joined("a long line\nof prose", width: 8)   // "a long line of prose"
  ///     ParagraphFilling.joined("a line\n    u = xW", width: 4)      // unchanged
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func joined(_ text: String, width: Int) -> String {
    var result: [String] = []
    var run: [Substring] = []
    func close() {
      if run.contains(where: { DisplayWidth.of($0) > width }) {
        result.append(
          run.dropFirst().reduce(String(run[0])) { $0 + separator(between: $0, $1) + $1 })
      } else {
        result += run.map(String.init)
      }
      run = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let first = line.first, !first.isWhitespace {
        run.append(line)
      } else {
        close()
        result.append(String(line))
      }
    }
    close()
    return result.joined(separator: "\n")
  }

  /// What stands between two lines that become one: a space, but for Japanese beside Japanese and
  /// after its full stop and comma.
  private static func separator(between left: String, _ right: Substring) -> String {
    guard let last = left.last, let first = right.first else { return "" }
    let isWide = DisplayWidth.of(String(last)) == 2
    return isWide && (DisplayWidth.of(String(first)) == 2 || "。、」）".contains(last)) ? "" : " "
  }
}
