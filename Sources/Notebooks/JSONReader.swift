import SourceText

/// Reads a JSON text (RFC 8259) value by value, as its user asks for them, and skips the rest.
///
/// It knows at which line it stands, so that what is read can be found in the file again. Values
/// may be nested `depthLimit` deep.
struct JSONReader {
  /// The most arrays and objects inside each other.
  static let depthLimit = 512

  /// What a value is.
  enum Kind: String, Hashable, Sendable {
    case object, array, string, number, boolean, null
  }

  private let bytes: [UInt8]
  private var place: Int
  private var depth = 0
  /// The line that the reader has come to, from 1.
  private(set) var line = 1

  /// Makes a reader of UTF-8, with or without a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Where the reader stands.
  ///
  /// - Complexity: O(*n*) in the bytes read so far; for errors.
  var position: SourcePosition { position(of: place) }

  private func position(of place: Int) -> SourcePosition {
    let start = (bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let line = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
    return SourcePosition(
      line: line, column: String(decoding: bytes[start..<place], as: UTF8.self).count + 1)
  }

  private func error(_ problem: NotebookError.Problem, at place: Int? = nil) -> NotebookError {
    .json(problem, at: position(of: place ?? self.place))
  }

  // MARK: Structure

  /// The kind of the next value.
  mutating func kind() throws(NotebookError) -> Kind {
    skipSpaces()
    guard place < bytes.count else { throw error(.end) }
    switch bytes[place] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw error(.unexpected(character()))
    }
  }

  /// Reads an object: `body` is called after each key and reads or skips its value.
  mutating func object(
    _ body: (inout JSONReader, String) throws(NotebookError) -> Void
  ) throws(NotebookError) {
    try open("{")
    if skip("}") {
      depth -= 1
      return
    }
    repeat {
      skipSpaces()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        throw error(place < bytes.count ? .unexpected(character()) : .end)
      }
      let key = try string()
      try expect(":")
      try body(&self, key)
    } while skip(",")
    try expect("}")
    depth -= 1
  }

  /// Reads an array: `body` is called before each element and reads or skips it.
  mutating func array(
    _ body: (inout JSONReader) throws(NotebookError) -> Void
  ) throws(NotebookError) {
    try open("[")
    if skip("]") {
      depth -= 1
      return
    }
    repeat { try body(&self) } while skip(",")
    try expect("]")
    depth -= 1
  }

  /// Passes over a value of any kind.
  mutating func skipValue() throws(NotebookError) {
    switch try kind() {
    case .object: try object { (reader, _) throws(NotebookError) in try reader.skipValue() }
    case .array: try array { (reader) throws(NotebookError) in try reader.skipValue() }
    case .string: try passString()
    case .number: _ = try number()
    case .boolean: try word(bytes[place] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try word("null")
    }
  }

  /// Sees to it that nothing but spaces follows.
  mutating func finish() throws(NotebookError) {
    skipSpaces()
    if place < bytes.count { throw error(.unexpected(character())) }
  }

  private mutating func open(_ bracket: Unicode.Scalar) throws(NotebookError) {
    try expect(bracket)
    depth += 1
    if depth > JSONReader.depthLimit {
      throw .tooDeep(limit: JSONReader.depthLimit, at: position(of: place - 1))
    }
  }

  // MARK: Values

  /// Reads a whole number; nil where the number is none, or none that fits.
  mutating func integer() throws(NotebookError) -> Int? { Int(try number()) }

  /// Reads a number as it is written.
  private mutating func number() throws(NotebookError) -> String {
    let start = place
    func isDigit(_ place: Int) -> Bool {
      place < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
    }
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    guard isDigit(place) else { throw error(.number, at: start) }
    let hasLeadingZero = bytes[place] == UInt8(ascii: "0") && isDigit(place + 1)
    if hasLeadingZero { throw error(.number, at: start) }
    while isDigit(place) { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      guard isDigit(place) else { throw error(.number, at: start) }
      while isDigit(place) { place += 1 }
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[place]) {
        place += 1
      }
      guard isDigit(place) else { throw error(.number, at: start) }
      while isDigit(place) { place += 1 }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func word(_ word: String) throws(NotebookError) {
    guard bytes[place...].starts(with: word.utf8) else { throw error(.unexpected(character())) }
    place += word.utf8.count
  }

  /// Reads a string. Half of a surrogate pair, which is no character, becomes U+FFFD.
  mutating func string() throws(NotebookError) -> String {
    let quote = place
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw error(.controlCharacter)
      default:
        text.append(byte)
        place += 1
      }
    }
    throw error(.unclosedString, at: quote)
  }

  /// Passes over a string without keeping it: pictures in a notebook's outputs are long.
  private mutating func passString() throws(NotebookError) {
    let quote = place
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return
      case UInt8(ascii: "\\"): _ = try escape()
      case 0..<0x20: throw error(.controlCharacter)
      default: place += 1
      }
    }
    throw error(.unclosedString, at: quote)
  }

  /// Reads a backslash and what it stands for.
  private mutating func escape() throws(NotebookError) -> Unicode.Scalar {
    let start = place
    place += 2
    guard start + 1 < bytes.count else { throw error(.escape, at: start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error(.escape, at: start)
    }
    guard let unit = codeUnit() else { throw error(.escape, at: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = place
    if UTF16.isLeadSurrogate(unit), bytes[place...].starts(with: [0x5C, 0x75]) {
      place += 2
      if let second = codeUnit(), UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([unit, second]))
      }
    }
    place = afterFirst
    return "\u{FFFD}"
  }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    place += 4
    return value
  }

  // MARK: Bytes

  private mutating func skipSpaces() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
  }

  /// Passes over a sign where it comes next.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(NotebookError) {
    if skip(sign) { return }
    throw error(place < bytes.count ? .unexpected(character()) : .end)
  }

  /// The character at the reader's place.
  private func character() -> Character {
    let end = min(bytes.count, place + 16)
    return String(decoding: bytes[place..<end], as: UTF8.self).first ?? "\u{FFFD}"
  }
}
