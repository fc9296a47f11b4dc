import Localization
import SourceText

/// `input VALUES`: the input x of the network.
enum InputCommand: Command {
  static let name = "input"
  static let group = CommandGroup.running
  static let usage = ["input VALUE …", "input [[…], […]]"]
  static let summary = LocalizedText(ja: "入力 x を決めます", en: "give the input x")
  static let explanation = LocalizedText(
    ja: "1 サンプルなら数を並べます。何サンプルもまとめるときは [[…], […]] と、一行に一サンプルずつ書きます (バッチ)。",
    en: "One sample is a row of numbers; a batch is written [[…], […]], one sample a row.")
  static let example = ["layers 2 3:relu 1 seed=1", "input 1 2", "input [[1, 2], [3, 4]]"]
  static let takesOptions = false
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let network = session.state.network
    let samples = try arguments.samples("VALUE") { (samples) throws(ConsoleError) in
      try network?.check(input: samples)
    }
    session.state.replace(input: samples)
  }
}

/// `target VALUES`: the target d that the network should reach.
enum TargetCommand: Command {
  static let name = "target"
  static let group = CommandGroup.running
  static let usage = ["target VALUE …", "target [[…], […]]"]
  static let summary = LocalizedText(ja: "目標出力 d を決めます", en: "give the target d")
  static let explanation = LocalizedText(
    ja: "出力のユニットと同じ数だけ並べます。分類では one-hot (正解だけ 1) です。バッチは [[…], […]]。",
    en: "One number per output; for classes one-hot, 1 at the right class. A batch is [[…], […]].")
  static let example = [
    "layers 3 5:relu 4:softmax seed=7", "input 1 2 3", "target 0 0 0 1", "loss",
  ]
  static let takesOptions = false
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let network = session.state.network
    let samples = try arguments.samples("VALUE") { (samples) throws(ConsoleError) in
      try network?.check(target: samples)
    }
    session.state.replace(target: samples)
  }
}
