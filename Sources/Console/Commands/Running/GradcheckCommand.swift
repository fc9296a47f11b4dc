import LinearAlgebra
import Localization
import NeuralNetworks

/// `gradcheck`: whether backpropagation agrees with numeric gradients.
enum GradcheckCommand: Command {
  static let name = "gradcheck"
  static let group = CommandGroup.running
  static let usage = ["gradcheck [h=1e-4]", "gradcheck sweep"]
  static let summary = LocalizedText(
    ja: "誤差逆伝播法の勾配を数値微分と比べます", en: "compare backpropagation with numeric gradients")
  static let explanation = LocalizedText(
    ja: """
      パラメータを一つずつ ±h ずらし、(E(w + h) − E(w − h)) / 2h を求めて ∂E/∂w と比べます。\
      いまの x と d を使い、なければデータの先頭 10 サンプルまでを使います。
      sweep は h を 1e-1 から 1e-12 まで変えて、誤差がどう変わるかを表にします: 大きい h では打ち切り誤差、\
      小さい h では丸め誤差が目立ちます。
      """,
    en: """
      It moves each parameter by ±h, takes (E(w + h) − E(w − h)) / 2h and compares that with ∂E/∂w, \
      on x and d or, without them, on up to 10 samples of the data.
      sweep tabulates the error against h from 1e-1 to 1e-12: with a large h truncation shows, with \
      a small one rounding.
      """)
  static let example = [
    "layers 2 3:sigmoid 1 init=randn seed=1", "input [[1, 2], [0.5, -1]]", "target [[1], [0]]",
    "gradcheck", "gradcheck sweep",
  ]
  static let options = [
    CommandOption("h", ja: "ずらす幅 (省略時 1e-4)", en: "the step of the quotient (default 1e-4)")
  ]
  static let completion = WordCompletion.words(["sweep"])
  static let effect = CommandEffect.results

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let sweeps = arguments.take("sweep") != nil
    try arguments.finish()
    let h = try arguments.positive("h") ?? 1e-4
    let network = try session.state.network(for: name)
    let data = try session.state.samples(for: name, preferring: .inputAndTarget)
    try network.check(data: data)
    let count =
      session.state.input == nil || session.state.target == nil
      ? min(data.count, 10) : data.count
    let (input, target) = (data.inputs.rows(0..<count), data.targets.rows(0..<count))
    do {
      if sweeps {
        let rows = try GradientCheck.sweep(
          network, input: input, target: target, shouldStop: environment.isInterrupted)
        show(rows, environment.output)
      } else {
        let check = try GradientCheck.run(
          network, input: input, target: target, h: h, clock: environment.clock,
          shouldStop: environment.isInterrupted)
        session.state.keep(check)
        show(check, environment.output)
      }
    } catch {
      throw ConsoleError(.gradientCheck(error))
    }
  }

  // MARK: The report

  private static func show(
    _ check: GradientCheck, _ output: (Output) -> Void
  ) {
    var table = OutputTable([
      .text(ja: "配列", en: "array"), .text(ja: "形", en: "shape"),
      .text(ja: "最大の差の場所", en: "worst at"), .decimal(ja: "数値微分", en: "numeric"),
      .decimal(ja: "逆伝播", en: "backprop"), .number(ja: "相対誤差", en: "relative error"),
      .text(ja: "", en: ""),
    ])
    for row in check.rows {
      table.rows.append([
        OutputTable.Cell(row.name), OutputTable.Cell(ArrayFormat.tuple(row.shape)),
        OutputTable.Cell("[\(row.worstIndex.map(String.init).joined(separator: ", "))]"),
        OutputTable.Cell(ArrayFormat.brief(row.numeric, digits: 9)),
        OutputTable.Cell(ArrayFormat.brief(row.backprop, digits: 9)),
        OutputTable.Cell(ArrayFormat.scientific(row.relativeError)), row.verdict.cell,
      ])
    }
    output(.table(table))
    output(
      .line(
        ja: "  相対誤差 = |n − b| / max(|n|, |b|, 1e-8)、1e-6 まで ok (h = \(ArrayFormat.brief(check.h)))",
        en:
          "  relative error = |n − b| / max(|n|, |b|, 1e-8), ok up to 1e-6 (h = \(ArrayFormat.brief(check.h)))",
        .dim))
    for note in notes(check) { output(.line(note, .note)) }
    let numeric = Quantity.duration(check.numericDuration)
    let backprop = Quantity.duration(check.backpropDuration)
    let passes = Quantity.count(check.forwardPasses)
    let parameters = Quantity.count(check.parameterCount)
    output(
      .line(
        ja:
          "  計算量: 数値微分は 2 × \(parameters) = 順伝播 \(passes) 回、\(numeric) · 逆伝播は順伝播 1 回 + 逆伝播 1 回、\(backprop)",
        en:
          "  cost: numeric 2 × \(parameters) = \(passes) forward passes, \(numeric) · backprop 1 forward + 1 backward, \(backprop)",
        .dim))
    output(
      check.isFine
        ? .line(ja: "  一致しました", en: "  backpropagation agrees", .good)
        : .line(ja: "  一致しません", en: "  backpropagation disagrees", .bad))
  }

  private static func notes(_ check: GradientCheck) -> [LocalizedText] {
    var notes: [LocalizedText] = []
    if let kink = check.kinks.first {
      let value = ArrayFormat.brief(kink.preActivation)
      let more = check.kinks.count - 1
      notes.append(
        LocalizedText(
          ja:
            "  折れ点: u\(kink.layer) のユニット \(kink.unit) (サンプル \(kink.sample)) は \(value) で、h ずらすと 0 をまたぎます\(more > 0 ? " (ほか \(more) 個)" : "")。そこでは微分が片側ずつ違うので、判定しません。",
          en:
            "  kink: unit \(kink.unit) of u\(kink.layer) (sample \(kink.sample)) is \(value), so a step of h crosses 0\(more > 0 ? " (and \(more) more)" : ""). The slope differs on its two sides there, and no verdict is given."
        ))
    }
    if check.rows.contains(where: { $0.verdict == .agreesWithinRounding }) {
      notes.append(
        LocalizedText(
          ja: "  丸め: 差は誤差 E の丸め (約 1e-16·E/h) より小さいので一致とします。",
          en: "  rounding: the difference is below what rounding of E alone makes, about 1e-16·E/h."
        ))
    }
    if check.rows.contains(where: { $0.verdict == .agreesWithoutTruncation }) {
      notes.append(
        LocalizedText(
          ja: "  打ち切り: h を半分にして打ち切り誤差を除くと一致します。",
          en: "  truncation: with a second, halved h the truncation error cancels, and they agree.")
      )
    }
    return notes
  }

  private static func show(_ rows: [GradientCheck.SweepRow], _ output: (Output) -> Void) {
    var table = OutputTable([
      .text(ja: "h", en: "h"), .text(ja: "最大の差", en: "largest difference"),
      .text(ja: "最大の相対誤差", en: "largest relative error"),
    ])
    let best = rows.min { $0.largestDifference < $1.largestDifference }
    for row in rows {
      table.rows.append([
        OutputTable.Cell(ArrayFormat.scientific(row.h, digits: 0)),
        OutputTable.Cell(
          ArrayFormat.scientific(row.largestDifference), row == best ? .good : .plain),
        OutputTable.Cell(ArrayFormat.scientific(row.largestRelativeError)),
      ])
    }
    output(.table(table))
    if let best, best.largestRelativeError > 1e-3 {
      output(
        .line(
          ja: "  どの h でも差が縮みません: 折れ点 (ReLU の 0) の上にいないか、gradcheck で確かめてください。",
          en: "  no h makes the difference small: is there a kink (a ReLU at 0)? gradcheck tells.",
          .note))
    }
    output(
      .line(
        ja: "  大きい h: 打ち切り誤差 (h² に比例)。小さい h: 丸め誤差 (1/h に比例)。",
        en: "  large h: truncation, growing as h²; small h: rounding, growing as 1/h.", .dim))
  }
}

extension GradientCheck.Verdict {
  /// The verdict as the table shows it.
  fileprivate var cell: OutputTable.Cell {
    switch self {
    case .agrees: OutputTable.Cell("ok", .good)
    case .agreesWithinRounding: OutputTable.Cell(ja: "ok (丸め)", en: "ok (rounding)", .good)
    case .agreesWithoutTruncation: OutputTable.Cell(ja: "ok (打ち切り)", en: "ok (truncation)", .good)
    case .undecidedAtKink: OutputTable.Cell(ja: "折れ点", en: "kink", .note)
    case .disagrees: OutputTable.Cell("WRONG", .bad)
    case .notFinite: OutputTable.Cell(ja: "有限でない", en: "not finite", .bad)
    }
  }
}
