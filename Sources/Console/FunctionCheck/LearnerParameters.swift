import LinearAlgebra
import NeuralNetworks
import NumPyLanguage

/// The learner's weights and biases while a check moves them one by one.
///
/// Each array is replaced by a copy of floats, under its key in the dictionary and under every
/// global name that stood for it, so that a function sees the move whichever way it gets at the
/// array. Putting the original back is left to whoever restores the workspace.
struct LearnerParameters {
  /// An array or a number of the learner's.
  struct Entry {
    /// Its key in the dictionary, or its global name.
    let name: String
    /// Its numbers before they are moved.
    let value: ArrayValue
    /// Whether it is an array of whole numbers.
    let isIntegerArray: Bool
    /// The copy of floats; nil for a number.
    fileprivate let array: NDArray?
  }

  /// W1, b1, W2 …, then what has other names.
  let entries: [Entry]
  /// The dictionary that holds them; nil where they are global names.
  let dictionary: DictObject?
  private let interpreter: Interpreter

  /// Finds the weights: in the first of these dictionaries that there is, else among the global
  /// names W1, b1 …; nil where there are none.
  init?(_ interpreter: Interpreter, dictionaryNames: [String]) {
    self.interpreter = interpreter
    dictionary = dictionaryNames.lazy.compactMap { Self.dictionary(interpreter, $0) }.first
    let dictionary = dictionary
    let names =
      dictionary?.stringKeys ?? interpreter.globalNames.filter { ParameterName($0) != nil }
    entries = Self.sorted(names).compactMap { name in
      Entry(name, dictionary.map { $0[name] } ?? interpreter[name])
    }
    if entries.isEmpty { return nil }
    putCopies()
  }

  /// The dictionary of a name, where it holds numbers.
  static func dictionary(_ interpreter: Interpreter, _ name: String) -> DictObject? {
    guard case .dict(let dictionary)? = interpreter[name],
      dictionary.stringKeys.contains(where: { Entry($0, dictionary[$0]) != nil })
    else { return nil }
    return dictionary
  }

  /// W1, b1, W2 … as the layers come, then all other names in their order.
  private static func sorted(_ names: [String]) -> [String] {
    let known = names.compactMap { name in ParameterName(name).map { (name, $0) } }
      .sorted {
        ($0.1.layer, $0.1.kind == .weights ? 0 : 1) < ($1.1.layer, $1.1.kind == .weights ? 0 : 1)
      }
    return known.map(\.0) + names.filter { ParameterName($0) == nil }
  }

  /// Puts the copies in the place of the arrays.
  private func putCopies() {
    for entry in entries {
      guard let copy = entry.array, case .array(let original)? = value(of: entry.name) else {
        continue
      }
      for name in interpreter.globalNames {
        if case .array(let array)? = interpreter[name], array === original {
          interpreter[name] = .array(copy)
        }
      }
      dictionary?[entry.name] = .array(copy)
    }
  }

  /// What stands under a name now; nil for a name that is none of the weights'.
  func value(of name: String) -> Value? {
    guard entries.contains(where: { $0.name == name }) else { return nil }
    return dictionary.map { $0[name] } ?? interpreter[name]
  }

  /// Moves one element of an entry to another value.
  func move(_ element: Int, of index: Int, to value: Double) {
    var elements = entries[index].value.elements
    elements[element] = value
    put(elements, index)
  }

  /// Puts the elements of an entry back where they were.
  func putBack(_ index: Int) { put(entries[index].value.elements, index) }

  private func put(_ elements: [Double], _ index: Int) {
    let entry = entries[index]
    if let array = entry.array { return array.replaceElements(elements) }
    if let dictionary {
      dictionary[entry.name] = .npFloat(elements[0])
    } else {
      interpreter[entry.name] = .npFloat(elements[0])
    }
  }
}

extension LearnerParameters.Entry {
  /// An entry of an array with elements or of a number; nil for any other value.
  fileprivate init?(_ name: String, _ value: Value?) {
    switch value {
    case .array(let array)?:
      guard array.count > 0, array.type != .bool else { return nil }
      let elements = array.doubles
      self.init(
        name: name, value: ArrayValue(shape: array.shape, elements: elements),
        isIntegerArray: array.type == .int64, array: NDArray(shape: array.shape, elements: elements)
      )
    case .float(let number)?, .npFloat(let number)?:
      self.init(name: name, value: ArrayValue(number), isIntegerArray: false, array: nil)
    case .int(let number)?, .npInt(let number)?:
      self.init(name: name, value: ArrayValue(Double(number)), isIntegerArray: false, array: nil)
    default: return nil
    }
  }
}
