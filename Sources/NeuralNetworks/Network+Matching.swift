public import LinearAlgebra

extension Network {
  /// A layer of which only the numbers are known.
  public struct PlainLayer: Hashable, Sendable {
    /// W, of shape `(inputs, units)`.
    public let weights: Matrix
    /// b, of shape `(units,)`.
    public let biases: [Double]

    /// Makes a layer.
    ///
    /// - Precondition: there is a bias for each unit.
    public init(weights: Matrix, biases: [Double]) {
      precondition(weights.columns == biases.count, "\(biases.count) biases")
      (self.weights, self.biases) = (weights, biases)
    }
  }

  /// How many combinations of activations `init(matching:)` tries at most.
  static let matchingLimit = 10_000

  /// Makes the network that computes given outputs: finds the activations to known numbers.
  ///
  /// Every activation of a layer is tried unless the outputs z of that layer are known; then only
  /// those that give them.
  ///
  /// - Parameters:
  ///   - layers: weights and biases.
  ///   - loss: what the outputs are measured by.
  ///   - input: x, of shape `(samples, inputs)`.
  ///   - output: y, of shape `(samples, outputs)`.
  ///   - activations: z of some hidden layers, by the layer's number.
  ///   - preferred: the activations to try first; where several fit, the first is taken.
  /// - Returns: nil where the layers do not fit together or no activations give the output, each
  ///   element to 1e-9.
  /// - Complexity: O(samples · parameters · 6ˡ) for l layers with unknown outputs.
  public init?(
    matching layers: [PlainLayer], loss: Loss, input: Matrix, output: Matrix,
    activations known: [Int: Matrix] = [:], preferring preferred: [Activation] = []
  ) {
    guard
      let first = layers.first, let last = layers.last, first.weights.rows == input.columns,
      last.weights.columns == output.columns, input.rows == output.rows,
      zip(layers, layers.dropFirst()).allSatisfy({ $0.weights.columns == $1.weights.rows })
    else { return nil }
    var search = ActivationSearch(
      layers: layers, output: output, known: known, preferred: preferred)
    guard let activations = search.activations(from: 0, input: input) else { return nil }
    let sizes = [input.columns] + layers.map { $0.weights.columns }
    guard
      let architecture = try? Architecture(sizes: sizes, activations: activations, loss: loss)
    else { return nil }
    self.init(
      architecture, parameters: layers.flatMap { $0.weights.elements + $0.biases })
  }
}

/// The search for the activations of layers.
private struct ActivationSearch {
  let layers: [Network.PlainLayer]
  let output: Matrix
  let known: [Int: Matrix]
  let preferred: [Activation]
  var tried = 0

  /// The activations of all layers from one on, for what goes into it; nil where none fit.
  mutating func activations(from index: Int, input: Matrix) -> [Activation]? {
    let isLast = index + 1 == layers.count
    let layer = layers[index]
    let units = layer.weights.columns
    var u = [Double](repeating: 0, count: input.rows * units)
    var span = u.mutableSpan
    MatrixProduct.multiply(
      input.elements.span, layer.weights.elements.span, plus: layer.biases.span, into: &span,
      rows: input.rows, inner: input.columns, columns: units)
    let wanted = isLast ? output : known[index + 1]
    for activation in candidates(isLast) {
      tried += 1
      guard tried <= Network.matchingLimit else { return nil }
      var activations = u
      var values = activations.mutableSpan
      activation.apply(to: u.span, units: units, into: &values)
      let z = Matrix(rows: input.rows, columns: units, elements: activations)
      if let wanted, !agree(z, wanted) { continue }
      if isLast { return [activation] }
      if let rest = self.activations(from: index + 1, input: z) { return [activation] + rest }
    }
    return nil
  }

  private func candidates(_ isLast: Bool) -> [Activation] {
    let usual: [Activation] =
      isLast
      ? [.identity, .sigmoid, .softmax, .tanh, .relu, .step]
      : [.relu, .sigmoid, .tanh, .identity, .step, .softmax]
    // The output is identity more often than a function that hidden layers use.
    let first = preferred.filter { !isLast || $0 != .relu }
    return first + usual.filter { !first.contains($0) }
  }

  private func agree(_ left: Matrix, _ right: Matrix) -> Bool {
    left.rows == right.rows && left.columns == right.columns
      && zip(left.elements, right.elements).allSatisfy {
        abs($0 - $1) <= 1e-9 * max(1, abs($0), abs($1))
      }
  }
}
