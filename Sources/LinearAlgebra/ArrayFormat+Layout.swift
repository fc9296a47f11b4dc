extension ArrayFormat {
  /// The bracketed lines of an array.
  ///
  /// Rows wrap where they would pass the line width, deeper dimensions are set apart by one more
  /// empty line each, and an array over the threshold shows the edges of each dimension.
  func layout(
    _ shape: [Int], separator: String, prefix: String, suffix: String, words: Words
  ) -> String {
    let count = shape.reduce(1, *)
    if count == 0 { return "[]" }
    let isSummary = count > threshold
    let layout = Layout(
      shape: shape, isSummary: isSummary, edgeItems: edgeItems, separator: separator,
      word: words(isSummary ? Layout.edges(shape, edgeItems: edgeItems) : Array(0..<count)))
    return layout.text(
      axis: 0, offset: 0, indent: " " + String(repeating: " ", count: prefix.count),
      width: lineWidth - suffix.count)
  }

  /// `array(…)`, with shape and dtype where the elements do not tell them.
  func repr(shape: [Int], type: String, words: Words) -> String {
    let prefix = "array("
    let count = shape.reduce(1, *)
    let body =
      shape.isEmpty
      ? words([0])(0)
      : layout(shape, separator: ", ", prefix: prefix, suffix: ")", words: words)
    var extras: [String] = []
    if (count == 0 && shape != [0]) || count > threshold {
      extras.append("shape=\(ArrayFormat.tuple(shape))")
    }
    if count == 0 { extras.append("dtype=\(type)") }
    if extras.isEmpty { return prefix + body + ")" }
    let text = prefix + body + ","
    let extra = extras.joined(separator: ", ") + ")"
    let lastLine = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let fits = lastLine.count + extra.count + 1 <= lineWidth
    return text + (fits ? " " : "\n" + String(repeating: " ", count: prefix.count)) + extra
  }

  /// A shape as Python writes a tuple: `()`, `(3,)`, `(2, 3)`.
  public static func tuple(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}

/// The bracketing and wrapping of one array.
private struct Layout {
  let shape: [Int]
  let isSummary: Bool
  let edgeItems: Int
  let separator: String
  let word: (Int) -> String

  private var trimmedSeparator: String { separator == ", " ? "," : "" }

  /// The flat indices that a summary shows, in order.
  static func edges(_ shape: [Int], edgeItems: Int) -> [Int] {
    var indices = [0]
    for length in shape {
      let kept =
        length > 2 * edgeItems
        ? Array(0..<edgeItems) + Array(length - edgeItems..<length) : Array(0..<length)
      indices = indices.flatMap { base in kept.map { base * length + $0 } }
    }
    return indices
  }

  /// The text of the sub-array at a flat offset, counted in sub-arrays of its own shape.
  func text(axis: Int, offset: Int, indent: String, width: Int) -> String {
    if axis == shape.count { return word(offset) }
    let length = shape[axis]
    let isCut = isSummary && length > 2 * edgeItems
    let leading = isCut ? 0..<edgeItems : 0..<0
    let trailing = isCut ? length - edgeItems..<length : 0..<length
    var parts = leading.map { Optional($0) }
    if isCut { parts.append(nil) }
    parts += trailing.map { Optional($0) }
    let body =
      axis == shape.count - 1
      ? row(parts, offset: offset * length, indent: indent, width: width)
      : block(parts, axis: axis, offset: offset * length, indent: indent, width: width)
    return "[" + body.dropFirst(indent.count) + "]"
  }

  /// Sub-arrays under each other.
  private func block(_ parts: [Int?], axis: Int, offset: Int, indent: String, width: Int) -> String
  {
    let newLines = String(repeating: "\n", count: shape.count - axis - 1)
    return parts.map { part in
      guard let part else { return indent + "..." }
      let nested = text(
        axis: axis + 1, offset: offset + part, indent: indent + " ", width: width - 1)
      return indent + nested
    }.joined(separator: trimmedSeparator + newLines)
  }

  /// Elements beside each other, wrapped.
  private func row(_ parts: [Int?], offset: Int, indent: String, width: Int) -> String {
    let width = width - 1
    var done = ""
    var line = indent
    var length = indent.count
    for (position, part) in parts.enumerated() {
      let word = part.map { self.word(offset + $0) } ?? "..."
      let wordLength = word.utf8.count
      if length + wordLength > width, length > indent.count {
        while line.last == " " { line.removeLast() }
        done += line + "\n"
        line = indent
        length = indent.count
      }
      line += word
      length += wordLength
      if position < parts.count - 1 {
        line += separator
        length += separator.count
      }
    }
    return done + line
  }
}
