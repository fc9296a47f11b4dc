public import Localization
public import LinearAlgebra
public import TerminalGraphics

/// Puts results and errors on a screen: it knows language, width and glyphs, and nothing else does.
public struct Renderer: Sendable {
  /// The language of labels and sentences.
  public var language: Language
  /// The columns of the screen.
  public var width: Int
  /// The signs that may be used.
  public var glyphs: GlyphSet

  /// Makes a renderer.
  public init(language: Language, width: Int = 80, glyphs: GlyphSet = .unicode) {
    self.language = language
    self.width = max(width, 8)
    self.glyphs = glyphs
  }

  /// The lines that show a result.
  public func lines(for output: Output) -> [StyledText] {
    switch output {
    case .array(let label, let value): lines(for: value, label: label[language])
    case .table(let table): lines(for: table)
    case .line(let text, let tone):
      StyledText(adapted(text[language]), style(of: tone)).wrapped(to: width)
    case .paragraph(let text, let tone):
      StyledText(
        ParagraphFilling.joined(adapted(text[language]), width: width), style(of: tone)
      ).wrapped(to: width)
    case .code(let code): code.flatMap { StyledText("  " + $0, .cyan).wrapped(to: width) }
    case .sparkline(let values):
      [
        StyledText(
          "  " + Sparkline(values).render(width: min(width - 2, 60), glyphs: glyphs), .cyan)
      ]
    case .typed(let line, let goesOn):
      (StyledText(goesOn ? " .. " : "nn> ", .dim) + StyledText(line, .bold)).wrapped(to: width)
    case .answered(let text, let prompt): lines(ofAnswer: text[language], prompt: prompt)
    case .failure(let failure): lines(for: failure)
    case .warning(let warning): lines(for: warning)
    case .gap: [StyledText()]
    case .language, .printed: []
    }
  }

  /// The lines of an array as the course's `print_vec` shows it: title, values, shape, empty line.
  private func lines(for value: ArrayValue, label: String) -> [StyledText] {
    var lines = [StyledText("*** \(label) ***", .bold)]
    lines += StyledText(value.text).lines
    lines.append(StyledText("shape: \(ArrayFormat.tuple(value.shape))", .dim))
    lines.append(StyledText())
    return lines
  }

  /// The lines of an answer behind the prompt of its question.
  private func lines(ofAnswer text: String, prompt: String) -> [StyledText] {
    let continuation = String(repeating: " ", count: max(0, DisplayWidth.of(prompt) - 3)) + ".. "
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return rows.enumerated().flatMap { index, row in
      (StyledText(index == 0 ? prompt : continuation, .dim) + StyledText(row, .bold))
        .wrapped(to: width)
    }
  }

  private func lines(for table: OutputTable) -> [StyledText] {
    var result = Table(
      columns: table.columns.map { column in
        Table.Column(
          StyledText(adapted(column.title[language])), alignment(of: column),
          wraps: column.wraps)
      })
    for row in table.rows {
      result.append(row.map { StyledText(adapted($0.text[language]), style(of: $0.tone)) })
    }
    return result.lines(width: width)
  }

  private func alignment(of column: OutputTable.Column) -> Table.Alignment {
    switch column.alignment {
    case .text: .left
    case .number: .right
    case .decimal: .decimal
    }
  }

  private func style(of tone: Output.Tone) -> Style {
    switch tone {
    case .plain: .plain
    case .heading: .bold
    case .dim: .dim
    case .good: .green
    case .bad: .red
    case .note: .yellow
    }
  }

  /// The text with the signs that a terminal without Unicode lacks written in ASCII.
  private func adapted(_ text: String) -> String {
    guard glyphs == .ascii else { return text }
    return text.reduce(into: "") { $0 += Self.asciiForms[$1] ?? String($1) }
  }

  private static let asciiForms: [Character: String] = [
    "·": "-", "—": "-", "–": "-", "→": "->", "←": "<-", "↑": "Up", "×": "x", "≥": ">=", "≤": "<=",
    "−": "-", "…": "...", "µ": "u", "σ": "sigma", "′": "'", "∂": "d", "δ": "delta", "²": "^2",
    "ε": "eps", "∇": "grad ", "Σ": "sum", "√": "sqrt", "½": "1/2", "₀": "0", "₁": "1", "₂": "2",
    "⏎": "\\n", "“": "\"", "”": "\"", "≈": "~", "ᵀ": ".T",
  ]
}

extension ArrayValue {
  /// The array as NumPy prints it.
  public var text: String {
    shape.isEmpty
      ? ArrayFormat.scalar(elements[0]) : ArrayFormat().string(elements: elements, shape: shape)
  }
}
