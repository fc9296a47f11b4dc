public import SourceText

/// What is wrong with a table, or with what is asked of it.
///
/// Texts in here come from the file as they are: show them only with control characters escaped.
public enum CSVError: Error, Equatable, Sendable {
  /// There is no cell in the text.
  case empty
  /// There is a header, but no row below it.
  case noRows
  /// There are more cells than this.
  case tooManyCells(limit: Int)
  /// The quote that begins here does not end.
  case unterminatedQuote(SourcePosition)
  /// Between a quoted cell's closing quote and the next separator something stands here.
  case textAfterQuote(SourcePosition)
  /// A row has another number of cells than the first one; it ends, or goes on, here.
  case raggedRow(SourcePosition, expected: Int, found: Int)
  /// The header names two columns alike, the second one here.
  case duplicateColumn(SourcePosition, name: String)
  /// There is no column of this name or number; the table has these.
  case noSuchColumn(String, known: [String])
  /// A column is chosen twice for the same side.
  case columnChosenTwice(String)
  /// No column is left for the inputs, or none is chosen.
  case noInputs
  /// No column is chosen for the targets.
  case noTargets
  /// A chosen column has an empty cell.
  case missingValue(SourcePosition, column: String)
  /// A cell in a column of numbers is none.
  case notANumber(SourcePosition, column: String, text: String)
  /// A number is NaN, infinite, or too large for a `Double`.
  case notFinite(SourcePosition, column: String, text: String)
  /// A column has too many different classes to be one-hot.
  case tooManyClasses(column: String, count: Int, limit: Int)
  /// The chosen columns would take more numbers than allowed.
  case tooManyElements(rows: Int, columns: Int, limit: Int)
}
