import SourceText
import Testing

@testable import Notebooks

@Suite("Notebooks")
struct NotebookTests {
  /// As Jupyter writes a notebook, shortened.
  static let written = #"""
    {
     "cells": [
      {
       "cell_type": "markdown",
       "id": "a1",
       "metadata": {},
       "source": [
        "# 順伝播\n",
        "We compute **u**.\n",
        "## 総入力 ##"
       ]
      },
      {
       "cell_type": "code",
       "execution_count": 12,
       "metadata": {"tags": []},
       "outputs": [{"data": {"image/png": "iVBORw0KGgo=\n"}, "output_type": "display_data"}],
       "source": [
        "!pip install numpy\n",
        "import numpy as np\n",
        "x = np.array([1., 2.])"
       ]
      },
      {
       "cell_type": "code",
       "execution_count": null,
       "metadata": {},
       "outputs": [],
       "source": []
      },
      {
       "cell_type": "raw",
       "metadata": {},
       "source": "as it is"
      },
      {
       "cell_type": "code",
       "execution_count": 3,
       "metadata": {},
       "outputs": [],
       "source": "print(x)\nprint(\"\u00e9 \ud83d\ude00\")"
      }
     ],
     "metadata": {"kernelspec": {"name": "python3"}},
     "nbformat": 4,
     "nbformat_minor": 5
    }
    """#

  private func read(_ text: String) throws(NotebookError) -> Notebook {
    try Notebook(Array(text.utf8))
  }

  /// A notebook of one code cell.
  private func notebook(_ source: String) -> String {
    #"{"cells": [{"cell_type": "code", "source": \#(source)}], "nbformat": 4}"#
  }

  private func cell(_ text: String) -> Notebook.Cell {
    Notebook.Cell(kind: .code, number: 1, text: text, line: 1)
  }

  // MARK: Reading

  @Test func cellsAreReadInOrder() throws {
    let cells = try read(NotebookTests.written).cells
    #expect(cells.map(\.kind) == [.markdown, .code, .code, .raw, .code])
    #expect(cells[1].text == "!pip install numpy\nimport numpy as np\nx = np.array([1., 2.])")
    #expect(cells[2].text == "")
    #expect(cells[3].text == "as it is")
    #expect(cells[4].text == "print(x)\nprint(\"é 😀\")")
  }

  @Test func codeCellsAreNumberedAsInARunOfAll() throws {
    #expect(try read(NotebookTests.written).cells.map(\.number) == [0, 1, 0, 0, 2])
  }

  @Test func lineIsWhereTheTextBeginsInTheFile() throws {
    let lines = NotebookTests.written.split(separator: "\n", omittingEmptySubsequences: false)
    for cell in try read(NotebookTests.written).cells where !cell.isBlank {
      let first = cell.text.prefix { $0 != "\n" }
      let found = lines[cell.line - 1].contains(first.replacing("\"", with: "\\\""))
      #expect(found, "line \(cell.line): \(first)")
    }
  }

  @Test(arguments: [
    (#""a\r\nb""#, "a\nb"), (#"["a\n", "b\n", "c"]"#, "a\nb\nc"), (#""""#, ""), ("[]", ""),
    (#""\u3042\t\/\b\f\\\"""#, "あ\t/\u{8}\u{C}\\\""), (#""\ud83d x""#, "\u{FFFD} x"),
    (#""\ude00\ud83d\ud83d\ude00""#, "\u{FFFD}\u{FFFD}😀"),
  ])
  func sourceIsOneStringOrSeveral(_ source: String, _ text: String) throws {
    #expect(try read(notebook(source)).cells[0].text == text)
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    #expect(try read("\u{FEFF}" + NotebookTests.written) == read(NotebookTests.written))
  }

  @Test func cellsOfUnknownKindsAreLeftOut() throws {
    let text = #"{"cells": [{"cell_type": "heading", "source": "x"}], "nbformat": 4}"#
    #expect(try read(text).cells.isEmpty)
  }

  // MARK: Errors

  @Test(
    arguments: [
      ("", .json(.end, at: SourcePosition(line: 1, column: 1))),
      ("[1]", .missing(key: "cells", at: SourcePosition(line: 1, column: 1))),
      ("{}", .missing(key: "cells", at: SourcePosition(line: 1, column: 1))),
      ("{\"nbformat\": 4}", .missing(key: "cells", at: SourcePosition(line: 1, column: 1))),
      ("{\"cells\": []}", .missing(key: "nbformat", at: SourcePosition(line: 1, column: 1))),
      ("{\"cells\": [], \"nbformat\": 5}", .unsupportedFormat(version: 5)),
      ("{\"worksheets\": [{\"cells\": []}]}", .unsupportedFormat(version: 3)),
      ("{\"cells\": {}}", .wrongKind(key: "cells", at: SourcePosition(line: 1, column: 11))),
      (
        "{\"nbformat\": \"4\"}",
        .wrongKind(key: "nbformat", at: SourcePosition(line: 1, column: 14))
      ),
      ("{\"cells\": [1]}", .wrongKind(key: "cells", at: SourcePosition(line: 1, column: 12))),
      ("{\"cells\": [\n {}]}", .missing(key: "cell_type", at: SourcePosition(line: 2, column: 2))),
      (
        "{\"cells\": [{\"cell_type\": \"code\"}]}",
        .missing(key: "source", at: SourcePosition(line: 1, column: 12))
      ),
      ("{\"é\":\n\"あ\", x}", .json(.unexpected("x"), at: SourcePosition(line: 2, column: 6))),
      ("{\"a\": 1,\n \"b: 2}", .json(.unclosedString, at: SourcePosition(line: 2, column: 2))),
      ("{\"a\": \"b\n\"}", .json(.controlCharacter, at: SourcePosition(line: 1, column: 9))),
      ("{\"a\": \"\\x\"}", .json(.escape, at: SourcePosition(line: 1, column: 8))),
      ("{\"a\": \"\\u12\"}", .json(.escape, at: SourcePosition(line: 1, column: 8))),
      ("{\"a\": -}", .json(.number, at: SourcePosition(line: 1, column: 7))),
      ("{\"a\": 01}", .json(.number, at: SourcePosition(line: 1, column: 7))),
      ("{\"a\": 1.}", .json(.number, at: SourcePosition(line: 1, column: 7))),
      ("{\"a\": 1e+}", .json(.number, at: SourcePosition(line: 1, column: 7))),
      ("{\"a\": nul}", .json(.unexpected("n"), at: SourcePosition(line: 1, column: 7))),
      ("{\"a\": [1 2]}", .json(.unexpected("2"), at: SourcePosition(line: 1, column: 10))),
      ("{\"a\" 1}", .json(.unexpected("1"), at: SourcePosition(line: 1, column: 6))),
      ("{\"a\": 1", .json(.end, at: SourcePosition(line: 1, column: 8))),
      ("{\"a\": 1} x", .json(.unexpected("x"), at: SourcePosition(line: 1, column: 10))),
    ] as [(String, NotebookError)])
  func whatIsNoNotebookIsRefused(_ text: String, _ error: NotebookError) {
    #expect(throws: error) { try Notebook(Array(text.utf8)) }
  }

  @Test func otherEncodingsAreRefused() {
    #expect(throws: NotebookError.notText(offset: 3)) {
      try Notebook([0x7B, 0xC3, 0xA9, 0xFF, 0x7D])
    }
  }

  @Test(arguments: ["[", "{\"a\":"])
  func deepNestingIsRefused(_ opening: String) {
    let text = "{\"a\":" + String(repeating: opening, count: 100_000)
    #expect(throws: NotebookError.self) { try Notebook(Array(text.utf8)) }
    let column = 6 + 511 * opening.count + opening.count - (opening == "[" ? 1 : 5)
    #expect(
      throws: NotebookError.tooDeep(limit: 512, at: SourcePosition(line: 1, column: column))
    ) { try Notebook(Array(text.utf8)) }
  }

  @Test func whateverIsCutOffIsRefused() {
    let bytes = Array(NotebookTests.written.utf8)
    for count in 0..<bytes.count {
      #expect(throws: NotebookError.self) { try Notebook(Array(bytes[..<count])) }
    }
  }

  @Test func changedBytesNeverTrap() {
    var random = SystemRandomNumberGenerator()
    let bytes = Array(NotebookTests.written.utf8)
    let signs = Array("{}[]\",:\\u0-1.e \n\u{0}".utf8)
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] =
          signs.randomElement(using: &random)!
      }
      if let notebook = try? Notebook(changed) {
        for cell in notebook.cells { _ = (cell.program, cell.headings) }
      }
    }
  }

  // MARK: Headings

  @Test(arguments: [
    ("# 順伝播\ntext\n## 総入力 ##", [1, 2], ["順伝播", "総入力"]),
    ("   ### x #\n####### no\n#no\n#", [3], ["x"]), ("# C#\n#\tb", [1, 1], ["C#", "b"]),
    ("```\n# no\n``\n```\n# yes", [1], ["yes"]),
    ("~~~~\n```\n# no\n~~~\n~~~~\n# yes", [1], ["yes"]),
    ("", [], []),
  ])
  func headingsAreCaptions(_ text: String, _ levels: [Int], _ titles: [String]) {
    let cell = Notebook.Cell(kind: .markdown, number: 0, text: text, line: 1)
    #expect(cell.headings.map(\.level) == levels)
    #expect(cell.headings.map(\.text) == titles)
  }

  @Test func commentsOfCodeAreNoHeadings() {
    #expect(cell("# a comment\nx = 1").headings.isEmpty)
  }

  // MARK: Programs

  @Test func shellAndMagicLinesAreLeftOut() {
    let program = cell("%matplotlib inline\nx = 1\n!ls\nnp.dot?\n  ?x\ny = 2").program
    #expect(program.text == "\nx = 1\n\n\n  pass\ny = 2")
    #expect(program.skipped.map(\.kind) == [.magic, .shell, .question, .question])
    #expect(program.skipped.map(\.line) == [1, 3, 4, 5])
    #expect(program.skipped.map(\.text) == ["%matplotlib inline", "!ls", "np.dot?", "?x"])
  }

  @Test func blockDoesNotBecomeEmpty() {
    #expect(cell("if a:\n    !ls\nb").program.text == "if a:\n    pass\nb")
  }

  @Test(arguments: [
    "x = (7\n  % 3)", "s = '''\n%d\n!\n'''", "s = \"\"\"a\\\"\"\"\n%d\n\"\"\"", "x = 7 \\\n  % 3",
    "y = [1,  # (\n% 2]", "print('?')", "# really?", "s = '(' + \"[\"\nx = 1", "x = '''a''' % 2",
    "s = '\\'('\nx",
  ])
  func pythonIsLeftAlone(_ text: String) {
    #expect(cell(text).program.text == text)
    #expect(cell(text).program.skipped.isEmpty)
  }

  @Test(arguments: ["x = (1)\n%time", "s = 'it'\n%time", "# it's (\n%time", "x = '''a'''\n%time"])
  func whatIsClosedIsClosed(_ text: String) {
    #expect(cell(text).program.skipped.map(\.line) == [2])
  }

  @Test(
    arguments: [
      ("%%bash\nls", "", 1, .cellMagic), ("\n\n%%writefile a.py\nx = 1", "", 3, .cellMagic),
      ("%%time\nx = 1", "\nx = 1", 1, .magic), ("x = 1\n%%bash\ny", "x = 1\n\ny", 2, .magic),
    ] as [(String, String, Int, Notebook.Cell.SkippedLine.Kind)])
  func cellMagicTakesTheWholeCell(
    _ text: String, _ rest: String, _ line: Int, _ kind: Notebook.Cell.SkippedLine.Kind
  ) {
    #expect(cell(text).program.text == rest)
    #expect(cell(text).program.skipped.map(\.line) == [line])
    #expect(cell(text).program.skipped.map(\.kind) == [kind])
  }

  @Test func proseHasNoProgram() {
    let cell = Notebook.Cell(kind: .markdown, number: 0, text: "x = 1", line: 1)
    #expect(cell.program.text.isEmpty)
  }
}
