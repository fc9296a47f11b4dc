import LineEditing
import TerminalGraphics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Help with a small made-up language: a line that ends with a colon opens a block, which an empty line
/// closes; brackets must be closed; the first word is a command.
struct DriverAssistant: LineAssistant {
  static let commands = [
    Completion("backward", summary: "send the error back"),
    Completion("forward", summary: "compute the output"),
    Completion("format", summary: "数値の表示を変える"),
    Completion(
      "layers", summary: "define the network: sizes and activations, from input to output"),
    Completion("総入力", summary: "total input"),
  ]
  static let options = ["sigmoid", "softmax", "step"].map { Completion($0) }

  func completions(for text: String, cursor: Int) -> CompletionList {
    // The terminal has to survive a crash in the middle of a line.
    if text == "crash" { abort() }
    let before = text.prefix(cursor)
    let word = before.reversed().prefix { $0 != " " && $0 != ":" && $0 != "\n" }
    let start = cursor - word.count
    let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let known = line.drop { $0 == " " }.contains(" ") ? Self.options : Self.commands
    return CompletionList(
      replacing: start..<cursor,
      with: known.filter { $0.text.hasPrefix(String(word.reversed())) })
  }

  func hint(for text: String) -> String? { text == "layers " ? "3 5:relu 4:softmax" : nil }

  func highlight(_ text: String) -> [StyledSpan] {
    let word = text.prefix { $0 != " " && $0 != "\n" }
    let isKnown = Self.commands.contains { $0.text == word }
    var spans = isKnown ? [StyledSpan(0..<word.count, .cyan)] : []
    for (index, character) in text.enumerated() where character.isNumber {
      spans.append(StyledSpan(index..<(index + 1), .yellow))
    }
    return spans
  }

  func needsMoreLines(_ text: String) -> Bool {
    let open = text.count { $0 == "(" } - text.count { $0 == ")" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if open > 0 { return true }
    if lines.first?.hasSuffix(":") == true {
      // A line at the margin behind the block belongs to it no more.
      return lines.count == 1 || !(lines.last ?? "").isEmpty && lines.last?.first == " "
        || lines.last?.hasSuffix(":") == true
    }
    return false
  }

  func indentation(after text: String) -> String {
    let last = text.split(separator: "\n").last ?? ""
    let margin = String(last.prefix { $0 == " " })
    return last.hasSuffix(":") ? margin + "    " : margin
  }
}
