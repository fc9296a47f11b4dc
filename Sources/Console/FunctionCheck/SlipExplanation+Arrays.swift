import LinearAlgebra
import Localization
import NeuralNetworks

/// Slips in one array, and constant factors.
extension SlipExplanation {
  /// What is wrong in a gradient whose δ is right; nil for a slip in a δ.
  func arrayLine(_ slip: GradientSlip) -> LocalizedText? {
    let layer = slip.layer
    let name = "grad['W\(layer)']"
    let input = layer == 1 ? "x" : "z\(layer - 1)"
    switch slip.kind {
    case .layerInput(let taken):
      let wrong =
        switch taken {
        case .preActivation: "u\(layer - 1)"
        case .activation(let other): other == 0 ? "x" : "z\(other)"
        }
      return LocalizedText(
        ja:
          "あなたの \(name) は \(wrong)ᵀ·delta\(layer) と\(precision.ja)。W\(layer) に入るのは \(input) なので、\(input)ᵀ·delta\(layer) です。",
        en:
          "Your \(name) equals \(wrong)ᵀ·delta\(layer)\(precision.en). What goes into W\(layer) is \(input): \(input)ᵀ·delta\(layer)."
      )
    case .gradientTransposed:
      return LocalizedText(
        ja: "あなたの \(name) は \(input)ᵀ·delta\(layer) を転置した値です。正方行列なので、形では気づけません。",
        en:
          "Your \(name) is the transpose of \(input)ᵀ·delta\(layer); it is square, so the shapes do not tell."
      )
    case .arrayFactor(let factor, let names):
      let list = Self.list(names.map { "grad['\($0)']" })
      let (value, reason) = (ArrayFormat.brief(factor.value), reason(factor))
      return LocalizedText(
        ja: "\(list.ja) は delta から求めた正しい値の \(value) 倍です: \(reason.ja)",
        en:
          "\(list.en) \(names.count == 1 ? "is" : "are") \(value) times what delta gives: \(reason.en)"
      )
    default: return nil
    }
  }

  /// Where a factor comes from.
  func reason(_ factor: GradientSlip.Factor) -> LocalizedText {
    let sign =
      factor.isNegative
      ? LocalizedText(
        ja: "符号が逆です。E の微分は y − d で、d − y ではありません (d と y の入れ替わり?)。",
        en: "the sign is wrong. The derivative asks for y − d, not d − y (are d and y swapped?).")
      : nil
    let size: LocalizedText? =
      switch factor.size {
      case .one: nil
      case .samples:
        LocalizedText(
          ja: "サンプル数 N = \(samples)。誤差は平均なので、和を N で割ります。",
          en:
            "N = \(samples), the number of samples. The loss is a mean over them: divide the sum by N."
        )
      case .perSample:
        LocalizedText(
          ja: "1/N (サンプル数 N = \(samples))。N で割るのは一度だけです。",
          en: "1/N for N = \(samples) samples. Divide by N only once.")
      case .outputs:
        LocalizedText(
          ja: "出力の数 J = \(outputs)。この誤差は J でも割った平均です。",
          en: "J = \(outputs), the number of outputs. This loss is a mean over them, too.")
      case .perOutput:
        LocalizedText(
          ja:
            "1/J (出力の数 J = \(outputs))。軸が一つのサンプルでは d.shape[0] はサンプル数でなく J です。x と d を (1, …) の形のバッチにしてください。",
          en:
            "1/J for J = \(outputs) outputs. For a sample with one axis d.shape[0] is J, not the number of samples: give x and d as a batch of shape (1, …)."
        )
      case .two:
        LocalizedText(
          ja: "二乗の微分の 2 は、誤差の ½ と消えます。", en: "the 2 of the square cancels with the ½ of the loss."
        )
      case .half:
        LocalizedText(
          ja: "誤差の ½ は、二乗の微分の 2 と消えています。",
          en: "the ½ of the loss has cancelled with the 2 of the square already.")
      case .elements:
        LocalizedText(
          ja: "N·J = \(samples * outputs)。誤差は要素全体の平均なので、N·J で割ります。",
          en: "N·J = \(samples * outputs). The loss is a mean over all elements: divide by N·J.")
      case .perElement:
        LocalizedText(
          ja: "1/(N·J) (N·J = \(samples * outputs))。割りすぎです。",
          en: "1/(N·J) for N·J = \(samples * outputs): divided once too often.")
      }
    guard let size else { return sign ?? LocalizedText(same: "") }
    guard let sign else { return size }
    return LocalizedText(ja: sign.ja + "さらに " + size.ja, en: sign.en + " And " + size.en)
  }
}
