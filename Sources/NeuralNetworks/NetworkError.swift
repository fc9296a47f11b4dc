/// What cannot be done with a network, and the numbers that say why.
///
/// Layers count from 1, as in W1; 0 is the input. Shapes are as NumPy's `shape` would print them.
public enum NetworkError: Error, Hashable, Sendable {
  /// Fewer than two sizes were given: an input alone is no network.
  case noLayers
  /// A layer (0: the input) was given a size below 1.
  case invalidSize(Int, layer: Int)
  /// There is not one activation per layer.
  case activationCount(found: Int, layers: Int)
  /// More parameters, and so more bytes, than a network may have.
  case tooManyParameters(Double, bytes: Double, limit: Int)
  /// More values in all layers together, and so more bytes, than one forward pass may keep.
  case batchTooLarge(samples: Int, bytes: Double, limit: Int)
  /// A batch without samples.
  case emptyBatch
  /// Samples have another number of values than the network has inputs.
  case inputWidth(expected: Int, found: Int)
  /// Targets have another shape than the network's outputs for these samples.
  case targetShape(expected: [Int], found: [Int])
  /// No parameter array has this name; the known names stand beside it.
  case unknownParameter(String, known: [String])
  /// An array does not have the shape of the parameter array it is meant for.
  case parameterShape(name: ParameterName, expected: [Int], found: [Int])
  /// An index has not as many numbers as the array has dimensions, or lies outside it.
  case parameterIndex(name: ParameterName, index: [Int], shape: [Int])
  /// A forward pass or gradients belong to a network of another plan.
  case otherNetwork
}
