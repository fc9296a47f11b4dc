import ArrayFiles
import Console
import LineEditing
import Localization
import TerminalGraphics

/// The line editor as the source of a conversation's lines.
struct TerminalLineSource: LineSource {
  let editor: LineEditor
  let configuration: LineEditor.Configuration
  let output: StandardOutput
  let interrupts: InterruptMonitor
  let printer: Printer

  var windowSize: (columns: Int, rows: Int) { editor.terminalSize }

  mutating func readStatement(prompt: StyledText, assistant: ConsoleAssistant) -> LineEvent {
    output.flush()
    interrupts.lower()
    let language = printer.renderer.language
    editor.labels = LineEditor.Labels(
      search: TerminalWording.search[language], noMatch: TerminalWording.noMatch[language])
    let width = prompt.width
    let continuation = StyledText(String(repeating: " ", count: max(0, width - 3)) + ".. ", .dim)
    let result = editor.readLine(
      prompt: Prompt(prompt, continuation: continuation), assistant: EditingAssistant(assistant))
    return switch result {
    case .line(let text): .line(text)
    case .interrupted(let wasEmpty): .interrupted(wasEmpty: wasEmpty)
    case .endOfInput: .endOfInput
    }
  }

  mutating func takeHistoryProblem() -> FileError? {
    editor.takeHistoryProblem().map { problem in
      FileError(
        path: problem.path, operation: problem.action == .read ? .read : .write,
        reason: FileError.Reason(errorNumber: problem.errno))
    }
  }

  mutating func offer(_ text: String) { editor.offer(text) }

  mutating func dropPasted() {
    editor.dropWaitingStatements()
  }

  mutating func page(_ text: String) {
    output.flush()
    let keys = TerminalWording.pagerKeys[printer.renderer.language]
    Pager(help: StyledText(keys, .dim), configuration: configuration).show(text)
  }
}

/// What the line editor asks, answered by the console.
private struct EditingAssistant: LineAssistant {
  private let console: ConsoleAssistant

  init(_ console: ConsoleAssistant) {
    self.console = console
  }

  func completions(for text: String, cursor: Int) -> CompletionList {
    let (replacing, candidates) = console.candidates(before: String(text.prefix(cursor)))
    return CompletionList(
      replacing: cursor - replacing..<cursor,
      with: candidates.map { candidate in
        let isOpen = candidate.text.hasSuffix("=") || candidate.text.hasSuffix("/")
        return Completion(candidate.text, summary: candidate.summary, suffix: isOpen ? "" : " ")
      })
  }

  func hint(for text: String) -> String? { console.hint(for: text) }

  func highlight(_ text: String) -> [StyledSpan] {
    var start = 0
    return console.highlighted(text).runs.map { run in
      defer { start += run.text.count }
      return StyledSpan(start..<start + run.text.count, run.style)
    }
  }

  func needsMoreLines(_ text: String) -> Bool { console.needsMoreLines(text) }

  func indentation(after text: String) -> String { console.indentation(after: text) }
}
