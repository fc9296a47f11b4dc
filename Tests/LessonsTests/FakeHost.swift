import Lessons
import LinearAlgebra
import SourceText

/// A host with a language of its own: `NAME = NUMBER`, `NAME += NUMBER`, `fail KIND`.
struct FakeHost: LessonHost {
  var quantities: [String: ArrayValue] = [:]
  var topology: [Int]?
  /// The lines that ran since the last restart.
  var ran: [String] = []
  var restarts = 0

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

/// A script with the head that every script has.
func script(_ body: String) -> LessonScript {
  let text = "@lesson a format=1\n@title ja あ\n@title en a\n@seed 3\n" + body
  let reading = LessonScript.read(Array(text.utf8), path: "a.nn")
  return reading.script!
}
