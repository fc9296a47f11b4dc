import LinearAlgebra
import NumPyLanguage

extension Value {
  /// The value as numbers, as `np.asarray` takes it: a number, an array, or a list or tuple of these,
  /// all of one shape; nil for any other.
  var numbers: ArrayValue? {
    var numbers = NumbersReading()
    return numbers.read(self, depth: 0).map { shape in
      ArrayValue(shape: shape, elements: numbers.elements)
    }
  }
}

/// Numbers while they are taken out of lists of lists.
private struct NumbersReading {
  var elements: [Double] = []
  /// As many axes as an array of NumPy's may have; lists may be nested more deeply.
  private static let axisLimit = 64
  /// A list may hold the same list many times over.
  private static let elementLimit = 1 << 20

  /// Reads a value.
  ///
  /// - Returns: its shape; nil where it is no number, or its items are of several shapes.
  mutating func read(_ value: Value, depth: Int) -> [Int]? {
    switch value {
    case .float(let number), .npFloat(let number): elements.append(number)
    case .int(let number), .npInt(let number): elements.append(Double(number))
    case .bool(let truth), .npBool(let truth): elements.append(truth ? 1 : 0)
    case .array(let array):
      guard elements.count + array.count <= Self.elementLimit || depth == 0 else { return nil }
      elements += array.doubles
      return array.shape
    case .list(let list): return read(list.items, depth: depth)
    case .tuple(let tuple): return read(tuple.items, depth: depth)
    default: return nil
    }
    return elements.count <= Self.elementLimit ? [] : nil
  }

  private mutating func read(_ items: [Value], depth: Int) -> [Int]? {
    guard depth < Self.axisLimit else { return nil }
    var shape: [Int]?
    for item in items {
      guard let found = read(item, depth: depth + 1), found == shape ?? found else { return nil }
      shape = found
    }
    return [items.count] + (shape ?? [])
  }
}
