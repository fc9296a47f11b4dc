/// Composing letters with their marks: か + ゛ becomes が, as Unicode's NFC has it.
///
/// libedit edits by code point and has no room on the screen for a mark, so input is composed; a mark
/// that no letter takes in is dropped. What is composed: Latin, Greek, Cyrillic, kana and Korean.
enum ComposedText {
  /// The text with every letter composed.
  ///
  ///     ComposedText.composed("か\u{3099}")  // "が"
  static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    var result = String.UnicodeScalarView()
    for character in text { result.append(contentsOf: composed(character)) }
    return String(result)
  }

  /// The letter that a mark makes of another, or nil when there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var view = String.UnicodeScalarView()
    view.append(letter)
    view.append(mark)
    let text = String(view)
    return text.count == 1 ? letters[Character(text)] : nil
  }

  /// Whether a scalar stands on another and takes no room of its own.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    // Vowels and final consonants of a Korean syllable.
    default: return (0x1160...0x11FF).contains(scalar.value)
    }
  }

  private static func composed(_ character: Character) -> [Unicode.Scalar] {
    let scalars = Array(character.unicodeScalars)
    if scalars.count == 1 { return isMark(scalars[0]) ? [] : scalars }
    if let letter = letters[character] { return [letter] }
    // A letter with two marks may take in the first one only.
    return scalars.dropFirst().reduce(into: isMark(scalars[0]) ? [] : [scalars[0]]) {
      result, next in
      if !isMark(next) {
        result.append(next)
      } else if let last = result.last, let letter = Self.composed(last, next) {
        result[result.count - 1] = letter
      }
    }
  }

  /// Composed letters by what they are canonically equal to, which is how `Character` compares.
  private static let letters: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1FFF, 0x3041...0x30FF, 0xAC00...0xD7A3,
    ]
    var letters: [Character: Unicode.Scalar] = [:]
    letters.reserveCapacity(14_000)
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), !isMark(scalar) else { continue }
      letters[Character(scalar)] = scalar
    }
    return letters
  }()
}
