public import LinearAlgebra
import NumPyLanguage

/// What key or answer lead to, as it is compared and shown.
public indirect enum AnswerValue: Hashable, Sendable {
  /// A number, a truth value or an array of them. Lists of numbers count as arrays.
  case array(ArrayValue)
  /// A list or tuple that is no array.
  case list([AnswerValue])
  /// A dictionary with strings as keys, in the order of the keys.
  case dictionary([String: AnswerValue])
  /// A string.
  case text(String)
  /// `None`.
  case none
  /// Something else, by the name of its type.
  case other(String)

  /// The most elements and levels that are looked at.
  private static let limits = (elements: 1 << 20, depth: 16)

  /// Takes a value of a program.
  init(_ value: Value, depth: Int = 0) {
    switch value {
    case .bool(let truth), .npBool(let truth): self = .array(ArrayValue(truth ? 1 : 0))
    case .int(let number), .npInt(let number): self = .array(ArrayValue(Double(number)))
    case .float(let number), .npFloat(let number): self = .array(ArrayValue(number))
    case .array(let array) where array.count <= Self.limits.elements:
      self = .array(ArrayValue(shape: array.shape, elements: array.doubles))
    case .list(let list): self = Self.sequence(list.items, depth)
    case .tuple(let tuple): self = Self.sequence(tuple.items, depth)
    case .dict(let dict) where depth < Self.limits.depth:
      var values: [String: AnswerValue] = [:]
      for key in dict.stringKeys {
        values[key] = dict[key].map { AnswerValue($0, depth: depth + 1) }
      }
      self = .dictionary(values)
    case .string(let text): self = .text(text.text)
    case .none: self = .none
    default: self = .other(value.typeName)
    }
  }

  private static func sequence(_ items: [Value], _ depth: Int) -> AnswerValue {
    guard depth < limits.depth, items.count <= limits.elements else { return .other("list") }
    let values = items.map { AnswerValue($0, depth: depth + 1) }
    var shape: [Int]?
    var elements: [Double] = []
    for value in values {
      guard case .array(let array) = value, shape == nil || shape == array.shape else {
        return .list(values)
      }
      shape = array.shape
      elements += array.elements
    }
    return .array(ArrayValue(shape: [values.count] + (shape ?? []), elements: elements))
  }

  /// The kind of value, in a word that needs no translation.
  var typeName: String {
    switch self {
    case .array(let array): array.shape.isEmpty ? "number" : "array"
    case .list: "list"
    case .dictionary: "dict"
    case .text: "str"
    case .none: "None"
    case .other(let name): name
    }
  }

  /// The array, where it is one.
  var array: ArrayValue? {
    if case .array(let array) = self { array } else { nil }
  }

  /// Rows and columns exchanged, for a matrix.
  var transposed: AnswerValue {
    guard case .array(let array) = self else { return self }
    return .array(array.transposed)
  }
}

extension ArrayValue {
  /// Rows and columns exchanged, for a matrix; other arrays stay.
  var transposed: ArrayValue {
    guard shape.count == 2 else { return self }
    let (rows, columns) = (shape[0], shape[1])
    var result: [Double] = []
    result.reserveCapacity(elements.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(elements[row * columns + column]) }
    }
    return ArrayValue(shape: [columns, rows], elements: result)
  }

  /// A vector as a column; other arrays stay.
  var column: ArrayValue {
    shape.count == 1 ? ArrayValue(shape: [shape[0], 1], elements: elements) : self
  }

  /// The lengths without those of 1.
  var squeezedShape: [Int] { shape.filter { $0 != 1 } }
}
