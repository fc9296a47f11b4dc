import Lessons
import SourceText

extension Session {
  /// Runs a directive that stands outside a lesson: `@expect` judges what is there now.
  mutating func execute(
    directive text: String, line: Int, environment: Environment
  ) throws(ConsoleError) {
    let indent = text.prefix { $0.isWhitespace }.count
    let body = text.dropFirst(indent + 1)
    let name = body.prefix { $0.isLetter || $0 == "-" }
    let column = indent + name.count + 2
    guard name == "expect" else {
      throw ConsoleError(
        .directiveOutsideLesson(String(name)),
        at: SourceRange(line: line, column: indent + 1, length: name.count + 1))
    }
    let expectation: Expectation
    do {
      expectation = try Expectation(
        String(body[name.endIndex...]), at: SourcePosition(line: line, column: column))
    } catch {
      throw ConsoleError(.lessonScript(error), at: error.range)
    }
    let host = SessionHost(session: self, environment: environment)
    let outcome = expectation.outcome(in: host, after: nil, of: nil)
    guard outcome.isMet else {
      throw ConsoleError(.expectationFailed(expectation, outcome), at: expectation.range)
    }
    if environment.isInteractive {
      environment.output(.line(ja: "成り立ちます", en: "it holds", .good))
    }
  }
}
