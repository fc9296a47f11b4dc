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
  private let writeError: (String) -> Void

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - renderer: Language, width and glyphs.
  ///   - hasColor: Whether results are coloured.
  ///   - hasColorOnErrors: Whether errors are coloured.
  ///   - write: Takes text for standard output.
  ///   - writeError: Takes text for standard error.
  public init(
    renderer: Renderer, hasColor: Bool, hasColorOnErrors: Bool,
    write: @escaping (String) -> Void, writeError: @escaping (String) -> Void
  ) {
    self.renderer = renderer
    self.hasColor = hasColor
    self.hasColorOnErrors = hasColorOnErrors
    writeOut = write
    self.writeError = writeError
  }

  /// Shows a result.
  public func show(_ output: Output) {
    if case .language(let language) = output { renderer.language = language }
    let lines = renderer.lines(for: output)
    guard !lines.isEmpty else { return }
    write(lines.map { $0.render(color: hasColor) + "\n" }.joined())
  }

  /// Writes text as it is.
  func write(_ text: String) {
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
