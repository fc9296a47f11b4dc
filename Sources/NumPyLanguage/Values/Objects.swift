/// A string. Python counts its characters as Unicode scalars.
public final class TextObject {
  /// The text.
  public let text: String
  private(set) lazy var scalars = Array(text.unicodeScalars)
  /// The hash value, 0 until it is asked for.
  @exclusivity(unchecked) private var knownHash = 0

  /// The text's hash value.
  var hash: Int {
    if knownHash == 0 { knownHash = text.hashValue }
    return knownHash
  }

  /// Makes a string.
  public init(_ text: String) { self.text = text }
}

/// The string constants of a program, each text once, so that equal keys are mostly one object.
final class TextTable {
  private var texts: [String: TextObject] = [:]

  func text(_ text: String) -> TextObject {
    if let known = texts[text] { return known }
    let object = TextObject(text)
    texts[text] = object
    return object
  }
}

/// An object that holds values which may hold others, however deep.
///
/// Releasing a deep structure one object at a time would nest as deep as the structure; `release`
/// takes the contents of objects that nobody else holds and lets go of them in a loop.
public class ContainerObject {
  /// Hands over the contents, leaving the object empty.
  func takeContents() -> [Value] { [] }

  /// Whether something in the object can hold values in turn.
  var isNested: Bool { true }
}

extension Value {
  /// Lets go of values without nesting.
  static func release(_ contents: consuming [Value]) {
    var waiting: [ContainerObject] = []
    while true {
      collect(contents, into: &waiting)
      // The objects are now held by `waiting` alone, unless somebody else holds them too.
      contents = []
      guard var object = waiting.popLast() else { return }
      if isKnownUniquelyReferenced(&object), object.isNested {
        contents = object.takeContents()
      }
    }
  }

  /// Notes the containers among values.
  private static func collect(_ values: [Value], into waiting: inout [ContainerObject]) {
    for value in values { if let object = value.container { waiting.append(object) } }
  }

  private var container: ContainerObject? {
    switch self {
    case .list(let object): object
    case .tuple(let object): object
    case .dict(let object): object
    case .function(let object): object
    case .cell(let object): object
    case .iterator(let object): object
    case .method(let object): object
    case .slice(let object): object
    case .exception(let object): object
    default: nil
    }
  }

  /// Whether the value can hold others.
  var isContainer: Bool {
    switch self {
    case .list, .tuple, .dict, .function, .cell, .iterator, .method, .slice, .exception: true
    default: false
    }
  }
}

/// A list.
public final class ListObject: ContainerObject {
  /// The elements.
  @exclusivity(unchecked) public var items: [Value]

  /// Makes a list.
  public init(_ items: [Value]) { self.items = items }

  override func takeContents() -> [Value] {
    defer { items = [] }
    return items
  }

  override var isNested: Bool { items.contains(where: \.isContainer) }

  deinit { if isNested { Value.release(takeContents()) } }
}

/// A tuple.
public final class TupleObject: ContainerObject {
  /// The elements.
  @exclusivity(unchecked) public private(set) var items: [Value]

  /// Makes a tuple.
  public init(_ items: [Value]) { self.items = items }

  override func takeContents() -> [Value] {
    defer { items = [] }
    return items
  }

  override var isNested: Bool { items.contains(where: \.isContainer) }

  deinit { if isNested { Value.release(takeContents()) } }
}

/// A dictionary; its keys keep the order in which they came.
public final class DictObject: ContainerObject {
  @exclusivity(unchecked) var table: KeyTable

  init(_ table: consuming KeyTable = KeyTable()) { self.table = table }

  /// Makes a dictionary with string keys.
  public init(_ pairs: KeyValuePairs<String, Value>) {
    table = KeyTable()
    super.init()
    for (key, value) in pairs { self[key] = value }
  }

  /// The value of a string key.
  public subscript(key: String) -> Value? {
    get {
      let text = TextObject(key)
      return table.find(.string(text), hash: text.hash).map { table.value(at: $0) }
    }
    set {
      let text = TextObject(key)
      if let newValue {
        table.set(.string(text), hash: text.hash, to: newValue)
      } else if let place = table.find(.string(text), hash: text.hash) {
        table.remove(at: place)
      }
    }
  }

  /// The keys that are strings, in order.
  public var stringKeys: [String] {
    table.places.compactMap {
      if case .string(let text) = table.key(at: $0) { text.text } else { nil }
    }
  }

  override func takeContents() -> [Value] {
    defer { table = KeyTable() }
    return table.keys + table.values
  }

  override var isNested: Bool { table.holdsContainers }

  deinit { if isNested { Value.release(takeContents()) } }
}

/// A set; its elements keep the order in which they came.
public final class SetObject {
  @exclusivity(unchecked) var table: KeyTable

  init(_ table: consuming KeyTable = KeyTable()) { self.table = table }

  /// The elements: small whole numbers in their order, as Python mostly shows them.
  var items: [Value] {
    let items = table.keys
    let isSmall = items.allSatisfy {
      if case .int(let number) = $0 { (0..<1 << 16).contains(number) } else { false }
    }
    return isSmall ? items.sorted { ($0.asInt ?? 0) < ($1.asInt ?? 0) } : items
  }
}

/// `range(start, stop, step)`.
public final class RangeObject {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  init(_ start: Int, _ stop: Int, _ step: Int) {
    (self.start, self.stop, self.step) = (start, stop, step)
    let isEmpty = step > 0 ? start >= stop : start <= stop
    if isEmpty {
      count = 0
    } else {
      let distance =
        step > 0 ? UInt(bitPattern: stop &- start) : UInt(bitPattern: start &- stop)
      count = Int(clamping: (distance - 1) / step.magnitude + 1)
    }
  }

  subscript(index: Int) -> Int { start &+ index &* step }
}

/// `start:stop:step`.
public final class SliceObject: ContainerObject {
  private(set) var start: Value
  private(set) var stop: Value
  private(set) var step: Value
  /// Whether this is `:`, all of an axis.
  let isWhole: Bool

  init(_ start: Value, _ stop: Value, _ step: Value) {
    (self.start, self.stop, self.step) = (start, stop, step)
    isWhole = start.isNone && stop.isNone && step.isNone
  }

  override func takeContents() -> [Value] {
    defer { (start, stop, step) = (.none, .none, .none) }
    return [start, stop, step]
  }

  deinit {
    if start.isContainer || stop.isContainer || step.isContainer {
      Value.release(takeContents())
    }
  }

  /// Where a slice of a sequence begins and how many elements it has.
  static func places(
    _ start: Int?, _ stop: Int?, _ step: Int, of count: Int
  ) -> (start: Int, count: Int) {
    func bound(_ value: Int, _ low: Int, _ high: Int) -> Int {
      let value = value < 0 ? max(value, -count - 1) + count : value
      return min(max(value, low), high)
    }
    if step > 0 {
      let first = start.map { bound($0, 0, count) } ?? 0
      let last = stop.map { bound($0, 0, count) } ?? count
      return (first, first < last ? (last - first - 1) / step + 1 : 0)
    }
    let first = start.map { bound($0, -1, count - 1) } ?? count - 1
    let last = stop.map { bound($0, -1, count - 1) } ?? -1
    let size = step == Int.min ? Int.max : -step
    return (first, first > last ? (first - last - 1) / size + 1 : 0)
  }
}

/// A variable that several functions share.
public final class CellObject: ContainerObject {
  var value: Value

  init(_ value: Value) { self.value = value }

  override func takeContents() -> [Value] {
    defer { value = .undefined }
    return [value]
  }

  deinit { if value.isContainer { Value.release(takeContents()) } }
}

/// A function of the program.
public final class FunctionObject: ContainerObject {
  let code: FunctionCode
  private(set) var defaults: [Value]
  /// The cells of variables that live outside.
  private(set) var captures: [CellObject]

  init(_ code: FunctionCode, defaults: [Value], captures: [CellObject]) {
    (self.code, self.defaults, self.captures) = (code, defaults, captures)
  }

  override func takeContents() -> [Value] {
    let contents = defaults + captures.map { .cell($0) }
    (defaults, captures) = ([], [])
    return contents
  }

  deinit { if !captures.isEmpty || !defaults.isEmpty { Value.release(takeContents()) } }
}

/// A method together with the object it was taken from.
public final class MethodObject: ContainerObject {
  let function: NativeFunction
  private(set) var receiver: Value

  init(_ function: NativeFunction, of receiver: Value) {
    (self.function, self.receiver) = (function, receiver)
  }

  override func takeContents() -> [Value] {
    defer { receiver = .none }
    return [receiver]
  }

  deinit { if receiver.isContainer { Value.release(takeContents()) } }
}

/// A module. Its contents do not change.
public final class ModuleObject {
  let name: String
  /// The members; made when one is first asked for, which most modules never are.
  private(set) lazy var members = makeMembers()
  private let makeMembers: () -> [String: Value]
  /// What `from module import *` binds.
  var exports: [String] { members.keys.sorted() }

  init(_ name: String, _ members: @autoclosure @escaping () -> [String: Value]) {
    (self.name, makeMembers) = (name, members)
  }
}

/// An exception as a value: what `except … as e` binds.
public final class ExceptionObject: ContainerObject {
  let kind: PythonError.Kind
  private(set) var arguments: [Value]
  /// The error it was caught from, with its place.
  let error: PythonError?

  init(_ kind: PythonError.Kind, _ arguments: [Value], error: PythonError? = nil) {
    (self.kind, self.arguments, self.error) = (kind, arguments, error)
  }

  override func takeContents() -> [Value] {
    defer { arguments = [] }
    return arguments
  }

  deinit { if arguments.contains(where: \.isContainer) { Value.release(takeContents()) } }
}

/// What gives one value after the other, once.
public final class IteratorObject: ContainerObject {
  let typeName: String
  /// What it takes its values from. The step finds it here and holds on to nothing itself, so that
  /// iterators over iterators can be let go of without nesting.
  private var sources: [Value]
  private let step: ([Value], Interpreter) throws(PythonError) -> Value?
  private var isFinished = false

  init(
    _ typeName: String, over sources: [Value],
    _ step: @escaping ([Value], Interpreter) throws(PythonError) -> Value?
  ) {
    (self.typeName, self.sources, self.step) = (typeName, sources, step)
  }

  /// The next value, or nil at the end.
  func next(_ interpreter: Interpreter) throws(PythonError) -> Value? {
    if isFinished { return nil }
    let base = try interpreter.enter(slots: 0, height: 8)
    defer { interpreter.leave(base, height: 8) }
    if let value = try step(sources, interpreter) { return value }
    isFinished = true
    sources = []
    return nil
  }

  override func takeContents() -> [Value] {
    defer { sources = [] }
    return sources
  }

  deinit { if sources.contains(where: \.isContainer) { Value.release(takeContents()) } }
}

/// A type as a value: `int`, `list`, `np.ndarray`, `ValueError` …
public final class TypeObject: Sendable {
  /// How the type writes itself, as `numpy.ndarray`.
  let name: String
  /// What calling the type does.
  let constructor: NativeFunction?
  /// The kind of error that the type stands for.
  let errorKind: PythonError.Kind?
  /// The dtype that the type stands for.
  let elementType: ElementType?

  init(
    _ name: String, _ constructor: NativeFunction?, errorKind: PythonError.Kind? = nil,
    elementType: ElementType? = nil
  ) {
    (self.name, self.constructor) = (name, constructor)
    (self.errorKind, self.elementType) = (errorKind, elementType)
  }
}
