import Benchmark
import Foundation
import NumPyLanguage

/// What the interpreter takes: `swift package --package-path Tests/Benchmarks benchmark`.
///
/// The figures of the updates are per 1000 updates: a microsecond there is a nanosecond an update.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal], warmupIterations: 3, maxDuration: .seconds(2))

  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../programs")
  let program =
    (try? String(contentsOf: folder.appending(path: "updates.py"), encoding: .utf8)) ?? ""

  Benchmark("1000 interpreted updates of 2-5-1, with the program around them") { benchmark in
    let interpreter = Interpreter(output: { _ in })
    benchmark.startMeasurement()
    try interpreter.execute(SourceUnit(name: "updates.py", text: program))
    benchmark.stopMeasurement()
  }

  Benchmark("an interpreter and its first line") { benchmark in
    for _ in benchmark.scaledIterations {
      let interpreter = Interpreter(output: { _ in })
      try interpreter.execute(SourceUnit(name: "first", text: "x = 1"))
    }
  }

  Benchmark("100,000 turns of a loop with two small arrays") { benchmark in
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(SourceUnit(name: "arrays", text: "a, b = np.ones(5), np.ones(5)"))
    benchmark.startMeasurement()
    try interpreter.execute(
      SourceUnit(name: "loop", text: "for i in range(100000):\n  c = a * b + i"))
    benchmark.stopMeasurement()
  }
}
