import CMatrixKernels
@testable import LinearAlgebra
import Testing

/// The fast products against the plain triple loop: the same to the bit.
@Suite("Matrix products")
struct MatrixProductTests {
  /// c[i, j] = bias[j] + Σₖ a[i, k] b[k, j], as the definition says it.
  private func plain(_ a: Matrix, _ b: Matrix, plus bias: [Double]? = nil) -> [Double] {
    var c = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        var sum = bias?[j] ?? 0
        for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
        c[i, j] = sum
      }
    }
    return c.elements
  }

  private func random(_ rows: Int, _ columns: Int, _ stream: inout NumPyRandom) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in stream.standardNormal() })
  }

  /// All three products and the sum of rows, for one shape.
  private func check(rows: Int, inner: Int, columns: Int) {
    var stream = NumPyRandom(seed: UInt32(inner))
    let a = random(rows, inner, &stream)
    let b = random(inner, columns, &stream)
    let bias = random(1, columns, &stream).elements
    let product = plain(a, b)
    var result = [Double](repeating: .nan, count: rows * columns)

    var c = result.mutableSpan
    MatrixProduct.multiply(
      a.elements.span, b.elements.span, plus: bias.span, into: &c, rows: rows, inner: inner,
      columns: columns)
    #expect(result == plain(a, b, plus: bias))

    let left = a.transposed
    c = result.mutableSpan
    MatrixProduct.multiply(
      transposed: left.elements.span, b.elements.span, into: &c, rows: rows, inner: inner,
      columns: columns)
    #expect(result == product)

    let right = b.transposed
    c = result.mutableSpan
    MatrixProduct.multiply(
      a.elements.span, transposed: right.elements.span, into: &c, rows: rows, inner: inner,
      columns: columns)
    #expect(result == product)

    var sums = [Double](repeating: .nan, count: columns)
    var s = sums.mutableSpan
    MatrixProduct.sumRows(of: product.span, rows: rows, into: &s)
    let ones = Matrix(rows: 1, columns: rows, repeating: 1)
    #expect(sums == plain(ones, Matrix(rows: rows, columns: columns, elements: product)))
  }

  @Test("agree with the definition for every small shape", arguments: 1...9)
  func smallProducts(_ inner: Int) {
    for rows in 1...9 {
      for columns in 1...9 { check(rows: rows, inner: inner, columns: columns) }
    }
  }

  /// Shapes that fill tiles, blocks of the inner dimension and threads, and that do not.
  @Test(
    "agree with the definition for large shapes",
    arguments: [
      [8, 256, 16], [17, 300, 33], [1, 600, 100], [120, 600, 1], [300, 1, 200], [40, 513, 30],
      [128, 90, 129], [129, 128, 128],
    ])
  func largeProducts(_ shape: [Int]) {
    check(rows: shape[0], inner: shape[1], columns: shape[2])
  }

  @Test("give the same with every kernel and number of threads")
  func kernels() {
    var stream = NumPyRandom(seed: 1)
    let (a, b) = (random(45, 270, &stream), random(270, 37, &stream))
    let expected = plain(a, b)
    for kernel in TiledProduct.kernels {
      for parts in 1...7 {
        var result = [Double](repeating: 0, count: 45 * 37)
        a.elements.withUnsafeBufferPointer { left in
          b.elements.withUnsafeBufferPointer { right in
            result.withUnsafeMutableBufferPointer { c in
              TiledProduct(
                StridedMatrix(left.baseAddress!, (45, 270), transposed: false),
                StridedMatrix(right.baseAddress!, (270, 37), transposed: false),
                to: c.baseAddress!, kernel: kernel, parts: parts
              ).run()
            }
          }
        }
        #expect(result == expected)
      }
    }
  }

  @Test("of nothing are the bias, or nothing")
  func emptyProducts() {
    var result = [Double](repeating: .nan, count: 4)
    var c = result.mutableSpan
    let (none, bias) = ([Double](), [1.0, 2])
    MatrixProduct.multiply(
      none.span, none.span, plus: bias.span, into: &c, rows: 2, inner: 0, columns: 2)
    #expect(result == [1, 2, 1, 2])
    c = result.mutableSpan
    MatrixProduct.multiply(
      none.span, transposed: none.span, into: &c, rows: 2, inner: 0, columns: 2)
    #expect(result == [0, 0, 0, 0])
  }
}
