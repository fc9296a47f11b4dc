import LinearAlgebra
import NeuralNetworks
import NumPyLanguage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The loss whose gradient the learner's backward function is checked to give.
struct CheckedLoss {
  /// How it is computed.
  enum Kind {
    case builtin(Loss)
    /// A function, called with d and y.
    case function(Value, name: String)
  }

  /// Why this one was taken.
  enum Reason: Hashable {
    /// `loss=` names it.
    case given
    /// The backward function calls this one of `functions`.
    case called(String, by: String)
    /// It is the one that fits the activation of the output layer.
    case output(Activation)
    /// The outputs are positive and sum up to 1.
    case outputsSumToOne
    /// Nothing says otherwise.
    case usual
  }

  let kind: Kind
  let reason: Reason

  /// The loss that the source of the backward function, the output layer or the outputs suggest.
  static func deduced(
    from backward: FunctionObject, output: ArrayValue, activation: Activation?
  ) -> CheckedLoss {
    let names = backward.mentionedNames
    for (name, loss) in [
      ("d_softmax_with_loss", Loss.crossEntropy), ("d_sigmoid_with_loss", .binaryCrossEntropy),
      ("d_mean_squared_error", .meanSquaredError),
    ] where names.contains(name) {
      return CheckedLoss(kind: .builtin(loss), reason: .called(name, by: backward.name))
    }
    if let activation {
      return CheckedLoss(kind: .builtin(activation.defaultLoss), reason: .output(activation))
    }
    let columns = output.shape.last ?? 1
    let sums = stride(from: 0, to: output.elements.count, by: max(columns, 1)).map {
      output.elements[$0..<$0 + columns].reduce(0, +)
    }
    if columns > 1, output.elements.allSatisfy({ $0 > 0 }),
      sums.allSatisfy({ abs($0 - 1) < 1e-9 })
    {
      return CheckedLoss(kind: .builtin(.crossEntropy), reason: .outputsSumToOne)
    }
    return CheckedLoss(kind: .builtin(.meanSquaredError), reason: .usual)
  }

  /// Whether the guard 1e-7 of the printed loss is left out.
  var leavesOutGuard: Bool {
    if case .builtin(.crossEntropy) = kind { true } else { false }
  }

  /// The loss itself, but for the course's `cross_entropy_error` the same without its guard, which
  /// no `d_softmax_with_loss` differentiates; only where the two agree otherwise, which they do
  /// for one-hot targets of several classes.
  func withoutGuard(_ samples: LearnerSamples?) -> CheckedLoss {
    guard case .function(.native(let function), _) = kind, let samples,
      function.name == "cross_entropy_error", samples.output.columns > 1,
      samples.target.elements.allSatisfy({ $0 == 0 || $0 == 1 }),
      (0..<samples.target.rows).allSatisfy({ samples.target.row($0).reduce(0, +) == 1 })
    else { return self }
    return CheckedLoss(kind: .builtin(.crossEntropy), reason: reason)
  }

  /// The built-in loss that this one is, judging by its value.
  func builtin(like value: Double, _ samples: LearnerSamples) -> Loss? {
    if case .builtin(let loss) = kind { return loss }
    return Loss.allCases.first { loss in
      let other = loss.unguardedValue(
        samples.output.elements, samples.target.elements, samples: samples.output.rows)
      // A guard changes the value a little.
      return abs(other - value) <= 1e-5 * max(abs(other), abs(value))
    }
  }
}

extension Loss {
  /// The loss of outputs without the guard of cross entropy, E = −Σ d log y / N: what
  /// `d_softmax_with_loss` is the derivative of.
  func unguardedValue(_ outputs: [Double], _ targets: [Double], samples: Int) -> Double {
    guard self == .crossEntropy else {
      return value(outputs: outputs.span, targets: targets.span, samples: samples)
    }
    var sum = 0.0
    for (y, d) in zip(outputs, targets) where d != 0 { sum -= d * log(y) }
    return sum / Double(samples)
  }

  /// How much the loss may change because the outputs are rounded: Σ |y ∂E/∂y| ulp(1).
  func rounding(_ outputs: [Double], _ targets: [Double], samples: Int) -> Double {
    var errors = outputs
    var span = errors.mutableSpan
    derivative(outputs: outputs.span, targets: targets.span, samples: samples, into: &span)
    return zip(outputs, errors).reduce(0) { sum, pair in
      let product = abs(pair.0 * pair.1)
      return product.isFinite ? sum + product : sum
    } * Double.ulpOfOne
  }
}
