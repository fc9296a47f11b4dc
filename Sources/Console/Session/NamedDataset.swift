import LinearAlgebra
import Localization
import NeuralNetworks

/// Data with a name for people.
struct NamedDataset: Sendable {
  /// The samples.
  var dataset: Dataset
  /// Where they come from: `linear 2 3, seed 1`, or a file's name.
  var name: String

  /// The data in one line: name, samples, shapes, classes.
  var summary: LocalizedText {
    let (x, d) = (dataset.inputs, dataset.targets)
    let classes =
      dataset.isOneHot ? " (" + dataset.targetNames.joined(separator: ", ") + ")" : ""
    return LocalizedText(
      ja:
        "データ \(name): \(Quantity.count(dataset.count)) サンプル · 入力 \(x.columns) · 目標出力 \(d.columns)\(classes)",
      en:
        "data \(name): \(Quantity.counted(dataset.count, "sample")) · \(Quantity.counted(x.columns, "input")) · \(Quantity.counted(d.columns, "target"))\(classes)"
    )
  }

  /// Whether its columns are a network's inputs and outputs.
  func fits(_ network: Network) -> Bool {
    dataset.inputs.columns == network.architecture.inputs
      && dataset.targets.columns == network.architecture.outputs
  }

  /// Shows the data: its summary and the first rows.
  func show(first count: Int, _ output: (Output) -> Void) {
    output(.line(summary, .plain))
    guard count > 0 else { return }
    // The class of a sample says more than its one-hot row.
    let classColumn = classColumn
    let names = dataset.inputNames + (classColumn.map { [$0.title] } ?? dataset.targetNames)
    // A row of hundreds of columns helps nobody: the first and the last ones do.
    let limit = 12
    let shown =
      names.count <= limit
      ? Array(names.indices) : Array(0..<6) + Array((names.count - 5)..<names.count)
    var table = OutputTable([.number(ja: "番号", en: "sample")])
    for (place, column) in shown.enumerated() {
      if place == 6, names.count > limit { table.columns.append(.text(ja: "…", en: "…")) }
      table.columns.append(.number(ja: names[column], en: names[column]))
    }
    for sample in 0..<min(count, dataset.count) {
      let targets = dataset.targets.row(sample)
      let cells =
        dataset.inputs.row(sample).map { ArrayFormat.brief($0) }
        + (classColumn.map { [$0.classes[targets.firstIndex(of: 1) ?? 0]] }
          ?? targets.map { ArrayFormat.brief($0) })
      var row = [OutputTable.Cell(String(sample), .dim)]
      for (place, column) in shown.enumerated() {
        if place == 6, names.count > limit { row.append("…") }
        row.append(OutputTable.Cell(cells[column]))
      }
      table.rows.append(row)
    }
    output(.table(table))
    if count < dataset.count {
      let rest = Quantity.count(dataset.count - count)
      output(.line(ja: "  ほか \(rest) サンプル", en: "  and \(rest) more", .dim))
    }
  }

  /// The one column that one-hot targets stand for: `class=setosa, class=virginica …` are the
  /// classes of the column `class`.
  private var classColumn: (title: String, classes: [String])? {
    guard dataset.isOneHot else { return nil }
    let parts = dataset.targetNames.map { $0.split(separator: "=", maxSplits: 1) }
    guard let title = parts[0].first, parts.allSatisfy({ $0.count == 2 && $0[0] == title }) else {
      return ("d", dataset.targetNames)
    }
    return (String(title), parts.map { String($0[1]) })
  }

  /// Shows how a network does on the data: the mean loss, and the accuracy where there are classes.
  func report(_ network: Network, environment: Environment) throws(ConsoleError) {
    try network.check(data: dataset)
    do {
      let loss = try network.loss(on: dataset)
      let name = network.architecture.loss.displayName
      let value = ArrayFormat.brief(loss)
      let count = Quantity.count(dataset.count)
      let accuracy = try dataset.accuracy(of: network).map {
        (ja: " · 正解率 \(Quantity.percent($0))", en: " · accuracy \(Quantity.percent($0))")
      }
      environment.output(
        .line(
          ja: "データ \(count) サンプルの\(name.ja) \(value)\(accuracy?.ja ?? "")",
          en:
            "\(name.en) over \(Quantity.counted(dataset.count, "sample")) \(value)\(accuracy?.en ?? "")"
        ))
    } catch {
      throw ConsoleError(.network(error))
    }
  }
}

extension Network {
  /// The mean loss over all samples of a dataset, computed in parts that fit into memory.
  func loss(on data: Dataset) throws(NetworkError) -> Double {
    let part = max(1, min(data.count, (1 << 20) / max(1, architecture.unitCount)))
    var total = 0.0
    var start = 0
    while start < data.count {
      let end = min(start + part, data.count)
      let pass = try forward(data.inputs.rows(start..<end))
      total += try loss(of: pass, target: data.targets.rows(start..<end)) * Double(end - start)
      start = end
    }
    return total / Double(data.count)
  }

  /// Fails unless the columns of a dataset are the network's inputs and outputs.
  func check(data: Dataset) throws(ConsoleError) {
    guard
      data.inputs.columns == architecture.inputs, data.targets.columns == architecture.outputs
    else {
      throw ConsoleError(
        .dataShape(
          inputs: data.inputs.columns, targets: data.targets.columns, layers: layersText))
    }
  }
}

extension Matrix {
  /// Some of the rows.
  func rows(_ range: Range<Int>) -> Matrix {
    Matrix(
      rows: range.count, columns: columns,
      elements: Array(elements[range.lowerBound * columns..<range.upperBound * columns]))
  }
}
