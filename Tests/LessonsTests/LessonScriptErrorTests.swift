import Lessons
import Localization
import SourceText
import Testing

/// A script with marks where its errors are, and the errors in order.
struct BrokenScript: Sendable, CustomTestStringConvertible {
  var name: String
  var script: String
  var problems: [LessonScriptError.Problem]

  init(_ name: String, _ problems: [LessonScriptError.Problem], _ script: String) {
    (self.name, self.script, self.problems) = (name, script, problems)
  }

  var testDescription: String { name }

  /// A script whose head is in order.
  static func body(
    _ name: String, _ problems: [LessonScriptError.Problem], _ body: String
  ) -> BrokenScript {
    BrokenScript(
      name, problems, "@lesson a format=1\n@title ja あ\n@title en a\n" + body)
  }

  static let range = SourceRange(line: 1, column: 1, length: 0)

  static let structure: [BrokenScript] = [
    BrokenScript("empty", [.missingLesson], "«»"),
    BrokenScript(
      "no lesson directive", [.missingLesson],
      "# hello\n«@title» ja あ\n@title en a\n@step s\nlayers 2 1\n"),
    BrokenScript("not a lesson", [.missingLesson], "«Hello there.»\nHow are you?\n"),
    BrokenScript(
      "something before the lesson", [.missingLesson],
      "«layers 2 1»\n@lesson a format=1\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    .body("no step", [.noSteps], "«»"),
    .body("line before the first step", [.lineOutsideStep], "  «layers 2 1»\n@step s\nlayers 2 1"),
    .body(
      "unknown directive", [.unknownDirective("txet", suggestions: ["text"])],
      "@step s\n«@txet» ja\nlayers 2 1"),
    .body(
      "a question before a step", [.misplacedDirective("ask", belongs: .inStep)],
      "«@ask» the-line formula\n@step s\nlayers 2 1"),
    .body(
      "a part without its question", [.misplacedDirective("key", belongs: .inQuestion)],
      "@step s\n«@key» 3\nlayers 2 1"),
    .body(
      "indented directive", [.indentedDirective("expect")],
      "@step s\nlayers 2 1\n  «@expect loss < 1»"),
    .body("an @ alone", [.unknownDirective("", suggestions: [])], "@step s\nlayers 2 1\n«@» W"),
    .body(
      "empty step", [.emptyStep("s"), .emptyStep("u")],
      "@step «s»\n# nothing\n\n@step t\nlayers 2 1\n@step «u»\n"),
    .body(
      "repeated step",
      [.repeatedStep("s", first: SourceRange(line: 4, column: 7, length: 1))],
      "@step s\nlayers 2 1\n@step «s»\nlayers 2 1\n"),
    .body(
      "head directives in a step",
      [
        .misplacedDirective("seed", belongs: .beforeSteps),
        .misplacedDirective("covers", belongs: .beforeSteps),
        .misplacedDirective("title", belongs: .beforeSteps),
        .repeatedTranslation(.title, .ja),
      ],
      "@step s\nlayers 2 1\n«@seed» 1\n«@covers» test=1\n««@title»» ja い"),
    .body(
      "expectation before a step", [.misplacedDirective("expect", belongs: .inStep)],
      "«@expect» loss < 1\n@step s\nlayers 2 1"),
    .body(
      "nothing that could fail", [.nothingToFail],
      "@step s\nlayers 2 1\n@expect topology 2-1\n«@expect» error shape"),
  ]

  static let head: [BrokenScript] = [
    BrokenScript(
      "bad id", [.expected(.identifier, found: "My_Lesson")],
      "@lesson «My_Lesson»\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "no id", [.expected(.identifier, found: "")],
      "@lesson«» \n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "no format", [.expected(.format, found: "")],
      "@lesson a«»\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "format of the future", [.unsupportedFormat("2", supported: 1)],
      "@lesson a «format=2»\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "option misspelt", [.unknownOption("fromat", suggestions: ["format"])],
      "@lesson a «fromat=1»\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "too much", [.expected(.end, found: "seed=1 x")],
      "@lesson a format=1 «seed=1 x»\n@title ja あ\n@title en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "no title", [.missingTitle], "@lesson «a» format=1\n@step s\nlayers 2 1"),
    BrokenScript(
      "title in one language", [.missingTranslation(.title, .ja)],
      "@lesson a format=1\n«@title» en a\n@step s\nlayers 2 1"),
    BrokenScript(
      "empty and unknown titles",
      [
        .emptyTranslation(.title, .ja), .expected(.language, found: "fr"),
        .expected(.language, found: ""),
      ],
      "@lesson a format=1\n@title ja  «»\n@title en a\n@title «fr» un\n@title«»\n@step s\nlayers 2 1"
    ),
    .body(
      "seeds",
      [
        .expected(.seed, found: "-1"),
        .repeatedDirective("seed", first: SourceRange(line: 5, column: 1, length: 5)),
      ],
      "@seed «-1»\n@seed 4294967295\n«@seed» 2\n@step s\nlayers 2 1"),
    .body(
      "covers",
      [
        .expected(.cover, found: ""), .expected(.cover, found: "0"),
        .unknownOption("tset", suggestions: ["test"]), .expected(.cover, found: ""),
      ],
      "@covers«»\n@covers «test=0»\n@covers «tset=3»\n@covers test=1 «exercise»\n@step s\nlayers 2 1"
    ),
    .body(
      "step ids", [.expected(.identifier, found: "Two"), .expected(.end, found: "b")],
      "@step «Two»\nlayers 2 1\n@step a «b»\nlayers 2 1"),
  ]

  static let text: [BrokenScript] = [
    .body(
      "missing translation", [.missingTranslation(.text, .en)],
      "@step s\n«@text» ja\nあ\n@end\nlayers 2 1"),
    .body(
      "empty translation", [.emptyTranslation(.text, .en)],
      "@step s\n@text ja\nあ\n«@text» en\n  \n@end\nlayers 2 1"),
    .body(
      "repeated translation", [.repeatedTranslation(.text, .ja)],
      "@step s\n@text ja\nあ\n@text en\na\n«@text» ja\nい\n@end\nlayers 2 1"),
    .body(
      "unclosed before a directive", [.unclosedText],
      "@step s\n«@text» ja\nあ\n@text en\na\n@step t\nlayers 2 1"),
    .body(
      "unclosed at the end of the file", [.unclosedText],
      "@step s\n«@text» ja\nあ\n@text en\na\n"),
    .body(
      "end misspelt", [.unclosedText, .unknownDirective("edn", suggestions: ["end"])],
      "@step s\n«@text» ja\nあ\n@text en\na\n«@edn»\n@expect loss < 1\n"),
    .body("stray end", [.strayEnd], "@step s\nlayers 2 1\n«@end»\n"),
    .body(
      "words after the opening and the end",
      [.expected(.end, found: "あ"), .expected(.end, found: "text")],
      "@step s\n@text ja «あ»\nあ\n@text en\na\n@end «text»\n"),
    .body(
      "unknown language",
      [.expected(.language, found: "jp"), .missingTranslation(.text, .ja)].reversed(),
      "@step s\n«@text» «jp»\nあ\n@text en\na\n@end\n"),
    .body(
      "two introductions",
      [.repeatedDirective("text", first: SourceRange(line: 4, column: 1, length: 5))],
      "@text ja\nあ\n@text en\na\n@end\n«@text» ja\nあ\n@text en\na\n@end\n@step s\nlayers 2 1"),
  ]
}

@Suite("Errors of a lesson script")
struct LessonScriptErrorTests {
  @Test(arguments: BrokenScript.structure + BrokenScript.head + BrokenScript.text)
  func reportsAllErrors(_ broken: BrokenScript) {
    let marked = MarkedText(broken.script)
    let reading = LessonScript.read(Array(marked.text.utf8), path: "a.nn")
    #expect(reading.script == nil)
    #expect(reading.errors.map(\.problem) == broken.problems)
    var ranges = marked.ranges
    ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    #expect(
      reading.errors.map(\.range).sorted { ($0.start, $0.end) < ($1.start, $1.end) } == ranges)
  }

  @Test("bytes that are not UTF-8 are reported by line, and the rest is read")
  func invalidUTF8() {
    var bytes = Array("@lesson a format=1\n@title ja ".utf8)
    bytes += [0xE3, 0x81, 0x0A] + Array("@title en a\n@stepp s\n".utf8) + [0xFF, 0x0A]
    let errors = LessonScript.read(bytes, path: "").errors
    #expect(
      errors.map(\.problem) == [
        .invalidUTF8, .missingTranslation(.title, .ja),
        .unknownDirective("stepp", suggestions: ["step"]), .invalidUTF8, .noSteps,
      ])
    #expect(errors.map(\.range.start.line) == [2, 3, 4, 5, 6])
  }

  @Test func fileTooLarge() {
    let bytes = [UInt8](repeating: 0x20, count: LessonScript.maximumBytes + 1)
    #expect(
      LessonScript.read(bytes, path: "").errors == [
        LessonScriptError(
          .fileTooLarge(bytes: bytes.count, limit: LessonScript.maximumBytes),
          range: BrokenScript.range)
      ])
  }

  @Test func lineTooLong() {
    let text =
      "@lesson a format=1\n@title ja あ\n@title en a\n@step s\nforward "
      + String(repeating: "1 ", count: 10_000)
    #expect(
      LessonScript.read(Array(text.utf8), path: "").errors.map(\.problem) == [
        .emptyStep("s"), .lineTooLong(bytes: 20_008, limit: LessonScript.maximumLineBytes),
      ])
  }

  @Test("a million steps or errors end in one error, quickly")
  func tooMany() {
    let head = "@lesson a format=1\n@title ja あ\n@title en a\n"
    let steps = (0..<100_000).map { "@step s\($0)\nx\n" }.joined()
    let errors = LessonScript.read(Array((head + steps).utf8), path: "").errors
    #expect(errors.first?.problem == .tooManySteps(limit: 1000))
    #expect(errors.count == LessonScript.maximumErrors + 1)
    #expect(errors.last?.problem == .tooManyErrors(limit: LessonScript.maximumErrors))

    let lines = String(repeating: "x\n", count: 400_000)
    let reading = LessonScript.read(Array((head + "@step s\n" + lines).utf8), path: "")
    #expect(reading.script?.steps[0].blocks[0].lines.count == 400_000)
  }

  @Test("whatever a script is cut to or a byte changed to, reading ends")
  func mutations() {
    let bytes = Array(LessonScriptTests.whole.utf8)
    for index in bytes.indices {
      _ = LessonScript.read(Array(bytes[..<index]), path: "")
      for byte in [0x00, 0x0A, 0x20, 0x23, 0x40, 0x5B, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = byte
        let reading = LessonScript.read(changed, path: "")
        #expect((reading.script == nil) == !reading.errors.isEmpty)
      }
    }
  }
}
