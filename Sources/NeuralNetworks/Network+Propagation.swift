public import LinearAlgebra

extension Network {
  /// Runs samples forward and keeps everything that was computed on the way.
  ///
  /// - Parameter input: x, of shape `(samples, inputs)`.
  /// - Throws: `NetworkError` for no samples, another number of features, or too many samples.
  /// - Complexity: O(samples · parameters).
  public func forward(_ input: Matrix) throws(NetworkError) -> ForwardPass {
    try architecture.check(samples: input.rows, features: input.columns)
    let count = input.rows * architecture.unitCount
    var preActivations = [Double](repeating: 0, count: count)
    var activations = preActivations
    Propagation.forward(
      architecture, parameters: parameters, input: input, preActivations: &preActivations,
      activations: &activations)
    return ForwardPass(
      architecture: architecture, input: input, preActivations: preActivations,
      activations: activations)
  }

  /// The loss of a forward pass against targets: the mean over its samples.
  ///
  /// - Parameter target: d, of shape `(samples, outputs)`.
  /// - Throws: `NetworkError.targetShape`, or `.otherNetwork` for a pass of another plan.
  public func loss(of pass: ForwardPass, target: Matrix) throws(NetworkError) -> Double {
    try check(pass, target)
    let output = architecture.layers[architecture.layers.count - 1]
    let range = output.valueRange(samples: pass.samples)
    return architecture.loss.value(
      after: output.activation, preActivations: pass.preActivations.span.extracting(range),
      outputs: pass.activations.span.extracting(range), targets: target.elements.span,
      samples: pass.samples)
  }

  /// Runs a forward pass backward: the gradient of the mean loss by every parameter.
  ///
  /// The parameters must still be those of the forward pass; the gradient is then exact, except
  /// that cross entropy after softmax is differentiated without its guard 1e-7 (see
  /// `Loss.leavesOutGuard`).
  ///
  /// - Parameter target: d, of shape `(samples, outputs)`.
  /// - Throws: `NetworkError.targetShape`, or `.otherNetwork` for a pass of another plan.
  /// - Complexity: O(samples · parameters), about twice the forward pass.
  public func backward(
    _ pass: ForwardPass, target: Matrix
  ) throws(NetworkError) -> Gradients {
    try check(pass, target)
    var errors = [Double](repeating: 0, count: pass.activations.count)
    var deltas = errors
    var gradients = [Double](repeating: 0, count: parameters.count)
    var e = errors.mutableSpan
    var d = deltas.mutableSpan
    var g = gradients.mutableSpan
    Propagation.backward(
      stages: architecture.stages(samples: pass.samples).span, loss: architecture.loss,
      parameters: parameters.span, input: pass.input.elements.span,
      targets: target.elements.span, samples: pass.samples, activations: pass.activations.span,
      errors: &e, deltas: &d, gradients: &g)
    return Gradients(
      architecture: architecture, samples: pass.samples, values: gradients, deltas: deltas)
  }

  /// Fails unless a pass is of this plan and the targets fit it.
  private func check(_ pass: ForwardPass, _ target: Matrix) throws(NetworkError) {
    guard pass.architecture == architecture else { throw .otherNetwork }
    try architecture.check(target: target, samples: pass.samples)
  }
}
