import ArrayFiles
import Lessons
import LinearAlgebra
import NeuralNetworks
import NumPyLanguage
import SourceText

/// A session that runs the lines of lessons.
struct SessionHost: LessonHost {
  /// The session; its state is that of the lesson.
  var session: Session
  /// The world outside; its folder is that of the lesson's script.
  var environment: Environment
  /// The files as they were before a lesson: scripts are found in it.
  private let outerFiles: FileStore
  /// The error of the last line that failed, in full.
  private(set) var failure: LineError?
  /// Whether lines are shown before they run.
  var showsLines = false

  init(session: Session, environment: Environment) {
    self.session = session
    self.environment = environment
    self.environment.depth += 1
    outerFiles = environment.files
  }

  mutating func restart(for script: LessonScript) {
    session.beginAfresh(seed: script.seed ?? 0)
    enterFolder(of: script)
    failure = nil
  }

  /// Reads relative file names against the folder of a script from now on, and nothing outside it: a
  /// lesson may come from a stranger.
  mutating func enterFolder(of script: LessonScript) {
    environment.files = outerFiles.confined(to: outerFiles.folderOfFile(script.path))
  }

  /// A line of a script, for an error that points at it; without its text where the file is gone.
  func sourceLine(_ number: Int, of script: LessonScript) -> SourceLine {
    let bytes = (try? outerFiles.bytes(of: script.path, limit: LessonScript.maximumBytes)) ?? []
    let file = LessonCatalog.File(path: script.path, bytes: bytes)
    return SourceLine(name: script.path, number: number, text: file.line(number))
  }

  mutating func run(_ block: LessonBlock) -> LessonBlockResult {
    failure = nil
    // Comments and empty lines are no part of a block, so each line brings its number along.
    var input = session.inputReader(name: nil)
    for (index, line) in block.lines.enumerated() {
      let goesOn = input.takesUp(line.text)
      // What a block leads to is shown before the line that ends it, as at a prompt.
      if !goesOn, let before = input.finish(isDefined: session.isDefined),
        let result = run(before, until: block.lines[index - 1])
      {
        return result
      }
      if showsLines { environment.output(.typed(line.text, goesOn: goesOn)) }
      var statements = input.read(
        line.text, number: line.range.start.line, isDefined: session.isDefined)
      if index == block.lines.count - 1, let last = input.finish(isDefined: session.isDefined) {
        statements.append(last)
      }
      for statement in statements {
        if let result = run(statement, until: line) { return result }
      }
    }
    return .completed
  }

  /// Runs a statement of a block; its failure, or nil where it went well.
  ///
  /// - Parameter line: The last line that was read.
  private mutating func run(_ statement: Statement, until line: LessonLine) -> LessonBlockResult? {
    do throws(LineError) {
      try session.run(statement, environment: environment)
      if environment.isInterrupted() {
        throw LineError(ConsoleError(.interrupted), in: statement.source)
      }
      return nil
    } catch {
      failure = error
      let range =
        error.error.range
        ?? SourceRange(
          line: statement.source.number, column: 1, length: max(1, line.text.count))
      return .failed(
        LessonFailure(
          kind: error.error.reason.kind, range: range, lastLine: line.range.start.line))
    }
  }

  func value(ofQuantity name: String) -> ArrayValue? {
    session.state.lessonValue(name)
      ?? session.numbers(ofFormula: name, environment: environment)
  }

  var quantityNames: [String] {
    session.state.quantityNames + (session.workspace?.interpreter.globalNames ?? [])
  }

  var topology: [Int]? { session.state.network?.architecture.sizes }
}

extension State {
  /// The value that an expectation names: a quantity, or one element of it as `W1[0,2]`.
  func lessonValue(_ name: String) -> ArrayValue? {
    guard let bracket = name.firstIndex(of: "["), name.last == "]" else {
      return quantity(name)
    }
    guard let array = quantity(String(name[..<bracket])) else { return nil }
    let inside = name[name.index(after: bracket)...].dropLast()
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == array.shape.count else { return nil }
    var offset = 0
    for (part, size) in zip(parts, array.shape) {
      guard let written = Int(part.trimmed) else { return nil }
      let index = written < 0 ? written + size : written
      guard (0..<size).contains(index) else { return nil }
      offset = offset * size + index
    }
    return ArrayValue(array.elements[offset])
  }
}
