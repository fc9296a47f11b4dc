import Localization
import NeuralNetworks

/// `backward`: the gradient of the loss, from the output back to the input.
enum BackwardCommand: Command {
  static let name = "backward"
  static let group = CommandGroup.running
  static let usage = ["backward"]
  static let summary = LocalizedText(
    ja: "誤差逆伝播法で勾配を計算します", en: "compute the gradient by backpropagation")
  static let explanation = LocalizedText(
    ja: """
      出力層から順に delta = ∂E/∂u を求め、grad['W'] = zᵀ·delta、grad['b'] = delta の和、
      一つ前の delta = (delta·Wᵀ) × f′(u) と戻っていきます。先に forward が必要です。
      結果は delta1, delta2 …、grad.W1, grad.b1 … という名前で見られます。
      """,
    en: """
      From the output back: delta = ∂E/∂u, grad['W'] = zᵀ·delta, grad['b'] = the sum of delta, and \
      the delta before it is (delta·Wᵀ) × f′(u). It needs forward first.
      The results are named delta1, delta2 … and grad.W1, grad.b1 …
      """)
  static let example = [
    "layers 2 3:relu 2:softmax seed=1", "forward 1 5", "target 0 1", "backward",
  ]
  static let effect = CommandEffect.results

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let gradients = try session.state.runBackward(for: name)
    let isSingle = session.state.isSingle
    for layer in (1...gradients.architecture.layers.count).reversed() {
      environment.output(
        .array(label: .delta(layer), gradients.delta(ofLayer: layer).value(isSingle: isSingle)))
      for kind in [ParameterName.Kind.weights, .biases] {
        let array = gradients[ParameterName(kind, layer: layer)]
        environment.output(.array(label: .gradient(array.name.description), array.value))
      }
    }
  }
}
