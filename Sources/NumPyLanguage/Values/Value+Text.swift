import LinearAlgebra

/// Writes values as Python's `str` and `repr` do.
///
/// One thing differs on purpose: NumPy's scalars inside lists, tuples and dictionaries are written
/// as plain numbers, not as `np.float64(0.5)`.
struct ValueWriter {
  /// How arrays are printed.
  let format: ArrayFormat
  private var open: Set<ObjectIdentifier> = []

  init(_ format: ArrayFormat) { self.format = format }

  /// What `print` shows.
  mutating func string(_ value: Value) throws(PythonError) -> String {
    switch value {
    case .string(let text): text.text
    case .array(let array): arrayText(array, isRepr: false)
    case .npFloat, .npInt, .npBool: try item(value)
    case .exception(let exception): try message(exception)
    case .elementType(let type): type.rawValue
    default: try repr(value)
    }
  }

  /// What the prompt shows.
  mutating func repr(_ value: Value) throws(PythonError) -> String {
    switch value {
    case .npFloat(let number): "np.float64(\(ArrayFormat.scalar(number)))"
    case .npInt(let number): "np.int64(\(number))"
    case .npBool(let truth): "np.\(ArrayFormat.scalar(truth))_"
    default: try item(value)
    }
  }

  /// What a container shows of an element.
  mutating func item(_ value: Value) throws(PythonError) -> String {
    switch value {
    case .undefined, .cell: return "<undefined>"
    case .none: return "None"
    case .bool(let truth), .npBool(let truth): return ArrayFormat.scalar(truth)
    case .int(let number), .npInt(let number): return String(number)
    case .float(let number), .npFloat(let number): return ArrayFormat.scalar(number)
    case .string(let text): return ValueWriter.quoted(text.text)
    case .array(let array): return arrayText(array, isRepr: true)
    case .list(let list): return try items(list, list.items, "[", "]", cycle: "[...]")
    case .tuple(let tuple):
      let end = tuple.items.count == 1 ? ",)" : ")"
      return try items(tuple, tuple.items, "(", end, cycle: "(...)")
    case .set(let set):
      return set.table.count == 0
        ? "set()" : try items(set, set.items, "{", "}", cycle: "{...}")
    case .dict(let dict): return try pairs(dict)
    case .range(let range):
      let step = range.step == 1 ? "" : ", \(range.step)"
      return "range(\(range.start), \(range.stop)\(step))"
    case .slice(let slice):
      let parts = [try item(slice.start), try item(slice.stop), try item(slice.step)]
      return "slice(" + parts.joined(separator: ", ") + ")"
    case .function(let function): return "<function \(function.code.name)>"
    case .native(let function): return "<built-in function \(function.name)>"
    case .method(let method): return "<built-in method \(method.function.name)>"
    case .type(let type): return "<class '\(type.name)'>"
    case .module(let module): return "<module '\(module.name)'>"
    case .iterator(let iterator): return "<\(iterator.typeName) object>"
    case .exception(let exception):
      let end = exception.arguments.count == 1 ? ")" : ")"
      return try exception.kind.rawValue
        + items(exception, exception.arguments, "(", end, cycle: "(...)")
    case .elementType(let type): return "dtype('\(type.rawValue)')"
    case .ellipsis: return "Ellipsis"
    case .opaque(let name): return "<\(name.text)>"
    }
  }

  /// What `str` gives of an exception: its argument, or all of them.
  private mutating func message(_ exception: ExceptionObject) throws(PythonError) -> String {
    if let error = exception.error { return error.message }
    guard try enter(exception) else { return "..." }
    defer { open.remove(ObjectIdentifier(exception)) }
    switch exception.arguments.count {
    case 0: return ""
    case 1:
      return exception.kind == .keyError
        ? try item(exception.arguments[0]) : try string(exception.arguments[0])
    default: return try item(.tuple(exception.arguments))
    }
  }

  private mutating func enter(_ object: AnyObject) throws(PythonError) -> Bool {
    if open.count > 100 { throw .tooDeepValue }
    return open.insert(ObjectIdentifier(object)).inserted
  }

  private mutating func items(
    _ object: AnyObject, _ items: [Value], _ start: String, _ end: String, cycle: String
  ) throws(PythonError) -> String {
    guard try enter(object) else { return cycle }
    defer { open.remove(ObjectIdentifier(object)) }
    var text = start
    for (position, item) in items.enumerated() {
      if position > 0 { text += ", " }
      text += try self.item(item)
      try checkSize(text)
    }
    return text + end
  }

  private mutating func pairs(_ dict: DictObject) throws(PythonError) -> String {
    guard try enter(dict) else { return "{...}" }
    defer { open.remove(ObjectIdentifier(dict)) }
    var text = "{"
    for place in dict.table.places {
      if text.utf8.count > 1 { text += ", " }
      text += try item(dict.table.key(at: place)) + ": " + item(dict.table.value(at: place))
      try checkSize(text)
    }
    return text + "}"
  }

  private func checkSize(_ text: String) throws(PythonError) {
    if text.utf8.count > Limits().textSize { throw .textTooLong(text.utf8.count) }
  }

  private func arrayText(_ array: NDArray, isRepr: Bool) -> String {
    let shape = array.shape
    switch (array.type, isRepr) {
    case (.float64, false): return format.string(elements: array.doubles, shape: shape)
    case (.float64, true): return format.repr(elements: array.doubles, shape: shape)
    case (.int64, false): return format.string(elements: array.integers, shape: shape)
    case (.int64, true): return format.repr(elements: array.integers, shape: shape)
    case (.bool, false):
      return format.string(elements: array.contiguousWords.map { $0 != 0 }, shape: shape)
    case (.bool, true):
      return format.repr(elements: array.contiguousWords.map { $0 != 0 }, shape: shape)
    }
  }

  /// A string as Python writes it in source: single quotes unless it holds only such quotes.
  static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xAD {
          let code = String(scalar.value, radix: 16)
          result.append(contentsOf: ("\\x" + (code.count < 2 ? "0" : "") + code).unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    result.append(quote)
    return String(result)
  }
}

extension PythonError {
  static func textTooLong(_ bytes: Int) -> PythonError {
    PythonError(
      .memoryError, "string is too long",
      .tooLarge(bytes: Double(bytes), limit: Double(Limits().textSize)))
  }
}
