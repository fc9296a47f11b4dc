/// What people type who have no answer and say so: a call for help, not a mistake.
enum NoIdea {
  private static let sentences: Set<String> = [
    "わからない", "わかりません", "分からない", "分かりません", "解らない", "解りません", "知らない", "知りません",
    "わからん", "わかんない", "不明", "idk", "dunno", "no idea", "no clue", "not sure", "i don t know",
    "don t know", "i dont know", "dont know", "i do not know", "do not know", "i have no idea",
    "i m not sure", "i am not sure", "help me",
  ]

  /// Whether an answer says just that.
  ///
  ///     NoIdea.isSaid(by: "I don't know.")  // true
  ///     NoIdea.isSaid(by: "不明な値")         // false
  static func isSaid(by answer: String) -> Bool {
    guard answer.utf8.count < 80 else { return false }
    let plain = TextNormalization.reading(answer.replacing("’", with: "'"))
    let ending: Set<Character> = [".", "!", "?", "…", "。", "！", "？", " "]
    let kept = plain.reversed().drop { ending.contains($0) }
    return sentences.contains(String(kept.reversed()))
  }
}
