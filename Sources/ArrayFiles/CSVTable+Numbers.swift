extension CSVTable {
  /// How the classes of a column become numbers.
  public enum ClassCoding: Sendable {
    /// A column of text becomes one-hot; a column of numbers stays as it is.
    case automatic
    /// One-hot, also where the classes are numbers: one column for each class, 1 for the class of
    /// the row and 0 for every other.
    case oneHot
    /// The place of the class among all, from 0, in one column: 0 or 1 where there are two classes.
    case index
  }

  /// The most classes that a column may have.
  public static let maximumClassCount = 1000
  /// The most numbers that may be chosen: those of 1 GiB.
  public static let maximumElementCount = 1 << 27

  /// The inputs and targets of a network, as numbers.
  ///
  /// A column is one of numbers when its first cell that is not empty is a number; then every cell
  /// must be one. Any other column holds classes.
  ///
  /// - Parameters:
  ///   - inputs: The columns of the inputs, as ``columnIndices(_:)`` reads them; by default all that
  ///     are not targets.
  ///   - targets: The columns of the targets; by default the last one.
  ///   - coding: How the targets' classes become numbers. Those of inputs are always one-hot.
  /// - Throws: Which column is not there, or which cell is not what its column asks for.
  /// - Complexity: O(*n* · log *c*) for *n* cells and numbers and *c* classes.
  public func numbers(
    inputs: [String]? = nil, targets: [String]? = nil, coding: ClassCoding = .automatic
  ) throws(CSVError) -> (inputs: NumericColumns, targets: NumericColumns) {
    let targetIndices = try targets.map(columnIndices) ?? [columnNames.count - 1]
    guard !targetIndices.isEmpty else { throw .noTargets }
    let inputIndices =
      try inputs.map(columnIndices)
      ?? columnNames.indices.filter { !targetIndices.contains($0) }
    guard !inputIndices.isEmpty else { throw .noInputs }
    return (
      try numbers(columns: inputIndices, coding: .automatic),
      try numbers(columns: targetIndices, coding: coding)
    )
  }

  /// The columns, counted from 0, that are meant.
  ///
  /// Each reference is the name of a column, its number from 1 (from the end if negative: `-1` is
  /// the last one), or a range of numbers such as `1-4`. A name that looks like a number goes first.
  ///
  /// - Throws: ``CSVError/noSuchColumn(_:known:)`` or ``CSVError/columnChosenTwice(_:)``.
  public func columnIndices(_ references: [String]) throws(CSVError) -> [Int] {
    var indices: [Int] = []
    for reference in references {
      guard let range = columnRange(reference) else {
        throw .noSuchColumn(reference, known: columnNames)
      }
      for index in range {
        if indices.contains(index) { throw .columnChosenTwice(columnNames[index]) }
        indices.append(index)
      }
    }
    return indices
  }

  private func columnRange(_ reference: String) -> ClosedRange<Int>? {
    if let index = columnNames.firstIndex(of: reference) { return index...index }
    let numbers = 1...columnNames.count
    if let number = Int(reference) {
      let (fromStart, overflow) =
        number < 0 ? number.addingReportingOverflow(columnNames.count + 1) : (number, false)
      return !overflow && numbers.contains(fromStart) ? fromStart - 1...fromStart - 1 : nil
    }
    let ends = reference.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    guard ends.count == 2, ends[0] <= ends[1], ends.allSatisfy(numbers.contains) else { return nil }
    return ends[0] - 1...ends[1] - 1
  }

  /// These columns, counted from 0, as numbers.
  ///
  /// - Precondition: There are such columns.
  /// - Throws: Which cell is not what its column asks for.
  func numbers(columns: [Int], coding: ClassCoding) throws(CSVError) -> NumericColumns {
    var names: [String] = []
    var classColumns: [NumericColumns.ClassColumn] = []
    var parts: [(members: [Int]?, numbers: [Double], width: Int)] = []
    for column in columns {
      let name = columnNames[column]
      if coding == .automatic, isNumeric(column) {
        parts.append((nil, try numbers(column: column), 1))
        names.append(name)
        continue
      }
      let (classes, members) = try classes(column: column)
      let width = coding == .index ? 1 : classes.count
      classColumns.append(
        .init(name: name, classes: classes, places: names.count..<names.count + width))
      names += coding == .index ? [name] : classes.map { "\(name)=\($0)" }
      parts.append((members, [], width))
    }
    let (count, overflow) = rowCount.multipliedReportingOverflow(by: names.count)
    guard !overflow, count <= Self.maximumElementCount else {
      throw .tooManyElements(
        rows: rowCount, columns: names.count, limit: Self.maximumElementCount)
    }

    var elements = [Double](repeating: 0, count: count)
    var place = 0
    for part in parts {
      for row in 0..<rowCount {
        let start = row * names.count + place
        switch part.members {
        case let members? where coding == .index: elements[start] = Double(members[row])
        case let members?: elements[start + members[row]] = 1
        case nil: elements[start] = part.numbers[row]
        }
      }
      place += part.width
    }
    return NumericColumns(
      rowCount: rowCount, names: names, elements: elements, classColumns: classColumns)
  }

  /// Whether the first cell of a column that is not empty is a number; also if all are empty.
  func isNumeric(_ column: Int) -> Bool {
    for row in 0..<rowCount {
      switch cell(row: row, column: column).content {
      case .missing: continue
      case .number, .notFinite: return true
      case .text: return false
      }
    }
    return true
  }

  /// The cells of a column of numbers.
  private func numbers(column: Int) throws(CSVError) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount { numbers.append(try number(row: row, column: column)) }
    return numbers
  }

  private func number(row: Int, column: Int) throws(CSVError) -> Double {
    let cell = cell(row: row, column: column)
    let name = columnNames[column]
    switch cell.content {
    case .number(let number): return number
    case .missing: throw .missingValue(position(row: row, column: column), column: name)
    case .notFinite:
      throw .notFinite(position(row: row, column: column), column: name, text: cell.text)
    case .text:
      throw .notANumber(position(row: row, column: column), column: name, text: cell.text)
    }
  }

  /// The sorted classes of a column and the place of each row's class among them.
  private func classes(
    column: Int
  ) throws(CSVError) -> (classes: [String], members: [Int]) {
    if isNumeric(column) {
      let numbers = try numbers(column: column)
      let (values, members) = sortedClasses(of: numbers)
      // The class is called as the table writes it first.
      var names = [String?](repeating: nil, count: values.count)
      for (row, member) in members.enumerated() where names[member] == nil {
        names[member] = text(row: row, column: column)
      }
      try checkClassCount(values.count, column: column)
      return (names.map { $0 ?? "" }, members)
    }
    var texts: [String] = []
    texts.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let text = text(row: row, column: column)
      if text.isEmpty {
        throw .missingValue(position(row: row, column: column), column: columnNames[column])
      }
      texts.append(text)
    }
    let (classes, members) = sortedClasses(of: texts)
    try checkClassCount(classes.count, column: column)
    return (classes, members)
  }

  private func checkClassCount(_ count: Int, column: Int) throws(CSVError) {
    guard count <= Self.maximumClassCount else {
      throw .tooManyClasses(
        column: columnNames[column], count: count, limit: Self.maximumClassCount)
    }
  }
}

/// The different values, sorted, and the place of each value among them.
private func sortedClasses<Value: Hashable & Comparable>(
  of values: [Value]
) -> (classes: [Value], members: [Int]) {
  let classes = Set(values).sorted()
  let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
  return (classes, values.map { places[$0, default: 0] })
}
