import ArrayFiles
import Testing

@Suite("Writing .npy files as NumPy does")
struct NPYWritingTests {
  @Test(
    "the same bytes as np.save",
    arguments: [
      "f8-little", "scalar", "vector", "empty", "version-1", "text-scalar",
    ])
  func sameBytes(_ name: String) throws {
    let file = try Fixtures.bytes("\(name).npy")
    #expect(try NPYArray(npyBytes: file).npyBytes() == file)
  }

  @Test("every shape comes back")
  func everyShape() throws {
    for rows in 0...3 {
      for columns in 0...3 {
        let shapes = [[rows * columns], [rows, columns], [rows, 1, columns]]
        for shape in shapes + [Array(repeating: 1, count: 62) + [rows, columns]] {
          let numbers = (0..<rows * columns).map { Double($0) / 7 }
          let array = NPYArray(shape: shape, numbers: numbers)
          #expect(try NPYArray(npyBytes: array.npyBytes()) == array)
        }
      }
    }
  }

  @Test("every number comes back bit for bit")
  func everyNumber() throws {
    let numbers: [Double] = [
      0, -0.0, 1, -1, .pi, .infinity, -.infinity, .greatestFiniteMagnitude,
      .leastNonzeroMagnitude, .nan,
    ]
    let array = NPYArray(shape: [10], numbers: numbers)
    let read = try #require(try NPYArray(npyBytes: array.npyBytes()).numbers)
    #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test(arguments: [[], [""], ["", "a"], ["総入力", "👩‍🔬"], ["a\0b"]])
  func everyString(_ strings: [String]) throws {
    let array = NPYArray(shape: [strings.count], elements: .strings(strings))
    #expect(try NPYArray(npyBytes: array.npyBytes()) == array)
  }

  @Test("data begins at a multiple of 64 bytes, whatever the length of the header")
  func alignment() {
    for length in 1...300 {
      let array = NPYArray(string: String(repeating: "x", count: length))
      #expect((array.npyBytes().count - 4 * length) % 64 == 0)
    }
  }
}
