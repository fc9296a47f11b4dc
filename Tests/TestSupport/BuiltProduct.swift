internal import Foundation

/// The products of the build that the running tests belong to.
public enum BuiltProduct {
  /// The path of an executable of this package; the test target must depend on it.
  ///
  /// - Precondition: It has been built beside the tests.
  public static func path(of name: String) -> String {
    // The test bundle is a file beside the products on Linux, a folder among them on macOS.
    var starts = [URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()]
    starts += Bundle.allBundles.map(\.bundleURL)
    for start in starts {
      var folder = start
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      }
    }
    preconditionFailure("\(name) has not been built beside the tests")
  }
}
