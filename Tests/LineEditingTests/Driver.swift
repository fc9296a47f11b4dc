import Foundation
import TestSupport

/// The echoing console of LineEditorDriver on a pseudo-terminal, at its first prompt.
func startDriver(
  columns: Int = 80, rows: Int = 24, _ environment: [String: String] = [:]
) throws -> PseudoTerminal {
  let home = ["HOME": "/nonexistent"].merging(environment) { _, new in new }
  let terminal = try PseudoTerminal(
    BuiltProduct.path(of: "LineEditorDriver"), environment: home, columns: columns, rows: rows)
  try terminal.wait(forLine: "nn>")
  return terminal
}

extension PseudoTerminal {
  /// Enters a line and waits for the next prompt.
  func enter(_ line: String) throws {
    try enter(line, untilLast: "nn> \(line)\n[\(line)]\nnn>")
  }
}

extension VirtualTerminal {
  /// All that was shown, without blanks and line ends: where a row ends in a blank or before a wide
  /// character cannot be told from the screen.
  var squeezed: String { transcript.filter { !$0.isWhitespace } }
}

/// A folder for one test, gone afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  var template = Array("/tmp/line-editing-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else {
    throw PseudoTerminal.Failure.system(call: "mkdtemp", errno: errno)
  }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(path)
}
