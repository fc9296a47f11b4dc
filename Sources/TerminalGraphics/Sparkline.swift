/// A row of bars in one line of text.
///
///     Sparkline([8, 4, 2, 1, 0]).render(width: 5)  // "█▅▃▂▁"
///
/// Each column stands for a stretch of values and shows their mean. A stretch that holds a value
/// that is not finite shows `!`.
public struct Sparkline: Hashable, Sendable {
  /// How a value becomes the height of a bar.
  public enum Scale: Hashable, Sendable {
    /// Evenly from the smallest to the largest value.
    case linear
    /// By the value's logarithm, for losses that fall by orders of magnitude. Values of 0 or less
    /// stand at the bottom.
    case logarithmic
  }

  /// The values from left to right.
  public var values: [Double]
  /// How a value becomes the height of a bar.
  public var scale: Scale

  /// Makes a sparkline of values.
  public init(_ values: [Double], scale: Scale = .linear) {
    self.values = values
    self.scale = scale
  }

  /// The bars in at most `width` columns: fewer where there are fewer values.
  ///
  /// - Complexity: O(*n*) in the number of values.
  public func render(width: Int, glyphs: GlyphSet = .unicode) -> String {
    let means = bucketMeans(count: min(width, values.count))
    let heights = means.map { mean in
      switch scale {
      case .linear: mean
      case .logarithmic: mean > 0 ? scaledLogarithm(mean) : -.infinity
      }
    }
    let shown = heights.filter(\.isFinite)
    let low = shown.min() ?? 0
    let high = shown.max() ?? 0
    let bars = Self.bars(glyphs)
    return String(
      zip(means, heights).map { mean, height -> Character in
        guard mean.isFinite else { return "!" }
        // Halved before subtracting: the span of two finite numbers may be infinite.
        let span = high / 2 - low / 2
        let share = span > 0 ? (max(height, low) / 2 - low / 2) / span : 0
        return bars[min(bars.count - 1, Int(share * Double(bars.count)))]
      })
  }

  /// The mean of each of `count` stretches of (nearly) equal length.
  private func bucketMeans(count: Int) -> [Double] {
    guard count > 0 else { return [] }
    return (0..<count).map { bucket in
      let first = position(of: bucket, in: count)
      let stretch = values[first..<position(of: bucket + 1, in: count)]
      return stretch.reduce(0) { $0 + $1 / Double(stretch.count) }
    }
  }

  /// Where a stretch begins; stretches differ by at most one value in length.
  private func position(of bucket: Int, in count: Int) -> Int {
    bucket * (values.count / count) + min(bucket, values.count % count)
  }

  /// log₂ of a positive number, linear between powers of two: exact enough for a bar, and it needs
  /// no C library.
  private func scaledLogarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }

  private static func bars(_ glyphs: GlyphSet) -> [Character] {
    switch glyphs {
    case .unicode: Array("▁▂▃▄▅▆▇█")
    case .ascii: Array("_.-~+*%#")
    }
  }
}
