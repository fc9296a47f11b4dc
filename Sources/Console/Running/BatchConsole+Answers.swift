import Lessons
import Localization
import SourceText
import TerminalGraphics

extension BatchConsole {
  /// Judges one answer without taking the lesson.
  ///
  /// - Parameters:
  ///   - place: `ID/QUESTION`, `FILE.nn/QUESTION`, or the lesson alone for its main question.
  ///   - answer: the answer, with all its lines.
  ///   - seed: the seed of the question's numbers; nil for the lesson's.
  ///   - asJSON: whether the judgement is written for programs.
  /// - Returns: The exit status: success where the answer is accepted, failure where it is wrong or
  ///   partly right, `invalidAnswer` where it is none, `usage` where there is no such question.
  public mutating func answer(
    _ place: String, with answer: String, seed: UInt32?, asJSON: Bool
  ) -> Int32 {
    let (script, question): (LessonScript, Question)
    do throws(ConsoleError) {
      (script, question) = try self.question(at: place)
    } catch {
      _ = report(LineError(error, in: SourceLine(text: "")))
      return ExitStatus.usage
    }
    var quiet = environment
    quiet.output = { _ in }
    var host = SessionHost(session: session, environment: quiet)
    let context =
      QuestionContext.contexts(in: script, host: &host, upTo: question.id)[question.id]
      ?? QuestionContext()
    let judge = environment.judge(seed: seed ?? script.seed ?? 0)
    let shown = judge.presented(question, in: context)
    let judgement = judge.judge(answer, to: shown, in: context)
    var results = JudgementText.outputs(judgement, answer: answer)
    if question.kind == .text, [.partial, .wrong].contains(judgement.verdict) {
      // At a prompt the learner marks it; here is nobody to ask.
      results.append(
        .paragraph(
          LocalizedText(
            ja: "  この判定は決まりではありません。人が二つを見比べてください。",
            en: "  this verdict is not the last word: a person should compare the two."),
          .note))
    }
    if asJSON {
      let renderer = Renderer(language: session.language, width: 10_000)
      let told = results.flatMap { renderer.lines(for: $0) }.map(\.plain)
      let report = JudgementReport(
        lesson: script.id, question: question.id, judgement: judgement,
        feedback: told.joined(separator: "\n"))
      environment.output(.printed(report.json + "\n"))
    } else {
      for result in results { environment.output(result) }
      if judgement.verdict.isAccepted {
        environment.output(.paragraph(shown.explanation, .plain))
      }
    }
    return switch judgement.verdict {
    case .right, .alternative: ExitStatus.success
    case .partial, .wrong: ExitStatus.failure
    case .invalid: ExitStatus.invalidAnswer
    }
  }

  /// The lesson and the question that `ID/QUESTION` names.
  private func question(at place: String) throws(ConsoleError) -> (LessonScript, Question) {
    var (lesson, id) = (place, String?.none)
    if !LessonCatalog.isScript(named: place), let slash = place.lastIndex(of: "/") {
      lesson = String(place[..<slash])
      id = String(place[place.index(after: slash)...])
    }
    let script = try LessonLibrary(environment).lesson(lesson)
    let known = script.questions.map(\.id)
    guard let id else {
      if let question = script.mainQuestion { return (script, question) }
      throw ConsoleError(.whichQuestion(lesson: script.id, known: known))
    }
    guard let question = script.questions.first(where: { $0.id == id }) else {
      throw ConsoleError(
        .unknownQuestion(
          id, lesson: script.id, known: known,
          suggestions: Spelling.suggestions(for: id, among: known)))
    }
    return (script, question)
  }
}

/// A judgement for programs: one JSON object in one line.
struct JudgementReport {
  var lesson: String
  var question: String
  var judgement: Judgement
  /// What a person would be shown, without colours and line breaks for a window.
  var feedback: String

  /// `{"lesson":…,"question":…,"verdict":…,"slip":…,"feedback":…,"seed":…}`; slip is null where
  /// none is named.
  var json: String {
    let slip = judgement.feedback.map { JSONText.string($0.id) } ?? "null"
    return "{"
      + [
        "\"lesson\":\(JSONText.string(lesson))", "\"question\":\(JSONText.string(question))",
        "\"verdict\":\(JSONText.string(judgement.verdict.rawValue))", "\"slip\":\(slip)",
        "\"feedback\":\(JSONText.string(feedback))", "\"seed\":\(judgement.seed)",
      ].joined(separator: ",") + "}"
  }
}

/// Text as JSON writes it.
enum JSONText {
  /// A string with its quotes: control characters, quotes and backslashes escaped, everything else
  /// as it is.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let control where control.value < 0x20 || (0x7F...0x9F).contains(control.value):
        let digits = String(control.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
