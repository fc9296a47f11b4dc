/// A line at one moment: its scalars, and how many of them stand before the cursor.
struct LineState: Hashable, Sendable {
  var scalars: [Unicode.Scalar]
  var cursor: Int

  /// Makes a line with the cursor at its end, or elsewhere.
  init(_ scalars: [Unicode.Scalar] = [], cursor: Int? = nil) {
    self.scalars = scalars
    self.cursor = cursor ?? scalars.count
  }

  /// Makes a line of a text, whose newlines become marks.
  init(text: String) {
    let composed = ComposedText.composed(text)
    self.init(composed.unicodeScalars.map { $0 == "\n" ? NewlineMark.scalar : $0 })
  }

  /// The text, in which marks are newlines again.
  var text: String { Self.text(scalars[...]) }
  /// The text as it is shown, with marks for newlines.
  var markedText: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
  /// The text before the cursor.
  var textBeforeCursor: String { Self.text(scalars[..<cursor]) }
  /// The text from the cursor on.
  var textAfterCursor: String { Self.text(scalars[cursor...]) }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar == NewlineMark.scalar ? "\n" : scalar) }
    return String(view)
  }
}

/// The sign that stands for a newline while a statement of several lines is edited as one.
enum NewlineMark {
  static let scalar: Unicode.Scalar = "⏎"
}
