import LinearAlgebra

/// The two passes through a network, over flat memory that the caller keeps from step to step.
///
/// The values of all layers lie one layer after the other, each of shape `(samples, units)`.
/// Neither pass allocates.
enum Propagation {
  /// A layer, and where its numbers stand in the flat memory for a number of samples: worked out
  /// once, not in each pass.
  struct Stage {
    let activation: Activation
    let inputs: Int
    let units: Int
    /// W and b among the parameters.
    let weights: Range<Int>
    let biases: Range<Int>
    /// u, z and δ among the values of all layers.
    let values: Range<Int>
    /// Whether there is a single sample and so few units that plain loops are faster.
    let isShort: Bool
  }

  /// Forward: u = x·W + b and z = f(u), layer by layer.
  ///
  /// - Parameters:
  ///   - stages: the layers, for this number of samples.
  ///   - parameters: W1, b1, W2, b2 …
  ///   - input: x, of shape `(samples, inputs)`.
  ///   - samples: the number of rows of x.
  ///   - preActivations: u of every layer; every element is set.
  ///   - activations: z of every layer; every element is set.
  static func forward(
    stages: Span<Stage>, parameters: Span<Double>, input: Span<Double>, samples: Int,
    preActivations: inout MutableSpan<Double>, activations: inout MutableSpan<Double>
  ) {
    for index in 0..<stages.count {
      let layer = stages[index]
      let weights = parameters.extracting(layer.weights)  // (inputs, units)
      let biases = parameters.extracting(layer.biases)  // (units,)
      var u = preActivations._mutatingExtracting(layer.values)  // (samples, units)
      if index == 0 {
        if layer.isShort {
          ShortRows.multiply(input, weights, plus: biases, into: &u)
        } else {
          MatrixProduct.multiply(
            input, weights, plus: biases, into: &u,
            rows: samples, inner: layer.inputs, columns: layer.units)
        }
      } else {
        let x = activations.span.extracting(stages[index - 1].values)  // (samples, inputs)
        if layer.isShort {
          ShortRows.multiply(x, weights, plus: biases, into: &u)
        } else {
          MatrixProduct.multiply(
            x, weights, plus: biases, into: &u,
            rows: samples, inner: layer.inputs, columns: layer.units)
        }
      }
      var z = activations._mutatingExtracting(layer.values)  // (samples, units)
      layer.activation.apply(to: u.span, units: layer.units, into: &z)
    }
  }

  /// Forward, over arrays.
  static func forward(
    _ architecture: Architecture, parameters: [Double], input: Matrix,
    preActivations: inout [Double], activations: inout [Double]
  ) {
    var u = preActivations.mutableSpan
    var z = activations.mutableSpan
    forward(
      stages: architecture.stages(samples: input.rows).span, parameters: parameters.span,
      input: input.elements.span, samples: input.rows, preActivations: &u, activations: &z)
  }

  /// Backward: δ = ∂E/∂u from the last layer to the first, ∂E/∂W = xᵀ·δ, ∂E/∂b = Σ δ over the
  /// samples, and ∂E/∂x = δ·Wᵀ for the layer before.
  ///
  /// - Parameters:
  ///   - stages: the layers, for this number of samples.
  ///   - loss: what the outputs are measured by.
  ///   - parameters: W1, b1, W2, b2 …, as in the forward pass.
  ///   - input: x, as in the forward pass.
  ///   - targets: d, of shape `(samples, outputs)`.
  ///   - samples: the number of rows of x.
  ///   - activations: z of every layer, from the forward pass.
  ///   - errors: ∂E/∂z of every layer: room to work in.
  ///   - deltas: δ of every layer; every element is set.
  ///   - gradients: ∂E/∂W1, ∂E/∂b1 …, laid out like the parameters; every element is set.
  static func backward(
    stages: Span<Stage>, loss: Loss, parameters: Span<Double>,
    input: Span<Double>, targets: Span<Double>, samples: Int, activations: Span<Double>,
    errors: inout MutableSpan<Double>, deltas: inout MutableSpan<Double>,
    gradients: inout MutableSpan<Double>
  ) {
    var index = stages.count - 1
    let output = stages[index]
    do {
      let range = output.values
      var error = errors._mutatingExtracting(range)
      var delta = deltas._mutatingExtracting(range)
      loss.outputDelta(
        after: output.activation, outputs: activations.extracting(range), targets: targets,
        samples: samples, errors: &error, deltas: &delta)
    }
    while index > 0 {
      let (layer, before) = (stages[index], stages[index - 1])
      let range = before.values
      let x = activations.extracting(range)  // (samples, inputs)
      var error = errors._mutatingExtracting(range)  // (samples, inputs)
      do {
        let delta = deltas.span.extracting(layer.values)
        let weights = parameters.extracting(layer.weights)  // (inputs, units)
        var gradient = gradients._mutatingExtracting(layer.weights)
        if layer.isShort {
          ShortRows.multiply(
            transposed: x, delta, into: &gradient, andTransposed: weights, into: &error)
        } else {
          MatrixProduct.multiply(
            transposed: x, delta, into: &gradient,
            rows: layer.inputs, inner: samples, columns: layer.units)
          MatrixProduct.multiply(
            delta, transposed: weights, into: &error,
            rows: samples, inner: layer.units, columns: layer.inputs)
        }
        sum(layer, delta, samples: samples, into: &gradients)
      }
      var delta = deltas._mutatingExtracting(range)
      before.activation.backpropagate(
        error.span, activations: x, units: before.units, into: &delta)
      index -= 1
    }
    let first = stages[0]
    let delta = deltas.span.extracting(first.values)
    var gradient = gradients._mutatingExtracting(first.weights)
    if first.isShort {
      ShortRows.multiply(transposed: input, delta, into: &gradient)
    } else {
      MatrixProduct.multiply(
        transposed: input, delta, into: &gradient,
        rows: first.inputs, inner: samples, columns: first.units)
    }
    sum(first, delta, samples: samples, into: &gradients)
  }

  /// Forward and backward: sets the gradients, unless the loss is infinite or no number.
  ///
  /// - Parameters: as for the two passes.
  /// - Returns: the loss.
  static func lossAndGradients(
    stages: Span<Stage>, loss: Loss, parameters: Span<Double>,
    input: Span<Double>, targets: Span<Double>, samples: Int,
    preActivations: inout MutableSpan<Double>, activations: inout MutableSpan<Double>,
    errors: inout MutableSpan<Double>, deltas: inout MutableSpan<Double>,
    gradients: inout MutableSpan<Double>
  ) -> Double {
    forward(
      stages: stages, parameters: parameters, input: input, samples: samples,
      preActivations: &preActivations, activations: &activations)
    let output = stages[stages.count - 1]
    let value = loss.value(
      after: output.activation, preActivations: preActivations.span.extracting(output.values),
      outputs: activations.span.extracting(output.values), targets: targets, samples: samples)
    if value.isFinite {
      backward(
        stages: stages, loss: loss, parameters: parameters, input: input, targets: targets,
        samples: samples, activations: activations.span, errors: &errors, deltas: &deltas,
        gradients: &gradients)
    }
    return value
  }

  /// The gradient of one layer's biases: ∂E/∂b = Σ δ over the samples.
  @inline(__always)
  private static func sum(
    _ layer: Stage, _ delta: Span<Double>, samples: Int,
    into gradients: inout MutableSpan<Double>
  ) {
    var biases = gradients._mutatingExtracting(layer.biases)  // (units,)
    if layer.isShort {
      for j in 0..<delta.count { biases[j] = delta[j] }
    } else {
      MatrixProduct.sumRows(of: delta, rows: samples, into: &biases)
    }
  }
}

extension Architecture {
  /// The layers, and where their numbers stand for a number of samples.
  func stages(samples: Int) -> [Propagation.Stage] {
    layers.map { layer in
      Propagation.Stage(
        activation: layer.activation, inputs: layer.inputs, units: layer.units,
        weights: layer.weightRange, biases: layer.biasRange,
        values: layer.valueRange(samples: samples),
        isShort: samples == 1 && layer.units <= ShortRows.limit)
    }
  }
}
