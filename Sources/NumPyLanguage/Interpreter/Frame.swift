/// Where a running function finds its variables.
struct Frame {
  let interpreter: Interpreter
  /// The global names' places; they belong to the interpreter, and stay where they are.
  let globals: UnsafeMutablePointer<Place>
  /// The function's part of the stack, one place for each slot.
  let slots: UnsafeMutablePointer<Place>
}

extension Frame {
  init(_ interpreter: Interpreter, _ slots: UnsafeMutablePointer<Place>) {
    self.init(interpreter: interpreter, globals: interpreter.globals.values, slots: slots)
  }
}

/// The global names: each has a slot for good, whether or not something is bound to it.
final class GlobalTable {
  /// The values by slot.
  let values: UnsafeMutablePointer<Place>
  private let capacity = 1 << 16
  private(set) var names: [String] = []
  private var slots: [String: Int] = [:]
  /// What names mean that no global hides.
  let builtins: [String: Value]

  init(builtins: [String: Value]) {
    self.builtins = builtins
    values = .allocate(capacity: capacity)
  }

  deinit {
    values.deinitialize(count: names.count)
    values.deallocate()
  }

  /// The slot of a name. Names beyond the capacity, which no program of a person has, share one.
  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    if names.count == capacity { return capacity - 1 }
    let slot = names.count
    slots[name] = slot
    names.append(name)
    (values + slot).initialize(to: Place(.undefined))
    return slot
  }

  /// The value of a name; nil where nothing is bound to it.
  subscript(name: String) -> Value? {
    get {
      guard let slot = slots[name], !values[slot].isUndefined else { return nil }
      return values[slot].value
    }
    set { values[slot(of: name)].value = newValue ?? .undefined }
  }

  /// The names that something is bound to, in the order in which they came up.
  var boundNames: [String] {
    names.indices.filter { !values[$0].isUndefined }.map { names[$0] }
  }
}
