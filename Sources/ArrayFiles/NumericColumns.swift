/// Columns of a table as numbers, for the inputs or the targets of a network.
public struct NumericColumns: Equatable, Sendable {
  /// A column of the table whose cells are classes.
  public struct ClassColumn: Equatable, Sendable {
    /// The name of the column.
    public var name: String
    /// Its classes, sorted: texts by Unicode, numbers by value. Thereby the same classes get the
    /// same numbers whatever the order of the rows.
    public var classes: [String]
    /// Where the column's numbers stand among `names`: one place for each class if one-hot.
    public var places: Range<Int>
  }

  /// The number of rows.
  public var rowCount: Int
  /// The name of each column of numbers. A class that is one-hot is called `kind=setosa`.
  public var names: [String]
  /// The numbers in row-major order, shape (`rowCount`, `names.count`).
  public var elements: [Double]
  /// The columns of the table whose cells are classes.
  public var classColumns: [ClassColumn]

  /// The classes where the numbers are one class column and nothing else, else nil.
  public var classNames: [String]? {
    guard classColumns.count == 1, classColumns[0].places == names.indices else { return nil }
    return classColumns[0].classes
  }
}
