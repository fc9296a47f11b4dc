public import LinearAlgebra

extension Network {
  /// Runs samples forward and keeps everything that was computed on the way.
  ///
  /// - Parameter input: x, of shape `(samples, inputs)`.
  /// - Throws: `NetworkError` for no samples, another number of features, or too many samples.
  /// - Complexity: O(samples · parameters).
  public func forward(_ input: Matrix) throws(NetworkError) -> ForwardPass {
    try architecture.check(samples: input.rows, features: input.columns)
    let passes = Propagation(architecture, samples: input.rows)
    passes.setParameters(parameters)
    passes.setInput(input.elements)
    passes.forward()
    return ForwardPass(
      architecture: architecture, samples: input.rows, preActivations: passes.preActivations,
      activations: passes.activations)
  }

  /// The loss of a forward pass against targets: the mean over its samples.
  ///
  /// - Parameter target: d, of shape `(samples, outputs)`.
  /// - Throws: `NetworkError.targetShape`, or `.otherNetwork` for a pass of another plan.
  public func loss(of pass: ForwardPass, target: Matrix) throws(NetworkError) -> Double {
    try check(pass, target)
    let last = architecture.layers.count
    let output = architecture.layer(last)
    return architecture.loss.value(
      after: output.activation,
      preActivations: pass.preActivations.span.extracting(
        output.valueRange(samples: pass.samples)),
      outputs: pass.activations.span.extracting(
        architecture.activationRange(ofLayer: last, samples: pass.samples)),
      targets: target.elements.span, samples: pass.samples)
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
    let passes = Propagation(architecture, samples: pass.samples)
    passes.setParameters(parameters)
    passes.setActivations(pass.activations)
    passes.setTargets(target.elements)
    passes.backward()
    return Gradients(
      architecture: architecture, samples: pass.samples, values: passes.gradients,
      deltas: passes.deltas)
  }

  /// Fails unless a pass is of this plan and the targets fit it.
  private func check(_ pass: ForwardPass, _ target: Matrix) throws(NetworkError) {
    guard pass.architecture == architecture else { throw .otherNetwork }
    try architecture.check(target: target, samples: pass.samples)
  }
}
