#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a step downhill is made from a gradient g.
///
/// η is the learning rate, θ a parameter, t the number of the update, from 1. All rules work on
/// each parameter by itself. The default of each constant is that of the source named, or, where
/// the source gives none, of the common libraries; `defaultLearningRate` likewise.
public enum Optimizer: Hashable, Sendable {
  /// Plain gradient descent: θ ← θ − η g.
  case sgd
  /// Gradient descent with momentum: v ← μ v − η g, θ ← θ + v.
  ///
  /// Source: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods"
  /// (1964), in the notation of I. Sutskever et al., ICML 2013.
  case momentum(coefficient: Double = 0.9)
  /// Steps divided by the size of all gradients so far: s ← s + g², θ ← θ − η g / (√s + ε).
  ///
  /// Source: J. Duchi, E. Hazan and Y. Singer, JMLR 12 (2011).
  case adagrad(epsilon: Double = 1e-10)
  /// Steps scaled by the size of recent steps over that of recent gradients:
  /// s ← ρ s + (1 − ρ) g², Δ = √((r + ε) / (s + ε)) g, r ← ρ r + (1 − ρ) Δ², θ ← θ − η Δ.
  ///
  /// Source: M. D. Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701 (2012),
  /// where η is 1.
  case adadelta(decay: Double = 0.95, epsilon: Double = 1e-6)
  /// Steps divided by the size of recent gradients: s ← ρ s + (1 − ρ) g², θ ← θ − η g / (√s + ε).
  ///
  /// Source: T. Tieleman and G. Hinton, lecture 6e of "Neural networks for machine learning"
  /// (2012).
  case rmsprop(decay: Double = 0.9, epsilon: Double = 1e-8)
  /// Momentum over steps divided by the size of recent gradients, both corrected for their start
  /// at 0: m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g²,
  /// θ ← θ − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε).
  ///
  /// Source: D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)

  /// Every optimizer with its default constants.
  public static let all: [Optimizer] = [
    .sgd, .momentum(), .adagrad(), .adadelta(), .rmsprop(), .adam(),
  ]

  /// The name that a learner types.
  public var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .adagrad: "adagrad"
    case .adadelta: "adadelta"
    case .rmsprop: "rmsprop"
    case .adam: "adam"
    }
  }

  /// The optimizer of a name, with its default constants.
  public init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The learning rate η where none is given: 1 for adadelta, 0.001 for adam and rmsprop, as their
  /// sources have it; 0.01 for the others, whose sources give none.
  public var defaultLearningRate: Double {
    switch self {
    case .sgd, .momentum, .adagrad: 0.01
    case .rmsprop, .adam: 0.001
    case .adadelta: 1
    }
  }

  /// How many numbers per parameter the rule remembers from update to update.
  public var memoriesPerParameter: Int {
    switch self {
    case .sgd: 0
    case .momentum, .adagrad, .rmsprop: 1
    case .adadelta, .adam: 2
    }
  }

  /// Makes one update.
  ///
  ///     var memory = [Double](repeating: 0, count: optimizer.memoriesPerParameter * 2)
  ///     var point = position.mutableSpan
  ///     var room = memory.mutableSpan
  ///     optimizer.update(
  ///       &point, gradients: slope.span, learningRate: 0.1, memory: &room, update: 1)
  ///
  /// - Parameters:
  ///   - parameters: θ, changed in place.
  ///   - gradients: g, as many.
  ///   - learningRate: η.
  ///   - memory: what the rule remembers, one block as long as θ per memory: v; s; s, r; m, s.
  ///     All 0 before the first update.
  ///   - update: t, from 1.
  /// - Precondition: as many gradients as parameters, and `memoriesPerParameter` times as many
  ///   numbers of memory.
  /// - Complexity: O(parameters), without allocating.
  public func update(
    _ parameters: inout MutableSpan<Double>, gradients: Span<Double>, learningRate: Double,
    memory: inout MutableSpan<Double>, update: Int
  ) {
    let count = parameters.count
    precondition(
      gradients.count == count && memory.count == count * memoriesPerParameter,
      "gradients or memory do not fit the parameters")
    switch self {
    case .sgd:
      for i in 0..<count { parameters[i] -= learningRate * gradients[i] }
    case .momentum(let coefficient):
      for i in 0..<count {
        let velocity = coefficient * memory[i] - learningRate * gradients[i]
        memory[i] = velocity
        parameters[i] += velocity
      }
    case .adagrad(let epsilon):
      for i in 0..<count {
        let g = gradients[i]
        let squares = memory[i] + g * g
        memory[i] = squares
        parameters[i] -= learningRate * g / (squares.squareRoot() + epsilon)
      }
    case .adadelta(let decay, let epsilon):
      for i in 0..<count {
        let g = gradients[i]
        let squares = decay * memory[i] + (1 - decay) * g * g
        let steps = memory[count + i]
        let step = ((steps + epsilon) / (squares + epsilon)).squareRoot() * g
        memory[i] = squares
        memory[count + i] = decay * steps + (1 - decay) * step * step
        parameters[i] -= learningRate * step
      }
    case .rmsprop(let decay, let epsilon):
      for i in 0..<count {
        let g = gradients[i]
        let squares = decay * memory[i] + (1 - decay) * g * g
        memory[i] = squares
        parameters[i] -= learningRate * g / (squares.squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon):
      let correction1 = 1 - pow(beta1, Double(update))
      let correction2 = 1 - pow(beta2, Double(update))
      for i in 0..<count {
        let g = gradients[i]
        let mean = beta1 * memory[i] + (1 - beta1) * g
        let squares = beta2 * memory[count + i] + (1 - beta2) * g * g
        memory[i] = mean
        memory[count + i] = squares
        parameters[i] -=
          learningRate * (mean / correction1) / ((squares / correction2).squareRoot() + epsilon)
      }
    }
  }
}
