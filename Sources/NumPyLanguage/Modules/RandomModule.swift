import LinearAlgebra

/// The module `np.random`: NumPy's legacy streams, bit for bit.
enum RandomModule {
  static var members: [String: Value] {
    var members: [String: Value] = [:]
    for function in all { members[function.name] = .native(function) }
    members["random_sample"] = members["random"]
    members["default_rng"] = .native(
      NativeFunction("default_rng", "*args, **kwargs") { _ in
        throw PythonError.refused("np.random.default_rng()")
      })
    return members
  }

  private static let all: [NativeFunction] = [
    NativeFunction("seed", "seed=None") { call in
      if !call.has(0) {
        call.interpreter.random = NumPyRandom(seed: 0)
        return .none
      }
      if case .array(let array) = call[0] {
        let key = array.integers.compactMap { UInt32(exactly: $0) }
        if key.count == array.count, !key.isEmpty {
          call.interpreter.random = NumPyRandom(key: key)
          return .none
        }
      }
      guard let seed = UInt32(exactly: try call.int(0)) else {
        throw PythonError(.valueError, "Seed must be between 0 and 2**32 - 1")
      }
      call.interpreter.random = NumPyRandom(seed: seed)
      return .none
    },
    NativeFunction("rand", "*sizes") { call in
      filled(try sizes(call), call) { $0.uniform() }
    },
    NativeFunction("randn", "*sizes") { call in
      filled(try sizes(call), call) { $0.standardNormal() }
    },
    NativeFunction("random", "size=None") { call in
      try filled(try size(call, 0), call) { $0.uniform() }
    },
    NativeFunction("standard_normal", "size=None") { call in
      try filled(try size(call, 0), call) { $0.standardNormal() }
    },
    NativeFunction("uniform", "low=0.0, high=1.0, size=None") { call in
      let (low, high) = (try call.float(0, default: 0), try call.float(1, default: 1))
      if !(high - low).isFinite {
        throw PythonError(.overflowError, "high - low range exceeds valid bounds")
      }
      return try filled(try size(call, 2), call) { $0.uniform(low: low, high: high) }
    },
    NativeFunction("normal", "loc=0.0, scale=1.0, size=None") { call in
      let (mean, deviation) = (try call.float(0, default: 0), try call.float(1, default: 1))
      if deviation < 0 { throw PythonError(.valueError, "scale < 0") }
      return try filled(try size(call, 2), call) {
        $0.normal(mean: mean, standardDeviation: deviation)
      }
    },
    NativeFunction("randint", "low, high=None, size=None, dtype=None") { call in
      let first = try call.int(0)
      let (low, high) = call.has(1) ? (first, try call.int(1)) : (0, first)
      if low >= high { throw PythonError(.valueError, "low >= high") }
      guard let sizes = try size(call, 2) else {
        return .int(call.interpreter.random.integer(from: low, through: high - 1))
      }
      _ = try NumPyModule.checkedSizes(sizes, call.interpreter)
      let count = Dimensions(sizes).product
      let numbers = (0..<count).map { _ in
        call.interpreter.random.integer(from: low, through: high - 1)
      }
      return .array(NDArray(shape: sizes, elements: numbers))
    },
    NativeFunction("permutation", "x") { call in
      if let count = call[0].asInt {
        if count < 0 { throw PythonError(.valueError, "negative dimensions are not allowed") }
        _ = try NumPyModule.checkedSizes([count], call.interpreter)
        let order = call.interpreter.random.permutation(count)
        return .array(NDArray(shape: [count], elements: order))
      }
      let array = try call.array(0)
      if array.rank == 0 {
        throw PythonError(.indexError, "x must be an integer or at least 1-dimensional")
      }
      let order = call.interpreter.random.permutation(array.dimensions[0])
      return .array(array.taking(order, axis: 0))
    },
    NativeFunction("shuffle", "x") { call in
      switch call[0] {
      case .list(let list): call.interpreter.random.shuffle(&list.items)
      case .array(let array) where array.rank > 0:
        // Swapping rows draws one number for each row but the first, as taking them in the order
        // of a shuffled list of places does.
        var order = Array(0..<array.dimensions[0])
        call.interpreter.random.shuffle(&order)
        array.write(array.taking(order, axis: 0).contiguousWords)
      default:
        throw PythonError(
          .typeError, "'\(call[0].typeName)' object does not support item assignment")
      }
      return .none
    },
    NativeFunction("choice", "a, size=None, replace=True, p=None") { call in
      try choice(call)
    },
  ]

  /// Sizes that are arguments of their own.
  private static func sizesApart(_ call: borrowing Call) throws(PythonError) -> [Int] {
    switch call.rest(0) {
    case .tuple, .list:
      throw PythonError(
        .typeError, "'\(call.rest(0).typeName)' object cannot be interpreted as an integer",
        .slip(.sizesTogether(function: call.function.name)))
    default: return try Call.ints(call.rest)
    }
  }

  private static func size(_ call: borrowing Call, _ index: Int) throws(PythonError) -> [Int]? {
    call.has(index) ? try call.sizes(index) : nil
  }

  /// The sizes that are given one by one; nil for none.
  private static func sizes(_ call: borrowing Call) throws(PythonError) -> Dimensions? {
    switch call.restCount {
    case 0: return nil
    case 1:
      if case .int(let size) = call.rest(0), 0...call.interpreter.limits.elements ~= size {
        return Dimensions(size)
      }
    default: break
    }
    return Dimensions(try NumPyModule.checkedSizes(try sizesApart(call), call.interpreter))
  }

  private static func filled(
    _ sizes: [Int]?, _ call: borrowing Call, _ draw: (inout NumPyRandom) -> Double
  ) throws(PythonError) -> Value {
    let dimensions = try sizes.map { (sizes) throws(PythonError) in
      Dimensions(try NumPyModule.checkedSizes(sizes, call.interpreter))
    }
    return filled(dimensions, call, draw)
  }

  private static func filled(
    _ dimensions: Dimensions?, _ call: borrowing Call, _ draw: (inout NumPyRandom) -> Double
  ) -> Value {
    guard let dimensions else { return .float(draw(&call.interpreter.random)) }
    let array = NDArray(.float64, unwritten: dimensions, count: dimensions.product)
    fill(array, &call.interpreter.random, draw)
    return .array(array)
  }

  private static func fill(
    _ array: NDArray, _ random: inout NumPyRandom, _ draw: (inout NumPyRandom) -> Double
  ) {
    let words = array.unwrittenWords
    for i in 0..<array.count { words[i] = draw(&random).bitPattern }
  }

  private static func choice(_ call: borrowing Call) throws(PythonError) -> Value {
    // A list may hold anything: its elements are chosen, and stay what they are.
    var items: [Value]?
    var array: NDArray?
    let population: Int
    switch call[0] {
    case .list(let list) where !list.items.allSatisfy({ Operand($0) != nil }):
      items = list.items
      population = list.items.count
    default:
      if let count = call[0].asInt {
        population = count
      } else {
        let values = try call.array(0)
        guard values.rank == 1 else {
          throw PythonError(.valueError, "a must be 1-dimensional")
        }
        array = values
        population = values.count
      }
    }
    if population <= 0 {
      throw PythonError(
        .valueError,
        array == nil && items == nil
          ? "a must be greater than 0 unless no samples are taken"
          : "'a' cannot be empty unless no samples are taken")
    }
    let sizes = try size(call, 1)
    _ = try NumPyModule.checkedSizes(sizes ?? [], call.interpreter)
    if population > call.interpreter.limits.elements {
      throw PythonError.tooManyElements(Dimensions(population))
    }
    let replacing = try call.bool(2, default: true)
    let probabilities = call.has(3) ? try call.array(3).doubles : nil
    let count = Dimensions(sizes ?? []).product
    let places: [Int]
    do throws(NumPyRandom.ChoiceError) {
      places = try call.interpreter.random.choice(
        from: population, count: count, replacing: replacing, probabilities: probabilities)
    } catch {
      throw PythonError(.valueError, message(error))
    }
    guard let sizes else {
      if let items { return items[places[0]] }
      return try array?.read([.integer(places[0])]) ?? .int(places[0])
    }
    if let items { return .list(places.map { items[$0] }) }
    let chosen = NDArray(shape: sizes, elements: places)
    return try array?.read([.array(chosen)]) ?? .array(chosen)
  }

  private static func message(_ error: NumPyRandom.ChoiceError) -> String {
    switch error {
    case .emptyPopulation: "a must be greater than 0 unless no samples are taken"
    case .negativeCount: "negative dimensions are not allowed"
    case .countExceedsPopulation:
      "Cannot take a larger sample than population when 'replace=False'"
    case .probabilityCount: "'a' and 'p' must have same size"
    case .invalidProbability(let value, _):
      value.isNaN ? "probabilities contain NaN" : "probabilities are not non-negative"
    case .probabilitiesDoNotSumToOne: "probabilities do not sum to 1"
    case .countExceedsPossible: "Fewer non-zero entries in p than size"
    }
  }
}
