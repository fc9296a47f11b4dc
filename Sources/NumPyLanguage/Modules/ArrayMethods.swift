/// The methods of arrays and NumPy scalars. Most are the `np` function of the same name.
enum ArrayMethods {
  static let all: [NativeFunction] =
    [
      "sum", "prod", "mean", "std", "var", "max", "min", "argmax", "argmin", "cumsum", "cumprod",
      "all", "any", "dot", "clip", "round", "transpose", "squeeze", "repeat", "ravel", "argsort",
      "nonzero", "swapaxes", "take", "diagonal", "trace",
    ].compactMap { name in NumPyModule.function(name).map(asMethod) } + own

  /// A function of `np` whose first parameter is the array.
  private static func asMethod(_ function: NativeFunction) -> NativeFunction {
    let parameters = function.signature.split(separator: ",").dropFirst().joined(separator: ",")
    return .method(
      function.name, String(parameters.drop { $0 == " " }), quick: function.quick, function.body)
  }

  private static let own: [NativeFunction] = [
    .method("reshape", "*shape, order='C'") { call in
      let values = call.rest
      let sizes =
        values.count == 1
        ? try Call.sizes(values[0], call.interpreter) : try Call.ints(values)
      return .array(try call.array(0).reshaped(sizes))
    },
    .method("flatten", "") { call in
      let array = try call.array(0)
      return .array(NDArray(array.type, Dimensions(array.count), array.contiguousWords))
    },
    .method("copy", "") { call in
      .array(try call.array(0).copy()).scalarLike(call[0])
    },
    .method("astype", "dtype") { call in
      let type = try call.elementType(1) ?? .float64
      return .array(try call.array(0).converted(to: type).copy()).scalarLike(call[0])
    },
    .method("tolist", "") { call in
      try call.array(0).listValue()
    },
    .method("item", "*args") { call in
      let array = try call.array(0)
      let words = array.contiguousWords
      if call.restCount == 0 {
        guard words.count == 1 else {
          throw PythonError(
            .valueError, "can only convert an array of size 1 to a Python scalar")
        }
        return array.plain(words[0])
      }
      if call.restCount == 1, let index = call.rest(0).asInt {
        guard -words.count <= index, index < words.count else {
          throw PythonError(
            .indexError, "index \(index) is out of bounds for size \(words.count)",
            .indexOutOfBounds(index: index, axis: 0, size: words.count))
        }
        return array.plain(words[index < 0 ? index + words.count : index])
      }
      let indices = try Call.ints(call.rest).map { NDArray.Index.integer($0) }
      guard case .element(let offset) = try array.select(indices) else {
        throw PythonError(.valueError, "incorrect number of indices for array")
      }
      return array.plain(array.word(at: offset))
    },
    .method("fill", "value") { call in
      try call.array(0).write(try call.operand(1), to: [.ellipsis])
      return .none
    },
    .method("sort", "axis=-1") { call in
      let array = try call.array(0)
      array.write(try array.sorted(try call.int(1, default: -1)).contiguousWords)
      return .none
    },
    .method("is_integer", "") { call in
      let number = try call.float(0)
      return .bool(number.isFinite && number == number.rounded())
    },
  ]
}

extension Value {
  /// The scalar in place of an array without axes, where the other value is no array either.
  func scalarLike(_ other: Value) -> Value {
    if case .array = other { return self }
    if case .array(let array) = self { return array.valueOrScalar }
    return self
  }
}
