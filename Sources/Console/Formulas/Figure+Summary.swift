import LinearAlgebra
import Localization
import NumPyLanguage

extension Figure {
  /// Says what was drawn: the title, and each series with its points and ranges.
  func summarize(_ output: (Output) -> Void) {
    let axes = [xLabel.map { "x: \($0)" }, yLabel.map { "y: \($0)" }].compactMap(\.self)
    let heading = title ?? ""
    output(
      .line(
        ja: "図 \(heading)\(axes.isEmpty ? "" : " (\(axes.joined(separator: ", ")))")",
        en: "figure \(heading)\(axes.isEmpty ? "" : " (\(axes.joined(separator: ", ")))")",
        .heading))
    var table = OutputTable([
      .text(ja: "種類", en: "kind"), .text(ja: "ラベル", en: "label"), .number(ja: "点", en: "points"),
      .text(ja: "x の範囲", en: "x from … to"), .text(ja: "y の範囲", en: "y from … to"),
    ])
    for line in series {
      table.rows.append([
        line.kind.cell, OutputTable.Cell(line.label ?? ""),
        OutputTable.Cell(Quantity.count(line.y.count)), OutputTable.Cell(Self.range(line.x)),
        OutputTable.Cell(Self.range(line.y)),
      ])
    }
    output(.table(table))
  }

  /// The smallest and the largest number: `-5 … 5`.
  private static func range(_ numbers: [Double]) -> String {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "" }
    return low == high
      ? ArrayFormat.brief(low) : "\(ArrayFormat.brief(low)) … \(ArrayFormat.brief(high))"
  }
}

extension Figure.Series.Kind {
  fileprivate var cell: OutputTable.Cell {
    switch self {
    case .line: OutputTable.Cell(ja: "折れ線", en: "line")
    case .points: OutputTable.Cell(ja: "点", en: "points")
    case .histogram: OutputTable.Cell(ja: "ヒストグラム", en: "histogram")
    case .bars: OutputTable.Cell(ja: "棒", en: "bars")
    }
  }
}
