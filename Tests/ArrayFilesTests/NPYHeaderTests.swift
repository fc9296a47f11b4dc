import Testing

@testable import ArrayFiles

@Suite("The header of a .npy file")
struct NPYHeaderTests {
  /// A file of version 1.0 with this header and data.
  private func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
    var file = NPYArray.signature + [1, 0]
    file.append(littleEndian: UInt16(header.utf8.count))
    return file + header.utf8 + data
  }

  @Test(arguments: [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2)}",
    "{'shape':(1,2,),'descr':\"<f8\",'fortran_order':False}\n",
    "  { 'fortran_order' : False , 'shape' : ( 1 , 2 ) , 'descr' : '=f8' , }  ",
  ])
  func spellings(_ header: String) throws {
    let parsed = try NPYHeader(parsing: Array(header.utf8)[...])
    #expect(parsed.shape == [1, 2] && !parsed.isColumnMajor)
    #expect(parsed.elementType.kind == .float && parsed.elementType.size == 8)
  }

  @Test(arguments: [
    ("", 0),
    ("[]", 0),
    ("{}", 2),
    ("{'descr': '<f8'", 15),
    ("{'descr': '<f8', 'descr': '<f8'}", 25),
    ("{'descr': '<f8', 'fortran_order': False}", 40),
    ("{'descr': 8}", 10),
    ("{'descr': '<f8}", 10),
    ("{'fortran_order': 0}", 18),
    ("{'other': 1}", 9),
    ("{'shape': 3}", 10),
    ("{'shape': (-1,)}", 11),
    ("{'shape': (1 2)}", 13),
    ("{'shape': (99999999999999999999,)}", 11),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} x", 56),
  ])
  func malformed(_ header: String, _ offset: Int) {
    #expect(throws: NPYError.malformedHeader(text: header, offset: offset)) {
      try NPYArray(npyBytes: file(header))
    }
  }

  @Test(arguments: [
    "", "f8", "<", "<f", "<f16", "<f+8", "<i3", "<b8", "<U0", "<U99999999", "S5", "<x8",
  ])
  func elementTypes(_ type: String) {
    let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': ()}"
    #expect(throws: NPYError.unsupportedElementType(type)) {
      try NPYArray(npyBytes: file(header))
    }
  }

  @Test(arguments: [
    [Int.max], [Int.max, 2], [1 << 32, 1 << 32], [1 << 61, 1],
    Array(repeating: 1, count: 65),
  ])
  func implausibleShapes(_ shape: [Int]) {
    let tuple = shape.map { "\($0)," }.joined()
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(tuple))}"
    #expect(throws: NPYError.implausibleShape(shape)) {
      try NPYArray(npyBytes: file(header))
    }
  }

  @Test("a shape that claims more or less than there is")
  func wrongByteCount() {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 1000000)}"
    #expect(
      throws: NPYError.wrongByteCount(
        shape: [1_000_000, 1_000_000], expected: 8_000_000_000_000, found: 8)
    ) {
      try NPYArray(npyBytes: file(header, data: Array(repeating: 0, count: 8)))
    }
    #expect(throws: NPYError.wrongByteCount(shape: [], expected: 8, found: 9)) {
      try NPYArray(
        npyBytes: file(
          "{'descr': '<f8', 'fortran_order': False, 'shape': ()}",
          data: Array(repeating: 0, count: 9)))
    }
  }

  @Test("a huge empty array needs no memory")
  func hugeEmpty() throws {
    let header = "{'descr': '<f8', 'fortran_order': True, 'shape': (0, \(Int.max), \(Int.max))}"
    #expect(try NPYArray(npyBytes: file(header)).elements.count == 0)
  }

  @Test("a string that is not Unicode")
  func malformedString() {
    let header = "{'descr': '<U1', 'fortran_order': False, 'shape': (2,)}"
    #expect(throws: NPYError.malformedString(index: 1)) {
      try NPYArray(npyBytes: file(header, data: [0x61, 0, 0, 0, 0, 0xD8, 0, 0]))
    }
  }

  @Test(arguments: [(4, 0), (0, 0), (1, 1), (255, 255)])
  func versions(_ major: Int, _ minor: Int) {
    let bytes = NPYArray.signature + [UInt8(major), UInt8(minor), 0, 0]
    #expect(throws: NPYError.unsupportedVersion(major: major, minor: minor)) {
      try NPYArray(npyBytes: bytes)
    }
  }

  @Test("a header that is longer than the file")
  func truncatedHeader() {
    #expect(throws: NPYError.truncatedHeader(expected: 12 + 0xFFFF_FFFF, found: 12)) {
      try NPYArray(npyBytes: NPYArray.signature + [2, 0, 255, 255, 255, 255])
    }
  }
}
