import LinearAlgebra

extension Interpreter {
  /// The state of a program to come back to: what the global names are bound to, and the contents
  /// of every list, dictionary, set and array that can be reached from them.
  ///
  /// Restoring puts the contents back into the same objects, so that names which shared an array
  /// before share it again. Iterators and functions keep their identity, and an iterator that went
  /// on does not go back. Arrays and lists share their storage with the snapshot until they change.
  public struct Snapshot {
    fileprivate var names: [(String, Value)] = []
    fileprivate var arrays: [(NDArray, SharedWords)] = []
    /// Arrays so small that their words are copied, one after the other, rather than shared.
    fileprivate var smallArrays: [NDArray] = []
    fileprivate var smallWords: [UInt64] = []
    fileprivate var lists: [(ListObject, [Value])] = []
    fileprivate var dicts: [(DictObject, SharedTable)] = []
    fileprivate var sets: [(SetObject, SharedTable)] = []
    fileprivate var cells: [(CellObject, Value)] = []
    fileprivate var random: NumPyRandom
    fileprivate var format: ArrayFormat
    fileprivate var figure: Figure
    /// The objects that may lead back to themselves, and have been looked at. Others may be kept
    /// twice, which does no harm.
    fileprivate var seen: Set<ObjectIdentifier> = []
  }

  /// Takes a snapshot.
  ///
  /// - Complexity: O(*n*) in the number of objects that can be reached, not in their sizes.
  public func snapshot() -> Snapshot {
    var snapshot = Snapshot(random: random, format: format, figure: figure)
    var waiting: [Value] = []
    for name in globals.boundNames {
      guard let value = globals[name] else { continue }
      snapshot.names.append((name, value))
      // The last value shown is nothing that a program keeps.
      if name != "_" { waiting.append(value) }
    }
    while let value = waiting.popLast() { snapshot.add(value, &waiting) }
    snapshot.seen = []
    return snapshot
  }

  /// Goes back to a snapshot; names that have been bound since are unbound.
  public func restore(_ snapshot: Snapshot) {
    for name in globals.boundNames { globals[name] = nil }
    for (name, value) in snapshot.names { globals[name] = value }
    for (array, words) in snapshot.arrays { array.restore(words) }
    var words = snapshot.smallWords[...]
    for array in snapshot.smallArrays {
      array.write(Array(words.prefix(array.count)))
      words = words.dropFirst(array.count)
    }
    for (list, items) in snapshot.lists { list.items = items }
    for (dict, table) in snapshot.dicts { dict.table = KeyTable(sharing: table) }
    for (set, table) in snapshot.sets { set.table = KeyTable(sharing: table) }
    for (cell, value) in snapshot.cells { cell.value = value }
    (random, format, figure) = (snapshot.random, snapshot.format, snapshot.figure)
  }
}

extension Interpreter.Snapshot {
  /// Whether the names stand for the same objects with the same contents as in another snapshot;
  /// the last value shown, `_`, and the stream of random numbers may differ.
  ///
  /// - Complexity: O(*n*) in the number of objects and names; arrays that did not change since
  ///   cost nothing.
  public func isSame(as other: Interpreter.Snapshot) -> Bool {
    func bindings(_ snapshot: Interpreter.Snapshot) -> [(String, Value)] {
      snapshot.names.filter { $0.0 != "_" }
    }
    func areIdentical(_ left: [Value], _ right: [Value]) -> Bool {
      left.count == right.count && zip(left, right).allSatisfy { $0.isUnchanged(from: $1) }
    }
    func areSame(_ left: SharedTable, _ right: SharedTable) -> Bool {
      left === right
        || areIdentical(left.table.keys, right.table.keys)
          && areIdentical(left.table.values, right.table.values)
    }
    let (mine, others) = (bindings(self), bindings(other))
    return mine.count == others.count && arrays.count == other.arrays.count
      && lists.count == other.lists.count && dicts.count == other.dicts.count
      && sets.count == other.sets.count && cells.count == other.cells.count
      && zip(mine, others).allSatisfy { $0.0 == $1.0 && $0.1.isUnchanged(from: $1.1) }
      && smallWords == other.smallWords && smallArrays.count == other.smallArrays.count
      && zip(smallArrays, other.smallArrays).allSatisfy { $0 === $1 }
      && zip(arrays, other.arrays).allSatisfy { $0.0 === $1.0 && $0.1.isSame(as: $1.1) }
      && zip(lists, other.lists).allSatisfy { $0.0 === $1.0 && areIdentical($0.1, $1.1) }
      && zip(dicts, other.dicts).allSatisfy {
        $0.0 === $1.0 && areSame($0.1, $1.1)
      }
      && zip(sets, other.sets).allSatisfy { $0.0 === $1.0 && areSame($0.1, $1.1) }
      && zip(cells, other.cells).allSatisfy { $0.0 === $1.0 && $0.1.isUnchanged(from: $1.1) }
      && format == other.format
  }

  /// About how many bytes the contents take; what several snapshots share counts in each.
  public var byteCount: Int {
    arrays.reduce(16 * smallWords.count) { $0 + 8 * $1.1.count }
      + lists.reduce(0) { $0 + MemoryLayout<Value>.stride * $1.1.count }
      + 2 * dicts.reduce(0) { $0 + MemoryLayout<Value>.stride * $1.1.table.end }
  }

  fileprivate init(random: NumPyRandom, format: ArrayFormat, figure: Figure) {
    (self.random, self.format, self.figure) = (random, format, figure)
  }

  /// Keeps the words of an array that has its own.
  private mutating func add(_ array: NDArray) {
    if array.isSmall {
      smallArrays.append(array)
      let words = array.words
      for i in 0..<array.count { smallWords.append(words[i]) }
    } else if let words = array.ownWords {
      arrays.append((array, words))
    }
  }

  /// Keeps an array, and puts off other objects.
  private mutating func note(_ value: Value, _ waiting: inout [Value]) {
    if case .array(let array) = value {
      add(array.base)
    } else if value.hasContents {
      waiting.append(value)
    }
  }

  /// Keeps an object's contents, and notes what they lead to.
  fileprivate mutating func add(_ value: Value, _ waiting: inout [Value]) {
    switch value {
    case .array(let array): add(array.base)
    case .list(let list):
      if list.isNested, !seen.insert(ObjectIdentifier(list)).inserted { return }
      lists.append((list, list.items))
      for item in list.items { note(item, &waiting) }
    case .tuple(let tuple):
      if tuple.isNested, !seen.insert(ObjectIdentifier(tuple)).inserted { return }
      for item in tuple.items { note(item, &waiting) }
    case .dict(let dict):
      if dict.isNested, !seen.insert(ObjectIdentifier(dict)).inserted { return }
      dicts.append((dict, dict.table.share()))
      for place in 0..<dict.table.end { note(dict.table.value(at: place), &waiting) }
    case .set(let set): sets.append((set, set.table.share()))
    case .cell(let cell):
      guard seen.insert(ObjectIdentifier(cell)).inserted else { return }
      cells.append((cell, cell.value))
      waiting.append(cell.value)
    case .function(let function):
      guard seen.insert(ObjectIdentifier(function)).inserted else { return }
      waiting += function.captures.map { .cell($0) } + function.defaults
    case .method(let method): waiting.append(method.receiver)
    default: break
    }
  }
}

extension Value {
  /// Whether this is the value that a name or a place had before: the same object, or the same
  /// number.
  fileprivate func isUnchanged(from other: Value) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined): true
    case (.npInt(let left), .npInt(let right)): left == right
    case (.npFloat(let left), .npFloat(let right)): left.bitPattern == right.bitPattern
    case (.string(let left), .string(let right)): left.text == right.text
    case (.method(let left), .method(let right)): left === right
    case (.slice(let left), .slice(let right)): left === right
    case (.cell(let left), .cell(let right)): left === right
    default: isIdentical(to: other)
    }
  }

  /// Whether a snapshot has to look into the value.
  fileprivate var hasContents: Bool {
    switch self {
    case .array, .list, .tuple, .dict, .set, .cell, .function, .method: true
    default: false
    }
  }
}
