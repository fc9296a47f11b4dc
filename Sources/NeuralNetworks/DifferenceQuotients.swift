import LinearAlgebra

/// The loss of a network around its parameters: one of them is moved, the network run forward, and
/// the parameter put back.
struct DifferenceQuotients {
  let loss: Loss
  let output: Architecture.Layer
  private let architecture: Architecture
  private let target: Matrix
  private let parameters: [Double]
  /// The total inputs at the parameters themselves.
  private let base: [Double]
  private let passes: Propagation
  /// The layers whose activation has a kink.
  private let kinkedLayers: [Int]

  /// How many forward passes have been run.
  private(set) var forwardPasses = 0
  /// The units that have changed sides of a kink.
  private(set) var kinks: [GradientCheck.Kink] = []
  /// The positions of `kinks` among all values.
  private var kinkPositions: Set<Int> = []

  init(_ network: Network, pass: ForwardPass, target: Matrix) {
    architecture = network.architecture
    loss = architecture.loss
    output = architecture.layers[architecture.layers.count - 1]
    self.target = target
    parameters = network.parameters
    base = pass.preActivations
    passes = Propagation(architecture, samples: pass.samples)
    passes.setParameters(parameters)
    passes.setInput(pass.input.elements)
    let layers = architecture.layers
    kinkedLayers = layers.indices.filter { layers[$0].activation.hasKink }
  }

  /// The difference quotient of one parameter, and whether it reaches across a kink.
  mutating func quotient(_ index: Int, h: Double) -> (value: Double, crossesKink: Bool) {
    let kept = parameters[index]
    passes.setParameter(index, to: kept + h)
    let above = evaluate()
    let totalsAbove = kinkedLayers.isEmpty ? [] : passes.preActivations
    passes.setParameter(index, to: kept - h)
    let below = evaluate()
    let totalsBelow = kinkedLayers.isEmpty ? [] : passes.preActivations
    passes.setParameter(index, to: kept)
    return ((above - below) / (2 * h), findKinks(between: totalsAbove, totalsBelow))
  }

  /// Compares the difference quotient of one parameter with its gradient.
  ///
  /// - Parameter noise: what rounding adds to a quotient.
  mutating func compare(
    _ index: Int, with backprop: Double, h: Double, noise: Double
  ) -> ElementComparison {
    let (numeric, crossesKink) = quotient(index, h: h)
    func verdict() -> GradientCheck.Verdict {
      guard numeric.isFinite, backprop.isFinite else { return .notFinite }
      let scale = max(abs(numeric), abs(backprop), GradientCheck.floor)
      if abs(numeric - backprop) <= GradientCheck.tolerance * scale { return .agrees }
      if crossesKink { return .undecidedAtKink }
      // w ± h are rounded too, which stretches the quotient by up to ulp(w) / h.
      let rounding = noise + abs(backprop) * parameters[index].magnitude.ulp / h
      if abs(numeric - backprop) <= rounding { return .agreesWithinRounding }
      let closer = quotient(index, h: h / 2).value
      let extrapolated = closer + (closer - numeric) / 3
      let rest = abs(extrapolated - backprop)
      return rest <= max(GradientCheck.tolerance * scale, 3 * rounding)
        ? .agreesWithoutTruncation : .disagrees
    }
    return ElementComparison(numeric: numeric, backprop: backprop, verdict: verdict())
  }

  /// How much rounding may change the loss, in first order: each product x·w and each bias that
  /// goes into a total input is off by a few units in the last place, which counts with δ; so is
  /// each output, which counts with ∂E/∂y (or the logarithm taken of all, where loss and
  /// activation are computed at once), and the loss itself.
  func rounding(_ pass: ForwardPass, _ gradients: Gradients) -> Double {
    var sum = 0.0
    for (index, layer) in architecture.layers.enumerated() {
      let x = pass.activation(ofLayer: index)
      let delta = gradients.delta(ofLayer: index + 1)
      for sample in 0..<pass.samples {
        for i in 0..<layer.inputs {
          let xi = abs(x[sample, i])
          for j in 0..<layer.units {
            let weight = parameters[layer.weightStart + i * layer.units + j]
            sum += abs(delta[sample, j] * weight) * xi
          }
        }
        for j in 0..<layer.units {
          sum += abs(delta[sample, j] * parameters[layer.biasStart + j])
        }
      }
    }
    let y = pass.output.elements
    if loss.isFused(with: output.activation) {
      sum += 1
    } else {
      var errors = y
      var span = errors.mutableSpan
      loss.derivative(
        outputs: y.span, targets: target.elements.span, samples: pass.samples, into: &span)
      for (output, error) in zip(y, errors) { sum += abs(output * error) }
    }
    let range = output.valueRange(samples: pass.samples)
    sum += abs(
      loss.differentiatedValue(
        after: output.activation, preActivations: pass.preActivations.span.extracting(range),
        outputs: y.span, targets: target.elements.span, samples: pass.samples))
    return 4 * Double.ulpOfOne * sum
  }

  /// The loss at the present parameters.
  private mutating func evaluate() -> Double {
    forwardPasses += 1
    passes.forward()
    let last = passes.layers[passes.layers.count - 1]
    return loss.differentiatedValue(
      after: last.activation, preActivations: last.u.span, outputs: last.z.span,
      targets: target.elements.span, samples: passes.samples)
  }

  /// Notes the units whose total input has another sign on the two sides, or is 0 in between.
  ///
  /// - Returns: whether there is one.
  private mutating func findKinks(between totalsAbove: [Double], _ totalsBelow: [Double]) -> Bool {
    var found = false
    for layer in kinkedLayers {
      let plan = architecture.layers[layer]
      let range = plan.valueRange(samples: passes.samples)
      for position in range {
        let (above, below) = (totalsAbove[position], totalsBelow[position])
        let crosses =
          (above > 0) != (below > 0) || (base[position] > 0) != (above > 0)
        guard crosses else { continue }
        found = true
        if kinks.count < GradientCheck.kinkLimit, kinkPositions.insert(position).inserted {
          let offset = position - range.lowerBound
          kinks.append(
            GradientCheck.Kink(
              layer: layer + 1, unit: offset % plan.units, sample: offset / plan.units,
              preActivation: base[position]))
        }
      }
    }
    return found
  }
}
