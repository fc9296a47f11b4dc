import SourceText

extension SetObject {
  /// A set of values, each once.
  convenience init(unique items: [Value]) throws(PythonError) {
    self.init()
    for item in items { try insert(item) }
  }

  func insert(_ value: Value) throws(PythonError) {
    let hash = try value.hashed()
    if table.find(value, hash: hash) == nil { table.set(value, hash: hash, to: .none) }
  }

  func contains(_ value: Value) throws(PythonError) -> Bool {
    table.find(value, hash: try value.hashed()) != nil
  }
}

extension DictObject {
  /// Takes over the pairs of another dictionary, or of a sequence of pairs.
  func merge(_ value: Value, _ interpreter: Interpreter) throws(PythonError) {
    if case .dict(let other) = value {
      for place in other.table.places {
        let key = other.table.key(at: place)
        table.set(key, hash: try key.hashed(), to: other.table.value(at: place))
      }
      return
    }
    var cursor = try Cursor(value)
    var position = 0
    while let pair = try cursor.next(interpreter) {
      let items = try interpreter.items(of: pair)
      guard items.count == 2 else {
        throw PythonError(
          .valueError,
          "dictionary update sequence element #\(position) has length \(items.count); 2 is "
            + "required")
      }
      table.set(items[0], hash: try items[0].hashed(), to: items[1])
      position += 1
    }
  }

  /// Gives a key a value.
  func set(_ key: Value, to value: consuming Value) throws(PythonError) {
    if case .string(let text) = key, let place = table.find(object: text) {
      return table.setValue(value, at: place)
    }
    table.set(key, hash: try key.hashed(), to: value)
  }

  /// The value of a key; fails where there is none.
  func value(of key: Value, _ interpreter: Interpreter) throws(PythonError) -> Value {
    if case .string(let text) = key, let place = table.find(object: text) {
      return table.value(at: place)
    }
    if let place = table.find(key, hash: try key.hashed()) { return table.value(at: place) }
    throw missing(key, try interpreter.display(key))
  }

  func missing(_ key: Value, _ text: String) -> PythonError {
    var suggestions: [String] = []
    if case .string(let name) = key {
      suggestions = Spelling.suggestions(for: name.text, among: stringKeys)
    }
    return PythonError(.keyError, text, .missingKey(text, suggestions: suggestions))
  }
}
