/// The plan of a network without its numbers: sizes, activations, loss, and where each parameter
/// stands in the flat array of all of them.
///
/// Layers are fully connected. A layer of `units` units after `inputs` values has weights W of
/// shape `(inputs, units)` and biases b of shape `(units,)`; the flat array holds W1, b1, W2, b2 …,
/// each row by row.
public struct Architecture: Hashable, Sendable {
  /// One layer of units: the plan of `DenseLayer`.
  public struct Layer: Hashable, Sendable {
    /// How many values come in: the units of the layer before.
    public let inputs: Int
    /// How many units the layer has, and so how many values go out.
    public let units: Int
    /// What each unit makes of its total input.
    public let activation: Activation
    /// Where W starts in the flat array of parameters.
    let weightStart: Int
    /// Where b starts in the flat array of parameters.
    let biasStart: Int
    /// The units of all layers before this one, the input not counted.
    let unitsBefore: Int

    /// Where W stands in the flat array of parameters.
    public var weightRange: Range<Int> { weightStart..<biasStart }
    /// Where b stands in the flat array of parameters.
    public var biasRange: Range<Int> { biasStart..<biasStart + units }
    /// Where the layer's values of so many samples stand among the values of all layers.
    func valueRange(samples: Int) -> Range<Int> {
      samples * unitsBefore..<samples * (unitsBefore + units)
    }
  }

  /// The most parameters that a network may have: 2²⁶, which is 512 MiB of doubles.
  public static let parameterLimit = 1 << 26

  /// The layers in the order of the forward pass; the input is not among them.
  public let layers: [Layer]
  /// What the outputs are measured by.
  public let loss: Loss
  /// How many parameters all layers have together.
  public let parameterCount: Int
  /// How many units all layers have together, the input not counted.
  public let unitCount: Int

  /// How many values a sample has.
  public var inputs: Int { layers[0].inputs }
  /// How many values the network puts out.
  public var outputs: Int { layers[layers.count - 1].units }
  /// The sizes of the input and of all layers, as in `layers 2 5 1`.
  public var sizes: [Int] { [inputs] + layers.map(\.units) }
  /// The activation of each layer.
  public var activations: [Activation] { layers.map(\.activation) }

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - sizes: the number of inputs, then the units of each layer.
  ///   - activations: one per layer.
  ///   - loss: nil for the loss that fits the last activation.
  /// - Throws: `NetworkError` when there is no layer, a size is below 1, the activations do not
  ///   match the layers in number, or the parameters exceed `parameterLimit`.
  public init(
    sizes: [Int], activations: [Activation], loss: Loss? = nil
  ) throws(NetworkError) {
    guard sizes.count >= 2 else { throw .noLayers }
    guard activations.count == sizes.count - 1 else {
      throw .activationCount(found: activations.count, layers: sizes.count - 1)
    }
    if let layer = sizes.firstIndex(where: { $0 < 1 }) {
      throw .invalidSize(sizes[layer], layer: layer)
    }
    var layers: [Layer] = []
    var (parameters, units, fits) = (0, 0, true)
    for (index, activation) in activations.enumerated() {
      let (inputs, outputs) = (sizes[index], sizes[index + 1])
      let (weights, overflow) = inputs.multipliedReportingOverflow(by: outputs)
      guard
        !overflow, weights <= Self.parameterLimit, outputs <= Self.parameterLimit,
        parameters + weights + outputs <= Self.parameterLimit
      else {
        fits = false
        break
      }
      layers.append(
        Layer(
          inputs: inputs, units: outputs, activation: activation, weightStart: parameters,
          biasStart: parameters + weights, unitsBefore: units))
      parameters += weights + outputs
      units += outputs
    }
    guard fits else {
      let asked = zip(sizes, sizes.dropFirst()).reduce(0.0) { sum, size in
        sum + (Double(size.0) + 1) * Double(size.1)
      }
      throw .tooManyParameters(asked, bytes: asked * 8, limit: Self.parameterLimit)
    }
    self.layers = layers
    self.loss = loss ?? layers[layers.count - 1].activation.defaultLoss
    parameterCount = parameters
    unitCount = units
  }
}
