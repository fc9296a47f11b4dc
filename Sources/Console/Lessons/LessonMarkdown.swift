import Lessons
import Localization

/// A lesson as a page of Markdown: text, the lines to type, and the questions with their answers
/// folded in.
struct LessonMarkdown {
  /// The page.
  private(set) var text = ""
  private let language: Language

  /// Writes the page.
  ///
  /// - Parameter present: gives a question with the numbers of a seed in its texts.
  init(_ script: LessonScript, _ language: Language, present: (Question) -> Question) {
    self.language = language
    add("# " + escaped(script.title[language]))
    if let introduction = script.introduction { add(prose(introduction)) }
    for (index, step) in script.steps.enumerated() {
      add("## \(index + 1)")
      for item in step.items {
        switch item {
        case .text(let text): add(prose(text))
        case .block(let block): add(code(block.lines.map(\.text), ""))
        case .expectation: break
        case .question(let question): add(present(question))
        }
      }
    }
  }

  private mutating func add(_ paragraph: String) {
    text += (text.isEmpty ? "" : "\n") + paragraph + "\n"
  }

  private mutating func add(_ question: Question) {
    add("**" + word(ja: "問い", en: "Question") + "** " + prose(question.prompt))
    if !question.listing.isEmpty {
      let width = String(question.listing.count).count
      add(
        code(
          question.listing.enumerated().map { index, line in
            let number = String(index + 1)
            return String(repeating: " ", count: width - number.count) + number + "  " + line
          }, ""))
    }
    if let start = question.start { add(code([start], "python")) }
    let choices = question.items + question.options
    if !choices.isEmpty {
      add(choices.map { "- `\($0.id)` " + escaped($0.text[language]) }.joined(separator: "\n"))
    }
    add(
      fold(word(ja: "ヒント", en: "Hints"), question.hints.map { prose($0) }.joined(separator: "\n\n"))
    )
    let answer =
      question.modelAnswer.map { prose($0) }
      ?? code(
        [question.solution ?? question.key.text],
        [.formula, .code].contains(question.kind) ? "python" : "")
    add(fold(word(ja: "解答", en: "Answer"), answer + "\n\n" + prose(question.explanation)))
  }

  private func word(ja: String, en: String) -> String {
    LocalizedText(ja: ja, en: en)[language]
  }

  private func fold(_ title: String, _ body: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(body)\n\n</details>"
  }

  /// Prose with its line breaks, which a lone line end would not be in Markdown.
  private func prose(_ text: LocalizedText) -> String {
    text[language].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { escaped(String($0)) }.joined(separator: "  \n").replacing("\n  \n", with: "\n\n")
  }

  /// Lines in a fence that none of them closes.
  private func code(_ lines: [String], _ name: String) -> String {
    var fence = "```"
    while lines.contains(where: { $0.contains(fence) }) { fence += "`" }
    return ([fence + name] + lines + [fence]).joined(separator: "\n")
  }

  /// A line in which no sign means anything to Markdown or HTML.
  private func escaped(_ line: String) -> String {
    var result = ""
    let hasLink = line.contains("](")
    for character in line {
      switch character {
      case "\\", "*", "_", "`", "|": result += "\\\(character)"
      case "]" where hasLink: result += "\\]"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result.first.map { "#+->".contains($0) } ?? false ? "\\" + result : result
  }
}
