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
    var result = ""
    var quote: Character?
    var quoteIsWide = false
    var escaped = false
    var inComment = false
    for character in line {
      if inComment {
        result.append(character)
        inComment = character != "\n"
        continue
      }
      if let open = quote {
        if quoteIsWide, asciiTwin(of: character) == open {
          result.append(open)
          quote = nil
          continue
        }
        result.append(character)
        if escaped {
          escaped = false
        } else if character == "\\" {
          escaped = true
        } else if character == open || character == "\n" {
          quote = nil
        }
        continue
      }
      let twin = asciiTwin(of: character) ?? character
      if twin == "'" || twin == "\"" { (quote, quoteIsWide) = (twin, twin != character) }
      if twin == "#" { inComment = true }
      result.append(twin)
    }
    return result
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
