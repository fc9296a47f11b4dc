import LinearAlgebra

/// One layer in the memory of `Propagation`, with its part of both passes.
///
/// The buffers are no slices with checks of their own: a pass through a small network would spend
/// most of its time on them. `Propagation` makes each as long as its shape says and keeps the
/// memory; debug builds check every index.
struct LayerMemory {
  /// What each unit makes of its total input.
  let activation: Activation
  let samples: Int
  let inputs: Int
  let units: Int
  /// W, of shape `(inputs, units)`.
  let weights: UnsafeMutableBufferPointer<Double>
  /// b, of shape `(units,)`.
  let biases: UnsafeMutableBufferPointer<Double>
  /// What comes in, of shape `(samples, inputs)`: z of the layer before.
  let x: UnsafeMutableBufferPointer<Double>
  /// The total inputs, of shape `(samples, units)`.
  let u: UnsafeMutableBufferPointer<Double>
  /// What goes out, of shape `(samples, units)`.
  let z: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂u, of shape `(samples, units)`.
  let delta: UnsafeMutableBufferPointer<Double>
  /// Whether there is no layer before.
  let isFirst: Bool
  /// What the units of the layer before make of their total input; before the first layer, nothing.
  let activationBefore: Activation
  /// δ of the layer before, of shape `(samples, inputs)`; before the first layer, just room.
  let deltaBefore: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂W, of shape `(inputs, units)`.
  let weightGradients: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂b, of shape `(units,)`.
  let biasGradients: UnsafeMutableBufferPointer<Double>

  /// Whether there is a single sample and so few units that plain loops are faster than products
  /// of matrices, which take their time to get going. Both give the same numbers to the bit.
  let isShort: Bool

  /// Forward: u = x·W + b and z = f(u).
  @inline(__always)
  func forward() {
    if isShort {
      for j in 0..<units {
        var sum = biases[j]
        var w = j
        for k in 0..<inputs {
          sum += x[k] * weights[w]
          w &+= units
        }
        u[j] = sum
      }
    } else {
      var u = u.mutableSpan
      MatrixProduct.multiply(
        x.span, weights.span, plus: biases.span, into: &u, rows: samples, inner: inputs,
        columns: units)
    }
    if isShort && activation.isElementwise {
      for j in 0..<units { z[j] = activation(u[j]) }
    } else {
      var z = z.mutableSpan
      activation.apply(to: u.span, units: units, into: &z)
    }
  }

  /// Backward: δ of the layer before, and the gradients ∂E/∂W = xᵀ·δ and ∂E/∂b = Σ δ over the
  /// samples.
  @inline(__always)
  func backward() {
    if isShort {
      walkBack(weight: { weightGradients[$0] = $1 }, bias: { biasGradients[$0] = $1 })
    } else {
      propagateBack()
      computeGradients()
    }
  }

  /// Backward, and a step of plain gradient descent: W ← W − η ∂E/∂W, b ← b − η ∂E/∂b.
  ///
  /// A short layer makes the step without putting its gradients down.
  @inline(__always)
  func descend(learningRate: Double) {
    if isShort {
      walkBack(
        weight: { weights[$0] -= learningRate * $1 }, bias: { biases[$0] -= learningRate * $1 })
    } else {
      propagateBack()
      computeGradients()
      for i in 0..<weights.count { weights[i] -= learningRate * weightGradients[i] }
      for j in 0..<units { biases[j] -= learningRate * biasGradients[j] }
    }
  }

  /// Backward for a single sample, in one walk over W: does something with the gradient of each
  /// weight, once its old value is used, and of each bias.
  @inline(__always)
  func walkBack(weight: (Int, Double) -> Void, bias: (Int, Double) -> Void) {
    for j in 0..<units { bias(j, delta[j]) }
    var w = 0
    for i in 0..<inputs {
      let x = x[i]
      var error = 0.0
      for j in 0..<units {
        let d = delta[j]
        error += d * weights[w]
        weight(w, x * d)
        w &+= 1
      }
      deltaBefore[i] = activationBefore.backpropagate(error, output: x)
    }
    if !activationBefore.isElementwise {
      var errors = deltaBefore.mutableSpan
      activationBefore.backpropagate(&errors, activations: x.span, units: inputs)
    }
  }

  /// ∂E/∂z = δ·Wᵀ of the layer before, and from it its δ.
  func propagateBack() {
    guard !isFirst else { return }
    var errors = deltaBefore.mutableSpan
    MatrixProduct.multiply(
      delta.span, transposed: weights.span, into: &errors, rows: samples, inner: units,
      columns: inputs)
    activationBefore.backpropagate(&errors, activations: x.span, units: inputs)
  }

  func computeGradients() {
    var weightGradients = weightGradients.mutableSpan
    MatrixProduct.multiply(
      transposed: x.span, delta.span, into: &weightGradients, rows: inputs, inner: samples,
      columns: units)
    var biasGradients = biasGradients.mutableSpan
    MatrixProduct.sumRows(of: delta.span, rows: samples, into: &biasGradients)
  }
}
