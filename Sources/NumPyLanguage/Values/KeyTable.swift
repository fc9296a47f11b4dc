/// Keys with values, in the order in which the keys came.
///
/// Few keys are searched one by one, which for strings of the program is a comparison of
/// references; from nine on, hashes lead to them.
struct KeyTable {
  private(set) var keys: [Value] = []
  var values: [Value] = []
  private var hashes: [Int] = []
  /// Places of keys by hash, open addressing; −1 is free. Empty for few keys.
  private var index: [Int32] = []
  /// How many keys there are: removed ones leave a gap until the table is packed.
  private(set) var count = 0

  /// The places that hold keys, in order.
  var places: [Int] { keys.indices.filter { !keys[$0].isUndefined } }

  /// Where a key is.
  func find(_ key: Value, hash: Int) -> Int? {
    if index.isEmpty {
      if case .string(let text) = key {
        for place in hashes.indices where hashes[place] == hash {
          if case .string(let other) = keys[place], other === text || other.text == text.text {
            return place
          }
        }
        return nil
      }
      for place in keys.indices where hashes[place] == hash {
        if keys[place].isSameKey(as: key) { return place }
      }
      return nil
    }
    let mask = index.count - 1
    var slot = hash & mask
    while index[slot] >= 0 {
      let place = Int(index[slot])
      if hashes[place] == hash, keys[place].isSameKey(as: key) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives a key a value; a new key goes last.
  mutating func set(_ key: Value, hash: Int, to value: Value) {
    if let place = find(key, hash: hash) {
      values[place] = value
      return
    }
    keys.append(key)
    values.append(value)
    hashes.append(hash)
    count += 1
    let isFull = index.isEmpty ? keys.count > 8 : keys.count * 2 > index.count
    if isFull { rebuild() } else if !index.isEmpty { enter(keys.count - 1) }
  }

  /// Takes a key away.
  mutating func remove(at place: Int) {
    keys[place] = .undefined
    values[place] = .undefined
    count -= 1
    if place == keys.count - 1, index.isEmpty {
      keys.removeLast()
      values.removeLast()
      hashes.removeLast()
    } else if count < keys.count / 2 {
      rebuild()
    }
  }

  /// Closes the gaps and lays the index out anew.
  private mutating func rebuild() {
    let kept = places
    if kept.count != keys.count {
      keys = kept.map { keys[$0] }
      values = kept.map { values[$0] }
      hashes = kept.map { hashes[$0] }
    }
    guard keys.count > 8 else {
      index = []
      return
    }
    var size = 32
    while size < keys.count * 4 { size *= 2 }
    index = [Int32](repeating: -1, count: size)
    for place in keys.indices { enter(place) }
  }

  private mutating func enter(_ place: Int) {
    let mask = index.count - 1
    var slot = hashes[place] & mask
    while index[slot] >= 0 { slot = (slot + 1) & mask }
    index[slot] = Int32(place)
  }
}

extension Value {
  /// Whether two keys are the same one: equal numbers are, whatever their types.
  func isSameKey(as other: Value) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left === right || left.text == right.text
    case (.int(let left), .int(let right)): return left == right
    case (.none, .none), (.ellipsis, .ellipsis): return true
    case (.tuple(let left), .tuple(let right)):
      return left.items.count == right.items.count
        && zip(left.items, right.items).allSatisfy { $0.isSameKey(as: $1) }
    case (.undefined, _), (_, .undefined): return false
    default:
      if let left = asInt, let right = other.asInt { return left == right }
      if let left = asFloat, let right = other.asFloat { return left == right }
      return isIdentical(to: other)
    }
  }

  /// Whether two values are one object: Python's `is`.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.none, .none), (.ellipsis, .ellipsis), (.undefined, .undefined): true
    case (.bool(let left), .bool(let right)): left == right
    case (.npBool(let left), .npBool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.float(let left), .float(let right)): left.bitPattern == right.bitPattern
    case (.npInt, .npInt), (.npFloat, .npFloat): false
    case (.string(let left), .string(let right)): left === right || left.text == right.text
    case (.array(let left), .array(let right)): left === right
    case (.list(let left), .list(let right)): left === right
    case (.tuple(let left), .tuple(let right)):
      left === right || (left.items.isEmpty && right.items.isEmpty)
    case (.dict(let left), .dict(let right)): left === right
    case (.set(let left), .set(let right)): left === right
    case (.range(let left), .range(let right)): left === right
    case (.function(let left), .function(let right)): left === right
    case (.native(let left), .native(let right)): left === right
    case (.type(let left), .type(let right)): left === right
    case (.module(let left), .module(let right)): left === right
    case (.iterator(let left), .iterator(let right)): left === right
    case (.exception(let left), .exception(let right)): left === right
    case (.elementType(let left), .elementType(let right)): left == right
    case (.opaque(let left), .opaque(let right)): left == right
    default: false
    }
  }

  /// The hash of a key. Lists, dictionaries, sets and arrays cannot be keys.
  func hashed(depth: Int = 0) throws(PythonError) -> Int {
    switch self {
    case .string(let text): return text.hash
    case .int(let number), .npInt(let number): return number
    case .bool(let truth), .npBool(let truth): return truth ? 1 : 0
    case .float(let number), .npFloat(let number):
      return Int(exactly: number) ?? Int(truncatingIfNeeded: number.bitPattern &* 0x9E37_79B9)
    case .none: return 0x5BD1
    case .ellipsis: return 0x5BD2
    case .elementType(let type): return type.hashValue
    case .opaque(let name): return name.hashValue
    case .tuple(let tuple):
      if depth > 100 { throw .tooDeepValue }
      var hash = tuple.items.count
      for item in tuple.items {
        hash = (hash &* 1_000_003) ^ (try item.hashed(depth: depth + 1))
      }
      return hash
    case .function(let object): return ObjectIdentifier(object).hashValue
    case .native(let object): return ObjectIdentifier(object).hashValue
    case .type(let object): return ObjectIdentifier(object).hashValue
    case .module(let object): return ObjectIdentifier(object).hashValue
    case .range(let object): return ObjectIdentifier(object).hashValue
    case .exception(let object): return ObjectIdentifier(object).hashValue
    default:
      throw PythonError(
        .typeError, "unhashable type: '\(typeName)'",
        .unsupportedOperands(operation: "hash", left: typeName, right: nil))
    }
  }
}

extension PythonError {
  /// The error of values nested so deep that walking them is stopped.
  static var tooDeepValue: PythonError {
    PythonError(.recursionError, "maximum recursion depth exceeded", .tooDeep(limit: 100))
  }
}
