import NumPyLanguage
import SourceText

/// A key with a slip put into it. An answer that leads to the same values has that slip.
struct KeyMutation: Hashable {
  /// The slip; nil where only the names tell what is wrong.
  var slip: Slip?
  /// The key with the slip.
  var text: String
  /// The name that was put in, and the one that belongs there; nil for other slips.
  var names: NamePair?

  /// A name that stands where another belongs.
  struct NamePair: Hashable {
    var found: String
    var expected: String
  }

  /// The most slips that are put into one key.
  static let limit = 240

  /// All slips that can be put into a key, likely ones first.
  ///
  /// - Parameters:
  ///   - key: the key, a formula or code.
  ///   - variables: the names that may stand for each other.
  static func all(of key: AnswerProgram, variables: [String]) -> [KeyMutation] {
    var maker = KeyMutationMaker(key, variables: variables)
    maker.make()
    return maker.mutations
  }
}

/// Puts slips into the tokens of a key.
private struct KeyMutationMaker {
  private let editor: TokenEditor
  private let tokens: [SourceToken]
  private let variables: [String]
  private(set) var mutations: [KeyMutation] = []
  private var seen: Set<String>

  init(_ key: AnswerProgram, variables: [String]) {
    editor = TokenEditor(key.text, key.tokens)
    tokens = editor.tokens
    self.variables = variables
    seen = [key.text]
  }

  mutating func make() {
    let groups = editor.groups()
    for group in groups { dropTerms(of: group) }
    changeCalls()
    for group in groups { dropFactors(of: group) }
    swapTargetAndOutput()
    exchangeNames()
    for group in groups { changeSigns(of: group) }
    changeProducts()
    changeAxes()
    changeTranspositions()
  }

  private mutating func add(
    _ slip: Slip?, _ edits: [(Range<Int>, String)], _ names: KeyMutation.NamePair? = nil
  ) {
    guard mutations.count < KeyMutation.limit else { return }
    let text = editor.text(with: edits)
    guard seen.insert(text).inserted else { return }
    mutations.append(KeyMutation(slip: slip, text: text, names: names))
  }

  // MARK: Sums and products

  /// `a + b` without each of its terms.
  private mutating func dropTerms(of group: TokenEditor.Group) {
    let signs = editor.binary(in: group, ["+", "-"])
    guard !signs.isEmpty else { return }
    for (number, sign) in signs.enumerated() {
      let end = number + 1 < signs.count ? signs[number + 1] : group.range.upperBound
      let term = tokens[(sign + 1)..<end]
      let isBias = term.count == 1 && term.first?.text.lowercased().hasPrefix("b") == true
      add(isBias ? .missingBias : .missingTerm, [(sign..<end, "")])
    }
    if tokens[signs[0]].text == "+" {
      let first = tokens[group.range.lowerBound..<signs[0]]
      let isBias = first.count == 1 && first.first?.text.lowercased().hasPrefix("b") == true
      add(isBias ? .missingBias : .missingTerm, [(group.range.lowerBound..<(signs[0] + 1), "")])
    }
  }

  /// `a + b` as `a - b`, and a minus left out.
  private mutating func changeSigns(of group: TokenEditor.Group) {
    for sign in editor.binary(in: group, ["+", "-"]) {
      add(.sign, [(sign..<(sign + 1), tokens[sign].text == "+" ? " - " : " + ")])
    }
    if let first = group.range.first, tokens[first].text == "-" {
      add(.sign, [(first..<(first + 1), "")])
    }
  }

  /// `a * b` and `a / b` without each of their factors.
  private mutating func dropFactors(of group: TokenEditor.Group) {
    let signs = editor.binary(in: group, ["*", "/"])
    let stops = Set(editor.binary(in: group, ["+", "-", "*", "/", "@", "%"]))
    for sign in signs {
      var end = sign + 1
      while end < group.range.upperBound, !stops.contains(end) { end += 1 }
      let factor = tokens[(sign + 1)..<end]
      add(slip(ofFactor: factor, isDivisor: tokens[sign].text == "/"), [(sign..<end, "")])
      // z * (1 - z) is one derivative.
      if let next = signs.first(where: { $0 == end }), tokens[next].text == "*",
        isDerivative(of: factor, tokens[(next + 1)...])
      {
        let last = editor.groupEnd(next + 1)
        add(.missingDerivative, [(sign..<last, "")])
      }
      if tokens[sign].text == "*" {
        var start = sign
        while start > group.range.lowerBound, !stops.contains(start - 1) { start -= 1 }
        add(slip(ofFactor: tokens[start..<sign], isDivisor: false), [(start..<(sign + 1), "")])
      }
    }
  }

  private func slip(ofFactor factor: ArraySlice<SourceToken>, isDivisor: Bool) -> Slip {
    if factor.contains(where: { $0.text.hasPrefix("d_") }) { return .missingDerivative }
    if isDivisor || factor.allSatisfy({ $0.kind == .number }) { return .factor }
    return .missingFactor
  }

  /// Whether `( 1 - z )` follows a factor `z`.
  private func isDerivative(
    of factor: ArraySlice<SourceToken>, _ rest: ArraySlice<SourceToken>
  ) -> Bool {
    let found = rest.prefix(4 + factor.count).map(\.text)
    return found == ["(", "1", "-"] + factor.map(\.text) + [")"]
  }

  /// `np.dot(a, b)` and `a @ b` with their operands exchanged, or multiplied element by element.
  private mutating func changeProducts() {
    for (index, token) in tokens.enumerated() {
      if token.text == "@", token.kind == .symbol {
        let (left, right) = (editor.primaryStart(index), editor.primaryEnd(index + 1))
        guard left < index, index + 1 < right else { continue }
        let texts = (editor.text(of: left..<index), editor.text(of: (index + 1)..<right))
        add(.operandsSwapped, [(left..<right, "\(texts.1) @ \(texts.0)")])
        add(.notSummed, [(index..<(index + 1), "*")])
      }
      guard let call = editor.call(at: index), call.arguments.count == 2 else { continue }
      let (first, second) = (call.arguments[0], call.arguments[1])
      let texts = (editor.text(of: first), editor.text(of: second))
      let isTarget = Set([texts.0, texts.1]) == ["d", "y"]
      add(
        isTarget ? .targetAndOutputSwapped : .operandsSwapped,
        [(first, texts.1), (second, texts.0)]
      )
      if ["dot", "matmul"].contains(token.text) {
        add(.notSummed, [(call.range, "(\(texts.0)) * (\(texts.1))")])
      }
    }
  }

  // MARK: Functions

  private static let activations = ["relu", "sigmoid", "tanh", "softmax", "step_function"]

  /// Calls left out, or of a related function.
  private mutating func changeCalls() {
    for (index, token) in tokens.enumerated() {
      guard token.kind == .name, let call = editor.call(at: index) else { continue }
      let bare = call.arguments.first.map { "(\(editor.text(of: $0)))" }
      let name = index..<(index + 1)
      switch token.text {
      case let activation where Self.activations.contains(activation):
        if let bare, call.arguments.count == 1 { add(.missingActivation, [(call.range, bare)]) }
        for other in Self.activations where other != activation {
          let module = other == "tanh" ? "np" : "functions"
          add(.wrongActivation, [(call.range.lowerBound..<(index + 1), "\(module).\(other)")])
        }
      case "exp": if let bare { add(.missingExponential, [(call.range, bare)]) }
      case "log": if let bare { add(.missingLogarithm, [(call.range, bare)]) }
      case "mean": add(.sumForMean, [(name, "sum")])
      case "sum":
        add(.meanForSum, [(name, "mean")])
        if let bare { add(.notSummed, [(call.range, bare)]) }
      case let derivative where derivative.hasPrefix("d_"):
        takeAtOutput(call)
      default: break
      }
    }
  }

  /// `d_sigmoid(u1)` at z1.
  private mutating func takeAtOutput(_ call: TokenEditor.Call) {
    for argument in call.arguments {
      for index in argument {
        let name = tokens[index].text
        guard name.hasPrefix("u"), variables.contains(name) else { continue }
        let output = "z" + name.dropFirst()
        if variables.contains(output) {
          add(
            .derivativeAtOutput, [(index..<(index + 1), output)],
            KeyMutation.NamePair(found: output, expected: name))
        }
      }
    }
  }

  // MARK: Names

  private func places(of name: String) -> [Int] {
    tokens.indices.filter { editor.isVariable(at: $0) && tokens[$0].text == name }
  }

  private mutating func swapTargetAndOutput() {
    let (targets, outputs) = (places(of: "d"), places(of: "y"))
    guard !targets.isEmpty, !outputs.isEmpty else { return }
    add(
      .targetAndOutputSwapped,
      targets.map { ($0..<($0 + 1), "y") } + outputs.map { ($0..<($0 + 1), "d") })
  }

  /// Each variable in place of each other.
  private mutating func exchangeNames() {
    for expected in variables {
      let places = places(of: expected)
      guard !places.isEmpty else { continue }
      for found in variables where found != expected {
        let pair = KeyMutation.NamePair(found: found, expected: expected)
        let slip = Self.slip(pair)
        add(slip, places.map { ($0..<($0 + 1), found) }, pair)
        guard (2...4).contains(places.count) else { continue }
        for place in places { add(slip, [(place..<(place + 1), found)], pair) }
      }
    }
  }

  /// What it means that a name stands where another belongs.
  private static func slip(_ pair: KeyMutation.NamePair) -> Slip? {
    func stem(_ name: String) -> String {
      String(name.prefix { !$0.isNumber }.lowercased().filter { $0 != "_" })
    }
    let (found, expected) = (stem(pair.found), stem(pair.expected))
    if found == expected { return .wrongLayer }
    switch (found, expected) {
    case ("z", "u"), ("y", "u"): return .outputForTotalInput
    case ("u", "z"), ("u", "y"): return .totalInputForOutput
    case ("x", "z"), ("z", "x"): return .wrongLayer
    default: return nil
    }
  }

  // MARK: Axes

  private mutating func changeAxes() {
    for index in tokens.indices.dropLast(2) where tokens[index].text == "axis" {
      guard tokens[index + 1].text == "=" else { continue }
      let end = editor.argumentEnd(index)
      let value = editor.text(of: (index + 2)..<end)
      for other in ["0", "1", "-1"] where other != value {
        add(.wrongAxis, [((index + 2)..<end, other)])
      }
      if index > 0, tokens[index - 1].text == "," { add(.missingAxis, [((index - 1)..<end, "")]) }
    }
  }

  /// `.T` left out, or put after a variable.
  private mutating func changeTranspositions() {
    for index in tokens.indices.dropLast() where tokens[index].text == "." {
      if tokens[index + 1].text == "T" { add(.transposed, [(index..<(index + 2), "")]) }
    }
    for index in tokens.indices where editor.isVariable(at: index) {
      guard variables.contains(tokens[index].text) else { continue }
      let hasAttribute = index + 1 < tokens.count && tokens[index + 1].text == "."
      if !hasAttribute { add(.transposed, [(index..<(index + 1), tokens[index].text + ".T")]) }
    }
  }
}
