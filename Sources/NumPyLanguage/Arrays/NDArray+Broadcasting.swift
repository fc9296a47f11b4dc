extension NDArray {
  /// The shape that two shapes broadcast to, or nil where they do not.
  ///
  /// Shapes are lined up at their last axes; a size of 1 and a missing axis stretch.
  static func broadcast(_ left: Dimensions, _ right: Dimensions) -> Dimensions? {
    if left == right { return left }
    var result = left.count >= right.count ? left : right
    let shorter = left.count >= right.count ? right : left
    let shift = result.count - shorter.count
    for axis in shorter.indices {
      let (a, b) = (result[axis + shift], shorter[axis])
      if a == b || b == 1 { continue }
      guard a == 1 else { return nil }
      result[axis + shift] = b
    }
    return result
  }

  /// The elements in row-major order, stretched to a shape that this one broadcasts to.
  func words(stretchedTo shape: Dimensions, as type: ElementType) -> [UInt64] {
    if shape == dimensions { return words(as: type) }
    if count == 1 {
      let word = type.word(word(at: offset), of: self.type)
      return [UInt64](repeating: word, count: shape.product)
    }
    return stretched(to: shape).words(as: type)
  }

  /// A view of this array with a shape that it broadcasts to.
  func stretched(to shape: Dimensions) -> NDArray {
    var strides = Dimensions(repeating: 0, count: shape.count)
    let shift = shape.count - rank
    for axis in dimensions.indices where dimensions[axis] != 1 {
      strides[axis + shift] = self.strides[axis]
    }
    return NDArray(viewing: self, shape, strides: strides, offset: offset)
  }
}
