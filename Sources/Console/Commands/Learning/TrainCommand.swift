import LinearAlgebra
import Localization
import NeuralNetworks

/// `train`: gradient descent over the data, in batches and epochs.
enum TrainCommand: Command {
  static let name = "train"
  static let group = CommandGroup.learning
  static let usage = [
    "train [epochs=N|updates=N] [batch=N] [lr=RATE] [optimizer=NAME] [shuffle=yes|no|choice] [seed=N] [every=N]"
  ]
  static let summary = LocalizedText(
    ja: "データで学習し、誤差が減るようすを表示します", en: "learn from the data and show how the loss falls")
  static let explanation = LocalizedText(
    ja: """
      epochs はデータを何周するか、updates は何回更新するかです (どちらもなければ epochs=1)。
      batch=1 はオンライン学習 (1 サンプルごとに更新)、batch=all はバッチ学習、その間がミニバッチです (省略時 1)。
      shuffle=yes は一周ごとに並べ替え、no は順番どおり、choice は重複ありで毎回無作為に選びます (省略時 yes)。
      表示する誤差は、前の表示からの各バッチの、更新前の誤差の平均です。続けて train すると続きから始まります \
      (seed= を書くと最初から)。Ctrl-C で止めても、そこまでの学習は残ります。
      """,
    en: """
      epochs counts passes over the data, updates single updates (epochs=1 unless given).
      batch=1 is online learning, one update a sample; batch=all is batch learning; anything between \
      is mini-batch (default 1).
      shuffle=yes takes a new order in each epoch, no the order of the data, choice a random sample \
      each time (default yes).
      The loss shown is the mean over the batches since the line before, each taken before its \
      update. Another train goes on where this one ended, unless it gives a seed. Ctrl-C ends it \
      and keeps what was learnt.
      """)
  static let example = [
    "data make linear 2 3 n=1000 seed=1", "layers 2 5:sigmoid 1 init=randn seed=1",
    "train updates=1000 lr=0.07 seed=2", "train epochs=2 batch=32 optimizer=adam seed=3",
  ]
  static let options = [
    CommandOption("epochs", ja: "データを何周するか", en: "passes over the data"),
    CommandOption("updates", ja: "更新の回数", en: "single updates"),
    CommandOption("batch", ja: "バッチの大きさ", en: "samples in an update", choices: ["all"]),
    CommandOption("lr", ja: "学習率 ε", en: "the learning rate ε"),
    CommandOption(
      "optimizer", ja: "更新の規則", en: "the rule of the update", choices: Optimizer.all.map(\.name)),
    CommandOption(
      "shuffle", ja: "サンプルの順番", en: "the order of the samples",
      choices: Shuffle.allCases.map(\.rawValue)),
    CommandOption("seed", ja: "乱数の種", en: "the seed of the random numbers"),
    CommandOption("every", ja: "何回の更新ごとに表示するか", en: "updates between two lines"),
  ]
  static let effect = CommandEffect.state

  private enum Shuffle: String, CaseIterable {
    case yes, no, choice

    var order: Trainer.SampleOrder {
      switch self {
      case .yes: .shuffled
      case .no: .sequential
      case .choice: .replacement
      }
    }
  }

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    try arguments.finish()
    let network = try session.state.network(for: name)
    let data = try session.state.samples(for: name, preferring: .data)
    try network.check(data: data)

    let options = try trainerOptions(arguments, samples: data.count)
    let limit = 1_000_000_000_000
    let updates = try arguments.wholeNumber("updates", in: 0...limit)
    let epochs = try arguments.wholeNumber("epochs", in: 0...limit)
    if let updates = arguments.option("updates"), epochs != nil {
      throw ConsoleError(.eitherOr("epochs", "updates"), at: updates.range)
    }
    let amount: Trainer.Amount = updates.map { .updates($0) } ?? .epochs(epochs ?? 1)
    let perEpoch = options.updatesPerEpoch(samples: data.count)
    let expected = updates ?? (epochs ?? 1).multipliedReportingOverflow(by: perEpoch).partialValue
    let every = try arguments.wholeNumber("every", in: 1...limit) ?? max(1, expected / 10)

    var trainer: Trainer
    if let training = session.state.training, arguments.option("seed") == nil {
      trainer = training
      trainer.options = options
    } else {
      trainer = Trainer(
        network, options: options, seed: try arguments.seed(from: &session))
    }
    let run = try TrainingRun(
      &trainer, on: data, for: amount, every: every, command: name, environment: environment)
    session.state.keep(trainer, network: trainer.network)
    if run.outcome.reason == .stopped {
      arguments.recordInstead(of: ["epochs", "updates"], "updates", String(run.outcome.updates))
    }
    run.summarize(trainer, environment)
    if let data = session.state.data { try data.report(trainer.network, environment: environment) }
    run.explainEnd(environment)
  }

  private static func trainerOptions(
    _ arguments: Arguments, samples: Int
  ) throws(ConsoleError) -> Trainer.Options {
    var optimizer = Optimizer.sgd
    if let word = arguments.option("optimizer") {
      guard let found = Optimizer(name: word.text.lowercased()) else {
        throw ConsoleError.unknownChoice(word, "optimizer", Optimizer.all.map(\.name))
      }
      optimizer = found
    }
    var batchSize = 1
    if let word = arguments.option("batch") {
      batchSize = word.text == "all" ? samples : try word.wholeNumber("batch", in: 1...samples)
    }
    return Trainer.Options(
      optimizer: optimizer, learningRate: try arguments.positive("lr"), batchSize: batchSize,
      order: (try arguments.choice("shuffle", Shuffle.self) ?? .yes).order)
  }
}
