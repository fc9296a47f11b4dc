import Lessons
import Localization

extension Slip {
  /// What a learner with this slip is told: what is different, never what to write.
  var wording: LocalizedText {
    switch self {
    case .missingBias:
      LocalizedText(ja: "バイアス b が足されていません。", en: "the bias b is not added.")
    case .missingTerm:
      LocalizedText(ja: "足すものが一つ抜けています。", en: "one term of the sum is missing.")
    case .missingFactor:
      LocalizedText(ja: "掛けるものが一つ抜けています。", en: "one factor of the product is missing.")
    case .transposed:
      LocalizedText(ja: "行と列が入れ替わっています。", en: "rows and columns are exchanged.")
    case .operandsSwapped:
      LocalizedText(ja: "積の左右が入れ替わっています。", en: "the operands of the product are exchanged.")
    case .notSummed:
      LocalizedText(ja: "要素ごとの積のままで、足し合わせていません。", en: "the products are not added up.")
    case .wrongLayer:
      LocalizedText(ja: "別の層の値を使っています。", en: "this uses a value of another layer.")
    case .totalInputForOutput:
      LocalizedText(
        ja: "総入力 u を使っていますが、ここでは活性化関数を通した z です。",
        en: "this is the total input u; what belongs here has passed the activation: z.")
    case .outputForTotalInput:
      LocalizedText(
        ja: "出力 z を使っていますが、ここでは活性化関数を通す前の総入力 u です。",
        en: "this is the output z; what belongs here has not passed the activation yet: u.")
    case .derivativeAtOutput:
      LocalizedText(
        ja: "活性化関数の微分を z でとっています。連鎖律が求めるのは σ′(z) ではなく σ′(u) です。",
        en:
          "the derivative of the activation is taken at z: the chain rule asks for σ′(u), not σ′(z)."
      )
    case .missingDerivative:
      LocalizedText(
        ja: "活性化関数の微分が掛けられていません。", en: "the derivative of the activation is missing.")
    case .missingActivation:
      LocalizedText(ja: "活性化関数を通していません。", en: "the activation is not applied.")
    case .wrongActivation:
      LocalizedText(ja: "別の活性化関数です。", en: "that is another activation.")
    case .sumForMean:
      LocalizedText(ja: "平均ではなく合計になっています。", en: "this is the sum where the mean belongs.")
    case .meanForSum:
      LocalizedText(ja: "合計ではなく平均になっています。", en: "this is the mean where the sum belongs.")
    case .factor:
      LocalizedText(ja: "何倍かずれています。", en: "it is off by a constant factor.")
    case .sign:
      LocalizedText(ja: "符号が逆のところがあります。", en: "a sign is the other way round.")
    case .targetAndOutputSwapped:
      LocalizedText(
        ja: "d と y が入れ替わっています。d が目標、y がネットワークの出力です。",
        en: "d and y are exchanged: d is the target, y what the network puts out.")
    case .wrongAxis:
      LocalizedText(ja: "軸 (axis) が違います。", en: "it goes along the wrong axis.")
    case .missingAxis:
      LocalizedText(
        ja: "軸 (axis) がないので、全部まとめて計算しています。",
        en: "without an axis all elements are taken together.")
    case .missingExponential:
      LocalizedText(ja: "指数関数 exp を通していません。", en: "the exponential function is missing.")
    case .missingLogarithm:
      LocalizedText(ja: "対数 log をとっていません。", en: "the logarithm is missing.")
    case .extraAxis:
      LocalizedText(
        ja: "値は合っていますが、長さ 1 の軸の分だけ形が違います。",
        en: "the values are right; only an axis of length 1 is too many or missing.")
    case .reciprocal:
      LocalizedText(ja: "逆数になっています。", en: "that is the reciprocal.")
    case .rounded:
      LocalizedText(
        ja: "合っていますが、丸めすぎです。有効数字をもう少し増やしてください。",
        en: "that is right but rounded too coarsely: give more digits.")
    }
  }
}
