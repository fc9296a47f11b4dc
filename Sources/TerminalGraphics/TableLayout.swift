/// The measures of a table: how wide each column is and where its decimal points stand.
struct TableLayout {
  /// The narrowest that a column which may wrap becomes.
  static let narrowestWrap = 12

  private let table: Table
  /// The columns each column takes when nothing wraps.
  private let natural: [Int]
  /// The columns it takes at least.
  private let least: [Int]
  /// The columns before the decimal point in each column.
  private let wholes: [Int]

  init(_ table: Table) {
    self.table = table
    var natural: [Int] = []
    var least: [Int] = []
    var wholes: [Int] = []
    for (index, column) in table.columns.enumerated() {
      let cells = table.rows.flatMap { $0[index].lines }
      var body = cells.map(\.width).max() ?? 0
      var whole = 0
      if column.alignment == .decimal {
        let numbers = cells.compactMap(Self.parts(ofNumber:))
        whole = numbers.map(\.whole).max() ?? 0
        body = max(body, whole + (numbers.map(\.fraction).max() ?? 0))
      }
      let words = column.header.plain.split { $0 == " " || $0 == "\n" }.map(DisplayWidth.of)
      let narrowestBody = column.wraps ? min(body, Self.narrowestWrap) : body
      natural.append(max(body, column.header.lines.map(\.width).max() ?? 0))
      least.append(max(narrowestBody, words.max() ?? 0))
      wholes.append(whole)
    }
    self.natural = natural
    self.least = least
    self.wholes = wholes
  }

  /// The width of each column in a window, or nil where the rows do not fit.
  ///
  /// What is too much is taken from the widest column that can give, again and again: headers break
  /// between words, and cells where their column says so.
  func widths(in window: Int) -> [Int]? {
    var widths = natural
    let space = table.indentation + table.gap * (widths.count - 1)
    var excess = widths.reduce(space, +) - window
    while excess > 0 {
      let giving = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let second = giving.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let floor = max(least[widest], min(second, widths[widest] - 1))
      let cut = min(excess, widths[widest] - floor)
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  /// The free columns to the left of a cell inside its column.
  func offset(of cell: StyledText, in column: Int, width: Int, isHeader: Bool) -> Int {
    switch table.columns[column].alignment {
    case .left: 0
    case .right: max(0, width - cell.width)
    case .decimal:
      if !isHeader, let parts = Self.parts(ofNumber: cell) {
        min(wholes[column] - parts.whole, max(0, width - cell.width))
      } else {
        0
      }
    }
  }

  /// The columns before a number's decimal point, and from it on; nil for words, which stand flush
  /// left.
  ///
  /// The whole part of a number without a point ends after its first digits: `1e-05` before the `e`.
  private static func parts(ofNumber cell: StyledText) -> (whole: Int, fraction: Int)? {
    let text = cell.plain
    let sign = text.prefix { $0 == "-" || $0 == "+" || $0 == "−" || $0 == " " }
    let rest = text[sign.endIndex...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty || rest.hasPrefix(".") else { return nil }
    let whole = DisplayWidth.of(sign) + digits.count
    return (whole, DisplayWidth.of(text) - whole)
  }
}
