import Lessons
import Localization

extension Question {
  /// What an answer looks like, and what else can be done.
  var guide: LocalizedText {
    let form = answerGuide
    return LocalizedText(
      ja: form.ja + " · hint でヒント · play で試す · skip で次へ",
      en: form.en + " · hint · play to try lines · skip")
  }

  private var answerGuide: LocalizedText {
    switch kind {
    case .formula where start != nil:
      LocalizedText(ja: "一行で答える (↑ で上の行)", en: "type the line (↑ brings up the one above)")
    case .code where start != nil:
      LocalizedText(
        ja: "コードと空の行で (↑ で上のコード)",
        en: "type code and an empty line (↑: the above)")
    case .formula: LocalizedText(ja: "一行で答える", en: "type the line")
    case .code: LocalizedText(ja: "コードを書き、空の行で終える", en: "type the code, an empty line ends it")
    case .choice where settings.selectsSeveral:
      LocalizedText(ja: "記号を並べて答える", en: "type all that fit")
    case .choice: LocalizedText(ja: "記号で答える", en: "type the letter")
    case .number: LocalizedText(ja: "数か式で答える", en: "type a number or a formula")
    case .lines: LocalizedText(ja: "行番号か行で答える", en: "type line numbers, or the line")
    case .network: LocalizedText(ja: "2-3-1 のように答える", en: "type sizes as 2-3-1, or use layers")
    case .order: LocalizedText(ja: "記号を順に並べて答える", en: "type the letters in order")
    case .match where options.isEmpty:
      LocalizedText(ja: "1=7 のように行番号と組で答える", en: "type pairs with line numbers, as 1=7")
    case .match: LocalizedText(ja: "1=a のように組で答える", en: "type pairs as 1=a")
    case .text: LocalizedText(ja: "文で答える", en: "type a sentence")
    }
  }
}

extension AnswerRecord.Standing {
  /// The standing in a word or two.
  var wording: LocalizedText {
    switch self {
    case .right: LocalizedText(ja: "正解", en: "right")
    case .alternative: LocalizedText(ja: "別解", en: "right, another way")
    case .partial: LocalizedText(ja: "途中まで", en: "partly right")
    case .wrong: LocalizedText(ja: "まだ", en: "not yet right")
    case .selfAssessed: LocalizedText(ja: "自己採点で正解", en: "right, self-assessed")
    case .skipped: LocalizedText(ja: "とばした", en: "skipped")
    case .shown: LocalizedText(ja: "答えを見た", en: "solution shown")
    case .open: LocalizedText(ja: "これから", en: "open")
    }
  }

  /// The tone in which a table shows it.
  var tone: Output.Tone {
    switch self {
    case .right, .alternative: .good
    case .partial, .selfAssessed, .shown, .skipped: .note
    case .wrong: .bad
    case .open: .dim
    }
  }
}
