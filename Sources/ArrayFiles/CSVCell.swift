import SourceText

/// One cell of a table: a stretch of its text.
struct CSVCell {
  /// What a cell holds, seen as a number.
  enum Content: Equatable {
    case number(Double)
    /// NaN, infinity, or a number too large for a `Double`.
    case notFinite
    /// Nothing, not even quotes with a space between them.
    case missing
    case text
  }

  let bytes: [UInt8]
  let range: Range<Int>

  /// The text without its quotes; doubled quotes inside are single ones.
  var text: String {
    let raw = bytes[range]
    guard raw.first == UInt8(ascii: "\"") else { return String(decoding: raw, as: UTF8.self) }
    var content: [UInt8] = []
    var isFirstOfTwo = false
    for byte in raw.dropFirst().dropLast() {
      isFirstOfTwo = byte == UInt8(ascii: "\"") && !isFirstOfTwo
      if !isFirstOfTwo { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Whether the cell holds neither a number nor NaN nor infinity.
  var isText: Bool {
    switch content {
    case .number, .notFinite: false
    case .missing, .text: true
    }
  }

  /// What the cell holds: digits with an optional sign, point and exponent are a number.
  var content: Content {
    let text = text.trimmingSpaces
    if text.isEmpty { return .missing }
    if text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) {
      guard let number = Double(text) else { return .text }
      return number.isFinite ? .number(number) : .notFinite
    }
    let word = text.drop { $0 == "+" || $0 == "-" }.lowercased()
    return ["nan", "inf", "infinity"].contains(word) ? .notFinite : .text
  }
}

extension String {
  /// The string without spaces and tabulators at its ends.
  fileprivate var trimmingSpaces: Substring {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}

extension [UInt8] {
  /// The line and column, in characters, of a byte of this text. CRLF, LF and CR end a line.
  func position(ofByte offset: Int) -> SourcePosition {
    var line = 1
    var lineStart = 0
    for index in 0..<offset {
      let isEnd =
        self[index] == UInt8(ascii: "\n")
        || self[index] == UInt8(ascii: "\r")
          && (index + 1 == count || self[index + 1] != UInt8(ascii: "\n"))
      if isEnd {
        line += 1
        lineStart = index + 1
      }
    }
    let column = String(decoding: self[lineStart..<offset], as: UTF8.self).count + 1
    return SourcePosition(line: line, column: column)
  }
}
