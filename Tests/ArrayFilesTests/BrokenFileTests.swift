import Testing

@testable import ArrayFiles

/// No file may trap, whatever is in it: each of these reads thousands of broken ones.
@Suite("Broken files give typed errors")
struct BrokenFileTests {
  @Test(arguments: ["f8-little", "fortran-2", "text-scalar", "i1-big", "version-2", "object"])
  func arrays(_ name: String) throws {
    let file = try Fixtures.bytes("\(name).npy")
    for count in file.indices {
      #expect(throws: NPYError.self) { try NPYArray(npyBytes: Array(file.prefix(count))) }
    }
    for index in file.indices {
      for value in [0, 0x20, 0x29, 0x39, 0x7F, 0xFF, file[index] ^ 1, file[index] ^ 0x80] {
        var broken = file
        broken[index] = value
        _ = try? NPYArray(npyBytes: broken)
      }
    }
  }

  @Test(
    "a broken archive is refused or still says the same",
    arguments: ["savez", "compressed", "zip64"])
  func archives(_ name: String) throws {
    let file = try Fixtures.bytes("\(name).npz")
    for count in file.indices {
      #expect(throws: NPZError.self) { try NPZArchive(npzBytes: Array(file.prefix(count))) }
    }
    for index in file.indices {
      for value in [0xFF, file[index] ^ 1, file[index] ^ 0x80] {
        var broken = file
        broken[index] = value
        if let archive = try? NPZArchive(npzBytes: broken) {
          #expect(archive == NPZArchiveTests.expected, "\(name) at \(index): \(value)")
        }
      }
    }
  }

  @Test("a broken compressed stream unpacks to no more than it may")
  func streams() {
    // Two short streams: one block in the fixed code, as zlib writes it, and one of plain bytes.
    let streams: [(bytes: [UInt8], size: Int)] = [
      ([0x4B, 0x4C, 0x4A, 0x4E, 0x84, 0x21, 0x00], 12),
      ([0x01, 0x03, 0x00, 0xFC, 0xFF, 0x61, 0x62, 0x63], 3),
    ]
    #expect(Inflater.inflate(streams[0].bytes[...], size: 12) == Array("abcabcabcabc".utf8))
    #expect(Inflater.inflate(streams[1].bytes[...], size: 3) == Array("abc".utf8))
    for (bytes, size) in streams {
      for wrong in [size + 1, size - 1, 100_000] {
        #expect(Inflater.inflate(bytes[...], size: wrong) == nil)
      }
      for index in bytes.indices {
        for value in 0...255 as ClosedRange<UInt8> {
          var broken = bytes
          broken[index] = value
          let result = Inflater.inflate(broken[...], size: size)
          #expect(result == nil || result?.count == size)
        }
      }
    }
  }

  @Test(arguments: [
    ("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43),
  ])
  func checksums(_ text: String, _ checksum: UInt32) {
    #expect(CRC32.checksum(of: text.utf8) == checksum)
  }
}
