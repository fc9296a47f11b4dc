import SourceText

/// A text in which `«` and `»` mark the places where something is expected; marks may nest.
struct MarkedText {
  /// The text without its marks.
  var text = ""
  /// The marked ranges in order.
  var ranges: [SourceRange] = []

  init(_ marked: String) {
    var position = SourcePosition(line: 1, column: 1)
    var starts: [SourcePosition] = []
    for character in marked {
      switch character {
      case "«": starts.append(position)
      case "»": ranges.append(SourceRange(start: starts.removeLast(), end: position))
      default:
        text.append(character)
        if character.isNewline {
          position = SourcePosition(line: position.line + 1, column: 1)
        } else {
          position.column += 1
        }
      }
    }
  }
}
