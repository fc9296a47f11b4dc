import Lessons
import LinearAlgebra
import Localization
import NeuralNetworks

extension Judgement.Evidence {
  /// What was seen, in words; nil for what is shown in another way.
  var wording: LocalizedText? {
    switch self {
    case .shape(let expected, let found) where expected.isEmpty:
      LocalizedText(
        ja: "数が一つのはずですが、形 \(ArrayFormat.tuple(found)) の配列です。",
        en: "it is an array of shape \(ArrayFormat.tuple(found)) and should be a single number.")
    case .shape(let expected, let found):
      LocalizedText(
        ja: "形は \(ArrayFormat.tuple(expected)) のはずですが、\(ArrayFormat.tuple(found)) です。",
        en: "the shape is \(ArrayFormat.tuple(found)) and should be \(ArrayFormat.tuple(expected))."
      )
    case .element(let index, let expected, let found):
      Self.element(index, expected, found)
    case .failure(let error, let shapes): Self.failure(error.wording(operands: []).message, shapes)
    case .counterExample: nil
    case .ratio(let ratio, let size, let isInverse): Self.ratio(ratio, size, isInverse)
    case .name(let found, let expected):
      LocalizedText(
        ja: "\(found) を使っていますが、そこは \(expected) です。",
        en: "\(found) stands where \(expected) belongs.")
    case .otherLayout(let names):
      LocalizedText(
        ja: "\(names.joined(separator: "、")) を (出力, 入力) の形で持つなら正しい式です。ここでは (入力, 出力) です。",
        en:
          "it is right when \(names.joined(separator: ", ")) is stored as (outputs, inputs). Here it is (inputs, outputs)."
      )
    case .failingCase(let expression):
      LocalizedText(ja: "\(expression) の結果が違います。", en: "\(expression) leads to something else.")
    case .type(_, "None"):
      LocalizedText(
        ja: "何も返ってきません (None)。return を忘れていませんか。",
        en: "nothing comes back (None): is the return missing?")
    case .type(let expected, let found):
      LocalizedText(
        ja: "結果は \(expected) のはずですが、\(found) です。",
        en: "the result is \(found) and should be \(expected).")
    case .number(let found, let isTooLarge):
      LocalizedText(
        ja: "\(ArrayFormat.brief(found)) は\(isTooLarge ? "大きすぎ" : "小さすぎ")ます。",
        en: "\(ArrayFormat.brief(found)) is too \(isTooLarge ? "large" : "small").")
    case .notAdditive, .notHomogeneous, .linearEverywhere, .refutedExample: linearityWording
    case .layerCount, .layerSize, .layerActivation, .parameters: networkWording
    case .count(let right, let all):
      LocalizedText(ja: "\(all) 個のうち \(right) 個が合っています。", en: "\(right) of \(all) are right.")
    case .surplus(let parts):
      LocalizedText(
        ja: "合っていないもの: \(parts.joined(separator: " "))",
        en: "not among them: \(parts.joined(separator: " "))")
    case .ideas(let found, let all):
      LocalizedText(
        ja: found == 0 ? "要点 \(all) つのどれも、まだ見つかりません。" : "要点 \(all) つのうち \(found) つがあります。",
        en: found == 0
          ? "none of the \(all) points is there yet."
          : "\(found) of the \(all) points \(found == 1 ? "is" : "are") there.")
    case .missingIdeas: nil
    case .denied(let words):
      LocalizedText(
        ja: words.map { "「\($0)」" }.joined() + "は、打ち消す言い方と読みました。",
        en: words.map { "“\($0)”" }.joined(separator: ", ") + ": this reads as a denial.")
    case .lenient:
      LocalizedText(
        ja: "(言葉だけを見たゆるやかな判定です。解答例と見比べてください。)",
        en: "(judged leniently, by phrases alone: compare it with the model answer.)")
    }
  }

  private static func element(
    _ index: [Int], _ expected: Double, _ found: Double
  ) -> LocalizedText {
    let (expected, found) = distinct(expected, found)
    if index.isEmpty {
      return LocalizedText(
        ja: "値は \(expected) のはずですが、\(found) です。", en: "it is \(found) and should be \(expected).")
    }
    let place = "[" + index.map(String.init).joined(separator: ", ") + "]"
    return LocalizedText(
      ja: "形は合っていますが、要素 \(place) は \(expected) のはずのところ \(found) です。",
      en: "the shape is right, but element \(place) is \(found) and should be \(expected).")
  }

  /// Two numbers with as few digits as tell them apart.
  private static func distinct(_ left: Double, _ right: Double) -> (String, String) {
    for digits in [6, 10, 15] {
      let texts = (
        ArrayFormat.brief(left, digits: digits), ArrayFormat.brief(right, digits: digits)
      )
      if texts.0 != texts.1 { return texts }
    }
    return (ArrayFormat.scalar(left), ArrayFormat.scalar(right))
  }

  private static func failure(
    _ message: LocalizedText, _ shapes: [Judgement.NamedShape]
  ) -> LocalizedText {
    guard shapes.contains(where: { !$0.shape.isEmpty }) else {
      return LocalizedText(ja: "実行すると止まります: \(message.ja)", en: "it stops: \(message.en)")
    }
    let names = shapes.map { "\($0.name) \(ArrayFormat.tuple($0.shape))" }
    return LocalizedText(
      ja: "\(names.joined(separator: "、")) で止まります: \(message.ja)",
      en: "with \(names.joined(separator: ", ")) it stops: \(message.en)")
  }

  private static func ratio(_ ratio: Double, _ size: String?, _ isInverse: Bool) -> LocalizedText {
    guard let size else {
      return LocalizedText(
        ja: "正しい値の \(ArrayFormat.brief(ratio)) 倍です。",
        en: "it is \(ArrayFormat.brief(ratio)) times the right one.")
    }
    return isInverse
      ? LocalizedText(
        ja: "どの要素も \(size) の数で割りすぎています。",
        en: "every element is too small by the number of \(size).")
      : LocalizedText(
        ja: "どの要素も \(size) の数だけ大きくなっています。",
        en: "every element is too large by the number of \(size).")
  }

  private var linearityWording: LocalizedText? {
    func text(_ number: Double) -> String {
      ArrayFormat.brief(number)
    }
    switch self {
    case .notAdditive(let x, let y, let sum, let found):
      let claim = "f(\(text(x))) + f(\(text(y))) = \(text(sum)), f(\(text(x + y))) = \(text(found))"
      return LocalizedText(
        ja: "加法性を満たしません: \(claim)", en: "it is not additive: \(claim)")
    case .notHomogeneous(let x, let factor, let product, let found):
      let claim =
        "\(text(factor)) · f(\(text(x))) = \(text(product)), f(\(text(factor * x))) = \(text(found))"
      return LocalizedText(
        ja: "斉次性を満たしません: \(claim)", en: "it is not homogeneous: \(claim)")
    case .linearEverywhere:
      return LocalizedText(
        ja: "試したすべての x で f(x + y) = f(x) + f(y)、f(kx) = k f(x) でした。",
        en: "f(x + y) = f(x) + f(y) and f(kx) = k f(x) held wherever it was tried.")
    case .refutedExample(let example, let claimed):
      return claimed == .linear
        ? LocalizedText(ja: "\(example) は線形ではありません。", en: "\(example) is not linear.")
        : LocalizedText(ja: "\(example) は線形です。", en: "\(example) is linear.")
    default: return nil
    }
  }

  private var networkWording: LocalizedText? {
    switch self {
    case .layerCount(let expected, let found):
      return LocalizedText(
        ja: "入力を除いた層は \(expected) 個のはずですが、\(found) 個です。",
        en: "there are \(found) layers after the input and should be \(expected).")
    case .layerSize(let layer, let expected, let found):
      return LocalizedText(
        ja: "\(layer == 0 ? "入力" : "\(layer) 番目の層")は \(expected) 個のはずですが、\(found) 個です。",
        en:
          "\(layer == 0 ? "the input" : "layer \(layer)") has \(Quantity.counted(found, "unit")) and should have \(expected)."
      )
    case .layerActivation(let layer, let expected, let found):
      return LocalizedText(
        ja: "\(layer) 番目の層の活性化関数は \(expected.rawValue) のはずですが、\(found.rawValue) です。",
        en: "layer \(layer) uses \(found.rawValue) and should use \(expected.rawValue).")
    case .parameters(let weights, let biases):
      return LocalizedText(
        ja: "重み \(weights) 個、バイアス \(biases) 個です。",
        en: "it has \(weights) weights and \(biases) biases.")
    default: return nil
    }
  }
}
