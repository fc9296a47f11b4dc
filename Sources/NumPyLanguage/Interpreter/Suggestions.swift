import SourceText

/// What a name that means nothing was probably meant to be.
extension Interpreter {
  /// Modules as programs name them, those where a bare name is sought first in front.
  private static let searched = [
    (name: "np", path: "numpy"), (name: "functions", path: "functions"),
    (name: "np.random", path: "numpy.random"), (name: "plt", path: "matplotlib.pyplot"),
    (name: "np.linalg", path: "numpy.linalg"), (name: "math", path: "math"),
  ]

  /// Names for one that nothing is bound to: what a module calls so (`np.exp` for `exp`), else
  /// bound names that are close.
  func suggestions(forName name: String) -> [String] {
    let elsewhere = places(of: name)
    return elsewhere.isEmpty ? Spelling.suggestions(for: name, among: knownNames) : elsewhere
  }

  /// Names for an attribute that a value does not have: attributes that are close, else what a
  /// module or no module calls so (`functions.relu` for `np.relu`, `len` for `x.len`).
  func suggestions(forAttribute name: String, among known: [String]) -> [String] {
    let close = Spelling.suggestions(for: name, among: known)
    if close.contains(where: { $0.lowercased() == name.lowercased() }) { return close }
    let elsewhere = places(of: name) + (globals.builtins[name] == nil ? [] : [name])
    return elsewhere.isEmpty ? close : elsewhere
  }

  /// The whole names, as `np.exp`, of what modules call by a name.
  private func places(of name: String) -> [String] {
    var found = Interpreter.searched.filter { $0.name.hasSuffix("." + name) }.map(\.name)
    for (module, path) in Interpreter.searched
    where self.module(named: path)?.members[name] != nil && name != "np" {
      // `math` has much of what np has, for numbers alone.
      if module == "math", !found.isEmpty { continue }
      found.append("\(module).\(name)")
    }
    return Array(found.prefix(3))
  }
}
