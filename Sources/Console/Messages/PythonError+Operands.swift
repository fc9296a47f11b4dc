import NumPyLanguage
import SourceText

extension PythonError {
  /// The arrays whose shapes do not go together, called as the program writes them; empty where
  /// the error is about something else, or where its parts are not known or too long to be names.
  var operandShapes: [NamedShape] {
    let shapes: [[Int]]
    switch detail {
    case .shapesNotAligned(let left, let right): shapes = [left, right]
    case .shapesDoNotBroadcast(let all): shapes = all
    default: return []
    }
    guard shapes.count == operands.count else { return [] }
    let texts = operands.compactMap { text(of: $0) }
    guard texts.count == shapes.count else { return [] }
    return zip(texts, shapes).map { NamedShape(name: $0, shape: $1) }
  }

  /// A part of a line of the program; nil where it spans lines or is longer than a name should be.
  private func text(of range: SourceRange) -> String? {
    guard range.start.line == range.end.line, let line = unit?.line(range.start.line) else {
      return nil
    }
    let length = range.end.column - range.start.column
    return length > 30 ? nil : String(line.dropFirst(range.start.column - 1).prefix(length))
  }
}
