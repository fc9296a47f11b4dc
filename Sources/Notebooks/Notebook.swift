/// A notebook of Jupyter (`.ipynb`, nbformat 4): its cells in order, without their outputs.
///
///     let notebook = try Notebook(bytes)
///     for cell in notebook.cells where cell.kind == .code {
///       run(cell.program.text, named: "cell \(cell.number)")
///     }
public struct Notebook: Hashable, Sendable {
  /// The bytes that a notebook may have at most.
  public static let sizeLimit = 1 << 28

  /// The cells, from the first to the last.
  public var cells: [Cell]

  /// A piece of a notebook.
  public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Kind: Hashable, Sendable {
      /// A part of a program.
      case code
      /// Prose.
      case markdown
      /// Neither; Jupyter shows it as it is.
      case raw
    }

    /// What it holds.
    public var kind: Kind
    /// Its place among the code cells that hold something, from 1: the number that Jupyter shows
    /// when all cells run in order. Cells of another kind, and empty ones, have the number 0.
    public var number: Int
    /// Its text; lines end in `\n`.
    public var text: String
    /// The line of the file at which its text begins, from 1. Where the file keeps every line of
    /// a cell in a line of its own, as Jupyter writes it, the others follow.
    public var line: Int
  }
}
