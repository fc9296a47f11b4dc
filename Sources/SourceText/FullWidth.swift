/// Reading full-width input, as a Japanese input method leaves it, as its ASCII twin.
public enum FullWidth {
  /// The line as it is read: full-width forms (`１．５`, `（ ）`, `＝`, `、`, `×`, the ideographic
  /// space …) replaced by their ASCII twins, outside string literals and comments.
  ///
  ///     FullWidth.reading("ｕ＝ｘ＊Ｗ（１，２）")  // "u=x*W(1,2)"
  ///     FullWidth.reading("print('（笑）')")       // unchanged
  ///
  /// Each character is replaced by one character, so columns stay what they were.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  public static func reading(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
    let characters = Array(line)
    var result = ""
    var index = 0
    while index < characters.count {
      let twin = reading(characters[index])
      if twin == "#" {
        let comment = characters[(index + 1)...].prefix { $0 != "\n" }
        result.append(twin)
        result.append(contentsOf: comment)
        index += 1 + comment.count
      } else if twin == "'" || twin == "\"" {
        let string = StringLiteral(in: characters, at: index)
        result.append(contentsOf: string.reading)
        index = string.end
      } else {
        result.append(twin)
        index += 1
      }
    }
    return result
  }

  /// A string literal as it is read: its quotes as their ASCII twins, what they hold unchanged.
  private struct StringLiteral {
    var reading: [Character]
    var end: Int

    /// Reads a literal that begins at an index, up to its closing quote or, with single quotes, to
    /// the end of the line.
    init(in characters: [Character], at start: Int) {
      let quote = FullWidth.reading(characters[start])
      // A full-width quote is closed by either form; an ASCII one leaves the full-width form alone.
      let isWide = quote != characters[start]
      func closes(_ index: Int) -> Bool {
        index < characters.count
          && (characters[index] == quote
            || (isWide && FullWidth.reading(characters[index]) == quote))
      }
      let isTriple = closes(start + 1) && closes(start + 2)
      let length = isTriple ? 3 : 1
      reading = Array(repeating: quote, count: length)
      end = start + length
      while end < characters.count {
        if (0..<length).allSatisfy({ closes(end + $0) }) {
          reading += Array(repeating: quote, count: length)
          end += length
          return
        }
        if characters[end] == "\n", !isTriple { return }
        if characters[end] == "\\", end + 1 < characters.count {
          reading.append("\\")
          end += 1
        }
        reading.append(characters[end])
        end += 1
      }
    }
  }

  /// A character as it is read outside string literals and comments.
  public static func reading(_ character: Character) -> Character {
    character.isASCII ? character : asciiTwin(of: character) ?? character
  }

  /// The ASCII twin of a full-width character, or nil where it has none.
  static func asciiTwin(of character: Character) -> Character? {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return nil
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(scalar.value - 0xFEE0)!)
    case 0x3000, 0x00A0: return " "
    default: return otherTwins[character]
    }
  }

  /// Signs whose twin is not simply their half-width form.
  private static let otherTwins: [Character: Character] = [
    "、": ",", "。": ".", "・": ".", "×": "*", "÷": "/", "−": "-", "–": "-", "“": "\"", "”": "\"",
    "‘": "'", "’": "'", "「": "[", "」": "]", "【": "[", "】": "]", "￥": "\\",
  ]
}
