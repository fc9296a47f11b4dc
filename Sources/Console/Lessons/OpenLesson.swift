import ArrayFiles
import Lessons
import Localization
import SourceText

/// The lesson that is open in a session, and what the session was before it.
struct OpenLesson {
  /// Where the lesson stands.
  var progress: LessonSession
  /// What `leave` goes back to.
  let outside: Session.Sandboxed

  /// The prompt of the lesson: its id and the number of the step.
  var promptText: String { "\(progress.script.id) \(progress.stepIndex + 1)" }
}

extension Session {
  /// Opens a lesson in a state of its own and takes it up to where it first waits.
  mutating func open(
    _ lesson: LessonSession, environment: Environment
  ) throws(ConsoleError) {
    // A script may have a line that takes a lesson, even the one that it is.
    guard environment.depth < ScriptRunner.maximumDepth else {
      throw ConsoleError(
        .tooDeep(path: lesson.script.path, limit: ScriptRunner.maximumDepth))
    }
    let outside = self.lesson?.outside ?? sandboxed
    self.lesson = OpenLesson(progress: lesson, outside: outside)
    beginAfresh(seed: lesson.script.seed ?? 0)
    try takeLesson(environment: environment)
  }

  /// Closes the lesson and goes back to what was before it.
  mutating func closeLesson() {
    guard let lesson else { return }
    restore(lesson.outside)
    self.lesson = nil
  }

  /// Takes the open lesson as far as it goes without the learner.
  mutating func takeLesson(environment: Environment) throws(ConsoleError) {
    guard var progress = lesson?.progress else { return }
    var player = LessonPlayer(
      host: SessionHost(session: self, environment: environment), output: environment.output)
    player.host.enterFolder(of: progress.script)
    let outcome = player.play(&progress)
    let outside = lesson?.outside
    self = player.host.session
    lesson = outside.map { OpenLesson(progress: progress, outside: $0) }
    if case .finished = outcome { closeLesson() }
    if case .failed(let failure) = outcome { throw ConsoleError(.inScript(failure)) }
  }
}

/// Shows a lesson: its text, its lines with what they lead to, and whether what it claims holds.
struct LessonPlayer {
  /// Runs the lines.
  var host: SessionHost
  /// Whether nobody is there to go on, so that nothing is asked.
  var isReplay = false
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
      case .prepare(_, let blocks):
        host.restart(for: script)
        let outer = host.environment
        host.environment.output = { _ in }
        host.showsLines = false
        for block in blocks { _ = host.run(block) }
        host.environment.output = outer.output
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
      case .ask(let question): show(question)
      case .wait where isReplay: return .waiting
      case .wait(let step):
        let isLast = step + 1 == script.steps.count
        output(
          .line(
            ja: isLast
              ? "Return で終わり · 行を試す · back で一つ前"
              : "Return で次へ · 行を試す · back で一つ前 · leave で中断",
            en: isLast
              ? "Return ends the lesson · try lines · back"
              : "Return goes on · try lines · back · leave", .dim))
        return .waiting
      case .finish:
        output(.line(ja: "── おしまい: \(script.title.ja)", en: "── end of: \(script.title.en)", .dim))
        return .finished
      }
    }
  }
}
