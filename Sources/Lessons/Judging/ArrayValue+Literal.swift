import LinearAlgebra

extension ArrayValue {
  /// The array as nested lists, `[[1, 2], [3, 4]]`, or the number alone where it has no axes.
  ///
  /// - Parameter number: how a number is written.
  func listLiteral(_ number: (Double) -> String) -> String {
    func nested(_ elements: ArraySlice<Double>, _ shape: ArraySlice<Int>) -> String {
      guard let length = shape.first else { return number(elements.first ?? 0) }
      let step = length == 0 ? 0 : elements.count / length
      let parts = (0..<length).map { index in
        let start = elements.startIndex + index * step
        return nested(elements[start..<(start + step)], shape.dropFirst())
      }
      return "[" + parts.joined(separator: ", ") + "]"
    }
    return nested(elements[...], shape[...])
  }
}
