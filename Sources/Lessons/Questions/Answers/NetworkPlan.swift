public import NeuralNetworks
import SourceText

/// A network as a graph: how many units each layer has, and what each does where it is said.
///
/// Layers are fully connected, so sizes say it all: n₀·n₁ + n₁·n₂ + … weights, n₁ + n₂ + … biases.
public struct NetworkPlan: Hashable, Sendable {
  /// The sizes, the inputs first; at least two.
  public var sizes: [Int]
  /// The activation of each layer after the input; nil where it is not said.
  public var activations: [Activation?]

  /// How many weights it has.
  public var weightCount: Int { zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } }
  /// How many biases it has.
  public var biasCount: Int { sizes.dropFirst().reduce(0, +) }

  /// The largest size and the largest number of layers that are read.
  static let maximum = 10_000

  /// Makes a plan from the console's network.
  public init(_ architecture: Architecture) {
    sizes = architecture.sizes
    activations = architecture.activations
  }

  /// Reads `2-3-3-1`, `2 3 3 1`, `2 → 3 → 1` or `layers 2 3:relu 1`; nil for other texts.
  public init?(reading text: String) {
    var plain = TextNormalization.reading(text)
    // `(2, 3, 1)` and `[2, 3, 1]` are lists, too.
    for sign in ["->", "→", "⇒", "-", "—", "–", "ー", "*", ",", "(", ")", "[", "]"] {
      plain = plain.replacing(sign, with: " ")
    }
    var words = plain.split(separator: " ")
    if words.first == ":" { words.removeFirst() }
    if words.first == "layers" || words.first == ":layers" { words.removeFirst() }
    // Options, as seed=1, do not change the plan.
    words.removeAll { $0.contains("=") }
    sizes = []
    activations = []
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count <= 2, let size = Int(parts[0]), (1...Self.maximum).contains(size),
        sizes.count < Self.maximum
      else { return nil }
      var activation: Activation?
      if parts.count == 2 {
        activation = Activation(rawValue: String(parts[1]))
        guard activation != nil, index > 0 else { return nil }
      }
      sizes.append(size)
      if index > 0 { activations.append(activation) }
    }
    guard sizes.count > 1 else { return nil }
  }
}
