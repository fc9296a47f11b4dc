import Localization
import TerminalGraphics

/// Writes results to an output and errors to another, in the language of the moment.
///
/// A class because everything that runs writes through the same one.
public final class Printer {
  /// Language, width and glyphs; the language follows the session's.
  public var renderer: Renderer
  /// Whether styles become escape sequences on the output.
  private let hasColor: Bool
  private let hasColorOnErrors: Bool
  private let writeOut: (String) -> Void
  private var collected: String?
  private var isAtLineStart = true
  /// Whether the output is a screen, where escape sequences would do something.
  private let isTerminal: Bool
  private let writeError: (String) -> Void

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - renderer: Language, width and glyphs.
  ///   - hasColor: Whether results are coloured.
  ///   - hasColorOnErrors: Whether errors are coloured.
  ///   - isTerminal: Whether the output is a screen.
  ///   - write: Takes text for standard output.
  ///   - writeError: Takes text for standard error.
  public init(
    renderer: Renderer, hasColor: Bool, hasColorOnErrors: Bool, isTerminal: Bool = false,
    write: @escaping (String) -> Void, writeError: @escaping (String) -> Void
  ) {
    self.renderer = renderer
    self.hasColor = hasColor
    self.isTerminal = isTerminal
    self.hasColorOnErrors = hasColorOnErrors
    writeOut = write
    self.writeError = writeError
  }

  /// Shows a result.
  public func show(_ output: Output) {
    if case .language(let language) = output { renderer.language = language }
    let lines = renderer.lines(for: output)
    switch output {
    case .printed(let text):
      write(isTerminal ? Self.harmless(text) : text)
      return
    case .warning:
      writeError(lines.map { $0.render(color: hasColorOnErrors) + "\n" }.joined())
      return
    default: break
    }
    guard !lines.isEmpty else { return }
    write(lines.map { $0.render(color: hasColor) + "\n" }.joined())
  }

  /// Printed text for a terminal: no escape sequence in it reaches the screen.
  private static func harmless(_ text: String) -> String {
    let isClean = text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }
    if isClean { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { StyledText.sanitized(String($0)) }.joined(separator: "\n")
  }

  /// Ends a line that a formula has left open, so that a prompt begins at the margin.
  func endLine() {
    if !isAtLineStart { write("\n") }
  }

  /// Writes text as it is.
  func write(_ text: String) {
    if let last = text.last { isAtLineStart = last.isNewline }
    if collected == nil {
      writeOut(text)
    } else {
      collected?.append(text)
    }
  }

  /// What a body shows, without writing it yet.
  func collecting(_ body: () -> Void) -> String {
    collected = ""
    defer { collected = nil }
    body()
    return collected ?? ""
  }

  /// Shows an error.
  public func show(_ failure: LineError) {
    let lines = renderer.lines(for: failure)
    writeError(lines.map { $0.render(color: hasColorOnErrors) + "\n" }.joined())
  }
}
