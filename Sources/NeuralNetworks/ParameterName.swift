/// The name of a parameter array: W1, b1, W2 …
public struct ParameterName: Hashable, Sendable, CustomStringConvertible {
  /// Which of a layer's two arrays it is.
  public enum Kind: Hashable, Sendable {
    /// The weights W, of shape `(inputs, units)`.
    case weights
    /// The biases b, of shape `(units,)`.
    case biases
  }

  /// Weights or biases.
  public let kind: Kind
  /// The layer, from 1.
  public let layer: Int

  /// Names an array of a layer, counted from 1.
  public init(_ kind: Kind, layer: Int) {
    self.kind = kind
    self.layer = layer
  }

  /// Reads a name as it is written: `W` or `b` and the layer's number, without leading zeros.
  public init?(_ text: some StringProtocol) {
    switch text.first {
    case "W": kind = .weights
    case "b": kind = .biases
    default: return nil
    }
    let digits = text.dropFirst()
    guard
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != "0",
      let layer = Int(digits)
    else { return nil }
    self.layer = layer
  }

  /// The name as it is written.
  public var description: String { (kind == .weights ? "W" : "b") + "\(layer)" }
}

/// A named array of parameters, or of their gradients, with its shape.
public struct ParameterArray: Hashable, Sendable {
  /// The name of the array.
  public let name: ParameterName
  /// `[inputs, units]` for weights, `[units]` for biases.
  public let shape: [Int]
  /// The numbers, row by row.
  public let elements: [Double]

  /// The index of an element, as it stands in brackets: `[row, column]` or `[unit]`.
  public func index(ofElement offset: Int) -> [Int] {
    shape.count == 2 ? [offset / shape[1], offset % shape[1]] : [offset]
  }
}

extension Architecture {
  /// The names of all parameter arrays, in the order of the flat array: W1, b1, W2 …
  public var parameterNames: [ParameterName] {
    (1...layers.count).flatMap { layer in
      [ParameterName(.weights, layer: layer), ParameterName(.biases, layer: layer)]
    }
  }

  /// Reads the name of one of this network's parameter arrays.
  ///
  /// - Throws: `NetworkError.unknownParameter`.
  public func parameterName(_ text: String) throws(NetworkError) -> ParameterName {
    guard let name = ParameterName(text), layers.indices.contains(name.layer - 1) else {
      throw .unknownParameter(text, known: parameterNames.map(\.description))
    }
    return name
  }

  /// The shape of a parameter array.
  ///
  /// - Precondition: the network has a layer of that number.
  public func shape(of name: ParameterName) -> [Int] {
    let layer = layers[name.layer - 1]
    return name.kind == .weights ? [layer.inputs, layer.units] : [layer.units]
  }

  /// Where a parameter array stands in the flat array of all parameters.
  ///
  /// - Precondition: the network has a layer of that number.
  public func range(of name: ParameterName) -> Range<Int> {
    let layer = layers[name.layer - 1]
    return name.kind == .weights ? layer.weightRange : layer.biasRange
  }

  /// A named part of a flat array that is laid out like the parameters.
  func array(_ name: ParameterName, of flat: [Double]) -> ParameterArray {
    ParameterArray(name: name, shape: shape(of: name), elements: Array(flat[range(of: name)]))
  }
}
