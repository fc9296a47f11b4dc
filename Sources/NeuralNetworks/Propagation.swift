/// The two passes through a network for a number of samples, and the memory that they work in.
///
///     let passes = Propagation(network.architecture, samples: 1)
///     passes.setParameters(network.parameters)
///     passes.setInput([0.5, 1.5])
///     passes.forward()
///     passes.preActivations  // u of every layer
///
/// All numbers lie in one piece of memory, taken once: a training run makes millions of passes,
/// and none of them allocates, but for products of large matrices. It is a class because it owns
/// that memory; copies would make no sense.
final class Propagation {
  /// The plan of the network.
  let architecture: Architecture
  /// The number of inputs of a sample.
  let features: Int
  /// The number of outputs of a sample.
  let outputs: Int
  /// How many samples there is room for.
  let capacity: Int
  /// How many samples the passes take now.
  private(set) var samples: Int
  /// The layers, for that many samples.
  let layers: UnsafeMutableBufferPointer<LayerMemory>

  /// W1, b1, W2, b2 …
  let parameterMemory: UnsafeMutableBufferPointer<Double>
  /// ∂E/∂W1, ∂E/∂b1 …
  let gradientMemory: UnsafeMutableBufferPointer<Double>
  /// x, then z of every layer: each layer finds what comes in just before what goes out.
  let activationMemory: UnsafeMutableBufferPointer<Double>
  /// u of every layer.
  let preActivationMemory: UnsafeMutableBufferPointer<Double>
  /// Room as long as x, then δ of every layer.
  let deltaMemory: UnsafeMutableBufferPointer<Double>
  /// d.
  let targetMemory: UnsafeMutableBufferPointer<Double>

  /// Takes the memory for a network and a number of samples, all of it 0.
  ///
  /// - Precondition: there is at least one sample.
  init(_ architecture: Architecture, samples: Int) {
    precondition(samples > 0, "a pass without samples")
    func room(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
      let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
      memory.initialize(repeating: 0)
      return memory
    }
    self.architecture = architecture
    features = architecture.inputs
    outputs = architecture.outputs
    capacity = samples
    self.samples = samples
    layers = .allocate(capacity: architecture.layers.count)
    let values = samples * architecture.unitCount
    parameterMemory = room(architecture.parameterCount)
    gradientMemory = room(architecture.parameterCount)
    activationMemory = room(samples * features + values)
    preActivationMemory = room(values)
    deltaMemory = room(samples * features + values)
    targetMemory = room(samples * outputs)
    arrange(samples: samples)
  }

  deinit {
    parameterMemory.deallocate()
    gradientMemory.deallocate()
    activationMemory.deallocate()
    preActivationMemory.deallocate()
    deltaMemory.deallocate()
    targetMemory.deallocate()
    layers.deallocate()
  }

  /// The targets of the samples of now.
  var targets: UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: targetMemory.baseAddress, count: samples &* outputs)
  }

  /// Goes over to another number of samples: what stood in the memory loses its meaning, except
  /// for the parameters.
  ///
  /// - Precondition: at least 1 and at most `capacity` samples.
  func arrange(samples: Int) {
    precondition(1...capacity ~= samples, "there is no room for \(samples) samples")
    self.samples = samples
    typealias Memory = UnsafeMutableBufferPointer<Double>
    for (index, layer) in architecture.layers.enumerated() {
      let values = layer.valueRange(samples: samples)
      let before = architecture.activationRange(ofLayer: index, samples: samples)
      let after = architecture.activationRange(ofLayer: index + 1, samples: samples)
      let place = LayerMemory(
        activation: layer.activation, samples: samples, inputs: layer.inputs, units: layer.units,
        weights: Memory(rebasing: parameterMemory[layer.weightRange]),
        biases: Memory(rebasing: parameterMemory[layer.biasRange]),
        x: Memory(rebasing: activationMemory[before]),
        u: Memory(rebasing: preActivationMemory[values]),
        z: Memory(rebasing: activationMemory[after]),
        delta: Memory(rebasing: deltaMemory[after]),
        isFirst: index == 0,
        activationBefore: index == 0 ? .identity : architecture.layers[index - 1].activation,
        deltaBefore: Memory(rebasing: deltaMemory[before]),
        weightGradients: Memory(rebasing: gradientMemory[layer.weightRange]),
        biasGradients: Memory(rebasing: gradientMemory[layer.biasRange]),
        isShort: samples == 1 && layer.units <= 8)
      layers.initializeElement(at: index, to: place)
    }
  }
}
