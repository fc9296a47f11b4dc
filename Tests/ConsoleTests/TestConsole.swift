import ArrayFiles
import Console
import Foundation
import Localization
import TerminalGraphics

/// A session in memory: lines in, text out.
final class TestConsole {
  private(set) var session: Session
  private(set) var shown = ""
  private var environment: Environment!
  private var printer: Printer!
  /// How often a computation may ask whether to stop before it is told to; nil for never.
  var interruptAfter: Int?

  init(
    language: Language = .en, seed: UInt32 = 1, width: Int = 80, color: Bool = false,
    isTerminal: Bool = false, folder: String = ".", lessons: String? = nil,
    progress: String? = nil
  ) {
    session = Session(language: language, seed: seed)
    printer = Printer(
      renderer: Renderer(language: language, width: width), hasColor: color,
      hasColorOnErrors: color, isTerminal: isTerminal, write: { [unowned self] in shown += $0 },
      writeError: { [unowned self] in shown += $0 })
    environment = Environment(
      output: { [unowned self] in printer.show($0) },
      isInterrupted: { [unowned self] in
        guard let left = interruptAfter else { return false }
        interruptAfter = left - 1
        return left <= 0
      },
      clock: StoppedClock(), files: FileStore(folder: folder), lessonsFolder: lessons,
      progress: ProgressStore(path: progress))
  }

  /// Runs a line as if it were typed at the prompt.
  ///
  /// - Returns: Its error, which is also shown.
  @discardableResult
  func run(_ line: String) -> LineError? {
    do {
      for statement in session.statements(of: line) {
        try session.run(statement, environment: environment)
      }
      return nil
    } catch {
      printer.show(error)
      return error
    }
  }

  /// What a line editor would ask.
  var assistant: ConsoleAssistant {
    ConsoleAssistant(session: session, environment: environment)
  }

  /// The ways to go on at the end of a text.
  func candidates(before text: String) -> (replacing: Int, candidates: [Completer.Candidate]) {
    assistant.candidates(before: text)
  }

  /// Forgets what was shown.
  func clear() {
    shown = ""
  }

  /// Runs a line and returns what it shows.
  func output(of line: String) -> String {
    shown = ""
    run(line)
    return shown
  }

  /// The statements of a transcript: what stands after `nn> `, and further lines after ` .. `.
  static func statements(in transcript: some StringProtocol) -> [String] {
    var statements: [String] = []
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("nn> ") {
        statements.append(String(line.dropFirst(4)))
      } else if line.hasPrefix(" .. "), !statements.isEmpty {
        statements[statements.count - 1] += "\n" + line.dropFirst(4)
      }
    }
    return statements
  }

  /// Runs lines and returns them, each after a prompt, with what they show.
  func transcript(of lines: [String]) -> String {
    lines.map { "nn> \($0.replacing("\n", with: "\n .. "))\n" + output(of: $0) }.joined()
  }
}

/// A clock that stands still, so that no text depends on how fast a machine is.
struct StoppedClock: Clock {
  struct Instant: InstantProtocol {
    func advanced(by duration: Duration) -> Instant { self }
    func duration(to other: Instant) -> Duration { .zero }
    static func < (left: Instant, right: Instant) -> Bool { false }
  }

  var now: Instant { Instant() }
  var minimumResolution: Duration { .zero }
  func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}

/// The folder of this file.
let testsFolder = URL(filePath: #filePath).deletingLastPathComponent()

/// Makes an empty folder for a test and removes it after it.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "nnrepl-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
