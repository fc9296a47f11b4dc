/// Text whose parts have a style, safe to show on a terminal.
///
///     let line: StyledText = "loss \("0.0565", .bold) ok"
///     line.render(color: true)   // "loss \u{1B}[1m0.0565\u{1B}[0m ok"
///     line.render(color: false)  // "loss 0.0565 ok"
///
/// Whatever text goes in, no control character but the line break comes out (see
/// ``sanitized(_:)``), so the words of a file or of a stranger cannot move the cursor, change the
/// title or hide text. The only escape sequences in the output are those of its styles.
public struct StyledText: Hashable, Sendable {
  /// A stretch of text in one style.
  public struct Run: Hashable, Sendable {
    /// The text, sanitised.
    public let text: String
    /// Its look.
    public let style: Style
  }

  /// The stretches in order; none is empty, and neighbours differ in style.
  public private(set) var runs: [Run] = []

  /// Makes an empty text.
  public init() {}

  /// Makes a text of one style.
  public init(_ text: some StringProtocol, _ style: Style = .plain) {
    append(text, style)
  }

  /// Adds text in a style at the end.
  public mutating func append(_ text: some StringProtocol, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    let clean = Self.sanitized(text)
    if let last = runs.last, last.style == style {
      runs[runs.count - 1] = Run(text: last.text + clean, style: style)
    } else {
      runs.append(Run(text: clean, style: style))
    }
  }

  /// Adds another text at the end.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  /// The text with a style added to each of its parts.
  public func styled(_ style: Style) -> StyledText {
    runs.reduce(into: StyledText()) { $0.append($1.text, $1.style.adding(style)) }
  }

  /// The text without its styles.
  public var plain: String { runs.map(\.text).joined() }

  /// Whether there is no text.
  public var isEmpty: Bool { runs.isEmpty }

  /// The columns of the text, when it stands on one line.
  public var width: Int { runs.reduce(into: 0) { $0 += DisplayWidth.of($1.text) } }

  /// The text as it is written to a terminal or a file.
  ///
  /// - Parameter color: whether styles become escape sequences or are dropped. A style is switched
  ///   off before each line break and on again after it, so each line stands on its own.
  public func render(color: Bool) -> String {
    guard color else { return plain }
    var result = ""
    for run in runs {
      guard let codes = run.style.selectGraphicRendition else {
        result += run.text
        continue
      }
      var isFirst = true
      for line in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { result += "\n" }
        isFirst = false
        if !line.isEmpty { result += "\u{1B}[\(codes)m\(line)\u{1B}[0m" }
      }
    }
    return result
  }

  /// The lines of the text, without their line breaks; an empty text is one empty line.
  public var lines: [StyledText] {
    var lines = [StyledText()]
    for run in runs {
      var isFirst = true
      for line in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { lines.append(StyledText()) }
        isFirst = false
        lines[lines.count - 1].append(line, run.style)
      }
    }
    return lines
  }

  /// The beginning of a line that fits into some columns, with an ellipsis where text was cut off.
  public func truncated(to columns: Int, glyphs: GlyphSet = .unicode) -> StyledText {
    guard width > columns else { return self }
    let mark = DisplayWidth.of(glyphs.ellipsis) <= columns ? glyphs.ellipsis : ""
    var room = max(0, columns - DisplayWidth.of(mark))
    var result = StyledText()
    cutting: for run in runs {
      for character in run.text {
        let width = DisplayWidth.of(character)
        guard width <= room else {
          result.append(mark, run.style)
          break cutting
        }
        room -= width
        result.append(String(character), run.style)
      }
    }
    return result
  }

  /// Adds two texts.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }

  /// Adds a text at the end.
  public static func += (left: inout StyledText, right: StyledText) {
    left.append(right)
  }
}
