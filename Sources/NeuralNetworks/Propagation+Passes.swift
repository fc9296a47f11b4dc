extension Propagation {
  /// Forward through all layers: u = x·W + b and z = f(u).
  ///
  /// - Complexity: O(samples · parameters).
  @inline(__always)
  func forward() {
    for index in 0..<layers.count { layers[index].forward() }
  }

  /// The loss of the forward pass.
  @inline(__always)
  func loss() -> Double {
    let output = layers[layers.count - 1]
    return architecture.loss.value(
      after: output.activation, preActivations: output.u.span, outputs: output.z.span,
      targets: targets.span, samples: samples)
  }

  /// Backward through all layers, after a forward pass: sets δ of every layer and the gradients of
  /// all parameters.
  ///
  /// - Complexity: O(samples · parameters).
  func backward() {
    computeOutputDelta()
    for layer in layers.reversed() { layer.backward() }
  }

  /// Backward and a step of plain gradient descent.
  @inline(__always)
  func descend(learningRate: Double) {
    computeOutputDelta()
    var index = layers.count - 1
    while index >= 0 {
      layers[index].descend(learningRate: learningRate)
      index -= 1
    }
  }

  /// δ of the last layer.
  @inline(__always)
  private func computeOutputDelta() {
    let output = layers[layers.count - 1]
    var delta = output.delta.mutableSpan
    architecture.loss.outputDelta(
      after: output.activation, outputs: output.z.span,
      targets: targets.span, samples: samples,
      into: &delta)
  }

  /// Makes a step with the gradients; see `Optimizer.update`.
  @inline(__always)
  func update(
    by optimizer: Optimizer, learningRate: Double, memory: inout MutableSpan<Double>, update: Int
  ) {
    var parameters = parameterMemory.mutableSpan
    optimizer.update(
      &parameters, gradients: gradientMemory.span, learningRate: learningRate, memory: &memory,
      update: update)
  }
}

/// What goes in.
extension Propagation {
  /// Puts in W1, b1, W2, b2 …
  ///
  /// - Precondition: as many as the network has parameters.
  func setParameters(_ values: [Double]) {
    precondition(values.count == parameterMemory.count, "the parameters do not fit the network")
    _ = parameterMemory.update(fromContentsOf: values)
  }

  /// Puts in one parameter.
  func setParameter(_ index: Int, to value: Double) {
    precondition(parameterMemory.indices.contains(index), "there is no such parameter")
    parameterMemory[index] = value
  }

  /// Puts in x.
  ///
  /// - Precondition: as many as all samples have inputs.
  func setInput(_ values: [Double]) {
    precondition(values.count == samples * features, "x does not fit the network")
    _ = activationMemory.update(fromContentsOf: values)
  }

  /// Puts in x and z of every layer, as a forward pass left them.
  ///
  /// - Precondition: as many as x and all layers have for these samples.
  func setActivations(_ values: [Double]) {
    precondition(
      values.count == samples * features + valueCount,
      "the activations do not fit the network")
    _ = activationMemory.update(fromContentsOf: values)
  }

  /// Puts in d.
  ///
  /// - Precondition: as many as all samples have outputs.
  func setTargets(_ values: [Double]) {
    precondition(values.count == samples * outputs, "d does not fit the network")
    _ = targetMemory.update(fromContentsOf: values)
  }

  /// Puts in one sample of a dataset.
  ///
  /// - Parameters:
  ///   - slot: which sample of the pass it becomes.
  ///   - sample: which sample of the dataset it is.
  ///   - inputs: x of all samples of the dataset.
  ///   - targets: d of all samples of the dataset.
  /// - Precondition: both samples exist.
  @inline(__always)
  func setSample(
    _ slot: Int, to sample: Int, inputs: Span<Double>, targets: Span<Double>
  ) {
    precondition(
      0..<samples ~= slot && sample >= 0 && (sample + 1) * features <= inputs.count
        && (sample + 1) * outputs <= targets.count, "there is no such sample")
    for i in 0..<features {
      activationMemory[slot &* features &+ i] = inputs[unchecked: sample &* features &+ i]
    }
    for i in 0..<outputs {
      targetMemory[slot &* outputs &+ i] = targets[unchecked: sample &* outputs &+ i]
    }
  }
}

/// What comes out.
extension Propagation {
  /// W1, b1, W2, b2 …
  var parameters: [Double] { Array(parameterMemory) }
  /// ∂E/∂W1, ∂E/∂b1 …: laid out like the parameters.
  var gradients: [Double] { Array(gradientMemory) }
  /// u of every layer, one layer after the other.
  var preActivations: [Double] { Array(preActivationMemory.prefix(valueCount)) }
  /// x, then z of every layer.
  var activations: [Double] {
    Array(activationMemory.prefix(samples * features + valueCount))
  }
  /// δ of every layer, one layer after the other.
  var deltas: [Double] { Array(deltaMemory.dropFirst(samples * features).prefix(valueCount)) }

  /// How many values all layers have for these samples.
  fileprivate var valueCount: Int { samples * architecture.unitCount }
}
