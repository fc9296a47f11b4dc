/// The checksum of zip archives: CRC-32 with the reflected polynomial 0xEDB88320.
///
///     CRC32.checksum(of: Array("123456789".utf8))  // 0xCBF43926
enum CRC32 {
  /// The checksum of these bytes.
  ///
  /// - Complexity: O(*n*), one table look-up per byte.
  static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  /// The remainder that each value of a byte leaves behind.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder >> 1 ^ (remainder & 1 == 0 ? 0 : 0xEDB8_8320)
    }
  }
}
