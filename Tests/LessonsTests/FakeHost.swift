import Lessons
import LinearAlgebra
import Localization
import SourceText

/// A host with a language of its own: `NAME = NUMBER`, `NAME += NUMBER`, `fail KIND`.
struct FakeHost: LessonHost {
  var quantities: [String: ArrayValue] = [:]
  var topology: [Int]?
  /// The lines that ran since the last restart.
  var ran: [String] = []
  var restarts = 0
  /// The values when the lesson began to wait.
  private var checkpoint: [String: ArrayValue] = [:]

  var quantityNames: [String] { quantities.keys.sorted() }

  func value(ofQuantity name: String) -> ArrayValue? { quantities[name] }

  mutating func restart(for script: LessonScript) {
    quantities = [:]
    topology = nil
    ran = []
    restarts += 1
    if let seed = script.seed { quantities["seed"] = ArrayValue(Double(seed)) }
  }

  mutating func run(_ block: LessonBlock) -> LessonBlockResult {
    for line in block.lines {
      let words = line.text.split(separator: " ")
      if words[0] == "fail" {
        return .failed(
          LessonFailure(
            kind: String(words[1]), range: line.range, lastLine: line.range.end.line))
      }
      ran.append(line.text)
      let number = Double(words[2])!
      let old = words[1] == "+=" ? quantities[String(words[0])]?.elements[0] ?? 0 : 0
      quantities[String(words[0])] = ArrayValue(old + number)
    }
    return .completed
  }
}

extension FakeHost {
  /// Takes a lesson to its next pause: the actions, in short.
  mutating func take(_ session: inout LessonSession) -> [String] {
    var log: [String] = []
    while true {
      switch session.nextAction() {
      case .introduce: log.append("introduce")
      case .prepare(let step, let blocks):
        restart(for: session.script)
        for block in blocks { _ = run(block) }
        log.append("prepare \(step)")
      case .begin(let step): log.append("begin \(step)")
      case .show(let text): log.append("show \(text.en)")
      case .run(let block, let expectsFailure):
        session.record(run(block))
        log.append("run \(block.lines.count)\(expectsFailure ? " fails" : "")")
      case .judge(let expectation, let result, let block):
        let outcome = expectation.outcome(in: self, after: result, of: block)
        log.append(outcome.isMet ? "met" : "unmet")
      case .restore:
        quantities = checkpoint
        log.append("restore")
      case .ask(let question): log.append("ask \(question.id)")
      case .recall(let question, let answer):
        log.append("recall \(question.id) \(answer.standing)")
      case .waitForAnswer(let question):
        checkpoint = quantities
        log.append("answer \(question.id)")
        return log
      case .wait(let step):
        checkpoint = quantities
        log.append("wait \(step)")
        return log
      case .finish:
        log.append("finish")
        return log
      }
    }
  }
}

/// A script with the head that every script has.
func script(_ body: String) -> LessonScript {
  let text = "@lesson a format=1\n@title ja あ\n@title en a\n@seed 3\n" + body
  let reading = LessonScript.read(Array(text.utf8), path: "a.nn")
  return reading.script!
}
