public import Localization

/// What there is to know of a name of the language: how it is written, what it does, which shapes
/// it takes and makes, and an example with its result.
///
///     NameDocumentation.entry(for: "np.dot")?.summary[.ja]
///     NameDocumentation.names(under: "np.random")  // choice, normal, permutation …
///
/// Modules are named as the course names them (`np`, `plt`, `functions`), methods after their type
/// (`ndarray.reshape`, `list.append`). The entries of each module stand in a file of their own; a
/// test runs every example, and sees that each name of the language has an entry.
public struct NameDocumentation: Hashable, Sendable {
  /// The name with that of its module or type before it, as `np.dot`.
  public var name: String
  /// How it is called, as `np.sum(a, axis=None, keepdims=False)`; the name alone, if it is none
  /// to call.
  public var usage: String
  /// The shapes that go in and come out, as `(n,) · (n, m) → (m,)`; empty where that says nothing.
  public var shapes: String
  /// What it does, in one line.
  public var summary: LocalizedText
  /// Something to type, of one line where a line can show it.
  public var example: String
  /// What the prompt answers to the example; empty where it answers nothing.
  public var result: String

  init(
    _ usage: String, shapes: String = "", ja: String, en: String, example: String, result: String
  ) {
    name = String(usage.prefix { $0 != "(" })
    self.usage = usage
    self.shapes = shapes
    summary = LocalizedText(ja: ja, en: en)
    self.example = example
    self.result = result
  }

  /// The same under another name.
  private func renamed(_ other: String) -> NameDocumentation {
    var copy = self
    copy.name = other
    copy.usage = other + usage.dropFirst(name.count)
    copy.example = example.replacing(name + "(", with: other + "(")
    return copy
  }
}

extension NameDocumentation {
  /// The entry of a name, as `np.dot`, `len` or `ndarray.reshape`; nil where there is none.
  ///
  /// A module may be written in full, too: `numpy.dot`, `matplotlib.pyplot.plot`.
  public static func entry(for name: String) -> NameDocumentation? {
    if let entry = entries[name] { return entry }
    for (full, short) in moduleNames {
      if name == full { return entries[short] }
      if name.hasPrefix(full + ".") { return entries[short + name.dropFirst(full.count)] }
    }
    return nil
  }

  /// The entry of an attribute or a method of a value, by the name of the value's type as the
  /// language has it, as `numpy.ndarray`; nil where there is none.
  public static func entry(for attribute: String, ofType typeName: String) -> NameDocumentation? {
    entries["\(owner(ofType: typeName)).\(attribute)"]
  }

  /// The names below a module or type, as `dot` below `np`, in order; those that need no module
  /// for an empty name.
  public static func names(under owner: String) -> [String] {
    let owner = moduleNames.first { $0.full == owner }?.short ?? owner
    let prefix = owner.isEmpty ? "" : owner + "."
    return entries.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      .filter { !$0.contains(".") }.sorted()
  }

  /// The name under which the attributes of a type stand.
  private static func owner(ofType typeName: String) -> String {
    switch typeName {
    case "numpy.ndarray", "numpy.float64", "numpy.int64", "numpy.bool": "ndarray"
    case "numpy.dtype": "dtype"
    case "bool": "int"
    default: typeName
    }
  }

  /// Modules by their full names and by those the course imports them as.
  private static let moduleNames = [
    (full: "numpy", short: "np"), (full: "matplotlib.pyplot", short: "plt"),
    (full: "common.functions", short: "functions"),
  ]

  /// All entries, module by module.
  static let all: [NameDocumentation] =
    modules + builtins + errors + numPyMaking + numPyShaping + numPyElementwise + numPyReducing
    + numPyComparing + numPyConstants + random + functions + plotting + mathTimeAndSystem
    + arrayMethods + collectionMethods + stringMethods

  private static let entries: [String: NameDocumentation] = {
    var entries: [String: NameDocumentation] = [:]
    for entry in all { entries[entry.name] = entry }
    let aliases =
      numPyElementwiseAliases + numPyReducingAliases + numPyShapingAliases + numPyConstantsAliases
      + randomAliases + functionsAliases
    for (name, original) in aliases { entries[name] = entries[original]?.renamed(name) }
    return entries
  }()
}
