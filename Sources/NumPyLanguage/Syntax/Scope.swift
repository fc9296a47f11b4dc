import SourceText

/// Where names live: a module, a function, or a comprehension inside one of these.
///
/// The parser notes which names a scope binds and uses. When a unit is parsed, `resolve` gives
/// each variable a slot in its frame, so that a running program never looks up a name by its text.
final class Scope {
  enum Kind { case module, function, comprehension }

  /// A variable of a function or comprehension.
  final class Variable {
    /// Whether an inner function uses it, so that it lives in a cell.
    var isCaptured = false
    /// For a variable of an outer function: that variable.
    let source: Variable?
    var slot = 0

    init(source: Variable? = nil) { self.source = source }
  }

  let kind: Kind
  private(set) unowned var parent: Scope?
  private var children: [Scope] = []
  private var bindings: [String: Variable] = [:]
  private var bindingOrder: [String] = []
  private var captures: [(name: String, variable: Variable)] = []
  private var references: [NameExpression] = []
  private var globalNames: Set<String> = []
  private var outerNames: [String: SourceRange] = [:]

  /// How many slots a frame needs; meaningful for modules and functions.
  @exclusivity(unchecked) private(set) var slotCount = 0
  /// The slots that hold cells of this scope's own variables.
  private(set) var cellSlots: [Int] = []
  /// Whether the frame holds cells.
  @exclusivity(unchecked) private(set) var hasCells = false
  /// For each variable taken from outside: its slot here, and its slot in the defining frame.
  private(set) var captureSlots: [(here: Int, outside: Int)] = []

  init(_ kind: Kind, parent: Scope? = nil) {
    (self.kind, self.parent) = (kind, parent)
    parent?.children.append(self)
  }

  // MARK: What the parser notes

  /// Notes that a name is given a value here.
  func bind(_ name: String) {
    guard kind != .module, !globalNames.contains(name), outerNames[name] == nil,
      bindings[name] == nil
    else { return }
    bindings[name] = Variable()
    bindingOrder.append(name)
  }

  /// Notes that a name stands here.
  func add(_ reference: NameExpression) { references.append(reference) }

  /// Whether a name is bound here.
  func binds(_ name: String) -> Bool { bindings[name] != nil }

  /// Whether a name stands here already.
  func uses(_ name: String) -> Bool { references.contains { $0.name == name } }

  func declareGlobal(_ name: String) { globalNames.insert(name) }
  func declareOuter(_ name: String, _ range: SourceRange) { outerNames[name] = range }

  /// How much has been noted, to hand what follows to a comprehension that was not yet known.
  var mark: (references: Int, children: Int) { (references.count, children.count) }

  /// Hands over what another scope noted since a mark.
  func adopt(from other: Scope, since mark: (references: Int, children: Int)) {
    references += other.references[mark.references...]
    other.references.removeSubrange(mark.references...)
    let moved = other.children[mark.children...].filter { $0 !== self }
    other.children.removeAll { child in moved.contains { $0 === child } }
    for child in moved { child.parent = self }
    children += moved
  }

  // MARK: Finding places

  /// Gives each variable its slot and each name its place, in this module and all within.
  func resolve(_ globals: GlobalTable) throws(PythonError) {
    try findCaptures()
    var slotCount = 0
    placeVariables(&slotCount, globals)
    self.slotCount = slotCount
  }

  private func findCaptures() throws(PythonError) {
    for (name, range) in outerNames where variable(name) == nil {
      throw PythonError(.syntaxError, "no binding for nonlocal '\(name)' found", at: range)
    }
    for reference in references { _ = variable(reference.name) }
    for child in children { try child.findCaptures() }
  }

  /// The variable that a name means here; nil where it means a global.
  private func variable(_ name: String) -> Variable? {
    if globalNames.contains(name) { return nil }
    if let own = bindings[name] { return own }
    switch kind {
    case .module: return nil
    case .comprehension: return parent?.variable(name)
    case .function:
      if let known = captures.first(where: { $0.name == name }) { return known.variable }
      guard let outer = parent?.variable(name) else { return nil }
      outer.isCaptured = true
      let variable = Variable(source: outer)
      variable.isCaptured = true
      captures.append((name, variable))
      return variable
    }
  }

  private func placeVariables(_ slotCount: inout Int, _ globals: GlobalTable) {
    for name in bindingOrder {
      guard let variable = bindings[name] else { continue }
      variable.slot = slotCount
      if variable.isCaptured { cellSlots.append(slotCount) }
      slotCount += 1
    }
    for (_, variable) in captures {
      variable.slot = slotCount
      captureSlots.append((slotCount, variable.source?.slot ?? 0))
      slotCount += 1
    }
    hasCells = !cellSlots.isEmpty || !captureSlots.isEmpty
    for reference in references {
      if let variable = variable(reference.name) {
        reference.location = variable.isCaptured ? .cell(variable.slot) : .local(variable.slot)
      } else {
        reference.location = .global(globals.slot(of: reference.name))
        reference.builtin = globals.builtins[reference.name] ?? .undefined
      }
    }
    references = []
    for child in children {
      if child.kind == .comprehension {
        child.placeVariables(&slotCount, globals)
      } else {
        var inner = 0
        child.placeVariables(&inner, globals)
        child.slotCount = inner
      }
    }
    children = []
  }
}
