/// Finding the name that somebody probably meant.
public enum Spelling {
  /// The known names that are close to a misspelt one, best first, at most three.
  ///
  /// A name is close when at most one edit in three characters (and always one) leads to it; an
  /// edit inserts, deletes or replaces a character or swaps two neighbours
  /// (Damerau–Levenshtein distance in its optimal-string-alignment form). Case is ignored.
  ///
  ///     Spelling.suggestions(for: "forwrad", among: ["forward", "backward"])  // ["forward"]
  ///
  /// - Complexity: O(*n* · *m*²) for *n* names of length *m*; names over 64 characters are skipped.
  public static func suggestions(
    for name: String, among known: some Sequence<String>
  ) -> [String] {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for candidate in known where candidate.count <= 64 {
      let distance = editDistance(wanted, Array(candidate.lowercased()))
      if distance <= limit, distance < max(wanted.count, candidate.count) {
        found.append((distance, candidate))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    // A name that is known twice is named once.
    var names: [String] = []
    for (_, name) in found where names.last != name { names.append(name) }
    return Array(names.prefix(3))
  }

  /// The number of edits between two names: insert, delete, replace, swap neighbours.
  static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for i in 1...left.count {
      current[0] = i
      for j in 1...right.count {
        let replace = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        current[j] = min(replace, last[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
