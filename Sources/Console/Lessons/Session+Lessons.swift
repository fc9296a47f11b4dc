import Lessons
import Localization
import SourceText

extension Session {
  /// The prompt: the console's own, or the lesson with its step and what a line is taken for.
  var promptText: String { lesson?.promptText ?? "nn> " }

  /// Opens a lesson in a state of its own and takes it up to where it first waits.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, at the step where it begins.
  ///   - seed: The seed of the numbers in its questions.
  mutating func open(
    _ lesson: LessonSession, seed: UInt32, environment: Environment
  ) throws(ConsoleError) {
    // A script may have a line that takes a lesson, even the one that it is.
    guard environment.depth < ScriptRunner.maximumDepth else {
      throw ConsoleError(
        .tooDeep(path: lesson.script.path, limit: ScriptRunner.maximumDepth))
    }
    let outside = self.lesson?.outside ?? Boxed(sandboxed)
    self.lesson = OpenLesson(progress: lesson, seed: seed, outside: outside)
    latestLesson = lesson.script.id
    beginAfresh(seed: lesson.script.seed ?? 0)
    try takeLesson(environment: environment)
  }

  /// Closes the lesson and goes back to what was before it.
  mutating func closeLesson() {
    guard let lesson else { return }
    restore(lesson.outside.value)
    self.lesson = nil
  }

  /// The lesson that is open.
  ///
  /// - Parameter command: The command that needs one, for the error.
  func lesson(for command: String) throws(ConsoleError) -> OpenLesson {
    guard let lesson else { throw ConsoleError(.notInLesson(command: command)) }
    return lesson
  }

  /// Takes the open lesson as far as it goes without the learner, keeps where it then stands, and
  /// closes it where it is over.
  ///
  /// - Parameter change: What else is to be kept of the lesson.
  mutating func takeLesson(
    environment: Environment, keeping change: (inout LessonProgress.Record) -> Void = { _ in }
  ) throws(ConsoleError) {
    guard var open = lesson else { return }
    open.sandbox = nil
    var player = LessonPlayer(
      host: SessionHost(session: self, environment: environment), output: environment.output)
    player.seed = open.seed
    player.checkpoint = open.checkpoint
    player.asked = open.asked
    player.host.enterFolder(of: open.progress.script)
    let outcome = player.play(&open.progress)
    self = player.host.session
    open.asked = player.asked
    open.checkpoint = Boxed(sandboxed)
    lesson = open
    keepPlace(environment: environment, change)
    switch outcome {
    case .waiting: break
    case .finished:
      showResult(environment.output)
      closeLesson()
    case .failed(let failure): throw ConsoleError(.inScript(failure))
    }
  }

  /// Keeps where the lesson stands, and what else has changed.
  mutating func keepPlace(
    environment: Environment, _ change: (inout LessonProgress.Record) -> Void = { _ in }
  ) {
    guard let lesson = lesson?.progress else { return }
    updateProgress(environment) { progress in
      var record = progress[lesson: lesson.script.id]
      change(&record)
      record.step = lesson.isFinished ? nil : lesson.stepID
      record.question = lesson.openQuestion?.id
      if lesson.isFinished { record.isFinished = true }
      progress[lesson: lesson.script.id] = record
    }
  }

  /// Says how the questions of a lesson that is over went.
  private func showResult(_ output: (Output) -> Void) {
    guard let lesson = lesson?.progress, !lesson.script.questions.isEmpty else { return }
    output(.line(LessonTally(lesson.script, lesson.answers).wording(of: lesson.script.id), .dim))
  }
}

extension LessonSession {
  /// Goes to the step that a word names by its id or its number from 1, or to a question.
  mutating func go(to word: Word) throws(ConsoleError) {
    var id = word.text
    let number = Int(id).flatMap { (1...script.steps.count).contains($0) ? $0 : nil }
    if let number { id = script.steps[number - 1].id }
    do {
      try goTo(id, asksAgain: number == nil)
    } catch {
      switch error {
      case .unknownStep(let name, let known, let suggestions):
        throw ConsoleError(
          .unknownStep(name, known: known, suggestions: suggestions), at: word.range)
      }
    }
  }
}

/// How many questions of a lesson stand how.
struct LessonTally {
  /// All questions of the lesson.
  var count = 0
  /// Those that were answered without the solution.
  var answered = 0
  /// Those that the learner marked right, beside the model answer.
  var selfAssessed = 0
  /// Those that were passed over.
  var skipped = 0
  /// Those whose solution was shown first.
  var shown = 0

  /// Counts the questions that the lesson has now.
  init(_ script: LessonScript, _ answers: [String: AnswerRecord]) {
    for question in script.questions {
      count += 1
      switch answers[question.id]?.standing {
      case .right, .alternative: answered += 1
      case .selfAssessed: selfAssessed += 1
      case .skipped: skipped += 1
      case .shown: shown += 1
      case .partial, .wrong, .open, nil: break
      }
    }
  }

  /// The counts in a line, and how to look at the answers.
  func wording(of id: String) -> LocalizedText {
    var parts = [
      LocalizedText(ja: "\(count) 問中 \(answered) 問正解", en: "\(answered) of \(count) answered")
    ]
    if selfAssessed > 0 {
      parts.append(
        LocalizedText(ja: "自己採点で正解 \(selfAssessed)", en: "\(selfAssessed) self-assessed"))
    }
    if skipped > 0 {
      parts.append(LocalizedText(ja: "とばした問い \(skipped)", en: "\(skipped) skipped"))
    }
    if shown > 0 {
      parts.append(
        LocalizedText(
          ja: "答えを見た問い \(shown)", en: "\(Quantity.counted(shown, "solution")) shown"))
    }
    return LocalizedText(
      ja: parts.map(\.ja).joined(separator: " · ") + " · review \(id) で振り返り",
      en: parts.map(\.en).joined(separator: " · ") + " · review \(id) tells more")
  }
}
