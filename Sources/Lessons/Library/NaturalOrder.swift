/// The order in which people sort file names: runs of digits by their value.
enum NaturalOrder {
  /// Whether a name stands before another.
  ///
  ///     NaturalOrder.isBefore("2-units.nn", "10-iris.nn")  // true
  static func isBefore(_ left: String, _ right: String) -> Bool {
    var left = Substring(left)[...]
    var right = Substring(right)[...]
    let names = (left, right)
    while let a = left.first, let b = right.first {
      if isDigit(a), isDigit(b) {
        let (x, y) = (takeNumber(&left), takeNumber(&right))
        if x != y { return x.count == y.count ? x < y : x.count < y.count }
      } else if a != b {
        return a < b
      } else {
        left.removeFirst()
        right.removeFirst()
      }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return names.0 < names.1
  }

  /// Takes the digits at the start, without leading zeros.
  private static func takeNumber(_ text: inout Substring) -> Substring {
    let digits = text.prefix(while: isDigit)
    text = text[digits.endIndex...]
    return digits.drop { $0 == "0" }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
