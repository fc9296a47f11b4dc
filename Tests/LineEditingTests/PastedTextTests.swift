import Testing

@testable import LineEditing

@Suite struct PastedTextTests {
  private func clean(_ raw: String) -> PastedText {
    PastedText(raw, prompts: SessionPrompts(["nn> ", " .. ", "total-input 2 ?> "]))
  }

  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
      ("a\n\n", ["a", ""]), ("\ta", ["    a"]), ("a\u{0}\u{1B}[1m\u{9B}b\u{7F}", ["a[1mb"]),
      ("か\u{3099}", ["が"]),
      ("  a\n    b\n\n  c", ["a", "  b", "", "c"]), ("  a", ["  a"]),
      ("nn> a\nanswer\nnn> b\n .. c\n ..", ["a", "b", "c", ""]),
      ("\n>>> a\n1\n>>>\n... b", ["a", "", "b"]),
      ("In [12]: a\n   ...:   b\nOut[12]: 3\nIn [ 3]: c", ["a", "  b", "c"]),
      ("total-input 2 ?> x @ W", ["x @ W"]),
      ("x >>> y\nnn> z", ["x >>> y", "nn> z"]),
    ] as [(String, [String])])
  func becomesLines(raw: String, lines: [String]) {
    #expect(clean(raw).lines == lines)
  }

  @Test func knowsWhetherItsLastLineIsEntered() {
    #expect(!clean("a\nb").endsWithNewline)
    #expect(clean("a\nb\n").endsWithNewline)
    #expect(clean("a\n\n").lines == ["a", ""])
  }

  @Test func takesInWhatStoodAroundTheCursor() {
    let around = clean("a\nb").surrounded(by: "<", ">")
    #expect(around.lines == ["<a", "b>"] && !around.endsWithNewline)
    let entered = clean("a\nb\n").surrounded(by: "<", ">")
    #expect(entered.lines == ["<a", "b", ">"] && !entered.endsWithNewline)
    #expect(clean("a\nb\n").surrounded(by: "<", "").endsWithNewline)
  }

  private func split(_ text: String, needsMoreLines: (String) -> Bool) -> ([String], [String]) {
    let pasted = clean(text)
    let result = StatementSplitter.split(
      pasted.lines, endsWithNewline: pasted.endsWithNewline, needsMoreLines: needsMoreLines)
    return (result.statements, result.rest)
  }

  /// Python's rule: a block goes on until an empty line.
  private func blockRule(_ text: String) -> Bool {
    text.contains(":") && !text.hasSuffix("\n")
  }

  @Test func isCutIntoStatements() {
    #expect(split("a\nb\n") { _ in false } == (["a", "b"], []))
    #expect(split("a\nb") { _ in false } == (["a"], ["b"]))
    #expect(split("\na\n\n\nb\n\n") { _ in false } == (["a", "b"], []))
    #expect(split("if x:\n  a\n\nb\n", needsMoreLines: blockRule) == (["if x:\n  a\n", "b"], []))
    #expect(split("if x:\n  a\n\n  b\n", needsMoreLines: blockRule) == (["if x:\n  a\n\n  b"], []))
    #expect(split("if x:\n  a", needsMoreLines: blockRule) == ([], ["if x:", "  a"]))
    #expect(split("a\nf(\n") { $0.contains("(") } == (["a"], ["f("]))
  }
}
