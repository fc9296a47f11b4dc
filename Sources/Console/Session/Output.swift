public import LinearAlgebra
public import Localization
public import NumPyLanguage

/// A result, as data: a renderer that knows language, width and colour puts it on a screen.
public enum Output: Sendable {
  /// An array under its label, as the course's `print_vec` shows one: label, values, shape.
  case array(label: LocalizedText, ArrayValue)
  /// A table.
  case table(OutputTable)
  /// A line of text.
  case line(LocalizedText, Tone)
  /// Text that is shown as it is, such as what a lesson says; it may have several lines.
  case paragraph(LocalizedText, Tone)
  /// Lines that a person can type, shown as typed.
  case code([String])
  /// The course of some numbers, drawn in one line.
  case sparkline([Double])
  /// A line as it is typed at a prompt, before its result; whether it goes on with the line before.
  case typed(String, goesOn: Bool)
  /// An answer as it is typed at the prompt of a question.
  case answered(LocalizedText, prompt: String)
  /// Text that a formula prints, with its own line ends.
  case printed(String)
  /// A warning that a formula gives; it goes where errors go.
  case warning(Interpreter.Warning)
  /// An error that is a part of what is shown.
  case failure(LineError)
  /// An empty line.
  case gap
  /// From here on everything is said in another language.
  case language(Language)

  /// What a line means, for its colour.
  public enum Tone: Sendable {
    case plain, heading, dim, good, bad, note
  }

  /// A plain line in both languages.
  public static func line(ja: String, en: String, _ tone: Tone = .plain) -> Output {
    .line(LocalizedText(ja: ja, en: en), tone)
  }

  /// A line that is the same in both languages.
  public static func line(_ text: String, _ tone: Tone = .plain) -> Output {
    .line(LocalizedText(ja: text, en: text), tone)
  }
}

/// A table, as data.
public struct OutputTable: Sendable {
  /// A column: its heading, and the side to which its cells are aligned.
  public struct Column: Sendable {
    var title: LocalizedText
    var alignment = Alignment.text
    var wraps = false

    /// How the cells of a column stand.
    public enum Alignment: Sendable { case text, number, decimal }

    /// A column of words.
    static func text(ja: String, en: String) -> Column {
      Column(title: LocalizedText(ja: ja, en: en))
    }

    /// A column of sentences, which may be broken into lines.
    static func prose(ja: String = "", en: String = "") -> Column {
      Column(title: LocalizedText(ja: ja, en: en), wraps: true)
    }

    /// A column of numbers.
    static func number(ja: String, en: String) -> Column {
      Column(title: LocalizedText(ja: ja, en: en), alignment: .number)
    }

    /// A column of measured numbers, their points one under the other.
    static func decimal(ja: String, en: String) -> Column {
      Column(title: LocalizedText(ja: ja, en: en), alignment: .decimal)
    }
  }

  /// A cell: its text in both languages, and its tone.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    var text: LocalizedText
    var tone: Output.Tone

    /// Makes a plain cell.
    public init(stringLiteral text: String) {
      self.init(text)
    }

    init(_ text: String, _ tone: Output.Tone = .plain) {
      self.text = LocalizedText(ja: text, en: text)
      self.tone = tone
    }

    init(ja: String, en: String, _ tone: Output.Tone = .plain) {
      text = LocalizedText(ja: ja, en: en)
      self.tone = tone
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[Cell]]

  init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
