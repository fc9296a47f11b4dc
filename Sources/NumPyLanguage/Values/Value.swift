/// A value of a running program.
///
/// Numbers are held in place; everything else is a reference to an object, as in Python, so that
/// two names can share a list, a dictionary or an array.
public enum Value {
  /// No value: an unbound name, or an argument that was left out.
  case undefined
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// NumPy's scalars, which divide by zero with a warning and have attributes of arrays.
  case npBool(Bool)
  case npInt(Int)
  case npFloat(Double)
  case string(TextObject)
  case array(NDArray)
  case list(ListObject)
  case tuple(TupleObject)
  case dict(DictObject)
  case set(SetObject)
  case range(RangeObject)
  case slice(SliceObject)
  case function(FunctionObject)
  case native(NativeFunction)
  case method(MethodObject)
  case type(TypeObject)
  case module(ModuleObject)
  case iterator(IteratorObject)
  case exception(ExceptionObject)
  case elementType(ElementType)
  case ellipsis
  /// A variable that several functions share; only frames hold these.
  case cell(CellObject)
  /// An object that only stands for itself: a figure's axes, the generator of random numbers.
  case opaque(TextObject)

  /// A string.
  public static func text(_ text: String) -> Value { .string(TextObject(text)) }

  /// A list.
  static func list(_ items: [Value]) -> Value { .list(ListObject(items)) }

  /// A tuple.
  static func tuple(_ items: [Value]) -> Value { .tuple(TupleObject(items)) }

  /// Whether this is no value.
  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Whether this is `None`.
  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// Python's name of the value's type, as `type(x).__name__`.
  public var typeName: String {
    switch self {
    case .undefined, .cell: "undefined"
    case .none: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .npBool: "numpy.bool"
    case .npInt: "numpy.int64"
    case .npFloat: "numpy.float64"
    case .string: "str"
    case .array: "numpy.ndarray"
    case .list: "list"
    case .tuple: "tuple"
    case .dict: "dict"
    case .set: "set"
    case .range: "range"
    case .slice: "slice"
    case .function: "function"
    case .native: "builtin_function_or_method"
    case .method: "method"
    case .type: "type"
    case .module: "module"
    case .iterator(let iterator): iterator.typeName
    case .exception(let exception): exception.kind.rawValue
    case .elementType: "numpy.dtype"
    case .ellipsis: "ellipsis"
    case .opaque(let name): name.text
    }
  }

  /// The number as a float, for the types that are numbers.
  var asFloat: Double? {
    switch self {
    case .float(let number), .npFloat(let number): number
    case .int(let number), .npInt(let number): Double(number)
    case .bool(let truth), .npBool(let truth): truth ? 1 : 0
    case .array(let array) where array.rank == 0:
      Double(bitPattern: array.words(as: .float64)[0])
    default: nil
    }
  }

  /// The number as an integer, for the types that are whole numbers.
  var asInt: Int? {
    switch self {
    case .int(let number), .npInt(let number): number
    case .bool(let truth), .npBool(let truth): truth ? 1 : 0
    case .array(let array) where array.rank == 0 && array.type != .float64: array.integers[0]
    default: nil
    }
  }

  /// Whether this is a NumPy scalar or array.
  var isNumPy: Bool {
    switch self {
    case .npBool, .npInt, .npFloat, .array: true
    default: false
    }
  }
}
