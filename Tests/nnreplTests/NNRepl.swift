import Foundation
import TestSupport

/// The folder of the lessons.
let lessonsFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../lessons").standardized.path

/// What a run of nnrepl without a terminal led to.
struct Run {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs nnrepl with pipes.
///
/// - Parameters:
///   - arguments: Its arguments.
///   - input: What it reads.
///   - environment: Its environment, beside a home that cannot be.
func nnrepl(
  _ arguments: [String], input: String = "", environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  process.executableURL = URL(filePath: BuiltProduct.path(of: "nnrepl"))
  process.arguments = arguments
  process.environment = [
    "HOME": "/dev/null/home", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "NNREPL_LESSONS": lessonsFolder,
  ].merging(environment) { _, new in new }
  let (inPipe, outPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
  process.standardInput = inPipe
  process.standardOutput = outPipe
  process.standardError = errorPipe
  try process.run()
  inPipe.fileHandleForWriting.write(Data(input.utf8))
  try inPipe.fileHandleForWriting.close()
  // Both pipes are emptied at once: a full one would stop the program.
  let reader = ErrorReader(errorPipe)
  let output = outPipe.fileHandleForReading.readDataToEndOfFile()
  let errors = reader.wait()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
    errors: String(decoding: errors, as: UTF8.self))
}

/// Reads a pipe to its end beside everything else.
private final class ErrorReader: @unchecked Sendable {
  private let group = DispatchGroup()
  private var data = Data()

  init(_ pipe: Pipe) {
    DispatchQueue.global().async(group: group) { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
    }
  }

  func wait() -> Data {
    group.wait()
    return data
  }
}

/// nnrepl on a pseudo-terminal, at its first prompt.
func startConsole(
  _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
  environment: [String: String] = [:], prompt: String = "nn>"
) throws -> PseudoTerminal {
  let home = try environment["HOME"] == nil ? makeTemporaryFolder() : nil
  let everything = ["HOME": home ?? "", "NNREPL_LESSONS": lessonsFolder]
    .merging(environment) { _, new in new }
  let terminal = try PseudoTerminal(
    BuiltProduct.path(of: "nnrepl"), arguments: ["--seed", "1"] + arguments,
    environment: everything, columns: columns, rows: rows)
  terminal.ownFolder = home
  try terminal.wait(forLine: prompt)
  return terminal
}

extension PseudoTerminal {
  /// Types a line and waits until what it shows ends with a text and the next prompt.
  func enter(_ line: String, until last: String, prompt: String = "nn>") throws {
    try enter(line, untilLast: last + "\n" + prompt)
  }
}

/// Makes an empty folder.
func makeTemporaryFolder() throws -> String {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "nnrepl-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder.path
}

/// A folder for one test, gone afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = try makeTemporaryFolder()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
