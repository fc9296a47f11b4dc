import Foundation

/// The files beside these tests, which NumPy wrote (`Fixtures/make_fixtures.py`).
enum Fixtures {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The whole file of this name.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// The path of a file that is run by hand or by a test that needs Python.
  static func path(_ name: String) -> String {
    folder.appending(path: name).path
  }
}
