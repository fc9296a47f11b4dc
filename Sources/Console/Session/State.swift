import LinearAlgebra
import Localization
import NeuralNetworks

/// The network, the data and what was computed from them: the part of a session that `undo`
/// restores.
///
/// Results never outlive what they were computed from: a change of the network or the input drops
/// the forward pass, and that of the target the gradients.
struct State {
  /// The console's network.
  private(set) var network: Network?
  /// How its parameters came to be.
  private(set) var origin: NetworkOrigin?
  /// The input x.
  private(set) var input: Samples?
  /// The target d.
  private(set) var target: Samples?
  /// u1, z1 … y of the last forward pass.
  private(set) var pass: ForwardPass?
  /// ∂E/∂W1 … and the deltas of the last backward pass.
  private(set) var gradients: Gradients?
  /// What the last gradient check found.
  private(set) var gradientCheck: GradientCheck?
  /// The data to learn from.
  private(set) var data: NamedDataset?
  /// Where training stands: the optimizer's moments, the order of the samples, the updates done.
  private(set) var training: Trainer?
  /// What the learner's names stand for since the last formula; nil before the first.
  var names: Workspace.Names?
  /// The lines that led here, with the seeds that were chosen: what `record` begins with.
  var journal = Journal()

  /// Makes the empty state.
  init(journal: Journal = Journal()) {
    self.journal = journal
  }

  /// About how much memory the state may hold alone, the data left out: an undo history shares it.
  var byteCount: Int {
    let parameters = network?.parameters.count ?? 0
    let values =
      (pass?.samples ?? 0) * (network?.architecture.unitCount ?? 0)
      + (input?.matrix.elements.count ?? 0) + (target?.matrix.elements.count ?? 0)
    // Parameters, their gradients and the optimizer's two memories; u, z and delta.
    return 8 * (4 * parameters + 3 * values) + (names?.byteCount ?? 0)
  }

  // MARK: What must be there

  /// The network.
  ///
  /// - Parameter command: The command that needs it, for the error.
  func network(for command: String) throws(ConsoleError) -> Network {
    guard let network else { throw ConsoleError(.noNetwork(command: command)) }
    return network
  }

  /// The input, which must have as many features as the network has inputs.
  func input(for command: String) throws(ConsoleError) -> Samples {
    guard let input else { throw ConsoleError(.noInput(command: command)) }
    if let network { try network.check(input: input) }
    return input
  }

  /// The target, which must have as many columns as the network has outputs, and as many samples
  /// as the input.
  func target(for command: String) throws(ConsoleError) -> Samples {
    guard let target else { throw ConsoleError(.noTarget(command: command)) }
    if let network { try network.check(target: target) }
    if let input, input.matrix.rows != target.matrix.rows {
      throw ConsoleError(
        .sampleCount(inputs: input.matrix.rows, targets: target.matrix.rows))
    }
    return target
  }

  /// Where the samples to learn from are taken first, where there are both.
  enum SampleSource { case data, inputAndTarget }

  /// The samples to learn from: the dataset, or input and target.
  func samples(
    for command: String, preferring source: SampleSource
  ) throws(ConsoleError) -> Dataset {
    if let data, source == .data || input == nil || target == nil { return data.dataset }
    guard input != nil, target != nil else { throw ConsoleError(.noData(command: command)) }
    let input = try input(for: command)
    let target = try target(for: command)
    return Dataset(inputs: input.matrix, targets: target.matrix)
  }

  // MARK: Changes

  /// Puts another network in the place of this one.
  ///
  /// - Parameter keepingTraining: Whether the optimizer goes on where it was.
  mutating func replace(
    network: Network, origin: NetworkOrigin? = nil, keepingTraining: Bool = false
  ) {
    self.network = network
    if let origin { self.origin = origin }
    pass = nil
    gradients = nil
    gradientCheck = nil
    if !keepingTraining { training = nil }
    // Values that were given to a network of other sizes are none of this one's.
    if let input, input.matrix.columns != network.architecture.inputs { self.input = nil }
    if let target, target.matrix.columns != network.architecture.outputs { self.target = nil }
  }

  /// Gives the network another input.
  mutating func replace(input: Samples) {
    self.input = input
    pass = nil
    gradients = nil
    gradientCheck = nil
  }

  /// Gives the network another target.
  mutating func replace(target: Samples) {
    self.target = target
    gradients = nil
    gradientCheck = nil
  }

  /// Puts other data in the place of this.
  mutating func replace(data: NamedDataset) {
    self.data = data
    training = nil
  }

  /// Forgets how the parameters came to be, as after loading them.
  mutating func forgetOrigin() {
    origin = nil
  }

  /// Keeps where training stands, with the network that it made.
  mutating func keep(_ training: Trainer?, network: Network) {
    replace(network: network, keepingTraining: true)
    self.training = training
  }

  // MARK: Results

  /// Keeps what a gradient check found.
  mutating func keep(_ check: GradientCheck) {
    gradientCheck = check
  }

  /// Runs the network forward on the input, unless that was just done.
  mutating func runForward(for command: String) throws(ConsoleError) -> ForwardPass {
    let network = try network(for: command)
    let input = try input(for: command)
    if let pass { return pass }
    do {
      let result = try network.forward(input.matrix)
      pass = result
      return result
    } catch {
      throw ConsoleError(.network(error))
    }
  }

  /// Runs the last forward pass backward.
  mutating func runBackward(for command: String) throws(ConsoleError) -> Gradients {
    let network = try network(for: command)
    guard let pass else { throw ConsoleError(.noForwardPass(command: command)) }
    let target = try target(for: command)
    do {
      let result = try network.backward(pass, target: target.matrix)
      gradients = result
      return result
    } catch {
      throw ConsoleError(.network(error))
    }
  }

  /// The loss of the last forward pass.
  func loss(of pass: ForwardPass, for command: String) throws(ConsoleError) -> Double {
    let network = try network(for: command)
    let target = try target(for: command)
    do {
      return try network.loss(of: pass, target: target.matrix)
    } catch {
      throw ConsoleError(.network(error))
    }
  }
}

/// How the parameters of a network came to be.
struct NetworkOrigin: Hashable, Sendable {
  /// The kind of numbers they began with.
  var initializer: Initializer
  /// The seed of these numbers.
  var seed: UInt32
}
