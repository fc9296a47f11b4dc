import LinearAlgebra
import NeuralNetworks
import NumPyLanguage
import SourceText

/// `data N x=EXPR d=EXPR`: samples that formulas make, one after the other.
///
/// Both formulas run once per sample: x for its number `i`, d for its number and its x.
struct SampleFormulas {
  /// The number of samples.
  let count: Int
  private let x: Formula
  private let d: Formula

  /// A formula and where it stands.
  private struct Formula {
    var text: Substring
    var column: Int
    var range: SourceRange

    /// The formula as a function; what stands before it in its line makes room for the head, so
    /// that an error points at its own column.
    func unit(parameters: String, line: Int) -> SourceUnit {
      let head = "lambda \(parameters)"
      let room = String(repeating: " ", count: max(0, column - 2 - head.count))
      return SourceUnit(
        name: SampleFormulas.unitName, text: head + room + ":" + text, firstLine: line)
    }
  }

  /// The name of their source: an error in one is shown in the line of the command.
  static let unitName = "data"

  /// The formulas in a few words, for people.
  var name: String { "x=\(x.text.prefix(24)) d=\(d.text.prefix(24))" }

  /// Reads the formulas of a line.
  ///
  /// - Parameters:
  ///   - text: What stands after the name of the command.
  ///   - column: Where that begins.
  init(
    count: Int, text: String, line: Int, column: Int, usage: String
  ) throws(ConsoleError) {
    var found: [String: Formula] = [:]
    let starts = Self.options(in: text)
    for (place, option) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].key.startIndex : text.endIndex
      let value = text[option.value..<end]
      let trimmed = value.drop { $0.isWhitespace }
      let start = column + text.distance(from: text.startIndex, to: trimmed.startIndex)
      let body = trimmed.reversed().drop { $0.isWhitespace }.count
      let range = SourceRange(line: line, column: start, length: max(1, body))
      let name = String(option.key)
      if found[name] != nil { throw ConsoleError(.repeatedOption(name), at: range) }
      found[name] = Formula(text: trimmed.prefix(body), column: start, range: range)
    }
    let end = SourceRange(line: line, column: column + text.count, length: 1)
    guard let x = found["x"], !x.text.isEmpty else {
      throw ConsoleError(.missingArgument("x=", usage: usage), at: end)
    }
    guard let d = found["d"], !d.text.isEmpty else {
      throw ConsoleError(.missingArgument("d=", usage: usage), at: end)
    }
    (self.count, self.x, self.d) = (count, x, d)
  }

  /// Where the options of a line begin: `x=`, `d=` and `seed=` outside brackets and strings.
  private static func options(in text: String) -> [(key: Substring, value: String.Index)] {
    var found: [(key: Substring, value: String.Index)] = []
    var depth = 0
    var quote: Character?
    var previous: Character = " "
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      defer { previous = character }
      if let open = quote {
        if character == open { quote = nil }
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if character == "'" || character == "\"" {
        quote = character
      } else if depth == 0, previous.isWhitespace {
        let key = text[index...].prefix { $0.isLetter }
        let rest = text[key.endIndex...].drop { $0 == " " }
        if ["x", "d", "seed"].contains(key), rest.first == "=", rest.dropFirst().first != "=" {
          found.append((key, text.index(after: rest.startIndex)))
        }
      }
      index = text.index(after: index)
    }
    return found
  }

  /// Makes the samples.
  ///
  /// - Parameter seed: The seed of `np.random` in the formulas; its own stream goes on afterwards
  ///   where it was.
  func dataset(
    in workspace: Workspace, seed: UInt32, line: Int, environment: Environment
  ) throws(ConsoleError) -> Dataset {
    let stream = workspace.interpreter.random
    workspace.interpreter.random = NumPyRandom(seed: seed)
    defer { workspace.interpreter.random = stream }
    let makeX = try function(x, parameters: "i", workspace, line, environment)
    let makeD = try function(d, parameters: "i,x", workspace, line, environment)
    var inputs = Rows(name: "x", range: x.range)
    var targets = Rows(name: "d", range: d.range)
    for number in 0..<count {
      let value: Value
      let target: Value
      do throws(PythonError) {
        value = try workspace.call(makeX, [.int(number)], environment: environment)
        target = try workspace.call(makeD, [.int(number), value], environment: environment)
      } catch {
        throw workspace.consoleError(error)
      }
      try inputs.add(value)
      try targets.add(target)
    }
    return Dataset(inputs: inputs.matrix, targets: targets.matrix)
  }

  private func function(
    _ formula: Formula, parameters: String, _ workspace: Workspace, _ line: Int,
    _ environment: Environment
  ) throws(ConsoleError) -> Value {
    do throws(PythonError) {
      return try workspace.value(
        of: formula.unit(parameters: parameters, line: line), environment: environment)
    } catch {
      throw workspace.consoleError(error)
    }
  }

  /// The samples of one kind so far, all with the same number of columns.
  private struct Rows {
    let name: String
    let range: SourceRange
    var elements: [Double] = []
    var columns: Int?
    var count = 0

    init(name: String, range: SourceRange) {
      (self.name, self.range) = (name, range)
    }

    /// The most numbers that all samples may have together: 1 GB of doubles.
    static let limit = 1 << 27

    mutating func add(_ value: Value) throws(ConsoleError) {
      guard let numbers = value.numbers, numbers.shape.count <= 1, !numbers.elements.isEmpty else {
        throw ConsoleError(
          .sampleFormula(name, found: value.typeName, shape: value.numbers?.shape), at: range)
      }
      if let columns, columns != numbers.elements.count {
        throw ConsoleError(
          .sampleColumns(name, expected: columns, found: numbers.elements.count, sample: count),
          at: range)
      }
      if let number = numbers.elements.first(where: { !$0.isFinite }) {
        throw ConsoleError(.notFinite("\(number)", what: name), at: range)
      }
      guard elements.count + numbers.elements.count <= Self.limit else {
        throw ConsoleError(
          .outOfRange("N", what: name, allowed: "≤ \(Quantity.count(Self.limit))"), at: range)
      }
      columns = numbers.elements.count
      elements += numbers.elements
      count += 1
    }

    var matrix: Matrix { Matrix(rows: count, columns: columns ?? 1, elements: elements) }
  }
}
