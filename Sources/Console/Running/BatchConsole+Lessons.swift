import Lessons
import LinearAlgebra
import Localization
import SourceText

extension BatchConsole {
  /// Shows a whole lesson, or one step of it, without waiting.
  ///
  /// - Returns: The exit status: a failure where a line or an expectation fails.
  public mutating func replay(_ name: String, step: String?) -> Int32 {
    do throws(ConsoleError) {
      let script = try LessonLibrary(environment).lesson(name)
      var lesson: LessonSession
      if let step {
        do {
          lesson = try LessonSession(script, atStep: step)
        } catch {
          switch error {
          case .unknownStep(let id, let known, let suggestions):
            throw ConsoleError(.unknownStep(id, known: known, suggestions: suggestions))
          }
        }
      } else {
        lesson = LessonSession(script, waits: false)
      }
      var host = SessionHost(session: session, environment: environment)
      host.restart(for: script)
      var player = LessonPlayer(host: host, output: environment.output)
      player.isReplay = true
      player.seed = environment.questionSeed ?? script.seed ?? 0
      if case .failed(let failure) = player.play(&lesson) { return report(failure) }
      return ExitStatus.success
    } catch {
      return report(LineError(error, in: SourceLine(text: "")))
    }
  }

  /// Verifies lesson scripts: all that is wrong with all of them in one run.
  ///
  /// - Parameters:
  ///   - paths: Scripts, or folders of them.
  ///   - limit: How often the lines of one lesson may ask whether to stop, which a loop does every 256
  ///     steps and training at every update; beyond it they are stopped.
  /// - Returns: The exit status.
  public mutating func check(_ paths: [String], limit: Int = 3_000_000) -> Int32 {
    let library = LessonLibrary(environment)
    var files: [LessonCatalog.File] = []
    var problems = 0
    for path in paths {
      do throws(ConsoleError) {
        let scripts = try library.scripts(in: path)
        guard !scripts.isEmpty else { throw ConsoleError(.noScripts(path: path)) }
        files += scripts
      } catch {
        problems += 1
        _ = report(LineError(error, in: SourceLine(text: "")))
      }
    }
    let catalog = LessonCatalog(files)
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    var expectations = 0
    var questions = 0
    func show(_ error: ConsoleError, path: String, line: Int) {
      problems += 1
      let text = byPath[path]?.line(line) ?? ""
      _ = report(LineError(error, in: SourceLine(name: path, number: line, text: text)))
    }
    for entry in catalog.entries {
      for error in entry.reading.errors {
        show(
          ConsoleError(.lessonScript(error), at: error.range), path: entry.path,
          line: error.range.start.line)
      }
      guard let script = entry.reading.script else { continue }
      questions += script.questions.count
      for step in script.steps {
        expectations += step.items.count { if case .expectation = $0 { true } else { false } }
      }
      var quiet = environment
      quiet.output = { _ in }
      let meter = PollMeter(limit: limit)
      quiet.isInterrupted = { [environment] in environment.isInterrupted() || meter.isExhausted() }
      var host = CheckHost(SessionHost(session: session, environment: quiet))
      host.restart(for: script)
      findings: for finding in LessonCheck.findings(
        in: script, host: &host, shouldStop: environment.isInterrupted)
      {
        let line = finding.range.start.line
        switch finding.problem {
        case .unmet(let expectation, let outcome):
          show(
            ConsoleError(.expectationFailed(expectation, outcome), at: finding.range),
            path: entry.path, line: line)
        case .question(let problem):
          show(
            ConsoleError(.questionFailed(problem), at: finding.range), path: entry.path, line: line)
        case .lineFailed:
          guard let failure = host.failures[finding.range.start] else { continue }
          let reason =
            meter.wasExhausted
            ? ConsoleError.Reason.lessonTakesTooLong : failure.error.reason
          show(ConsoleError(reason, at: finding.range), path: entry.path, line: line)
          if meter.wasExhausted { break findings }
        }
      }
    }
    for repeated in catalog.repeatedIDs {
      show(
        ConsoleError(
          .repeatedLesson(repeated.id, path: repeated.firstPath), at: repeated.range),
        path: repeated.path, line: repeated.range.start.line)
    }
    let lessons = catalog.entries.count
    let counts =
      Quantity.counted(lessons, "lesson") + ", " + Quantity.counted(expectations, "expectation")
      + (questions > 0 ? ", " + Quantity.counted(questions, "question") : "")
    let countsJa =
      "\(lessons) レッスン、\(expectations) 個の期待" + (questions > 0 ? "、\(questions) 個の問い" : "")
    environment.output(
      problems == 0
        ? .line(
          ja: "\(countsJa): すべて成り立ちます",
          en: "\(counts): all hold", .good)
        : .line(
          ja: "\(countsJa): 問題 \(problems) 個",
          en: "\(counts): \(Quantity.counted(problems, "problem"))",
          .bad))
    return problems == 0 ? ExitStatus.success : ExitStatus.failure
  }
}

/// Counts how often something asks whether to stop, and says yes after a number of times.
private final class PollMeter {
  private var left: Int
  /// Whether it has said yes.
  var wasExhausted: Bool { left < 0 }

  init(limit: Int) {
    left = limit
  }

  func isExhausted() -> Bool {
    if left >= 0 { left -= 1 }
    return wasExhausted
  }
}

/// A host that keeps every error in full, by the place it points at.
private struct CheckHost: LessonHost {
  private var host: SessionHost
  private(set) var failures: [SourcePosition: LineError] = [:]

  init(_ host: SessionHost) {
    self.host = host
  }

  mutating func restart(for script: LessonScript) {
    host.restart(for: script)
  }

  mutating func run(_ block: LessonBlock) -> LessonBlockResult {
    let result = host.run(block)
    if case .failed(let failure) = result, let error = host.failure {
      failures[failure.range.start] = error
    }
    return result
  }

  func value(ofQuantity name: String) -> ArrayValue? { host.value(ofQuantity: name) }
  var quantityNames: [String] { host.quantityNames }
  var topology: [Int]? { host.topology }
}
