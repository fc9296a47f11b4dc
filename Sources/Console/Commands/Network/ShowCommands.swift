import Localization
import NeuralNetworks
import SourceText

/// `show`: what there is.
enum ShowCommand: Command {
  static let name = "show"
  static let group = CommandGroup.network
  static let usage = ["show"]
  static let summary = LocalizedText(
    ja: "ネットワークと、いまある値を表示します", en: "show the network and what there is")
  static let explanation = LocalizedText(
    ja: "層の表、入力・目標出力・データ、学習の進み具合を出します。値そのものは weights や forward で。",
    en:
      "The table of layers, input, target and data, and how far training is. weights shows values.")
  static let example = ["layers 2 3:relu 1 seed=1", "input 1 2", "show"]
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    session.state.summary.forEach(environment.output)
  }
}

/// `weights [NAME …]`: the values of the parameters.
enum WeightsCommand: Command {
  static let name = "weights"
  static let group = CommandGroup.network
  static let usage = ["weights [NAME …]"]
  static let summary = LocalizedText(
    ja: "重みとバイアスの値を表示します", en: "show the values of weights and biases")
  static let explanation = LocalizedText(
    ja: "名前を書けばその配列だけ (W1, b1 …、ほかに u1, z1, y, x, d, delta1, grad.W1 も)。表示は NumPy と同じです。",
    en: "With names only those arrays: W1, b1 …, and also u1, z1, y, x, d, delta1, grad.W1.")
  static let example = ["layers 2 3:relu 1 seed=1", "weights", "weights W1"]
  static let completion = WordCompletion.quantities
  static let isPaged = true

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let network = try session.state.network(for: name)
    let words = arguments.takeAll()
    guard !words.isEmpty else {
      for layer in 1...network.architecture.layers.count {
        environment.output(.array(label: .weights(layer), session.state.quantity("W\(layer)")!))
        environment.output(.array(label: .bias(layer), session.state.quantity("b\(layer)")!))
      }
      return
    }
    for word in words {
      let value = try session.state.quantity(word)
      environment.output(.array(label: .quantity(word.text), value))
    }
  }
}
