import Localization
import Notebooks
import SourceText

extension NotebookError {
  /// The error in words.
  func wording(path: String) -> Wording {
    switch self {
    case .tooLarge(let bytes, let limit):
      let (size, most) = (Quantity.bytes(Double(bytes)), Quantity.bytes(Double(limit)))
      return Wording(
        ja: "\(path) は \(size) あり、上限の \(most) を超えています",
        en: "\(path) is \(size) long, the limit is \(most)",
        helpJa: "出力を消して (Clear Outputs) 保存し直すと小さくなります。",
        helpEn: "saved without its outputs (Clear Outputs) it becomes small.")
    case .notText(let offset):
      return Self.noNotebook(
        path, ja: "\(Quantity.count(offset)) バイト目から UTF-8 ではありません",
        en: "it is no UTF-8 from byte \(Quantity.count(offset)) on")
    case .json(let problem, let position):
      return Self.noNotebook(
        path, ja: "\(position.line) 行 \(position.column) 文字目で \(problem.phrase.ja)",
        en: "in line \(position.line), column \(position.column), \(problem.phrase.en)")
    case .tooDeep(let limit, let position):
      return Self.noNotebook(
        path, ja: "\(position.line) 行目で \(limit) 段より深く重なっています",
        en: "line \(position.line) is nested more than \(limit) deep")
    case .missing(let key, let position):
      return Self.noNotebook(
        path, ja: "\(position.line) 行目に \"\(key)\" がありません",
        en: "there is no \"\(key)\" in line \(position.line)")
    case .wrongKind(let key, let position):
      return Self.noNotebook(
        path, ja: "\(position.line) 行目の \"\(key)\" の値が違う種類です",
        en: "\"\(key)\" in line \(position.line) has a value of another kind")
    case .unsupportedFormat(let version):
      return Wording(
        ja: "\(path) はノートブック形式 \(version) ですが、読めるのは形式 4 です",
        en: "\(path) is of notebook format \(version); format 4 can be read",
        helpJa: "Jupyter で開いて保存し直してください。", helpEn: "open it in Jupyter and save it anew.")
    }
  }

  private static func noNotebook(_ path: String, ja: String, en: String) -> Wording {
    Wording(
      ja: "\(path) はノートブックとして読めません: \(ja)", en: "\(path) is no notebook: \(en)",
      helpJa: "Jupyter の .ipynb ファイルですか。Python のプログラムなら .py という名前にしてください。",
      helpEn: "is it a .ipynb file of Jupyter? A program in Python has a name that ends in .py.")
  }
}

extension NotebookError.Problem {
  fileprivate var phrase: LocalizedText {
    switch self {
    case .end: LocalizedText(ja: "途中で終わっています", en: "it ends too early")
    case .unexpected(let character):
      LocalizedText(ja: "'\(character)' は置けません", en: "'\(character)' cannot stand there")
    case .unclosedString: LocalizedText(ja: "文字列が閉じていません", en: "a string is not closed")
    case .escape:
      LocalizedText(ja: "\\ のあとが正しくありません", en: "a backslash is followed by something odd")
    case .controlCharacter:
      LocalizedText(ja: "文字列に制御文字があります", en: "a string holds a control character")
    case .number: LocalizedText(ja: "数の書き方が正しくありません", en: "a number is malformed")
    }
  }
}
