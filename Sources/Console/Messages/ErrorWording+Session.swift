import Localization

extension ConsoleError.Reason {
  /// The words for what the session lacks for a line.
  var sessionWording: Wording {
    switch self {
    case .noNetwork(let command):
      return Wording(
        ja: "\(command) にはネットワークが必要ですが、まだありません",
        en: "\(command) needs a network, and there is none yet",
        helpJa: "まず作ってください。例: layers 3 5:relu 4:softmax",
        helpEn: "make one first, for example layers 3 5:relu 4:softmax.")
    case .noInput(let command):
      return Wording(
        ja: "\(command) には入力 x が必要ですが、まだありません",
        en: "\(command) needs an input x, and there is none yet",
        helpJa: "例: input 1 2 3", helpEn: "for example input 1 2 3.")
    case .noTarget(let command):
      return Wording(
        ja: "\(command) には目標出力 d が必要ですが、まだありません",
        en: "\(command) needs a target d, and there is none yet",
        helpJa: "例: target 0 0 0 1", helpEn: "for example target 0 0 0 1.")
    case .noForwardPass(let command):
      return Wording(
        ja: "\(command) の前に順伝播が必要です",
        en: "\(command) needs the results of a forward pass, and there are none",
        helpJa: "まず forward を実行してください。", helpEn: "run forward first.")
    case .noData(let command) where command.hasPrefix(DataCommand.name):
      return Wording(
        ja: "\(command) にはデータが必要ですが、まだありません",
        en: "\(command) needs data, and there is none yet",
        helpJa: "例: data make linear 2 3 n=1000、または data load FILE.csv",
        helpEn: "for example data make linear 2 3 n=1000, or data load FILE.csv.")
    case .noData(let command):
      return Wording(
        ja: "\(command) には x と d、またはデータが必要ですが、まだありません",
        en: "\(command) needs x and d, or data, and there are none yet",
        helpJa: "例: input 1 2 と target 1、または data make linear 2 3 n=1000",
        helpEn: "for example input 1 2 and target 1, or data make linear 2 3 n=1000.")
    case .unknownQuantity(let name, let known, let suggestions):
      let list = known.joined(separator: " ")
      return Wording(
        ja: "'\(name)' という値はありません", en: "there is no value named '\(name)'",
        help: Wording.didYouMean(suggestions)
          ?? LocalizedText(
            ja: known.isEmpty ? "まず layers でネットワークを作ってください。" : "あるもの: \(list)",
            en: known.isEmpty ? "make a network with layers first." : "there are: \(list)"))
    case .inputCount(let found, let expected, let layers):
      return Wording(
        ja: "入力は \(expected) 個必要ですが (\(layers))、\(found) 個でした",
        en:
          "the network takes \(expected) input\(expected == 1 ? "" : "s") (\(layers)), got \(found)",
        helpJa: "入力層のユニット数だけ数を書いてください。何サンプルもあるときは [[…], […]] と書きます。",
        helpEn: "give one number per input; write several samples as [[…], […]].")
    case .targetCount(let found, let expected, let layers):
      return Wording(
        ja: "目標出力は \(expected) 個必要ですが (\(layers))、\(found) 個でした",
        en:
          "the network has \(expected) output\(expected == 1 ? "" : "s") (\(layers)), got \(found) target\(found == 1 ? "" : "s")",
        helpJa: "出力層のユニット数だけ数を書いてください。", helpEn: "give one number per output.")
    case .sampleCount(let inputs, let targets):
      return Wording(
        ja: "入力は \(inputs) サンプル、目標出力は \(targets) サンプルで、数が合いません",
        en:
          "\(inputs) input sample\(inputs == 1 ? "" : "s") but \(targets) target sample\(targets == 1 ? "" : "s")",
        helpJa: "input と target の行の数をそろえてください。",
        helpEn: "give input and target the same number of rows.")
    case .dataShape(let inputs, let targets, let layers):
      return Wording(
        ja: "データは 入力 \(inputs) 列・目標出力 \(targets) 列で、ネットワーク (\(layers)) と合いません",
        en:
          "the data has \(inputs) input and \(targets) target columns, which does not fit \(layers)",
        helpJa: "layers \(inputs) … \(targets) の形にしてください。",
        helpEn: "make a network layers \(inputs) … \(targets).")
    case .nothingToUndo:
      return Wording(ja: "取り消すものがありません", en: "there is nothing to undo")
    case .nothingToRedo:
      return Wording(
        ja: "やり直すものがありません", en: "there is nothing to redo",
        helpJa: "redo は undo の直後だけ使えます。", helpEn: "redo follows an undo.")
    case .notRecording:
      return Wording(
        ja: "記録していません", en: "nothing is being recorded",
        helpJa: "record FILE で始めます。", helpEn: "record FILE begins.")
    case .alreadyRecording(let path):
      return Wording(
        ja: "すでに \(path) に記録しています", en: "already recording to \(path)",
        helpJa: "record stop で終えてから始めてください。", helpEn: "end it with record stop first.")
    default: preconditionFailure("not an error of a session: \(self)")
    }
  }
}
