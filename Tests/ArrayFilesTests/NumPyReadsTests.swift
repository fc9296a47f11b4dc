import ArrayFiles
import Foundation
import Testing

/// Runs only where a developer names a Python that has NumPy:
///
///     NNREPL_NUMPY=python3 swift test --filter NumPyReads
@Suite(.enabled(if: ProcessInfo.processInfo.environment["NNREPL_NUMPY"] != nil))
struct NumPyReadsTests {
  @Test("NumPy reads what we write, and writes the same bytes again")
  func readBack() throws {
    let folder = URL.temporaryDirectory.appending(path: "nnrepl-numpy-\(UUID())").path
    let store = FileStore(folder: folder)
    try store.makeFolder(".")
    defer { try? FileManager.default.removeItem(atPath: folder) }

    var generator = SystemRandomNumberGenerator()
    for index in 0..<100 {
      var archive = NPZArchive()
      for (place, name) in [
        "W1", "重み", "a b", "x/y", "👩‍🔬", "long" + String(repeating: "g", count: 300),
      ]
      .enumerated() where place <= index % 7 {
        let shape = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          Int.random(in: 0...5, using: &generator)
        }
        let count = shape.reduce(1, *)
        let elements: NPYArray.Elements =
          Bool.random(using: &generator)
          ? .numbers((0..<count).map { _ in Double(bitPattern: generator.next()) })
          : .strings((0..<count).map { _ in String("総入力 relu 🙂".shuffled().prefix(5)) })
        archive[name] = NPYArray(shape: shape, elements: elements)
      }
      try store.write(archive.npzBytes(), to: "\(index).npz")
    }

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      ProcessInfo.processInfo.environment["NNREPL_NUMPY"] ?? "python3",
      Fixtures.path("read_back.py"), folder,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)

    for index in 0..<100 {
      #expect(
        try store.bytes(of: "\(index).npz") == store.bytes(of: "\(index).npz.again"),
        "archive \(index)")
    }
  }
}
