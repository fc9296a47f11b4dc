#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The random numbers of NumPy's `np.random.seed(…)`, `rand`, `randn`, `randint` …, bit for bit.
///
///     var random = NumPyRandom(seed: 0)
///     random.uniform()         // 0.5488135039273248, as np.random.seed(0); np.random.rand()
///     random.standardNormal()  // as np.random.randn() would draw next
///
/// This is the legacy `RandomState` over MT19937, whose streams NumPy has frozen. The state is a
/// value: keep a copy to come back to this point of the stream.
public struct NumPyRandom: Hashable, Sendable {
  /// The source of random bits.
  public private(set) var generator: MersenneTwister
  /// The second normal number of the last pair, until it is asked for.
  private var pendingNormal: Double?

  /// Starts the stream of `np.random.seed(seed)`.
  public init(seed: UInt32) {
    generator = MersenneTwister(seed: seed)
  }

  /// Starts the stream of `np.random.seed([…])`.
  ///
  /// - Precondition: the key is not empty.
  public init(key: [UInt32]) {
    generator = MersenneTwister(key: key)
  }

  /// A number in [0, 1) with 53 random bits: one of `rand`, `random`, `random_sample`.
  ///
  /// Two words of the stream make one number.
  public mutating func uniform() -> Double {
    let upper = Double(generator.nextUInt32() >> 5)
    let lower = Double(generator.nextUInt32() >> 6)
    return (upper * 67_108_864 + lower) / 9_007_199_254_740_992
  }

  /// A number in [low, high), as `np.random.uniform(low, high)` draws one: low + (high − low) · r.
  public mutating func uniform(low: Double, high: Double) -> Double {
    let range = high - low
    return low + range * uniform()
  }

  /// A number of the normal distribution with mean 0 and variance 1: one of `randn`.
  ///
  /// Marsaglia's polar method makes two at a time; the second one is kept for the next call.
  /// The last bit follows the platform's `log`.
  public mutating func standardNormal() -> Double {
    if let pending = pendingNormal {
      pendingNormal = nil
      return pending
    }
    var (x, y, squared) = (0.0, 0.0, 0.0)
    repeat {
      x = 2 * uniform() - 1
      y = 2 * uniform() - 1
      squared = x * x + y * y
    } while squared >= 1 || squared == 0
    let factor = (-2 * log(squared) / squared).squareRoot()
    pendingNormal = factor * x
    return factor * y
  }

  /// A number of the normal distribution, as `np.random.normal(mean, standardDeviation)`.
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * standardNormal()
  }

  /// Fills a span with numbers in [0, 1), in order: `rand(n)`.
  public mutating func fillUniform(_ numbers: inout MutableSpan<Double>) {
    for i in numbers.indices { numbers[i] = uniform() }
  }

  /// Fills a span with standard normal numbers, in order: `randn(n)`.
  public mutating func fillStandardNormal(_ numbers: inout MutableSpan<Double>) {
    for i in numbers.indices { numbers[i] = standardNormal() }
  }

  /// An integer from `low` through `high`, both included, each equally likely.
  ///
  /// `np.random.randint(low, high)` is `integer(from: low, through: high - 1)`. Words of the
  /// stream are cut down to the bits of the range and thrown away while they lie outside it, so
  /// fewer than two draws are needed on average; a range below 2³² takes 32 bits per draw.
  ///
  /// - Precondition: `low <= high`.
  public mutating func integer(from low: Int, through high: Int) -> Int {
    precondition(low <= high, "no integer lies from \(low) through \(high)")
    let range = UInt64(bitPattern: Int64(high &- low))
    return low &+ Int(truncatingIfNeeded: integer(through: range))
  }

  /// An integer from 0 through `high`.
  private mutating func integer(through high: UInt64) -> UInt64 {
    if high == 0 { return 0 }
    let mask = UInt64.max >> UInt64(high.leadingZeroBitCount)
    while true {
      let bits = high <= UInt64(UInt32.max) ? UInt64(generator.nextUInt32()) : generator.next()
      if bits & mask <= high { return bits & mask }
    }
  }

  /// Brings `count` things into a random order by swapping two at a time: `np.random.shuffle`.
  ///
  /// - Parameter swap: exchanges the things at two places.
  /// - Complexity: O(*n*).
  public mutating func shuffle(count: Int, swap: (Int, Int) -> Void) {
    var last = count - 1
    while last > 0 {
      swap(last, integer(from: 0, through: last))
      last -= 1
    }
  }

  /// Brings the elements into a random order: `np.random.shuffle`.
  ///
  /// - Complexity: O(*n*).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, integer(from: 0, through: last))
      last -= 1
    }
  }

  /// The integers 0 ..< count in a random order: `np.random.permutation(count)`.
  ///
  /// - Precondition: the count is at least 0.
  public mutating func permutation(_ count: Int) -> [Int] {
    precondition(count >= 0, "a permutation of \(count) things cannot be")
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
