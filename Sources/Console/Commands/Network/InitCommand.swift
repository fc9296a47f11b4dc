import LinearAlgebra
import Localization
import NeuralNetworks

/// `init KIND [seed=]`: draws all parameters anew.
enum InitCommand: Command {
  static let name = "init"
  static let group = CommandGroup.network
  static let usage = ["init KIND [seed=N]"]
  static let summary = LocalizedText(ja: "重みとバイアスを初期化し直します", en: "draw all weights and biases anew")
  static let explanation = LocalizedText(
    ja: """
      zeros と ones は 0 と 1、rand は [0,1) の一様乱数、randn は標準正規乱数 (どちらも重みとバイアスの両方)。
      xavier は分散 2/(入力+ユニット)、he は分散 2/入力 の正規乱数で、バイアスは 0 です。
      同じ seed なら NumPy の np.random.seed(N) と同じ数列を W1, W2 …, b1, b2 … の順に使います。
      """,
    en: """
      zeros and ones are what they say; rand is uniform in [0, 1) and randn standard normal, weights \
      and biases alike; xavier is normal with variance 2/(inputs + units) and he with variance \
      2/inputs, with biases 0.
      A seed gives the stream of NumPy's np.random.seed(N), used for W1, W2 …, then b1, b2 …
      """)
  static let example = ["layers 2 5:relu 1 seed=1", "init he seed=3", "weights W1"]
  static let options = [CommandOption("seed", ja: "乱数の種", en: "the seed of the random numbers")]
  static let completion = WordCompletion.words(Initializer.allCases.map(\.rawValue))
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let initializer = try arguments.word("KIND").choice("init", Initializer.self)
    try arguments.finish()
    let architecture = try session.state.network(for: name).architecture
    let seed = try arguments.seed(from: &session)
    var random = NumPyRandom(seed: seed)
    let network = Network(architecture, initializer: initializer, random: &random)
    session.state.replace(
      network: network, origin: NetworkOrigin(initializer: initializer, seed: seed))
    let count = Quantity.count(network.parameters.count)
    environment.output(
      .line(
        ja: "\(count) 個のパラメータを \(initializer.rawValue) で初期化しました (seed \(seed))",
        en: "\(count) parameters drawn by \(initializer.rawValue), seed \(seed)"))
  }
}
