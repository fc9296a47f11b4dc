/// The header of a `.npy` file: a Python dictionary literal of exactly three keys.
///
///     {'descr': '<f8', 'fortran_order': False, 'shape': (3, 5), }
///
/// This is the whole grammar that is read, with spaces anywhere between its parts:
///
///     header = "{" [ entry { "," entry } [ "," ] ] "}"
///     entry  = "'descr'" ":" string | "'fortran_order'" ":" bool | "'shape'" ":" tuple
///     tuple  = "(" [ integer { "," integer } [ "," ] ] ")"
///
/// Strings may stand in single or double quotes; a `descr` that is a list (a structured type) is
/// reported as an unsupported element type.
struct NPYHeader: Equatable {
  var elementType: NPYElementType
  var isColumnMajor: Bool
  var shape: [Int]

  /// Reads the text of a header.
  init(parsing bytes: ArraySlice<UInt8>) throws(NPYError) {
    var parser = Parser(bytes: bytes)
    var description: String?
    var isColumnMajor: Bool?
    var shape: [Int]?

    try parser.expect("{")
    while !parser.accept("}") {
      let key = try parser.string()
      try parser.expect(":")
      switch key {
      case "descr" where description == nil:
        if parser.next == "[" { throw .unsupportedElementType(parser.list) }
        description = try parser.string()
      case "fortran_order" where isColumnMajor == nil: isColumnMajor = try parser.boolean()
      case "shape" where shape == nil: shape = try parser.tuple()
      default: throw parser.error
      }
      if !parser.accept(",") {
        try parser.expect("}")
        break
      }
    }
    guard parser.next == nil, let description, let isColumnMajor, let shape else {
      throw parser.error
    }
    elementType = try NPYElementType(parsing: description)
    self.isColumnMajor = isColumnMajor
    self.shape = shape
  }
}

/// Reads the parts of a header from left to right, without looking back.
private struct Parser {
  let bytes: ArraySlice<UInt8>
  var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The error that what stands here is not what the grammar asks for.
  var error: NPYError {
    .malformedHeader(
      text: String(decoding: bytes.prefix(256), as: UTF8.self),
      offset: position - bytes.startIndex)
  }

  /// The next character after spaces, or nil at the end.
  var next: Unicode.Scalar? {
    mutating get {
      while position < bytes.endIndex, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
      return position < bytes.endIndex ? Unicode.Scalar(bytes[position]) : nil
    }
  }

  /// The list that begins here, up to the header's last bracket, as an excerpt for a message.
  var list: String {
    let end = bytes.lastIndex(of: UInt8(ascii: "]")) ?? position
    return String(decoding: bytes[position...max(position, end)].prefix(200), as: UTF8.self)
  }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(NPYError) {
    guard accept(character) else { throw error }
  }

  mutating func string() throws(NPYError) -> String {
    guard let quote = next, quote == "'" || quote == "\"",
      let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: quote))
    else { throw error }
    defer { position = end + 1 }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  mutating func boolean() throws(NPYError) -> Bool {
    _ = next
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw error
  }

  mutating func tuple() throws(NPYError) -> [Int] {
    var numbers: [Int] = []
    try expect("(")
    while !accept(")") {
      numbers.append(try integer())
      if !accept(",") {
        try expect(")")
        break
      }
    }
    return numbers
  }

  mutating func integer() throws(NPYError) -> Int {
    _ = next
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw error }
    position = digits.endIndex
    return number
  }
}
