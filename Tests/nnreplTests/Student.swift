import Foundation
import Lessons
import Localization
import TestSupport
import Testing

/// Somebody who takes lessons at a terminal: types a line, and reads on when the answer is there.
struct Student {
  /// Where the student sits.
  let terminal: PseudoTerminal

  /// Types a line, or pastes several, and waits for the prompt after them.
  ///
  /// - Parameters:
  ///   - line: What is typed, without the last Return.
  ///   - texts: What has to be shown in answer to it.
  ///   - prompt: The prompt that follows.
  func type(_ line: String, shows texts: String..., then prompt: String) throws {
    let before = terminal.screen.transcript.count
    if line.contains("\n") {
      terminal.paste(line + "\n\n")
    } else {
      terminal.type(line + "\r")
    }
    try terminal.wait(for: "\(texts) after '\(line)', then '\(prompt)'") { screen in
      let transcript = screen.transcript
      guard screen.currentLine == prompt, transcript.count > before else { return false }
      let answer = transcript.dropFirst(before)
      return texts.allSatisfy { answer.contains($0) }
    }
  }

  /// Ends the program as people do, by Ctrl-D at an empty prompt.
  func closeConsole() {
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == .status(0))
  }
}

/// A lesson of the course, as its script tells it: tests that take it stay true when its text changes.
struct CourseLesson {
  /// The script.
  let script: LessonScript

  /// Reads the lesson with an id.
  init(_ id: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: lessonsFolder)
    let scripts = try files.filter { $0.hasSuffix(".nn") }.compactMap { name in
      let bytes = try Data(contentsOf: URL(filePath: lessonsFolder + "/" + name))
      return LessonScript.read(Array(bytes), path: name).script
    }
    script = try #require(scripts.first { $0.id == id })
  }

  /// The questions in order, each with the prompt at which it is answered and the one after it.
  var questions: [(question: Question, asked: String, answered: String)] {
    script.steps.enumerated().flatMap { number, step in
      step.questions.enumerated().map { index, question in
        let place = "\(script.id) \(number + 1)"
        let isLast = index + 1 == step.questions.count
        return (question, place + " ?>", place + (isLast ? ">" : " ?>"))
      }
    }
  }
}

extension Question {
  /// An answer that is right, as it is typed.
  func rightAnswer(_ language: Language) -> String {
    guard let modelAnswer else { return key.text }
    return modelAnswer[language].replacing("\n", with: language == .ja ? "" : " ")
  }

  /// An answer that is wrong, or partly right for a sentence.
  var otherAnswer: String? {
    samples.first { $0.role == (kind == .text ? .partial : .wrong) && !$0.text.isEmpty }?.text
  }
}
