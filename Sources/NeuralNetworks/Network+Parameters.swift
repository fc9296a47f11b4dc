extension Network {
  /// A parameter array by name, for example `W1`.
  ///
  /// - Throws: `NetworkError.unknownParameter`.
  public func parameter(_ name: String) throws(NetworkError) -> ParameterArray {
    architecture.array(try architecture.parameterName(name), of: parameters)
  }

  /// A parameter array.
  ///
  /// - Precondition: the network has a layer of that number.
  public subscript(name: ParameterName) -> ParameterArray {
    architecture.array(name, of: parameters)
  }

  /// Replaces a whole parameter array.
  ///
  /// Sizes of 1 may be left out or added: the weights of a single output, of shape (5, 1), are
  /// also taken in the shape (5,).
  ///
  /// - Parameters:
  ///   - name: the array's name.
  ///   - shape: the shape of what is put in.
  ///   - elements: its numbers, row by row.
  /// - Throws: `NetworkError` for an unknown name or another shape; nothing is changed then.
  public mutating func setParameter(
    _ name: String, shape: [Int], elements: [Double]
  ) throws(NetworkError) {
    let name = try architecture.parameterName(name)
    let expected = architecture.shape(of: name)
    let range = architecture.range(of: name)
    guard
      shape.filter({ $0 != 1 }) == expected.filter({ $0 != 1 }), elements.count == range.count
    else {
      throw .parameterShape(name: name, expected: expected, found: shape)
    }
    parameters.replaceSubrange(range, with: elements)
  }

  /// Sets one element of a parameter array: `W1[0, 2] = 0.5`.
  ///
  /// - Throws: `NetworkError` for an unknown name or an index outside the array (counted from 0);
  ///   nothing is changed then.
  public mutating func setParameter(
    _ name: String, at index: [Int], to value: Double
  ) throws(NetworkError) {
    let name = try architecture.parameterName(name)
    parameters[try architecture.offset(of: name, index: index)] = value
  }
}

extension Architecture {
  /// Where an element of a parameter array stands in the flat array of all parameters.
  ///
  /// - Precondition: the network has a layer of that number.
  /// - Throws: `NetworkError.parameterIndex`.
  public func offset(of name: ParameterName, index: [Int]) throws(NetworkError) -> Int {
    let shape = shape(of: name)
    guard
      index.count == shape.count, zip(index, shape).allSatisfy({ 0 <= $0 && $0 < $1 })
    else {
      throw .parameterIndex(name: name, index: index, shape: shape)
    }
    let offset = index.count == 2 ? index[0] * shape[1] + index[1] : index[0]
    return range(of: name).lowerBound + offset
  }
}
