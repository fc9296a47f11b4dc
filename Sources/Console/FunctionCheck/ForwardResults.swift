import LinearAlgebra
import NumPyLanguage

/// What a forward function of the learner's returned.
struct ForwardResults {
  /// The values, in their order.
  let values: [Value]
  /// Their names, where the function returns plain names or a dictionary.
  private let names: [String]?
  private let outputIndex: Int

  /// Takes a returned value apart; nil where there is nothing in it that could be an output.
  ///
  /// The output y is the value of that name; else the last one with as many elements as the
  /// target, else the last one.
  ///
  /// - Parameters:
  ///   - returned: What the function returned.
  ///   - returnedNames: The names that its `return` gives, where it gives names.
  ///   - target: d.
  init?(_ returned: Value, names returnedNames: [String]?, target: ArrayValue) {
    switch returned {
    case .tuple(let tuple):
      values = tuple.items
      names = returnedNames.flatMap { $0.count == tuple.items.count ? $0 : nil }
    case .list(let list) where list.items.contains { $0.numbers?.shape.isEmpty == false }:
      (values, names) = (list.items, nil)
    case .dict(let dictionary):
      let keys = dictionary.stringKeys
      (values, names) = (keys.compactMap { dictionary[$0] }, keys)
    default:
      values = [returned]
      names = returnedNames.flatMap { $0.count == 1 ? $0 : nil }
    }
    let named = names?.firstIndex { FunctionArguments.outputNames.contains($0) }
    let fitting = values.lastIndex { $0.numbers?.elements.count == target.elements.count }
    let index = named ?? fitting ?? values.count - 1
    guard index >= 0, values[index].numbers != nil else { return nil }
    outputIndex = index
  }

  /// Whether the values have names.
  var hasNames: Bool { names != nil }

  /// y.
  var output: Value { values[outputIndex] }

  /// All values but y.
  var valuesBeforeOutput: [Value] {
    values.indices.filter { $0 != outputIndex }.map { values[$0] }
  }

  /// The value of a name, also of a key inside a returned dictionary.
  func value(of name: String) -> Value? {
    if let index = names?.firstIndex(of: name) { return values[index] }
    for case .dict(let dictionary) in values {
      if let value = dictionary[name] { return value }
    }
    return nil
  }

  /// The named values that are none of these parameters.
  func unused(by parameters: [String]) -> [Value] {
    guard let names else { return [] }
    return names.indices.filter { !parameters.contains(names[$0]) }.map { values[$0] }
  }
}
