import Localization
import NumPyLanguage
import SourceText
public import TerminalGraphics

extension Renderer {
  /// The lines that show an error: where, what was found, the line with a caret under the part
  /// that is meant, and what to try.
  public func lines(for failure: LineError) -> [StyledText] {
    let wording = failure.error.reason.wording
    let range = failure.error.range
    var lines: [StyledText] = []
    var first = StyledText()
    if let name = failure.source.name {
      let line = range?.start.line ?? failure.source.number
      // An error that no line is to blame for is one of the whole source.
      let place =
        range == nil && failure.source.text.isEmpty
        ? "" : ":\(line):\(range?.start.column ?? 1)"
      first.append("\(name)\(place): ", .bold)
      first.append("error: ", .red)
    }
    // A line of a megabyte makes no message of a megabyte.
    let message = wording.message[language]
    first.append(
      message.count > 500 ? message.prefix(500) + glyphs.ellipsis : message[...],
      failure.source.name == nil ? .red : .plain)
    // A place is for programs to read: its line stays whole.
    lines += failure.source.name == nil ? first.wrapped(to: width) : first.lines
    if let range { lines += excerpt(of: failure.source, range: range) }
    if case .python(let error, _) = failure.error.reason {
      lines += callLines(error)
      for further in error.further.prefix(5) {
        guard let range = further.range else { continue }
        lines.append(StyledText("  \(range.start.line):\(range.start.column): \(further.message)"))
      }
    }
    if let help = failure.help ?? wording.help {
      for line in help[language].split(whereSeparator: \.isNewline) {
        lines += StyledText("  " + line.trimmed).wrapped(to: width)
      }
    }
    return lines
  }

  /// The calls that led to an error, the innermost first.
  private func callLines(_ error: PythonError) -> [StyledText] {
    let shown = 6
    // A deep recursion is a hundred times the same line.
    let calls = error.calls.count > shown ? Array(error.calls.prefix(shown - 1)) : error.calls
    var lines = calls.map { call in
      let place = call.unit.map { $0.name.isEmpty ? "" : "\($0.name):" } ?? ""
      let source = call.unit?.line(call.range.start.line).map { $0.trimmed } ?? ""
      let text = LocalizedText(
        ja: "\(call.function)() の中、呼び出し元 \(place)\(call.range.start.line): \(source)",
        en: "in \(call.function)(), called from \(place)\(call.range.start.line): \(source)")
      return StyledText("  " + text[language], .dim).truncated(to: width, glyphs: glyphs)
    }
    if error.calls.count > calls.count {
      let text = LocalizedText(ja: "さらに多くの呼び出し", en: "and more calls")
      lines.append(StyledText("  " + text[language], .dim))
    }
    return lines
  }

  /// The line of a warning, as Python writes one: place, category, sentence.
  func lines(for warning: Interpreter.Warning) -> [StyledText] {
    var text = StyledText()
    if let unit = warning.unit, !unit.isEmpty {
      text.append("\(unit):\(warning.range?.start.line ?? 1): ", .bold)
    }
    text.append("\(warning.category): \(warning.message)", .yellow)
    // A place is for programs to read: its line stays whole.
    return warning.unit?.isEmpty ?? true ? text.wrapped(to: width) : text.lines
  }

  /// The line that is meant with carets under a part of it, cut to the window.
  func excerpt(of source: SourceLine, range: SourceRange) -> [StyledText] {
    let sourceLines = source.text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let index = range.start.line - source.number
    guard sourceLines.indices.contains(index), !sourceLines[index].isEmpty else { return [] }
    let written = Array(sourceLines[index])
    let text = Array(StyledText.sanitized(String(written)))
    // A tab is shown as several characters.
    func place(ofColumn column: Int) -> Int {
      StyledText.sanitized(String(written.prefix(max(0, column - 1)))).count
    }
    let start = min(place(ofColumn: range.start.column), text.count)
    let isOneLine = range.end.line == range.start.line
    let end = max(start + 1, isOneLine ? place(ofColumn: range.end.column) : text.count)

    // A long line is shown from a few characters before the part that is meant.
    let room = max(width - 4, 8)
    var first = 0
    let before = DisplayWidth.of(String(text[..<start]))
    if before + min(DisplayWidth.of(String(text[start..<min(end, text.count)])), room / 2) > room {
      first = max(0, start - room / 4)
    }
    let mark = first > 0 ? glyphs.ellipsis : ""
    let shown = StyledText("  " + mark + String(text[first...]))
    let indent = 2 + DisplayWidth.of(mark) + DisplayWidth.of(String(text[first..<start]))
    let length = max(1, DisplayWidth.of(String(text[start..<min(end, text.count)])))
    let carets = String(repeating: "^", count: min(length, max(1, width - indent)))
    return [
      shown.truncated(to: width, glyphs: glyphs),
      StyledText(String(repeating: " ", count: indent)) + StyledText(carets, .green),
    ]
  }
}
