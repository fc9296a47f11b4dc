/// A function that is written in Swift.
///
/// Name, parameters and body stand in one place: a new function is one more entry of its module's
/// table. What it is for is told where learners ask, with its example.
public final class NativeFunction: Sendable {
  /// Its errors are all `PythonError`s; leaving them untyped lets entries be plain closures.
  typealias Body = @Sendable (borrowing Call) throws -> Value

  /// A short way for common arguments: nil sends a call the long way, through the body, which can
  /// do all. The second argument is `.undefined` where it is left out.
  ///
  /// The arguments are lent where they lie, so it must not run anything of the program.
  typealias Quick =
    @Sendable (borrowing Place, borrowing Place, Interpreter) throws(PythonError) -> Value?

  /// The name, as a program writes it.
  public let name: String
  /// What it takes, as Python writes a signature: `a, axis=None`. A leading `*` takes any number
  /// of arguments by position; parameters after it are passed by keyword, and `**` takes all
  /// other keywords.
  public let signature: String

  let parameters: [String]
  let requiredCount: Int
  let isVariadic: Bool
  /// The place of the parameter that takes all other keywords as a dictionary.
  let restKeywordsIndex: Int?
  let body: Body
  /// A short way for calls that pass the first parameter or the first two, where there is one.
  let quick: Quick?

  init(
    _ name: String, _ signature: String,
    quick: Quick? = nil, _ body: @escaping Body
  ) {
    (self.name, self.signature, self.body) = (name, signature, body)
    self.quick = quick
    var parameters: [String] = []
    var required = 0
    var isVariadic = false
    var restKeywordsIndex: Int?
    for part in signature.split(separator: ",") {
      let text = part.drop { $0 == " " }
      if text.hasPrefix("**") {
        restKeywordsIndex = parameters.count
        parameters.append(String(text))
        continue
      }
      if text.hasPrefix("*") {
        isVariadic = true
        continue
      }
      let name = text.prefix { $0 != "=" }
      if name.count == text.count, !isVariadic { required += 1 }
      parameters.append(String(name))
    }
    (self.parameters, requiredCount, self.isVariadic) = (parameters, required, isVariadic)
    self.restKeywordsIndex = restKeywordsIndex
  }
}

extension NativeFunction {
  /// Runs the function.
  func run(_ call: borrowing Call) throws(PythonError) -> Value {
    do {
      return try body(call)
    } catch let error as PythonError {
      throw error
    } catch {
      preconditionFailure("\(name) threw \(error)")
    }
  }
}

/// The arguments of one call of a native function: one for each parameter, `.undefined` where it
/// was left out, then those of a leading `*`.
///
/// They lie on the interpreter's stack, so that a call needs no memory of its own.
struct Call: ~Copyable {
  let interpreter: Interpreter
  let function: NativeFunction
  private let arguments: UnsafeMutablePointer<Place>
  private let total: Int

  init(
    _ interpreter: Interpreter, _ function: NativeFunction,
    _ arguments: UnsafeMutablePointer<Place>, total: Int
  ) {
    (self.interpreter, self.function) = (interpreter, function)
    (self.arguments, self.total) = (arguments, total)
  }

  /// An argument by the place of its parameter.
  subscript(index: Int) -> Value { arguments[index].value }

  /// Whether an argument is given, and not as `None`.
  func has(_ index: Int) -> Bool {
    switch arguments[index].value {
    case .undefined, .none: false
    default: true
    }
  }

  /// The arguments of a leading `*`.
  var rest: [Value] {
    (function.parameters.count..<total).map { arguments[$0].value }
  }

  /// How many arguments a leading `*` takes.
  var restCount: Int { total - function.parameters.count }

  /// One of the arguments of a leading `*`.
  func rest(_ index: Int) -> Value { arguments[function.parameters.count + index].value }

  // MARK: Typed arguments

  func int(_ index: Int) throws(PythonError) -> Int { try Call.int(arguments[index].value) }

  func int(_ index: Int, default value: Int) throws(PythonError) -> Int {
    has(index) ? try int(index) : value
  }

  static func int(_ value: Value) throws(PythonError) -> Int {
    if let number = value.asInt { return number }
    if case .array(let array) = value, array.count == 1, array.type != .float64 {
      return array.integers[0]
    }
    throw PythonError(
      .typeError, "'\(value.typeName)' object cannot be interpreted as an integer",
      value.asFloat != nil
        ? .slip(.fractionForWholeNumber(type: value.typeName))
        : .unsupportedOperands(operation: "int", left: value.typeName, right: nil))
  }

  func float(_ index: Int) throws(PythonError) -> Double {
    if let number = arguments[index].value.asFloat { return number }
    if case .array(let array) = arguments[index].value, array.count == 1 { return array.doubles[0] }
    throw PythonError(
      .typeError, "must be real number, not \(arguments[index].value.typeName)",
      .unsupportedOperands(operation: "float", left: arguments[index].value.typeName, right: nil))
  }

  func float(_ index: Int, default value: Double) throws(PythonError) -> Double {
    has(index) ? try float(index) : value
  }

  func bool(_ index: Int, default value: Bool = false) throws(PythonError) -> Bool {
    if case .undefined = arguments[index].value { return value }
    return try arguments[index].value.truth()
  }

  func text(_ index: Int) throws(PythonError) -> String {
    if case .string(let text) = arguments[index].value { return text.text }
    throw PythonError(
      .typeError, "must be str, not \(arguments[index].value.typeName)",
      .unsupportedOperands(
        operation: function.name, left: arguments[index].value.typeName, right: nil))
  }

  /// An array, or what can be made into one.
  func array(_ index: Int) throws(PythonError) -> NDArray {
    if case .array(let array) = arguments[index].value { return array }
    return try NDArray.make(from: arguments[index].value, interpreter)
  }

  /// A number or an array.
  func operand(_ index: Int) throws(PythonError) -> Operand {
    try Operand.make(from: arguments[index].value, interpreter)
  }

  /// One axis; nil for all.
  func axis(_ index: Int) throws(PythonError) -> Int? {
    has(index) ? try int(index) : nil
  }

  /// One axis or a tuple of them; nil for all.
  func axes(_ index: Int) throws(PythonError) -> [Int]? {
    guard has(index) else { return nil }
    if case .tuple(let tuple) = arguments[index].value { return try Call.ints(tuple.items) }
    return [try int(index)]
  }

  static func ints(_ values: [Value]) throws(PythonError) -> [Int] {
    var result: [Int] = []
    for value in values { result.append(try int(value)) }
    return result
  }

  /// Sizes: one number, or a tuple, list or array of them.
  func sizes(_ index: Int) throws(PythonError) -> [Int] {
    try Call.sizes(arguments[index].value, interpreter)
  }

  static func sizes(_ value: Value, _ interpreter: Interpreter) throws(PythonError) -> [Int] {
    switch value {
    case .tuple(let tuple): return try ints(tuple.items)
    case .list(let list): return try ints(list.items)
    case .array(let array) where array.rank == 1 && array.type == .int64: return array.integers
    default: return [try int(value)]
    }
  }

  /// The dtype that an argument names; nil where it is left out.
  func elementType(_ index: Int) throws(PythonError) -> ElementType? {
    guard has(index) else { return nil }
    switch arguments[index].value {
    case .elementType(let type): return type
    case .type(let type):
      if let elementType = type.elementType { return elementType }
    case .string(let text):
      switch text.text {
      case "float", "float64", "d", "f8", "double": return .float64
      case "int", "int64", "i8", "l": return .int64
      case "bool", "?": return .bool
      default: break
      }
    default: break
    }
    let text = try interpreter.repr(arguments[index].value)
    switch arguments[index].value {
    case .string, .type, .elementType: break
    default:
      // Sizes or rows that follow the first one as arguments of their own.
      let name = function.name
      let takesShape = function.parameters.first == "shape"
      throw PythonError(
        .typeError, "Cannot interpret '\(text)' as a data type",
        .slip(takesShape ? .sizesApart(function: name) : .elementsApart(function: name)))
    }
    throw PythonError(
      .typeError, "data type \(text) not understood", .refused("dtype \(text)"))
  }

  /// Where warnings of floating-point events go.
  func warn(_ events: FloatEvents, _ name: String) { interpreter.warn(events, name) }
}
