public import LinearAlgebra

/// Which slips of a backward pass give exactly the gradients that somebody claims.
///
/// The layers are looked at as backpropagation visits them, the last one first. For each, every way
/// to get its δ from the claimed one of the layer after it is tried (the right one, each slip, and
/// slips together) until ∂E/∂W and ∂E/∂b come out as claimed; the fewest slips win. So a slip is
/// found in each layer on its own, and what only follows from an earlier slip is not blamed.
public struct GradientDiagnosis: Hashable, Sendable {
  /// The slips that were found, in the order of the backward pass.
  public private(set) var slips: [GradientSlip] = []
  /// The claimed arrays that no slip explains, down to the layer at which the search ended.
  public private(set) var unexplained: [ParameterName] = []
  /// The largest relative distance of an explained array from the claimed one, measured as
  /// max |difference| / max |element|.
  public private(set) var deviation = 0.0

  /// Up to which relative distance arrays are the same.
  public static let tolerance = 1e-9

  /// Looks for the slips.
  ///
  /// - Parameters:
  ///   - network: the network whose loss the gradients are claimed of.
  ///   - input: x, of shape `(samples, inputs)`.
  ///   - target: d, of shape `(samples, outputs)`.
  ///   - claimed: the gradients, each laid out like the parameters of its name; some may be
  ///     missing.
  /// - Precondition: each gradient has as many elements as its array.
  /// - Throws: `NetworkError` where the samples do not fit the network.
  /// - Complexity: O(samples · parameters) for each of some fifty combinations.
  public init(
    of claimed: [ParameterName: [Double]], network: Network, input: Matrix, target: Matrix
  ) throws(NetworkError) {
    let architecture = network.architecture
    for (name, gradient) in claimed {
      precondition(
        gradient.count == architecture.range(of: name).count, "\(gradient.count) for \(name)")
    }
    let pass = try network.forward(input)
    let gradients = try network.backward(pass, target: target)
    let bank = SlipBank(network, pass: pass, gradients: gradients, target: target)
    var following: [Double]?
    for layer in (1...architecture.layers.count).reversed() {
      let (weights, biases) = (
        ParameterName(.weights, layer: layer), ParameterName(.biases, layer: layer)
      )
      guard
        let best = bank.explanation(
          ofLayer: layer, following: following, weights: claimed[weights], biases: claimed[biases])
      else {
        unexplained += [weights, biases].filter { claimed[$0] != nil }
        break
      }
      slips += best.slips
      if !best.explainsWeights { unexplained.append(weights) }
      if !best.explainsBiases { unexplained.append(biases) }
      deviation = max(deviation, best.deviation)
      following = best.delta
    }
    mergeFactors()
  }

  /// Puts arrays that have the same factor on their own into one slip.
  private mutating func mergeFactors() {
    var merged: [GradientSlip] = []
    for slip in slips {
      if case .arrayFactor(let factor, let names) = slip.kind,
        let place = merged.firstIndex(where: {
          if case .arrayFactor(factor, _) = $0.kind { true } else { false }
        }),
        case .arrayFactor(_, let known) = merged[place].kind
      {
        merged[place] = GradientSlip(
          .arrayFactor(factor, known + names), layer: merged[place].layer)
      } else {
        merged.append(slip)
      }
    }
    slips = merged
  }
}
