import SourceText

extension Notebook {
  /// Reads a notebook from the bytes of its file.
  ///
  /// Keys that it does not need, outputs above all, are passed over. A cell's source may be one
  /// string or a list of them.
  ///
  /// - Throws: `NotebookError` where the bytes are no notebook of format 4.
  /// - Complexity: O(*n*) in the bytes.
  public init(_ bytes: [UInt8]) throws(NotebookError) {
    if bytes.count > Notebook.sizeLimit {
      throw .tooLarge(bytes: bytes.count, limit: Notebook.sizeLimit)
    }
    if let offset = Notebook.firstInvalidByte(bytes) { throw .notText(offset: offset) }
    var reader = JSONReader(bytes)
    guard try reader.kind() == .object else {
      throw .missing(key: "cells", at: reader.position)
    }
    let start = reader.position
    var cells: [Cell]?
    var version: Int?
    var hasWorksheets = false
    try reader.object { (reader, key) throws(NotebookError) in
      switch key {
      case "cells": cells = try Notebook.readCells(&reader)
      case "nbformat":
        try reader.expectKind(.number, of: key)
        version = try reader.integer()
      default:
        // Format 3 kept its cells in here.
        hasWorksheets = hasWorksheets || key == "worksheets"
        try reader.skipValue()
      }
    }
    try reader.finish()
    if let version, version != 4 { throw .unsupportedFormat(version: version) }
    if hasWorksheets, cells == nil { throw .unsupportedFormat(version: 3) }
    guard let cells else { throw .missing(key: "cells", at: start) }
    guard version != nil else { throw .missing(key: "nbformat", at: start) }
    self.cells = cells
    numberCells()
  }

  private mutating func numberCells() {
    var number = 0
    for i in cells.indices where cells[i].kind == .code && !cells[i].isBlank {
      number += 1
      cells[i].number = number
    }
  }

  private static func readCells(_ reader: inout JSONReader) throws(NotebookError) -> [Cell] {
    try reader.expectKind(.array, of: "cells")
    var cells: [Cell] = []
    try reader.array { (reader) throws(NotebookError) in
      if let cell = try readCell(&reader) { cells.append(cell) }
    }
    return cells
  }

  /// Reads a cell; nil where its kind is unknown.
  private static func readCell(_ reader: inout JSONReader) throws(NotebookError) -> Cell? {
    try reader.expectKind(.object, of: "cells")
    let start = reader.position
    var kind: String?
    var source: (text: String, line: Int)?
    try reader.object { (reader, key) throws(NotebookError) in
      switch key {
      case "cell_type":
        try reader.expectKind(.string, of: key)
        kind = try reader.string()
      case "source": source = try readSource(&reader)
      default: try reader.skipValue()
      }
    }
    guard let kind else { throw .missing(key: "cell_type", at: start) }
    guard let source else { throw .missing(key: "source", at: start) }
    let kinds: [String: Cell.Kind] = ["code": .code, "markdown": .markdown, "raw": .raw]
    return kinds[kind].map { Cell(kind: $0, number: 0, text: source.text, line: source.line) }
  }

  private static func readSource(
    _ reader: inout JSONReader
  ) throws(NotebookError) -> (text: String, line: Int) {
    var text = ""
    var line = 0
    switch try reader.kind() {
    case .string:
      line = reader.line
      text = try reader.string()
    case .array:
      line = reader.line
      var isFirst = true
      try reader.array { (reader) throws(NotebookError) in
        try reader.expectKind(.string, of: "source")
        if isFirst { line = reader.line }
        isFirst = false
        text += try reader.string()
      }
    default: throw .wrongKind(key: "source", at: reader.position)
    }
    return (text.replacing("\r\n", with: "\n"), line)
  }

  /// The place of the first byte that is not UTF-8.
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

extension JSONReader {
  /// Sees to it that the next value is of a kind.
  mutating func expectKind(_ kind: Kind, of key: String) throws(NotebookError) {
    if try self.kind() != kind { throw .wrongKind(key: key, at: position) }
  }
}
