import Foundation
import NumPyLanguage

// A driver of the language for developers:
//
//   LanguageDriver run FILE.py …        runs programs
//   LanguageDriver batch < LINES        runs a program in JSON for each line, for comparisons
//   LanguageDriver crash COUNT [SEED]   runs mutated and random programs, to find crashes

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "run":
  for path in arguments.dropFirst() { runFile(path) }
case "batch":
  runBatch()
case "crash":
  let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
  let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
  CrashFuzzer(seed: seed).run(count)
default:
  print("usage: LanguageDriver run FILE.py … | batch | crash COUNT [SEED]")
  exit(64)
}
