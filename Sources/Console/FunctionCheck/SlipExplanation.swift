import LinearAlgebra
import Localization
import NeuralNetworks

/// What a diagnosis of gradients says, in the notation of the course: which arrays are right, in
/// which δ the slip is, what the learner's formula equals, and what the chain rule asks for.
struct SlipExplanation {
  private let check: GradientCheck
  private let diagnosis: GradientDiagnosis?
  private let activations: [Activation]
  private let isTransposed: Bool
  private let samples: Int
  private let outputs: Int

  init(_ result: FunctionCheck.Result) {
    check = result.check
    diagnosis = result.diagnosis
    activations = result.network?.architecture.activations ?? []
    isTransposed = result.isTransposed
    (samples, outputs) = (result.samples, result.outputs)
  }

  /// The explanation, line by line; empty where nothing is wrong.
  var lines: [LocalizedText] {
    guard !check.isFine else { return [] }
    let slips = diagnosis?.slips ?? []
    var lines = [header(slips)]
    for layer in Set(slips.map(\.layer)).sorted(by: >) {
      let here = slips.filter { $0.layer == layer }
      lines += deltaLines(here, layer)
      lines += here.compactMap { arrayLine($0) }
    }
    lines += shapeLines + openLines
    return lines.map { LocalizedText(ja: "  " + $0.ja, en: "  " + $0.en) }
  }

  // MARK: Which arrays

  private func header(_ slips: [GradientSlip]) -> LocalizedText {
    let wrong = check.rows.filter { !$0.verdict.isFine }.map(\.name)
    let right = check.rows.filter(\.verdict.isFine).map(\.name)
    var places: [String] = []
    for slip in slips {
      let new =
        switch slip.kind {
        case .arrayFactor(_, let names): names.map { "grad['\($0)']" }
        case .layerInput, .gradientTransposed: ["grad['W\(slip.layer)']"]
        default: ["delta\(slip.layer)"]
        }
      places += new.filter { !places.contains($0) }
    }
    if places.isEmpty { places = firstWrongPlace.map { [$0] } ?? [] }
    let verdict = LocalizedText(
      ja: right.isEmpty
        ? "どの配列も誤りです" : "\(Self.list(right).ja) は正しく、\(Self.list(wrong).ja) が誤りです",
      en: right.isEmpty
        ? "All arrays are wrong"
        : "\(Self.list(right).en) \(right.count == 1 ? "is" : "are") right, \(Self.list(wrong).en) \(wrong.count == 1 ? "is" : "are") wrong"
    )
    guard !places.isEmpty else { return LocalizedText(ja: verdict.ja + "。", en: verdict.en + ".") }
    let list = Self.list(places)
    return LocalizedText(
      ja: "\(verdict.ja): 誤りは \(list.ja) にあります。",
      en: "\(verdict.en): the slip\(places.count == 1 ? " is" : "s are") in \(list.en).")
  }

  /// The δ or gradient in which the first error sits, the last layer first; nil where the arrays
  /// are not W1, b1 …, or have no gradient to look at.
  private var firstWrongPlace: String? {
    let wrong = check.rows.compactMap { row -> ParameterName? in
      switch row.verdict {
      case .disagrees, .notFinite: ParameterName(row.name)
      default: nil
      }
    }
    guard let layer = wrong.map(\.layer).max() else { return nil }
    let kinds = wrong.filter { $0.layer == layer }.map(\.kind)
    // Right biases mean a right δ, for they are its sum.
    if kinds.contains(.biases) { return kinds.count == 2 ? "delta\(layer)" : "grad['b\(layer)']" }
    let hasBiases = check.rows.contains { $0.name == "b\(layer)" && $0.verdict.isFine }
    return hasBiases ? "grad['W\(layer)']" : "delta\(layer)"
  }

  private static func list(_ names: [String]) -> (ja: String, en: String) {
    let last = names.count > 1 ? " and " + names[names.count - 1] : ""
    let front = names.count > 1 ? Array(names.dropLast()) : names
    return (names.joined(separator: "、"), front.joined(separator: ", ") + last)
  }

  // MARK: Slips in a δ

  private func deltaLines(_ slips: [GradientSlip], _ layer: Int) -> [LocalizedText] {
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

  // MARK: Slips in one array

  private func arrayLine(_ slip: GradientSlip) -> LocalizedText? {
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
  private func reason(_ factor: GradientSlip.Factor) -> LocalizedText {
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

  // MARK: Shapes

  /// What to do about gradients of another shape.
  private var shapeLines: [LocalizedText] {
    check.rows.compactMap { row in
      guard let name = ParameterName(row.name) else { return nil }
      let delta = "delta\(name.layer)"
      let input = name.layer == 1 ? "x" : "z\(name.layer - 1)"
      switch (row.verdict, name.kind) {
      case (.transposed, .weights) where !isTransposed:
        return LocalizedText(
          ja: "grad['\(name)'] は np.dot(\(input).T, \(delta)) です。順序を逆にすると転置になります。",
          en:
            "grad['\(name)'] is np.dot(\(input).T, \(delta)): the other order gives the transpose.")
      case (.misshapen(let found), .biases) where found == [samples] + row.shape:
        return LocalizedText(
          ja:
            "grad['\(name)'] にはサンプルごとの行があります。np.sum(\(delta), axis=0) で足し合わせます。",
          en:
            "grad['\(name)'] has a row for each sample: add them up, np.sum(\(delta), axis=0).")
      case (.misshapen(let found), _):
        return LocalizedText(
          ja:
            "grad['\(name)'] の形は \(ArrayFormat.tuple(found)) ですが、\(name) と同じ \(ArrayFormat.tuple(row.shape)) でなければ network['\(name)'] から引けません。",
          en:
            "grad['\(name)'] has the shape \(ArrayFormat.tuple(found)); to be taken from network['\(name)'] it needs \(ArrayFormat.tuple(row.shape)), too."
        )
      default: return nil
      }
    }
  }

  // MARK: What stays open

  private var openLines: [LocalizedText] {
    let named = diagnosis?.unexplained.map(\.description)
    let open = check.rows.filter { row in
      guard [.disagrees, .notFinite].contains(row.verdict) else { return false }
      return named?.contains(row.name) ?? true
    }
    // The last layer first: an error in it explains those before it.
    guard
      let row = open.max(by: {
        (ParameterName($0.name)?.layer ?? 0) < (ParameterName($1.name)?.layer ?? 0)
      })
    else { return [] }
    let index = row.worstIndex.map(String.init).joined(separator: ", ")
    let element = "grad['\(row.name)']" + (index.isEmpty ? "" : "[\(index)]")
    let (found, right) = (
      ArrayFormat.brief(row.backprop), ArrayFormat.brief(row.numeric)
    )
    return [
      LocalizedText(
        ja: "よくある誤りのどれでもありません。まず \(element) を見てください: \(found) ですが、数値微分は \(right) です。",
        en:
          "None of the usual slips gives this. Look at \(element) first: it is \(found), the numeric gradient \(right)."
      )
    ]
  }

  // MARK: Words

  /// How exactly a formula gives the claimed values: `to 1e-16`.
  private var precision: (ja: String, en: String, factorJa: String) {
    let deviation = diagnosis?.deviation ?? 0
    guard deviation > 0 else { return ("ぴったり一致します", " exactly", "") }
    var power = 1e-16
    var exponent = 16
    while power < deviation, exponent > 1 { (power, exponent) = (power * 10, exponent - 1) }
    let text = "1e-\(exponent < 10 ? "0" : "")\(exponent)"
    return (" \(text) まで一致します", " to \(text)", " (\(text) まで)")
  }
}

extension LocalizedText {
  /// A text that is the same in both languages.
  fileprivate init(same text: String) { self.init(ja: text, en: text) }

  fileprivate static func += (left: inout LocalizedText, right: LocalizedText) {
    left = LocalizedText(ja: left.ja + right.ja, en: left.en + right.en)
  }
}
