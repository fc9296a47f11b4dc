/// Reading and writing by NumPy's indices: integers, slices, `None`, `...`, and arrays of integers
/// or booleans, in any mix.
extension NDArray {
  /// One part of an index.
  enum Index {
    case integer(Int)
    case slice(start: Int?, stop: Int?, step: Int)
    case newAxis
    case ellipsis
    case array(NDArray)
  }

  /// What an index selects.
  enum Selection {
    /// One element, at an offset.
    case element(Int)
    /// A view of the words.
    case view(NDArray)
    /// Elements at offsets, in row-major order of a shape.
    case places([Int], Dimensions)
  }

  /// The view or copy that an index gives; one element as a scalar.
  func read(_ indices: [Index]) throws(PythonError) -> Value {
    switch try select(indices) {
    case .element(let offset):
      // With an ellipsis even a single element stays an array, one without axes.
      let hasEllipsis = indices.contains { if case .ellipsis = $0 { true } else { false } }
      guard hasEllipsis else { return scalar(at: offset) }
      return .array(
        NDArray(viewing: self, Dimensions(), strides: Dimensions(), offset: offset))
    case .view(let view): return .array(view)
    case .places(let offsets, let dimensions):
      let base = base
      return NDArray(type, dimensions, offsets.map { base.word(at: $0) }).valueOrScalar
    }
  }

  /// Overwrites what an index selects with an operand stretched to its shape.
  func write(_ operand: Operand, to indices: [Index]) throws(PythonError) {
    switch try select(indices) {
    case .element(let offset):
      guard let word = operand.single(as: type) else {
        throw PythonError(
          .valueError, "setting an array element with a sequence.",
          .shapesDoNotBroadcast([[], Array(operand.dimensions)]))
      }
      setWord(word, at: offset)
    case .view(let view):
      view.write(try words(of: operand, filling: view.dimensions, isView: true))
    case .places(let offsets, let dimensions):
      let words = try words(of: operand, filling: dimensions, isView: false)
      let base = base
      for (offset, word) in zip(offsets, words) { base.setWord(word, at: offset) }
    }
  }

  private func words(
    of operand: Operand, filling target: Dimensions, isView: Bool
  ) throws(PythonError) -> [UInt64] {
    // Leading axes of size 1 of what is assigned may be left out.
    var source = operand
    while source.dimensions.count > target.count, source.dimensions[0] == 1,
      case .array(let array) = source
    {
      source = .array(try array.squeezed([0]))
    }
    guard NDArray.broadcast(source.dimensions, target) == target else {
      let shapes = "\(shapeText(operand.dimensions)) into shape \(shapeText(target))"
      throw PythonError(
        .valueError,
        isView
          ? "could not broadcast input array from shape \(shapes)"
          : "shape mismatch: value array of shape \(shapeText(operand.dimensions)) could not be "
            + "broadcast to indexing result of shape \(shapeText(target))",
        .shapesDoNotBroadcast([Array(operand.dimensions), Array(target)]))
    }
    return source.words(stretchedTo: target, as: type)
  }

  /// Finds what an index selects.
  func select(_ indices: [Index]) throws(PythonError) -> Selection {
    if rank == 0, indices.isEmpty { return .element(offset) }
    let indices = try complete(indices)
    try NDArray.checkRank(max(indices.count, rank))
    let isAdvanced = indices.contains {
      if case .array = $0 { true } else { false }
    }
    return isAdvanced ? try selectPlaces(indices) : try selectView(indices)
  }

  /// The index with one part for each axis: the ellipsis spelt out, masks as integers.
  private func complete(_ indices: [Index]) throws(PythonError) -> [Index] {
    var used = 0
    var hasEllipsis = false
    for index in indices {
      switch index {
      case .integer, .slice: used += 1
      case .array(let array): used += array.type == .bool ? array.rank : 1
      case .newAxis: break
      case .ellipsis:
        if hasEllipsis {
          throw PythonError(
            .indexError, "an index can only have a single ellipsis ('...')")
        }
        hasEllipsis = true
      }
    }
    if used > rank {
      throw PythonError(
        .indexError,
        "too many indices for array: array is \(rank)-dimensional, but \(used) were indexed",
        .tooManyIndices(dimensions: rank, indices: used))
    }
    let rest = [Index](repeating: .slice(start: nil, stop: nil, step: 1), count: rank - used)
    var result: [Index] = []
    var axis = 0
    for index in indices {
      switch index {
      case .ellipsis:
        result += rest
        axis += rest.count
      case .array(let mask) where mask.type == .bool:
        result += try places(of: mask, axis: axis).map { .array($0) }
        axis += mask.rank
      case .newAxis: result.append(index)
      default:
        result.append(index)
        axis += 1
      }
    }
    return hasEllipsis ? result : result + rest
  }

  /// Where a mask is true: one array of indices for each of its axes.
  private func places(of mask: NDArray, axis: Int) throws(PythonError) -> [NDArray] {
    for (position, size) in mask.dimensions.enumerated() where size != dimensions[axis + position] {
      throw PythonError(
        .indexError,
        "boolean index did not match indexed array along axis \(axis + position); size of axis is "
          + "\(dimensions[axis + position]) but size of corresponding boolean axis is \(size)",
        .shapesDoNotBroadcast([shape, mask.shape]))
    }
    return mask.nonzeroPlaces()
  }

  /// Where elements are not 0: one array of indices for each axis.
  func nonzeroPlaces() -> [NDArray] {
    let words = contiguousWords
    let isFloat = type == .float64
    let found = words.indices.filter {
      isFloat ? Double(bitPattern: words[$0]) != 0 : words[$0] != 0
    }
    var step = count
    return dimensions.map { size in
      step /= max(1, size)
      let places = found.map { UInt64($0 / max(1, step) % max(1, size)) }
      return NDArray(.int64, Dimensions(places.count), places)
    }
  }

  /// A checked place on an axis; negative ones count from the end.
  private func place(_ index: Int, axis: Int, of size: Int) throws(PythonError) -> Int {
    guard -size <= index, index < size else {
      throw PythonError(
        .indexError, "index \(index) is out of bounds for axis \(axis) with size \(size)",
        .indexOutOfBounds(index: index, axis: axis, size: size))
    }
    return index < 0 ? index + size : index
  }

  private func selectView(_ indices: [Index]) throws(PythonError) -> Selection {
    var (dimensions, strides) = (Dimensions(), Dimensions())
    var offset = offset
    var axis = 0
    for index in indices {
      switch index {
      case .integer(let position):
        offset += try place(position, axis: axis, of: self.dimensions[axis]) * self.strides[axis]
        axis += 1
      case .slice(let start, let stop, let step):
        let part = SliceObject.places(start, stop, step, of: self.dimensions[axis])
        offset += part.start * self.strides[axis]
        dimensions.append(part.count)
        strides.append(self.strides[axis] &* step)
        axis += 1
      case .newAxis:
        dimensions.append(1)
        strides.append(0)
      case .ellipsis, .array: break
      }
    }
    let isElement =
      dimensions.isEmpty
      && !indices.isEmpty
      && indices.allSatisfy { if case .integer = $0 { true } else { false } }
    if isElement { return .element(offset) }
    return .view(NDArray(viewing: self, dimensions, strides: strides, offset: offset))
  }

  /// Selection with arrays: they are stretched to one shape, which takes the place of their axes
  /// where these stand side by side, and goes first otherwise.
  private func selectPlaces(_ indices: [Index]) throws(PythonError) -> Selection {
    var shape = Dimensions()
    var arrays: [(axis: Int, array: NDArray)] = []
    var plain: [(count: Int, stride: Int)] = []
    var plainBefore: Int?
    var (isSplit, sawPlainAfter) = (false, false)
    var offset = offset
    var axis = 0
    for index in indices {
      switch index {
      case .integer, .array:
        if plainBefore == nil { plainBefore = plain.count }
        if sawPlainAfter { isSplit = true }
        let array: NDArray
        if case .array(let given) = index {
          array = given
        } else if case .integer(let position) = index {
          array = NDArray(shape: [], elements: [position])
        } else {
          continue
        }
        guard let stretched = NDArray.broadcast(shape, array.dimensions) else {
          throw PythonError(
            .indexError,
            "shape mismatch: indexing arrays could not be broadcast together with shapes "
              + (arrays.map(\.array) + [array]).map { shapeText($0.dimensions) + " " }.joined(),
            .shapesDoNotBroadcast((arrays.map(\.array) + [array]).map(\.shape)))
        }
        shape = stretched
        arrays.append((axis, array))
        axis += 1
      case .slice(let start, let stop, let step):
        let part = SliceObject.places(start, stop, step, of: dimensions[axis])
        offset += part.start * strides[axis]
        plain.append((part.count, strides[axis] &* step))
        axis += 1
        if plainBefore != nil { sawPlainAfter = true }
      case .newAxis:
        plain.append((1, 0))
        if plainBefore != nil { sawPlainAfter = true }
      case .ellipsis: break
      }
    }
    // The offset that the arrays give for each of their places.
    var chosen = [Int](repeating: offset, count: shape.product)
    for (axis, array) in arrays {
      let positions = array.words(stretchedTo: shape, as: .int64)
      for i in chosen.indices {
        let position = Int(Int64(bitPattern: positions[i]))
        chosen[i] += try place(position, axis: axis, of: dimensions[axis]) * strides[axis]
      }
    }
    let split = isSplit ? 0 : plainBefore ?? 0
    let before = Array(plain[..<split])
    let after = Array(plain[split...])
    let result = Dimensions(before.map(\.count) + Array(shape) + after.map(\.count))
    guard let count = result.checkedProduct, count <= Limits().elements else {
      throw .tooManyElements(result)
    }
    var offsets: [Int] = []
    offsets.reserveCapacity(count)
    NDArray.forEachOffset(
      Dimensions(before.map(\.count)), Dimensions(before.map(\.stride)), 0
    ) { first in
      for middle in chosen {
        NDArray.forEachOffset(
          Dimensions(after.map(\.count)), Dimensions(after.map(\.stride)), first + middle
        ) { offsets.append($0) }
      }
    }
    return .places(offsets, result)
  }
}
