import Lessons
import Localization
import SourceText

/// Shows a lesson: its text, its lines with what they lead to, its questions, and whether what it
/// claims holds.
struct LessonPlayer {
  /// Runs the lines.
  var host: SessionHost
  /// Whether nobody is there to go on: questions are shown with their answers.
  var isReplay = false
  /// The seed of the numbers in its questions.
  var seed: UInt32 = 0
  /// The state when the lesson began to wait.
  var checkpoint: Boxed<Session.Sandboxed>?
  /// The question that was asked last.
  var asked: Boxed<AskedQuestion>?
  /// Where everything is shown.
  let output: (Output) -> Void

  init(host: SessionHost, output: @escaping (Output) -> Void) {
    self.host = host
    self.output = output
  }

  /// How far a lesson went.
  enum Outcome {
    /// It waits for the learner.
    case waiting
    /// It is over.
    case finished
    /// A line failed, or an expectation does not hold.
    case failed(LineError)
  }

  /// Plays a lesson until it waits, ends or fails.
  mutating func play(_ lesson: inout LessonSession) -> Outcome {
    let script = lesson.script
    while true {
      switch lesson.nextAction() {
      case .introduce:
        output(.line(script.title, .heading))
        if let introduction = script.introduction { output(.paragraph(introduction, .plain)) }
      case .prepare(_, let blocks): prepare(blocks, of: script)
      case .restore:
        if let checkpoint { host.session.restore(checkpoint.value) }
      case .begin(let step):
        output(.gap)
        output(
          .line(
            ja: "── \(script.title.ja) · ステップ \(step + 1) / \(script.steps.count)",
            en: "── \(script.title.en) · step \(step + 1) of \(script.steps.count)", .dim))
      case .show(let text): output(.paragraph(text, .plain))
      case .run(let block, let expectsFailure):
        host.showsLines = true
        let result = host.run(block)
        lesson.record(result)
        if let failure = host.failure {
          var shown = failure
          if expectsFailure {
            // At a prompt the line stands right above its error.
            shown.source.name = nil
            output(.failure(shown))
          } else {
            shown.source.name = script.path
            return .failed(shown)
          }
        }
      case .judge(let expectation, let result, let block):
        let outcome = expectation.outcome(in: host, after: result, of: block)
        guard outcome.isMet else {
          return .failed(
            LineError(
              ConsoleError(.expectationFailed(expectation, outcome), at: expectation.range),
              in: host.sourceLine(expectation.range.start.line, of: script)))
        }
      case .ask(let question):
        let judge = host.environment.judge(seed: seed)
        let asked = AskedQuestion(question, in: host, judge: judge)
        self.asked = Boxed(asked)
        show(asked.presented)
        if isReplay { answer(asked, judge, prompt: "\(script.id) \(lesson.stepIndex + 1) ?> ") }
      case .recall(let question, let answer): recall(question, answer)
      case .waitForAnswer: return .waiting
      case .wait where isReplay: return .waiting
      case .wait(let step):
        showKeys(isLast: step + 1 == script.steps.count)
        return .waiting
      case .finish:
        output(.line(ja: "── おしまい: \(script.title.ja)", en: "── end of: \(script.title.en)", .dim))
        return .finished
      }
    }
  }

  /// Begins afresh and runs the lines before a step without a word.
  private mutating func prepare(_ blocks: [LessonBlock], of script: LessonScript) {
    host.restart(for: script)
    let shown = host.environment.output
    host.environment.output = { _ in }
    host.showsLines = false
    for block in blocks where !host.environment.isInterrupted() { _ = host.run(block) }
    host.environment.output = shown
  }

  /// Says what can be done after a step.
  private func showKeys(isLast: Bool) {
    output(
      .line(
        ja: isLast
          ? "Return で終わり · 行を試す · back で一つ前"
          : "Return で次へ · 行を試す · back で一つ前 · leave で中断",
        en: isLast
          ? "Return ends the lesson · try lines · back"
          : "Return goes on · try lines · back · leave", .dim))
  }
}
