import LinearAlgebra
import Localization
import NeuralNetworks
import SourceText

extension NetworkError {
  /// The words for what cannot be done with a network.
  var wording: Wording {
    switch self {
    case .noLayers:
      return Wording(
        ja: "層がありません", en: "there are no layers",
        helpJa: "入力の数のあとに層を書いてください。例: layers 2 3 1",
        helpEn: "write layers after the number of inputs: layers 2 3 1.")
    case .invalidSize(let size, let layer):
      return Wording(
        ja: "\(layer == 0 ? "入力" : "層 \(layer) ")の大きさは 1 以上でなければなりませんが、\(size) でした",
        en:
          "the size of \(layer == 0 ? "the input" : "layer \(layer)") must be at least 1, got \(size)"
      )
    case .activationCount(let found, let layers):
      return Wording(
        ja: "層は \(layers) 個ですが、活性化関数は \(found) 個でした",
        en: "\(Quantity.counted(layers, "activation")) wanted, one per layer, got \(found)")
    case .tooManyParameters(let count, let bytes, let limit):
      return Wording(
        ja: "パラメータが \(Quantity.large(count)) 個、\(Quantity.bytes(bytes)) になります",
        en: "that is \(Quantity.large(count)) parameters, \(Quantity.bytes(bytes))",
        helpJa:
          "上限は \(Quantity.count(limit)) 個 (\(Quantity.bytes(Double(limit) * 8))) です。層を小さくしてください。",
        helpEn:
          "the limit is \(Quantity.count(limit)), \(Quantity.bytes(Double(limit) * 8)): make the layers smaller."
      )
    case .batchTooLarge(let samples, let bytes, let limit):
      return Wording(
        ja: "\(Quantity.count(samples)) サンプルを一度に流すと \(Quantity.bytes(bytes)) になります",
        en: "\(Quantity.count(samples)) samples at once need \(Quantity.bytes(bytes))",
        helpJa: "上限は \(Quantity.bytes(Double(limit) * 8)) です。batch= で分けてください。",
        helpEn: "the limit is \(Quantity.bytes(Double(limit) * 8)): split them with batch=.")
    case .emptyBatch:
      return Wording(ja: "サンプルがありません", en: "there are no samples")
    case .inputWidth(let expected, let found):
      return Wording(
        ja: "入力は \(expected) 個必要ですが、\(found) 個でした",
        en: "the network takes \(Quantity.counted(expected, "input")), got \(found)")
    case .targetShape(let expected, let found):
      return Wording(
        ja: "目標出力の形は \(ArrayFormat.tuple(expected)) でなければなりませんが、\(ArrayFormat.tuple(found)) でした",
        en:
          "the target must have the shape \(ArrayFormat.tuple(expected)), got \(ArrayFormat.tuple(found))"
      )
    case .unknownParameter(let name, let known):
      let list = known.joined(separator: " ")
      return Wording(
        ja: "'\(name)' というパラメータはありません", en: "there is no parameter '\(name)'",
        helpJa: "あるもの: \(list)", helpEn: "there are: \(list)")
    case .parameterShape(let name, let expected, let found):
      return Wording(
        ja:
          "\(name) の形は \(ArrayFormat.tuple(expected)) でなければなりませんが、\(ArrayFormat.tuple(found)) でした",
        en: "\(name) has the shape \(ArrayFormat.tuple(expected)), got \(ArrayFormat.tuple(found))",
        helpJa: name.kind == .weights ? "行が入力、列がユニットです。" : "ユニットごとに一つの数です。",
        helpEn: name.kind == .weights
          ? "one row per input, one column per unit." : "one number per unit.")
    case .parameterIndex(let name, let index, let shape):
      let first = shape.map { _ in "0" }.joined(separator: ",")
      let last = shape.map { String($0 - 1) }.joined(separator: ",")
      let written = index.map(String.init).joined(separator: ",")
      return Wording(
        ja: "\(name)[\(written)] はありません。\(name) の形は \(ArrayFormat.tuple(shape)) です",
        en: "there is no \(name)[\(written)]: \(name) has the shape \(ArrayFormat.tuple(shape))",
        helpJa: "番号は \(name)[\(first)] から \(name)[\(last)] までです (0 から数えます)。",
        helpEn: "indices go from \(name)[\(first)] to \(name)[\(last)], counted from 0.")
    case .otherNetwork:
      return Wording(
        ja: "別のネットワークの結果です", en: "these are results of another network",
        helpJa: "もう一度 forward を実行してください。", helpEn: "run forward again.")
    }
  }
}

extension TrainingError {
  /// The words for training that cannot start.
  var wording: Wording {
    switch self {
    case .network(let error): error.wording
    case .learningRate(let rate):
      Wording(
        ja: "学習率は 0 より大きい数ですが、\(rate) でした",
        en: "the learning rate must be above 0, got \(rate)")
    case .batchSize(let size, let samples):
      Wording(
        ja: "バッチの大きさは 1 以上 \(samples) (サンプル数) 以下ですが、\(size) でした",
        en: "the batch size must be 1 … \(samples), the number of samples, got \(size)")
    case .amount:
      Wording(ja: "更新の回数が多すぎます", en: "these are too many updates to count")
    case .reportInterval(let interval):
      Wording(
        ja: "every= は 1 以上ですが、\(interval) でした", en: "every= must be at least 1, got \(interval)")
    }
  }
}

extension GradientCheckError {
  /// The words for a gradient check that cannot be made.
  var wording: Wording {
    switch self {
    case .network(let error): error.wording
    case .step(let h):
      Wording(
        ja: "h は 0 より大きい数ですが、\(h) でした", en: "h must be above 0, got \(h)")
    case .tooCostly(let multiplications, let limit):
      Wording(
        ja:
          "数値微分に掛け算が約 \(ArrayFormat.scientific(multiplications)) 回必要で、上限 \(ArrayFormat.scientific(limit)) を超えます",
        en:
          "numeric gradients would take about \(ArrayFormat.scientific(multiplications)) multiplications, more than \(ArrayFormat.scientific(limit))",
        helpJa: "ネットワークかバッチを小さくしてください。数値微分は 2 × パラメータ数の順伝播が必要です。",
        helpEn: "use a smaller network or batch: it takes two forward passes for every parameter.")
    case .interrupted: Wording(ja: "中断しました", en: "interrupted")
    }
  }
}

extension NetworkFile.Problem {
  /// The words for an archive that is no network.
  func wording(path: String) -> Wording {
    let (ja, en) = reason
    return Wording(
      ja: "\(path) はネットワークではありません: \(ja)", en: "\(path) is not a network: \(en)",
      helpJa: "W1, b1, W2, b2 … を順に入れて numpy.savez(FILE, W1=W1, b1=b1, …) と保存してください。",
      helpEn: "it must hold W1, b1, W2, b2 …, as numpy.savez(FILE, W1=W1, b1=b1, …) writes them.")
  }

  private var reason: (ja: String, en: String) {
    switch self {
    case .missing(let name): ("\(name) がありません", "there is no \(name)")
    case .notNumbers(let name): ("\(name) が数ではありません", "\(name) is not made of numbers")
    case .shape(let name, let expected, let found):
      (
        "\(name) の形は \(expected) のはずですが、\(ArrayFormat.tuple(found)) でした",
        "\(name) must have the shape \(expected), got \(ArrayFormat.tuple(found))"
      )
    case .notFinite(let name): ("\(name) に nan か inf があります", "\(name) holds nan or inf")
    case .plan(let text): ("layers '\(text)' が読めません", "its layers '\(text)' cannot be read")
    case .network(let error): (error.wording.message.ja, error.wording.message.en)
    }
  }
}

extension DatasetError {
  /// The words for data that cannot be made.
  var wording: Wording {
    switch self {
    case .sampleCount(let count, let limit):
      Wording(
        ja: "サンプル数は 1 以上 \(Quantity.count(limit)) 以下ですが、\(Quantity.count(count)) でした",
        en: "n must be 1 … \(Quantity.count(limit)), got \(Quantity.count(count))",
        helpJa: "n= を小さくしてください。", helpEn: "choose a smaller n=.")
    case .size(let name, let found, let least, let limit):
      Wording(
        ja: "\(name) は \(least) 以上 \(Quantity.count(limit)) 以下ですが、\(found) でした",
        en: "\(name) must be \(least) … \(Quantity.count(limit)), got \(found)")
    case .noise(let width):
      Wording(
        ja: "noise は 0 以上の数ですが、\(width) でした", en: "noise must be 0 or more, got \(width)")
    }
  }
}

extension ArrayLiteralError {
  /// The words for a number or nested list that cannot be read.
  var wording: Wording {
    switch problem {
    case .missing:
      return Wording(
        ja: "値がありません", en: "a value is missing",
        helpJa: "例: 0.5、[1, 2]、[[1, 2], [3, 4]]",
        helpEn: "for example 0.5, [1, 2] or [[1, 2], [3, 4]].")
    case .notANumber(let text):
      return Wording(
        ja: "数が必要ですが、'\(text)' でした", en: "expected a number, got '\(text)'",
        helpJa: "例: 0.5、-2、1e-3", helpEn: "for example 0.5, -2 or 1e-3.")
    case .tooLarge(let text):
      return Wording(
        ja: "\(text) は大きすぎます", en: "\(text) is too large",
        helpJa: "表せる最大は約 1.8e308 です。", helpEn: "the largest number is about 1.8e308.")
    case .missingComma:
      return Wording(
        ja: "コンマがありません", en: "a comma is missing here",
        helpJa: "数は , で区切ります: [1, 2]", helpEn: "numbers are separated by commas: [1, 2].")
    case .unclosed:
      return Wording(
        ja: "この [ が閉じられていません", en: "this [ is never closed",
        helpJa: "] を補ってください。", helpEn: "add the ] that is missing.")
    case .ragged(let expected, let found, let index):
      return Wording(
        ja:
          "行の長さがそろっていません: \(index) 番の要素の形は \(ArrayFormat.tuple(found)) で、はじめの \(ArrayFormat.tuple(expected)) と違います",
        en:
          "rows differ: element \(index) has the shape \(ArrayFormat.tuple(found)), the first has \(ArrayFormat.tuple(expected))",
        helpJa: "すべての行に同じ個数の数を書いてください。", helpEn: "give every row the same number of numbers.")
    case .tooDeep(let limit):
      return Wording(
        ja: "かっこが \(limit) 重より深くなっています", en: "brackets are nested more than \(limit) deep")
    case .unexpected(let text):
      return Wording(
        ja: "'\(text)' が余っています", en: "'\(text)' does not belong here")
    }
  }
}
