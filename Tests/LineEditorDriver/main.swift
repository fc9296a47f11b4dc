// A console that echoes: what the line editor's tests run on a pseudo-terminal.
//
// It shows each statement in brackets, `\n` for a newline. `quit` ends it, `work` computes until
// Ctrl-C and `hang` does not even look, `size` shows the window, `page` forty rows. Options come
// from the environment, see below.
import LineEditing
import TerminalGraphics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func show(_ line: String) {
  print(line)
  fflush(nil)
}

var environment: [String: String] = [:]
for name in ["TERM", "NO_COLOR"] { environment[name] = variable(name) }
var configuration = LineEditor.Configuration(environment: environment)
configuration.history = variable("DRIVER_HISTORY").map { HistoryFile(path: $0) }

let editor: LineEditor
do {
  editor = try LineEditor(configuration: configuration)
} catch {
  // Not a terminal: lines come from a pipe.
  var reader = LineReader(descriptor: 0)
  while let line = try? reader.next() { show("[\(line)]") }
  exit(0)
}

let interrupts = InterruptMonitor()
if let problem = editor.takeHistoryProblem() { show("history: \(problem.action) \(problem.errno)") }
let prompt = Prompt(
  StyledText("nn> ", .bold.adding(.green)), continuation: StyledText(" .. ", .green))

console: while true {
  switch editor.readLine(prompt: prompt, assistant: DriverAssistant()) {
  case .line("quit"): break console
  case .line("size"): show("\(editor.terminalSize.columns)x\(editor.terminalSize.rows)")
  case .line("work"):
    show("working")
    while !interrupts.isRaised { usleep(1000) }
    interrupts.lower()
    show("stopped")
  case .line("page"):
    let pager = Pager(help: "space b / q", configuration: configuration)
    pager.show((1...40).map { "row \($0)\($0 == 30 ? " 総入力" : "")\n" }.joined())
  case .line("hang"):
    show("hanging")
    while true { usleep(1000) }
  case .line(let statement):
    show(
      "["
        + statement.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\\n") + "]")
    if let problem = editor.takeHistoryProblem() {
      show("history: \(problem.action) \(problem.errno)")
    }
  case .interrupted(let wasEmpty): if wasEmpty { show("Ctrl-D leaves") }
  case .endOfInput: break console
  }
}
show("bye")
