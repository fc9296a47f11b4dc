import Localization
import NeuralNetworks
import SourceText

/// `set NAME[i,j] = VALUE`, `set NAME = [[…],…]`: changes one parameter or a whole array of them.
enum SetCommand: Command {
  static let name = "set"
  static let group = CommandGroup.network
  static let usage = ["set NAME[i,j] = VALUE", "set NAME = [[…], […]]"]
  static let summary = LocalizedText(
    ja: "重みやバイアスの値を決めます", en: "give weights or biases their values")
  static let explanation = LocalizedText(
    ja: """
      番号は 0 から数え、負の番号は後ろから数えます。W1[0,2] は入力 0 からユニット 2 への重みです。
      配列はそのまま全部入れ替えます。形は (入力, ユニット) です。
      """,
    en: """
      Indices count from 0, negative ones from the end: W1[0,2] is the weight from input 0 to unit 2.
      An array replaces all values at once; its shape is (inputs, units).
      """)
  static let example = [
    "layers 2 3:relu 1 seed=1", "set W1[0,2] = 0.5", "set b1 = [0.1, 0.2, 0.3]",
  ]
  static let takesOptions = false
  static let completion = WordCompletion.quantities
  static let effect = CommandEffect.state

  static func run(
    _ arguments: inout Arguments, session: inout Session, environment: Environment
  ) throws(ConsoleError) {
    var network = try session.state.network(for: name)
    let (text, column) = arguments.rest
    guard let equals = text.firstIndex(of: "=") else {
      throw ConsoleError(.missingArgument("NAME = VALUE", usage: usage[0]), at: arguments.end)
    }
    let target = try ParameterReference(
      String(text[..<equals]), line: arguments.lineNumber, column: column)
    let valueColumn = column + text.distance(from: text.startIndex, to: equals) + 1
    let literal: ArrayLiteral
    do {
      literal = try ArrayLiteral(
        text[text.index(after: equals)...],
        at: SourcePosition(line: arguments.lineNumber, column: valueColumn))
    } catch {
      throw ConsoleError(.literal(error), at: error.range)
    }
    if target.indices != nil, !literal.shape.isEmpty {
      throw ConsoleError(.notANumber("[…]", what: target.name), at: literal.range)
    }
    if let index = literal.elements.firstIndex(where: { !$0.isFinite }) {
      throw ConsoleError(
        .notFinite("\(literal.elements[index])", what: target.name), at: literal.range)
    }
    do {
      if let indices = target.indices {
        let shape = try network.parameter(target.name).shape
        // Negative indices count from the end.
        let counted = indices.enumerated().map { axis, index in
          index < 0 && shape.indices.contains(axis) ? index + shape[axis] : index
        }
        try network.setParameter(target.name, at: counted, to: literal.elements[0])
      } else {
        try network.setParameter(
          target.name, shape: literal.shape, elements: literal.elements)
      }
    } catch {
      throw ConsoleError(.network(error), at: target.range)
    }
    session.state.replace(network: network)
  }
}

/// What stands before the `=` of `set`: `W1`, or `W1[0,2]`.
private struct ParameterReference {
  var name: String
  var indices: [Int]?
  var range: SourceRange

  init(_ text: String, line: Int, column: Int) throws(ConsoleError) {
    let words = try Word.words(of: text, line: line, column: column)
    guard let first = words.first else {
      throw ConsoleError(
        .missingArgument("NAME", usage: SetCommand.usage[0]),
        at: SourceRange(line: line, column: column, length: 1))
    }
    // `W1 [0, 2]` is read as `W1[0,2]`.
    let joined = words.map(\.text).joined()
    range = SourceRange(start: first.range.start, end: words[words.count - 1].range.end)
    guard let bracket = joined.firstIndex(of: "[") else {
      guard words.count == 1 else {
        throw ConsoleError(
          .extraArgument(words[1].text, usage: SetCommand.usage[0]), at: words[1].range)
      }
      name = joined
      indices = nil
      return
    }
    name = String(joined[..<bracket])
    var numbers: [Int] = []
    let inside = joined[joined.index(after: bracket)...].dropLast()
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      let word = Word(text: part.trimmed, range: range, isQuoted: false)
      numbers.append(try word.wholeNumber("index", in: -(1 << 40)...(1 << 40)))
    }
    indices = numbers
  }
}
