import LinearAlgebra
import Localization
import NeuralNetworks

/// `step [N]`: gradient descent on input and target, step by step.
enum StepCommand: Command {
  static let name = "step"
  static let group = CommandGroup.learning
  static let usage = ["step [N] [lr=RATE]"]
  static let summary = LocalizedText(
    ja: "勾配降下法で N 回更新します", en: "make N steps of gradient descent")
  static let explanation = LocalizedText(
    ja: """
      いまの x と d (なければデータ全体) について、順伝播・逆伝播をして、すべてのパラメータを
      w ← w − ε ∂E/∂w と更新します。ε は lr= で、省略すると 0.1 です。N を省略すると 1 回です。
      """,
    en: """
      On x and d (or, without them, on all data at once): forward, backward, and then every \
      parameter moves against its gradient, w ← w − ε ∂E/∂w, with ε = lr (default 0.1). N is 1 \
      unless given.
      """)
  static let example = [
    "layers 2 3:relu 2:softmax seed=1", "input 1 5", "target 0 1", "step", "step 10 lr=0.01",
  ]
  static let options = [
    CommandOption("lr", ja: "学習率 ε (省略時 0.1)", en: "the learning rate ε (default 0.1)")
  ]
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    let count =
      arguments.isEmpty ? 1 : try arguments.word("N").wholeNumber("N", in: 1...1_000_000_000)
    try arguments.finish()
    let rate = try arguments.positive("lr") ?? 0.1
    let network = try session.state.network(for: name)
    let data = try session.state.samples(for: name, preferring: .inputAndTarget)
    try network.check(data: data)
    let before: Double
    do {
      before = try network.loss(on: data)
    } catch {
      throw ConsoleError(.network(error))
    }
    var trainer = Trainer(
      network,
      options: Trainer.Options(
        learningRate: rate, batchSize: data.count, order: .sequential))
    let run = try TrainingRun(
      &trainer, on: data, for: .updates(count), every: max(1, count / 10), command: name,
      environment: environment)
    session.state.replace(network: trainer.network)
    if run.outcome.reason == .stopped {
      guard run.outcome.updates > 0 else { throw ConsoleError(.interrupted) }
      arguments.replacement = "step \(run.outcome.updates) lr=\(rate)"
    }
    let after: Double
    do {
      after = try trainer.network.loss(on: data)
    } catch {
      throw ConsoleError(.network(error))
    }
    let steps = run.outcome.updates
    environment.output(
      .line(
        ja:
          "\(steps) 回更新 (ε = \(ArrayFormat.brief(rate))): 誤差 \(ArrayFormat.brief(before)) → \(ArrayFormat.brief(after))",
        en:
          "\(steps) step\(steps == 1 ? "" : "s") (ε = \(ArrayFormat.brief(rate))): loss \(ArrayFormat.brief(before)) → \(ArrayFormat.brief(after))",
        after < before ? .good : .note))
    run.explainEnd(environment)
    if session.state.input != nil { _ = try? session.state.runForward(for: name) }
  }
}
