import LinearAlgebra
import Testing

/// The fast products against the plain triple loop, for every small shape.
@Suite("Matrix products")
struct MatrixProductTests {
  /// c[i, j] = bias[j] + Σₖ a[i, k] b[k, j], as the definition says it.
  private func plain(_ a: Matrix, _ b: Matrix, plus bias: [Double]? = nil) -> Matrix {
    var c = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        var sum = bias?[j] ?? 0
        for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
        c[i, j] = sum
      }
    }
    return c
  }

  private func random(_ rows: Int, _ columns: Int, _ stream: inout NumPyRandom) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in stream.standardNormal() })
  }

  /// Sums of up to nine products of numbers around 1 in another order differ by less than 1e-14.
  private func close(_ left: [Double], _ right: Matrix) -> Bool {
    zip(left, right.elements).allSatisfy { abs($0 - $1) < 1e-13 }
  }

  @Test("agree with the definition", arguments: 1...9)
  func products(_ inner: Int) {
    var stream = NumPyRandom(seed: UInt32(inner))
    for rows in 1...9 {
      for columns in 1...9 {
        let a = random(rows, inner, &stream)
        let b = random(inner, columns, &stream)
        let bias = random(1, columns, &stream).elements
        var result = [Double](repeating: .nan, count: rows * columns)

        var c = result.mutableSpan
        MatrixProduct.multiply(
          a.elements.span, b.elements.span, plus: bias.span, into: &c, rows: rows, inner: inner,
          columns: columns)
        #expect(close(result, plain(a, b, plus: bias)))

        let left = a.transposed
        c = result.mutableSpan
        MatrixProduct.multiply(
          transposed: left.elements.span, b.elements.span, into: &c, rows: rows, inner: inner,
          columns: columns)
        #expect(close(result, plain(a, b)))

        let right = b.transposed
        c = result.mutableSpan
        MatrixProduct.multiply(
          a.elements.span, transposed: right.elements.span, into: &c, rows: rows, inner: inner,
          columns: columns)
        #expect(close(result, plain(a, b)))

        var sums = [Double](repeating: .nan, count: columns)
        let matrix = plain(a, b)
        var s = sums.mutableSpan
        MatrixProduct.sumRows(of: matrix.elements.span, rows: rows, into: &s)
        let ones = Matrix(rows: 1, columns: rows, repeating: 1)
        #expect(close(sums, plain(ones, matrix)))
      }
    }
  }
}
