import Lessons
import Localization
import SourceText
import Testing

@Suite("Reading a lesson script")
struct LessonScriptTests {
  static let whole = """
    # A whole lesson.
    @lesson total-input format=1
    @covers test=3 exercise=1
    @title ja 総入力 u = Wx + b  # 題
    @title en The total input u = Wx + b
    @seed 7   # for rand

    @text ja
    はじめに
    @text en
    To begin with
    @end

    @step weigh-and-add
    @text ja

    一行目　です。
      # これは本文

    @name は名前
    @text en
    Line one.
      # this is text

    @name is a name
    @end
    layers 4 1:identity
    # a comment between lines

      set W1 = [[0.2], [0.1], [-0.4], [0.3]]   # kept
    @expect u1 = [0.9] within 1e-12
    @expect shape W1 = (4, 1)
    forward 1 2 3 4

    @step only-text
    @text en
    Done.
    @text ja
    おわり。
    @end
    """

  @Test func wholeLesson() throws {
    let reading = LessonScript.read(Array(Self.whole.utf8), path: "lessons/3.nn")
    #expect(reading.errors == [])
    let script = try #require(reading.script)
    #expect(script.id == "total-input")
    #expect(script.path == "lessons/3.nn")
    #expect(script.idRange == SourceRange(line: 2, column: 9, length: 11))
    #expect(script.title.ja == "総入力 u = Wx + b  # 題")
    #expect(script.title.en == "The total input u = Wx + b")
    #expect(script.covers == [LessonCover(.test, 3), LessonCover(.exercise, 1)])
    #expect(script.seed == 7)
    #expect(script.introduction == LocalizedText(ja: "はじめに", en: "To begin with"))
    #expect(script.steps.map(\.id) == ["weigh-and-add", "only-text"])

    let step = script.steps[0]
    #expect(step.items.count == 5)
    #expect(
      step.items[0]
        == .text(
          LocalizedText(
            ja: "一行目　です。\n  # これは本文\n\n@name は名前",
            en: "Line one.\n  # this is text\n\n@name is a name")))
    #expect(
      step.blocks.map { $0.lines.map(\.text) } == [
        ["layers 4 1:identity", "  set W1 = [[0.2], [0.1], [-0.4], [0.3]]   # kept"],
        ["forward 1 2 3 4"],
      ])
    #expect(step.blocks[0].lines[1].range == SourceRange(line: 30, column: 1, length: 49))
    #expect(script.steps[1].items == [.text(LocalizedText(ja: "おわり。", en: "Done."))])
    #expect(script.index(ofStep: "only-text") == 1)
    #expect(script.blocks(beforeStep: 1) == step.blocks)
  }

  @Test("line ends and a byte order mark do not matter")
  func lineEnds() throws {
    let plain = LessonScript.read(Array(Self.whole.utf8), path: "").script
    let windows = "\u{FEFF}" + Self.whole.replacing("\n", with: "\r\n") + "\r\n"
    #expect(LessonScript.read(Array(windows.utf8), path: "").script == plain)
  }

  @Test("full-width signs in arguments are read as their twins")
  func fullWidth() throws {
    let text = """
      @lesson　a　format＝１
      @title ja （全角）
      @title en （wide）
      @step s
      forward １　２
      @expect u1 ＝ ［０．９］ within １ｅ－９
      """
    let reading = LessonScript.read(Array(text.utf8), path: "")
    #expect(reading.errors == [])
    #expect(reading.script?.title.ja == "（全角）")
    #expect(reading.script?.steps[0].blocks[0].lines[0].text == "forward １　２")
  }
}
