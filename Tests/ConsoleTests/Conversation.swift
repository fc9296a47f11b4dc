import ArrayFiles
import Console
import Foundation
import Localization
import TerminalGraphics

/// A whole conversation in memory: what a person types at the prompts, and all that is to be seen.
struct Conversation {
  var language = Language.en
  var width = 80
  var seed: UInt32 = 1
  var questionSeed: UInt32?
  var lessons: String
  var progress: String?
  /// The time of day that never changes, in seconds since 1970.
  var seconds = 1_764_000_000.0
  /// How often a computation may ask whether to stop before it is told to; nil for never.
  var interruptAfter: Int?

  /// Types lines, an empty one for Return, and gives back the screen.
  func transcript(of lines: [String]) -> String {
    var lines = lines[...]
    return transcript { _ in lines.popFirst() }
  }

  /// Types what a person answers to each prompt until there is nothing more, and gives back the
  /// screen.
  func transcript(_ next: @escaping (String) -> String?) -> String {
    let screen = Screen(interruptAfter: interruptAfter)
    let printer = Printer(
      renderer: Renderer(language: language, width: width), hasColor: false,
      hasColorOnErrors: false, isTerminal: true, write: { screen.text += $0 },
      writeError: { screen.text += $0 })
    let environment = Environment(
      output: { printer.show($0) }, isInterrupted: { screen.isInterrupted() },
      clock: StoppedClock(), secondsSince1970: { seconds }, lessonsFolder: lessons,
      progress: ProgressStore(path: progress), questionSeed: questionSeed, isInteractive: true)
    var console = InteractiveConsole(
      session: Session(language: language, seed: seed), environment: environment, printer: printer)
    var source = Lines(next: next, screen: screen, width: width)
    console.converse(with: &source)
    return screen.text
  }

  private final class Screen {
    var text = ""
    private var left: Int?

    init(interruptAfter: Int?) {
      left = interruptAfter
    }

    func isInterrupted() -> Bool {
      guard let left else { return false }
      self.left = left - 1
      return left <= 0
    }
  }

  private struct Lines: LineSource {
    let next: (String) -> String?
    let screen: Screen
    let width: Int

    var windowSize: (columns: Int, rows: Int) { (width, 1000) }

    mutating func readStatement(prompt: StyledText, assistant: ConsoleAssistant) -> LineEvent {
      guard var text = next(prompt.plain) else { return .endOfInput }
      screen.text += prompt.plain + text + "\n"
      while assistant.needsMoreLines(text), let line = next(" .. ") {
        screen.text += String(repeating: " ", count: max(0, prompt.width - 3)) + ".. \(line)\n"
        text += "\n" + line
      }
      return .line(text)
    }

    mutating func takeHistoryProblem() -> FileError? { nil }
    mutating func dropPasted() {}

    mutating func page(_ text: String) {
      screen.text += text
    }
  }
}
