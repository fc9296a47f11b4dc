import Lessons
import LinearAlgebra
import Localization
import NumPyLanguage
import SourceText

/// Judgements as results to show: short, kind, and with what helps first.
enum JudgementText {
  /// A judgement of an answer.
  ///
  /// - Parameters:
  ///   - judgement: the judgement.
  ///   - answer: the answer as it was typed, for errors that point into it.
  static func outputs(_ judgement: Judgement, answer: String) -> [Output] {
    var results: [Output] = []
    for reading in judgement.readings {
      results.append(.line(text(of: reading), .dim))
    }
    if judgement.verdict == .invalid {
      results += invalid(judgement, answer)
      return results
    }
    let told = judgement.feedback.flatMap { text(of: $0) }
    var heading = heading(of: judgement)
    if told == nil, judgement.evidence.isEmpty, heading.en.last == ":" {
      heading.en = heading.en.dropLast() + "."
    }
    results.append(
      .paragraph(
        told.map { LocalizedText(ja: heading.ja + $0.ja, en: heading.en + " " + $0.en) }
          ?? heading, tone(of: judgement.verdict)))
    for evidence in judgement.evidence {
      if case .counterExample(let lines, let expected, let found) = evidence {
        results += example(lines, expected, found)
      } else if let words = evidence.wording {
        results.append(
          .paragraph(LocalizedText(ja: "  " + words.ja, en: "  " + words.en), .plain))
      }
    }
    return results
  }

  /// The feedback of a judgement in words; nil where there is nothing to say beside the verdict.
  static func text(of feedback: Judgement.Feedback) -> LocalizedText? {
    switch feedback {
    case .slip(let slip): slip.wording
    case .own(_, let text): text
    case .named: nil
    }
  }

  /// The first words: the verdict, and for a right answer what it was tried on.
  static func heading(of judgement: Judgement) -> LocalizedText {
    switch judgement.verdict {
    case .right where judgement.trials > 1 && judgement.variants > 1:
      LocalizedText(
        ja: "正解: サンプル一つでもバッチでも、\(judgement.trials) 通りの形と値で正解と同じ結果になりました。",
        en: "right: same values on \(judgement.trials) random shapes, single samples and batches.")
    case .right where judgement.trials > 1:
      LocalizedText(
        ja: "正解: \(judgement.trials) 通りの形と値で、正解と同じ結果になりました。",
        en: "right: same values on \(judgement.trials) random shapes.")
    case .right: LocalizedText(ja: "正解です。", en: "right.")
    case .alternative: LocalizedText(ja: "これも正解です。", en: "right, too.")
    case .partial: LocalizedText(ja: "一部は合っています。", en: "partly right:")
    case .wrong: LocalizedText(ja: "まだ違います。", en: "not yet:")
    case .invalid:
      LocalizedText(ja: "答えとして読めません。誤答には数えません。", en: "this is no answer yet; it costs nothing.")
    }
  }

  private static func tone(of verdict: Judgement.Verdict) -> Output.Tone {
    switch verdict {
    case .right, .alternative: .good
    case .partial: .note
    case .wrong: .bad
    case .invalid: .note
    }
  }

  private static func text(of reading: Judgement.Reading) -> LocalizedText {
    switch reading {
    case .text(let text):
      LocalizedText(ja: "(読み: \(text))", en: "(read as: \(text))")
    case .name(let name, let variable):
      LocalizedText(ja: "(\(name) は \(variable) と読みました)", en: "(\(name) taken as \(variable))")
    case .transposedWeights(let names):
      LocalizedText(
        ja: "(\(names.joined(separator: "、")) は (出力, 入力) の形と読みました)",
        en: "(\(names.joined(separator: ", ")) taken as (outputs, inputs))")
    case .columns:
      LocalizedText(
        ja: "(バッチはサンプルを列に並べたものと読みました)", en: "(the samples of a batch taken as columns)")
    case .firstVariantOnly:
      LocalizedText(
        ja: "(サンプル一つなら動きますが、バッチでは動きません)",
        en: "(it works for a single sample, not for a batch)")
    }
  }

  private static func invalid(_ judgement: Judgement, _ answer: String) -> [Output] {
    guard let error = judgement.error else { return [] }
    let heading = Output.line(heading(of: judgement), .note)
    if case .language(let error) = error {
      // The error points into what ran, which stands where the answer stood.
      let ran = judgement.readings.lazy.compactMap { reading -> String? in
        if case .text(let text) = reading { text } else { nil }
      }.first
      return [
        heading,
        .failure(
          LineError(
            ConsoleError(.python(error, operands: []), at: error.range),
            in: SourceLine(text: ran ?? AnswerProgramText.shown(answer)),
            help: help(on: error, judgement.usableNames, answer))),
      ]
    }
    guard let wording = error.wording else { return [heading] }
    var results = [heading, Output.paragraph(wording.message, .plain)]
    if let help = wording.help {
      results.append(.paragraph(LocalizedText(ja: "  " + help.ja, en: "  " + help.en), .plain))
    }
    return results
  }

  /// What helps where an answer uses a name that means nothing: which names there are, or that no
  /// sentence is asked for; nil where the error's own help is as good.
  private static func help(
    on error: PythonError, _ names: [String]?, _ answer: String
  ) -> LocalizedText? {
    guard let names, !names.isEmpty else { return nil }
    // Letters of Japanese; Greek ones may be names.
    var isProse = answer.unicodeScalars.contains { 0x3040...0x9FFF ~= $0.value }
    if case .undefinedName(let name, let suggestions) = error.detail {
      let hasOrigin = Wording.origin(ofQuantity: name) != nil
      guard isProse || suggestions.isEmpty || hasOrigin else { return nil }
    } else {
      // A formula that does not parse is told where.
      isProse = isProse && !answer.contains { "=([".contains($0) }
      guard isProse, error.kind == .syntaxError else { return nil }
    }
    let list = names.joined(separator: ", ")
    return LocalizedText(
      ja: (isProse ? "文章ではなく式で答えます。" : "") + "この問いで使える名前: \(list)",
      en: (isProse ? "an expression is asked for. " : "") + "names to use here: \(list)")
  }

  private static func example(
    _ lines: [String], _ expected: AnswerValue, _ found: AnswerValue?
  ) -> [Output] {
    var results: [Output] = [.line(ja: "  試してみる:", en: "  try:", .dim), .code(lines)]
    if let found {
      let (left, right) = (found.text, expected.text)
      results.append(
        .paragraph(
          LocalizedText(
            ja: "  → \(left) になりますが、\(right) のはずです。",
            en: "  → gives \(left) and should give \(right)."), .plain))
    }
    return results
  }
}

/// An answer as it is shown above an error that points into it.
enum AnswerProgramText {
  /// The lines from the first that is not empty.
  static func shown(_ answer: String) -> String {
    String(answer.drop(while: \.isWhitespace))
  }
}

extension AnswerValue {
  /// The value in one line, as Python shows it.
  var text: String {
    switch self {
    case .array(let value):
      value.text.split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .dictionary(let items):
      "{"
        + items.sorted { $0.key < $1.key }.map { "'\($0.key)': \($0.value.text)" }
        .joined(separator: ", ") + "}"
    case .text(let text): "'\(text)'"
    case .none: "None"
    case .other(let name): name
    }
  }
}
