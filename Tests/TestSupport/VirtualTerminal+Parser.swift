extension VirtualTerminal {
  /// What the bytes of a program ask for.
  enum Action: Hashable, Sendable {
    case print(Unicode.Scalar)
    case control(UInt8)
    /// `ESC` and one more character.
    case escape(UInt8)
    /// `ESC [`, a sign such as `?`, numbers, and a final character.
    case sequence(sign: UInt8?, numbers: [Int], final: UInt8)
  }

  /// Cuts bytes into actions.
  struct Parser: Sendable {
    private enum State { case ground, escape, sequence, operatingSystem, skipOne }

    private var state = State.ground
    private var collected: [UInt8] = []
    private var scalar: [UInt8] = []

    mutating func parse(_ byte: UInt8) -> [Action] {
      switch state {
      case .ground: return ground(byte)
      case .escape: return escape(byte)
      case .sequence:
        if (0x20...0x3F).contains(byte) {
          collected.append(byte)
          return []
        }
        state = .ground
        return [sequence(final: byte)]
      case .operatingSystem:
        // Titles and the like end with BEL or ESC \.
        if byte == 7 || byte == 0x5C { state = .ground }
        return []
      case .skipOne:
        state = .ground
        return []
      }
    }

    private mutating func ground(_ byte: UInt8) -> [Action] {
      if byte == 0x1B {
        state = .escape
        return []
      }
      if byte < 0x20 || byte == 0x7F { return [.control(byte)] }
      if byte < 0x80 { return [.print(Unicode.Scalar(byte))] }
      scalar.append(byte)
      let length = scalar[0] < 0xE0 ? 2 : scalar[0] < 0xF0 ? 3 : 4
      guard scalar.count == length else { return [] }
      defer { scalar = [] }
      return String(decoding: scalar, as: UTF8.self).unicodeScalars.map { .print($0) }
    }

    private mutating func escape(_ byte: UInt8) -> [Action] {
      state = .ground
      switch byte {
      case UInt8(ascii: "["):
        state = .sequence
        collected = []
      case UInt8(ascii: "]"): state = .operatingSystem
      case UInt8(ascii: "("), UInt8(ascii: ")"): state = .skipOne
      default: return [.escape(byte)]
      }
      return []
    }

    private func sequence(final: UInt8) -> Action {
      let sign = collected.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
      let digits = sign == nil ? collected[...] : collected.dropFirst()
      let numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      return .sequence(sign: sign, numbers: digits.isEmpty ? [] : numbers, final: final)
    }
  }
}
