import LinearAlgebra

extension Interpreter {
  /// The value of a global name; nil where nothing is bound to it. Setting nil unbinds it.
  public subscript(name: String) -> Value? {
    get { globals[name] }
    set { globals[name] = newValue }
  }

  /// The global names that something is bound to.
  public var globalNames: [String] { globals.boundNames }

  /// The names that have a meaning: globals and builtins.
  public var knownNames: [String] { globals.boundNames + globals.builtins.keys.sorted() }

  /// Words of the language, for completion.
  public static var keywords: [String] { Keyword.allCases.map(\.rawValue) }

  /// Unbinds all that programs bound, and starts anew.
  public func reset(seed: UInt32 = 0) {
    for name in globals.boundNames { globals[name] = nil }
    (random, format, figure) = (NumPyRandom(seed: seed), ArrayFormat(), Figure())
    bindStandardNames()
  }

  // MARK: Completion

  /// A way to go on at the end of a text.
  public struct Suggestion: Hashable, Sendable {
    /// What replaces the word that is being typed.
    public var text: String
    /// What it takes, for a function.
    public var signature: String?
  }

  /// The names, attributes or dictionary keys that can follow a text, with what each is.
  ///
  ///     interpreter.completions(of: "np.ar")       // np.arange, np.argmax …
  ///     interpreter.completions(of: "network['W")  // W1, W2
  ///
  /// Looks only at names, attributes and string keys in a row, and runs nothing.
  public func completions(of text: String) -> (word: String, completions: [Suggestion]) {
    let scalars = Array(text)
    var start = scalars.count
    while start > 0,
      scalars[start - 1].isLetter || scalars[start - 1].isNumber || scalars[start - 1] == "_"
    {
      start -= 1
    }
    let word = String(scalars[start...])
    let before = scalars[..<start]
    if before.last == "." {
      guard let owner = chain(endingAt: before.dropLast()) else { return (word, []) }
      return (word, members(of: owner).filter { $0.text.hasPrefix(word) })
    }
    if let quote = before.last, quote == "'" || quote == "\"", before.dropLast().last == "[" {
      guard case .dict(let dict)? = chain(endingAt: before.dropLast(2)) else { return (word, []) }
      return (word, dict.stringKeys.filter { $0.hasPrefix(word) }.map { Suggestion(text: $0) })
    }
    let names = Set(knownNames.filter { $0.hasPrefix(word) && !$0.hasPrefix("__") }).sorted()
    return (word, names.map { completion($0, globals[$0] ?? globals.builtins[$0] ?? .none) })
  }

  private func completion(_ name: String, _ value: Value) -> Suggestion {
    guard let function = function(of: value) else { return Suggestion(text: name) }
    return Suggestion(text: name, signature: function.signature)
  }

  private func function(of value: Value) -> NativeFunction? {
    switch value {
    case .native(let function): function
    case .method(let method): method.function
    case .type(let type): type.constructor
    default: nil
    }
  }

  private func members(of value: Value) -> [Suggestion] {
    if case .module(let module) = value {
      return module.members.sorted { $0.key < $1.key }
        .map { completion($0.key, $0.value) }
    }
    return Attributes.names(of: value).map { name in
      let method = MethodTable.Owner(value).flatMap { MethodTable.method(name, of: $0) }
      return Suggestion(text: name, signature: method?.signature)
    }
  }

  /// The value of names and attributes in a row, as `np.random`, at the end of a text.
  private func chain(endingAt text: ArraySlice<Character>) -> Value? {
    var start = text.endIndex
    while start > text.startIndex,
      text[start - 1].isLetter || text[start - 1].isNumber || text[start - 1] == "_"
        || text[start - 1] == "."
    {
      start -= 1
    }
    let parts = String(text[start...]).split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, var value = globals[String(first)] else { return nil }
    for part in parts.dropFirst() {
      guard let next = try? Attributes.get(value, String(part), self) else { return nil }
      value = next
    }
    return value
  }
}
