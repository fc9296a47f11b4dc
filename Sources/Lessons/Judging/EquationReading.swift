import SourceText

/// Reads `dE/dy = y - d`: an equation whose left side is no name is meant by its right side.
enum EquationReading {
  /// The right side of a line with one equals sign; nil for other texts.
  ///
  ///     EquationReading.rightSide(of: "∂E/∂y = y - d")  // "y - d"
  ///     EquationReading.rightSide(of: "= 20")           // "20"
  static func rightSide(of text: String) -> String? {
    guard !text.contains(where: \.isNewline) else { return nil }
    let characters = Array(text)
    let places = characters.indices.filter { characters[$0] == "=" }
    guard places.count == 1, let place = places.first else { return nil }
    if place > 0, "<>!+-*/@%&|^~".contains(characters[place - 1]) { return nil }
    // In a bracket it names an argument: `np.sum(g, axis=0`.
    let opened = characters[..<place].count { "([{".contains($0) }
    guard opened == characters[..<place].count(where: { ")]}".contains($0) }) else { return nil }
    let right = String(characters[(place + 1)...]).trimmed
    return right.isEmpty ? nil : right
  }
}
