import LinearAlgebra

/// The functions and types that need no import.
enum Builtins {
  /// All of them by name.
  static var values: [String: Value] {
    var values = [String: Value](minimumCapacity: 192)
    for function in functions { values[function.name] = .native(function) }
    for type in Types.python { values[type.name] = .type(type) }
    for type in Types.errors { values[type.name] = .type(type) }
    values["__name__"] = .text("__main__")
    values["Ellipsis"] = .ellipsis
    return values
  }

  private static let functions: [NativeFunction] = [
    NativeFunction("print", "*args, sep=' ', end='\\n', flush=False") { call in
      let separator = call.has(0) ? try call.text(0) : " "
      var text = ""
      for (i, value) in call.rest.enumerated() {
        if i > 0 { text += separator }
        text += try call.interpreter.string(value)
      }
      text += call.has(1) ? try call.text(1) : "\n"
      call.interpreter.output(text)
      return .none
    },
    NativeFunction(
      "len", "obj",
      quick: { (value, _, _) throws(PythonError) in .int(try length(value.value)) }
    ) { call in
      .int(try length(call[0]))
    },
    NativeFunction("range", "start, stop=None, step=1") { call in
      let first = try call.int(0)
      let step = try call.int(2, default: 1)
      if step == 0 { throw PythonError(.valueError, "range() arg 3 must not be zero") }
      return .range(
        call[1].isUndefined
          ? RangeObject(0, first, step) : RangeObject(first, try call.int(1), step))
    },
    NativeFunction("enumerate", "iterable, start=0") { call in
      var number = try call.int(1, default: 0)
      let inner = try Interpreter.iterator(over: call[0])
      return .iterator(
        IteratorObject("enumerate", over: [.iterator(inner)]) {
          (sources, interpreter) throws(PythonError) in
          guard let value = try next(sources[0], interpreter) else { return nil }
          defer { number &+= 1 }
          return .tuple([.int(number), value])
        })
    },
    NativeFunction("zip", "*iterables, strict=False") { call in
      return .iterator(
        IteratorObject("zip", over: try iterators(over: call.rest)) {
          (sources, interpreter) throws(PythonError) in
          var items: [Value] = []
          for source in sources {
            guard let value = try next(source, interpreter) else { return nil }
            items.append(value)
          }
          return items.isEmpty ? nil : .tuple(items)
        })
    },
    NativeFunction("map", "function, *iterables") { call in
      if call.restCount == 0 {
        throw PythonError(.typeError, "map() must have at least two arguments.")
      }
      return .iterator(
        IteratorObject("map", over: [call[0]] + (try iterators(over: call.rest))) {
          (sources, interpreter) throws(PythonError) in
          var items: [Value] = []
          for source in sources.dropFirst() {
            guard let value = try next(source, interpreter) else { return nil }
            items.append(value)
          }
          return try interpreter.call(sources[0], items)
        })
    },
    NativeFunction("filter", "function, iterable") { call in
      let inner = try Interpreter.iterator(over: call[1])
      return .iterator(
        IteratorObject("filter", over: [call[0], .iterator(inner)]) {
          (sources, interpreter) throws(PythonError) in
          while let value = try next(sources[1], interpreter) {
            try interpreter.tick()
            let test = sources[0]
            let verdict = test.isNone ? value : try interpreter.call(test, [value])
            if try verdict.truth() { return value }
          }
          return nil
        })
    },
    NativeFunction("iter", "iterable") { call in
      .iterator(try Interpreter.iterator(over: call[0]))
    },
    NativeFunction("next", "iterator, default=None") { call in
      guard case .iterator(let iterator) = call[0] else {
        throw PythonError(.typeError, "'\(call[0].typeName)' object is not an iterator")
      }
      if let value = try iterator.next(call.interpreter) { return value }
      if call[1].isUndefined { throw PythonError(.stopIteration, "") }
      return call[1]
    },
    NativeFunction("sum", "iterable, start=0") { call in
      var cursor = try Cursor(call[0])
      var total = call[1].isUndefined ? Value.int(0) : call[1]
      if case .string = total {
        throw PythonError(
          .typeError, "sum() can't sum strings [use ''.join(seq) instead]")
      }
      while let value = try cursor.next(call.interpreter) {
        try call.interpreter.tick()
        total = try Operators.binary(.add, total, value, call.interpreter)
      }
      return total
    },
    NativeFunction("min", "*args, key=None, default=None") { call in
      try extremum(call, .less)
    },
    NativeFunction("max", "*args, key=None, default=None") { call in
      try extremum(call, .greater)
    },
    NativeFunction("abs", "x") { call in
      switch call[0] {
      case .int(let number):
        if number == Int.min { throw PythonError.integerOverflow }
        return .int(abs(number))
      case .float(let number): return .float(number.magnitude)
      case .bool(let truth): return .int(truth ? 1 : 0)
      case .array, .npFloat, .npInt, .npBool:
        return try call.interpreter.call(NumPyModule.absolute, [call[0]], [])
      default:
        throw PythonError(
          .typeError, "bad operand type for abs(): '\(call[0].typeName)'",
          .unsupportedOperands(operation: "abs", left: call[0].typeName, right: nil))
      }
    },
    NativeFunction("round", "number, ndigits=None") { call in
      try round(call)
    },
    NativeFunction("divmod", "a, b") { call in
      if let divisor = call[1].asFloat, divisor == 0, !call[0].isNumPy, !call[1].isNumPy,
        call[0].asInt == nil || call[1].asInt == nil
      {
        throw PythonError(.zeroDivisionError, "float divmod()", .slip(.divisionByZero))
      }
      return .tuple([
        try Operators.binary(.floorDivide, call[0], call[1], call.interpreter),
        try Operators.binary(.remainder, call[0], call[1], call.interpreter),
      ])
    },
    NativeFunction("pow", "base, exp") { call in
      try Operators.binary(.power, call[0], call[1], call.interpreter)
    },
    NativeFunction("sorted", "iterable, key=None, reverse=False") { call in
      let items = try call.interpreter.items(of: call[0])
      return .list(
        try sorted(
          items, key: call.has(1) ? call[1] : nil, isReversed: try call.bool(2), call.interpreter))
    },
    NativeFunction("reversed", "sequence") { call in
      let items = try call.interpreter.items(of: call[0])
      return .iterator(Interpreter.iterator("reversed", over: items.reversed()))
    },
    NativeFunction("any", "iterable") { call in
      var cursor = try Cursor(call[0])
      while let value = try cursor.next(call.interpreter) {
        try call.interpreter.tick()
        if try value.truth() { return .bool(true) }
      }
      return .bool(false)
    },
    NativeFunction("all", "iterable") { call in
      var cursor = try Cursor(call[0])
      while let value = try cursor.next(call.interpreter) {
        try call.interpreter.tick()
        if try !value.truth() { return .bool(false) }
      }
      return .bool(true)
    },
    NativeFunction("repr", "obj") { call in
      .text(try call.interpreter.repr(call[0]))
    },
    NativeFunction("format", "value, spec=''") { call in
      .text(
        try Formatting.format(call[0], call.has(1) ? try call.text(1) : "", call.interpreter))
    },
    NativeFunction("isinstance", "obj, classinfo") { call in
      .bool(try isInstance(call[0], of: call[1]))
    },
    NativeFunction("callable", "obj") { call in
      switch call[0] {
      case .function, .native, .method, .type: .bool(true)
      default: .bool(false)
      }
    },
    NativeFunction("id", "obj") { call in
      switch call[0] {
      case .array(let object): .int(identity(object))
      case .list(let object): .int(identity(object))
      case .dict(let object): .int(identity(object))
      case .tuple(let object): .int(identity(object))
      case .string(let object): .int(identity(object))
      case .function(let object): .int(identity(object))
      default: .int(try call[0].hashed() & Int.max)
      }
    },
    NativeFunction("hash", "obj") { call in
      .int(try call[0].hashed())
    },
    NativeFunction("ord", "c") { call in
      let scalars = Array(try call.text(0).unicodeScalars)
      guard scalars.count == 1 else {
        throw PythonError(
          .typeError, "ord() expected a character, but string of length \(scalars.count) found")
      }
      return .int(Int(scalars[0].value))
    },
    NativeFunction("chr", "i") { call in
      guard let scalar = UInt32(exactly: try call.int(0)).flatMap(Unicode.Scalar.init) else {
        throw PythonError(.valueError, "chr() arg not in range(0x110000)")
      }
      return .text(String(Character(scalar)))
    },
    NativeFunction("input", "prompt=''") { _ in throw PythonError.refused("input()") },
    NativeFunction("open", "*args, **kwargs") { _ in throw PythonError.refused("files: open()") },
    NativeFunction("eval", "*args, **kwargs") { _ in throw PythonError.refused("eval()") },
    NativeFunction("exec", "*args, **kwargs") { _ in throw PythonError.refused("exec()") },
    NativeFunction("compile", "*args, **kwargs") { _ in throw PythonError.refused("compile()") },
    NativeFunction("__import__", "*args, **kwargs") { _ in throw PythonError.refused("__import__()")
    },
    NativeFunction("globals", "") { _ in throw PythonError.refused("globals()") },
    NativeFunction("locals", "") { _ in throw PythonError.refused("locals()") },
    NativeFunction("getattr", "*args") { _ in throw PythonError.refused("getattr()") },
    NativeFunction("setattr", "*args") { _ in throw PythonError.refused("setattr()") },
    NativeFunction("super", "*args") { _ in throw PythonError.refused("super()") },
  ]

  private static func iterators(over values: [Value]) throws(PythonError) -> [Value] {
    var result: [Value] = []
    for value in values { result.append(.iterator(try Interpreter.iterator(over: value))) }
    return result
  }

  private static func next(
    _ iterator: Value, _ interpreter: Interpreter
  ) throws(PythonError) -> Value? {
    guard case .iterator(let iterator) = iterator else { return nil }
    return try iterator.next(interpreter)
  }

  private static func identity(_ object: AnyObject) -> Int {
    Int(bitPattern: ObjectIdentifier(object)) & Int.max
  }

  static func length(_ value: Value) throws(PythonError) -> Int {
    switch value {
    case .string(let text): return text.scalars.count
    case .list(let list): return list.items.count
    case .tuple(let tuple): return tuple.items.count
    case .dict(let dict): return dict.table.count
    case .set(let set): return set.table.count
    case .range(let range): return range.count
    case .array(let array):
      if array.rank == 0 { throw PythonError(.typeError, "len() of unsized object") }
      return array.dimensions[0]
    default:
      throw PythonError(
        .typeError, "object of type '\(value.typeName)' has no len()",
        .unsupportedOperands(operation: "len", left: value.typeName, right: nil))
    }
  }

  private static func extremum(
    _ call: borrowing Call, _ operation: ComparisonOperator
  ) throws(PythonError) -> Value {
    let name = operation == .less ? "min" : "max"
    let items: [Value]
    switch call.restCount {
    case 0:
      throw PythonError(.typeError, "\(name) expected at least 1 argument, got 0")
    case 1: items = try call.interpreter.items(of: call.rest(0))
    default: items = call.rest
    }
    guard var best = items.first else {
      if !call[1].isUndefined { return call[1] }
      throw PythonError(.valueError, "\(name)() arg is an empty sequence", .slip(.noElements))
    }
    let key = call.has(0) ? call[0] : nil
    func measure(_ value: Value, _ interpreter: Interpreter) throws(PythonError) -> Value {
      guard let key else { return value }
      return try interpreter.call(key, [value])
    }
    var bestKey = try measure(best, call.interpreter)
    for item in items.dropFirst() {
      try call.interpreter.tick()
      let itemKey = try measure(item, call.interpreter)
      if try Operators.compare(operation, itemKey, bestKey).truth() {
        (best, bestKey) = (item, itemKey)
      }
    }
    return best
  }

  private static func round(_ call: borrowing Call) throws(PythonError) -> Value {
    guard call.has(1) else {
      switch call[0] {
      case .int, .npInt: return call[0]
      case .bool(let truth): return .int(truth ? 1 : 0)
      case .float(let number), .npFloat(let number):
        if number.isNaN {
          throw PythonError(.valueError, "cannot convert float NaN to integer")
        }
        if number.isInfinite {
          throw PythonError(.overflowError, "cannot convert float infinity to integer")
        }
        guard let int = Int(exactly: number.rounded(.toNearestOrEven)) else {
          throw PythonError.integerOverflow
        }
        return .int(int)
      case .array: return try call.interpreter.call(NumPyModule.round, [call[0]], [])
      default: break
      }
      throw PythonError(
        .typeError, "type \(call[0].typeName) doesn't define __round__ method",
        .unsupportedOperands(operation: "round", left: call[0].typeName, right: nil))
    }
    let digits = try call.int(1)
    switch call[0] {
    case .float(let number): return .float(try rounded(number, digits))
    case .npFloat, .array, .npInt:
      return try call.interpreter.call(NumPyModule.round, [call[0], .int(digits)], [])
    case .int(let number):
      if digits >= 0 { return call[0] }
      guard let rounded = Int(exactly: try rounded(Double(number), digits)) else {
        throw PythonError.integerOverflow
      }
      return .int(rounded)
    default: return .float(try rounded(try call.float(0), digits))
    }
  }

  /// A float rounded to decimal digits as Python does: the exact value, ties to even.
  private static func rounded(_ number: Double, _ digits: Int) throws(PythonError) -> Double {
    if !number.isFinite || digits > 322 { return number }
    if digits < -308 { return number * 0 }
    if digits >= 0 { return Double(NumberText.fixed(number, digits)) ?? number }
    let text = NumberText.scientific(number, 17)
    let exponent = Int(text.split(separator: "e").last ?? "0") ?? 0
    let kept = exponent + digits
    if kept < -1 { return number * 0 }
    let scale = Double("1e\(-digits)") ?? 1
    return (number / scale).rounded(.toNearestOrEven) * scale
  }

  /// The values in ascending order; equals keep their order, also when reversed.
  static func sorted(
    _ items: [Value], key: Value?, isReversed: Bool, _ interpreter: Interpreter
  ) throws(PythonError) -> [Value] {
    var keyed: [(key: Value, item: Value)] = []
    for item in items {
      keyed.append(
        (
          try key.map { (key) throws(PythonError) in
            try interpreter.call(key, [item])
          } ?? item, item
        ))
    }
    try mergeSort(&keyed, isReversed: isReversed, interpreter)
    return keyed.map(\.item)
  }

  /// A stable merge sort, whose comparisons may fail. As in Python, all of them ask for less.
  private static func mergeSort(
    _ items: inout [(key: Value, item: Value)], isReversed: Bool, _ interpreter: Interpreter
  ) throws(PythonError) {
    var width = 1
    while width < items.count {
      var merged: [(key: Value, item: Value)] = []
      merged.reserveCapacity(items.count)
      for start in stride(from: 0, to: items.count, by: 2 * width) {
        let (middle, end) = (min(start + width, items.count), min(start + 2 * width, items.count))
        var (left, right) = (start, middle)
        while left < middle, right < end {
          try interpreter.tick()
          let (first, second) = isReversed ? (left, right) : (right, left)
          if try Operators.compare(.less, items[first].key, items[second].key).truth() {
            merged.append(items[right])
            right += 1
          } else {
            merged.append(items[left])
            left += 1
          }
        }
        merged += items[left..<middle]
        merged += items[right..<end]
      }
      items = merged
      width *= 2
    }
  }

  private static func isInstance(
    _ value: Value, of types: Value, depth: Int = 0
  ) throws(PythonError) -> Bool {
    switch types {
    case .tuple(let tuple):
      if depth > 100 { throw PythonError.tooDeepValue }
      for type in tuple.items where try isInstance(value, of: type, depth: depth + 1) {
        return true
      }
      return false
    case .type(let type): return Types.isInstance(value, of: type)
    default:
      throw PythonError(
        .typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
  }
}
