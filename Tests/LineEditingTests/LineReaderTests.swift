import Foundation
import Testing

@testable import LineEditing

@Suite struct LineReaderTests {
  private func lines(of bytes: [UInt8], from path: String? = nil) throws -> [String] {
    var lines: [String] = []
    try withTemporaryFolder { folder in
      let path = folder + "/input"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      var reader = LineReader(descriptor: descriptor)
      while let line = try reader.next() { lines.append(line) }
      #expect(try reader.next() == nil)
    }
    return lines
  }

  @Test(
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n\nc\r", ["a", "b", "", "c"]),
      ("総入力\u{0}x\n", ["総入力x"]), ("a\rb\n", ["a\rb"]),
    ] as [(String, [String])])
  func readsLines(text: String, expected: [String]) throws {
    #expect(try lines(of: Array(text.utf8)) == expected)
  }

  @Test func replacesWhatIsNotUTF8() throws {
    #expect(try lines(of: [0x61, 0xFF, 0x62, 0x0A, 0xE7, 0xB7]) == ["a\u{FFFD}b", "\u{FFFD}"])
  }

  @Test func readsVeryLongLines() throws {
    let long = [UInt8](repeating: 0x78, count: 5_000_000)
    let read = try lines(of: long + [0x0A] + long)
    #expect(read.map(\.utf8.count) == [5_000_000, 5_000_000])
  }

  @Test func readsALineAsSoonAsItIsThere() throws {
    var descriptors: [Int32] = [0, 0]
    try #require(pipe(&descriptors) == 0)
    defer { close(descriptors[0]) }
    var reader = LineReader(descriptor: descriptors[0])
    for part in ["a\nb", "\n", "c"] {
      _ = part.withCString { write(descriptors[1], $0, strlen($0)) }
      if part != "c" { #expect(try reader.next() == (part == "\n" ? "b" : "a")) }
    }
    close(descriptors[1])
    #expect(try reader.next() == "c")
    #expect(try reader.next() == nil)
  }

  @Test func failsOnWhatCannotBeRead() {
    var closed = LineReader(descriptor: 9999)
    #expect(throws: LineReader.Failure(errno: EBADF)) { try closed.next() }
    let descriptor = open("/", O_RDONLY)
    defer { close(descriptor) }
    var folder = LineReader(descriptor: descriptor)
    #expect(throws: LineReader.Failure(errno: EISDIR)) { try folder.next() }
  }
}

@Suite struct UTF8DecoderTests {
  private func decode(_ bytes: [UInt8]) -> String {
    var decoder = UTF8Decoder()
    var text = String.UnicodeScalarView()
    for byte in bytes { decoder.decode(byte) { text.append($0) } }
    decoder.finish { text.append($0) }
    return String(text)
  }

  @Test func agreesWithTheStandardLibraryOnAllShortSequences() {
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
      0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for a in bytes {
      for b in bytes {
        for c in bytes {
          for d in bytes {
            let sequence = [a, b, c, d]
            if decode(sequence) != String(decoding: sequence, as: UTF8.self) {
              Issue.record("\(sequence)")
            }
          }
        }
      }
    }
  }

  @Test func decodesEveryScalarThatIsWholeAndNoOther() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(decode(Array(String(scalar).utf8)) == String(scalar))
    }
  }
}
