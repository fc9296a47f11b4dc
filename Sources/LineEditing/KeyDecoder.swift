/// Turns the bytes of a terminal into keys: UTF-8, the escape sequences of xterm, tmux, the Linux
/// console and rxvt, and bracketed paste.
///
/// Feed it bytes, then take keys until there are none. An Escape that ends the bytes may be the key
/// or the start of a sequence: the reader waits a moment (``isAmbiguous``), then asks with
/// `timedOut: true`.
struct KeyDecoder: Sendable {
  /// The longest paste that is kept; what follows is dropped, so that no paste can fill the memory.
  static let pasteLimit = 8 << 20
  /// A control sequence longer than this is noise.
  private static let sequenceLimit = 64
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var position = 0
  /// The bytes of a paste that has begun but not ended.
  private var paste: [UInt8]?

  /// Adds what was read.
  mutating func feed(_ new: some Collection<UInt8>) {
    if position > 4096 || position == bytes.count {
      bytes.removeFirst(position)
      position = 0
    }
    bytes.append(contentsOf: new)
  }

  /// Whether bytes are left that could be a whole key or only the start of one.
  var isAmbiguous: Bool { paste == nil && position < bytes.count }

  /// Whether a paste has begun but not ended.
  var isInsidePaste: Bool { paste != nil }

  /// Forgets all bytes that have not become keys, and the paste that has begun.
  mutating func reset() { self = KeyDecoder() }

  /// The next key, or nil when more bytes are needed.
  ///
  /// - Parameter timedOut: Whether nothing followed for a while: what is there is all there is.
  mutating func next(timedOut: Bool = false) -> Key? {
    if paste != nil { return continuePaste() }
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    if first == 0x1B { return escapeSequence(timedOut: timedOut) }
    return character(timedOut: timedOut).map { .character($0) }
  }

  /// The scalar at the position, or nil when it is cut off.
  private mutating func character(timedOut: Bool) -> Unicode.Scalar? {
    var decoder = UTF8Decoder()
    var result: Unicode.Scalar?
    var index = position
    while index < bytes.count {
      // A byte that breaks a sequence off is not part of it, unless it is the first one.
      let startsAnew = decoder.isInsideCharacter
      decoder.decode(bytes[index]) { if result == nil { result = $0 } }
      if let found = result {
        if !(startsAnew && found == "\u{FFFD}") || (0x80...0xBF).contains(bytes[index]) {
          index += 1
        }
        position = index
        return found
      }
      index += 1
    }
    guard timedOut else { return nil }
    position = bytes.count
    return "\u{FFFD}"
  }

  /// The key that starts with the Escape at the position, or nil when it is cut off.
  private mutating func escapeSequence(timedOut: Bool) -> Key? {
    let start = position
    guard start + 1 < bytes.count else {
      guard timedOut else { return nil }
      position = start + 1
      return .escape
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      return controlSequence(from: start + 2, timedOut: timedOut)
    case UInt8(ascii: "O"):
      guard start + 2 < bytes.count else {
        guard timedOut else { return nil }
        position = start + 2
        return .meta("O")
      }
      position = start + 3
      return Self.finalKeys[bytes[start + 2]] ?? .other
    case 0x1B:
      // Alt with an arrow, as some terminals send it, or Escape twice.
      if start + 2 < bytes.count,
        bytes[start + 2] == UInt8(ascii: "[") || bytes[start + 2] == UInt8(ascii: "O")
      {
        position = start + 1
        guard let key = escapeSequence(timedOut: timedOut) else {
          position = start
          return nil
        }
        switch key {
        case .left: return .wordLeft
        case .right: return .wordRight
        default: return key
        }
      }
      guard start + 2 < bytes.count || timedOut else { return nil }
      position = start + 1
      return .escape
    default:
      position = start + 1
      guard let scalar = character(timedOut: timedOut) else {
        position = start
        return nil
      }
      return .meta(scalar)
    }
  }

  /// The key of `ESC [ parameters final`, whose parameters start at an index.
  private mutating func controlSequence(from start: Int, timedOut: Bool) -> Key? {
    var index = start
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    if index < bytes.count, bytes[index] == UInt8(ascii: "[") { index += 1 }
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]),
      index - start < Self.sequenceLimit
    {
      index += 1
    }
    guard index < bytes.count else {
      guard timedOut else { return nil }
      position = bytes.count
      return .other
    }
    let parameters = bytes[start..<index]
    let final = bytes[index]
    // A sequence that something else breaks off is dropped without eating what broke it.
    guard (0x40...0x7E).contains(final) || final == UInt8(ascii: "$") else {
      position = index
      return .other
    }
    position = index + 1
    if parameters.elementsEqual("200".utf8), final == UInt8(ascii: "~") {
      paste = []
      return continuePaste()
    }
    return Self.key(parameters: parameters, final: final)
  }

  /// Keys by the final byte of their sequence.
  private static let finalKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .character("\r"),
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .wordRight,
    UInt8(ascii: "d"): .wordLeft,
  ]

  /// Keys by the number before a final `~`.
  private static let numberedKeys: [Int: Key] = [
    1: .home, 7: .home, 4: .end, 8: .end, 3: .delete, 5: .pageUp, 6: .pageDown,
  ]

  private static func key(parameters: ArraySlice<UInt8>, final: UInt8) -> Key {
    guard parameters.first != UInt8(ascii: "[") else { return .other }
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
    let key: Key?
    if final == UInt8(ascii: "~") || final == UInt8(ascii: "$") || final == UInt8(ascii: "^") {
      key = numberedKeys[numbers.first ?? 0]
    } else {
      key = finalKeys[final]
    }
    // Alt (2) or Ctrl (4) with an arrow moves by words.
    switch key {
    case .left where modifiers & 6 != 0: return .wordLeft
    case .right where modifiers & 6 != 0: return .wordRight
    case .character: return .other
    default: return key ?? .other
    }
  }

  /// Collects a paste up to its end mark.
  private mutating func continuePaste() -> Key? {
    guard var collected = paste else { return nil }
    paste = nil
    let searchFrom = max(0, collected.count - Self.pasteEnd.count)
    collected.append(contentsOf: bytes[position...])
    bytes.removeAll(keepingCapacity: true)
    position = 0
    guard let end = Self.firstIndex(of: Self.pasteEnd, in: collected, from: searchFrom) else {
      // Beyond the limit only the tail is kept, where the end mark will be found.
      if collected.count > Self.pasteLimit + 65_536 {
        collected.removeSubrange(Self.pasteLimit..<(collected.count - Self.pasteEnd.count))
      }
      paste = collected
      return nil
    }
    bytes.append(contentsOf: collected[(end + Self.pasteEnd.count)...])
    return .paste(String(decoding: collected[..<min(end, Self.pasteLimit)], as: UTF8.self))
  }

  private static func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    var index = start
    while index <= bytes.count - needle.count {
      if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }
}
