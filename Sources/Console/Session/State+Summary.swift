import LinearAlgebra
import Localization
import NeuralNetworks

extension State {
  /// The network and what else there is, as `show` and `layers` show it.
  var summary: [Output] {
    var outputs: [Output] = []
    if let network {
      outputs.append(.table(Self.table(of: network.architecture)))
      outputs.append(.line(details(of: network), .plain))
    } else {
      outputs.append(
        .line(
          ja: "ネットワークはまだありません (例: layers 3 5:relu 4:softmax)",
          en: "there is no network yet (try layers 3 5:relu 4:softmax)", .dim))
    }
    if let input { outputs.append(.line("  x = \(Self.brief(input))", .plain)) }
    if let target { outputs.append(.line("  d = \(Self.brief(target))", .plain)) }
    if let data { outputs.append(.line(data.summary, .plain)) }
    if let training {
      let updates = Quantity.count(training.updates)
      let name = training.options.optimizer.name
      outputs.append(
        .line(
          ja:
            "学習: \(updates) 回更新 · \(name) · ε = \(ArrayFormat.brief(training.options.learningRate))",
          en:
            "training: \(Quantity.counted(training.updates, "update")) · \(name) · ε = \(ArrayFormat.brief(training.options.learningRate))"
        ))
    }
    return outputs
  }

  private static func table(of architecture: Architecture) -> OutputTable {
    var table = OutputTable([
      .text(ja: "層", en: "layer"), .number(ja: "ユニット", en: "units"),
      .text(ja: "活性化関数", en: "activation"), .text(ja: "W", en: "W"), .text(ja: "b", en: "b"),
      .number(ja: "パラメータ", en: "parameters"),
    ])
    table.rows.append([
      OutputTable.Cell(ja: "入力", en: "input"), OutputTable.Cell("\(architecture.inputs)"), "", "",
      "", "",
    ])
    for (index, layer) in architecture.layers.enumerated() {
      table.rows.append([
        OutputTable.Cell("\(index + 1)"), OutputTable.Cell("\(layer.units)"),
        OutputTable.Cell(layer.activation.rawValue),
        OutputTable.Cell(ArrayFormat.tuple([layer.inputs, layer.units])),
        OutputTable.Cell(ArrayFormat.tuple([layer.units])),
        OutputTable.Cell("\((layer.inputs + 1) * layer.units)"),
      ])
    }
    return table
  }

  private func details(of network: Network) -> LocalizedText {
    let architecture = network.architecture
    let loss = architecture.loss.displayName
    let count = Quantity.count(architecture.parameterCount)
    let start = origin.map { " · \($0.initializer.rawValue), seed \($0.seed)" } ?? ""
    return LocalizedText(
      ja: "  誤差関数: \(loss.ja) · パラメータ \(count) 個\(start)",
      en: "  loss: \(loss.en) · \(count) parameters\(start)")
  }

  /// Samples in one line: the values of a small single one, else the shape.
  private static func brief(_ samples: Samples) -> String {
    samples.isSingle && samples.matrix.columns <= 8
      ? samples.value.text : "shape \(ArrayFormat.tuple(samples.value.shape))"
  }
}
