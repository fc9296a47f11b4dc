/// The methods of lists.
enum ListMethods {
  static let all: [NativeFunction] = [
    .method(
      "append", "object", ja: "末尾に加える", en: "adds an element at the end",
      quick: { list, object, interpreter in
        guard case .list(let list) = list.value,
          list.items.count < interpreter.limits.elements / 8
        else { return nil }
        list.items.append(object.value)
        return Value.none
      }
    ) { call in
      let list = try list(call[0])
      if list.items.count >= call.interpreter.limits.elements / 8 {
        throw PythonError.tooManyItems(list.items.count)
      }
      list.items.append(call[1])
      return .none
    },
    .method("extend", "iterable", ja: "すべてを末尾に加える", en: "adds all elements at the end") { call in
      let items = try call.interpreter.items(of: call[1])
      let list = try list(call[0])
      if list.items.count + items.count > call.interpreter.limits.elements / 8 {
        throw PythonError.tooManyItems(list.items.count + items.count)
      }
      list.items += items
      return .none
    },
    .method("insert", "index, object", ja: "途中に入れる", en: "puts an element before a place") { call in
      let list = try list(call[0])
      let (count, index) = (list.items.count, try call.int(1))
      list.items.insert(
        call[2], at: min(max(index < 0 ? max(index, -count) + count : index, 0), count))
      return .none
    },
    .method("pop", "index=-1", ja: "取り除いて返す", en: "takes an element out and gives it") { call in
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
    .method("remove", "value", ja: "最初の同じ値を取り除く", en: "takes out the first equal element") { call in
      let list = try list(call[0])
      guard let place = try place(of: call[1], in: list.items, from: 0) else {
        throw PythonError(.valueError, "list.remove(x): x not in list")
      }
      list.items.remove(at: place)
      return .none
    },
    .method("clear", "", ja: "空にする", en: "takes out all elements") { call in
      try list(call[0]).items = []
      return .none
    },
    .method("copy", "", ja: "浅いコピー", en: "another list of the same elements") { call in
      .list(ListObject(try list(call[0]).items))
    },
    .method("reverse", "", ja: "逆順にする", en: "turns the order around") { call in
      try list(call[0]).items.reverse()
      return .none
    },
    .method("sort", "key=None, reverse=False", ja: "並べ替える", en: "sorts in place") { call in
      let list = try list(call[0])
      list.items = try Builtins.sorted(
        list.items, key: call.has(1) ? call[1] : nil, isReversed: try call.bool(2),
        call.interpreter)
      return .none
    },
    .method("index", "value, start=0", ja: "最初の位置", en: "the place of the first equal element") {
      call in
      let items = try list(call[0]).items
      let start = max(0, try call.int(2, default: 0))
      guard let place = try place(of: call[1], in: items, from: start) else {
        throw PythonError(
          .valueError, "\(try call.interpreter.display(call[1])) is not in list")
      }
      return .int(place)
    },
    .method("count", "value", ja: "同じ値の数", en: "how many elements are equal to a value") { call in
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
    .method("index", "value", ja: "最初の位置", en: "the place of the first equal element") { call in
      guard let place = try ListMethods.place(of: call[1], in: try items(call[0]), from: 0) else {
        throw PythonError(.valueError, "tuple.index(x): x not in tuple")
      }
      return .int(place)
    },
    .method("count", "value", ja: "同じ値の数", en: "how many elements are equal to a value") { call in
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
    .method("index", "value", ja: "位置", en: "the place of a number") { call in
      guard case .range(let range) = call[0], try Operators.contains(call[0], call[1]) else {
        throw PythonError(
          .valueError, "\(try call.interpreter.display(call[1])) is not in range")
      }
      let number = call[1].asInt ?? Int(call[1].asFloat ?? 0)
      return .int((number &- range.start) / range.step)
    },
    .method("count", "value", ja: "その数の回数", en: "1 where a number is in the range, else 0") {
      call in
      .int(try Operators.contains(call[0], call[1]) ? 1 : 0)
    },
  ]
}

/// The methods of dictionaries. What they give of keys and values does not follow later changes.
enum DictMethods {
  static let all: [NativeFunction] = [
    .method("keys", "", ja: "キーの一覧", en: "the keys") { call in
      .list(try dict(call[0]).table.keys)
    },
    .method("values", "", ja: "値の一覧", en: "the values") { call in
      .list(try dict(call[0]).table.values)
    },
    .method("items", "", ja: "キーと値の組の一覧", en: "the pairs of key and value") { call in
      let dict = try dict(call[0])
      return .list(
        dict.table.places.map { .tuple([dict.table.key(at: $0), dict.table.value(at: $0)]) })
    },
    .method("get", "key, default=None", ja: "値、なければ既定値", en: "the value of a key, or a default") {
      call in
      let dict = try dict(call[0])
      if let place = dict.table.find(call[1], hash: try call[1].hashed()) {
        return dict.table.value(at: place)
      }
      return call.has(2) ? call[2] : .none
    },
    .method("pop", "key, default=None", ja: "取り除いて値を返す", en: "takes a key out and gives its value")
    { call in
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
    .method(
      "setdefault", "key, default=None", ja: "値、なければ既定値を入れる",
      en: "the value of a key, set to a default if missing"
    ) { call in
      let dict = try dict(call[0])
      let hash = try call[1].hashed()
      if let place = dict.table.find(call[1], hash: hash) { return dict.table.value(at: place) }
      let value = call.has(2) ? call[2] : Value.none
      dict.table.set(call[1], hash: hash, to: value)
      return value
    },
    .method(
      "update", "other=(), **kwargs", ja: "ほかの辞書の内容を加える",
      en: "takes over another dictionary's pairs"
    ) { call in
      let dict = try dict(call[0])
      if call.has(1) { try dict.merge(call[1], call.interpreter) }
      if call.has(2) { try dict.merge(call[2], call.interpreter) }
      return .none
    },
    .method("copy", "", ja: "浅いコピー", en: "another dictionary of the same pairs") { call in
      .dict(DictObject(try dict(call[0]).table.copy()))
    },
    .method("clear", "", ja: "空にする", en: "takes out all pairs") { call in
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
    .method("add", "element", ja: "加える", en: "adds an element") { call in
      try set(call[0]).insert(call[1])
      return .none
    },
    .method("remove", "element", ja: "取り除く", en: "takes an element out") { call in
      let set = try set(call[0])
      guard let place = set.table.find(call[1], hash: try call[1].hashed()) else {
        let text = try call.interpreter.display(call[1])
        throw PythonError(.keyError, text, .missingKey(text, suggestions: []))
      }
      set.table.remove(at: place)
      return .none
    },
    .method("discard", "element", ja: "あれば取り除く", en: "takes an element out if it is there") {
      call in
      let set = try set(call[0])
      if let place = set.table.find(call[1], hash: try call[1].hashed()) {
        set.table.remove(at: place)
      }
      return .none
    },
    .method("copy", "", ja: "コピー", en: "another set of the same elements") { call in
      .set(SetObject(try set(call[0]).table.copy()))
    },
    .method("clear", "", ja: "空にする", en: "takes out all elements") { call in
      try set(call[0]).table = KeyTable()
      return .none
    },
    combination("union", .or, ja: "和集合", en: "the elements of either"),
    combination("intersection", .and, ja: "共通部分", en: "the elements of both"),
    combination("difference", .subtract, ja: "差集合", en: "the elements that the other has not"),
  ]

  private static func combination(
    _ name: String, _ operation: BinaryOperator, ja: String, en: String
  ) -> NativeFunction {
    .method(name, "other", ja: ja, en: en) { call in
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
    .method("is_integer", "", ja: "整数の値かどうか", en: "whether the value is whole") { call in
      let number = try call.float(0)
      return .bool(number.isFinite && number == number.rounded())
    }
  ]
  static let ints: [NativeFunction] = [
    .method("bit_length", "", ja: "2 進数での桁数", en: "how many binary digits it takes") { call in
      .int(Int.bitWidth - Int(try call.int(0).magnitude).leadingZeroBitCount)
    }
  ]
}
