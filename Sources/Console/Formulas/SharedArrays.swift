import LinearAlgebra
import NeuralNetworks
import NumPyLanguage

/// The arrays that the session's state and the learner's names have in common.
///
/// The state is the truth between lines. Before a formula its values are put into the arrays, so
/// that every alias sees them; after it, what the formula changed in them is taken back.
struct SharedArrays {
  /// The parameters, x, d, and the results of the last forward and backward pass, by their names.
  private var arrays: [String: NDArray] = [:]
  /// The values of the results when they were put in: the learner may change the arrays since.
  private var results: [String: ArrayValue] = [:]
  /// The network to which the arrays belong.
  private var architecture: Architecture?
  /// `network`, the dictionary of the parameters.
  private var network: DictObject?
  /// `grad`, the dictionary of the gradients.
  private var gradients: DictObject?

  /// Arrays named x or d that the network cannot take and that were told of.
  private var ignored: [String: NDArray] = [:]
  /// Names of parameters that are known to stand for something else.
  private var rebound: Set<String> = []

  /// A parameter that a formula gave a value that the network cannot take.
  struct Misfit: Error {
    var name: String
    var expected: [Int]
    /// The shape of the value, or nil where it is no array of numbers.
    var found: [Int]?
  }

  /// What a formula did to the state.
  struct Changes {
    /// x and d, where a formula assigned them.
    var adopted: [String] = []
    /// x and d, where a formula assigned them an array that does not fit the network.
    var ignored: [(name: String, shape: [Int], features: Int)] = []
    /// Names of parameters that stand for something else from now on.
    var rebound: [String] = []
    /// Whether the state changed.
    var isEmpty = true
  }

  // MARK: Before a formula

  /// Puts the values of the state into the arrays, and binds the names of new ones.
  mutating func put(_ state: State, into interpreter: Interpreter) {
    var current: Set<String> = []
    for name in state.parameterNames {
      guard let value = state.quantity(name) else { continue }
      current.insert(name)
      if let array = arrays[name], array.shape == value.shape {
        if !array.holds(value) { array.replaceElements(value.elements) }
      } else {
        bind(name, value, interpreter)
      }
    }
    for name in ["x", "d"] {
      guard let value = state.quantity(name) else { continue }
      current.insert(name)
      if arrays[name].map({ $0.shape == value.shape && $0.holds(value) }) != true {
        bind(name, value, interpreter)
      }
    }
    for name in state.resultNames {
      guard let value = state.quantity(name) else { continue }
      current.insert(name)
      if results[name]?.isIdentical(to: value) != true {
        results[name] = value
        bind(name, value, interpreter)
      }
    }
    // Results stay what they are when a weight changes: the next line of an update still needs
    // `grad`. Another network ends them.
    let keepsResults = state.network?.architecture == architecture
    for (name, array) in arrays where !current.contains(name) {
      if keepsResults, results[name] != nil { continue }
      if interpreter[name]?.isArray(array) == true { interpreter[name] = nil }
      (arrays[name], results[name]) = (nil, nil)
    }
    architecture = state.network?.architecture
    network = dictionary(
      "network", network, keys: state.parameterNames, names: state.parameterNames, interpreter)
    gradients = dictionary(
      "grad", gradients, keys: state.parameterNames.filter { arrays["grad." + $0] != nil },
      names: state.parameterNames.map { "grad." + $0 }, interpreter)
  }

  private mutating func bind(_ name: String, _ value: ArrayValue, _ interpreter: Interpreter) {
    let array = NDArray(shape: value.shape, elements: value.elements)
    arrays[name] = array
    rebound.remove(name)
    // `grad.W1` is an entry of a dictionary, and no name.
    if !name.contains(".") { interpreter[name] = .array(array) }
  }

  /// The dictionary of some arrays: the one there is, as long as it has the same keys.
  private func dictionary(
    _ name: String, _ known: DictObject?, keys: [String], names: [String],
    _ interpreter: Interpreter
  ) -> DictObject? {
    guard !keys.isEmpty else {
      if let known, interpreter[name]?.isDictionary(known) == true { interpreter[name] = nil }
      return nil
    }
    let isSame = known?.stringKeys == keys
    let dictionary = isSame ? known! : DictObject([:])
    for (key, name) in zip(keys, names) {
      guard let array = arrays[name], dictionary[key]?.isArray(array) != true else { continue }
      dictionary[key] = .array(array)
    }
    if !isSame { interpreter[name] = .dict(dictionary) }
    return dictionary
  }

  // MARK: After a formula

  /// Takes back what a formula changed.
  ///
  /// - Throws: ``Misfit`` where a parameter has another shape now or is no array; the network keeps
  ///   its array, and so does `network[…]`.
  mutating func take(
    from interpreter: Interpreter, into state: inout State
  ) throws(Misfit) -> Changes {
    var changes = Changes()
    var misfit: Misfit?
    do throws(Misfit) {
      try takeParameters(from: interpreter, into: &state, &changes)
    } catch {
      misfit = error
    }
    for (name, features) in [
      ("x", state.network?.architecture.inputs), ("d", state.network?.architecture.outputs),
    ] {
      takeSamples(name, features: features, from: interpreter, into: &state, &changes)
    }
    if let misfit { throw misfit }
    return changes
  }

  private mutating func takeParameters(
    from interpreter: Interpreter, into state: inout State, _ changes: inout Changes
  ) throws(Misfit) {
    guard var changed = state.network else { return }
    var isChanged = false
    var misfit: Misfit?
    for name in state.parameterNames {
      guard let known = arrays[name], let value = state.quantity(name) else { continue }
      var array = known
      if let network, let entry = network[name], !entry.isArray(known) {
        if let fitting = entry.array(ofShape: value.shape) {
          // The name W1 follows, unless the learner gave it another meaning.
          if interpreter[name]?.isArray(known) == true { interpreter[name] = .array(fitting) }
          array = fitting
          arrays[name] = fitting
          network[name] = .array(fitting)
        } else {
          network[name] = .array(known)
          misfit = misfit ?? Misfit(name: name, expected: value.shape, found: entry.shape)
        }
      } else if network?[name] == nil {
        network?[name] = .array(known)
      }
      if array.shape == value.shape, !array.holds(value) {
        isChanged = true
        try? changed.setParameter(name, shape: value.shape, elements: array.doubles)
      }
      if let bound = interpreter[name], !bound.isArray(array), rebound.insert(name).inserted {
        changes.rebound.append(name)
      }
    }
    if isChanged {
      changes.isEmpty = false
      state.replace(network: changed)
    }
    if let misfit { throw misfit }
  }

  /// Takes x or d back, where it is another value now and one that the network takes.
  private mutating func takeSamples(
    _ name: String, features: Int?, from interpreter: Interpreter, into state: inout State,
    _ changes: inout Changes
  ) {
    guard case .array(let array)? = interpreter[name] else { return }
    let isNew = arrays[name] !== array
    let known = state.quantity(name)
    if let known, array.shape == known.shape, array.holds(known) {
      arrays[name] = array
      return
    }
    let value = ArrayValue(shape: array.shape, elements: array.doubles)
    guard let samples = Samples(value), features == nil || features == samples.matrix.columns else {
      if isNew, let features, ignored[name] !== array {
        changes.ignored.append((name, array.shape, features))
      }
      ignored[name] = array
      return
    }
    arrays[name] = array
    if isNew { changes.adopted.append(name) }
    changes.isEmpty = false
    if name == "x" { state.replace(input: samples) } else { state.replace(target: samples) }
  }
}

extension Samples {
  /// Samples from an array of one axis, one sample, or of two, a batch; nil for any other.
  init?(_ value: ArrayValue) {
    guard (1...2).contains(value.shape.count), !value.elements.isEmpty else { return nil }
    self.init(
      Matrix(
        rows: value.shape.count == 1 ? 1 : value.shape[0],
        columns: value.shape[value.shape.count - 1],
        elements: value.elements),
      isSingle: value.shape.count == 1)
  }
}

extension NDArray {
  /// Whether the elements are these, bit for bit: a NaN is itself.
  fileprivate func holds(_ value: ArrayValue) -> Bool {
    ArrayValue(shape: value.shape, elements: doubles).isIdentical(to: value)
  }
}

extension ArrayValue {
  /// Whether shape and elements are the same, bit for bit.
  fileprivate func isIdentical(to other: ArrayValue) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}

extension Value {
  /// Whether this is one array.
  fileprivate func isArray(_ array: NDArray) -> Bool {
    if case .array(let other) = self { other === array } else { false }
  }

  /// Whether this is one dictionary.
  fileprivate func isDictionary(_ dictionary: DictObject) -> Bool {
    if case .dict(let other) = self { other === dictionary } else { false }
  }

  /// The shape of an array, or nil for any other value.
  fileprivate var shape: [Int]? {
    if case .array(let array) = self { array.shape } else { nil }
  }

  /// The array, as floats, where it has a shape.
  fileprivate func array(ofShape shape: [Int]) -> NDArray? {
    guard case .array(let array) = self, array.shape == shape else { return nil }
    // The network computes with floats: whole numbers would lose what training adds to them.
    return array.type == .float64 ? array : NDArray(shape: shape, elements: array.doubles)
  }
}

extension State {
  /// The names of the network's parameters: W1, b1 …
  var parameterNames: [String] {
    network?.architecture.parameterNames.map(\.description) ?? []
  }

  /// The names of what the last forward and backward pass computed.
  var resultNames: [String] {
    guard let network else { return [] }
    let layers = 1...network.architecture.layers.count
    var names: [String] = []
    if pass != nil { names += layers.flatMap { ["u\($0)", "z\($0)"] } + ["y"] }
    if gradients != nil {
      names += layers.map { "delta\($0)" } + parameterNames.map { "grad." + $0 }
    }
    return names
  }
}
