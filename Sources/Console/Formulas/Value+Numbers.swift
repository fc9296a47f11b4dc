import LinearAlgebra
import NumPyLanguage

extension Value {
  /// The value as numbers: a number, an array, or a list or tuple of numbers; nil for any other.
  var numbers: ArrayValue? {
    switch self {
    case .float(let number), .npFloat(let number): ArrayValue(number)
    case .int(let number), .npInt(let number): ArrayValue(Double(number))
    case .bool(let truth), .npBool(let truth): ArrayValue(truth ? 1 : 0)
    case .array(let array): ArrayValue(shape: array.shape, elements: array.doubles)
    case .list(let list): Value.vector(list.items)
    case .tuple(let tuple): Value.vector(tuple.items)
    default: nil
    }
  }

  /// The numbers of a list, or nil where an item is none.
  private static func vector(_ items: [Value]) -> ArrayValue? {
    var elements: [Double] = []
    elements.reserveCapacity(items.count)
    for item in items {
      switch item {
      case .list, .tuple: return nil
      default: break
      }
      guard let number = item.numbers, number.shape.isEmpty else { return nil }
      elements.append(number.elements[0])
    }
    return ArrayValue(shape: [elements.count], elements: elements)
  }
}
