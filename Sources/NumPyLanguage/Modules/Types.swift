/// The types that programs can name, call and compare.
enum Types {
  static let int = TypeObject("int", toInt, elementType: .int64)
  static let float = TypeObject("float", toFloat, elementType: .float64)
  static let bool = TypeObject("bool", toBool, elementType: .bool)
  static let str = TypeObject("str", toText)
  static let list = TypeObject("list", toList)
  static let tuple = TypeObject("tuple", toTuple)
  static let dict = TypeObject("dict", toDict)
  static let set = TypeObject("set", toSet)
  static let slice = TypeObject("slice", toSlice)
  static let type = TypeObject("type", typeOf)
  static let object = TypeObject("object", nil)

  static let ndarray = TypeObject("numpy.ndarray", nil)
  static let float64 = TypeObject(
    "numpy.float64", toScalar("float64", .float64), elementType: .float64)
  static let int64 = TypeObject("numpy.int64", toScalar("int64", .int64), elementType: .int64)
  static let npBool = TypeObject("numpy.bool", toScalar("bool", .bool), elementType: .bool)
  static let dtype = TypeObject("numpy.dtype", toElementType)

  /// The types of Python itself.
  static let python = [int, float, bool, str, list, tuple, dict, set, slice, type, object]

  /// The kinds of error, which `raise` and `except` name.
  static let errors = PythonError.Kind.allCases.map { errorTypes[$0]! }

  private static let errorTypes = Dictionary(
    uniqueKeysWithValues: PythonError.Kind.allCases.map { kind in
      let constructor = NativeFunction(kind.rawValue, "*args") { call in
        .exception(ExceptionObject(kind, call.rest))
      }
      return (kind, TypeObject(kind.rawValue, constructor, errorKind: kind))
    })

  /// Types without a name in programs, by their names.
  private static let others = Dictionary(
    uniqueKeysWithValues: [
      "NoneType", "range", "function", "builtin_function_or_method", "method", "module",
      "ellipsis",
    ].map { ($0, TypeObject($0, nil)) })
  private static let unknown = TypeObject("object", nil)

  /// The type of a value.
  static func type(of value: Value) -> TypeObject {
    switch value {
    case .bool: bool
    case .int: int
    case .float: float
    case .npBool: npBool
    case .npInt: int64
    case .npFloat: float64
    case .string: str
    case .array: ndarray
    case .list: list
    case .tuple: tuple
    case .dict: dict
    case .set: set
    case .slice: slice
    case .type: type
    case .exception(let exception): errorTypes[exception.kind] ?? unknown
    case .elementType: dtype
    default: others[value.typeName] ?? unknown
    }
  }

  /// Whether a value is of a type or of one derived from it.
  static func isInstance(_ value: Value, of type: TypeObject) -> Bool {
    let own = self.type(of: value)
    if own === type || type === object { return true }
    switch value {
    case .bool: return type === int
    case .npFloat:
      return type === float || type.name == "numpy.floating" || type.name == "numpy.number"
    case .npInt: return type.name == "numpy.integer" || type.name == "numpy.number"
    case .exception(let exception):
      return type.errorKind.map { exception.kind.isCase(of: $0) } ?? false
    default: return false
    }
  }

  // MARK: Constructors

  private static let toInt = NativeFunction("int", "x=0, base=10") { call in
    switch call[0] {
    case .undefined: return .int(0)
    case .string(let text): return .int(try parseInt(text.text, try call.int(1, default: 10)))
    default: break
    }
    if let number = call[0].asInt { return .int(number) }
    if call[0].asFloat == nil, !call[0].isNumPy {
      throw PythonError(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not "
          + "'\(call[0].typeName)'",
        .unsupportedOperands(operation: "int", left: call[0].typeName, right: nil))
    }
    let number = try single(call)
    if number.isNaN { throw PythonError(.valueError, "cannot convert float NaN to integer") }
    if number.isInfinite {
      throw PythonError(.overflowError, "cannot convert float infinity to integer")
    }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
      throw PythonError.integerOverflow
    }
    return .int(whole)
  }

  /// The number of an argument; an array must have one element.
  private static func single(_ call: borrowing Call) throws(PythonError) -> Double {
    if case .array(let array) = call[0], array.count != 1 {
      throw PythonError(
        .typeError, "only 0-dimensional arrays can be converted to Python scalars",
        .ambiguousTruth(shape: array.shape))
    }
    return try call.float(0)
  }

  private static func parseInt(_ text: String, _ base: Int) throws(PythonError) -> Int {
    guard base == 0 || (2...36).contains(base) else {
      throw PythonError(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    var digits = text.filter { !$0.isWhitespace && $0 != "_" }
    var radix = base == 0 ? 10 : base
    for (prefix, own) in [("0x", 16), ("0b", 2), ("0o", 8)]
    where digits.lowercased().hasPrefix(prefix) && (base == 0 || base == own) {
      digits.removeFirst(2)
      radix = own
    }
    if let number = Int(digits, radix: radix) { return number }
    let unsigned = digits.first == "-" || digits.first == "+" ? digits.dropFirst() : digits[...]
    if !unsigned.isEmpty, unsigned.allSatisfy({ ($0.hexDigitValue ?? 99) < radix }) {
      throw PythonError.integerOverflow
    }
    throw PythonError(
      .valueError,
      "invalid literal for int() with base \(base): \(ValueWriter.quoted(text))",
      .slip(.notANumber(text)))
  }

  private static let toFloat = NativeFunction("float", "x=0.0") { call in
    switch call[0] {
    case .undefined: return .float(0)
    case .string(let text): return .float(try parseFloat(text.text))
    default: break
    }
    if call[0].asFloat == nil, !call[0].isNumPy {
      throw PythonError(
        .typeError,
        "float() argument must be a string or a real number, not '\(call[0].typeName)'",
        .unsupportedOperands(operation: "float", left: call[0].typeName, right: nil))
    }
    return .float(try single(call))
  }

  private static func parseFloat(_ text: String) throws(PythonError) -> Double {
    var digits = text
    while digits.first?.isWhitespace == true { digits.removeFirst() }
    while digits.last?.isWhitespace == true { digits.removeLast() }
    let plain = digits.filter { $0 != "_" }
    let unsigned = plain.first == "-" || plain.first == "+" ? plain.dropFirst() : plain[...]
    switch unsigned.lowercased() {
    case "inf", "infinity": return plain.first == "-" ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    let allowed = unsigned.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }
    if allowed, let first = unsigned.first, first.isNumber || first == "." {
      // Swift wants digits on both sides of the point, Python on one.
      var text = String(unsigned)
      if text.hasPrefix(".") { text = "0" + text }
      text = text.replacing(".e", with: ".0e").replacing(".E", with: ".0E")
      if text.hasSuffix(".") { text += "0" }
      if unsigned != ".", let number = Double(text) { return plain.first == "-" ? -number : number }
    }
    throw PythonError(
      .valueError, "could not convert string to float: \(ValueWriter.quoted(text))",
      .slip(.notANumber(text)))
  }

  private static let toBool = NativeFunction("bool", "x=False") { call in
    .bool(try call[0].truth())
  }

  private static let toText = NativeFunction("str", "object=''") { call in
    call[0].isUndefined ? .text("") : .text(try call.interpreter.string(call[0]))
  }

  private static let toList = NativeFunction("list", "iterable=()") { call in
    .list(call[0].isUndefined ? [] : try call.interpreter.items(of: call[0]))
  }

  private static let toTuple = NativeFunction("tuple", "iterable=()") { call in
    .tuple(call[0].isUndefined ? [] : try call.interpreter.items(of: call[0]))
  }

  private static let toSet = NativeFunction("set", "iterable=()") { call in
    .set(
      try SetObject(unique: call[0].isUndefined ? [] : try call.interpreter.items(of: call[0])))
  }

  private static let toDict = NativeFunction("dict", "mapping=(), **kwargs") { call in
    let dict = DictObject()
    if call.has(0) { try dict.merge(call[0], call.interpreter) }
    if call.has(1) { try dict.merge(call[1], call.interpreter) }
    return .dict(dict)
  }

  private static let toSlice = NativeFunction("slice", "start, stop=None, step=None") { call in
    call[1].isUndefined
      ? .slice(SliceObject(.none, call[0], .none))
      : .slice(SliceObject(call[0], call[1], call.has(2) ? call[2] : .none))
  }

  private static let typeOf = NativeFunction("type", "object") { call in
    .type(type(of: call[0]))
  }

  private static func toScalar(_ name: String, _ type: ElementType) -> NativeFunction {
    NativeFunction(name, "x=0") { call in
      if call[0].isUndefined { return Value(word: type == .float64 ? (0.0).bitPattern : 0, type) }
      if case .string = call[0] {
        return .npFloat(try parseFloat(try call.text(0)))
      }
      return try call.array(0).converted(to: type).valueOrScalar
    }
  }

  private static let toElementType = NativeFunction("dtype", "dtype") { call in
    .elementType(try call.elementType(0) ?? .float64)
  }
}
