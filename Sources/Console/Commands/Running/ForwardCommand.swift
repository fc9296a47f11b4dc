import LinearAlgebra
import Localization
import NeuralNetworks

/// `forward [VALUES]`: runs the network and shows every step.
enum ForwardCommand: Command {
  static let name = "forward"
  static let group = CommandGroup.running
  static let usage = ["forward [VALUE …]", "forward [[…], […]]"]
  static let summary = LocalizedText(
    ja: "順伝播を実行し、各層の総入力と出力を表示します", en: "run the network and show every layer")
  static let explanation = LocalizedText(
    ja: """
      層ごとに 総入力 u = x·W + b と、それを活性化関数に通した z を計算します。最後の層の出力が y です。
      数を書けば、それが入力 x になります。結果は u1, z1, u2 … y という名前で使えます。
      """,
    en: """
      Each layer computes its total input u = x·W + b and passes it through its activation: z. The \
      last layer's is the output y. Numbers after forward become the input x.
      The results are named u1, z1, u2 … y.
      """)
  static let example = ["layers 3 5:relu 4:softmax seed=7", "forward 1 2 3"]
  static let takesOptions = false
  static let effect = CommandEffect.results

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let network = try session.state.network(for: name)
    if !arguments.isEmpty {
      let samples = try arguments.samples("VALUE") { (samples) throws(ConsoleError) in
        try network.check(input: samples)
      }
      session.state.replace(input: samples)
    }
    let pass = try session.state.runForward(for: name)
    let isSingle = session.state.isSingle
    let count = network.architecture.layers.count
    for layer in 1...count {
      environment.output(
        .array(
          label: .totalInput(layer), pass.preActivation(ofLayer: layer).value(isSingle: isSingle)))
      environment.output(
        .array(
          label: layer < count ? .hiddenOutput(layer) : .output,
          pass.activation(ofLayer: layer).value(isSingle: isSingle)))
    }
    let sum = ArrayValue(pass.output.elements.reduce(0, +)).text
    environment.output(.line(ja: "出力合計: \(sum)", en: "sum of y: \(sum)"))
  }
}
