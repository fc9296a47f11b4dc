public import LinearAlgebra

/// Gradient descent on a network, as a value that can be continued, copied and gone back to.
///
///     var random = NumPyRandom(seed: 1)
///     let data = try Dataset.linear(coefficients: [2, 3], count: 1000, random: &random)
///     let network = try Network(
///       sizes: [2, 5, 1], activations: [.sigmoid, .identity], initializer: .randn)
///     var trainer = Trainer(network, options: .init(learningRate: 0.07), random: random)
///     let outcome = try trainer.train(on: data, for: .epochs(2))
///     trainer.network  // the trained network
///
/// The state (parameters, the optimizer's memory, the place in the epoch, the random stream) is
/// all in the value: two calls of `train` do what one longer call does.
public struct Trainer: Hashable, Sendable {
  /// In which order the samples are taken.
  public enum SampleOrder: String, CaseIterable, Hashable, Sendable {
    /// In the order of the dataset, over and over.
    case sequential
    /// In a new random order in each epoch, as `np.random.permutation` makes one.
    case shuffled
    /// Each one at random out of all, as `np.random.choice` does with replacement.
    case replacement
  }

  /// How training goes about.
  public struct Options: Hashable, Sendable {
    /// The rule of the update.
    public var optimizer: Optimizer
    /// η, the size of a step.
    public var learningRate: Double
    /// How many samples make one update: 1 is online learning, all of them batch learning.
    public var batchSize: Int
    /// In which order the samples are taken.
    public var order: SampleOrder

    /// Makes options; without a learning rate, with the optimizer's default.
    public init(
      optimizer: Optimizer = .sgd, learningRate: Double? = nil, batchSize: Int = 1,
      order: SampleOrder = .shuffled
    ) {
      self.optimizer = optimizer
      self.learningRate = learningRate ?? optimizer.defaultLearningRate
      self.batchSize = batchSize
      self.order = order
    }

    /// How many updates one pass over so many samples takes; the last one may be smaller.
    public func updatesPerEpoch(samples: Int) -> Int {
      (samples - 1) / batchSize + 1
    }
  }

  /// How long training goes on.
  public enum Amount: Hashable, Sendable {
    /// So many passes over all samples (with replacement: as many updates as that takes).
    case epochs(Int)
    /// So many updates.
    case updates(Int)
  }

  /// What is told along the way.
  public struct Report: Hashable, Sendable {
    /// How many updates the network has had, those of earlier calls included.
    public let update: Int
    /// How many epochs are complete, those of earlier calls included.
    public let epoch: Int
    /// The mean loss of the batches since the last report, each taken before its update.
    public let meanLoss: Double
    /// How many updates it is the mean of.
    public let updates: Int
  }

  /// How a call of `train` ended.
  public struct Outcome: Hashable, Sendable {
    /// Why it ended.
    public enum Reason: Hashable, Sendable {
      /// All that was asked for is done.
      case completed
      /// It was asked to stop.
      case stopped
      /// The loss was infinite or no number before this update, which was not made.
      case diverged(update: Int, loss: Double)
    }

    /// How many updates were made by the call.
    public let updates: Int
    /// Why it ended.
    public let reason: Reason

    /// Makes an outcome.
    public init(updates: Int, reason: Reason) {
      self.updates = updates
      self.reason = reason
    }
  }

  /// The network as trained so far.
  ///
  /// Putting in another one of the same plan keeps the optimizer's memory.
  public var network: Network {
    didSet {
      if network.architecture != oldValue.architecture { forget() }
    }
  }
  /// How training goes about. Another optimizer starts with an empty memory.
  public var options: Options {
    didSet {
      if options.optimizer != oldValue.optimizer { forget() }
    }
  }
  /// The stream that orders and draws are taken from.
  public internal(set) var random: NumPyRandom
  /// How many updates have been made.
  public internal(set) var updates = 0
  /// How many epochs are complete.
  public internal(set) var epochs = 0

  /// What the optimizer remembers; see `Optimizer.update`.
  var memory: [Double] = []
  /// How many updates the optimizer remembers.
  var rememberedUpdates = 0
  /// This epoch's order of the samples; empty for sequential and replacement.
  var sampleOrder: [Int] = []
  /// How many samples of this epoch have been taken.
  var position = 0
  /// How many samples the dataset of this epoch has.
  var sampleCount = 0

  /// Makes a trainer from a network and a stream of random numbers.
  public init(_ network: Network, options: Options = Options(), random: NumPyRandom) {
    self.network = network
    self.options = options
    self.random = random
  }

  /// Makes a trainer from a network and a seed.
  public init(_ network: Network, options: Options = Options(), seed: UInt32 = 0) {
    self.init(network, options: options, random: NumPyRandom(seed: seed))
  }

  /// Empties the optimizer's memory.
  private mutating func forget() {
    memory = []
    rememberedUpdates = 0
  }
}
