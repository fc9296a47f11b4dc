import ArrayFiles
import SourceText
import Testing

@Suite("Reading tables of comma-separated values")
struct CSVTableTests {
  /// All cells of a table, row by row.
  private func rows(_ table: CSVTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      table.columnNames.indices.map { table.text(row: row, column: $0) }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\r1,2\r", [["1", "2"]]),
    ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
    ("\n\n a , b \n\n 1 ,\t2\n\n", [["1", "2"]]),
    ("a,b\n1,2\n,\n , \n", [["1", "2"]]),
    ("a,b\n1,\n,2\n3,", [["1", ""], ["", "2"], ["3", ""]]),
    ("a,b\n\"1\",\"2\"", [["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\nz\", \" 2 \" \n", [["x, \"y\"\nz", " 2 "]]),
    ("a,b\n\"\"\"\",\"\"\n", [["\"", ""]]),
    ("a,b\n5\" wide,it's\n", [["5\" wide", "it's"]]),
    ("a;b\n1,5;2", [["1,5", "2"]]),
    ("a\tb\n1\t \n", [["1", ""]]),
    ("名前,値\n総入力,１\n", [["総入力", "１"]]),
  ])
  func cells(_ text: String, _ expected: [[String]]) throws {
    let table = try CSVTable(text)
    #expect(table.hasHeader)
    #expect(rows(table) == expected)
  }

  @Test("every table of awkward cells comes back, quoted in every way")
  func roundTrip() throws {
    let texts = ["", "1", "a", " a", "a,b", "\"", "\"\"", "a\nb", "\r\n", ";", "総", "é"]
    for left in texts {
      for right in texts {
        for separator in CSVTable.Separator.allCases {
          for end in ["", "\n", "\r\n"] {
            let quoted = [left, right].map {
              "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
            }
            let mark = String(Unicode.Scalar(separator.rawValue))
            let text = "x\(mark)y\n" + quoted.joined(separator: mark) + end
            #expect(rows(try CSVTable(text)) == [[left, right]], "\(text)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2", true, ["a", "b"]),
    ("1,2\n3,4", false, ["1", "2"]),
    ("5.1,setosa\n4.9,setosa", false, ["1", "2"]),
    ("nan,b\n1,2", false, ["1", "2"]),
    (",b\n1,2", true, ["1", "b"]),
    ("\"2\",\"b\"\n1,2", false, ["1", "2"]),
  ])
  func header(_ text: String, _ hasHeader: Bool, _ names: [String]) throws {
    let table = try CSVTable(text)
    #expect(table.hasHeader == hasHeader)
    #expect(table.columnNames == names)
    #expect(table.rowCount == (hasHeader ? 1 : 2))
  }

  @Test("the header can be stated")
  func statedHeader() throws {
    #expect(try CSVTable("1,2\n3,4", header: .present).columnNames == ["1", "2"])
    #expect(try CSVTable("a,b\nc,d", header: .absent).rowCount == 2)
  }

  @Test(
    arguments: [
      ("a,b;c,d\n1,2;3,4", .comma), ("a;b\n1,5;2", .semicolon), ("a\tb\n1\t2", .tab),
      ("\"a;b;c\",d\n1,2", .comma), ("a\n1,2", .comma), ("a;b,c\n1,2", .comma),
    ] as [(String, CSVTable.Separator)])
  func separator(_ text: String, _ expected: CSVTable.Separator) {
    do throws(CSVError) {
      #expect(try CSVTable(text).separator == expected)
    } catch {
      // Without the separator in the first row, the second one is wider.
      #expect(error == .raggedRow(.init(line: 2, column: 3), expected: 1, found: 2))
    }
  }

  @Test("the separator can be stated")
  func statedSeparator() throws {
    let table = try CSVTable("a,a;b,b\n1,1;2,2", separator: .semicolon)
    #expect(table.columnNames == ["a,a", "b,b"])
    #expect(rows(table) == [["1,1", "2,2"]])
  }

  @Test(
    arguments: [
      ("", .empty),
      ("\u{FEFF}", .empty),
      (" \n\r\n,,\n", .empty),
      ("a,b", .noRows),
      ("a,b\n", .noRows),
      ("a,b\n1,2\n1,2,3\n", .raggedRow(.init(line: 3, column: 5), expected: 2, found: 3)),
      ("a,b\r\n1,2\r\n\r\n1\r\n", .raggedRow(.init(line: 4, column: 2), expected: 2, found: 1)),
      ("あ,い\n総入力,１,2", .raggedRow(.init(line: 2, column: 7), expected: 2, found: 3)),
      ("a,b\n1,\"2\n3,4\n", .unterminatedQuote(.init(line: 2, column: 3))),
      ("a,b\n\"1\"x,2", .textAfterQuote(.init(line: 2, column: 4))),
      ("a,b,a\n1,2,3", .duplicateColumn(.init(line: 1, column: 5), name: "a")),
    ] as [(String, CSVError)])
  func errors(_ text: String, _ error: CSVError) {
    #expect(throws: error) { try CSVTable(text) }
  }

  @Test("a table with more cells than allowed")
  func limit() throws {
    #expect(throws: CSVError.tooManyCells(limit: 5)) {
      try CSVTable("a,b\n1,2\n3,4", limit: 5)
    }
    #expect(try CSVTable("a,b\n1,2\n3,4", limit: 6).rowCount == 2)
  }

  @Test("where a cell begins, after quoted line ends and double-width characters")
  func positions() throws {
    let table = try CSVTable("a,b\n\"総\r\n入\",  x\n1,2")
    #expect(table.position(row: 0, column: 1) == SourcePosition(line: 3, column: 6))
    #expect(table.position(row: 1, column: 1) == SourcePosition(line: 4, column: 3))
  }

  @Test("any bytes are a table or a typed error")
  func broken() {
    let text = Array("\u{FEFF}a,\"b\"\"\",c\r\n1,\"x\n\",-2e3\r\n\n4,5,nan".utf8)
    for index in text.indices {
      for value in Array("\",;\t\r\n 0a-".utf8) + [0, 0x80, 0xFF] {
        var broken = text
        broken[index] = value
        guard let table = try? CSVTable(String(decoding: broken, as: UTF8.self)) else { continue }
        _ = try? table.numbers()
        _ = try? table.numbers(inputs: ["1"], targets: ["-1"], coding: .oneHot)
      }
      let start = String(decoding: text.prefix(index), as: UTF8.self)
      _ = try? CSVTable(start).numbers()
    }
  }
}
