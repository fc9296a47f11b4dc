import LinearAlgebra
import Localization
import NeuralNetworks

/// Slips in the δ of a layer.
extension SlipExplanation {
  /// What is wrong in the δ of a layer: the formula it is the value of, and the right one.
  func deltaLines(_ slips: [GradientSlip], _ layer: Int) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    let derivative = slips.first {
      if case .derivative = $0.kind { true } else { $0.kind == .derivativeTwice }
    }
    let weights = slips.first { weightsText($0.kind, layer) != nil }
    if derivative != nil || weights != nil {
      let formula = formula(derivative, weights, layer)
      var text = LocalizedText(
        ja: "あなたの delta\(layer) は \(formula.ja) と\(precision.ja)。",
        en: "Your delta\(layer) equals \(formula.en)\(precision.en).")
      if let weights { text += rightWeights(weights.kind, layer) }
      if let derivative { text += rightDerivative(derivative.kind, layer) }
      lines.append(text)
    }
    if let example = derivative?.example, let kind = derivative?.kind {
      lines.append(exampleLine(example, kind, layer))
    }
    for case .deltaFactor(let factor) in slips.map(\.kind) {
      let value = ArrayFormat.brief(factor.value)
      let reason = reason(factor)
      lines.append(
        LocalizedText(
          ja:
            "あなたの delta\(layer) は正しい値の \(value) 倍です\(lines.isEmpty ? precision.factorJa : ""): \(reason.ja)",
          en:
            "Your delta\(layer) is \(lines.isEmpty ? "" : "also ")\(value) times the right one\(lines.isEmpty ? precision.en : ""): \(reason.en)"
        ))
    }
    return lines
  }

  /// The formula that the learner's δ is the value of.
  private func formula(
    _ derivative: GradientSlip?, _ weights: GradientSlip?, _ layer: Int
  ) -> LocalizedText {
    if derivative?.kind == .derivativeTwice {
      return LocalizedText(same: "∂E/∂u\(layer) · \(symbol(layer))(u\(layer))")
    }
    let isOutput = layer == activations.count
    let error =
      isOutput
      ? "∂E/∂y"
      : "delta\(layer + 1)·\(self.weights(layer + 1, isTransposed: true))"
    let left = weights.flatMap { weightsText($0.kind, layer) } ?? error
    guard case .derivative(let kind)? = derivative?.kind else {
      return LocalizedText(same: "\(left) · \(symbol(layer))(u\(layer))")
    }
    if kind == .missing { return LocalizedText(same: left) }
    return LocalizedText(same: "\(left) · \(taken(kind, layer))")
  }

  /// What stands in the place of δ·Wᵀ; nil for another slip.
  private func weightsText(_ kind: GradientSlip.Kind, _ layer: Int) -> String? {
    switch kind {
    case .weightsNotTransposed:
      "delta\(layer + 1)·\(weights(layer + 1, isTransposed: false))"
    case .otherWeights(let other, let isTransposed):
      "delta\(layer + 1)·\(weights(other, isTransposed: isTransposed))"
    case .weightsMissing: "delta\(layer + 1)"
    default: nil
    }
  }

  /// W of a layer in the product of row vectors with weights of shape (inputs, units).
  private func weights(_ layer: Int, isTransposed: Bool) -> String {
    "W\(layer)" + (isTransposed != self.isTransposed ? "ᵀ" : "")
  }

  private func rightWeights(_ kind: GradientSlip.Kind, _ layer: Int) -> LocalizedText {
    let right = weights(layer + 1, isTransposed: true)
    switch kind {
    case .weightsNotTransposed:
      return LocalizedText(
        ja: "誤差は \(right) を通って戻ります。正方行列なので、形では気づけません。",
        en: " It goes back through \(right); the matrix is square, so the shapes do not tell.")
    case .otherWeights:
      return LocalizedText(
        ja: "z\(layer) は W\(layer + 1) を通って先へ進むので、誤差も \(right) を通って戻ります。",
        en:
          " z\(layer) goes on through W\(layer + 1), and so the error comes back through \(right).")
    default:
      return LocalizedText(
        ja: "誤差は \(right) を通って戻ります。", en: " It comes back through \(right).")
    }
  }

  // MARK: Derivatives

  /// f′ of a layer, as the course's text writes it.
  private func symbol(_ layer: Int) -> String {
    Self.symbol(activations.indices.contains(layer - 1) ? activations[layer - 1] : .identity)
  }

  private static func symbol(_ activation: Activation) -> String {
    switch activation {
    case .identity: "f′"
    case .relu: "ReLU′"
    case .sigmoid: "σ′"
    case .tanh: "tanh′"
    case .step: "step′"
    case .softmax: "softmax′"
    }
  }

  /// What the learner's δ has in the place of f′(u).
  private func taken(_ kind: GradientSlip.Derivative, _ layer: Int) -> String {
    let output = layer == activations.count ? "y" : "z\(layer)"
    switch kind {
    case .atOutput: return "\(symbol(layer))(\(output))"
    case .outputFormAtInput:
      return activations[layer - 1] == .tanh
        ? "(1 − u\(layer)²)" : "u\(layer)·(1 − u\(layer))"
    case .missing: return "1"
    case .other(let activation, let isAtOutput):
      return "\(Self.symbol(activation))(\(isAtOutput ? output : "u\(layer)"))"
    }
  }

  private func rightDerivative(_ kind: GradientSlip.Kind, _ layer: Int) -> LocalizedText {
    if kind == .derivativeTwice {
      return LocalizedText(
        ja: "∂E/∂u\(layer) には \(symbol(layer)) がもう入っています。",
        en: " ∂E/∂u\(layer) has \(symbol(layer)) in it already.")
    }
    let output = layer == activations.count ? "y" : "z\(layer)"
    let right = "\(symbol(layer))(u\(layer))"
    let isMissing = kind == .derivative(.missing)
    let form: LocalizedText =
      switch activations[layer - 1] {
      case .sigmoid: LocalizedText(same: "\(right) = \(output)·(1 − \(output))")
      case .tanh: LocalizedText(same: "\(right) = 1 − \(output)²")
      case .relu:
        LocalizedText(
          ja: "\(right) (u\(layer) > 0 で 1、ほかは 0)", en: "\(right): 1 where u\(layer) > 0, else 0")
      case .softmax:
        LocalizedText(
          ja: "softmax の微分、Σₖ ∂E/∂yₖ · yₖ(δₖᵢ − yᵢ)",
          en: "the derivative of softmax, Σₖ ∂E/∂yₖ · yₖ(δₖᵢ − yᵢ)")
      case .identity: LocalizedText(same: "\(right) = 1")
      case .step: LocalizedText(same: "\(right) = 0")
      }
    return LocalizedText(
      ja: (isMissing ? "活性化関数の微分が掛かっていません。" : "") + "連鎖律が求めるのは \(form.ja) です。",
      en: (isMissing ? " The derivative of the activation is missing." : "")
        + " The chain rule asks for \(form.en).")
  }

  private func exampleLine(
    _ example: GradientSlip.Example, _ kind: GradientSlip.Kind, _ layer: Int
  ) -> LocalizedText {
    func number(_ value: Double) -> String { ArrayFormat.brief(value, digits: 3) }
    let output = layer == activations.count ? "y" : "z\(layer)"
    let values =
      "u\(layer) = \(number(example.preActivation)), \(output) = \(number(example.activation))"
    let right = "\(symbol(layer))(u\(layer)) = \(number(example.right))"
    guard case .derivative(let derivative) = kind else {
      return LocalizedText(same: values)
    }
    let sample = LocalizedText(
      ja: samples > 1 ? " (サンプル \(example.sample))" : "",
      en: samples > 1 ? " of sample \(example.sample)" : "")
    let taken =
      derivative == .missing
      ? "1" : "\(taken(derivative, layer)) = \(number(example.taken))"
    return LocalizedText(
      ja: "ユニット \(example.unit)\(sample.ja): \(values) → \(taken)、正しくは \(right)",
      en: "unit \(example.unit)\(sample.en): \(values) → \(taken), where \(right)")
  }
}
