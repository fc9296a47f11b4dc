import LinearAlgebra
import Testing

/// The plain loops for short rows against the products of whole matrices: the same to the bit.
@Suite("Products of short rows")
struct ShortRowsTests {
  @Test("agree with the products of whole matrices", arguments: 1...9)
  func products(_ inner: Int) {
    var stream = NumPyRandom(seed: UInt32(inner))
    func random(_ count: Int) -> [Double] { (0..<count).map { _ in stream.standardNormal() } }
    for columns in 1...ShortRows.limit {
      let (x, matrix) = (random(inner), random(inner * columns))
      let (bias, row) = (random(columns), random(columns))

      var (short, long) = (Room(columns), Room(columns))
      short.with { ShortRows.multiply(x.span, matrix.span, plus: bias.span, into: &$0) }
      long.with {
        MatrixProduct.multiply(
          x.span, matrix.span, plus: bias.span, into: &$0, rows: 1, inner: inner,
          columns: columns)
      }
      #expect(short.numbers == long.numbers)

      var gradient = Room(inner * columns)
      gradient.with { ShortRows.multiply(transposed: x.span, row.span, into: &$0) }
      var reference = Room(inner * columns)
      reference.with {
        MatrixProduct.multiply(
          transposed: x.span, row.span, into: &$0, rows: inner, inner: 1, columns: columns)
      }
      #expect(gradient.numbers == reference.numbers)

      var (both, product) = (Room(inner * columns), Room(inner))
      both.with { result in
        product.with { product in
          ShortRows.multiply(
            transposed: x.span, row.span, into: &result, andTransposed: matrix.span,
            into: &product)
        }
      }
      #expect(both.numbers == gradient.numbers)
      var errors = Room(inner)
      errors.with {
        MatrixProduct.multiply(
          row.span, transposed: matrix.span, into: &$0, rows: 1, inner: columns, columns: inner)
      }
      #expect(product.numbers == errors.numbers)
    }
  }

  /// Numbers to be set, none of them set yet.
  private struct Room {
    var numbers: [Double]

    init(_ count: Int) { numbers = [Double](repeating: .nan, count: count) }

    mutating func with(_ body: (inout MutableSpan<Double>) -> Void) {
      var span = numbers.mutableSpan
      body(&span)
    }
  }
}
