/// A cursor over bytes from a file that never reads past their end.
///
/// Every reading method returns nil, and stays where it is, when too few bytes are left: lengths
/// that a file claims are thereby checked against the bytes that are there.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The number of bytes not read yet.
  var remaining: Int { bytes.endIndex - position }

  /// The next `count` bytes.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// The next unsigned integer of this width, least significant byte first.
  mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type
  ) -> Value? {
    take(Value.bitWidth / 8)?.reversed().reduce(0) { $0 << 8 | Value($1) }
  }

  /// The next unsigned integer of this width as a length or position, or nil when it is beyond `Int`.
  mutating func count<Value: FixedWidthInteger & UnsignedInteger>(_ type: Value.Type) -> Int? {
    integer(type).flatMap { Int(exactly: $0) }
  }
}

extension [UInt8] {
  /// Appends an unsigned integer, least significant byte first.
  mutating func append(littleEndian value: some FixedWidthInteger & UnsignedInteger) {
    for byte in 0..<value.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: value >> (8 * byte)))
    }
  }
}
