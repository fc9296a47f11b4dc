/// What could stand at the cursor.
public struct CompletionList: Hashable, Sendable {
  /// The characters of the text that a candidate replaces; they end at the cursor.
  public var range: Range<Int>
  /// The candidates, in the order in which they are shown.
  public var candidates: [Completion]

  /// Makes a list from what is replaced and what with.
  public init(replacing range: Range<Int>, with candidates: [Completion]) {
    self.range = range
    self.candidates = candidates
  }

  /// The list without candidates.
  public static let none = CompletionList(replacing: 0..<0, with: [])

  /// What all candidates start with.
  ///
  ///     // forward, format
  ///     list.commonPrefix  // "for"
  var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    return candidates.dropFirst().reduce(into: first[...]) { prefix, candidate in
      var end = prefix.startIndex
      for character in candidate.text {
        guard end < prefix.endIndex, prefix[end] == character else { break }
        end = prefix.index(after: end)
      }
      prefix = prefix[..<end]
    }.description
  }
}

/// One candidate of a completion.
public struct Completion: Hashable, Sendable {
  /// What is put in place of the range.
  public var text: String
  /// One line about it, shown beside it; empty for none.
  public var summary: String
  /// What follows when it is the only one: a space, `=`, `/` …
  public var suffix: String

  /// Makes a candidate.
  public init(_ text: String, summary: String = "", suffix: String = " ") {
    self.text = text
    self.summary = summary
    self.suffix = suffix
  }
}
