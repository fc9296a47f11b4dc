import LinearAlgebra

/// Whether two lists of numbers agree: |a − b| ≤ tolerance · max(1, |a|, |b|) for each.
func agree(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-12) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { a, b in
      a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b)) || (a.isNaN && b.isNaN)
    }
}

extension Matrix {
  /// A matrix of random numbers from −1 to 1.
  static func random(_ rows: Int, _ columns: Int, _ random: inout NumPyRandom) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in random.uniform(low: -1, high: 1) })
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The C library's e^x.
func exponential(_ x: Double) -> Double { exp(x) }
