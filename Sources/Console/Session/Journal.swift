/// The lines that led to a state, with the seeds that were chosen.
///
/// Every state that can be undone has its own; they share all but their last lines, so that adding
/// a line to one of a thousand does not copy the thousand.
struct Journal: Sendable {
  /// How many lines are copied at most when one is added to a journal that others share.
  private static let partLength = 128

  /// The lines in parts, all full but the last.
  private var parts: [[String]] = []
  /// How many lines there are.
  private(set) var count = 0

  /// All lines.
  var lines: [String] { Array(parts.joined()) }

  /// Adds a line.
  mutating func append(_ line: String) {
    if parts.isEmpty || parts[parts.count - 1].count == Self.partLength { parts.append([]) }
    parts[parts.count - 1].append(line)
    count += 1
  }

  /// The lines that were added since an earlier state, or nil where this does not come after it.
  ///
  /// - Complexity: O(count / 128) where the two share their lines.
  func lines(since earlier: Journal) -> [String]? {
    guard count >= earlier.count else { return nil }
    let full = earlier.count / Self.partLength
    // Parts that are the same in memory are equal without a look at their lines.
    guard parts[..<full] == earlier.parts[..<full] else { return nil }
    let rest = Array(parts[full...].joined())
    let earlierRest = earlier.parts[full...].joined()
    return rest.starts(with: earlierRest)
      ? Array(rest.dropFirst(earlier.count % Self.partLength)) : nil
  }
}
