import Console
import Foundation
import Localization
import Testing

/// Files that `data load` cannot take: what is said, where, and that nothing changes.
@Suite("Data that cannot be loaded")
struct BadDataTests {
  /// A file's bytes, and what is said of it in English and Japanese.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let english: String
    let japanese: String

    init(_ name: String, _ text: String, _ english: String, _ japanese: String) {
      self.init(name, Array(text.utf8), english, japanese)
    }

    init(_ name: String, _ bytes: [UInt8], _ english: String, _ japanese: String) {
      (testDescription, self.bytes, self.english, self.japanese) = (name, bytes, english, japanese)
    }
  }

  static let cases = [
    Case(
      "a row too short", "a,b,c\n1,2,3\n4,5\n",
      "f.csv:3:4: this row has 2 cells, the first one has 3", "f.csv:3:4: この行は 2 列ですが、最初の行は 3 列です"),
    Case(
      "a row too long", "1,2\n3,4,5\n", "f.csv:2:5: this row has 3 cells, the first one has 2",
      "f.csv:2:5: この行は 3 列ですが、最初の行は 2 列です"),
    Case(
      "a NUL", "a,b\n1,2\n3,\0\n", "f.csv:3:3: the column 'b' holds numbers, got '\u{FFFD}'",
      "f.csv:3:3: 列 'b' は数ですが、'\u{FFFD}' がありました"),
    Case(
      "bytes that are no UTF-8", Array("a,b\n1,2\n3,".utf8) + [0xFF, 0xFE, 0x0A],
      "cannot read f.csv: byte 10 is not UTF-8", "f.csv を読めません: 10 バイト目が UTF-8 ではありません"),
    Case(
      "UTF-16", [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0],
      "cannot read f.csv: byte 0 is not UTF-8", "f.csv を読めません: 0 バイト目が UTF-8 ではありません"),
    Case(
      "half a character at the end", Array("a,b\n1,".utf8) + [0xE7, 0xB7],
      "cannot read f.csv: byte 6 is not UTF-8", "f.csv を読めません: 6 バイト目が UTF-8 ではありません"),
    Case(
      "an escape sequence", "a,b\n2,3\n1,\u{1B}[2J\n",
      "f.csv:3:3: the column 'b' holds numbers, got '\u{FFFD}[2J'",
      "f.csv:3:3: 列 'b' は数ですが、'\u{FFFD}[2J' がありました"),
    Case(
      "NaN", "a,b\n1,nan\n", "f.csv:2:3: the column 'b' has 'nan', which is not finite",
      "f.csv:2:3: 列 'b' に有限でない数 'nan' がありました"),
    Case(
      "a number too large", "a,b\n1,1e999\n",
      "f.csv:2:3: the column 'b' has '1e999', which is not finite",
      "f.csv:2:3: 列 'b' に有限でない数 '1e999' がありました"),
    Case(
      "a word among numbers", "x,y\n1,2\n3,z\n",
      "f.csv:3:3: the column 'y' holds numbers, got 'z'", "f.csv:3:3: 列 'y' は数ですが、'z' がありました"),
    Case(
      "a hole", "a,b\n1,\n2,3\n", "f.csv:2:3: a value of the column 'b' is missing",
      "f.csv:2:3: 列 'b' の値がありません"),
    Case("nothing", "", "f.csv: there is no data in it", "f.csv: データがありません"),
    Case(
      "a header only", "a,b\n", "f.csv: there is no row below the header", "f.csv: 見出しの下に行がありません"),
    Case(
      "one column", "a\n1\n2\n", "f.csv: no column is left for the inputs", "f.csv: 入力の列がありません"),
    Case(
      "a quote left open", "\"a,b\n1,2\n", "f.csv:1:1: this quote is never closed",
      "f.csv:1:1: この引用符が閉じられていません"),
    Case(
      "a name twice", "a,a\n1,2\n", "f.csv:1:3: the column name 'a' occurs twice",
      "f.csv:1:3: 列の名前 'a' が二度出てきます"),
  ]

  @Test(
    "say what is wrong and where, in both languages, and leave everything as it was",
    arguments: cases)
  func bad(_ bad: Case) throws {
    try withTemporaryFolder { folder in
      try Data(bad.bytes).write(to: URL(filePath: folder + "/f.csv"))
      for (language, message) in [(Language.en, bad.english), (.ja, bad.japanese)] {
        let console = TestConsole(language: language, folder: folder)
        console.run("data make linear 2 3 n=5 seed=1")
        let before = console.output(of: "data show")
        let said = console.output(of: "data load f.csv")
        #expect(said.split(separator: "\n").first.map(String.init) == message)
        #expect(!said.contains("\u{1B}") && !said.contains("\0"))
        #expect(console.output(of: "data show") == before)
      }
    }
  }

  @Test("a folder, no file at all, and a name that cannot be")
  func names() throws {
    try withTemporaryFolder { folder in
      let console = TestConsole(folder: folder)
      try FileManager.default.createDirectory(
        atPath: folder + "/f.csv", withIntermediateDirectories: true)
      #expect(console.output(of: "data load f.csv").hasPrefix("cannot read f.csv: it is a folder"))
      #expect(
        console.output(of: "data load g.csv").hasPrefix("cannot read g.csv: there is no such file"))
      let long = String(repeating: "x", count: 10_000)
      #expect(console.output(of: "data load \(long)").hasPrefix("cannot read"))
      #expect(console.output(of: "data load \"a\0b\"").contains("cannot read"))
    }
  }

  @Test("a byte order mark, Windows line ends and a last line without one are no mistakes")
  func harmless() throws {
    try withTemporaryFolder { folder in
      try Data([0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,2\r\n3,4".utf8))
        .write(to: URL(filePath: folder + "/f.csv"))
      let console = TestConsole(folder: folder)
      #expect(
        console.output(of: "data load f.csv")
          == """
          data f.csv: 2 samples · 1 input · 1 target
            sample  a  b
                 0  1  2
                 1  3  4

          """)
    }
  }
}
