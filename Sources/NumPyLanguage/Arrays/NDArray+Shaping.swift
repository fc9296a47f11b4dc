/// Other shapes and orders of the same elements. Results are views where NumPy gives views.
extension NDArray {
  /// The same elements with another shape, which must hold them: a view where they lie without
  /// gaps, else a copy.
  func reshapedView(_ dimensions: Dimensions) -> NDArray {
    if isContiguous {
      return NDArray(
        viewing: self, dimensions, strides: dimensions.rowMajorStrides, offset: offset)
    }
    return NDArray(type, dimensions, contiguousWords)
  }

  /// The same elements with another shape; one size may be −1 and is then found.
  func reshaped(_ sizes: [Int]) throws(PythonError) -> NDArray {
    var dimensions = Dimensions(sizes)
    let unknown = sizes.indices.filter { sizes[$0] < 0 }
    if unknown.count > 1 {
      throw PythonError(.valueError, "can only specify one unknown dimension")
    }
    if let axis = unknown.first {
      dimensions[axis] = 1
      let known = dimensions.checkedProduct ?? 0
      guard known != 0, count % known == 0 else { throw cannotReshape(sizes) }
      dimensions[axis] = count / known
    }
    guard dimensions.checkedProduct == count else { throw cannotReshape(sizes) }
    return reshapedView(dimensions)
  }

  private func cannotReshape(_ sizes: [Int]) -> PythonError {
    PythonError(
      .valueError,
      "cannot reshape array of size \(count) into shape "
        + shapeText(sizes).replacing("-1", with: "newaxis"),
      .cannotReshape(count: count, shape: sizes))
  }

  /// The axes in another order; nil reverses them. A view.
  func transposed(_ order: [Int]? = nil) -> NDArray {
    if rank < 2 { return self }
    if rank == 2, order == nil {
      return NDArray(
        viewing: self, Dimensions(dimensions[1], dimensions[0]),
        strides: Dimensions(strides[1], strides[0]), offset: offset)
    }
    let order = order ?? Array(dimensions.indices.reversed())
    return NDArray(
      viewing: self, Dimensions(order.map { dimensions[$0] }),
      strides: Dimensions(order.map { strides[$0] }), offset: offset)
  }

  /// The axes in a learner's order, checked. A view.
  func transposed(checking axes: [Int]) throws(PythonError) -> NDArray {
    if axes.count != rank { throw PythonError(.valueError, "axes don't match array") }
    var order: [Int] = []
    for axis in axes {
      let axis = try NDArray.checkedAxis(axis, rank: rank)
      if order.contains(axis) { throw PythonError(.valueError, "repeated axis in transpose") }
      order.append(axis)
    }
    return transposed(order)
  }

  /// One axis moved to another place; the others keep their order. A view.
  func movingAxis(_ axis: Int, to place: Int) -> NDArray {
    var order = Array(dimensions.indices)
    order.remove(at: axis)
    order.insert(axis, at: place)
    return transposed(order)
  }

  /// Fails for more axes than NumPy has.
  static func checkRank(_ rank: Int) throws(PythonError) {
    if rank > 64 {
      throw PythonError(
        .valueError,
        "maximum supported dimension for an ndarray is currently 64, found \(rank)")
    }
  }

  /// A view with a new axis of size 1.
  func expanded(at axis: Int) throws(PythonError) -> NDArray {
    try NDArray.checkRank(rank + 1)
    let axis = try NDArray.checkedAxis(axis, rank: rank + 1)
    var (dimensions, strides) = (dimensions, strides)
    dimensions.insert(1, at: axis)
    strides.insert(0, at: axis)
    return NDArray(viewing: self, dimensions, strides: strides, offset: offset)
  }

  /// A view without the axes of size 1, or without those given.
  func squeezed(_ axes: [Int]?) throws(PythonError) -> NDArray {
    var dropped: Set<Int> = []
    if let axes {
      for axis in axes {
        let axis = try NDArray.checkedAxis(axis, rank: rank)
        if dimensions[axis] != 1 {
          throw PythonError(
            .valueError, "cannot select an axis to squeeze out which has size not equal to one")
        }
        dropped.insert(axis)
      }
    } else {
      dropped = Set(dimensions.indices.filter { dimensions[$0] == 1 })
    }
    let kept = dimensions.indices.filter { !dropped.contains($0) }
    return NDArray(
      viewing: self, Dimensions(kept.map { dimensions[$0] }),
      strides: Dimensions(kept.map { strides[$0] }), offset: offset)
  }

  /// Arrays one after the other along an axis.
  static func concatenated(_ arrays: [NDArray], axis: Int) throws(PythonError) -> NDArray {
    guard let first = arrays.first else {
      throw PythonError(.valueError, "need at least one array to concatenate")
    }
    if first.rank == 0 {
      throw PythonError(.valueError, "zero-dimensional arrays cannot be concatenated")
    }
    let axis = try checkedAxis(axis, rank: first.rank)
    var dimensions = first.dimensions
    dimensions[axis] = 0
    for (position, array) in arrays.enumerated() {
      guard array.rank == first.rank else {
        throw PythonError(
          .valueError,
          "all the input arrays must have same number of dimensions, but the array at index 0 has "
            + "\(first.rank) dimension(s) and the array at index \(position) has "
            + "\(array.rank) dimension(s)",
          .slip(.piecesMisfit(shapes: [first.shape, array.shape])))
      }
      for other in dimensions.indices
      where other != axis && array.dimensions[other] != first.dimensions[other] {
        throw PythonError(
          .valueError,
          "all the input array dimensions except for the concatenation axis must match exactly, "
            + "but along dimension \(other), the array at index 0 has size "
            + "\(first.dimensions[other]) and the array at index \(position) has size "
            + "\(array.dimensions[other])",
          .slip(.piecesMisfit(shapes: [first.shape, array.shape])))
      }
      dimensions[axis] += array.dimensions[axis]
    }
    guard let count = dimensions.checkedProduct, count <= Limits().elements else {
      throw .tooManyElements(dimensions)
    }
    let type = arrays.map(\.type).max() ?? .float64
    let blocks = dimensions.prefix(axis).reduce(1, *)
    let parts = arrays.map { ($0.words(as: type), $0.count / max(1, blocks)) }
    var words: [UInt64] = []
    words.reserveCapacity(count)
    for block in 0..<blocks {
      for (part, size) in parts { words += part[block * size..<(block + 1) * size] }
    }
    return NDArray(type, dimensions, words)
  }

  /// Arrays of one shape beside each other along a new axis.
  static func stacked(_ arrays: [NDArray], axis: Int) throws(PythonError) -> NDArray {
    guard let first = arrays.first else {
      throw PythonError(.valueError, "need at least one array to stack")
    }
    if arrays.contains(where: { $0.dimensions != first.dimensions }) {
      throw PythonError(
        .valueError, "all input arrays must have the same shape",
        .slip(.piecesMisfit(shapes: arrays.map(\.shape))))
    }
    var expanded: [NDArray] = []
    for array in arrays { expanded.append(try array.expanded(at: axis)) }
    return try concatenated(expanded, axis: axis)
  }

  /// The elements at places along an axis, in that order.
  func taking(_ places: [Int], axis: Int) -> NDArray {
    let blocks = dimensions.prefix(axis).reduce(1, *)
    let size = dimensions.dropFirst(axis + 1).reduce(1, *)
    let length = dimensions[axis]
    let source = contiguousWords
    var words: [UInt64] = []
    words.reserveCapacity(blocks * places.count * size)
    for block in 0..<blocks {
      for place in places {
        let start = (block * length + place) * size
        words += source[start..<start + size]
      }
    }
    var dimensions = dimensions
    dimensions[axis] = places.count
    return NDArray(type, dimensions, words)
  }

  /// The part of an axis, as a view.
  func sliced(_ axis: Int, from start: Int, count: Int, step: Int = 1) -> NDArray {
    var (dimensions, strides) = (dimensions, strides)
    dimensions[axis] = count
    let offset = offset + start * strides[axis]
    strides[axis] *= step
    return NDArray(viewing: self, dimensions, strides: strides, offset: offset)
  }

  /// The array repeated as a whole along each axis.
  func tiled(_ repeats: [Int]) throws(PythonError) -> NDArray {
    let rank = max(rank, repeats.count)
    let counts = [Int](repeating: 1, count: rank - repeats.count) + repeats
    var result = reshapedView(
      Dimensions([Int](repeating: 1, count: rank - self.rank) + Array(dimensions)))
    for axis in 0..<rank where counts[axis] != 1 {
      if counts[axis] <= 0 {
        result = result.taking([], axis: axis)
      } else {
        let factors = Dimensions(Array(result.dimensions) + [counts[axis]])
        guard let total = factors.checkedProduct, total <= Limits().elements else {
          throw .tooManyElements(factors)
        }
        let places = Array(0..<result.dimensions[axis])
        result = result.taking(
          [[Int]](repeating: places, count: counts[axis]).flatMap(\.self), axis: axis)
      }
    }
    return result === self ? copy() : result
  }

  // MARK: Order

  /// Whether one element sorts before another: numbers ascend, what is no number comes last.
  static func precedes(_ left: UInt64, _ right: UInt64, _ type: ElementType) -> Bool {
    if type != .float64 { return Int64(bitPattern: left) < Int64(bitPattern: right) }
    let (a, b) = (Double(bitPattern: left), Double(bitPattern: right))
    return a < b || (b.isNaN && !a.isNaN)
  }

  /// The places along an axis in ascending order of their elements; equals keep their order.
  func sortingIndices(_ axis: Int) throws(PythonError) -> NDArray {
    let axis = try NDArray.checkedAxis(axis, rank: rank)
    let moved = movingAxis(axis, to: rank - 1)
    let (words, length, type) = (moved.contiguousWords, dimensions[axis], type)
    var places: [UInt64] = []
    places.reserveCapacity(count)
    if length > 0 {
      for start in stride(from: 0, to: words.count, by: length) {
        let order = (0..<length).sorted {
          let (a, b) = (words[start + $0], words[start + $1])
          if NDArray.precedes(a, b, type) { return true }
          return !NDArray.precedes(b, a, type) && $0 < $1
        }
        places += order.map { UInt64($0) }
      }
    }
    let result = NDArray(.int64, moved.dimensions, places)
    return result.movingAxis(rank - 1, to: axis)
  }

  /// The elements along an axis in ascending order.
  func sorted(_ axis: Int) throws(PythonError) -> NDArray {
    let axis = try NDArray.checkedAxis(axis, rank: rank)
    let moved = movingAxis(axis, to: rank - 1)
    var words = moved.contiguousWords
    let (length, type) = (dimensions[axis], type)
    if length > 0 {
      for start in stride(from: 0, to: words.count, by: length) {
        words[start..<start + length].sort { NDArray.precedes($0, $1, type) }
      }
    }
    return NDArray(type, moved.dimensions, words).movingAxis(rank - 1, to: axis).copy()
  }
}
