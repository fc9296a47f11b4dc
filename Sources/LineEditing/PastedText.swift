/// What a paste brings, made fit to be typed text.
///
/// Line ends become newlines, a tab four spaces, other control characters go, letters and their
/// marks are composed. Where the paste is a copy of a session, its prompts go, and so do the
/// answers between them; common indentation goes.
struct PastedText: Hashable, Sendable {
  /// The lines, without what followed the last newline if that is empty.
  let lines: [String]
  /// Whether the last line ends with a newline.
  let endsWithNewline: Bool

  /// Cleans a paste.
  ///
  /// - Parameters:
  ///   - raw: What the terminal sent.
  ///   - prompts: The prompts to strip, the first-line ones, then those of continuation lines.
  init(_ raw: String, prompts: SessionPrompts) {
    var lines = Self.lines(of: raw)
    let endsWithNewline = lines.count > 1 && lines.last == ""
    if endsWithNewline { lines.removeLast() }
    lines = prompts.strip(lines)
    self.lines = Self.dedented(lines)
    self.endsWithNewline = endsWithNewline
  }

  /// The paste with what stood before and behind the cursor joined to its first and last line.
  func surrounded(by before: String, _ after: String) -> PastedText {
    var lines = lines
    lines[0] = before + lines[0]
    if endsWithNewline && !after.isEmpty {
      lines.append(after)
    } else {
      lines[lines.count - 1] += after
    }
    return PastedText(lines: lines, endsWithNewline: endsWithNewline && after.isEmpty)
  }

  /// Takes lines as they are.
  init(lines: [String], endsWithNewline: Bool) {
    self.lines = lines
    self.endsWithNewline = endsWithNewline
  }

  private static func lines(of raw: String) -> [String] {
    var clean = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in raw.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A: if !afterReturn { clean.append("\n") }
      case 0x0D, 0x85, 0x2028, 0x2029: clean.append("\n")
      case 0x09: clean.append(contentsOf: "    ".unicodeScalars)
      case 0..<0x20, 0x7F..<0xA0: break
      default: clean.append(scalar)
      }
    }
    let text = ComposedText.composed(String(clean))
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines without the indentation that all of them share; blank lines do not count.
  private static func dedented(_ lines: [String]) -> [String] {
    guard lines.count > 1 else { return lines }
    let margins = lines.filter { !$0.allSatisfy { $0 == " " } }.map {
      $0.prefix { $0 == " " }.count
    }
    guard let margin = margins.min(), margin > 0 else { return lines }
    return lines.map { String($0.dropFirst(min(margin, $0.prefix { $0 == " " }.count))) }
  }
}

/// The prompts of consoles, to be stripped from what people copy out of them.
struct SessionPrompts: Hashable, Sendable {
  /// Those of first lines and those of continuation lines, longest first, with their final space.
  private let prompts: [String]

  /// Makes a set from the prompts of this console; those of Python and IPython belong to it.
  init(_ own: [String]) {
    let all = own + [">>> ", "... "]
    prompts = all.filter { !$0.allSatisfy(\.isWhitespace) }.sorted { $0.count > $1.count }
  }

  /// The lines behind prompts, when the first line that is not blank has one; else all lines.
  func strip(_ lines: [String]) -> [String] {
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }),
      behindPrompt(first) != nil
    else { return lines }
    return lines.compactMap(behindPrompt)
  }

  /// What follows the prompt of a line, or nil when it has none.
  private func behindPrompt(_ line: String) -> String? {
    for prompt in prompts {
      if line.hasPrefix(prompt) { return String(line.dropFirst(prompt.count)) }
      // An empty line loses its prompt's last space in many copies.
      if line == prompt.dropLast() { return "" }
    }
    return behindNotebookPrompt(line)
  }

  /// What follows `In [12]: ` or `   ...: `.
  private func behindNotebookPrompt(_ line: String) -> String? {
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("In [") {
      rest = rest.dropFirst(4).drop { $0.isNumber || $0 == " " }
      guard rest.hasPrefix("]:") else { return nil }
    } else {
      guard rest.hasPrefix("...:") else { return nil }
      rest = rest.dropFirst(2)
    }
    rest = rest.dropFirst(2)
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }
}
