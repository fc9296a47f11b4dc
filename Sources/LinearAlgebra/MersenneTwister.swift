/// The generator MT19937: 32 random bits at a time with a period of 2^19937 − 1.
///
/// Equal seeds give the words that the generator's authors print, and that NumPy's legacy
/// `RandomState` draws from. A copy continues the same stream independently.
///
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
/// uniform pseudo-random number generator", ACM TOMACS 8 (1998).
public struct MersenneTwister: Hashable, Sendable, RandomNumberGenerator {
  /// The number of words of the state.
  static let stateSize = 624
  /// How far the recurrence reaches ahead.
  private static let reach = 397

  /// The words of the current block, before tempering.
  private var state: [UInt32]
  /// The word that comes next; `stateSize` asks for a new block.
  private var position: Int

  /// Starts the stream of one seed (the reference code's `init_genrand`).
  public init(seed: UInt32) {
    var word = seed
    var words = [word]
    words.reserveCapacity(Self.stateSize)
    for i in 1..<UInt32(Self.stateSize) {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ i
      words.append(word)
    }
    state = words
    position = Self.stateSize
  }

  /// Starts the stream of a seed of several words (the reference code's `init_by_array`).
  ///
  /// - Precondition: the key is not empty.
  public init(key: [UInt32]) {
    precondition(!key.isEmpty, "a key has at least one word")
    let size = Self.stateSize
    self.init(seed: 19_650_218)
    var (i, j) = (1, 0)
    for _ in 0..<max(size, key.count) {
      let previous = state[i - 1]
      state[i] =
        (state[i] ^ ((previous ^ (previous >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
      (i, j) = (i + 1, j + 1 < key.count ? j + 1 : 0)
      if i == size {
        state[0] = state[size - 1]
        i = 1
      }
    }
    for _ in 1..<size {
      let previous = state[i - 1]
      state[i] = (state[i] ^ ((previous ^ (previous >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i += 1
      if i == size {
        state[0] = state[size - 1]
        i = 1
      }
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 bits of the stream.
  public mutating func nextUInt32() -> UInt32 {
    if position == Self.stateSize { makeBlock() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  /// The next 64 bits of the stream: the earlier word is the upper half.
  public mutating func next() -> UInt64 {
    let upper = UInt64(nextUInt32())
    return upper << 32 | UInt64(nextUInt32())
  }

  /// Replaces the state by the next block of words.
  private mutating func makeBlock() {
    let (size, reach) = (Self.stateSize, Self.reach)
    var words = state.mutableSpan
    for i in 0..<size {
      let next = i + 1 < size ? i + 1 : 0
      let far = i + reach < size ? i + reach : i + reach - size
      let mixed = (words[i] & 0x8000_0000) | (words[next] & 0x7FFF_FFFF)
      words[i] = words[far] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    position = 0
  }
}
