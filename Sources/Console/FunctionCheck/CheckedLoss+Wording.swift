import Localization
import NeuralNetworks

extension CheckedLoss {
  /// The loss, and why it was taken.
  var line: LocalizedText {
    let (what, why) = (description, reason.words)
    return LocalizedText(
      ja: "  誤差: \(what.ja) (\(why.ja))", en: "  loss: \(what.en) (\(why.en))")
  }

  private var description: LocalizedText {
    switch kind {
    case .builtin(.meanSquaredError):
      LocalizedText(
        ja: "平均二乗誤差 E = mean((d − y)²) / 2", en: "mean squared error, E = mean((d − y)²) / 2")
    case .builtin(.crossEntropy):
      LocalizedText(
        ja: "交差エントロピー誤差 E = −Σ d log y / N、1e-7 なし",
        en: "cross entropy, E = −Σ d log y / N, without the 1e-7")
    case .builtin(.binaryCrossEntropy):
      LocalizedText(
        ja: "二値交差エントロピー誤差 E = −Σ [d log y + (1 − d) log(1 − y)] / N",
        en: "binary cross entropy, E = −Σ [d log y + (1 − d) log(1 − y)] / N")
    case .function(_, let name): LocalizedText(ja: "\(name)(d, y)", en: "\(name)(d, y)")
    }
  }
}

extension CheckedLoss.Reason {
  fileprivate var words: LocalizedText {
    switch self {
    case .given: LocalizedText(ja: "loss= の指定", en: "as loss= asks")
    case .called(let name, let function):
      LocalizedText(ja: "\(function) が \(name) を使うため", en: "\(function) uses \(name)")
    case .output(let activation):
      LocalizedText(
        ja: "出力層が \(activation.rawValue) のため",
        en: "the output layer is \(activation.rawValue)")
    case .outputsSumToOne:
      LocalizedText(ja: "出力の合計が 1 のため", en: "the outputs sum up to 1")
    case .usual:
      LocalizedText(
        ja: "ほかに手がかりがないため。loss= で選べます", en: "nothing says otherwise; loss= chooses")
    }
  }
}

extension FunctionCheck.Result {
  /// What the check of functions has to say beside that of any gradient.
  var notes: [LocalizedText] {
    guard !integers.isEmpty else { return [] }
    let list = integers.joined(separator: ", ")
    let what = integers.count == 1 ? "\(list) holds" : "\(list) hold"
    return [
      LocalizedText(
        ja: "  整数: \(list) の要素は整数なので、小数にして調べました。整数の配列は -= で更新できません。1 でなく 1.0 と書いてください。",
        en:
          "  integers: \(what) whole numbers, checked as floats. An update with -= fails on such an array: write 1.0 for 1."
      )
    ]
  }
}
