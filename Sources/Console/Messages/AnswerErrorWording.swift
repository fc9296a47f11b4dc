import Lessons
import Localization

extension AnswerError {
  /// The words for what is no answer; nil for an error of the language, which words itself.
  var wording: Wording? {
    switch self {
    case .language: return nil
    case .empty:
      return Wording(
        ja: "答えがありません", en: "there is no answer in it",
        helpJa: "hint でヒント、skip で次へ進めます。", helpEn: "hint gives a hint, skip goes on.")
    case .noIdea:
      return Wording(
        ja: "わからないときは、hint で一つずつヒントが出ます",
        en: "hint helps where you do not know, one step at a time",
        helpJa: "solution で答えと理由、skip で次へ進めます。",
        helpEn: "solution shows the answer and why, skip goes on.")
    case .tooLong(let limit):
      return Wording(
        ja: "答えが長すぎます。\(Quantity.bytes(Double(limit))) までです",
        en: "the answer is longer than \(Quantity.bytes(Double(limit)))")
    case .stopped:
      return Wording(
        ja: "時間内に終わらないので止めました", en: "it did not end in time and was stopped",
        helpJa: "繰り返しが終わるか、値が大きすぎないか確かめてください。",
        helpEn: "does every loop come to an end, and is nothing too large?")
    case .noValue:
      return Wording(
        ja: "動きますが、値が残りません", en: "it runs but leaves no value",
        helpJa: "式か、名前 = 式 の形で書いてください。", helpEn: "write an expression, or NAME = EXPRESSION.")
    case .missingFunction(let name):
      return Wording(
        ja: "関数 \(name) が定義されていません", en: "it does not define the function \(name)",
        helpJa: "def \(name)(…): で始めてください。", helpEn: "begin with def \(name)(…):")
    case .notANumber(let text):
      return Wording(
        ja: "'\(text)' は数としても式としても読めません", en: "'\(text)' is neither a number nor a formula",
        helpJa: "1.5 や 0.1 * 2 + 1 のように書いてください。", helpEn: "write 1.5, or 0.1 * 2 + 1.")
    case .unknownOption(let option, let known):
      return Wording(
        ja: "'\(option)' は選べません", en: "'\(option)' is none of the choices",
        helpJa: "選べるもの: \(known.joined(separator: " "))",
        helpEn: "there are: \(known.joined(separator: " "))")
    case .oneOptionOnly:
      return Wording(
        ja: "答えは一つです", en: "one of them is asked for", helpJa: "一つだけ選んでください。",
        helpEn: "choose a single one.")
    case .repeated(let name):
      return Wording(ja: "'\(name)' が二度あります", en: "'\(name)' stands twice")
    case .incomplete(let missing):
      return Wording(
        ja: "\(missing.joined(separator: " ")) がありません",
        en: "\(missing.joined(separator: " ")) is missing",
        helpJa: "全部を並べてください。", helpEn: "all of them belong in the answer.")
    case .unknownLine(let line, let count):
      return Wording(
        ja: "\(line) 行目はありません", en: "there is no line \(line)",
        helpJa: "行は 1 から \(count) までです。", helpEn: "the lines go from 1 to \(count).")
    case .unknownQuote(let quote):
      return Wording(
        ja: "'\(quote)' という行はありません", en: "'\(quote)' is no line of the listing",
        helpJa: "行をそのまま写すか、行番号で答えてください。",
        helpEn: "quote a line as it stands, or give its number.")
    case .notANetwork(let text):
      return Wording(
        ja: "'\(text)' は層の並びとして読めません", en: "'\(text)' is no list of layer sizes",
        helpJa: "2-3-1 や layers 2 3 1 のように書いてください。", helpEn: "write 2-3-1, or layers 2 3 1.")
    case .notPairs(let text):
      return Wording(
        ja: "'\(text)' は組として読めません", en: "'\(text)' is no list of pairs",
        helpJa: "1=a 2=c のように書いてください。", helpEn: "write 1=a 2=c.")
    case .brokenQuestion(let error):
      let inner = error.message
      return Wording(
        ja: "この問いの正解が計算できません: \(inner.ja)",
        en: "the key of this question leads to nothing: \(inner.en)",
        helpJa: "レッスンの作者に nnrepl check を頼んでください。",
        helpEn: "its author should run nnrepl check.")
    }
  }

  /// The sentence alone.
  var message: LocalizedText {
    if case .language(let error) = self { return error.wording(operands: []).message }
    return wording?.message ?? LocalizedText(ja: "", en: "")
  }
}
