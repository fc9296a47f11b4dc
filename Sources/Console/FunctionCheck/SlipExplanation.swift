import LinearAlgebra
import Localization
import NeuralNetworks

/// What a diagnosis of gradients says, in the notation of the course: which arrays are right, in
/// which δ the slip is, what the learner's formula equals, and what the chain rule asks for.
struct SlipExplanation {
  let check: GradientCheck
  let diagnosis: GradientDiagnosis?
  let activations: [Activation]
  let isTransposed: Bool
  let samples: Int
  let outputs: Int

  init(_ result: FunctionCheck.Result) {
    check = result.check
    diagnosis = result.diagnosis
    activations = result.network?.architecture.activations ?? []
    isTransposed = result.isTransposed
    (samples, outputs) = (result.samples, result.outputs)
  }

  /// The explanation, line by line; empty where nothing is wrong.
  var lines: [LocalizedText] {
    guard !check.isFine else { return [] }
    let slips = diagnosis?.slips ?? []
    var lines = [header(slips)]
    for layer in Set(slips.map(\.layer)).sorted(by: >) {
      let here = slips.filter { $0.layer == layer }
      lines += deltaLines(here, layer)
      lines += here.compactMap { arrayLine($0) }
    }
    lines += shapeLines + openLines
    return lines.map { LocalizedText(ja: "  " + $0.ja, en: "  " + $0.en) }
  }

  // MARK: Which arrays

  private func header(_ slips: [GradientSlip]) -> LocalizedText {
    let wrong = check.rows.filter { !$0.verdict.isFine }.map(\.name)
    let right = check.rows.filter(\.verdict.isFine).map(\.name)
    var places: [String] = []
    for slip in slips {
      let new =
        switch slip.kind {
        case .arrayFactor(_, let names): names.map { "grad['\($0)']" }
        case .layerInput, .gradientTransposed: ["grad['W\(slip.layer)']"]
        default: ["delta\(slip.layer)"]
        }
      places += new.filter { !places.contains($0) }
    }
    if places.isEmpty { places = firstWrongPlace.map { [$0] } ?? [] }
    let verdict = LocalizedText(
      ja: right.isEmpty
        ? "どの配列も誤りです" : "\(Self.list(right).ja) は正しく、\(Self.list(wrong).ja) が誤りです",
      en: right.isEmpty
        ? "All arrays are wrong"
        : "\(Self.list(right).en) \(right.count == 1 ? "is" : "are") right, \(Self.list(wrong).en) \(wrong.count == 1 ? "is" : "are") wrong"
    )
    guard !places.isEmpty else { return LocalizedText(ja: verdict.ja + "。", en: verdict.en + ".") }
    let list = Self.list(places)
    return LocalizedText(
      ja: "\(verdict.ja): 誤りは \(list.ja) にあります。",
      en: "\(verdict.en): the slip\(places.count == 1 ? " is" : "s are") in \(list.en).")
  }

  /// The δ or gradient in which the first error sits, the last layer first; nil where the arrays
  /// are not W1, b1 …, or have no gradient to look at.
  private var firstWrongPlace: String? {
    let wrong = check.rows.compactMap { row -> ParameterName? in
      switch row.verdict {
      case .disagrees, .notFinite: ParameterName(row.name)
      default: nil
      }
    }
    guard let layer = wrong.map(\.layer).max() else { return nil }
    let kinds = wrong.filter { $0.layer == layer }.map(\.kind)
    // Right biases mean a right δ, for they are its sum.
    if kinds.contains(.biases) { return kinds.count == 2 ? "delta\(layer)" : "grad['b\(layer)']" }
    let hasBiases = check.rows.contains { $0.name == "b\(layer)" && $0.verdict.isFine }
    return hasBiases ? "grad['W\(layer)']" : "delta\(layer)"
  }

  static func list(_ names: [String]) -> (ja: String, en: String) {
    let last = names.count > 1 ? " and " + names[names.count - 1] : ""
    let front = names.count > 1 ? Array(names.dropLast()) : names
    return (names.joined(separator: "、"), front.joined(separator: ", ") + last)
  }

  // MARK: Shapes

  /// What to do about gradients of another shape.
  private var shapeLines: [LocalizedText] {
    check.rows.compactMap { row in
      guard let name = ParameterName(row.name) else { return nil }
      let delta = "delta\(name.layer)"
      let input = name.layer == 1 ? "x" : "z\(name.layer - 1)"
      switch (row.verdict, name.kind) {
      case (.transposed, .weights) where !isTransposed:
        return LocalizedText(
          ja: "grad['\(name)'] は np.dot(\(input).T, \(delta)) です。順序を逆にすると転置になります。",
          en:
            "grad['\(name)'] is np.dot(\(input).T, \(delta)): the other order gives the transpose.")
      case (.misshapen(let found), .biases) where found == [samples] + row.shape:
        return LocalizedText(
          ja:
            "grad['\(name)'] にはサンプルごとの行があります。np.sum(\(delta), axis=0) で足し合わせます。",
          en:
            "grad['\(name)'] has a row for each sample: add them up, np.sum(\(delta), axis=0).")
      case (.misshapen(let found), _):
        return LocalizedText(
          ja:
            "grad['\(name)'] の形は \(ArrayFormat.tuple(found)) ですが、\(name) と同じ \(ArrayFormat.tuple(row.shape)) でなければ network['\(name)'] から引けません。",
          en:
            "grad['\(name)'] has the shape \(ArrayFormat.tuple(found)); to be taken from network['\(name)'] it needs \(ArrayFormat.tuple(row.shape)), too."
        )
      default: return nil
      }
    }
  }

  // MARK: What stays open

  private var openLines: [LocalizedText] {
    let named = diagnosis?.unexplained.map(\.description)
    let open = check.rows.filter { row in
      guard [.disagrees, .notFinite].contains(row.verdict) else { return false }
      return named?.contains(row.name) ?? true
    }
    // The last layer first: an error in it explains those before it.
    guard
      let row = open.max(by: {
        (ParameterName($0.name)?.layer ?? 0) < (ParameterName($1.name)?.layer ?? 0)
      })
    else { return [] }
    func element(_ place: Int) -> String {
      let index = row.index(of: place).map(String.init).joined(separator: ", ")
      return "grad['\(row.name)']" + (index.isEmpty ? "" : "[\(index)]")
    }
    let worst = element(row.worst)
    let (found, right) = (
      ArrayFormat.brief(row.backprop), ArrayFormat.brief(row.numeric)
    )
    var lines = [
      LocalizedText(
        ja: "よくある誤りのどれでもありません。まず \(worst) を見てください: \(found) ですが、数値微分は \(right) です。",
        en:
          "None of the usual slips gives this. Look at \(worst) first: it is \(found), the numeric gradient \(right)."
      )
    ]
    if let first = row.first, first.place != row.worst {
      let (place, found, right) = (
        element(first.place), ArrayFormat.brief(first.backprop), ArrayFormat.brief(first.numeric)
      )
      lines.append(
        LocalizedText(
          ja: "最初に違う要素は \(place) です: \(found) ですが、数値微分は \(right) です。",
          en:
            "The first element that differs is \(place): it is \(found), the numeric gradient \(right)."
        ))
    }
    return lines
  }

  // MARK: Words

  /// How exactly a formula gives the claimed values: `to 1e-16`.
  var precision: (ja: String, en: String, factorJa: String) {
    let deviation = diagnosis?.deviation ?? 0
    guard deviation > 0 else { return ("ぴったり一致します", " exactly", "") }
    var power = 1e-16
    var exponent = 16
    while power < deviation, exponent > 1 { (power, exponent) = (power * 10, exponent - 1) }
    let text = "1e-\(exponent < 10 ? "0" : "")\(exponent)"
    return (" \(text) まで一致します", " to \(text)", " (\(text) まで)")
  }
}

extension LocalizedText {
  /// A text that is the same in both languages.
  init(same text: String) { self.init(ja: text, en: text) }

  static func += (left: inout LocalizedText, right: LocalizedText) {
    left = LocalizedText(ja: left.ja + right.ja, en: left.en + right.en)
  }
}
