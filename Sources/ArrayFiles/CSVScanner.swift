import SourceText

/// Finds the cells of a table's text, row by row.
struct CSVScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  /// Where the row that was read last ends, before its line end.
  private(set) var rowEnd = 0

  init(bytes: [UInt8], separator: CSVTable.Separator) {
    self.bytes = bytes
    self.separator = separator.rawValue
  }

  /// Appends the cells of the next row that has any text.
  ///
  /// - Returns: Their number, or nil at the end of the text.
  mutating func row(into cells: inout [Range<Int>]) throws(CSVError) -> Int? {
    let start = cells.count
    while position < bytes.count {
      cells.append(try cell())
      if position < bytes.count, bytes[position] == separator {
        position += 1
        // A separator at the very end of the text has an empty cell after it.
        if position == bytes.count { cells.append(position..<position) }
        guard position == bytes.count else { continue }
      }
      rowEnd = position
      skipLineEnd()
      if cells[start...].contains(where: { !$0.isEmpty }) { return cells.count - start }
      cells.removeSubrange(start...)
    }
    return nil
  }

  /// The next cell; afterwards a separator, a line end or the end of the text stands here.
  private mutating func cell() throws(CSVError) -> Range<Int> {
    skipSpaces()
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      while position < bytes.count, !isEndOfCell { position += 1 }
      var end = position
      while end > start, isSpace(bytes[end - 1]) { end -= 1 }
      return start..<end
    }
    position += 1
    while true {
      guard let quote = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else {
        throw .unterminatedQuote(bytes.position(ofByte: start))
      }
      position = quote + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
      position += 1
    }
    let end = position
    skipSpaces()
    guard position == bytes.count || isEndOfCell else {
      throw .textAfterQuote(bytes.position(ofByte: position))
    }
    return start..<end
  }

  private var isEndOfCell: Bool {
    let byte = bytes[position]
    return byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
  }

  private mutating func skipSpaces() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isReturn = bytes[position] == UInt8(ascii: "\r")
    position += 1
    if isReturn, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }

  /// The separator that occurs most often outside quotes in the first line that is not blank.
  static func mostFrequentSeparator(in bytes: [UInt8]) -> CSVTable.Separator {
    let lineEnds = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    var counts = [Int](repeating: 0, count: CSVTable.Separator.allCases.count)
    var isQuoted = false
    for byte in bytes.drop(while: lineEnds.contains) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if lineEnds.contains(byte) { break }
      if let separator = CSVTable.Separator(rawValue: byte),
        let index = CSVTable.Separator.allCases.firstIndex(of: separator)
      {
        counts[index] += 1
      }
    }
    let most = counts.max() ?? 0
    return zip(CSVTable.Separator.allCases, counts).first { $0.1 == most }?.0 ?? .comma
  }
}
