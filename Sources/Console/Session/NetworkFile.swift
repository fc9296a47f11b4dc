import ArrayFiles
public import NeuralNetworks

/// How a network is laid out in a `.npz` archive: its parameter arrays by name, and its plan as a
/// string named `layers`, written as after the command of that name.
public enum NetworkFile {
  /// Why an archive is no network.
  public enum Problem: Error, Hashable, Sendable {
    /// There is no array of this name.
    case missing(String)
    /// The array of this name is text.
    case notNumbers(String)
    /// The array of this name has a shape that does not follow the layer before it.
    case shape(String, expected: String, found: [Int])
    /// A number in the array of this name is not finite.
    case notFinite(String)
    /// The plan cannot be read.
    case plan(String)
    /// There can be no such network.
    case network(NetworkError)
  }

  /// The archive of a network.
  static func archive(of network: Network) -> NPZArchive {
    var archive = NPZArchive()
    for name in network.architecture.parameterNames {
      let array = network[name]
      archive[name.description] = NPYArray(shape: array.shape, numbers: array.elements)
    }
    archive["layers"] = NPYArray(string: plan(of: network.architecture))
    return archive
  }

  /// The network of an archive.
  ///
  /// - Parameter present: The network whose activations are taken where the archive has no plan.
  static func network(
    in archive: NPZArchive, like present: Network?
  ) throws(Problem) -> Network {
    let arrays = try parameterArrays(in: archive)
    let sizes = [arrays[0].weights.shape[0]] + arrays.map { $0.biases.shape[0] }
    let architecture = try architecture(sizes: sizes, archive: archive, present: present)
    return Network(
      architecture, parameters: arrays.flatMap { $0.weights.numbers + $0.biases.numbers })
  }

  private typealias Numbers = (shape: [Int], numbers: [Double])

  private static func parameterArrays(
    in archive: NPZArchive
  ) throws(Problem) -> [(weights: Numbers, biases: Numbers)] {
    var arrays: [(weights: Numbers, biases: Numbers)] = []
    repeat {
      let layer = arrays.count + 1
      var weights = try numbers("W\(layer)", in: archive)
      var biases = try numbers("b\(layer)", in: archive)
      // A single output may have been kept without its axis, as the course's programs do.
      if biases.shape.isEmpty { biases.shape = [1] }
      if weights.shape.count == 1, biases.shape == [1] { weights.shape.append(1) }
      guard weights.shape.count == 2, weights.shape.allSatisfy({ $0 > 0 }),
        arrays.last.map({ $0.biases.shape[0] == weights.shape[0] }) ?? true
      else {
        let inputs = arrays.last.map { String($0.biases.shape[0]) } ?? "inputs"
        throw .shape("W\(layer)", expected: "(\(inputs), units)", found: weights.shape)
      }
      guard biases.shape == [weights.shape[1]] else {
        throw .shape("b\(layer)", expected: "(\(weights.shape[1]),)", found: biases.shape)
      }
      arrays.append((weights, biases))
    } while archive["W\(arrays.count + 1)"] != nil
    return arrays
  }

  private static func numbers(
    _ name: String, in archive: NPZArchive
  ) throws(Problem) -> Numbers {
    guard let array = archive[name] else { throw .missing(name) }
    guard let numbers = array.numbers else { throw .notNumbers(name) }
    guard numbers.allSatisfy(\.isFinite) else { throw .notFinite(name) }
    return (array.shape, numbers)
  }

  // MARK: The plan

  private static func plan(of architecture: Architecture) -> String {
    let layers = architecture.layers.map { "\($0.units):\($0.activation.rawValue)" }
    return (["\(architecture.inputs)"] + layers + ["loss=\(architecture.loss.rawValue)"])
      .joined(separator: " ")
  }

  private static func architecture(
    sizes: [Int], archive: NPZArchive, present: Network?
  ) throws(Problem) -> Architecture {
    do {
      if let strings = archive["layers"]?.strings, let text = strings.first {
        guard let plan = try read(plan: text), plan.sizes == sizes else { throw Problem.plan(text) }
        return plan
      }
      if let present, present.architecture.sizes == sizes { return present.architecture }
      let hidden = [Activation](repeating: .relu, count: sizes.count - 2)
      return try Architecture(sizes: sizes, activations: hidden + [.identity])
    } catch let error as NetworkError {
      throw .network(error)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .plan("\(error)")
    }
  }

  private static func read(plan text: String) throws(NetworkError) -> Architecture? {
    var words = text.split(separator: " ")[...]
    guard let first = words.popFirst(), let inputs = Int(first) else { return nil }
    var sizes = [inputs]
    var activations: [Activation] = []
    var loss: Loss?
    for word in words {
      if word.hasPrefix("loss=") {
        guard let found = Loss(rawValue: String(word.dropFirst(5))) else { return nil }
        loss = found
        continue
      }
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let units = Int(parts[0]),
        let activation = Activation(rawValue: String(parts[1]))
      else { return nil }
      sizes.append(units)
      activations.append(activation)
    }
    return try Architecture(sizes: sizes, activations: activations, loss: loss)
  }
}
