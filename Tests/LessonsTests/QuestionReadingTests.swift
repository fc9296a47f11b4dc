import Lessons
import Localization
import SourceText
import Testing

@Suite("Reading questions")
struct QuestionReadingTests {
  static let whole = """
    @step s
    @ask the-line formula result=u layout=fixed within=1%
    # what follows is a question

    @prompt ja 総入力を
    書いてください。
    @prompt en Write it.
    @given x: (inputs,) | (samples, inputs); W: (inputs, units)  # weights
    @given b: (units,) positive; d: (3,) one-hot; k: () integer -2..9; n: (samples,) label units
    @let z = x
      # kept as it is
    @key
    t = np.dot(x, W)
    u = t + b
    @accept x @ W + b
    @wrong np.dot(x, W) => missing-bias
    @wrong => own
    u = x
    @feedback own ja いいえ
    @feedback own en No: x >= 2 => 3
    @hint ja 一
    @hint en one
    @hint ja 二
    @hint en two
    @why ja なぜなら
    @why en Because.

    It is so.
    @end
    layers 2 1
    """

  @Test func everyPart() throws {
    let question = try #require(script(Self.whole).questions.first)
    #expect(question.id == "the-line")
    #expect(question.kind == .formula)
    #expect(question.settings.result == "u")
    #expect(!question.settings.layoutIsFree)
    #expect(question.settings.namesAreFree)
    #expect(question.settings.tolerance == .relative(0.01))
    #expect(question.prompt == LocalizedText(ja: "総入力を\n書いてください。", en: "Write it."))
    #expect(question.givens.map(\.name) == ["x", "W", "b", "d", "k", "n"])
    #expect(
      question.givens[0].shapes == [[.named("inputs")], [.named("samples"), .named("inputs")]])
    #expect(question.givens[1].shapes == [[.named("inputs"), .named("units")]])
    #expect(
      question.givens.map(\.values) == [
        .normal, .normal, .positive, .oneHot, .integer(-2...9), .label(.named("units")),
      ])
    #expect(question.givens[4].shapes == [[]])
    #expect(question.setup == "z = x\n  # kept as it is")
    #expect(question.key.text == "t = np.dot(x, W)\nu = t + b")
    #expect(question.samples.map(\.role) == [.accept, .wrong, .wrong])
    #expect(question.samples.map(\.text) == ["x @ W + b", "np.dot(x, W)", "u = x"])
    #expect(question.samples.map(\.feedback) == [nil, "missing-bias", "own"])
    #expect(question.feedback["own"]?.en == "No: x >= 2 => 3")
    #expect(question.hints.map(\.en) == ["one", "two"])
    #expect(question.explanation.en == "Because.\n\nIt is so.")
    #expect(script(Self.whole).steps[0].items.count == 2)
  }

  /// A question with everything it needs but what is asked, and one line after the answers.
  private static func broken(
    _ kind: String, _ parts: String,
    hints: String = "@hint ja 一\n@hint en 1\n@hint ja 二\n@hint en 2"
  ) -> String {
    """
    @step s
    @ask q \(kind)
    @prompt ja あ
    @prompt en a
    \(parts)
    \(hints)
    @why ja あ
    @why en a
    @end
    layers 2 1
    """
  }

  static let errors: [BrokenScript] = [
    .body("no kind", [.expected(.questionKind, found: "")], "@step s\n@ask q«»\n@end\nlayers 2 1"),
    .body(
      "kind misspelt", [.unknownKind("formla", suggestions: ["formula"])],
      "@step s\n@ask q «formla»\n@end\nlayers 2 1"),
    .body(
      "option of another kind", [.unknownOption("call", suggestions: [])],
      broken("formula «call=f»", "@key 1\n@wrong 2 => sign")),
    .body(
      "option with a wrong value", [.expected(.setting("layout"), found: "any")],
      broken("formula «layout=any»", "@key 1\n@wrong 2 => sign")),
    .body(
      "part of another kind", [.partOfOtherKind("option", kind: .number)],
      broken("number", "@key 1\n«@option» a b\n@wrong 2 => sign")),
    .body(
      "part misspelt", [.unknownDirective("prompted", suggestions: ["prompt"])],
      broken("number", "«@prompted» ja x\n@key 1\n@wrong 2 => sign")),
    .body(
      "everything missing",
      [
        .missingPart("prompt"), .missingPart("why"), .missingPart("key"), .missingPart("wrong"),
        .tooFewHints(0),
      ],
      "@step s\n@ask «««««q»»»»» number\n@end\nlayers 2 1"),
    .body(
      "one hint, and one language short",
      [.missingTranslation(.hint, .en), .tooFewHints(1)].reversed(),
      broken("number", "@key 1\n@wrong 2 => sign", hints: "«@hint» ja 一")
        .replacing("@ask q", with: "@ask «q»")),
    .body(
      "an empty hint", [.emptyTranslation(.hint, .en)],
      broken(
        "number", "@key 1\n@wrong 2 => sign",
        hints: "@hint ja 一\n@hint en«»\n@hint ja 二\n@hint en 2")),
    .body(
      "feedback that is not there",
      [
        .unknownFeedback(
          "missing-bais", suggestions: ["missing-bias", "missing-axis", "missing-term"])
      ],
      broken("number", "@key 1\n@wrong «2 => missing-bais»")),
    .body(
      "a wrong answer without feedback", [.expected(.feedback, found: "")],
      broken("number", "@key 1\n@wrong 2«»\n@wrong 3 => sign")),
    .body(
      "feedback in one language", [.missingTranslation(.feedback("own"), .en)],
      broken("number", "@key 1\n@wrong 2 => own\n@feedback «own» ja あ")),
    .body(
      "shapes",
      [
        .expected(.symbolicShape, found: "(3)"), .expected(.symbolicShape, found: "(2,"),
        .expected(.values, found: "random"), .expected(.integerRange, found: "9..2"),
        .repeatedName("x"), .expected(.given, found: "1x:"),
        .expected(.symbolicShape, found: "(64,"), .expected(.symbolicShape, found: "(65,)"),
      ],
      broken(
        "formula",
        """
        @given a: «(3)»
        @given b: «(2,»
        @given c: () «random»
        @given d: () integer «9..2»
        @given x: (); «x»: ()
        @given «1x:» ()
        @given e: «(64,» 64, 64)
        @given f: «(65,)»
        @key 1
        @wrong 2 => sign
        """)),
    .body(
      "variants", [.variantCount("y", found: 2, expected: 3)],
      broken(
        "formula",
        "@given x: () | (2,) | (3,); y: () | (2,); z: ()\n@key x\n@wrong 2 => sign"
      ).replacing("@ask q", with: "@ask «q»")),
    .body(
      "choice",
      [.answerForm(.choice, found: "c"), .answerForm(.choice, found: "a, b")],
      broken(
        "choice", "@option a x\n@option b y\n@key «c»\n@wrong «a, b => sign»\n@wrong b => sign")),
    .body(
      "choice without options", [.missingPart("option")],
      broken("choice", "@key a\n@wrong b => sign").replacing("@ask q", with: "@ask «q»")),
    .body(
      "lines that are not there", [.answerForm(.lines, found: "3")],
      broken("lines", "@listing\nx = 1\ny = 2\n@key 1\n@wrong «3 => sign»")),
    .body(
      "a network that is none", [.answerForm(.network, found: "2-x")],
      broken("network", "@key «2-x»\n@wrong 2-1 => sign")),
    .body(
      "not closed", [.unclosedQuestion],
      broken("number", "@key 1\n@wrong 2 => sign").replacing(
        "@end\nlayers", with: "@step t\nlayers"
      )
      .replacing("@ask q", with: "«@ask» q")),
    .body(
      "a line of no part", [.lineOutsidePart],
      broken("number", "@key 1\n@wrong 2 => sign").replacing(
        "@ask q number\n", with: "@ask q number\n«what is this»\n")),
    .body(
      "the same id twice",
      [.repeatedQuestion("q", first: SourceRange(line: 5, column: 6, length: 1))],
      broken("number", "@key 1\n@wrong 2 => sign").replacing("layers 2 1", with: "")
        + broken("number", "@key 1\n@wrong 2 => sign").replacing("@step s\n", with: "")
        .replacing("@ask q", with: "@ask «q»")),
  ]

  @Test(arguments: errors)
  func reportsAllErrors(_ broken: BrokenScript) {
    let marked = MarkedText(broken.script)
    let reading = LessonScript.read(Array(marked.text.utf8), path: "a.nn")
    #expect(reading.script == nil)
    #expect(Set(reading.errors.map(\.problem)) == Set(broken.problems))
    let found = reading.errors.map(\.range).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    #expect(found == marked.ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
  }

  @Test("whatever a question is cut to or a byte changed to, reading ends")
  func mutations() {
    let bytes = Array(("@lesson a format=1\n@title ja あ\n@title en a\n" + Self.whole).utf8)
    for index in bytes.indices {
      _ = LessonScript.read(Array(bytes[..<index]), path: "")
      for byte in [0x00, 0x0A, 0x20, 0x28, 0x3A, 0x40, 0x7C, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = byte
        let reading = LessonScript.read(changed, path: "")
        #expect((reading.script == nil) == !reading.errors.isEmpty)
      }
    }
  }
}
