import LinearAlgebra

/// Why training cannot start.
public enum TrainingError: Error, Hashable, Sendable {
  /// The dataset does not fit the network, or a batch does not fit memory.
  case network(NetworkError)
  /// The learning rate is infinite or no number.
  case learningRate(Double)
  /// The batch size is below 1 or above the number of samples.
  case batchSize(Int, samples: Int)
  /// A negative number of epochs or updates, or more of them than can be counted.
  case amount(Trainer.Amount)
  /// Reports are wanted every so many updates, which is below 1.
  case reportInterval(Int)
}

extension Trainer {
  /// Trains the network: takes a batch, runs it forward and backward, updates the parameters, and
  /// so on.
  ///
  /// It ends early when it is asked to, or when the loss is not finite; all updates made until
  /// then are kept.
  ///
  /// - Parameters:
  ///   - dataset: the samples.
  ///   - amount: how many epochs or updates.
  ///   - interval: how many updates lie between reports; nil for one report at the end.
  ///   - report: told the mean loss, every `interval` updates and after the last one.
  ///   - shouldStop: asked now and then (about every 100,000 multiplications) whether to end.
  /// - Returns: how many updates were made, and why it ended.
  /// - Throws: `TrainingError`; nothing is changed then.
  /// - Complexity: O(updates · batch size · parameters); after the start only products of large
  ///   matrices allocate.
  public mutating func train(
    on dataset: Dataset, for amount: Amount, reportEvery interval: Int? = nil,
    report: (Report) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(TrainingError) -> Outcome {
    let wanted = try check(dataset, amount, interval)
    prepare(for: dataset)
    let (optimizer, learningRate) = (options.optimizer, options.learningRate)
    let isPlainDescent = optimizer == .sgd
    let inputs = dataset.inputs.elements.span
    let targets = dataset.targets.elements.span
    let pollInterval = max(
      1, 100_000 / (options.batchSize * network.architecture.parameterCount))

    let passes = Propagation(network.architecture, samples: options.batchSize)
    passes.setParameters(network.parameters)
    var memoryArray = memory
    var memory = memoryArray.mutableSpan

    var reason = Outcome.Reason.completed
    var (made, lossSum, lossCount, untilPoll) = (0, 0.0, 0, 0)
    while made < wanted {
      if untilPoll == 0 {
        if shouldStop() {
          reason = .stopped
          break
        }
        untilPoll = pollInterval
      }
      untilPoll -= 1

      let size = beginBatch()
      if size != passes.samples { passes.arrange(samples: size) }
      for slot in 0..<size {
        passes.setSample(slot, to: nextSample(slot), inputs: inputs, targets: targets)
      }
      passes.forward()
      let batchLoss = passes.loss()
      endBatch(size)
      guard batchLoss.isFinite else {
        reason = .diverged(update: updates + 1, loss: batchLoss)
        break
      }
      rememberedUpdates += 1
      if isPlainDescent {
        passes.descend(learningRate: learningRate)
      } else {
        passes.backward()
        passes.update(
          by: optimizer, learningRate: learningRate, memory: &memory, update: rememberedUpdates)
      }

      made += 1
      updates += 1
      lossSum += batchLoss
      lossCount += 1
      if lossCount == interval {
        report(
          Report(
            update: updates, epoch: epochs, meanLoss: lossSum / Double(lossCount),
            updates: lossCount))
        (lossSum, lossCount) = (0, 0)
      }
    }
    if lossCount > 0 {
      report(
        Report(
          update: updates, epoch: epochs, meanLoss: lossSum / Double(lossCount),
          updates: lossCount))
    }
    self.memory = memoryArray
    network.parameters = passes.parameters
    return Outcome(updates: made, reason: reason)
  }

  /// Fails unless training can start; otherwise the number of updates it will take.
  private func check(
    _ dataset: Dataset, _ amount: Amount, _ interval: Int?
  ) throws(TrainingError) -> Int {
    let batchSize = options.batchSize
    do {
      let samples = max(1, min(batchSize, dataset.count))
      try network.architecture.check(
        samples: dataset.count == 0 ? 0 : samples, features: dataset.inputs.columns)
      try network.architecture.check(target: dataset.targets, samples: dataset.count)
    } catch {
      throw .network(error)
    }
    guard options.learningRate.isFinite else { throw .learningRate(options.learningRate) }
    guard 1 <= batchSize, batchSize <= dataset.count else {
      throw .batchSize(batchSize, samples: dataset.count)
    }
    if let interval, interval < 1 { throw .reportInterval(interval) }
    let (number, factor) =
      switch amount {
      case .updates(let number): (number, 1)
      case .epochs(let number): (number, options.updatesPerEpoch(samples: dataset.count))
      }
    let (wanted, overflow) = number.multipliedReportingOverflow(by: factor)
    guard number >= 0, !overflow, !updates.addingReportingOverflow(wanted).overflow else {
      throw .amount(amount)
    }
    return wanted
  }

  /// Makes room for the optimizer's memory, and begins an epoch where the last one was of other
  /// samples or in another order.
  private mutating func prepare(for dataset: Dataset) {
    let remembered = network.parameters.count * options.optimizer.memoriesPerParameter
    if memory.count != remembered { memory = [Double](repeating: 0, count: remembered) }
    let ordered = options.order == .shuffled ? dataset.count : 0
    if sampleCount != dataset.count || (position > 0 && sampleOrder.count != ordered) {
      position = 0
    }
    sampleCount = dataset.count
    if options.order != .shuffled { sampleOrder = [] }
  }

  /// The number of samples of the next batch: the batch size, or what is left of the epoch.
  private mutating func beginBatch() -> Int {
    if position == 0 && options.order == .shuffled {
      sampleOrder = random.permutation(sampleCount)
    }
    return min(options.batchSize, sampleCount - position)
  }

  /// The index of one sample of the batch.
  private mutating func nextSample(_ slot: Int) -> Int {
    switch options.order {
    case .sequential: position + slot
    case .shuffled: sampleOrder[position + slot]
    case .replacement: random.integer(from: 0, through: sampleCount - 1)
    }
  }

  /// Moves on in the epoch.
  private mutating func endBatch(_ size: Int) {
    position += size
    if position == sampleCount {
      position = 0
      epochs += 1
    }
  }
}
