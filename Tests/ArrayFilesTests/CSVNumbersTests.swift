import ArrayFiles
import SourceText
import Testing

@Suite("Columns of a table as inputs and targets")
struct CSVNumbersTests {
  static let flowers = """
    length,width,kind,count
    5.1,3.5,setosa,1
    7.0,-3.2,versicolor,10
    6.3,.5e1,setosa,2
    """

  @Test("the last column is the target unless told")
  func byDefault() throws {
    let data = try CSVTable("a,b,y\n1,2,3\n4,5,6").numbers()
    #expect(data.inputs.names == ["a", "b"])
    #expect(data.inputs.elements == [1, 2, 4, 5])
    #expect(data.targets.names == ["y"])
    #expect(data.targets.elements == [3, 6])
    #expect(data.targets.rowCount == 2 && data.targets.classNames == nil)
  }

  @Test("a text column becomes one-hot, its classes sorted")
  func oneHot() throws {
    let data = try CSVTable("x,kind\n1,b\n2,a\n3,c\n4,b").numbers()
    #expect(data.targets.names == ["kind=a", "kind=b", "kind=c"])
    #expect(data.targets.elements == [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0])
    #expect(data.targets.classNames == ["a", "b", "c"])
  }

  @Test("a text column between numbers, in the inputs")
  func mixedInputs() throws {
    let data = try CSVTable(Self.flowers).numbers(targets: ["count"])
    #expect(data.inputs.names == ["length", "width", "kind=setosa", "kind=versicolor"])
    #expect(data.inputs.elements == [5.1, 3.5, 1, 0, 7, -3.2, 0, 1, 6.3, 5, 1, 0])
    #expect(data.inputs.classColumns.map(\.places) == [2..<4])
    #expect(data.inputs.classNames == nil)
    #expect(data.targets.elements == [1, 10, 2])
  }

  @Test("classes that are numbers, sorted by value")
  func numericClasses() throws {
    let table = try CSVTable("x,digit\n1,10\n2,9\n3,10.0\n4,-1")
    let oneHot = try table.numbers(coding: .oneHot).targets
    #expect(oneHot.names == ["digit=-1", "digit=9", "digit=10"])
    #expect(oneHot.elements == [0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0])
    let index = try table.numbers(coding: .index).targets
    #expect(index.names == ["digit"] && index.elements == [2, 1, 2, 0])
    #expect(index.classNames == ["-1", "9", "10"])
  }

  @Test("two classes as 0 and 1")
  func binary() throws {
    let targets = try CSVTable("x,y\n1,yes\n2,no").numbers(coding: .index).targets
    #expect(targets.names == ["y"] && targets.elements == [1, 0])
    #expect(targets.classNames == ["no", "yes"])
  }

  @Test(arguments: [
    (["length"], [0]), (["count", "length"], [3, 0]), (["1"], [0]), (["4"], [3]), (["-1"], [3]),
    (["-4"], [0]), (["1-3"], [0, 1, 2]), (["2-2", "kind"], [1, 2]), ([], []),
  ])
  func references(_ references: [String], _ indices: [Int]) throws {
    #expect(try CSVTable(Self.flowers).columnIndices(references) == indices)
  }

  @Test(arguments: [
    "0", "5", "-5", "x", "", "-", "1-", "-1-2", "3-1", "1-5", "1-2-3", "\(Int.min)", "\(Int.max)",
    "99999999999999999999", "１",
  ])
  func noSuchColumn(_ reference: String) throws {
    let table = try CSVTable(Self.flowers)
    #expect(throws: CSVError.noSuchColumn(reference, known: table.columnNames)) {
      try table.columnIndices([reference])
    }
  }

  @Test("a name that looks like a number is the name")
  func nameBeforeNumber() throws {
    #expect(try CSVTable("2,1\n3,4", header: .present).columnIndices(["1"]) == [1])
  }

  @Test(
    arguments: [
      ("x,y\n1,2\n,3", .missingValue(.init(line: 3, column: 1), column: "x")),
      ("x,y\n1,2\n\" \",3", .missingValue(.init(line: 3, column: 1), column: "x")),
      ("x,y\n1,a\n2,", .missingValue(.init(line: 3, column: 3), column: "y")),
      ("x,y\n1,2\n  abc,3", .notANumber(.init(line: 3, column: 3), column: "x", text: "abc")),
      ("x,y\n1,2\n3,\"1,000\"", .notANumber(.init(line: 3, column: 3), column: "y", text: "1,000")),
      ("x,y\n1,2\n0x10,3", .notANumber(.init(line: 3, column: 1), column: "x", text: "0x10")),
      ("x,y\n1,2\n1e,3", .notANumber(.init(line: 3, column: 1), column: "x", text: "1e")),
      ("x,y\nnan,2", .notFinite(.init(line: 2, column: 1), column: "x", text: "nan")),
      ("x,y\n1,2\n-Inf,2", .notFinite(.init(line: 3, column: 1), column: "x", text: "-Inf")),
      ("x,y\n1e999,2", .notFinite(.init(line: 2, column: 1), column: "x", text: "1e999")),
      ("x\n1", .noInputs),
    ] as [(String, CSVError)])
  func errors(_ text: String, _ error: CSVError) throws {
    let table = try CSVTable(text)
    #expect(throws: error) { try table.numbers() }
  }

  @Test("a choice of columns that cannot be")
  func choices() throws {
    let table = try CSVTable(Self.flowers)
    #expect(throws: CSVError.noTargets) { try table.numbers(targets: []) }
    #expect(throws: CSVError.noInputs) { try table.numbers(inputs: []) }
    #expect(throws: CSVError.columnChosenTwice("width")) { try table.columnIndices(["1-3", "2"]) }
  }

  @Test("a broken column that is not chosen does no harm")
  func notChosen() throws {
    let data = try CSVTable("id,x,y\n,1,2\nz,3,4").numbers(inputs: ["x"])
    #expect(data.inputs.elements == [1, 3])
  }

  @Test("a column of names is not made one-hot without end")
  func tooManyClasses() throws {
    let text = "x,name\n" + (0...1000).map { "1,n\($0)\n" }.joined()
    #expect(throws: CSVError.tooManyClasses(column: "name", count: 1001, limit: 1000)) {
      try CSVTable(text).numbers()
    }
  }

  @Test("numbers are read to the last bit")
  func exactNumbers() throws {
    let numbers = [0.1, 1.0 / 3, 0x1p-1074, 1.7976931348623157e308, -0.0, 123_456_789_012_345_680]
    let text = "x,y\n" + numbers.map { "\($0),0\n" }.joined()
    let read = try CSVTable(text).numbers().inputs.elements
    #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test("many columns of classes are not made one-hot without end")
  func tooManyElements() throws {
    let rows = (0..<1000).map { Array(repeating: "n\($0)", count: 140).joined(separator: ",") }
    let table = try CSVTable(rows.joined(separator: "\n"), header: .absent)
    #expect(
      throws: CSVError.tooManyElements(rows: 1000, columns: 139_000, limit: 134_217_728)
    ) {
      try table.numbers()
    }
  }
}
