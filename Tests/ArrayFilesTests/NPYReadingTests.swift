import ArrayFiles
import Testing

@Suite("Reading .npy files that NumPy wrote")
struct NPYReadingTests {
  @Test(arguments: ["f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"])
  func everyElementType(_ kind: String) throws {
    let last: Double = kind.hasPrefix("u") ? 255 : -1
    for order in ["little", "big"] {
      let array = try NPYArray(npyBytes: Fixtures.bytes("\(kind)-\(order).npy"))
      #expect(array == NPYArray(shape: [2, 3], numbers: [0, 1, 2, 3, 100, last]))
    }
  }

  @Test(
    arguments: [
      ("b1", [3], [1, 0, 1]),
      ("i8-edges", [3], [-0x1p63, 0x1p63, -0x1p53]),
      ("u8-edges", [2], [0x1p64, 0x1p53]),
      ("scalar", [], [0.1]),
      ("vector", [3], [0.1, -2.5, 1e300]),
      ("empty", [0, 3], []),
      ("fortran-2", [2, 3], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
      ("fortran-3", [2, 3, 4], (0..<24).map(Double.init)),
      ("version-1", [2, 3], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
      ("version-2", [2, 3], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
      ("version-3", [2, 3], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
    ] as [(String, [Int], [Double])])
  func numbers(_ name: String, _ shape: [Int], _ numbers: [Double]) throws {
    let array = try NPYArray(npyBytes: Fixtures.bytes("\(name).npy"))
    #expect(array == NPYArray(shape: shape, numbers: numbers))
  }

  @Test("half precision: subnormal, largest, infinite, NaN and negative zero")
  func halfPrecision() throws {
    let array = try NPYArray(npyBytes: Fixtures.bytes("f2-edges.npy"))
    let numbers = try #require(array.numbers)
    let near = 1000 * 0x1p-24  // 6.1e-5 lies just below the smallest normal number, 1024 · 2⁻²⁴.
    #expect(numbers[0] == 0x1p-24)
    #expect(abs(numbers[1] - near) < 0x1p-18)
    #expect(numbers[2...4] == [65504, .infinity, -.infinity])
    #expect(numbers[5].isNaN)
    #expect(numbers[6] == 0 && numbers[6].sign == .minus)
  }

  @Test(arguments: [
    ("text-little", [3], ["relu", "総入力", "🙂"]),
    ("text-big", [3], ["relu", "総入力", "🙂"]),
    ("text-scalar", [], ["3 5:relu 4:softmax"]),
  ])
  func strings(_ name: String, _ shape: [Int], _ strings: [String]) throws {
    let array = try NPYArray(npyBytes: Fixtures.bytes("\(name).npy"))
    #expect(array == NPYArray(shape: shape, elements: .strings(strings)))
  }

  @Test(
    arguments: [
      ("object", .objectElements),
      ("complex", .unsupportedElementType("<c16")),
      ("date", .unsupportedElementType("<M8[D]")),
      (
        "structured",
        .unsupportedElementType("[('a', '<i4'), ('b', '<f8')]")
      ),
      ("savez.npz", .notNPY(found: Array("PK\u{3}\u{4}-\0".utf8))),
    ] as [(String, NPYError)])
  func refused(_ name: String, _ expected: NPYError) throws {
    let bytes = try Fixtures.bytes(name.hasSuffix(".npz") ? name : "\(name).npy")
    #expect(throws: expected) { try NPYArray(npyBytes: bytes) }
  }
}
