import LinearAlgebra

/// The two passes through a network, over flat memory that the caller keeps from step to step.
///
/// The values of all layers lie one layer after the other, each of shape `(samples, units)`.
/// Neither pass allocates.
enum Propagation {
  /// Forward: u = x·W + b and z = f(u), layer by layer.
  ///
  /// - Parameters:
  ///   - layers: the plan.
  ///   - parameters: W1, b1, W2, b2 …
  ///   - input: x, of shape `(samples, inputs)`.
  ///   - samples: the number of rows of x.
  ///   - preActivations: u of every layer; every element is set.
  ///   - activations: z of every layer; every element is set.
  static func forward(
    layers: Span<Architecture.Layer>, parameters: Span<Double>, input: Span<Double>, samples: Int,
    preActivations: inout MutableSpan<Double>, activations: inout MutableSpan<Double>
  ) {
    for index in 0..<layers.count {
      let layer = layers[index]
      let weights = parameters.extracting(layer.weightRange)  // (inputs, units)
      let biases = parameters.extracting(layer.biasRange)  // (units,)
      let range = layer.valueRange(samples: samples)
      var u = preActivations._mutatingExtracting(range)  // (samples, units)
      if index == 0 {
        MatrixProduct.multiply(
          input, weights, plus: biases, into: &u,
          rows: samples, inner: layer.inputs, columns: layer.units)
      } else {
        let previous = layers[index - 1].valueRange(samples: samples)
        let x = activations.span.extracting(previous)  // (samples, inputs)
        MatrixProduct.multiply(
          x, weights, plus: biases, into: &u,
          rows: samples, inner: layer.inputs, columns: layer.units)
      }
      var z = activations._mutatingExtracting(range)  // (samples, units)
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
      layers: architecture.layers.span, parameters: parameters.span, input: input.elements.span,
      samples: input.rows, preActivations: &u, activations: &z)
  }

  /// Backward: δ = ∂E/∂u from the last layer to the first, ∂E/∂W = xᵀ·δ, ∂E/∂b = Σ δ over the
  /// samples, and ∂E/∂x = δ·Wᵀ for the layer before.
  ///
  /// - Parameters:
  ///   - layers: the plan.
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
    layers: Span<Architecture.Layer>, loss: Loss, parameters: Span<Double>,
    input: Span<Double>, targets: Span<Double>, samples: Int, activations: Span<Double>,
    errors: inout MutableSpan<Double>, deltas: inout MutableSpan<Double>,
    gradients: inout MutableSpan<Double>
  ) {
    var index = layers.count - 1
    let output = layers[index]
    do {
      let range = output.valueRange(samples: samples)
      var error = errors._mutatingExtracting(range)
      var delta = deltas._mutatingExtracting(range)
      loss.outputDelta(
        after: output.activation, outputs: activations.extracting(range), targets: targets,
        samples: samples, errors: &error, deltas: &delta)
    }
    while index > 0 {
      let (layer, before) = (layers[index], layers[index - 1])
      let range = before.valueRange(samples: samples)
      let x = activations.extracting(range)  // (samples, inputs)
      var error = errors._mutatingExtracting(range)  // (samples, inputs)
      do {
        let delta = deltas.span.extracting(layer.valueRange(samples: samples))
        differentiate(layer, input: x, delta: delta, samples: samples, into: &gradients)
        MatrixProduct.multiply(
          delta, transposed: parameters.extracting(layer.weightRange), into: &error,
          rows: samples, inner: layer.units, columns: layer.inputs)
      }
      var delta = deltas._mutatingExtracting(range)
      before.activation.backpropagate(
        error.span, activations: x, units: before.units, into: &delta)
      index -= 1
    }
    let first = layers[0]
    let delta = deltas.span.extracting(first.valueRange(samples: samples))
    differentiate(first, input: input, delta: delta, samples: samples, into: &gradients)
  }

  /// The gradient of one layer's parameters: ∂E/∂W = xᵀ·δ and ∂E/∂b = Σ δ over the samples.
  ///
  /// - Parameters:
  ///   - input: x, what the layer took in, of shape `(samples, inputs)`.
  ///   - delta: δ of the layer, of shape `(samples, units)`.
  ///   - gradients: those of all layers; the elements of this one are set.
  private static func differentiate(
    _ layer: Architecture.Layer, input: Span<Double>, delta: Span<Double>, samples: Int,
    into gradients: inout MutableSpan<Double>
  ) {
    do {
      var weights = gradients._mutatingExtracting(layer.weightRange)
      MatrixProduct.multiply(
        transposed: input, delta, into: &weights,
        rows: layer.inputs, inner: samples, columns: layer.units)
    }
    var biases = gradients._mutatingExtracting(layer.biasRange)
    MatrixProduct.sumRows(of: delta, rows: samples, into: &biases)
  }
}
