import Localization
import SourceText

/// What the reader knows of a question while it reads.
struct QuestionDraft {
  var id = ""
  var idRange: SourceRange
  var kind: Question.Kind?
  var settings = Question.Settings()
  var prompt = TranslatedText()
  var listing: [String] = []
  var start: String?
  var givens: [Given] = []
  var setup = ""
  var options = TranslatedList()
  var items = TranslatedList()
  var cases: [Question.Case] = []
  var ideas = TranslatedList(joins: true)
  var misconceptions = TranslatedList(joins: true)
  var optionalLines: [Int] = []
  var key: Question.SampleAnswer?
  var modelAnswer = TranslatedText()
  var samples: [Question.SampleAnswer] = []
  var hints: [Language: [(text: String, range: SourceRange)]] = [:]
  var explanation = TranslatedText()
  var feedback = TranslatedList()

  /// Reads the line that opens a question; what is wrong with it is reported.
  init(_ line: DirectiveLine, _ reader: inout LessonScriptReader) {
    idRange = line.nameRange
    do throws(LessonScriptError) {
      var words = line.words
      (id, idRange) = try words.identifier()
      let problem = words.expected(.questionKind)
      let word = words.word()
      guard let kind = Question.Kind(rawValue: word.text) else {
        let names = Question.Kind.allCases.map(\.rawValue)
        let suggestions = Spelling.suggestions(for: word.text, among: names)
        throw word.text.isEmpty || suggestions.isEmpty
          ? problem
          : LessonScriptError(
            .unknownKind(word.text, suggestions: suggestions), range: word.range)
      }
      self.kind = kind
      try settings.read(&words, of: kind)
    } catch {
      reader.report(error)
    }
  }

  /// Reads a part.
  mutating func read(
    _ part: PartLines, as kind: QuestionPart, _ reader: inout LessonScriptReader
  ) throws(LessonScriptError) {
    if let kinds = kind.kinds, let own = self.kind, !kinds.contains(own) {
      throw LessonScriptError(
        .partOfOtherKind(kind.name, kind: own), range: part.opening.nameRange)
    }
    try kind.read(part, &self)
  }

  /// The error of a part that may stand only once.
  func repeated(_ part: PartLines) -> LessonScriptError {
    LessonScriptError(.repeatedPart(part.opening.name), range: part.opening.nameRange)
  }

  /// The question, or nil where it lacks what it cannot do without; all that is wrong is reported.
  func finish(_ reader: inout LessonScriptReader) -> Question? {
    guard let kind, !id.isEmpty else { return nil }
    func text(_ translated: TranslatedText, _ part: LessonScriptError.Part, _ name: String)
      -> LocalizedText?
    {
      if translated.isEmpty {
        reader.report(.missingPart(name), idRange)
        return nil
      }
      return translated.finish(part, &reader)
    }
    let prompt = text(prompt, .prompt, "prompt")
    let explanation = text(explanation, .why, "why")
    var key = key
    var model: LocalizedText?
    if kind == .text {
      model = text(modelAnswer, .key, "key")
      key = model.map {
        Question.SampleAnswer(
          role: .key, text: $0.en, feedback: nil, range: modelAnswer.range ?? idRange)
      }
    } else if key == nil {
      reader.report(.missingPart("key"), idRange)
    }
    if !samples.contains(where: { $0.role == .wrong }) {
      reader.report(.missingPart("wrong"), idRange)
    }
    let hints = finishedHints(&reader)
    let variants = givens.map(\.shapes.count).max() ?? 1
    for given in givens where given.shapes.count != 1 && given.shapes.count != variants {
      reader.report(
        .variantCount(given.name, found: given.shapes.count, expected: variants), idRange)
    }
    let options = options.finish(&reader) { .option($0) }
    let items = items.finish(&reader) { .item($0) }
    let feedback = feedback.finish(&reader) { .feedback($0) }
    let ideas = ideas.finish(&reader) { .idea($0) }
    let misconceptions = misconceptions.finish(&reader) { .idea($0) }
    guard let prompt, let explanation, let key else { return nil }
    var question = Question(
      id: id, idRange: idRange, kind: kind, settings: settings, prompt: prompt, listing: listing,
      start: start, givens: givens, setup: setup, options: options, items: items, cases: cases,
      ideas: ideas.map(Question.Idea.init), misconceptions: misconceptions.map(Question.Idea.init),
      optionalLines: optionalLines, key: key, modelAnswer: model, samples: samples, hints: hints,
      explanation: explanation)
    for choice in feedback { question.feedback[choice.id] = choice.text }
    report(question, &reader)
    return question
  }

  private func finishedHints(_ reader: inout LessonScriptReader) -> [LocalizedText] {
    let counts = Language.allCases.map { hints[$0, default: []].count }
    let most = counts.max() ?? 0
    for language in Language.allCases where hints[language, default: []].count < most {
      let other = hints.values.first { $0.count == most }
      let index = hints[language, default: []].count
      reader.report(
        .missingTranslation(.hint, language), other?[index].range ?? idRange)
    }
    if most < 2 { reader.report(.tooFewHints(most), idRange) }
    return (0..<(counts.min() ?? 0)).map { index in
      LocalizedText(
        ja: hints[.ja, default: []][index].text, en: hints[.en, default: []][index].text)
    }
  }

  /// Reports what does not fit together: the form of answers, and feedback that is not there.
  private func report(_ question: Question, _ reader: inout LessonScriptReader) {
    for problem in question.kind.rules.problems(of: question) { reader.report(problem) }
    let known = question.feedback.keys.sorted() + Slip.names
    let ideas = question.ideas.map(\.id)
    var named = question.samples.map { ($0.feedback, $0.range) }
    named += question.cases.map { ($0.feedback, $0.range) }
    named += misconceptions.entries.map { ($0.id, $0.range) }
    for case (let id?, let range) in named where !known.contains(id) && !ideas.contains(id) {
      reader.report(
        .unknownFeedback(id, suggestions: Spelling.suggestions(for: id, among: known)), range)
    }
  }
}

extension Question.Idea {
  /// Reads the phrases of all languages: `|` between phrases, `+` between the parts of one.
  fileprivate init(_ choice: Question.Choice) {
    id = choice.id
    phrases = Language.allCases.flatMap { language in
      choice.text[language].split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { phrase in
        phrase.split(separator: "+").map { TextNormalization.reading(String($0)) }
          .filter { !$0.isEmpty }
      }
    }
    .filter { !$0.isEmpty }
  }
}

/// A text while its translations are read.
struct TranslatedText {
  private var texts: [Language: String] = [:]
  /// Where its first translation stands.
  private(set) var range: SourceRange?

  /// Whether no translation was read.
  var isEmpty: Bool { texts.isEmpty }

  /// Reads one translation: the language and the text after so many characters.
  mutating func add(
    _ part: PartLines, _ name: LessonScriptError.Part
  ) throws(LessonScriptError) {
    let (language, used) = try part.opening.language()
    let (text, place) = part.text(after: used)
    if texts[language] != nil {
      throw LessonScriptError(.repeatedTranslation(name, language), range: part.opening.nameRange)
    }
    texts[language] = text
    range = range ?? part.opening.nameRange
    if text.isEmpty { throw LessonScriptError(.emptyTranslation(name, language), range: place) }
  }

  /// The whole text; a missing language is reported.
  func finish(
    _ name: LessonScriptError.Part, _ reader: inout LessonScriptReader
  ) -> LocalizedText {
    for language in Language.allCases where texts[language] == nil {
      if let range { reader.report(.missingTranslation(name, language), range) }
    }
    return LocalizedText(ja: texts[.ja] ?? "", en: texts[.en] ?? "")
  }
}

/// Texts with ids while they are read: options, items, ideas, feedback.
struct TranslatedList {
  struct Entry {
    var id: String
    var range: SourceRange
    var texts: [Language: String] = [:]
  }

  private(set) var entries: [Entry] = []
  /// Whether a second text for a language continues the first instead of repeating it.
  private let joins: Bool

  init(joins: Bool = false) {
    self.joins = joins
  }

  /// Reads `ID ja TEXT`, or `ID TEXT` for a text that is the same in all languages.
  mutating func add(
    _ part: PartLines, _ name: (String) -> LessonScriptError.Part
  ) throws(LessonScriptError) {
    var words = part.opening.words
    let id = try words.identifier()
    let start = part.opening.argumentStart
    let language = Language(rawValue: String(words.nextWord))
    let begin = words
    if language != nil { _ = words.word() }
    let place = language == nil ? begin : words
    let used = place.isAtEnd ? part.opening.argument.count : place.position.column - start.column
    let (text, range) = part.text(after: used)
    let languages = language.map { [$0] } ?? Language.allCases
    if text.isEmpty {
      throw LessonScriptError(.emptyTranslation(name(id.text), languages[0]), range: range)
    }
    var index = entries.firstIndex { $0.id == id.text }
    if index == nil {
      entries.append(Entry(id: id.text, range: id.range))
      index = entries.count - 1
    }
    guard let index else { return }
    for language in languages {
      if let known = entries[index].texts[language] {
        guard joins else {
          throw LessonScriptError(.repeatedTranslation(name(id.text), language), range: id.range)
        }
        entries[index].texts[language] = known + "|" + text
      } else {
        entries[index].texts[language] = text
      }
    }
  }

  /// The whole list; missing languages are reported.
  func finish(
    _ reader: inout LessonScriptReader, _ name: (String) -> LessonScriptError.Part
  ) -> [Question.Choice] {
    entries.map { entry in
      for language in Language.allCases where entry.texts[language] == nil {
        reader.report(.missingTranslation(name(entry.id), language), entry.range)
      }
      return Question.Choice(
        id: entry.id,
        text: LocalizedText(ja: entry.texts[.ja] ?? "", en: entry.texts[.en] ?? ""))
    }
  }
}
