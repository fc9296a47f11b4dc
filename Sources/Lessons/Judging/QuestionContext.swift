public import LinearAlgebra

/// What a question can refer to beside its own variables: the console's values when it is asked.
public struct QuestionContext: Hashable, Sendable {
  /// The values by the names that expectations use, as `W1`, `u1`, `loss`, `grad.W1`.
  public var values: [String: ArrayValue]
  /// The console's network, or nil where there is none.
  public var network: NetworkPlan?

  /// Makes a context.
  public init(values: [String: ArrayValue] = [:], network: NetworkPlan? = nil) {
    self.values = values
    self.network = network
  }

  /// The most elements of an array that questions can refer to: each run of an answer gets its own
  /// copy, and data sets of tens of thousands of samples would cost far more than the answer.
  public static let maximumElements = 4096

  /// Takes over what the state of a console holds, but for large arrays.
  public init(_ state: some LessonState) {
    values = [:]
    for name in state.quantityNames where values.count < 1000 {
      guard let value = state.value(ofQuantity: name),
        value.elements.count <= Self.maximumElements
      else { continue }
      values[name] = value
    }
    network = state.topology.flatMap {
      NetworkPlan(reading: $0.map(String.init).joined(separator: " "))
    }
  }
}
