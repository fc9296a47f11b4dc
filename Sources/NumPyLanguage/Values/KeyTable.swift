#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keys with values, in the order in which the keys came.
///
/// Few keys are searched one by one, which for strings of the program is a comparison of
/// references; from nine on, hashes lead to them. The table lies in plain memory and cannot be
/// copied by accident, so that looking something up counts no references.
struct KeyTable: ~Copyable {
  /// A key with its value; both are `.undefined` where a key has been removed.
  fileprivate struct Entry: ~Copyable {
    var key: Value
    /// Where the value lies, so that it can be lent.
    var place: Place
    let hash: Int

    var value: Value {
      get { place.value }
      set { place.value = newValue }
    }

    /// Whether the key is a string, and this object.
    @inline(__always)
    func isFor(object: TextObject) -> Bool {
      if case .string(let text) = key { text === object } else { false }
    }

    /// Whether this is the entry of a key.
    @inline(__always)
    func isFor(_ other: Value, hash: Int) -> Bool {
      if self.hash != hash { return false }
      if case .string(let text) = key, case .string(let other) = other {
        return text === other || text.text == other.text
      }
      return key.isSameKey(as: other)
    }
  }
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  /// How many entries there are, gaps included.
  private(set) var end: Int
  /// How many keys there are: removed ones leave a gap until the table is packed.
  private(set) var count: Int
  /// Places of keys by hash, open addressing; −1 is free. Empty for few keys.
  private var index: [Int32]
  /// Who frees the entries where a snapshot shares them; nil where this table alone uses them.
  private var shared: SharedTable?

  init() { self.init(capacity: 0) }

  private init(capacity: Int) {
    (entries, self.capacity) = (KeyTable.allocate(capacity), capacity)
    (end, count, index, shared) = (0, 0, [], nil)
  }

  deinit {
    if shared != nil { return }
    entries.deinitialize(count: end)
    if capacity > 0 { free(entries) }
  }

  /// Memory for entries, to be freed; asked of `malloc` directly, as for arrays.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    // An empty table has no memory; the address is never read, written or freed.
    if capacity == 0 { return UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped }
    guard let memory = malloc(capacity * MemoryLayout<Entry>.stride) else {
      preconditionFailure("no memory for \(capacity) keys")
    }
    return memory.bindMemory(to: Entry.self, capacity: capacity)
  }

  // MARK: Reading

  /// The places that hold keys, in order.
  var places: [Int] { (0..<end).filter { !entries[$0].key.isUndefined } }

  /// The keys, in order.
  var keys: [Value] { places.map { entries[$0].key } }

  /// The values, in the order of their keys.
  var values: [Value] { places.map { entries[$0].value } }

  /// The key at a place.
  func key(at place: Int) -> Value { entries[place].key }

  /// The value at a place.
  func value(at place: Int) -> Value { entries[place].value }

  /// Where the value at a place lies until somebody writes to the table; it is only to be read.
  func valuePlace(at place: Int) -> UnsafeMutablePointer<Place> {
    withUnsafeMutablePointer(to: &entries[place].place) { $0 }
  }

  /// Whether a value can hold others.
  var holdsContainers: Bool { (0..<end).contains { entries[$0].value.isContainer } }

  /// Where a key is.
  func find(_ key: Value, hash: Int) -> Int? {
    if index.isEmpty {
      for place in 0..<end where entries[place].isFor(key, hash: hash) { return place }
      return nil
    }
    let mask = index.count - 1
    var slot = hash & mask
    while index[slot] >= 0 {
      let place = Int(index[slot])
      if entries[place].isFor(key, hash: hash) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Where a string is among few keys, if it is the very object that stands there: equal strings
  /// of a program's text are one object, so that mostly nothing needs to be compared.
  func find(object text: TextObject) -> Int? {
    if !index.isEmpty { return nil }
    for place in 0..<end where entries[place].isFor(object: text) { return place }
    return nil
  }

  // MARK: Writing

  /// Gives a key a value; a new key goes last.
  mutating func set(_ key: Value, hash: Int, to value: consuming Value) {
    if let place = find(key, hash: hash) { return setValue(value, at: place) }
    if end == capacity || shared != nil { reserve(max(4, end * 2)) }
    (entries + end).initialize(to: Entry(key: key, place: Place(value), hash: hash))
    end += 1
    count += 1
    let isFull = index.isEmpty ? end > 8 : end * 2 > index.count
    if isFull { rebuild() } else if !index.isEmpty { enter(end - 1) }
  }

  /// Overwrites the value at a place.
  mutating func setValue(_ value: consuming Value, at place: Int) {
    if shared != nil { reserve(capacity) }
    entries[place].value = value
  }

  /// Takes a key away.
  mutating func remove(at place: Int) {
    if shared != nil { reserve(capacity) }
    (entries[place].key, entries[place].value) = (.undefined, .undefined)
    count -= 1
    if place == end - 1, index.isEmpty {
      end -= 1
      (entries + end).deinitialize(count: 1)
    } else if count < end / 2 {
      rebuild()
    }
  }

  /// Moves the entries to memory with room for so many, apart from those that a snapshot keeps.
  private mutating func reserve(_ capacity: Int) {
    let moved = KeyTable.allocate(capacity)
    if shared != nil {
      for place in 0..<end { (moved + place).initialize(to: entry(at: place)) }
      shared = nil
    } else {
      moved.moveInitialize(from: entries, count: end)
      if self.capacity > 0 { free(entries) }
    }
    (entries, self.capacity) = (moved, capacity)
  }

  private func entry(at place: Int) -> Entry {
    Entry(
      key: entries[place].key, place: Place(entries[place].value), hash: entries[place].hash)
  }

  /// Closes the gaps and lays the index out anew.
  private mutating func rebuild() {
    if count != end {
      var packed = KeyTable(capacity: capacity)
      for place in 0..<end where !entries[place].key.isUndefined {
        (packed.entries + packed.end).initialize(to: entry(at: place))
        packed.end += 1
      }
      packed.count = count
      self = packed
    }
    guard end > 8 else {
      index = []
      return
    }
    var size = 32
    while size < end * 4 { size *= 2 }
    index = [Int32](repeating: -1, count: size)
    for place in 0..<end { enter(place) }
  }

  private mutating func enter(_ place: Int) {
    let mask = index.count - 1
    var slot = entries[place].hash & mask
    while index[slot] >= 0 { slot = (slot + 1) & mask }
    index[slot] = Int32(place)
  }

  // MARK: Copies

  /// Another table with the same keys and values.
  func copy() -> KeyTable {
    var copy = KeyTable(capacity: end)
    for place in 0..<end { (copy.entries + place).initialize(to: entry(at: place)) }
    (copy.end, copy.count, copy.index) = (end, count, index)
    return copy
  }

  /// The table as it is, for a snapshot; the entries are shared until this table changes.
  mutating func share() -> SharedTable {
    if let shared { return shared }
    var kept = KeyTable(capacity: 0)
    (kept.entries, kept.capacity) = (entries, capacity)
    (kept.end, kept.count, kept.index) = (end, count, index)
    let table = SharedTable(kept)
    shared = table
    return table
  }

  /// A table that shares its entries with a snapshot.
  init(sharing other: SharedTable) {
    (entries, capacity) = (other.table.entries, other.table.capacity)
    (end, count, index) = (other.table.end, other.table.count, other.table.index)
    shared = other
  }
}

/// A table that does not change, because snapshots share it.
final class SharedTable {
  let table: KeyTable

  fileprivate init(_ table: consuming KeyTable) { self.table = table }
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
    case (.opaque(let left), .opaque(let right)): left.text == right.text
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
    case .opaque(let name): return name.hash
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
