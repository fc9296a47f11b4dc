import Lessons
import Localization
import SourceText

extension LessonScriptError {
  /// The words for what is wrong with a lesson script.
  var wording: Wording {
    switch problem {
    case .fileTooLarge(let bytes, let limit):
      return Wording(
        ja:
          "スクリプトが \(Quantity.bytes(Double(bytes))) あり、上限 \(Quantity.bytes(Double(limit))) を超えています",
        en:
          "the script has \(Quantity.bytes(Double(bytes))), more than \(Quantity.bytes(Double(limit)))"
      )
    case .invalidUTF8:
      return Wording(
        ja: "UTF-8 ではない文字があります", en: "this line is not UTF-8",
        helpJa: "UTF-8 で保存し直してください。", helpEn: "save the file as UTF-8.")
    case .lineTooLong(let bytes, let limit):
      return Wording(
        ja: "この行は \(bytes) バイトで、上限 \(limit) を超えています",
        en: "this line has \(bytes) bytes, more than \(limit)")
    case .tooManySteps(let limit):
      return Wording(ja: "ステップが \(limit) 個を超えています", en: "there are more than \(limit) steps")
    case .tooManyErrors(let limit):
      return Wording(
        ja: "エラーが \(limit) 個を超えたので、残りは省きます",
        en: "there are more than \(limit) errors; the rest is left out")
    case .missingLesson:
      return Wording(
        ja: "@lesson がありません", en: "@lesson is missing",
        helpJa: "最初の行に @lesson ID format=1 と書いてください。",
        helpEn: "begin with a line @lesson ID format=1.")
    case .missingTitle:
      return Wording(
        ja: "題がありません", en: "the title is missing",
        helpJa: "@title ja … と @title en … を書いてください。", helpEn: "write @title ja … and @title en …")
    case .noSteps:
      return Wording(
        ja: "ステップがありません", en: "there is no step", helpJa: "@step ID で始めてください。",
        helpEn: "begin one with @step ID.")
    case .unknownDirective(let name, let suggestions):
      return Wording(
        ja: "@\(name) という指示はありません", en: "there is no directive @\(name)",
        help: Wording.didYouMean(suggestions.map { "@" + $0 }))
    case .indentedDirective(let name):
      return Wording(
        ja: "@\(name) の前に空白があります", en: "@\(name) is indented",
        helpJa: "@ は行の先頭に書いてください。", helpEn: "@ must be the first character of its line.")
    case .repeatedDirective(let name, let first):
      return Wording(
        ja: "@\(name) は一度だけです (\(first.start.line) 行目にあります)",
        en: "@\(name) may stand only once; the first is in line \(first.start.line)")
    case .misplacedDirective(let name, let place):
      return Wording(
        ja: "@\(name) は\(place == .beforeSteps ? "最初の @step より前" : "ステップの中")に書きます",
        en: "@\(name) belongs \(place == .beforeSteps ? "before the first @step" : "in a step")")
    case .lineOutsideStep:
      return Wording(
        ja: "最初のステップより前に行があります", en: "this line stands before the first step",
        helpJa: "文章なら @text ja … @text en … @end で囲み、実行する行なら @step のあとに書いてください。",
        helpEn: "put prose between @text ja … @text en … @end, and lines to run after a @step.")
    case .repeatedStep(let id, let first):
      return Wording(
        ja: "ステップ '\(id)' は \(first.start.line) 行目にもあります",
        en: "the step '\(id)' already stands in line \(first.start.line)")
    case .emptyStep(let id):
      return Wording(
        ja: "ステップ '\(id)' に何もありません", en: "the step '\(id)' is empty",
        helpJa: "文章か、実行する行を書いてください。", helpEn: "give it text or lines to run.")
    case .nothingToFail:
      return Wording(
        ja: "@expect error の前に実行する行がありません",
        en: "no line that could fail stands before @expect error")
    case .expected(let what, let found): return what.wording(found: found)
    case .unsupportedFormat(let found, let supported):
      return Wording(
        ja: "format=\(found) は読めません", en: "format=\(found) is unknown",
        helpJa: "この版が読めるのは format=\(supported) です。",
        helpEn: "this version reads format=\(supported).")
    case .unknownOption(let name, let suggestions):
      return Wording(
        ja: "'\(name)=' というオプションはありません", en: "there is no option '\(name)='",
        help: Wording.didYouMean(suggestions))
    case .literal(let problem):
      return ArrayLiteralError(problem, range: range).wording
    case .missingTranslation(let part, let language):
      return Wording(
        ja: "\(part.name.ja)に \(language.rawValue) がありません",
        en: "the \(part.name.en) lacks \(language.rawValue)",
        helpJa: "@\(part.directive) \(language.rawValue) … を足してください。",
        helpEn: "add @\(part.directive) \(language.rawValue) …")
    case .repeatedTranslation(let part, let language):
      return Wording(
        ja: "\(part.name.ja)の \(language.rawValue) が二つあります",
        en: "the \(part.name.en) has \(language.rawValue) twice")
    case .emptyTranslation(let part, let language):
      return Wording(
        ja: "\(part.name.ja)の \(language.rawValue) が空です",
        en: "the \(part.name.en) is empty in \(language.rawValue)")
    case .unclosedText:
      return Wording(
        ja: "文章が閉じられていません", en: "this text is never closed",
        helpJa: "@end を書いてください。", helpEn: "close it with @end.")
    case .strayEnd:
      return Wording(ja: "閉じる文章がありません", en: "there is no text to close here")
    }
  }
}

extension LessonScriptError.Part {
  fileprivate var name: LocalizedText {
    switch self {
    case .title: LocalizedText(ja: "題", en: "title")
    case .text: LocalizedText(ja: "文章", en: "text")
    }
  }

  fileprivate var directive: String {
    switch self {
    case .title: "title"
    case .text: "text"
    }
  }
}

extension LessonScriptError.Expected {
  /// The words for an argument that is missing or wrong.
  fileprivate func wording(found: String) -> Wording {
    let (ja, en) = words
    // Letters and digits stand apart from kana and kanji.
    let before = ja.first?.isASCII ?? false ? " " : ""
    let after = ja.last?.isASCII ?? false ? " " : ""
    return found.isEmpty
      ? Wording(ja: "ここに\(before)\(ja)\(after)が必要です", en: "\(en) is missing here")
      : Wording(
        ja: "ここには\(before)\(ja)\(after)が必要ですが、'\(found)' でした", en: "expected \(en), got '\(found)'")
  }

  private var words: (ja: String, en: String) {
    switch self {
    case .identifier: ("名前 (英小文字・数字・ハイフン)", "an id of lower-case letters, digits and hyphens")
    case .format: ("format=1", "format=1")
    case .language: ("ja か en", "ja or en")
    case .seed: ("0 から 4294967295 までの整数", "a whole number from 0 to 4294967295")
    case .cover: ("test=3 か exercise=1 の形", "test=3 or exercise=1")
    case .name: ("u1 や grad.W1 のような名前", "the name of a value, as u1 or grad.W1")
    case .relation: ("= < <= > >= のどれか", "one of = < <= > >=")
    case .equals: ("=", "=")
    case .number: ("数", "a number")
    case .tolerance: ("0 以上の許容差", "a tolerance of 0 or more")
    case .within: ("within と許容差", "within and a tolerance")
    case .shape: ("(4, 1) のような形", "a shape, as (4, 1)")
    case .topology: ("2-3-3-1 のような層の並び", "layer sizes, as 2-3-3-1")
    case .end: ("行の終わり", "the end of the line")
    }
  }
}
