import Foundation
import NumPyLanguage
import SourceText

/// Runs a program as a script does, and ends the process where it fails.
func runFile(_ path: String) {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
    print("cannot read \(path)")
    exit(66)
  }
  let interpreter = Interpreter(
    output: { FileHandle.standardOutput.write(Data($0.utf8)) },
    warning: { FileHandle.standardError.write(Data("\($0.category): \($0.message)\n".utf8)) },
    clock: { ProcessInfo.processInfo.systemUptime })
  do throws(PythonError) {
    try interpreter.execute(SourceUnit(name: path, text: text))
  } catch {
    for error in [error] + error.further {
      let place = error.range.map { "\($0.start.line):\($0.start.column)" } ?? "?"
      let text = "\(error.unit?.name ?? path):\(place): \(error.kind.rawValue): \(error.message)\n"
      FileHandle.standardError.write(Data(text.utf8))
      for call in error.calls.prefix(5) {
        FileHandle.standardError.write(
          Data("  in \(call.function), called at line \(call.range.start.line)\n".utf8))
      }
    }
    exit(1)
  }
}

/// Runs a program for each line of standard input, a JSON string, and answers each with a line:
/// a JSON object of what it printed and the error that ended it.
func runBatch() {
  while let line = readLine() {
    guard
      let code = try? JSONDecoder().decode(String.self, from: Data(line.utf8))
    else { continue }
    let result = outcome(of: code)
    let object = ["output": result.output, "error": result.error]
    if let data = try? JSONEncoder().encode(object) {
      print(String(decoding: data, as: UTF8.self))
    }
  }
}

/// What a program prints, and the error that ends it, as `Kind: message`; empty where it ends well.
func outcome(
  of code: String, limit: Int = 2_000_000, shouldStop: @escaping () -> Bool = { false }
) -> (output: String, error: String) {
  var output = ""
  let interpreter = Interpreter(
    output: { if output.utf8.count < limit { output += $0 } }, shouldStop: shouldStop)
  do throws(PythonError) {
    try interpreter.execute(SourceUnit(name: "case", text: code))
    return (output, "")
  } catch {
    return (output, "\(error.kind.rawValue): \(error.message)")
  }
}
