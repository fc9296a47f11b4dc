public import SourceText

/// Runs lessons and reports everything that does not turn out as their scripts claim.
public enum LessonCheck {
  /// Something that a lesson claims and that does not hold.
  public struct Finding: Sendable {
    /// What does not hold.
    public enum Problem: Sendable {
      /// An expectation.
      case unmet(Expectation, ExpectationOutcome)
      /// That a line runs. The rest of its step was left out.
      case lineFailed(LessonFailure)
      /// What a question promises.
      case question(QuestionProof.Finding)
    }

    /// The id of the step.
    public var step: String
    /// What does not hold.
    public var problem: Problem

    /// Makes a finding from its step and what does not hold there.
    public init(step: String, problem: Problem) {
      self.step = step
      self.problem = problem
    }

    /// Where it stands in the script.
    public var range: SourceRange {
      switch problem {
      case .unmet(let expectation, _): expectation.range
      case .lineFailed(let failure): failure.range
      case .question(let finding): finding.range
      }
    }
  }

  /// Runs all steps of a lesson in order, and proves its questions.
  ///
  /// - Parameters:
  ///   - script: the lesson.
  ///   - host: what runs its lines.
  ///   - seeds: how many seeds the questions are tried with.
  ///   - shouldStop: asked now and then; true ends the answer that runs.
  public static func findings(
    in script: LessonScript, host: inout some LessonHost,
    seeds: Int = QuestionProof.standardSeeds, shouldStop: @escaping () -> Bool = { false }
  ) -> [Finding] {
    run(LessonSession(script, waits: false), &host, seeds, shouldStop)
  }

  /// Runs one step of a lesson alone: the lines of the steps before it run first, unjudged.
  ///
  /// - Throws: where no step has this id.
  public static func findings(
    in script: LessonScript, step id: String, host: inout some LessonHost,
    seeds: Int = QuestionProof.standardSeeds, shouldStop: @escaping () -> Bool = { false }
  ) throws(LessonNavigationError) -> [Finding] {
    run(try LessonSession(script, atStep: id), &host, seeds, shouldStop)
  }

  private static func run(
    _ session: LessonSession, _ host: inout some LessonHost, _ seeds: Int,
    _ shouldStop: @escaping () -> Bool
  ) -> [Finding] {
    var session = session
    var findings: [Finding] = []
    while true {
      switch session.nextAction() {
      case .introduce, .begin, .show, .recall, .restore: break
      case .ask(let question):
        let proof = QuestionProof.findings(
          in: question, context: QuestionContext(host), seeds: seeds, shouldStop: shouldStop)
        findings += proof.map { Finding(step: session.stepID, problem: .question($0)) }
      case .prepare(_, let blocks):
        host.restart(for: session.script)
        for block in blocks { _ = host.run(block) }
      case .run(let block, let expectsFailure):
        let result = host.run(block)
        session.record(result)
        if case .failed(let failure) = result, !expectsFailure {
          findings.append(Finding(step: session.stepID, problem: .lineFailed(failure)))
          session.skipRest()
        }
      case .judge(let expectation, let result, let block):
        let outcome = expectation.outcome(in: host, after: result, of: block)
        if !outcome.isMet {
          findings.append(
            Finding(step: session.stepID, problem: .unmet(expectation, outcome)))
        }
      case .waitForAnswer, .wait, .finish: return findings
      }
    }
  }
}
