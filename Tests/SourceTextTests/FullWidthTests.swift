import SourceText
import Testing

@Suite("Full-width input is read as its ASCII twin")
struct FullWidthTests {
  @Test(arguments: [
    ("layers ３ ５:ｒｅｌｕ", "layers 3 5:relu"),
    ("ｕ＝ｎｐ．ｄｏｔ（ｘ，Ｗ）＋ｂ", "u=np.dot(x,W)+b"),
    ("forward　１　２、３", "forward 1 2,3"),
    ("2×3÷4−1", "2*3/4-1"),
    ("print('（笑）')", "print('（笑）')"),
    ("x ＝ “１”", "x = \"１\""),
    ("forward １ ＃ （メモ）", "forward 1 # （メモ）"),
    ("'a\\'（' （", "'a\\'（' ("),
    ("総入力", "総入力"),
    ("", ""),
  ])
  func reading(_ line: String, _ expected: String) {
    #expect(FullWidth.reading(line) == expected)
  }

  @Test("columns stay what they were")
  func columns() {
    let line = "ｘ＝（１、２）×３ 'あ（' ＃ 、"
    #expect(FullWidth.reading(line).count == line.count)
  }
}
