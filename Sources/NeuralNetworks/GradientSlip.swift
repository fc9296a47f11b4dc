/// A mistake in a backward pass, named by what it computes in place of the chain rule's
///
///     δ(L) = ∂E/∂u(L),  δ(l) = (δ(l+1) · W(l+1)ᵀ) ⊙ f′(u(l))
///     ∂E/∂W(l) = z(l−1)ᵀ · δ(l),  ∂E/∂b(l) = Σ δ(l) over the samples
public struct GradientSlip: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// δ of the layer takes this in place of the derivative f′(u).
    case derivative(Derivative)
    /// δ of the output layer has the derivative of its activation twice: it is in ∂E/∂u already.
    case derivativeTwice
    /// δ of the layer takes δ(l+1) · W(l+1): the weights are not transposed.
    case weightsNotTransposed
    /// δ of the layer takes the weights of another layer.
    case otherWeights(layer: Int, isTransposed: Bool)
    /// δ of the layer takes δ(l+1) as it is: the weights are missing.
    case weightsMissing
    /// δ of the layer, and with it all that follows, has a constant factor.
    case deltaFactor(Factor)
    /// These arrays alone have a constant factor; their δ is right.
    case arrayFactor(Factor, [ParameterName])
    /// ∂E/∂W of the layer takes this in place of z(l−1).
    case layerInput(LayerInput)
    /// ∂E/∂W of the layer is transposed, which its square shape hides.
    case gradientTransposed
  }

  /// What stands in the place of f′(u).
  public enum Derivative: Hashable, Sendable {
    /// f′(z): the derivative is right, and taken of the unit's output.
    case atOutput
    /// The derivative as it is written in z, with u put in: u(1 − u) for a sigmoid.
    case outputFormAtInput
    /// 1.
    case missing
    /// The derivative of another activation, of u or of z.
    case other(Activation, isAtOutput: Bool)
  }

  /// What stands in the place of a layer's input z(l−1).
  public enum LayerInput: Hashable, Sendable {
    /// The total input u(l−1) of the layer before.
    case preActivation
    /// The output of another layer; 0 is x.
    case activation(ofLayer: Int)
  }

  /// A constant factor.
  public struct Factor: Hashable, Sendable {
    /// What the factor is, its sign aside.
    public enum Size: Hashable, Sendable {
      case one
      /// N, the number of samples: a sum in the place of a mean.
      case samples
      /// 1/N: the mean is taken twice.
      case perSample
      /// J, the number of outputs.
      case outputs
      /// 1/J: divided by the number of outputs too.
      case perOutput
      /// N·J, the number of outputs of all samples.
      case elements
      /// 1/(N·J).
      case perElement
      /// 2: the square's 2 is not halved.
      case two
      /// ½.
      case half
    }

    /// What the factor is, its sign aside.
    public let size: Size
    /// Whether the sign is wrong: d − y in place of y − d, say.
    public let isNegative: Bool
    /// The factor as a number.
    public let value: Double

    /// The factors that slips are made of: 1 first, then the most telling first, each number once.
    static func all(samples: Int, outputs: Int) -> [Factor] {
      let (n, j) = (Double(samples), Double(outputs))
      let sizes: [(Size, Double)] = [
        (.one, 1), (.samples, n), (.perSample, 1 / n), (.outputs, j), (.perOutput, 1 / j),
        (.two, 2), (.half, 0.5), (.elements, n * j), (.perElement, 1 / (n * j)),
      ]
      var factors: [Factor] = []
      for isNegative in [false, true] {
        for (size, value) in sizes {
          let value = isNegative ? -value : value
          guard !factors.contains(where: { $0.value == value }) else { continue }
          factors.append(Factor(size: size, isNegative: isNegative, value: value))
        }
      }
      return factors
    }
  }

  /// A unit for which a derivative was taken the wrong way.
  public struct Example: Hashable, Sendable {
    /// The unit, from 0.
    public let unit: Int
    /// The sample, from 0.
    public let sample: Int
    /// Its total input u.
    public let preActivation: Double
    /// Its output z.
    public let activation: Double
    /// What stands in the place of f′(u).
    public let taken: Double
    /// f′(u).
    public let right: Double
  }

  /// What is wrong.
  public let kind: Kind
  /// The layer whose δ or gradient it is in, from 1.
  public let layer: Int
  /// The unit that shows a wrong derivative best; nil for other slips.
  public let example: Example?

  init(_ kind: Kind, layer: Int, example: Example? = nil) {
    (self.kind, self.layer, self.example) = (kind, layer, example)
  }
}
