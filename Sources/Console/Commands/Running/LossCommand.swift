import LinearAlgebra
import Localization
import NeuralNetworks

/// `loss`: how far the output is from the target.
enum LossCommand: Command {
  static let name = "loss"
  static let group = CommandGroup.running
  static let usage = ["loss"]
  static let summary = LocalizedText(
    ja: "出力 y と目標出力 d の誤差を計算します", en: "compute how far the output y is from the target d")
  static let explanation = LocalizedText(
    ja: """
      mse: 全要素の (d − y)² の平均 ÷ 2。ce: −Σ d log(y + 1e-7)。bce: −Σ [d log y + (1 − d) log(1 − y)]。
      バッチではサンプルの平均です。まだなら順伝播も実行します。データがあればデータ全体の誤差と正解率も出します。
      """,
    en: """
      mse: the mean of (d − y)² over all elements, halved. ce: −Σ d log(y + 1e-7). \
      bce: −Σ [d log y + (1 − d) log(1 − y)]. A batch gives the mean over its samples.
      The forward pass runs first where it has not yet. With data, its loss and accuracy are shown too.
      """)
  static let example = [
    "layers 3 5:relu 4:softmax seed=7", "input 1 2 3", "target 0 0 0 1", "loss",
  ]
  static let effect = CommandEffect.results

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let network = try session.state.network(for: name)
    // An input without its target, as after a try with forward, is no question to the data's loss.
    let usesInput =
      session.state.data == nil || (session.state.input != nil && session.state.target != nil)
    if usesInput {
      let input = try session.state.input(for: name)
      let target = try session.state.target(for: name)
      let pass = try session.state.runForward(for: name)
      let loss = try session.state.loss(of: pass, for: name)
      let formula = LossFormula(
        network.architecture.loss, target: target, output: pass.output, value: loss)
      environment.output(.line(formula.text, .plain))
      if input.matrix.rows > 1 {
        environment.output(
          .line(
            ja: "\(input.matrix.rows) サンプルの平均", en: "mean of \(input.matrix.rows) samples", .dim))
      }
    }
    // Data of other sizes is none of this network's, unless it is all there is.
    if let data = session.state.data, !usesInput || data.fits(network) {
      try data.report(network, environment: environment)
    }
  }
}

/// A loss with its formula, and the numbers of the moment in it where they are few.
struct LossFormula {
  /// The line to show.
  let text: LocalizedText

  init(_ loss: Loss, target: Samples, output: Matrix, value: Double) {
    let result = ArrayValue(value).text
    let name = loss.displayName
    let symbols = Self.symbols(loss, target: target, output: output)
    text = LocalizedText(
      ja: "\(name.ja) = \(symbols) = \(result)", en: "\(name.en) = \(symbols) = \(result)")
  }

  private static func symbols(_ loss: Loss, target: Samples, output: Matrix) -> String {
    let (d, y) = (target.matrix.elements, output.elements)
    let isOne = output.rows == 1
    switch loss {
    case .crossEntropy:
      if isOne, d.filter({ $0 != 0 }).count == 1, let label = d.firstIndex(of: 1) {
        return
          "-log(y[\(label)] + 1e-7) = -log(\(ArrayFormat.brief(y[label] + Loss.crossEntropyGuard)))"
      }
      return isOne ? "-sum(d · log(y + 1e-7))" : "-sum(d · log(y + 1e-7)) / \(output.rows)"
    case .binaryCrossEntropy:
      if isOne, y.count == 1, d[0] == 0 || d[0] == 1 {
        let inside = d[0] == 1 ? "y" : "1 - y"
        return "-log(\(inside)) = -log(\(ArrayFormat.brief(d[0] == 1 ? y[0] : 1 - y[0])))"
      }
      return "-sum(d · log y + (1 - d) · log(1 - y))" + (isOne ? "" : " / \(output.rows)")
    case .meanSquaredError:
      if isOne, y.count == 1 {
        return "(d - y)² / 2 = (\(ArrayFormat.brief(d[0])) - \(ArrayFormat.brief(y[0])))² / 2"
      }
      return "mean((d - y)²) / 2"
    }
  }
}

extension Loss {
  /// The loss as it is called in a sentence.
  var displayName: LocalizedText {
    switch self {
    case .meanSquaredError: LocalizedText(ja: "平均二乗誤差", en: "mean squared error")
    case .crossEntropy: LocalizedText(ja: "交差エントロピー誤差", en: "cross entropy")
    case .binaryCrossEntropy: LocalizedText(ja: "二値交差エントロピー誤差", en: "binary cross entropy")
    }
  }
}
