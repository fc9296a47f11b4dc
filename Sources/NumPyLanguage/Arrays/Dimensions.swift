/// The sizes or steps of an array's axes.
///
/// Up to four of them, which is nearly always enough, take no allocation.
struct Dimensions: Hashable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private(set) var count = 0
  private var first = 0
  private var second = 0
  private var third = 0
  private var fourth = 0
  /// The fifth and further ones; nil while there are none, so that copies count no reference.
  private var others = Others.none

  /// The fifth and further sizes.
  ///
  /// An optional array would do, but the compiler copies optionals in a struct of this size by way
  /// of their metadata, which takes longer than all else that making a small array needs.
  private enum Others {
    case none
    case sizes(Sizes)

    final class Sizes: Sendable {
      let values: [Int]

      init(_ values: [Int]) { self.values = values }
    }

    var values: [Int] {
      switch self {
      case .none: []
      case .sizes(let sizes): sizes.values
      }
    }

    init(_ values: [Int]) { self = values.isEmpty ? .none : .sizes(Sizes(values)) }
  }

  init() {}

  init(_ only: Int) { (count, first) = (1, only) }

  init(_ rows: Int, _ columns: Int) { (count, first, second) = (2, rows, columns) }

  init(_ values: some Sequence<Int>) { for value in values { append(value) } }

  init(repeating value: Int, count: Int) { for _ in 0..<count { append(value) } }

  init(arrayLiteral elements: Int...) { self.init(elements) }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Int {
    get {
      precondition(0 <= index && index < count, "axis \(index) of \(count)")
      switch index {
      case 0: return first
      case 1: return second
      case 2: return third
      case 3: return fourth
      default: return others.values[index - 4]
      }
    }
    set {
      precondition(0 <= index && index < count, "axis \(index) of \(count)")
      switch index {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      case 3: fourth = newValue
      default:
        var values = others.values
        values[index - 4] = newValue
        others = Others(values)
      }
    }
  }

  mutating func append(_ value: Int) {
    count += 1
    if count > 4 {
      others = Others(others.values + [value])
    } else {
      self[count - 1] = value
    }
  }

  mutating func insert(_ value: Int, at index: Int) {
    append(value)
    var position = count - 1
    while position > index {
      self[position] = self[position - 1]
      position -= 1
    }
    self[index] = value
  }

  mutating func remove(at index: Int) {
    for position in index..<count - 1 { self[position] = self[position + 1] }
    if count <= 4 { self[count - 1] = 0 }
    count -= 1
    if count >= 4 { others = Others(Array(dropFirst(4))) }
  }

  static func == (left: Dimensions, right: Dimensions) -> Bool {
    left.count == right.count && left.first == right.first && left.second == right.second
      && left.third == right.third && left.fourth == right.fourth
      && (left.count <= 4 || left.others.values == right.others.values)
  }

  func hash(into hasher: inout Hasher) { for value in self { hasher.combine(value) } }

  /// How many elements an array of these sizes has.
  ///
  /// - Precondition: the product fits an `Int`; sizes from outside go through `checkedProduct`.
  var product: Int {
    if count == 1 { return first }
    if count == 2 { return first * second }
    var product = 1
    for value in self { product *= value }
    return product
  }

  /// The product, or nil where an array of these sizes is too large to make.
  ///
  /// Axes of size 0 count as 1 for that: an array without elements still has steps, rows and
  /// partial products of the other sizes, and those must fit as well.
  var checkedProduct: Int? {
    var (product, extent) = (1, 1)
    for value in self {
      let (next, overflow) = extent.multipliedReportingOverflow(by: Swift.max(1, value))
      if overflow { return nil }
      extent = next
      product *= value
    }
    return product == 0 && extent > Limits().elements ? nil : product
  }

  /// The steps of elements that lie in row-major order without gaps.
  var rowMajorStrides: Dimensions {
    if count == 1 { return Dimensions(1) }
    if count == 2 { return Dimensions(second, 1) }
    var strides = self
    var step = 1
    for axis in indices.reversed() {
      strides[axis] = step
      step *= self[axis]
    }
    return strides
  }
}
