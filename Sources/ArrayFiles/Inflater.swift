/// Decompression of deflate streams (RFC 1951), as zip archives hold them.
///
/// The plain method of the RFC, section 3.2.2: codes of equal length are consecutive numbers, so a
/// code is found by counting, one bit at a time, and needs no tree.
struct Inflater {
  private let input: ArraySlice<UInt8>
  private var position: Int
  /// The bits of the byte before `position` that are not used yet, lowest first.
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let size: Int

  /// What a stream unpacks to, or nil where it is damaged or does not unpack to `size` bytes.
  ///
  /// - Complexity: O(*n*) in `size`. Memory follows what is unpacked; no more than `size` bytes are.
  static func inflate(_ input: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    // A match, the densest part, is at most 258 bytes from at least two bits.
    guard size / 1032 <= input.count else { return nil }
    var inflater = Inflater(input: input, position: input.startIndex, size: size)
    return inflater.run() ? inflater.output : nil
  }

  private init(input: ArraySlice<UInt8>, position: Int, size: Int) {
    self.input = input
    self.position = position
    self.size = size
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isWhole =
        switch kind {
        case 0: copyStored()
        case 1: decode(literals: Self.fixedLiterals, distances: Self.fixedDistances)
        case 2: decodeWithOwnCodes()
        default: false
        }
      guard isWhole else { return false }
      if isLast == 1 { return output.count == size && position == input.endIndex }
    }
  }

  /// The next bits as a number, the first one lowest.
  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard position < input.endIndex else { return nil }
      bits |= UInt32(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return Int(bits & (1 << count - 1))
  }

  /// A block of plain bytes: their count, its complement, and they themselves.
  private mutating func copyStored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard let count = take(16), let complement = take(16), count == ~complement & 0xFFFF,
      input.endIndex - position >= count, size - output.count >= count
    else { return false }
    output += input[position..<position + count]
    position += count
    return true
  }

  /// A block of literal bytes and of matches, which repeat what stands some distance back.
  private mutating func decode(literals: HuffmanCode, distances: HuffmanCode) -> Bool {
    while let symbol = symbol(of: literals) {
      if symbol < 256 {
        guard output.count < size else { return false }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < Self.lengthBases.count,
        let extraLength = take(Self.lengthExtraBits[symbol - 257]),
        let near = self.symbol(of: distances), near < Self.distanceBases.count,
        let extraDistance = take(Self.distanceExtraBits[near])
      else { return false }
      let length = Self.lengthBases[symbol - 257] + extraLength
      let distance = Self.distanceBases[near] + extraDistance
      guard distance <= output.count, length <= size - output.count else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return false
  }

  /// A block that begins with its own codes, whose lengths are themselves coded.
  private mutating func decodeWithOwnCodes() -> Bool {
    guard let literalExcess = take(5), let distanceExcess = take(5), let lengthExcess = take(4)
    else { return false }
    var lengthsOfLengths = [UInt8](repeating: 0, count: 19)
    for place in Self.lengthOrder.prefix(lengthExcess + 4) {
      guard let length = take(3) else { return false }
      lengthsOfLengths[place] = UInt8(length)
    }
    guard let lengthCode = HuffmanCode(lengths: lengthsOfLengths[...]) else { return false }

    let literalCount = literalExcess + 257
    let count = literalCount + distanceExcess + 1
    var lengths: [UInt8] = []
    while lengths.count < count {
      guard let symbol = symbol(of: lengthCode) else { return false }
      let (value, repeats): (UInt8?, Int?) =
        switch symbol {
        case 16: (lengths.last, take(2).map { $0 + 3 })
        case 17: (0, take(3).map { $0 + 3 })
        case 18: (0, take(7).map { $0 + 11 })
        default: (UInt8(symbol), 1)
        }
      guard let value, let repeats, repeats <= count - lengths.count else { return false }
      lengths.append(contentsOf: repeatElement(value, count: repeats))
    }
    guard let literals = HuffmanCode(lengths: lengths[..<literalCount]),
      let distances = HuffmanCode(lengths: lengths[literalCount...])
    else { return false }
    return decode(literals: literals, distances: distances)
  }

  /// The symbol whose code comes next.
  private mutating func symbol(of code: HuffmanCode) -> Int? {
    var value = 0  // The bits so far; codes, unlike numbers, come highest bit first.
    var first = 0  // The first code of this length.
    var index = 0  // The place of its symbol among all.
    for count in code.countOfLength.dropFirst() {
      guard let bit = take(1) else { return nil }
      value |= bit
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthExtraBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distanceExtraBits = [0, 0] + (0..<28).map { $0 / 2 }
  private static let distanceBases =
    distanceExtraBits.reduce(into: [1]) { bases, bits in
      bases.append(bases[bases.count - 1] + 1 << bits)
    }.dropLast() as [Int]
  private static let fixedLiterals = HuffmanCode(
    lengths: ((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 } as [UInt8])[...])!
  private static let fixedDistances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 30)[...])!
}
