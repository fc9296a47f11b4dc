/// Turns bytes that arrive bit by bit into Unicode scalars.
///
/// What is not UTF-8 becomes U+FFFD, one for each maximal invalid part, as Unicode recommends and
/// `String(decoding:as:)` does. A sequence may be cut anywhere between two calls.
struct UTF8Decoder: Sendable {
  /// The bytes of a sequence that has begun but not ended: at most three.
  private var pending: [UInt8] = []

  /// Whether a character has begun but not ended.
  var isInsideCharacter: Bool { !pending.isEmpty }

  /// Takes one byte and gives out what it completes: nothing, one scalar, or a replacement
  /// character before another scalar.
  mutating func decode(_ byte: UInt8, into output: (Unicode.Scalar) -> Void) {
    if pending.isEmpty {
      if byte < 0x80 { return output(Unicode.Scalar(byte)) }
      if (0xC2...0xF4).contains(byte) { return pending.append(byte) }
      return output("\u{FFFD}")
    }
    guard Self.canFollow(pending, byte) else {
      pending.removeAll(keepingCapacity: true)
      output("\u{FFFD}")
      return decode(byte, into: output)
    }
    pending.append(byte)
    guard pending.count == Self.length(of: pending[0]) else { return }
    var value = UInt32(pending[0]) & (0xFF >> UInt32(pending.count + 1))
    for continuation in pending.dropFirst() { value = value << 6 | UInt32(continuation & 0x3F) }
    pending.removeAll(keepingCapacity: true)
    output(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  /// Ends the input: a character that was cut off becomes U+FFFD.
  mutating func finish(into output: (Unicode.Scalar) -> Void) {
    if !pending.isEmpty { output("\u{FFFD}") }
    pending.removeAll(keepingCapacity: true)
  }

  /// The length that a first byte announces.
  private static func length(of first: UInt8) -> Int {
    first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Whether a byte may stand behind the first ones of a sequence: a continuation byte that leads
  /// to no overlong form, no surrogate and nothing above U+10FFFF.
  private static func canFollow(_ first: [UInt8], _ byte: UInt8) -> Bool {
    guard first.count == 1 else { return (0x80...0xBF).contains(byte) }
    switch first[0] {
    case 0xE0: return (0xA0...0xBF).contains(byte)
    case 0xED: return (0x80...0x9F).contains(byte)
    case 0xF0: return (0x90...0xBF).contains(byte)
    case 0xF4: return (0x80...0x8F).contains(byte)
    default: return (0x80...0xBF).contains(byte)
    }
  }
}
