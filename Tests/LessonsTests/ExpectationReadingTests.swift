import Lessons
import LinearAlgebra
import SourceText
import Testing

@Suite("Reading an expectation")
struct ExpectationReadingTests {
  static let right: [(String, Lessons.Expectation.Kind)] = [
    (
      "u1 = [0.9] within 1e-12",
      .value(name: "u1", ArrayValue(shape: [1], elements: [0.9]), tolerance: 1e-12)
    ),
    ("loss = 0.5", .value(name: "loss", ArrayValue(0.5), tolerance: 1e-9)),
    (
      "W1 = [[1, 2], [3, 4]] within 0 # exactly",
      .value(name: "W1", ArrayValue(shape: [2, 2], elements: [1, 2, 3, 4]), tolerance: 0)
    ),
    ("W1[0, 2]=-1", .value(name: "W1[0,2]", ArrayValue(-1), tolerance: 1e-9)),
    ("grad['W1'] = 1", .value(name: "grad['W1']", ArrayValue(1), tolerance: 1e-9)),
    ("grad.b2 = 1", .value(name: "grad.b2", ArrayValue(1), tolerance: 1e-9)),
    ("sum = 3", .value(name: "sum", ArrayValue(3), tolerance: 1e-9)),
    ("sum y = 1 within 1e-7", .sum(name: "y", 1, tolerance: 1e-7)),
    ("sum y=1", .sum(name: "y", 1, tolerance: 1e-9)),
    ("shape W1 = (4, 1)", .shape(name: "W1", [4, 1])),
    ("shape b1 = (5,)", .shape(name: "b1", [5])),
    ("shape W3 = ( 2 ,3, )", .shape(name: "W3", [2, 3])),
    ("shape loss = ()", .shape(name: "loss", [])),
    ("error no-network", .failure(kind: "no-network")),
    ("topology 2-3-3-1", .topology([2, 3, 3, 1])),
    ("accuracy >= 0.95", .comparison(name: "accuracy", .greaterOrEqual, 0.95)),
    ("loss<0.01", .comparison(name: "loss", .less, 0.01)),
    ("loss <= 1e-2", .comparison(name: "loss", .lessOrEqual, 0.01)),
    ("loss > -1", .comparison(name: "loss", .greater, -1)),
  ]

  @Test(arguments: right)
  func reads(_ text: String, _ kind: Lessons.Expectation.Kind) throws {
    #expect(try Lessons.Expectation(text).kind == kind)
  }

  @Test func rangeIsThatOfTheClaim() throws {
    let expectation = try Lessons.Expectation(
      "  loss < 1   # so", at: SourcePosition(line: 7, column: 8))
    #expect(
      expectation.range
        == SourceRange(line: 7, column: 10, length: 8))
  }

  static let wrong: [(String, LessonScriptError.Problem)] = [
    ("«»", .expected(.name, found: "")),
    ("«[1]» = 2", .expected(.name, found: "[1]")),
    ("«W1[0» = 2", .expected(.name, found: "W1[0")),
    ("loss«»", .expected(.relation, found: "")),
    ("loss «about» 1", .expected(.relation, found: "about")),
    ("loss «==» 1", .expected(.relation, found: "==")),
    ("loss «!=» 1", .expected(.relation, found: "!=")),
    ("loss «=<» 1", .expected(.equals, found: "=<")),
    ("loss < «[1]»", .expected(.number, found: "[1]")),
    ("loss <«» ", .expected(.number, found: "")),
    ("loss < 1 «within 2»", .expected(.end, found: "within 2")),
    ("y =«» ", .literal(.missing)),
    ("y = «one»", .literal(.notANumber("one"))),
    ("y = [[1, 2], «[3]»]", .literal(.ragged(expected: [2], found: [1], index: 1))),
    ("y = «[»1, 2", .literal(.unclosed)),
    ("y = [1] «withn» 1e-7", .expected(.within, found: "withn")),
    ("y = [1] within«» ", .expected(.tolerance, found: "")),
    ("y = [1] within «-1»", .expected(.tolerance, found: "-1")),
    ("y = [1] within «inf»", .expected(.tolerance, found: "inf")),
    ("y = [1] within 1 «2»", .expected(.end, found: "2")),
    ("sum«» ", .expected(.name, found: "")),
    ("sum y «<» 1", .expected(.equals, found: "<")),
    ("sum y = «[1]»", .expected(.number, found: "[1]")),
    ("shape«» ", .expected(.name, found: "")),
    ("shape W1«» ", .expected(.equals, found: "")),
    ("shape W1 = «4,» 1", .expected(.shape, found: "4,")),
    ("shape W1 = «(4)»", .expected(.shape, found: "(4)")),
    ("shape W1 = «(4, -1)»", .expected(.shape, found: "(4, -1)")),
    ("shape W1 = «(4, , 1)»", .expected(.shape, found: "(4, , 1)")),
    ("shape W1 = «(4,»", .expected(.shape, found: "(4,")),
    ("shape W1 = «(99999999999999999999,)»", .expected(.shape, found: "(99999999999999999999,)")),
    ("topology «2»", .expected(.topology, found: "2")),
    ("topology «2-0-1»", .expected(.topology, found: "2-0-1")),
    ("topology «2--1»", .expected(.topology, found: "2--1")),
    ("topology 2-1 «3»", .expected(.end, found: "3")),
    ("error «Shape»", .expected(.identifier, found: "Shape")),
    ("error shape «now»", .expected(.end, found: "now")),
  ]

  @Test(arguments: wrong)
  func reportsErrors(_ marked: String, _ problem: LessonScriptError.Problem) {
    let text = MarkedText(marked)
    #expect(throws: LessonScriptError(problem, range: text.ranges[0])) {
      try Lessons.Expectation(text.text)
    }
  }
}
