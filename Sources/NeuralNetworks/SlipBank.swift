import LinearAlgebra

/// All ways to get δ and the gradients of a layer, right and wrong.
struct SlipBank {
  private let network: Network
  private let pass: ForwardPass
  private let gradients: Gradients
  private let target: Matrix
  private let factors: [GradientSlip.Factor]
  private var samples: Int { pass.samples }

  /// A way to explain the claimed gradients of a layer.
  struct Explanation {
    /// The δ that it takes, with its factor.
    var delta: [Double]
    var slips: [GradientSlip]
    var explainsWeights = true
    var explainsBiases = true
    var deviation = 0.0

    /// How much is left unexplained, then how many slips it takes.
    fileprivate var cost: (Int, Int) {
      ((explainsWeights ? 0 : 1) + (explainsBiases ? 0 : 1), slips.count)
    }
  }

  /// A δ without its constant factor, and the slips that it takes.
  private struct Delta {
    var values: [Double]
    var slips: [GradientSlip]
  }

  init(_ network: Network, pass: ForwardPass, gradients: Gradients, target: Matrix) {
    (self.network, self.pass, self.gradients, self.target) = (network, pass, gradients, target)
    factors = GradientSlip.Factor.all(samples: pass.samples, outputs: target.columns)
  }

  /// The explanation of a layer's claimed gradients that leaves least open and takes the fewest
  /// slips; nil where neither array comes out.
  ///
  /// - Parameter following: the δ that the layer after it took; nil for the output layer.
  func explanation(
    ofLayer layer: Int, following: [Double]?, weights: [Double]?, biases: [Double]?
  ) -> Explanation? {
    let deltas = following.map { hiddenDeltas(layer, following: $0) } ?? outputDeltas(layer)
    var best: Explanation?
    for delta in deltas {
      let sums = biasGradient(layer, delta.values)
      let products = weights.map { _ in weightGradients(layer, delta.values) } ?? []
      for factor in factors {
        let candidate = explain(
          layer, delta, factor, products: products, sums: sums, weights: weights, biases: biases)
        guard let candidate, best.map({ candidate.cost < $0.cost }) ?? true else { continue }
        best = candidate
        if candidate.cost == (0, 0) { return candidate }
      }
    }
    return best
  }

  /// Compares what one δ gives with what is claimed; nil where neither array comes out.
  private func explain(
    _ layer: Int, _ delta: Delta, _ factor: GradientSlip.Factor,
    products: [(kind: GradientSlip.Kind?, values: [Double])], sums: [Double],
    weights: [Double]?, biases: [Double]?
  ) -> Explanation? {
    let slip = factor.value == 1 ? [] : [GradientSlip(.deltaFactor(factor), layer: layer)]
    var result = Explanation(
      delta: factor.value == 1 ? delta.values : delta.values.map { factor.value * $0 },
      slips: delta.slips + slip)
    // A factor of one array alone can only be told from one of δ where both arrays are there.
    let extras = weights != nil && biases != nil ? factors : Array(factors.prefix(1))
    if let biases {
      let found = own(sums, factor, extras, biases, ParameterName(.biases, layer: layer))
      result.explainsBiases = found != nil
      if let found { result.add(found.slip, found.deviation) }
    }
    if let weights {
      let name = ParameterName(.weights, layer: layer)
      var found = products.lazy.compactMap { product -> (slip: GradientSlip?, deviation: Double)? in
        let deviation = Self.distance(weights, product.values, factor.value)
        guard deviation <= GradientDiagnosis.tolerance else { return nil }
        return (product.kind.map { GradientSlip($0, layer: layer) }, deviation)
      }.first
      if found == nil, let right = products.first {
        found = own(right.values, factor, extras, weights, name)
      }
      result.explainsWeights = found != nil
      if let found { result.add(found.slip, found.deviation) }
    }
    let hasNothing =
      (weights == nil || !result.explainsWeights) && (biases == nil || !result.explainsBiases)
    return hasNothing && (weights != nil || biases != nil) ? nil : result
  }

  /// Whether an array is what is claimed, perhaps with a factor of its own.
  private func own(
    _ computed: [Double], _ factor: GradientSlip.Factor, _ extras: [GradientSlip.Factor],
    _ claimed: [Double], _ name: ParameterName
  ) -> (slip: GradientSlip?, deviation: Double)? {
    for extra in extras {
      let deviation = Self.distance(claimed, computed, factor.value * extra.value)
      guard deviation <= GradientDiagnosis.tolerance else { continue }
      let slip =
        extra.value == 1
        ? nil : GradientSlip(.arrayFactor(extra, [name]), layer: name.layer)
      return (slip, deviation)
    }
    return nil
  }

  /// max |claimed − factor · computed| / max |element|; infinite where a number is not finite.
  private static func distance(
    _ claimed: [Double], _ computed: [Double], _ factor: Double
  ) -> Double {
    var (difference, size) = (0.0, 0.0)
    for (left, right) in zip(claimed, computed) {
      let right = factor * right
      guard left.isFinite, right.isFinite else { return .infinity }
      difference = max(difference, abs(left - right))
      size = max(size, abs(left), abs(right))
    }
    return difference == 0 ? 0 : difference / size
  }

  // MARK: δ

  /// The ways to get δ of the output layer.
  private func outputDeltas(_ layer: Int) -> [Delta] {
    let activation = network.architecture.layers[layer - 1].activation
    let right = gradients.delta(ofLayer: layer).elements
    var deltas = [Delta(values: right, slips: [])]
    let errors = outputErrors()
    if activation.isElementwise {
      let (u, z) = values(layer)
      // A right derivative of ∂E/∂y stands first here, as a hidden layer's: it is δ again.
      deltas += derivatives(layer, errors).filter { !$0.slips.isEmpty }
      guard activation != .identity else { return deltas }
      deltas.append(
        Delta(
          values: u.indices.map { right[$0] * activation.derivative(fromOutput: z[$0]) },
          slips: [GradientSlip(.derivativeTwice, layer: layer)]))
    } else {
      deltas.append(
        Delta(
          values: errors, slips: [GradientSlip(.derivative(.missing), layer: layer)]))
    }
    return deltas
  }

  /// ∂E/∂y, that of cross entropy without its guard.
  private func outputErrors() -> [Double] {
    let (y, d) = (pass.output.elements, target.elements)
    if network.architecture.loss == .crossEntropy {
      return zip(y, d).map { y, d in d == 0 ? 0 : -d / y / Double(samples) }
    }
    var errors = y
    var span = errors.mutableSpan
    network.architecture.loss.derivative(
      outputs: y.span, targets: d.span, samples: samples, into: &span)
    return errors
  }

  /// The ways to get δ of a hidden layer from that of the layer after it.
  private func hiddenDeltas(_ layer: Int, following: [Double]) -> [Delta] {
    let layers = network.layers
    let next = layers[layer]
    var errors: [(kind: GradientSlip.Kind?, values: [Double])] = [
      (nil, product(following, next.units, with: next.weights.transposed))
    ]
    if next.inputs == next.units {
      errors.append((.weightsNotTransposed, product(following, next.units, with: next.weights)))
      errors.append((.weightsMissing, following))
    }
    for other in layers where other.number != next.number {
      for (isTransposed, weights) in [
        (true, other.weights.transposed), (false, other.weights),
      ] where weights.rows == next.units && weights.columns == next.inputs {
        errors.append(
          (
            .otherWeights(layer: other.number, isTransposed: isTransposed),
            product(following, next.units, with: weights)
          ))
      }
    }
    return errors.flatMap { kind, values in
      let slips = kind.map { [GradientSlip($0, layer: layer)] } ?? []
      return derivatives(layer, values).map { Delta(values: $0.values, slips: slips + $0.slips) }
    }
  }

  /// The ways to get δ of a layer from ∂E/∂z.
  private func derivatives(_ layer: Int, _ errors: [Double]) -> [Delta] {
    let plan = network.architecture.layers[layer - 1]
    let activation = plan.activation
    let (u, z) = values(layer)
    guard activation.isElementwise else {
      var right = errors
      var span = right.mutableSpan
      activation.backpropagate(&span, activations: z.span, units: plan.units)
      return [
        Delta(values: right, slips: []),
        Delta(values: errors, slips: [GradientSlip(.derivative(.missing), layer: layer)]),
      ]
    }
    let right = z.map { activation.derivative(fromOutput: $0) }
    func delta(_ kind: GradientSlip.Derivative, _ taken: [Double]) -> Delta {
      let worst = right.indices.max { abs(taken[$0] - right[$0]) < abs(taken[$1] - right[$1]) }
      let example = worst.map { place in
        GradientSlip.Example(
          unit: place % plan.units, sample: place / plan.units, preActivation: u[place],
          activation: z[place], taken: taken[place], right: right[place])
      }
      return Delta(
        values: zip(errors, taken).map { $0 * $1 },
        slips: [GradientSlip(.derivative(kind), layer: layer, example: example)])
    }
    var deltas = [Delta(values: zip(errors, right).map { $0 * $1 }, slips: [])]
    if activation != .identity {
      deltas.append(delta(.missing, right.map { _ in 1 }))
      deltas.append(delta(.atOutput, z.map { activation.derivative(at: $0) }))
      deltas.append(delta(.outputFormAtInput, u.map { activation.derivative(fromOutput: $0) }))
    }
    for other in [Activation.sigmoid, .relu, .tanh] where other != activation {
      for isAtOutput in [true, false] {
        deltas.append(
          delta(
            .other(other, isAtOutput: isAtOutput),
            (isAtOutput ? z : u).map { other.derivative(at: $0) }))
      }
    }
    return deltas
  }

  // MARK: Gradients

  /// ∂E/∂b = Σ δ over the samples.
  private func biasGradient(_ layer: Int, _ delta: [Double]) -> [Double] {
    let units = network.architecture.layers[layer - 1].units
    var sums = [Double](repeating: 0, count: units)
    for (place, value) in delta.enumerated() { sums[place % units] += value }
    return sums
  }

  /// The ways to get ∂E/∂W from δ, the right one first.
  private func weightGradients(
    _ layer: Int, _ delta: [Double]
  ) -> [(kind: GradientSlip.Kind?, values: [Double])] {
    let plan = network.architecture.layers[layer - 1]
    func gradient(_ inputs: Matrix) -> [Double] {
      product(inputs.transposed.elements, samples, with: matrix(delta, plan.units))
    }
    let right = gradient(pass.activation(ofLayer: layer - 1))
    var products: [(kind: GradientSlip.Kind?, values: [Double])] = [(nil, right)]
    if layer > 1 {
      let other = gradient(pass.preActivation(ofLayer: layer - 1))
      products.append((.layerInput(.preActivation), other))
    }
    for other in 0..<network.architecture.layers.count where other != layer - 1 {
      let inputs = pass.activation(ofLayer: other)
      guard inputs.columns == plan.inputs else { continue }
      products.append((.layerInput(.activation(ofLayer: other)), gradient(inputs)))
    }
    if plan.inputs == plan.units, plan.units > 1 {
      products.append((.gradientTransposed, matrix(right, plan.units).transposed.elements))
    }
    return products
  }

  // MARK: Sums

  /// u and z of a layer.
  private func values(_ layer: Int) -> (u: [Double], z: [Double]) {
    (pass.preActivation(ofLayer: layer).elements, pass.activation(ofLayer: layer).elements)
  }

  private func matrix(_ elements: [Double], _ columns: Int) -> Matrix {
    Matrix(rows: elements.count / columns, columns: columns, elements: elements)
  }

  /// The product of a matrix, given by its elements and its number of columns, and another.
  private func product(_ left: [Double], _ columns: Int, with right: Matrix) -> [Double] {
    let rows = left.count / columns
    var result = [Double](repeating: 0, count: rows * right.columns)
    for i in 0..<rows {
      for k in 0..<columns {
        let factor = left[i * columns + k]
        for j in 0..<right.columns {
          result[i * right.columns + j] += factor * right.elements[k * right.columns + j]
        }
      }
    }
    return result
  }
}

extension SlipBank.Explanation {
  /// Takes in what explains one more array.
  fileprivate mutating func add(_ slip: GradientSlip?, _ deviation: Double) {
    if let slip { slips.append(slip) }
    self.deviation = max(self.deviation, deviation)
  }
}
