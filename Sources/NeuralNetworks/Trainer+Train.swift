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
  /// - Complexity: O(updates · batch size · parameters); nothing is allocated after the start.
  public mutating func train(
    on dataset: Dataset, for amount: Amount, reportEvery interval: Int? = nil,
    report: (Report) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(TrainingError) -> Outcome {
    let wanted = try check(dataset, amount, interval)
    prepare(for: dataset)
    let architecture = network.architecture
    let (loss, optimizer) = (architecture.loss, options.optimizer)
    let (features, outputs) = (architecture.inputs, architecture.outputs)
    let allInputs = dataset.inputs.elements.span
    let allTargets = dataset.targets.elements.span
    let pollInterval = max(1, 100_000 / (options.batchSize * architecture.parameterCount))

    // All memory of the run, opened once: x, d, u, z, ∂E/∂z, δ and the gradients of a batch.
    var stageSamples = options.batchSize
    var stages = architecture.stages(samples: stageSamples)
    let values = options.batchSize * architecture.unitCount
    var parameterArray = network.parameters
    var memoryArray = memory
    var inputArray = zeros(options.batchSize * features)
    var targetArray = zeros(options.batchSize * outputs)
    var preActivationArray = zeros(values)
    var activationArray = zeros(values)
    var errorArray = zeros(values)
    var deltaArray = zeros(values)
    var gradientArray = zeros(architecture.parameterCount)
    var parameters = parameterArray.mutableSpan
    var memory = memoryArray.mutableSpan
    var inputs = inputArray.mutableSpan
    var targets = targetArray.mutableSpan
    var preActivations = preActivationArray.mutableSpan
    var activations = activationArray.mutableSpan
    var errors = errorArray.mutableSpan
    var deltas = deltaArray.mutableSpan
    var gradients = gradientArray.mutableSpan

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
      if size != stageSamples {
        stages = architecture.stages(samples: size)
        stageSamples = size
      }
      let batchLoss: Double
      if size == 1 {
        // A single sample is read where it stands.
        let sample = nextSample(0)
        batchLoss = Propagation.lossAndGradients(
          stages: stages.span, loss: loss, parameters: parameters.span,
          input: allInputs.extracting(sample * features..<(sample + 1) * features),
          targets: allTargets.extracting(sample * outputs..<(sample + 1) * outputs), samples: 1,
          preActivations: &preActivations, activations: &activations, errors: &errors,
          deltas: &deltas, gradients: &gradients)
      } else {
        for slot in 0..<size {
          let sample = nextSample(slot)
          Self.copyRow(sample, of: allInputs, columns: features, to: slot, in: &inputs)
          Self.copyRow(sample, of: allTargets, columns: outputs, to: slot, in: &targets)
        }
        batchLoss = Propagation.lossAndGradients(
          stages: stages.span, loss: loss, parameters: parameters.span,
          input: inputs.span.extracting(0..<size * features),
          targets: targets.span.extracting(0..<size * outputs), samples: size,
          preActivations: &preActivations, activations: &activations, errors: &errors,
          deltas: &deltas, gradients: &gradients)
      }
      endBatch(size)
      guard batchLoss.isFinite else {
        reason = .diverged(update: updates + 1, loss: batchLoss)
        break
      }
      rememberedUpdates += 1
      optimizer.update(
        &parameters, gradients: gradients.span, learningRate: options.learningRate,
        memory: &memory, update: rememberedUpdates)

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
    network.parameters = parameterArray
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

  /// Copies one row of a matrix to a place among rows of the same length.
  private static func copyRow(
    _ row: Int, of matrix: Span<Double>, columns: Int, to slot: Int,
    in rows: inout MutableSpan<Double>
  ) {
    let source = matrix.extracting(row * columns..<(row + 1) * columns)
    var target = rows._mutatingExtracting(slot * columns..<(slot + 1) * columns)
    for i in 0..<columns { target[i] = source[i] }
  }

  /// So many zeros.
  private func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }
}
