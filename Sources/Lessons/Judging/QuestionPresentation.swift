import LinearAlgebra
import Localization
import NumPyLanguage

/// Puts the values of a question's variables into its texts.
struct QuestionPresentation {
  private var values: [String: String] = [:]
  /// The names in `values` that stand for a single number.
  private var numbers: Set<String> = []
  private let original: Question
  /// The names in braces that stand for nothing, in the order in which they stand.
  private(set) var unknownNames: [String] = []
  /// The question with its numbers.
  private(set) var question: Question

  init(_ material: JudgeMaterial) {
    original = material.question
    question = material.question
    let isNumber = original.kind == .number
    guard isNumber || original.texts.contains(where: { $0.contains("{") }) else { return }
    let bench = material.bench(trials: 1)
    var expected: String?
    if isNumber {
      let judge = NumberJudge(bench)
      expected = judge.expectedText
      // Whoever answers by hand types the number, not the formula behind it.
      if let typed = judge.typedText { question.key.text = typed }
    }
    bench.prepare(bench.trials[0])
    let integers = Set(bench.trials[0].variables.filter(\.isInteger).map(\.name))
    for name in bench.variables {
      guard case .array(let value)? = bench.runner.value(of: name) else { continue }
      values[name] = Self.text(value, isInteger: integers.contains(name))
      if value.shape.isEmpty { numbers.insert(name) }
    }
    if let expected {
      let formula = keyWithNumbers
      if expected != original.key.text {
        question.solution = formula == expected ? expected : "\(formula) = \(expected)"
      }
    }
    fill()
  }

  /// The key with the learner's numbers in place of the names, which the learner never saw.
  private var keyWithNumbers: String {
    let key = AnswerProgram(original.key.text)
    let editor = TokenEditor(key.text, key.tokens)
    return editor.text(
      with: editor.tokens.indices.compactMap { index in
        let name = editor.tokens[index].text
        guard editor.isVariable(at: index), numbers.contains(name), let value = values[name]
        else { return nil }
        return (index..<index + 1, value.first == "-" ? "(\(value))" : value)
      })
  }

  /// A value as it stands in a text.
  static func text(_ value: ArrayValue, isInteger: Bool) -> String {
    if value.shape.isEmpty {
      let number = value.elements[0]
      return number == number.rounded() && number.magnitude < 1e15
        ? String(Int(number)) : ArrayFormat.scalar(number)
    }
    return isInteger
      ? ArrayFormat().string(elements: value.elements.map { Int($0) }, shape: value.shape)
      : ArrayFormat().string(elements: value.elements, shape: value.shape)
  }

  private mutating func fill() {
    question.prompt = filled(original.prompt)
    question.hints = original.hints.map { filled($0) }
    question.explanation = filled(original.explanation)
    question.modelAnswer = original.modelAnswer.map { filled($0) }
    for index in original.options.indices {
      question.options[index].text = filled(original.options[index].text)
    }
    for index in original.items.indices {
      question.items[index].text = filled(original.items[index].text)
    }
    for (id, text) in original.feedback { question.feedback[id] = filled(text) }
  }

  private mutating func filled(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(ja: filled(text.ja), en: filled(text.en))
  }

  private mutating func filled(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
      }
      guard let first = name.first, !first.isNumber, rest[name.endIndex...].first == "}" else {
        result.append("{")
        rest = rest[rest.index(after: open)...]
        continue
      }
      if let value = values[String(name)] {
        result += value
      } else {
        result += "{\(name)}"
        if !unknownNames.contains(String(name)) { unknownNames.append(String(name)) }
      }
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }
}

extension Question {
  /// All texts in which values may stand.
  fileprivate var texts: [String] {
    let all =
      [prompt, explanation] + hints + options.map(\.text) + items.map(\.text)
      + feedback.values + (modelAnswer.map { [$0] } ?? [])
    return all.flatMap { [$0.ja, $0.en] }
  }
}
