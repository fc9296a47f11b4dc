import TerminalGraphics
import Testing

@Suite("Tables")
struct TableTests {
  /// A gradient check's table, in two languages.
  private func gradients(_ headers: [StyledText]) -> Table {
    let alignments: [Table.Alignment] = [.left, .left, .decimal, .right]
    var table = Table(
      columns: zip(headers, alignments).map { Table.Column($0, $1) } + [.init("", wraps: true)])
    table.append(["W1", "(2, 5)", "-0.130598659", "210", "ok"])
    table.append(["b1", "(5,)", "12.5", "4", "\("wrong: the bias is missing", .red)"])
    table.append(["b2", "()", "nan", "33"])
    return table
  }

  private func text(_ table: Table, width: Int) -> String {
    table.lines(width: width).map(\.plain).joined(separator: "\n")
  }

  @Test func wide() {
    #expect(
      text(gradients(["array", "shape", "numeric", "passes"]), width: 80) == """
          array  shape   numeric       passes
          W1     (2, 5)  -0.130598659     210  ok
          b1     (5,)    12.5               4  wrong: the bias is missing
          b2     ()      nan               33
        """)
  }

  @Test func japaneseHeaders() {
    #expect(
      text(gradients(["配列", "形", "数値微分", "回数"]), width: 80) == """
          配列  形      数値微分      回数
          W1    (2, 5)  -0.130598659   210  ok
          b1    (5,)    12.5             4  wrong: the bias is missing
          b2    ()      nan             33
        """)
  }

  @Test func narrowWraps() {
    #expect(
      text(gradients(["array", "shape", "numeric", "passes"]), width: 53) == """
          array  shape   numeric       passes
          W1     (2, 5)  -0.130598659     210  ok
          b1     (5,)    12.5               4  wrong: the
                                               bias is
                                               missing
          b2     ()      nan               33
        """)
  }

  @Test func narrowerBecomesRecords() {
    #expect(
      text(gradients(["array", "shape", "numeric", "passes"]), width: 30) == """
          array    W1
          shape    (2, 5)
          numeric  -0.130598659
          passes   210
                   ok

          array    b1
          shape    (5,)
          numeric  12.5
          passes   4
                   wrong: the bias is
                   missing

          array    b2
          shape    ()
          numeric  nan
          passes   33
        """)
  }

  @Test("headers of several words give way first, and stand on their columns")
  func narrowHeaders() {
    var table = Table(columns: [
      .init("array"), .init("relative error", .decimal), .init("forward passes", .right),
    ])
    table.append(["W1", "2.1e-10", "42"])
    #expect(
      text(table, width: 26) == """
                 relative  forward
          array  error      passes
          W1     2.1e-10        42
        """)
  }

  @Test func narrowest() {
    var table = Table(columns: [.init("activation"), .init("形", .right)])
    table.append(["sigmoid", "(3, 5)"])
    #expect(text(table, width: 12) == "activation\n  sigmoid\n形\n  (3, 5)")
    #expect(text(table, width: 1) != "")
  }

  @Test func decimalPoints() {
    var table = Table(columns: [.init("", .decimal), .init("", .decimal)], indentation: 0)
    table.append(["-0.5", "1e-05"])
    table.append(["12", "2.1e-10"])
    table.append([".25", "100"])
    table.append(["−3.125", "ok"])
    #expect(
      text(table, width: 40) == """
        -0.5      1e-05
        12        2.1e-10
          .25   100
        −3.125  ok
        """)
  }

  @Test func coloursSurviveAlignment() {
    var table = Table(columns: [.init("名前"), .init("n", .right)])
    table.append(["\("重み", .cyan)", "7"])
    #expect(
      table.lines(width: 40).map { $0.render(color: true) } == [
        "  \u{1B}[2m名前\u{1B}[0m  \u{1B}[2mn\u{1B}[0m",
        "  \u{1B}[36m重み\u{1B}[0m  7",
      ])
  }

  @Test func emptyTables() {
    #expect(Table(columns: []).lines(width: 80).isEmpty)
    #expect(text(Table(columns: [.init("a"), .init("b")]), width: 80) == "  a  b")
  }

  @Test("lines fit the window wherever a wide character fits")
  func widthsHold() {
    let table = gradients(["配列", "形", "数値微分 numeric", "回数"])
    for width in 4...90 {
      for line in table.lines(width: width) { #expect(line.width <= width, "\(width)") }
    }
  }
}
