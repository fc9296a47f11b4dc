import Foundation
import TestSupport
import Testing

/// Code that a question starts from, mended at a terminal.
@Suite("Code to start from")
struct StartingCodeTests {
  /// The tests' own lessons.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ConsoleTests/Conversations").standardized.path

  @Test("the arrow up brings it back to be mended, and earlier lines after it")
  func recall() throws {
    let terminal = try startConsole(environment: ["NNREPL_LESSONS": Self.folder])
    terminal.type("lesson units\r")
    try terminal.wait(forLine: "units 1 ?>")
    terminal.type("goto relu\r")
    try terminal.wait(forLine: "units 3 ?>")
    terminal.type("\u{1B}[A")
    try terminal.wait(forLine: "units 3 ?> def relu(x):⏎    return x")
    terminal.type("\u{1B}[A")
    try terminal.wait(forLine: "units 3 ?> goto relu")
    terminal.type("\u{1B}[B\u{7F}np.maximum(0, x)\r")
    try terminal.wait(forText: "right: same values")
  }
}
