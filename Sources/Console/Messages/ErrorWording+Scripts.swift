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
        ja: "@\(name) は\(place.name.ja)に書きます", en: "@\(name) belongs \(place.name.en)")
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
    case .unknownKind, .repeatedQuestion, .unclosedQuestion, .lineOutsidePart, .partOfOtherKind,
      .repeatedPart, .missingPart, .tooFewHints, .repeatedName, .variantCount, .answerForm,
      .unknownFeedback:
      return questionWording
    }
  }
}

extension LessonScriptError.Place {
  fileprivate var name: LocalizedText {
    switch self {
    case .beforeSteps: LocalizedText(ja: "最初の @step より前", en: "before the first @step")
    case .inStep: LocalizedText(ja: "ステップの中", en: "in a step")
    case .inQuestion:
      LocalizedText(ja: "問い (@ask … @end) の中", en: "in a question, between @ask and @end")
    }
  }
}

extension LessonScriptError.Part {
  fileprivate var name: LocalizedText {
    switch self {
    case .title: LocalizedText(ja: "題", en: "title")
    case .text: LocalizedText(ja: "文章", en: "text")
    case .prompt: LocalizedText(ja: "問いの文", en: "prompt")
    case .hint: LocalizedText(ja: "ヒント", en: "hint")
    case .why: LocalizedText(ja: "解説", en: "explanation")
    case .key: LocalizedText(ja: "模範解答", en: "model answer")
    case .option(let id): LocalizedText(ja: "選択肢 '\(id)' ", en: "option '\(id)'")
    case .item(let id): LocalizedText(ja: "項目 '\(id)' ", en: "item '\(id)'")
    case .idea(let id): LocalizedText(ja: "要点 '\(id)' ", en: "idea '\(id)'")
    case .feedback(let id): LocalizedText(ja: "講評 '\(id)' ", en: "feedback '\(id)'")
    }
  }

  fileprivate var directive: String {
    switch self {
    case .title: "title"
    case .text: "text"
    case .prompt: "prompt"
    case .hint: "hint"
    case .why: "why"
    case .key: "key"
    case .option(let id): "option \(id)"
    case .item(let id): "item \(id)"
    case .idea(let id): "idea \(id)"
    case .feedback(let id): "feedback \(id)"
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
    case .questionKind:
      (
        Question.Kind.allCases.map(\.rawValue).joined(separator: " ") + " のどれか",
        "one of " + Question.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      )
    case .given: ("x: (inputs,) のような変数と形", "a variable and its shape, as x: (inputs,)")
    case .symbolicShape:
      ("(inputs, units) や (3,) や () のような形", "a shape, as (inputs, units), (3,) or ()")
    case .values:
      (
        "normal unit positive integer one-hot probability label のどれか",
        "one of normal, unit, positive, integer, one-hot, probability, label"
      )
    case .integerRange: ("2..9 のような整数の範囲", "a range of whole numbers, as 2..9")
    case .labelSize: ("classes や 3 のようなラベルの数", "how many labels there are, as classes or 3")
    case .setting(let key): ("\(key)= に書ける値", "a value that \(key)= can have")
    case .listing: ("番号を付けて見せるコード", "the lines of a listing")
    case .code: ("実行するコード", "code to run")
    case .answer: ("答え", "an answer")
    case .feedback: ("=> と講評の名前", "=> and the id of a feedback")
    case .lineNumbers: ("3, 5-7 のような行番号", "line numbers, as 3, 5-7")
    }
  }
}
