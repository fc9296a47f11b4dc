import Lessons
import Localization
import SourceText

extension LessonScriptError {
  /// The words for what is wrong with a question of a lesson script.
  var questionWording: Wording {
    switch problem {
    case .unknownKind(let name, let suggestions):
      return Wording(
        ja: "'\(name)' という種類の問いはありません", en: "there is no kind of question '\(name)'",
        help: Wording.didYouMean(suggestions))
    case .repeatedQuestion(let id, let first):
      return Wording(
        ja: "問い '\(id)' は \(first.start.line) 行目にもあります",
        en: "the question '\(id)' already stands in line \(first.start.line)",
        helpJa: "id を変えてください。", helpEn: "choose another id.")
    case .unclosedQuestion:
      return Wording(
        ja: "この問いは閉じられていません", en: "this question is never closed",
        helpJa: "@end を書いてください。", helpEn: "close it with @end.")
    case .lineOutsidePart:
      return Wording(
        ja: "この行は問いのどの部分にも属しません", en: "this line belongs to no part of the question",
        helpJa: "@prompt や @key などのあとに書いてください。",
        helpEn: "put it after @prompt, @key or another part.")
    case .partOfOtherKind(let part, let kind):
      return Wording(
        ja: "種類 \(kind.rawValue) の問いには @\(part) がありません",
        en: "a question of kind \(kind.rawValue) has no @\(part)")
    case .repeatedPart(let part):
      return Wording(
        ja: "@\(part) は一つの問いに一度だけです", en: "@\(part) may stand only once in a question")
    case .missingPart(let part):
      return Wording(
        ja: "この問いには @\(part) が必要です", en: "this question lacks @\(part)",
        help: Self.reason(forPart: part))
    case .tooFewHints(let found):
      return Wording(
        ja: "ヒントは二つ以上必要ですが、\(found) 個でした",
        en: "a question needs two hints or more, this one has \(found)",
        helpJa: "ぼんやりしたものから、はっきりしたものへ並べます。",
        helpEn: "order them from vague to plain.")
    case .repeatedName(let name):
      return Wording(ja: "変数 \(name) が二つあります", en: "the variable \(name) stands twice")
    case .variantCount(let name, let found, let expected):
      return Wording(
        ja: "\(name) の形は \(found) 通りですが、ほかの変数は \(expected) 通りです",
        en: "\(name) has \(found) shapes where other variables have \(expected)",
        helpJa: "形を一つにするか、数をそろえてください。",
        helpEn: "give it one shape, or as many as the others.")
    case .answerForm(let kind, let found):
      return Wording(
        ja: "'\(found)' は種類 \(kind.rawValue) の答えの形ではありません",
        en: "'\(found)' has not the form of an answer to a question of kind \(kind.rawValue)")
    case .unknownFeedback(let id, let suggestions):
      return Wording(
        ja: "'\(id)' という講評はありません", en: "there is no feedback '\(id)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(
            ja: "@feedback \(id) ja … と @feedback \(id) en … を書いてください。",
            en: "write @feedback \(id) ja … and @feedback \(id) en …"))
    default: preconditionFailure("not an error of a question: \(problem)")
    }
  }

  private static func reason(forPart part: String) -> LocalizedText? {
    switch part {
    case "wrong":
      LocalizedText(
        ja: "誤答を一つ以上、返す講評とともに書いてください。",
        en: "write at least one wrong answer with the feedback that it gets.")
    default: nil
    }
  }
}
