/// The methods of lists.
enum ListMethods {
  static let all: [NativeFunction] = [
    .method(
      "append", "object",
      quick: { list, object, interpreter in
        guard case .list(let list) = list.value,
          list.items.count < interpreter.limits.items
        else { return nil }
        list.items.append(object.value)
        return Value.none
      }
    ) { call in
      let list = try list(call[0])
      let limit = call.interpreter.limits.items
      if list.items.count >= limit { throw PythonError.tooManyItems(limit: limit) }
      list.items.append(call[1])
      return .none
    },
    .method("extend", "iterable") { call in
      let items = try call.interpreter.items(of: call[1])
      let list = try list(call[0])
      let limit = call.interpreter.limits.items
      if list.items.count + items.count > limit { throw PythonError.tooManyItems(limit: limit) }
      list.items += items
      return .none
    },
    .method("insert", "index, object") { call in
      let list = try list(call[0])
      let (count, index) = (list.items.count, try call.int(1))
      list.items.insert(
        call[2], at: min(max(index < 0 ? max(index, -count) + count : index, 0), count))
      return .none
    },
    .method("pop", "index=-1") { call in
      let list = try list(call[0])
      let (count, index) = (list.items.count, try call.int(1, default: -1))
      if count == 0 { throw PythonError(.indexError, "pop from empty list", .slip(.noElements)) }
      guard -count <= index, index < count else {
        throw PythonError(
          .indexError, "pop index out of range",
          .indexOutOfBounds(index: index, axis: 0, size: count))
      }
      return list.items.remove(at: index < 0 ? index + count : index)
    },
    .method("remove", "value") { call in
      let list = try list(call[0])
      guard let place = try place(of: call[1], in: list.items, from: 0) else {
        throw PythonError(.valueError, "list.remove(x): x not in list")
      }
      list.items.remove(at: place)
      return .none
    },
    .method("clear", "") { call in
      try list(call[0]).items = []
      return .none
    },
    .method("copy", "") { call in
      .list(ListObject(try list(call[0]).items))
    },
    .method("reverse", "") { call in
      try list(call[0]).items.reverse()
      return .none
    },
    .method("sort", "key=None, reverse=False") { call in
      let list = try list(call[0])
      list.items = try Builtins.sorted(
        list.items, key: call.has(1) ? call[1] : nil, isReversed: try call.bool(2),
        call.interpreter)
      return .none
    },
    .method("index", "value, start=0") { call in
      let items = try list(call[0]).items
      let start = max(0, try call.int(2, default: 0))
      guard let place = try place(of: call[1], in: items, from: start) else {
        throw PythonError(
          .valueError, "\(try call.interpreter.display(call[1])) is not in list")
      }
      return .int(place)
    },
    .method("count", "value") { call in
      .int(try count(of: call[1], in: try list(call[0]).items))
    },
  ]

  static func list(_ value: Value) throws(PythonError) -> ListObject {
    if case .list(let list) = value { return list }
    throw PythonError(.typeError, "expected a list, not '\(value.typeName)'")
  }

  static func place(
    of value: Value, in items: [Value], from start: Int
  ) throws(PythonError) -> Int? {
    for place in items.indices.dropFirst(start) {
      if items[place].isIdentical(to: value) { return place }
      if try items[place].equals(value) { return place }
    }
    return nil
  }

  static func count(of value: Value, in items: [Value]) throws(PythonError) -> Int {
    var count = 0
    for item in items where try item.equals(value) { count += 1 }
    return count
  }
}

/// The methods of tuples.
enum TupleMethods {
  static let all: [NativeFunction] = [
    .method("index", "value") { call in
      guard let place = try ListMethods.place(of: call[1], in: try items(call[0]), from: 0) else {
        throw PythonError(.valueError, "tuple.index(x): x not in tuple")
      }
      return .int(place)
    },
    .method("count", "value") { call in
      .int(try ListMethods.count(of: call[1], in: try items(call[0])))
    },
  ]

  private static func items(_ value: Value) throws(PythonError) -> [Value] {
    if case .tuple(let tuple) = value { return tuple.items }
    throw PythonError(.typeError, "expected a tuple, not '\(value.typeName)'")
  }
}

/// The methods of ranges.
enum RangeMethods {
  static let all: [NativeFunction] = [
    .method("index", "value") { call in
      guard case .range(let range) = call[0], try Operators.contains(call[0], call[1]) else {
        throw PythonError(
          .valueError, "\(try call.interpreter.display(call[1])) is not in range")
      }
      let number = call[1].asInt ?? Int(call[1].asFloat ?? 0)
      return .int((number &- range.start) / range.step)
    },
    .method("count", "value") { call in
      .int(try Operators.contains(call[0], call[1]) ? 1 : 0)
    },
  ]
}

/// The methods of dictionaries. What they give of keys and values does not follow later changes.
enum DictMethods {
  static let all: [NativeFunction] = [
    .method("keys", "") { call in
      .list(try dict(call[0]).table.keys)
    },
    .method("values", "") { call in
      .list(try dict(call[0]).table.values)
    },
    .method("items", "") { call in
      let dict = try dict(call[0])
      return .list(
        dict.table.places.map { .tuple([dict.table.key(at: $0), dict.table.value(at: $0)]) })
    },
    .method("get", "key, default=None") { call in
      let dict = try dict(call[0])
      if let place = dict.table.find(call[1], hash: try call[1].hashed()) {
        return dict.table.value(at: place)
      }
      return call.has(2) ? call[2] : .none
    },
    .method("pop", "key, default=None") { call in
      let dict = try dict(call[0])
      if let place = dict.table.find(call[1], hash: try call[1].hashed()) {
        let value = dict.table.value(at: place)
        dict.table.remove(at: place)
        return value
      }
      if call[2].isUndefined {
        throw dict.missing(call[1], try call.interpreter.display(call[1]))
      }
      return call[2]
    },
    .method("setdefault", "key, default=None") { call in
      let dict = try dict(call[0])
      let hash = try call[1].hashed()
      if let place = dict.table.find(call[1], hash: hash) { return dict.table.value(at: place) }
      let value = call.has(2) ? call[2] : Value.none
      dict.table.set(call[1], hash: hash, to: value)
      return value
    },
    .method("update", "other=(), **kwargs") { call in
      let dict = try dict(call[0])
      if call.has(1) { try dict.merge(call[1], call.interpreter) }
      if call.has(2) { try dict.merge(call[2], call.interpreter) }
      return .none
    },
    .method("copy", "") { call in
      .dict(DictObject(try dict(call[0]).table.copy()))
    },
    .method("clear", "") { call in
      try dict(call[0]).table = KeyTable()
      return .none
    },
  ]

  private static func dict(_ value: Value) throws(PythonError) -> DictObject {
    if case .dict(let dict) = value { return dict }
    throw PythonError(.typeError, "expected a dict, not '\(value.typeName)'")
  }
}

/// The methods of sets.
enum SetMethods {
  static let all: [NativeFunction] = [
    .method("add", "element") { call in
      try set(call[0]).insert(call[1])
      return .none
    },
    .method("remove", "element") { call in
      let set = try set(call[0])
      guard let place = set.table.find(call[1], hash: try call[1].hashed()) else {
        let text = try call.interpreter.display(call[1])
        throw PythonError(.keyError, text, .missingKey(text, suggestions: []))
      }
      set.table.remove(at: place)
      return .none
    },
    .method("discard", "element") { call in
      let set = try set(call[0])
      if let place = set.table.find(call[1], hash: try call[1].hashed()) {
        set.table.remove(at: place)
      }
      return .none
    },
    .method("copy", "") { call in
      .set(SetObject(try set(call[0]).table.copy()))
    },
    .method("clear", "") { call in
      try set(call[0]).table = KeyTable()
      return .none
    },
    combination("union", .or),
    combination("intersection", .and),
    combination("difference", .subtract),
  ]

  private static func combination(
    _ name: String, _ operation: BinaryOperator
  ) -> NativeFunction {
    .method(name, "other") { call in
      let other = SetObject()
      for item in try call.interpreter.items(of: call[1]) { try other.insert(item) }
      return try Operators.binary(operation, call[0], .set(other), call.interpreter)
    }
  }

  private static func set(_ value: Value) throws(PythonError) -> SetObject {
    if case .set(let set) = value { return set }
    throw PythonError(.typeError, "expected a set, not '\(value.typeName)'")
  }
}

/// The methods of Python's own numbers.
enum NumberMethods {
  static let floats: [NativeFunction] = [
    .method("is_integer", "") { call in
      let number = try call.float(0)
      return .bool(number.isFinite && number == number.rounded())
    }
  ]
  static let ints: [NativeFunction] = [
    .method("bit_length", "") { call in
      .int(Int.bitWidth - Int(try call.int(0).magnitude).leadingZeroBitCount)
    }
  ]
}
