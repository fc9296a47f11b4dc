import Lessons
import LinearAlgebra
import Localization
import SourceText

extension ConsoleError.Reason {
  /// The words for what is wrong with a lesson, or with taking one.
  var lessonWording: Wording {
    switch self {
    case .noLessonsFolder:
      return Wording(
        ja: "レッスンのフォルダが見つかりません", en: "the folder of the lessons was not found",
        helpJa: "環境変数 NNREPL_LESSONS にフォルダを書いてください。",
        helpEn: "name it in the environment variable NNREPL_LESSONS.")
    case .noScripts(let path):
      return Wording(
        ja: "\(path) にレッスンのスクリプト (.nn) がありません", en: "there is no lesson script (.nn) in \(path)")
    case .lessonScript(let error): return error.wording
    case .unknownLesson(let id, let suggestions):
      return Wording(
        ja: "'\(id)' というレッスンはありません", en: "there is no lesson '\(id)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(ja: "lessons で一覧を見られます。", en: "lessons lists them."))
    case .repeatedLesson(let id, let path):
      return Wording(
        ja: "レッスン '\(id)' は \(path) にもあります", en: "the lesson '\(id)' already stands in \(path)",
        helpJa: "id を変えてください。", helpEn: "choose another id.")
    case .notInLesson(let command):
      return Wording(
        ja: "\(command) はレッスンの中で使います", en: "\(command) belongs to a lesson, and none is open",
        helpJa: "lessons で一覧、lesson ID で始まります。", helpEn: "lessons lists them, lesson ID begins one."
      )
    case .noQuestion(let command):
      return Wording(
        ja: "\(command) は問いの間に使いますが、いま問いは開いていません",
        en: "\(command) belongs to a question, and none is open",
        helpJa: "next で次へ、goto 問い で聞き直せます。",
        helpEn: "next goes on, goto and its id asks a question again.")
    case .questionOpen(let id, let command):
      return Wording(
        ja: "問い \(id) が開いているので、\(command) では進めません",
        en: "the question \(id) is open, so \(command) does not go on",
        helpJa: "答えるか、skip でとばしてください。", helpEn: "answer it, or pass it over with skip.")
    case .alreadyPlaying:
      return Wording(
        ja: "もう試しているところです", en: "you are trying lines already",
        helpJa: "resume でレッスンに戻ります。", helpEn: "resume goes back to the lesson.")
    case .notPlaying:
      return Wording(
        ja: "試しているところではありません", en: "you are not trying lines",
        helpJa: "play で始めます。", helpEn: "play begins it.")
    case .nothingKept(let id, let suggestions):
      return Wording(
        ja: "'\(id)' の記録はありません", en: "nothing is kept of '\(id)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(ja: "progress で一覧を見られます。", en: "progress lists what is kept."))
    case .unknownStep(let id, let known, let suggestions):
      let list = known.joined(separator: " ")
      return Wording(
        ja: "'\(id)' というステップや問いはありません", en: "the lesson has no step '\(id)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(ja: "あるステップ: \(list)", en: "its steps: \(list)"))
    case .directiveOutsideLesson(let name):
      return Wording(
        ja: "@\(name) はレッスンのスクリプトで使います", en: "@\(name) belongs in a lesson script",
        helpJa: "ここで使えるのは @expect だけです。", helpEn: "of the directives, only @expect works here.")
    case .expectationFailed(let expectation, let outcome):
      return outcome.wording(of: expectation)
    case .questionFailed(let finding): return finding.wording
    case .unknownQuestion(let id, let lesson, let known, let suggestions):
      let list = known.joined(separator: " ")
      return Wording(
        ja: "レッスン '\(lesson)' に '\(id)' という問いはありません",
        en: "the lesson '\(lesson)' has no question '\(id)'",
        help: Wording.didYouMean(suggestions)
          ?? (known.isEmpty
            ? nil : LocalizedText(ja: "ある問い: \(list)", en: "its questions: \(list)")))
    case .whichQuestion(let lesson, let known):
      let list = known.joined(separator: " ")
      return Wording(
        ja: known.isEmpty
          ? "レッスン '\(lesson)' に問いはありません" : "レッスン '\(lesson)' のどの問いか決まりません",
        en: known.isEmpty
          ? "the lesson '\(lesson)' asks no question" : "which question of the lesson '\(lesson)'?",
        help: known.first.map {
          LocalizedText(
            ja: "\(lesson)/\($0) のように書きます。ある問い: \(list)",
            en: "write \(lesson)/\($0); its questions: \(list)")
        })
    case .lessonTakesTooLong:
      return Wording(
        ja: "レッスンの行が終わらないので止めました", en: "the lines of the lesson did not end and were stopped",
        helpJa: "終わらない繰り返しがないか確かめてください。", helpEn: "does a loop never come to an end?")
    case .notALessonID(let id):
      return Wording(
        ja: "'\(id)' はレッスンの id になりません", en: "'\(id)' is no id of a lesson",
        helpJa: "英小文字・数字・ハイフンだけで書いてください。", helpEn: "use lower-case letters, digits and hyphens.")
    default: preconditionFailure("not an error of a lesson: \(self)")
    }
  }
}

extension ExpectationOutcome {
  /// The words for an expectation that does not hold.
  func wording(of expectation: Expectation) -> Wording {
    switch self {
    case .met: return Wording(ja: "成り立ちます", en: "it holds")
    case .unknownQuantity(let name, let suggestions):
      return Wording(
        ja: "'\(name)' という値はいまありません", en: "there is no value named '\(name)' here",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(
            ja: "先に forward や backward の行がいるかもしれません。",
            en: "does a forward or backward have to come first?"))
    case .shapeDiffers(let name, let expected, let found):
      return Wording(
        ja: "\(name) の形は \(ArrayFormat.tuple(expected)) のはずですが、\(ArrayFormat.tuple(found)) でした",
        en:
          "expected \(name) of shape \(ArrayFormat.tuple(expected)), found \(ArrayFormat.tuple(found))"
      )
    case .elementDiffers(let name, let index, let expected, let found, let tolerance, let count):
      let place = index.isEmpty ? name : "\(name)[\(index.map(String.init).joined(separator: ","))]"
      let others = count - 1
      let moreJa = others > 0 ? " (ほかに \(others) 個)" : ""
      let moreEn = others > 0 ? " (and \(others) more)" : ""
      return Wording(
        ja: "\(place) は \(ArrayValue(expected).text) のはずですが、\(ArrayValue(found).text) でした\(moreJa)",
        en:
          "expected \(place) = \(ArrayValue(expected).text), found \(ArrayValue(found).text)\(moreEn)",
        helpJa:
          "差 \(ArrayFormat.scientific(abs(found - expected)))、許される差 \(ArrayFormat.scientific(tolerance))",
        helpEn:
          "they differ by \(ArrayFormat.scientific(abs(found - expected))), allowed is \(ArrayFormat.scientific(tolerance))"
      )
    case .sumDiffers(let name, let expected, let found, let tolerance):
      return Wording(
        ja: "\(name) の合計は \(ArrayValue(expected).text) のはずですが、\(ArrayValue(found).text) でした",
        en:
          "expected the sum of \(name) to be \(ArrayValue(expected).text), found \(ArrayValue(found).text)",
        helpJa: "許される差 \(ArrayFormat.scientific(tolerance))",
        helpEn: "allowed is a difference of \(ArrayFormat.scientific(tolerance))")
    case .notANumber(let name, let shape):
      return Wording(
        ja: "\(name) は一つの数ではありません (形 \(ArrayFormat.tuple(shape)))",
        en: "\(name) is not one number but of shape \(ArrayFormat.tuple(shape))",
        helpJa: "\(name)[0] のように要素を選んでください。", helpEn: "choose an element, as \(name)[0].")
    case .comparisonFails(let name, let relation, let bound, let found):
      return Wording(
        ja:
          "\(name) \(relation.rawValue) \(ArrayValue(bound).text) のはずですが、\(name) は \(ArrayValue(found).text) でした",
        en:
          "expected \(name) \(relation.rawValue) \(ArrayValue(bound).text), found \(ArrayValue(found).text)"
      )
    case .topologyDiffers(let expected, let found):
      let want = expected.map(String.init).joined(separator: "-")
      let have = found.map { $0.map(String.init).joined(separator: "-") }
      return Wording(
        ja: "ネットワークは \(want) のはずですが、\(have ?? "まだありません")\(have == nil ? "" : " でした")",
        en: "expected a \(want) network, found \(have ?? "none")")
    case .otherFailure(let expected, let found):
      return Wording(
        ja: "前の行はエラー \(expected) のはずですが、\(found) でした",
        en: "the line before must fail with \(expected), but failed with \(found)")
    case .noFailure(let expected):
      return Wording(
        ja: "前の行はエラー \(expected) になるはずですが、なりませんでした",
        en: "the line before must fail with \(expected), but it ran")
    case .earlierFailure(let expected, let failure):
      return Wording(
        ja: "エラー \(expected) になるはずの行より前の \(failure.range.start.line) 行目で \(failure.kind) になりました",
        en:
          "line \(failure.range.start.line) failed with \(failure.kind) before the line that must fail with \(expected)"
      )
    }
  }
}
