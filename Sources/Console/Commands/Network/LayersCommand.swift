import Localization
import NeuralNetworks
import SourceText

/// `layers SIZE[:ACTIVATION] …`: makes the console's network.
enum LayersCommand: Command {
  static let name = "layers"
  static let group = CommandGroup.network
  static let usage = [
    "layers INPUTS UNITS[:ACTIVATION] … [loss=LOSS] [init=KIND] [seed=N]"
  ]
  static let summary = LocalizedText(
    ja: "層を並べてネットワークを作ります", en: "make a network from its layers")
  static let explanation = LocalizedText(
    ja: """
      最初の数は入力の数、あとは各層のユニット数です。: のあとに活性化関数を書きます \
      (identity, relu, sigmoid, tanh, step, softmax)。書かなければ、中間層は relu、出力層は identity です。
      誤差関数は出力層で決まります: identity→mse、sigmoid→bce、softmax→ce (loss= で変えられます)。
      重み W は (入力, ユニット)、バイアス b は (ユニット,) の形で、名前は W1, b1, W2, b2 … です。
      """,
    en: """
      The first number is the number of inputs, the others are the units of each layer, with an \
      activation after the colon (identity, relu, sigmoid, tanh, step, softmax). Without one, a \
      hidden layer gets relu and the output layer identity.
      The output layer decides the loss: identity→mse, sigmoid→bce, softmax→ce; loss= overrules it.
      Weights W have the shape (inputs, units), biases b (units,); they are named W1, b1, W2, b2 …
      """)
  static let example = [
    "layers 3 5:relu 4:softmax seed=7", "layers 2 5:sigmoid 1 init=randn seed=1",
  ]
  static let options = [
    CommandOption(
      "loss", ja: "誤差関数", en: "the loss", choices: Loss.allCases.map(\.rawValue)),
    CommandOption(
      "init", ja: "重みの初期値 (省略時 rand)", en: "the initial weights (default rand)",
      choices: Initializer.allCases.map(\.rawValue)),
    CommandOption("seed", ja: "乱数の種", en: "the seed of the random numbers"),
  ]
  static let completion = WordCompletion.layers
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let words = arguments.takeAll()
    guard words.count >= 2 else {
      throw ConsoleError(
        .missingArgument(words.isEmpty ? "INPUTS" : "UNITS", usage: usage[0]), at: arguments.end)
    }
    var sizes: [Int] = []
    var activations: [Activation] = []
    for (index, word) in words.enumerated() {
      let layer = try LayerWord(word)
      sizes.append(layer.size)
      if index == 0 {
        guard layer.activation == nil else {
          throw ConsoleError(.activationOfInput, at: word.range)
        }
      } else {
        activations.append(layer.activation ?? (index == words.count - 1 ? .identity : .relu))
      }
    }
    let loss = try arguments.choice("loss", Loss.self)
    let initializer = try arguments.choice("init", Initializer.self) ?? .rand
    let seed = try arguments.seed(from: &session)
    do {
      let network = try Network(
        sizes: sizes, activations: activations, loss: loss, initializer: initializer, seed: seed)
      session.state.replace(
        network: network, origin: NetworkOrigin(initializer: initializer, seed: seed))
    } catch {
      throw ConsoleError(
        .network(error),
        at: SourceRange(start: words[0].range.start, end: words[words.count - 1].range.end))
    }
    session.state.summary.forEach(environment.output)
  }
}

/// A word that describes a layer: `5` or `5:relu`.
private struct LayerWord {
  var size: Int
  var activation: Activation?

  init(_ word: Word) throws(ConsoleError) {
    let parts = word.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first, !digits.isEmpty, !word.isQuoted else {
      throw ConsoleError(.notALayer(word.text), at: word.range)
    }
    let colon = SourcePosition(
      line: word.range.start.line, column: word.range.start.column + digits.count)
    let sizeWord = Word(
      text: String(digits),
      range: SourceRange(start: word.range.start, end: colon), isQuoted: false)
    guard Double(digits) != nil || digits.allSatisfy(\.isNumber) else {
      throw ConsoleError(.notALayer(word.text), at: word.range)
    }
    size = try sizeWord.wholeNumber("units", in: 1...(1 << 40))
    guard parts.count == 2 else { return }
    activation = try Word(
      text: String(parts[1]),
      range: SourceRange(
        start: SourcePosition(line: colon.line, column: colon.column + 1), end: word.range.end),
      isQuoted: false
    ).choice("activation")
  }
}
