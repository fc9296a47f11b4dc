/// The type of an array's elements, as a header's `descr` spells it: byte order, kind and size.
struct NPYElementType: Equatable {
  enum Kind: Character {
    case boolean = "b"
    case signed = "i"
    case unsigned = "u"
    case float = "f"
    case string = "U"
  }

  let kind: Kind
  /// The size of one element in bytes.
  let size: Int
  let isBigEndian: Bool

  /// Reads a type such as `<f8`, `|b1`, `>i4` or `<U12`.
  init(parsing text: String) throws(NPYError) {
    guard let order = text.first, "<>|=".contains(order),
      let letter = text.dropFirst().first
    else { throw .unsupportedElementType(text) }
    if letter == "O" { throw .objectElements }
    let digits = text.dropFirst(2)
    guard let kind = Kind(rawValue: letter), digits.first != "+", let length = Int(digits) else {
      throw .unsupportedElementType(text)
    }
    let isSupported =
      switch kind {
      case .boolean: length == 1
      case .signed, .unsigned: [1, 2, 4, 8].contains(length)
      case .float: [2, 4, 8].contains(length)
      case .string: (1...0xFF_FFFF).contains(length)
      }
    guard isSupported else { throw .unsupportedElementType(text) }
    self.kind = kind
    size = kind == .string ? 4 * length : length
    isBigEndian = order == ">"
  }

  /// The bits of a number of up to eight bytes, or of one scalar of a string.
  func bits(of bytes: ArraySlice<UInt8>) -> UInt64 {
    var bits: UInt64 = 0
    if isBigEndian {
      for byte in bytes { bits = bits << 8 | UInt64(byte) }
    } else {
      for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
    }
    return bits
  }

  /// The number that one element's bytes stand for.
  ///
  /// - Precondition: `kind` is not `string`.
  func number(from bytes: ArraySlice<UInt8>) -> Double {
    let bits = bits(of: bytes)
    switch kind {
    case .boolean: return bits == 0 ? 0 : 1
    case .unsigned: return Double(bits)
    case .signed:
      let unused = 64 - 8 * size
      return Double(Int64(bitPattern: bits << unused) >> unused)
    case .float:
      switch size {
      case 8: return Double(bitPattern: bits)
      case 4: return Double(Float(bitPattern: UInt32(bits)))
      default: return Self.half(bits)
      }
    case .string: preconditionFailure("a string is not a number")
    }
  }

  /// The string that one element's bytes stand for, without the zeros that pad it, or nil where
  /// they are not Unicode scalars.
  func string(from bytes: ArraySlice<UInt8>) -> String? {
    var scalars = String.UnicodeScalarView()
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 4) {
      guard let scalar = Unicode.Scalar(UInt32(bits(of: bytes[start..<start + 4]))) else {
        return nil
      }
      scalars.append(scalar)
    }
    while scalars.last == "\0" { scalars.removeLast() }
    return String(scalars)
  }

  /// An IEEE 754 binary16 number: 1 sign bit, 5 exponent bits, 10 fraction bits.
  ///
  ///     (−1)ˢ · 2ᵉ⁻¹⁵ · (1 + f/1024),   e = 0: (−1)ˢ · 2⁻¹⁴ · f/1024,   e = 31: ∞ or NaN
  ///
  /// By hand, because `Float16` is not available on every Mac.
  static func half(_ bits: UInt64) -> Double {
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF) / 1024
    let magnitude: Double =
      switch exponent {
      case 0: fraction * 0x1p-14
      case 31: fraction == 0 ? .infinity : .nan
      default: (1 + fraction) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
      }
    return bits & 0x8000 == 0 ? magnitude : -magnitude
  }
}
