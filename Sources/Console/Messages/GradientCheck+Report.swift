import LinearAlgebra
import Localization
import NeuralNetworks

extension GradientCheck {
  /// Shows what the check found: a row per array, notes, the cost of both ways, the verdict.
  ///
  /// - Parameter extraNotes: Notes that stand before those of the check itself.
  func show(_ output: (Output) -> Void, extraNotes: [LocalizedText] = []) {
    var table = OutputTable([
      .text(ja: "配列", en: "array"), .text(ja: "形", en: "shape"),
      .text(ja: "最大の差の場所", en: "worst at"), .decimal(ja: "数値微分", en: "numeric"),
      .decimal(ja: "逆伝播", en: "backprop"), .number(ja: "相対誤差", en: "relative error"),
      .text(ja: "", en: ""),
    ])
    table.rows = rows.map(\.cells)
    output(.table(table))
    output(
      .line(
        ja: "  相対誤差 = |n − b| / max(|n|, |b|, 1e-8)、1e-6 まで ok (h = \(ArrayFormat.brief(h)))",
        en:
          "  relative error = |n − b| / max(|n|, |b|, 1e-8), ok up to 1e-6 (h = \(ArrayFormat.brief(h)))",
        .dim))
    for note in extraNotes + notes { output(.line(note, .note)) }
    output(.line(cost, .dim))
    output(
      isFine
        ? .line(ja: "  一致しました", en: "  backpropagation agrees", .good)
        : .line(ja: "  一致しません", en: "  backpropagation disagrees", .bad))
  }

  private var cost: LocalizedText {
    let numeric = Quantity.duration(numericDuration)
    let backprop = Quantity.duration(backpropDuration)
    let passes = Quantity.count(forwardPasses)
    // Where something did not agree at once, more passes were run to see why.
    let extra = forwardPasses - 2 * parameterCount
    let product =
      "2 × \(Quantity.count(parameterCount))" + (extra > 0 ? " + \(Quantity.count(extra))" : "")
    return LocalizedText(
      ja:
        "  計算量: 数値微分は \(product) = 順伝播 \(passes) 回、\(numeric) · 逆伝播は順伝播 1 回 + 逆伝播 1 回、\(backprop)",
      en:
        "  cost: numeric \(product) = \(passes) forward passes, \(numeric) · backprop 1 forward + 1 backward, \(backprop)"
    )
  }

  private var notes: [LocalizedText] {
    var notes: [LocalizedText] = []
    if let kink = kinks.first {
      let value = ArrayFormat.brief(kink.preActivation)
      let more = kinks.count - 1
      notes.append(
        LocalizedText(
          ja:
            "  折れ点: u\(kink.layer) のユニット \(kink.unit) (サンプル \(kink.sample)) は \(value) で、h ずらすと 0 をまたぎます\(more > 0 ? " (ほか \(more) 個)" : "")。そこでは微分が片側ずつ違うので、判定しません。",
          en:
            "  kink: unit \(kink.unit) of u\(kink.layer) (sample \(kink.sample)) is \(value), so a step of h crosses 0\(more > 0 ? " (and \(more) more)" : ""). The slope differs on its two sides there, and no verdict is given."
        ))
    } else if let row = rows.first(where: { $0.kinks > 0 }) {
      notes.append(
        LocalizedText(
          ja:
            "  折れ点: \(row.name) の要素 \(row.kinks) 個では、傾きが両側で違い、h を半分にしても近づきません (ReLU の 0 をまたぎます)。逆伝播の値はその間にあるので、判定しません。",
          en:
            "  kink: at \(Quantity.counted(row.kinks, "element")) of \(row.name) the slopes of the two sides differ and do not approach each other as h is halved: a ReLU passes 0 there. The backprop value lies between them, and no verdict is given."
        ))
    }
    if rows.contains(where: { $0.verdict == .agreesWithinRounding }) {
      notes.append(
        LocalizedText(
          ja: "  丸め: 差は誤差 E の丸め (約 1e-16·E/h) より小さいので一致とします。",
          en: "  rounding: the difference is below what rounding of E alone makes, about 1e-16·E/h."
        ))
    }
    if rows.contains(where: { $0.verdict == .agreesWithoutTruncation }) {
      notes.append(
        LocalizedText(
          ja: "  打ち切り: h を半分にして打ち切り誤差を除くと一致します。",
          en: "  truncation: with a second, halved h the truncation error cancels, and they agree.")
      )
    }
    return notes
  }
}

extension GradientCheck.Row {
  /// The row as the table shows it.
  fileprivate var cells: [OutputTable.Cell] {
    let names = [OutputTable.Cell(name), OutputTable.Cell(ArrayFormat.tuple(shape))]
    let (index, numbers) = (
      "[\(worstIndex.map(String.init).joined(separator: ", "))]", [numeric, backprop]
    )
    if !wasCompared { return names + ["", "", "", "", verdict.cell] }
    return names + [OutputTable.Cell(index)]
      + numbers.map { OutputTable.Cell(ArrayFormat.brief($0, digits: 9)) }
      + [
        OutputTable.Cell(ArrayFormat.scientific(relativeError)), verdict.cell,
      ]
  }

  /// Whether there is an element that was compared.
  private var wasCompared: Bool {
    switch verdict {
    case .missing, .misshapen: false
    default: true
    }
  }
}

extension GradientCheck.Verdict {
  /// The verdict as the table shows it.
  fileprivate var cell: OutputTable.Cell {
    switch self {
    case .agrees: return OutputTable.Cell("ok", .good)
    case .agreesWithinRounding: return OutputTable.Cell(ja: "ok (丸め)", en: "ok (rounding)", .good)
    case .agreesWithoutTruncation:
      return OutputTable.Cell(ja: "ok (打ち切り)", en: "ok (truncation)", .good)
    case .undecidedAtKink: return OutputTable.Cell(ja: "折れ点", en: "kink", .note)
    case .disagrees: return OutputTable.Cell("WRONG", .bad)
    case .notFinite: return OutputTable.Cell(ja: "有限でない", en: "not finite", .bad)
    case .missing: return OutputTable.Cell(ja: "なし", en: "missing in grad", .bad)
    case .misshapen(let found):
      let shape = ArrayFormat.tuple(found)
      return OutputTable.Cell(ja: "形 \(shape)", en: "has shape \(shape)", .bad)
    case .transposed:
      return OutputTable.Cell(ja: "転置", en: "transposed", .bad)
    }
  }
}
