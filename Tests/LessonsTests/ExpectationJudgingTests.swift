import Lessons
import LinearAlgebra
import SourceText
import Testing

@Suite("Judging an expectation")
struct ExpectationJudgingTests {
  private let host = {
    var host = FakeHost()
    host.topology = [2, 3, 1]
    host.quantities = [
      "loss": ArrayValue(0.25),
      "y": ArrayValue(shape: [2, 3], elements: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
      "one": ArrayValue(shape: [1], elements: [7]),
      "broken": ArrayValue(shape: [2], elements: [.nan, .infinity]),
    ]
    return host
  }()

  static let outcomes: [(String, ExpectationOutcome)] = [
    ("loss = 0.25", .met),
    ("loss = 0.2500000001", .met),
    ("loss = 0.26 within 0.02", .met),
    ("loss < 1", .met),
    ("loss <= 0.25", .met),
    ("loss >= 0.25", .met),
    ("one > 6", .met),
    ("y = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]", .met),
    ("sum y = 2.1", .met),
    ("shape y = (2, 3)", .met),
    ("shape loss = ()", .met),
    ("topology 2-3-1", .met),
    ("broken = [nan, inf]", .met),
    (
      "loss = 0.26",
      .elementDiffers(
        name: "loss", index: [], expected: 0.26, found: 0.25, tolerance: 1e-9, count: 1)
    ),
    (
      "y = [[0.1, 0.2, 0.3], [0.4, 9, 8]] within 0.1",
      .elementDiffers(
        name: "y", index: [1, 1], expected: 9, found: 0.5, tolerance: 0.1, count: 2)
    ),
    (
      "broken = [nan, -inf] within 1",
      .elementDiffers(
        name: "broken", index: [1], expected: -.infinity, found: .infinity, tolerance: 1, count: 1)
    ),
    (
      "loss = nan",
      .elementDiffers(
        name: "loss", index: [], expected: .nan, found: 0.25, tolerance: 1e-9, count: 1)
    ),
    ("one = 7", .shapeDiffers(name: "one", expected: [], found: [1])),
    ("shape y = (3, 2)", .shapeDiffers(name: "y", expected: [3, 2], found: [2, 3])),
    ("sum loss = 1", .sumDiffers(name: "loss", expected: 1, found: 0.25, tolerance: 1e-9)),
    ("y < 1", .notANumber(name: "y", shape: [2, 3])),
    ("broken < 1", .notANumber(name: "broken", shape: [2])),
    ("loss > 0.25", .comparisonFails(name: "loss", .greater, bound: 0.25, found: 0.25)),
    ("topology 2-3-3-1", .topologyDiffers(expected: [2, 3, 3, 1], found: [2, 3, 1])),
    ("los = 1", .unknownQuantity("los", suggestions: ["loss"])),
    ("shape z9 = ()", .unknownQuantity("z9", suggestions: [])),
  ]

  @Test(arguments: outcomes)
  func judges(_ text: String, _ outcome: ExpectationOutcome) throws {
    let found = try Lessons.Expectation(text).outcome(in: host, after: nil, of: nil)
    #expect(String(describing: found) == String(describing: outcome), "NaN is not equal to itself")
    #expect(found.isMet == (outcome == .met))
  }

  @Test("NaN stands in no relation to a bound", arguments: Lessons.Expectation.Relation.allCases)
  func comparisonsWithNaN(_ relation: Lessons.Expectation.Relation) {
    #expect(!relation.holds(.nan, 1))
    #expect(!relation.holds(1, .nan))
  }

  @Test func failures() throws {
    let block = script("@step s\nx = 1\nfail shape\n").steps[0].blocks[0]
    let expectation = try Lessons.Expectation("error shape")
    func outcome(_ result: LessonBlockResult?) -> ExpectationOutcome {
      expectation.outcome(in: host, after: result, of: block)
    }
    func failure(_ kind: String, line: Int) -> LessonFailure {
      LessonFailure(
        kind: kind, range: SourceRange(line: line, column: 1, length: 1), lastLine: line)
    }
    #expect(outcome(.failed(failure("shape", line: 7))) == .met)
    #expect(
      outcome(.failed(failure("name", line: 7))) == .otherFailure(expected: "shape", found: "name"))
    #expect(
      outcome(.failed(failure("shape", line: 6)))
        == .earlierFailure(expected: "shape", failure("shape", line: 6)))
    #expect(outcome(.completed) == .noFailure(expected: "shape"))
    #expect(outcome(nil) == .noFailure(expected: "shape"))
  }

  @Test func indexOfAnElement() {
    let value = ArrayValue(shape: [2, 3], elements: [0, 1, 2, 3, 4, 5])
    #expect((0..<6).map(value.index) == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(ArrayValue(4).index(of: 0) == [])
  }
}
