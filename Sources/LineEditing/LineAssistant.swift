public import TerminalGraphics

/// What the line editor asks of the application while somebody types.
///
/// Every answer depends on nothing but the text, and is wanted within milliseconds: highlighting
/// and hints are asked for after every key. All requirements have a default that helps with nothing.
public protocol LineAssistant {
  /// What could stand at the cursor, asked for by Tab.
  ///
  /// - Parameters:
  ///   - text: The whole statement, of several lines where it has them.
  ///   - cursor: The number of characters of `text` before the cursor.
  func completions(for text: String, cursor: Int) -> CompletionList

  /// What to show faintly behind the cursor, when history has nothing that starts with the text.
  func hint(for text: String) -> String?

  /// Where the text is to be coloured, and how.
  func highlight(_ text: String) -> [StyledSpan]

  /// Whether a statement goes on in another line.
  ///
  /// The text ends without a newline unless the last line is empty: `"if x:\n  f()"` may well go
  /// on, `"if x:\n  f()\n"`, after Return on an empty line, may not.
  func needsMoreLines(_ text: String) -> Bool

  /// What the next line of an unfinished statement starts with, to be changed by whoever types.
  func indentation(after text: String) -> String
}

extension LineAssistant {
  /// Offers nothing.
  public func completions(for text: String, cursor: Int) -> CompletionList { .none }
  /// Gives no hint.
  public func hint(for text: String) -> String? { nil }
  /// Colours nothing.
  public func highlight(_ text: String) -> [StyledSpan] { [] }
  /// Takes every line as a statement.
  public func needsMoreLines(_ text: String) -> Bool { false }
  /// Starts at the margin.
  public func indentation(after text: String) -> String { "" }
}

extension StyledText {
  /// Makes a text from its plain form and the spans that are styled; where they overlap, the later
  /// one adds to the earlier.
  init(_ text: String, spans: [StyledSpan]) {
    let characters = Array(text)
    var styles = [Style](repeating: .plain, count: characters.count)
    for span in spans {
      for index in span.range.clamped(to: 0..<characters.count) {
        styles[index] = styles[index].adding(span.style)
      }
    }
    self.init()
    var start = 0
    while start < characters.count {
      let end = styles[start...].firstIndex { $0 != styles[start] } ?? characters.count
      append(String(characters[start..<end]), styles[start])
      start = end
    }
  }
}

/// A part of the text with its look.
public struct StyledSpan: Hashable, Sendable {
  /// The characters, counted from the start of the text.
  public var range: Range<Int>
  /// How they look.
  public var style: Style

  /// Makes a span from the characters it covers and their style.
  public init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
