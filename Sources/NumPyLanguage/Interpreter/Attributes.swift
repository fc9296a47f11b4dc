import SourceText

/// Reading `owner.name`.
enum Attributes {
  static func get(
    _ owner: Value, _ name: String, _ interpreter: Interpreter
  ) throws(PythonError) -> Value {
    switch owner {
    case .array(let array):
      if let property = NDArray.Property(rawValue: name) { return array.value(of: property) }
    case .module(let module):
      if let member = module.members[name] { return member }
      if let inner = interpreter.module(named: module.name + "." + name) { return .module(inner) }
      throw PythonError(
        .attributeError, "module '\(module.name)' has no attribute '\(name)'",
        .unknownAttribute(
          name, of: module.name,
          suggestions: interpreter.suggestions(
            forAttribute: name,
            among: Array(module.members.keys)
              + (module.name == "numpy" ? ["random", "linalg"] : []))))
    case .npFloat, .npInt, .npBool:
      if let operand = Operand(owner), let property = NDArray.Property(rawValue: name) {
        let value = operand.asArray.value(of: property)
        if case .array = value { return owner }
        return value
      }
    default:
      if let value = property(name, of: owner) { return value }
    }
    if let kind = MethodTable.Owner(owner), let method = MethodTable.method(name, of: kind) {
      return .method(MethodObject(method, of: owner))
    }
    throw PythonError(
      .attributeError,
      "'\(owner.typeName)' object has no attribute '\(name)'",
      .unknownAttribute(
        name, of: owner.typeName,
        suggestions: interpreter.suggestions(forAttribute: name, among: names(of: owner))))
  }

  /// The attributes of a value.
  static func names(of owner: Value) -> [String] {
    let methods = MethodTable.Owner(owner).map { MethodTable.names(of: $0) } ?? []
    switch owner {
    case .array, .npFloat, .npInt, .npBool:
      return (["T", "shape", "ndim", "size", "dtype", "nbytes", "itemsize"] + methods).sorted()
    case .module(let module): return module.members.keys.sorted()
    case .exception: return ["args"]
    case .range, .slice: return (["start", "step", "stop"] + methods).sorted()
    case .elementType: return ["itemsize", "kind", "name"]
    case .function, .native, .type: return ["__name__"]
    default: return methods.sorted()
    }
  }

  private static func property(_ name: String, of owner: Value) -> Value? {
    switch (owner, name) {
    case (.exception(let exception), "args"): .tuple(exception.arguments)
    case (.range(let range), "start"): .int(range.start)
    case (.range(let range), "stop"): .int(range.stop)
    case (.range(let range), "step"): .int(range.step)
    case (.slice(let slice), "start"): slice.start
    case (.slice(let slice), "stop"): slice.stop
    case (.slice(let slice), "step"): slice.step
    case (.elementType(let type), "name"): .text(type.rawValue)
    case (.elementType(let type), "itemsize"): .int(type == .bool ? 1 : 8)
    case (.elementType(let type), "kind"):
      .text(type == .float64 ? "f" : type == .int64 ? "i" : "b")
    case (.function(let function), "__name__"): .text(function.code.name)
    case (.native(let function), "__name__"): .text(function.name)
    case (.type(let type), "__name__"):
      .text(String(type.name.split(separator: ".").last ?? ""))
    case (.int, "real"), (.float, "real"): owner
    case (.int, "imag"): .int(0)
    case (.float, "imag"): .float(0)
    default: nil
    }
  }
}

extension NDArray {
  /// What an array tells of itself.
  enum Property: String {
    case transpose = "T"
    case shape, ndim, size, dtype, itemsize, nbytes, flat, real
  }

  func value(of property: Property) -> Value {
    switch property {
    case .transpose: .array(transposed())
    case .shape: .tuple(dimensions.map { .int($0) })
    case .ndim: .int(rank)
    case .size: .int(count)
    case .dtype: .elementType(type)
    case .itemsize: .int(type == .bool ? 1 : 8)
    case .nbytes: .int(count * (type == .bool ? 1 : 8))
    case .flat: .iterator(Interpreter.iterator("numpy.flatiter", over: flatItems))
    case .real: .array(self)
    }
  }

  /// The elements in row-major order, as NumPy scalars.
  var flatItems: [Value] {
    let type = type
    return contiguousWords.map { Value(word: $0, type) }
  }
}

/// The methods of values, by the kind of value.
enum MethodTable {
  /// A kind of value that has methods.
  enum Owner: Hashable {
    case array, scalar, list, tuple, range, dict, set, string, int, float

    init?(_ value: Value) {
      switch value {
      case .array: self = .array
      case .npFloat, .npInt, .npBool: self = .scalar
      case .list: self = .list
      case .tuple: self = .tuple
      case .range: self = .range
      case .dict: self = .dict
      case .set: self = .set
      case .string: self = .string
      case .int, .bool: self = .int
      case .float: self = .float
      default: return nil
      }
    }
  }

  static func method(_ name: String, of owner: Owner) -> NativeFunction? { table(owner)[name] }

  static func names(of owner: Owner) -> [String] { Array(table(owner).keys) }

  private static func table(_ owner: Owner) -> [String: NativeFunction] {
    switch owner {
    case .array, .scalar: arrays
    case .list: lists
    case .tuple: tuples
    case .range: ranges
    case .dict: dicts
    case .set: sets
    case .string: strings
    case .int: ints
    case .float: floats
    }
  }

  private static let arrays = byName(ArrayMethods.all)
  private static let lists = byName(ListMethods.all)
  private static let tuples = byName(TupleMethods.all)
  private static let ranges = byName(RangeMethods.all)
  private static let dicts = byName(DictMethods.all)
  private static let sets = byName(SetMethods.all)
  private static let strings = byName(StringMethods.all)
  private static let ints = byName(NumberMethods.ints)
  private static let floats = byName(NumberMethods.floats)

  private static func byName(_ methods: [NativeFunction]) -> [String: NativeFunction] {
    Dictionary(methods.map { ($0.name, $0) }) { first, _ in first }
  }
}

extension NativeFunction {
  /// A method: a function whose first argument is the object it belongs to.
  static func method(
    _ name: String, _ signature: String,
    quick: Quick? = nil, _ body: @escaping Body
  ) -> NativeFunction {
    NativeFunction(
      name, signature.isEmpty ? "self" : "self, " + signature,
      quick: quick, body)
  }
}
