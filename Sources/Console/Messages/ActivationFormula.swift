import Localization
import NeuralNetworks

extension Activation {
  /// The formula in a few signs, for completion.
  var formula: LocalizedText {
    switch self {
    case .identity: LocalizedText(ja: "そのまま: u", en: "u itself")
    case .relu: LocalizedText(ja: "max(0, u)", en: "max(0, u)")
    case .sigmoid: LocalizedText(ja: "1 / (1 + exp(-u))", en: "1 / (1 + exp(-u))")
    case .tanh: LocalizedText(ja: "双曲線正接 tanh u", en: "tanh u")
    case .step: LocalizedText(ja: "u > 0 なら 1、ほかは 0", en: "1 where u > 0, else 0")
    case .softmax: LocalizedText(ja: "exp(u) / exp(u) の合計", en: "exp(u) / the sum of exp(u)")
    }
  }
}
