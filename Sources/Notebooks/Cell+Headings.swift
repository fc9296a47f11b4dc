import SourceText

extension Notebook.Cell {
  /// A heading of a markdown cell.
  public struct Heading: Hashable, Sendable {
    /// 1 for `#`, up to 6.
    public var level: Int
    /// Its text, without the signs around it.
    public var text: String
  }

  /// Whether there is nothing but spaces in it.
  public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The headings that a markdown cell holds, as captions of what follows: lines that begin with
  /// one to six `#` and a space, but not those within a fence of code. Empty for other cells.
  public var headings: [Heading] {
    guard kind == .markdown else { return [] }
    var headings: [Heading] = []
    var fence: Substring?
    for line in text.split(separator: "\n") {
      let content = line.drop { $0 == " " }
      let mark = content.prefix { $0 == content.first }
      if mark.count >= 3, mark.first == "`" || mark.first == "~" {
        if let open = fence {
          // A fence is closed by one of the same sign that is at least as long.
          if mark.first == open.first, mark.count >= open.count { fence = nil }
        } else {
          fence = mark
        }
        continue
      }
      guard fence == nil, mark.first == "#", mark.count <= 6 else { continue }
      let rest = content.dropFirst(mark.count)
      guard rest.first == " " || rest.first == "\t" else { continue }
      if let text = Self.title(rest) { headings.append(Heading(level: mark.count, text: text)) }
    }
    return headings
  }

  /// A heading's text, without spaces around it and `#` after it; nil where there is none.
  private static func title(_ text: Substring) -> String? {
    let whole = text.trimmed
    var title = whole
    while title.last == "#" { title.removeLast() }
    if title.count < whole.count, !title.isEmpty, title.last != " " { title = whole }
    let result = title.trimmed
    return result.isEmpty ? nil : result
  }
}
