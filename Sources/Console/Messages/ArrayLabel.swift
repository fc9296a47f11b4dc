import Localization

extension LocalizedText {
  /// The label of a layer's total input, as the course prints it.
  static func totalInput(_ layer: Int) -> LocalizedText {
    LocalizedText(ja: "総入力\(layer)", en: "total input \(layer) (u\(layer))")
  }

  /// The label of a hidden layer's output.
  static func hiddenOutput(_ layer: Int) -> LocalizedText {
    LocalizedText(ja: "中間層出力\(layer)", en: "hidden output \(layer) (z\(layer))")
  }

  /// The label of the network's output.
  static let output = LocalizedText(ja: "出力1", en: "output (y)")

  /// The label of a layer's weights.
  static func weights(_ layer: Int) -> LocalizedText {
    LocalizedText(ja: "重み\(layer)", en: "weights \(layer) (W\(layer))")
  }

  /// The label of a layer's bias.
  static func bias(_ layer: Int) -> LocalizedText {
    LocalizedText(ja: "バイアス\(layer)", en: "bias \(layer) (b\(layer))")
  }

  /// The label of a layer's delta, ∂E/∂u.
  static func delta(_ layer: Int) -> LocalizedText {
    LocalizedText(ja: "デルタ\(layer) (∂E/∂u\(layer))", en: "delta\(layer) (∂E/∂u\(layer))")
  }

  /// The label of the gradient of a parameter array.
  static func gradient(_ name: String) -> LocalizedText {
    let kind = name.hasPrefix("W") ? "重み" : "バイアス"
    return LocalizedText(
      ja: "\(kind)\(name.dropFirst())の勾配", en: "gradient of \(name) (grad['\(name)'])")
  }

  /// The label of the value of a name.
  static func quantity(_ name: String) -> LocalizedText {
    let number = Int(name.dropFirst())
    switch (name.first, number) {
    case ("W", let layer?): return weights(layer)
    case ("b", let layer?): return bias(layer)
    case ("u", let layer?): return totalInput(layer)
    case ("z", let layer?): return hiddenOutput(layer)
    case ("y", nil) where name == "y": return output
    case ("x", nil) where name == "x": return LocalizedText(ja: "入力", en: "input (x)")
    case ("d", nil) where name == "d": return LocalizedText(ja: "訓練データ", en: "target (d)")
    default:
      if name.hasPrefix("delta"), let layer = Int(name.dropFirst(5)) { return delta(layer) }
      if name.hasPrefix("grad.") { return gradient(String(name.dropFirst(5))) }
      return LocalizedText(ja: name, en: name)
    }
  }
}
