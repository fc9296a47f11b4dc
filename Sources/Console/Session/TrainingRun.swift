import LinearAlgebra
import Localization
import NeuralNetworks

/// A run of a trainer that shows the loss as it falls.
struct TrainingRun {
  /// How it ended.
  let outcome: Trainer.Outcome
  /// The losses that were shown.
  private(set) var losses: [Double] = []
  private let learningRate: Double

  /// Trains and shows a line every so many updates.
  init(
    _ trainer: inout Trainer, on data: Dataset, for amount: Trainer.Amount, every interval: Int,
    command: String, environment: Environment
  ) throws(ConsoleError) {
    learningRate = trainer.options.learningRate
    var losses: [Double] = []
    let isEpochs = if case .epochs = amount { true } else { false }
    // The epoch under way, counted from 1 as people do, in this run.
    let before = trainer.updates
    let perEpoch = trainer.options.updatesPerEpoch(samples: data.count)
    func number(_ report: Trainer.Report) -> String {
      Quantity.count((report.update - before - 1) / perEpoch + 1)
    }
    do {
      outcome = try trainer.train(
        on: data, for: amount, reportEvery: interval,
        report: { report in
          losses.append(report.meanLoss)
          let update = Quantity.count(report.update)
          let padded = String(repeating: " ", count: max(0, 9 - update.count)) + update
          let epoch =
            isEpochs
            ? LocalizedText(ja: " (\(number(report)) 周目)", en: " (epoch \(number(report)))") : nil
          let loss = ArrayFormat.brief(report.meanLoss)
          environment.output(
            .line(
              ja: "  更新\(padded)\(epoch?.ja ?? "")  誤差 \(loss)",
              en: "  update\(padded)\(epoch?.en ?? "")  loss \(loss)"))
        }, shouldStop: environment.isInterrupted)
    } catch {
      throw ConsoleError(.training(error))
    }
    self.losses = losses
  }

  /// Shows the course of the loss in one line.
  func summarize(_ trainer: Trainer, _ environment: Environment) {
    let total = Quantity.count(trainer.updates)
    if losses.count > 2 { environment.output(.sparkline(losses)) }
    environment.output(
      .line(
        ja:
          "\(Quantity.count(outcome.updates)) 回更新 (通算 \(total) 回) · \(trainer.options.optimizer.name) · ε = \(ArrayFormat.brief(learningRate)) · バッチ \(trainer.options.batchSize)",
        en:
          "\(Quantity.counted(outcome.updates, "update")) (\(total) in all) · \(trainer.options.optimizer.name) · ε = \(ArrayFormat.brief(learningRate)) · batch \(trainer.options.batchSize)",
        .dim))
  }

  /// Says why it ended before its time, and what to try.
  func explainEnd(_ environment: Environment) {
    switch outcome.reason {
    case .completed: break
    case .stopped:
      environment.output(
        .line(
          ja: "中断しました。ここまでの \(Quantity.count(outcome.updates)) 回の更新は残っています (undo で戻せます)。",
          en:
            "stopped; the \(Quantity.count(outcome.updates)) updates so far are kept (undo takes them back).",
          .note))
    case .diverged(let update, let loss):
      environment.output(
        .line(
          ja:
            "\(Quantity.count(update)) 回目の更新の前に誤差が \(ArrayValue(loss).text) になり、止めました。学習率が大きすぎます: undo してから lr=\(ArrayFormat.brief(learningRate / 10)) を試してください。",
          en:
            "the loss became \(ArrayValue(loss).text) before update \(Quantity.count(update)): it diverged. The learning rate is too large; undo, then try lr=\(ArrayFormat.brief(learningRate / 10)).",
          .bad))
    }
  }
}
