import TerminalGraphics
import Testing

@testable import LineEditing

@Suite struct ScreenLayoutTests {
  private func layout(_ prompt: String, _ line: String, columns: Int) -> ScreenLayout {
    ScreenLayout(
      prompt: Array(prompt.unicodeScalars), line: Array(line.unicodeScalars), columns: columns,
      width: DisplayWidth.of)
  }

  private func end(_ prompt: String, _ line: String, columns: Int = 10) -> [Int] {
    let layout = layout(prompt, line, columns: columns)
    #expect(layout.rowCount == layout.end.row + 1)
    return [layout.end.row, layout.end.column]
  }

  @Test func countsColumnsAndRows() {
    #expect(end("nn> ", "") == [0, 4])
    #expect(end("nn> ", "12345") == [0, 9])
    // A full row moves the cursor to the next one.
    #expect(end("nn> ", "123456") == [1, 0])
    #expect(end("nn> ", "総入力") == [1, 0])
    // A wide character does not stand on two rows.
    #expect(end("nn> ", "1総入力") == [1, 2])
    #expect(end("nn> ", "1\t2") == [0, 9])
    #expect(end("", "\u{1}\u{2}", columns: 3) == [1, 1])
    #expect(end("a long prompt ", "x") == [1, 5])
  }

  @Test func findsTheCursor() {
    let layout = layout("nn> ", "1総入力", columns: 10)
    let positions = (0...4).map { layout.position(cursor: $0) }
    #expect(positions.map(\.row) == [0, 0, 0, 1, 1])
    #expect(positions.map(\.column) == [4, 5, 7, 0, 2])
  }
}

@Suite struct UndoHistoryTests {
  private func state(_ text: String, _ cursor: Int? = nil) -> LineState {
    LineState(Array(text.unicodeScalars), cursor: cursor)
  }

  @Test func aWordIsOneStepAndAnyOtherEditIsAnother() {
    var undo = UndoHistory()
    for text in ["", "a", "ab", "ab ", "ab c", "ab cd"] { undo.record(state(text)) }
    undo.record(state("ab c"))
    undo.record(state("paste ab c", 6))
    var states: [String] = []
    while let state = undo.undo() { states.append(state.text) }
    #expect(states == ["ab c", "ab cd", "ab", ""])
    #expect(undo.undo() == nil)
  }

  @Test func movingIsNoStep() {
    var undo = UndoHistory()
    undo.record(state("ab"))
    undo.record(state("ab", 0))
    undo.record(state("xab", 1))
    #expect(undo.undo() == state("ab", 0))
    #expect(undo.undo() == state(""))
  }
}

@Suite struct ComposedTextTests {
  @Test(
    arguments: [
      ("abc", "abc"), ("か\u{3099}", "が"), ("ハ\u{309A}ハ\u{3099}", "パバ"), ("e\u{301}", "é"),
      ("a\u{323}\u{302}", "ậ"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("x\u{301}", "x"),
      ("\u{301}", ""), ("⚠\u{FE0F}", "⚠"), ("👩\u{200D}🔬", "👩🔬"), ("総入力", "総入力"),
    ])
  func composes(decomposed: String, composed: String) {
    let result = ComposedText.composed(decomposed)
    #expect(Array(result.unicodeScalars) == Array(composed.unicodeScalars))
  }

  @Test func marksOfRecalledTextAreNewlines() {
    let state = LineState(text: "if x:\n  か\u{3099}")
    #expect(state.markedText == "if x:⏎  が")
    #expect(state.text == "if x:\n  が")
    #expect(LineState(state.scalars, cursor: 6).textBeforeCursor == "if x:\n")
    #expect(LineState(state.scalars, cursor: 6).textAfterCursor == "  が")
  }
}

@Suite struct CompletionMenuTests {
  private func list(_ candidates: [Completion]) -> CompletionList {
    CompletionList(replacing: 0..<0, with: candidates)
  }

  private func menu(_ candidates: [Completion], moves: Int = 0) -> CompletionMenu {
    var menu = CompletionMenu(list: list(candidates), original: LineState())
    for _ in 0..<moves { menu.move(by: 1) }
    return menu
  }

  @Test func findsTheCommonPrefix() {
    #expect(list([]).commonPrefix == "")
    #expect(list([Completion("forward")]).commonPrefix == "forward")
    #expect(list([Completion("forward"), Completion("format")]).commonPrefix == "for")
    #expect(list([Completion("総入力"), Completion("総和")]).commonPrefix == "総")
    #expect(list([Completion("a"), Completion("b")]).commonPrefix == "")
  }

  @Test func goesAroundTheEnds() {
    var menu = menu([Completion("a"), Completion("b")])
    #expect(menu.selection == nil)
    menu.move(by: -1)
    #expect(menu.selected?.text == "b")
    menu.move(by: 1)
    #expect(menu.selected?.text == "a")
    menu.move(by: -1)
    #expect(menu.selected?.text == "b")
  }

  @Test func alignsWideTextAndCutsWhatIsTooLong() {
    let candidates = [
      Completion("総入力", summary: "u = W·x + b を計算する"), Completion("a", summary: "short"),
    ]
    #expect(
      menu(candidates, moves: 1).lines(columns: 24, rows: 5).map(\.plain) == [
        "> 総入力  u = W·x + b …", "  a       short",
      ])
    for columns in 1...24 {
      for line in menu(candidates).lines(columns: columns, rows: 5) {
        #expect(line.width <= max(1, columns - 1))
      }
    }
  }

  @Test func showsManyInAWindowThatFollowsTheChoice() {
    let candidates = (1...9).map { Completion("c\($0)", summary: "s") }
    let lines = { (moves: Int) in
      menu(candidates, moves: moves).lines(columns: 20, rows: 4).map(\.plain)
    }
    #expect(lines(0) == ["  c1  s", "  c2  s", "  c3  s", "  1–3 / 9"])
    #expect(lines(4) == ["  c2  s", "  c3  s", "> c4  s", "  2–4 / 9"])
    #expect(lines(9) == ["  c7  s", "  c8  s", "> c9  s", "  7–9 / 9"])
    #expect(menu(candidates).lines(columns: 20, rows: 0) == [])
    #expect(menu(candidates).lines(columns: 20, rows: 1).map(\.plain) == ["  c1  s"])
  }

  @Test func putsSeveralBesideEachOtherWithoutSummaries() {
    let candidates = (1...5).map { Completion("c\($0)") }
    #expect(
      menu(candidates).lines(columns: 20, rows: 4).map(\.plain) == [
        "  c1    c2    c3  ", "  c4    c5  ",
      ])
  }
}
