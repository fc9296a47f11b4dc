import LinearAlgebra
import NeuralNetworks

extension Network {
  /// The layers as `layers` takes them: `layers 3 5:relu 4:softmax`.
  var layersText: String {
    let architecture = architecture
    return
      (["layers", String(architecture.inputs)]
      + architecture.layers.map { "\($0.units):\($0.activation.rawValue)" })
      .joined(separator: " ")
  }

  /// Fails unless an input has as many features as the network has inputs.
  func check(input: Samples) throws(ConsoleError) {
    guard input.matrix.columns == architecture.inputs else {
      throw ConsoleError(
        .inputCount(
          found: input.matrix.columns, expected: architecture.inputs, layers: layersText))
    }
  }

  /// Fails unless a target has as many columns as the network has outputs.
  func check(target: Samples) throws(ConsoleError) {
    guard target.matrix.columns == architecture.outputs else {
      throw ConsoleError(
        .targetCount(
          found: target.matrix.columns, expected: architecture.outputs, layers: layersText))
    }
  }
}
