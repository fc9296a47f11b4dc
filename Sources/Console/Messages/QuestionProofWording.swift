import Lessons
import Localization

extension QuestionProof.Finding {
  /// The words for a question that does not do what it promises.
  var wording: Wording {
    switch problem {
    case .keyFails(let error):
      let inner = error.message
      return Wording(
        ja: "正解が計算できません: \(inner.ja)", en: "the key leads to nothing: \(inner.en)",
        help: again)
    case .keyRejected(let judgement):
      let found = Self.summary(of: judgement)
      return Wording(
        ja: "正解が正解と判定されません (\(found))", en: "the key is not judged right (\(found))", help: again)
    case .otherVerdict(let sample, let judgement):
      let found = Self.summary(of: judgement)
      return Wording(
        ja: "@\(sample.role.rawValue) の答えの判定が \(found) になります",
        en: "this @\(sample.role.rawValue) answer is judged \(found)", help: again)
    case .otherFeedback(let sample, let judgement):
      let found = judgement.feedback?.id
      return Wording(
        ja: "講評は '\(sample.feedback ?? "")' のはずですが、\(found.map { "'\($0)' です" } ?? "ありません")",
        en:
          "the feedback should be '\(sample.feedback ?? "")' and \(found.map { "is '\($0)'" } ?? "there is none")",
        help: again)
    case .startPasses:
      return Wording(
        ja: "何もしないうちから正解になります", en: "the untouched start passes already", help: again)
    case .unknownPlaceholder(let name):
      return Wording(
        ja: "文の中の {\(name)} に当たる変数がありません", en: "{\(name)} in a text stands for no variable",
        helpJa: "@given か @let で \(name) を決めてください。", helpEn: "make \(name) with @given or @let.")
    }
  }

  private var again: LocalizedText {
    LocalizedText(ja: "シード \(seed) で起こりました。", en: "found with seed \(seed).")
  }

  private static func summary(of judgement: Judgement) -> String {
    var parts = [judgement.verdict.rawValue]
    if let feedback = judgement.feedback { parts.append(feedback.id) }
    if let error = judgement.error { parts.append(error.message.en) }
    return parts.joined(separator: ", ")
  }
}
