import Testing

@testable import ArrayFiles

@Suite("Archives of arrays")
struct NPZArchiveTests {
  /// What `make_fixtures.py` puts into its archives.
  static let expected: NPZArchive = {
    var archive = NPZArchive()
    archive["W1"] = NPYArray(
      shape: [2, 3], numbers: [0.5 / 3, 0.5, 2.5 / 3, 3.5 / 3, 1.5, 5.5 / 3])
    archive["b1"] = NPYArray(shape: [3], numbers: [0.25, -0.125, 1e-9])
    archive["重み"] = NPYArray(shape: [], numbers: [7])
    archive["layers"] = NPYArray(string: "2 3:relu")
    return archive
  }()

  @Test(arguments: ["savez", "compressed", "zip64"])
  func reading(_ name: String) throws {
    #expect(try NPZArchive(npzBytes: Fixtures.bytes("\(name).npz")) == Self.expected)
  }

  @Test("the same bytes as np.savez")
  func sameBytes() throws {
    #expect(try Self.expected.npzBytes() == (Fixtures.bytes("savez.npz")))
    #expect(try NPZArchive().npzBytes() == (Fixtures.bytes("empty.npz")))
  }

  @Test("integers and booleans are read as numbers")
  func integers() throws {
    let archive = try NPZArchive(npzBytes: Fixtures.bytes("integers.npz"))
    #expect(archive["x"] == NPYArray(shape: [2, 3], numbers: [0, 1, 2, 3, 4, 5]))
    #expect(archive["y"] == NPYArray(shape: [2], numbers: [1, 0]))
    #expect(archive["z"] == nil)
  }

  @Test("fixed and dynamic codes of compressed archives")
  func compressedBlocks() throws {
    let archive = try NPZArchive(npzBytes: Fixtures.bytes("compressed-large.npz"))
    #expect(
      archive["zeros"]
        == NPYArray(
          shape: [100, 100], numbers: Array(repeating: 0, count: 10_000)))
    #expect(
      archive["ramp"]
        == NPYArray(
          shape: [5000], numbers: (0..<5000).map { Double($0 % 251) }))
    let noise = try #require(archive["noise"]?.numbers)
    #expect(noise.prefix(5) == [37, 235, 140, 72, 255])
    #expect(noise.count == 600 && noise.reduce(0, +) == 78_004)
  }

  @Test("setting, replacing and removing keeps the order")
  func order() {
    var archive = NPZArchive()
    for name in ["b", "a", "c"] { archive[name] = NPYArray(shape: [], numbers: [1]) }
    archive["b"] = NPYArray(shape: [], numbers: [2])
    archive["a"] = nil
    archive["nothing"] = nil
    #expect(archive.members.map(\.name) == ["b", "c"])
    #expect(archive["b"]?.numbers == [2])
  }

  @Test("the time of change is the one that is passed in")
  func timestamp() throws {
    let time = ZipTimestamp(year: 2026, month: 11, day: 24, hour: 23, minute: 59, second: 58)
    let bytes = try Self.expected.npzBytes(modified: time)
    #expect(bytes[10..<14] == [0x7D, 0xBF, 0x78, 0x5D])
    #expect(try NPZArchive(npzBytes: bytes) == Self.expected)
  }

  @Test(
    arguments: [
      ("object.npz", .array(name: "a", .objectElements)),
      ("bzip2.npz", .unsupportedCompression(name: "a.npy", method: 12)),
      ("twice.npz", .duplicateName("a")),
      ("vector.npy", .notZip(found: [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59])),
    ] as [(String, NPZError)])
  func refused(_ name: String, _ error: NPZError) throws {
    let bytes = try Fixtures.bytes(name)
    #expect(throws: error) { try NPZArchive(npzBytes: bytes) }
  }

  @Test("nothing at all is no archive")
  func nothing() {
    #expect(throws: NPZError.notZip(found: [])) { try NPZArchive(npzBytes: []) }
  }

  @Test("a changed number does not pass")
  func checksum() throws {
    var bytes = try Fixtures.bytes("savez.npz")
    bytes[0xB8] ^= 1  // In the data of W1.
    let error = try #require(throws: NPZError.self) { try NPZArchive(npzBytes: bytes) }
    guard case .wrongChecksum("W1.npy", let expected, let found) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(expected != found)
  }

  @Test("an archive beyond the limit is refused before it is unpacked")
  func limit() throws {
    let bytes = try Fixtures.bytes("compressed-large.npz")
    #expect(throws: NPZError.tooLarge(name: "zeros.npy", byteCount: 80_128, limit: 80_000)) {
      try NPZArchive(npzBytes: bytes, limit: 80_000)
    }
  }

  @Test("two names for the same bytes")
  func overlap() throws {
    // The directory's second entry is made to point to the first member, which has its name.
    var archive = NPZArchive()
    archive["a"] = NPYArray(shape: [], numbers: [1])
    archive["b"] = NPYArray(shape: [], numbers: [1])
    var bytes = try archive.npzBytes()
    let member = 30 + 5 + 20 + 136
    let directory = 2 * member
    bytes[directory + 46 + 5 + 42] = 0
    bytes[directory + 46 + 5 + 43] = 0
    #expect(throws: NPZError.misplacedMember(name: "b.npy", offset: 0)) {
      try NPZArchive(npzBytes: bytes)
    }
    // With a name of its own in both places, the sizes make the first reach into the second.
    bytes = try archive.npzBytes()
    for size in [directory + 20, directory + 24] { bytes[size] += 10 }
    #expect(throws: NPZError.overlappingMembers("a", "b")) { try NPZArchive(npzBytes: bytes) }
  }

  @Test("more arrays than a file may hold")
  func tooManyMembers() {
    var archive = NPZArchive()
    let array = NPYArray(shape: [0], numbers: [])
    archive.members = (0..<65_535).map { .init(name: "\($0)", array: array) }
    #expect(throws: NPZError.tooManyMembers(limit: 65_534)) { try archive.npzBytes() }
  }

  @Test("strings that would be padded to more than a file may hold")
  func tooLargeToWrite() {
    // One string of 65,536 characters beside 16,383 empty ones: 4 GiB in a file.
    var strings = [String](repeating: "", count: 16_384)
    strings[0] = String(repeating: "x", count: 65_536)
    var archive = NPZArchive()
    archive["text"] = NPYArray(shape: [16_384], elements: .strings(strings))
    let limit = 0xFFFF_FFFF - 46 - 8 - 22
    #expect(
      throws: NPZError.tooLarge(name: "text", byteCount: 1 << 32 + 8 + 2048, limit: limit)
    ) {
      try archive.npzBytes()
    }
  }

  @Test("a name that could not be written again")
  func longName() throws {
    // The directory claims a name of 65,535 bytes, and has them.
    var directory = [UInt8](repeating: 0, count: 46) + Array(repeating: 0x61, count: 65_535)
    directory.replaceSubrange(0..<4, with: [0x50, 0x4B, 1, 2])
    directory.replaceSubrange(28..<30, with: [0xFF, 0xFF])
    var file = directory
    file.append(littleEndian: Zip.endSignature)
    file += [0, 0, 0, 0, 1, 0, 1, 0]
    file.append(littleEndian: UInt32(directory.count))
    file += [0, 0, 0, 0, 0, 0]
    #expect(throws: NPZError.malformedDirectory(offset: 0)) { try NPZArchive(npzBytes: file) }
  }
}
