import Localization
import SourceText

/// What one word after `@` means inside a question. A new part is one entry here.
struct QuestionPart: Sendable {
  /// The name, without the `@`.
  let name: String
  /// The kinds of question that have such a part; nil for all.
  let kinds: Set<Question.Kind>?
  /// Reads the part into the draft.
  let read: @Sendable (PartLines, inout QuestionDraft) throws(LessonScriptError) -> Void

  /// All parts, in the order in which they usually stand.
  static let all: [QuestionPart] = [
    prompt, listing, start, given, setup, option, item, testCase, idea, misconception,
    optionalLines,
    key, sample(.accept), sample(.partial), sample(.wrong), sample(.invalid), feedback, hint, why,
  ]

  /// The part with a name, or nil.
  static func named(_ name: String) -> QuestionPart? { all.first { $0.name == name } }

  private init(
    _ name: String, of kinds: Set<Question.Kind>? = nil,
    read: @escaping @Sendable (PartLines, inout QuestionDraft) throws(LessonScriptError) -> Void
  ) {
    (self.name, self.kinds, self.read) = (name, kinds, read)
  }

  // MARK: What is shown

  /// `@prompt ja TEXT`: what is asked.
  private static let prompt = QuestionPart("prompt") { (part, draft) throws(LessonScriptError) in
    try draft.prompt.add(part, .prompt)
  }

  /// `@listing`, lines: code that is shown with line numbers.
  private static let listing = QuestionPart("listing") { (part, draft) throws(LessonScriptError) in
    guard draft.listing.isEmpty else { throw draft.repeated(part) }
    let first = part.opening.prose()
    draft.listing = (first.text.isEmpty ? [] : [first.text]) + part.lines
    if draft.listing.isEmpty { throw part.expected(.listing) }
  }

  /// `@start`, lines: what the answer starts from.
  private static let start = QuestionPart("start", of: [.formula, .code]) {
    (part, draft) throws(LessonScriptError) in
    guard draft.start == nil else { throw draft.repeated(part) }
    draft.start = part.text().text
  }

  // MARK: What answers are run on

  /// `@given x: (inputs,) | (samples, inputs); W: (inputs, units)`: variables, see ``Given``.
  private static let given = QuestionPart("given", of: [.formula, .code, .number, .choice]) {
    (part, draft) throws(LessonScriptError) in
    var words = part.opening.words
    if words.isAtEnd { throw words.expected(.given) }
    repeat {
      let start = words.position
      guard draft.givens.count < Given.maximumCount else { throw words.expected(.end) }
      let given = try Given(&words)
      guard !draft.givens.contains(where: { $0.name == given.name }) else {
        throw LessonScriptError(
          .repeatedName(given.name),
          range: SourceRange(
            line: start.line, column: start.column, length: given.name.count))
      }
      draft.givens.append(given)
      if words.isAtEnd { break }
      guard words.skip(";") else { throw words.expected(.end) }
    } while !words.isAtEnd
    if let line = part.lines.first {
      throw LessonScriptError(.lineOutsidePart, range: part.range(ofLine: line))
    }
  }

  /// `@let z = functions.relu(u)`, lines: statements that run after the variables are there.
  private static let setup = QuestionPart("let", of: [.formula, .code, .number, .choice]) {
    (part, draft) throws(LessonScriptError) in
    let text = part.text().text
    if text.isEmpty { throw part.expected(.code) }
    draft.setup += (draft.setup.isEmpty ? "" : "\n") + text
  }

  /// `@case softmax(x) => row-by-row`: what is run after the code of an answer.
  private static let testCase = QuestionPart("case", of: [.code]) {
    (part, draft) throws(LessonScriptError) in
    let (text, feedback, range) = try part.answer()
    if text.isEmpty { throw part.expected(.code) }
    draft.cases.append(Question.Case(expression: text, feedback: feedback, range: range))
  }

  // MARK: What can be chosen

  /// `@option a ja TEXT`, or `@option a TEXT` for a text that is the same in all languages.
  private static let option = QuestionPart("option", of: [.choice, .order, .match]) {
    (part, draft) throws(LessonScriptError) in
    try draft.options.add(part) { .option($0) }
  }

  /// `@item 1 ja TEXT`, or `@item 1 TEXT`: what an option or a line is paired with.
  private static let item = QuestionPart("item", of: [.match]) {
    (part, draft) throws(LessonScriptError) in
    try draft.items.add(part) { .item($0) }
  }

  // MARK: What a text must say

  /// `@idea update ja 更新 | 調整`: phrases of which a text must hold one; `+` joins the parts of one.
  private static let idea = QuestionPart("idea", of: [.text]) {
    (part, draft) throws(LessonScriptError) in
    try draft.ideas.add(part) { .idea($0) }
  }

  /// `@misconception epoch en each epoch`: phrases that a text must not hold; the id names the
  /// feedback.
  private static let misconception = QuestionPart("misconception", of: [.text]) {
    (part, draft) throws(LessonScriptError) in
    try draft.misconceptions.add(part) { .idea($0) }
  }

  /// `@optional 3, 5`: lines of the listing that may be named or left out.
  private static let optionalLines = QuestionPart("optional", of: [.lines]) {
    (part, draft) throws(LessonScriptError) in
    let (text, range) = part.text()
    guard let lines = LineNumbers.numbers(in: text) else {
      throw LessonScriptError(.expected(.lineNumbers, found: text), range: range)
    }
    draft.optionalLines += lines
  }

  // MARK: Answers

  /// `@key ANSWER`; for a text `@key ja ANSWER` and `@key en ANSWER`.
  private static let key = QuestionPart("key") { (part, draft) throws(LessonScriptError) in
    if draft.kind == .text {
      try draft.modelAnswer.add(part, .key)
      return
    }
    guard draft.key == nil else { throw draft.repeated(part) }
    let (text, range) = part.text()
    if text.isEmpty { throw part.expected(.answer) }
    draft.key = Question.SampleAnswer(role: .key, text: text, feedback: nil, range: range)
  }

  /// `@accept ANSWER`, `@partial ANSWER`, `@wrong ANSWER => ID`, `@invalid ANSWER`: an answer with
  /// its verdict and its feedback.
  private static func sample(_ role: Question.SampleAnswer.Role) -> QuestionPart {
    QuestionPart(role.rawValue) { (part, draft) throws(LessonScriptError) in
      let (text, feedback, range) = try part.answer()
      if text.isEmpty, role != .wrong { throw part.expected(.answer) }
      if role == .wrong, feedback == nil { throw part.expected(.feedback) }
      draft.samples.append(
        Question.SampleAnswer(role: role, text: text, feedback: feedback, range: range))
    }
  }

  /// `@feedback unchanged ja TEXT`: what an answer with this feedback is told.
  private static let feedback = QuestionPart("feedback") {
    (part, draft) throws(LessonScriptError) in
    try draft.feedback.add(part) { .feedback($0) }
  }

  // MARK: Help

  /// `@hint ja TEXT`: a hint; those of a language are in order, and the first belong together.
  private static let hint = QuestionPart("hint") { (part, draft) throws(LessonScriptError) in
    let (language, used) = try part.opening.language()
    let (text, range) = part.text(after: used)
    draft.hints[language, default: []].append((text, part.opening.nameRange))
    if text.isEmpty { throw LessonScriptError(.emptyTranslation(.hint, language), range: range) }
  }

  /// `@why ja TEXT`: why the key is right.
  private static let why = QuestionPart("why") { (part, draft) throws(LessonScriptError) in
    try draft.explanation.add(part, .why)
  }
}

extension PartLines {
  /// The error that something is missing after the name of the part.
  func expected(_ what: LessonScriptError.Expected) -> LessonScriptError {
    let end = opening.prose().range.end
    return LessonScriptError(
      .expected(what, found: ""), range: SourceRange(start: end, end: end))
  }

  /// The place of a further line: all of them follow the opening.
  func range(ofLine text: String) -> SourceRange {
    SourceRange(
      line: opening.nameRange.start.line + 1, column: 1, length: text.count)
  }

  /// An answer and, after ` => ` at the end of the first line, the id of its feedback.
  func answer() throws(LessonScriptError) -> (
    text: String, feedback: String?, range: SourceRange
  ) {
    let (first, range) = opening.prose()
    guard let arrow = first.lastRange(of: "=>") else {
      let all = text()
      return (all.text, nil, all.range)
    }
    let id = first[arrow.upperBound...].drop(while: \.isWhitespace)
    guard LessonIdentifier.isValid(String(id)) else {
      let start = first.distance(from: first.startIndex, to: id.startIndex)
      throw LessonScriptError(
        .expected(.feedback, found: String(id)),
        range: SourceRange(
          line: range.start.line, column: range.start.column + start, length: id.count))
    }
    var body = first[..<arrow.lowerBound]
    while let last = body.last, last.isWhitespace { body.removeLast() }
    let all = body.isEmpty ? lines : [String(body)] + lines
    return (all.joined(separator: "\n"), String(id), range)
  }
}

extension String {
  /// The last place of an ASCII text.
  fileprivate func lastRange(of wanted: String) -> Range<Index>? {
    var end = endIndex
    while end > startIndex {
      let start = index(before: end)
      if self[start...].hasPrefix(wanted) {
        return start..<index(start, offsetBy: wanted.count)
      }
      end = start
    }
    return nil
  }
}
