import LinearAlgebra
import NeuralNetworks
import SourceText

extension State {
  /// The names of all values there are, in the order of the computation.
  var quantityNames: [String] {
    var names: [String] = []
    if input != nil { names.append("x") }
    if target != nil { names.append("d") }
    guard let network else { return names }
    let layers = 1...network.architecture.layers.count
    names += network.architecture.parameterNames.map(\.description)
    if pass != nil {
      names += layers.flatMap { ["u\($0)", "z\($0)"] } + ["y"]
      if target != nil { names.append("loss") }
    }
    if gradients != nil {
      names += layers.reversed().map { "delta\($0)" }
      names += network.architecture.parameterNames.map { "grad.\($0)" }
    }
    if gradientCheck != nil { names.append("gradcheck") }
    if accuracy != nil { names.append("accuracy") }
    return names
  }

  /// The value of a name, or nil where there is none.
  func quantity(_ name: String) -> ArrayValue? {
    switch name {
    case "x": return input?.value
    case "d": return target?.value
    case "loss":
      if let pass, let loss = try? loss(of: pass, for: "loss") { return ArrayValue(loss) }
      guard let data, let network else { return nil }
      return (try? network.loss(on: data.dataset)).map { ArrayValue($0) }
    case "gradcheck": return gradientCheck.map { ArrayValue($0.unexplainedError) }
    case "accuracy": return accuracy.map { ArrayValue($0) }
    case "y": return pass?.output.value(isSingle: isSingle)
    default: break
    }
    guard let network else { return nil }
    if let parameter = try? network.parameter(name) { return parameter.value }
    if name.hasPrefix("grad."), let gradients {
      return (try? gradients.parameter(String(name.dropFirst(5))))?.value
    }
    let layers = 1...network.architecture.layers.count
    func layer(_ prefix: String) -> Int? {
      guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)) else {
        return nil
      }
      return layers.contains(number) ? number : nil
    }
    if let number = layer("u") {
      return pass?.preActivation(ofLayer: number).value(isSingle: isSingle)
    }
    if let number = layer("z") {
      return pass?.activation(ofLayer: number).value(isSingle: isSingle)
    }
    if let number = layer("delta") {
      return gradients?.delta(ofLayer: number).value(isSingle: isSingle)
    }
    return nil
  }

  /// The value of a name that a line names.
  func quantity(_ word: Word) throws(ConsoleError) -> ArrayValue {
    if let value = quantity(word.text) { return value }
    throw ConsoleError(
      .unknownQuantity(
        word.text, known: quantityNames,
        suggestions: Spelling.suggestions(for: word.text, among: quantityNames)),
      at: word.range)
  }

  /// Whether arrays are shown without their first axis: the input is a single sample.
  var isSingle: Bool { input?.isSingle ?? false }

  /// The share of samples whose class the network gets right, or nil where there are no classes.
  var accuracy: Double? {
    guard let network, let data else { return nil }
    return try? data.dataset.accuracy(of: network)
  }
}

extension ParameterArray {
  /// The parameters as an array.
  var value: ArrayValue { ArrayValue(shape: shape, elements: elements) }
}

extension GradientCheck {
  /// The largest relative error of an array, rounding, truncation and kinks left out: what
  /// `@expect gradcheck < 1e-6` looks at.
  var unexplainedError: Double {
    rows.filter { [.agrees, .disagrees, .notFinite].contains($0.verdict) }
      .map(\.relativeError)
      .reduce(0) { $1.isNaN ? .infinity : max($0, $1) }
  }
}
