import Lessons
import SourceText
import Testing

@Suite("Checking a lesson")
struct LessonCheckTests {
  @Test("what holds is silent")
  func clean() {
    var host = FakeHost()
    let lesson = script(
      "@step s\nx = 1\n@expect x = 1\n@expect seed = 3\nfail a\n@expect error a\n")
    #expect(LessonCheck.findings(in: lesson, host: &host).isEmpty)
  }

  @Test("all findings come in one run, each with its place")
  func findings() throws {
    let lesson = script(
      """
      @step one
      x = 1
      @expect x = 2
      @expect y = 1
      fail early
      x = 5
      @expect x = 5
      @step two
      x += 1
      @expect x = 2
      x += 1
      @expect error shape
      fail other
      @expect error shape
      """)
    var host = FakeHost()
    let findings = LessonCheck.findings(in: lesson, host: &host)
    #expect(findings.map(\.step) == ["one", "one", "one", "two", "two"])
    #expect(findings.map(\.range.start.line) == [7, 8, 9, 16, 18])
    let failure = LessonFailure(
      kind: "early", range: SourceRange(line: 9, column: 1, length: 10), lastLine: 9)
    guard case .lineFailed(failure) = findings[2].problem else {
      Issue.record("\(findings[2])")
      return
    }
    func outcome(_ index: Int) throws -> ExpectationOutcome {
      guard case .unmet(_, let outcome) = findings[index].problem else {
        Issue.record("finding \(index) is another")
        return .met
      }
      return outcome
    }
    #expect(try outcome(1) == .unknownQuantity("y", suggestions: []))
    #expect(try outcome(3) == .noFailure(expected: "shape"))
    #expect(try outcome(4) == .otherFailure(expected: "shape", found: "other"))
  }

  @Test("a step alone runs the lines before it first, unjudged")
  func oneStep() throws {
    let lesson = script(
      "@step one\nx = 1\n@expect x = 9\n@step two\nx += 1\n@expect x = 3\n@step three\nx = 8\n")
    var host = FakeHost()
    let findings = try LessonCheck.findings(in: lesson, step: "two", host: &host)
    #expect(findings.map(\.step) == ["two"])
    #expect(host.ran == ["x = 1", "x += 1"])
    #expect(throws: LessonNavigationError.self) {
      try LessonCheck.findings(in: lesson, step: "four", host: &host)
    }
  }
}
