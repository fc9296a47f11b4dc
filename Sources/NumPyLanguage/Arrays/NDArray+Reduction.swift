/// Sums, extrema and other values of many elements.
extension NDArray {
  /// The array rearranged for a reduction: `outer` results of `inner` elements each, which lie one
  /// after the other.
  private struct Rows {
    let array: NDArray
    let inner: Int
    let outer: Int
    /// The shape of the results.
    let dimensions: Dimensions
    /// Whether the elements of each result were neighbours, which NumPy sums in pairs.
    let areNeighbours: Bool
  }

  /// The elements that one result of a reduction is made of.
  private typealias Row = UnsafeBufferPointer<UInt64>

  /// Checks an axis and counts a negative one from the end.
  static func checkedAxis(_ axis: Int, rank: Int) throws(PythonError) -> Int {
    guard -rank <= axis, axis < rank else {
      throw PythonError(
        .axisError, "axis \(axis) is out of bounds for array of dimension \(rank)",
        .slip(.axisOutOfBounds(axis: axis, dimensions: rank)))
    }
    return axis < 0 ? axis + rank : axis
  }

  private func rows(
    _ axes: [Int]?, keepingAxes: Bool, as type: ElementType
  ) throws(PythonError) -> Rows {
    // NumPy lets a number be reduced over its missing axis.
    let axes = rank == 0 && (axes == [0] || axes == [-1]) ? nil : axes
    // The reduced axes as bits: there are at most 64.
    var reduced: UInt64 = 0
    for axis in axes ?? Array(dimensions.indices) {
      let bit = UInt64(1) << UInt64(try NDArray.checkedAxis(axis, rank: rank))
      if reduced & bit != 0 { throw PythonError(.valueError, "duplicate value in 'axis'") }
      reduced |= bit
    }
    var result = Dimensions()
    var order: [Int] = []
    var (inner, outer) = (1, 1)
    for axis in dimensions.indices {
      if reduced >> UInt64(axis) & 1 != 0 {
        inner *= dimensions[axis]
        if keepingAxes { result.append(1) }
      } else {
        order.append(axis)
        outer *= dimensions[axis]
        result.append(dimensions[axis])
      }
    }
    order += dimensions.indices.filter { reduced >> UInt64($0) & 1 != 0 }
    let isInOrder = order.elementsEqual(dimensions.indices)
    let arranged = isInOrder ? self : transposed(order)
    let isReady = arranged.type == type && arranged.isContiguous
    return Rows(
      array: isReady
        ? arranged : NDArray(type, arranged.dimensions, arranged.words(as: type)),
      inner: inner, outer: outer, dimensions: result, areNeighbours: isInOrder)
  }

  private func reduced(_ rows: Rows, _ type: ElementType, _ body: (Row) -> UInt64) -> NDArray {
    let result = NDArray(type, unwritten: rows.dimensions, count: rows.outer)
    let target = result.unwrittenWords
    withExtendedLifetime(rows.array) {
      let start = rows.array.words + rows.array.offset
      for i in 0..<rows.outer {
        target[i] = body(Row(start: start + i * rows.inner, count: rows.inner))
      }
    }
    return result
  }

  /// The sums over axes; nil for all of them.
  func sum(_ axes: [Int]? = nil, keepingAxes: Bool = false) throws(PythonError) -> NDArray {
    if type != .float64 {
      let rows = try rows(axes, keepingAxes: keepingAxes, as: .int64)
      return reduced(rows, .int64) { $0.reduce(0, &+) }
    }
    if axes == [0], rank == 2, isContiguous, count > 0 {
      return sumOfRows(keepingAxes: keepingAxes)
    }
    let rows = try rows(axes, keepingAxes: keepingAxes, as: .float64)
    return reduced(rows, .float64) {
      (rows.areNeighbours ? NDArray.pairwiseSum($0) : NDArray.plainSum($0)).bitPattern
    }
  }

  /// The sum of floats one after the other.
  private static func plainSum(_ words: Row) -> Double {
    guard let first = words.first else { return 0 }
    return words.dropFirst().reduce(Double(bitPattern: first)) { $0 + Double(bitPattern: $1) }
  }

  /// The sum of floats as NumPy adds neighbours: eight running sums in blocks of 128, larger
  /// arrays halved first, so that rounding grows with log *n* only.
  static func pairwiseSum(_ words: UnsafeBufferPointer<UInt64>) -> Double {
    func value(_ index: Int) -> Double { Double(bitPattern: words[index]) }
    let count = words.count
    if count < 8 {
      // NumPy starts from −0, which no sum changes.
      var sum = -0.0
      for index in 0..<count { sum += value(index) }
      return count == 0 ? 0 : sum
    }
    if count > 128 {
      var half = count / 2
      half -= half % 8
      return pairwiseSum(Row(rebasing: words[..<half])) + pairwiseSum(Row(rebasing: words[half...]))
    }
    var sums = (value(0), value(1), value(2), value(3), value(4), value(5), value(6), value(7))
    var index = 8
    while index + 8 <= count {
      sums.0 += value(index)
      sums.1 += value(index + 1)
      sums.2 += value(index + 2)
      sums.3 += value(index + 3)
      sums.4 += value(index + 4)
      sums.5 += value(index + 5)
      sums.6 += value(index + 6)
      sums.7 += value(index + 7)
      index += 8
    }
    var sum =
      ((sums.0 + sums.1) + (sums.2 + sums.3)) + ((sums.4 + sums.5) + (sums.6 + sums.7))
    while index < count {
      sum += value(index)
      index += 1
    }
    return sum
  }

  /// The sums over the first axis of floats whose elements lie in a row: row after row is added.
  func sumOfRows(keepingAxes: Bool) -> NDArray {
    let columns = dimensions[1]
    let result = NDArray(
      .float64, unwritten: keepingAxes ? Dimensions(1, columns) : Dimensions(columns),
      count: columns)
    let (source, target) = (words + offset, result.unwrittenWords)
    target.update(from: source, count: columns)
    for i in 1..<dimensions[0] {
      let row = source + i * columns
      for j in 0..<columns {
        target[j] = (Double(bitPattern: target[j]) + Double(bitPattern: row[j])).bitPattern
      }
    }
    return result
  }

  /// The products over axes.
  func product(_ axes: [Int]?, keepingAxes: Bool) throws(PythonError) -> NDArray {
    let type: ElementType = self.type == .float64 ? .float64 : .int64
    let rows = try rows(axes, keepingAxes: keepingAxes, as: type)
    return reduced(rows, type) {
      type == .int64
        ? $0.reduce(1, &*)
        : $0.reduce(1.0) { $0 * Double(bitPattern: $1) }.bitPattern
    }
  }

  /// The largest or smallest over axes; no number wins over all.
  func extremum(
    _ axes: [Int]?, keepingAxes: Bool, isMaximum: Bool
  ) throws(PythonError) -> NDArray {
    let rows = try rows(axes, keepingAxes: keepingAxes, as: type)
    if rows.inner == 0, rows.outer > 0 {
      throw PythonError(
        .valueError,
        "zero-size array to reduction operation \(isMaximum ? "maximum" : "minimum") which has "
          + "no identity", .slip(.noElements))
    }
    let type = type
    return reduced(rows, type) { words in
      words[NDArray.extremumIndex(words, type, isMaximum: isMaximum)]
    }
  }

  /// Where the largest or smallest stands: the first of equals, or the first that is no number.
  private static func extremumIndex(
    _ words: Row, _ type: ElementType, isMaximum: Bool
  ) -> Int {
    var best = words.startIndex
    if type == .float64 {
      var value = Double(bitPattern: words[best])
      for index in words.indices.dropFirst() {
        if value.isNaN { break }
        let other = Double(bitPattern: words[index])
        if other.isNaN || (isMaximum ? other > value : other < value) {
          (best, value) = (index, other)
        }
      }
      return best
    }
    for index in words.indices.dropFirst() {
      let (value, other) = (Int64(bitPattern: words[best]), Int64(bitPattern: words[index]))
      if isMaximum ? other > value : other < value { best = index }
    }
    return best
  }

  /// Where the largest or smallest stands along an axis, or in the flat array.
  func extremumIndex(
    _ axis: Int?, keepingAxes: Bool, isMaximum: Bool
  ) throws(PythonError) -> NDArray {
    if let axis, rank == 0 { _ = try NDArray.checkedAxis(axis, rank: 1) }
    let rows = try rows(axis.map { [$0] }, keepingAxes: keepingAxes, as: type)
    if rows.inner == 0, rows.outer > 0 {
      throw PythonError(
        .valueError,
        "attempt to get \(isMaximum ? "argmax" : "argmin") of an empty sequence",
        .slip(.noElements))
    }
    let type = type
    return reduced(rows, .int64) { words in
      let index = NDArray.extremumIndex(words, type, isMaximum: isMaximum)
      return UInt64(index)
    }
  }

  /// Whether all, or any, elements along axes are true.
  func truth(_ axes: [Int]?, keepingAxes: Bool, ofAll: Bool) throws(PythonError) -> NDArray {
    let rows = try rows(axes, keepingAxes: keepingAxes, as: .bool)
    return reduced(rows, .bool) { words in
      (ofAll ? !words.contains(0) : words.contains(1)) ? 1 : 0
    }
  }

  /// How many elements each value of a reduction is made of.
  private func reducedCount(_ axes: [Int]?) throws(PythonError) -> Int {
    guard let axes else { return count }
    var product = 1
    for axis in axes { product *= dimensions[try NDArray.checkedAxis(axis, rank: rank)] }
    return product
  }

  /// The means over axes.
  func mean(_ axes: [Int]?, keepingAxes: Bool, _ warn: Warn) throws(PythonError) -> NDArray {
    let sums = try converted(to: .float64).sum(axes, keepingAxes: keepingAxes)
    let count = Double(try reducedCount(axes))
    return try NDArray.binary(.divide, .array(sums), .scalar(count.bitPattern, .float64), warn)
  }

  /// The mean squared distances from the means over axes.
  ///
  /// - Parameter lostDegrees: what the number of elements is lessened by before dividing.
  func variance(
    _ axes: [Int]?, keepingAxes: Bool, lostDegrees: Int, _ warn: Warn
  ) throws(PythonError) -> NDArray {
    let floats = converted(to: .float64)
    let means = try floats.mean(axes, keepingAxes: true, warn)
    let distances = try NDArray.binary(.subtract, .array(floats), .array(means), warn)
    let squares = try NDArray.binary(.multiply, .array(distances), .array(distances), warn)
    let sums = try squares.sum(axes, keepingAxes: keepingAxes)
    let count = Double(max(try reducedCount(axes) - lostDegrees, 0))
    return try NDArray.binary(.divide, .array(sums), .scalar(count.bitPattern, .float64), warn)
  }

  /// Running sums or products along an axis, or over the flat array.
  func cumulated(_ axis: Int?, isProduct: Bool) throws(PythonError) -> NDArray {
    guard let given = axis, rank > 0 else {
      if let axis { _ = try NDArray.checkedAxis(axis, rank: 1) }
      return try reshapedView(Dimensions(count)).cumulated(0, isProduct: isProduct)
    }
    let axis = try NDArray.checkedAxis(given, rank: rank)
    let type: ElementType = self.type == .float64 ? .float64 : .int64
    var words = words(as: type)
    let length = dimensions[axis]
    let step = dimensions.dropFirst(axis + 1).reduce(1, *)
    for index in words.indices where (index / step) % length > 0 {
      let (previous, current) = (words[index - step], words[index])
      if type == .int64 {
        words[index] = isProduct ? previous &* current : previous &+ current
      } else {
        let (a, b) = (Double(bitPattern: previous), Double(bitPattern: current))
        words[index] = (isProduct ? a * b : a + b).bitPattern
      }
    }
    return NDArray(type, dimensions, words)
  }
}
