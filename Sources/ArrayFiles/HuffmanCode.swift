/// A code that is given by the number of bits of each symbol, 0 for a symbol that does not occur.
struct HuffmanCode {
  /// How many codes there are of each length from 0 to 15.
  var countOfLength = [Int](repeating: 0, count: 16)
  /// The symbols by the length of their code, then by number.
  var symbols: [Int] = []

  /// Makes the code, or nil where more codes of some length are asked for than there are.
  init?(lengths: ArraySlice<UInt8>) {
    for length in lengths { countOfLength[Int(length)] += 1 }
    countOfLength[0] = 0
    var free = 1
    for count in countOfLength.dropFirst() {
      free = free << 1 - count
      if free < 0 { return nil }
    }
    for length in 1...15 as ClosedRange<UInt8> {
      for (symbol, own) in lengths.enumerated() where own == length { symbols.append(symbol) }
    }
  }
}
