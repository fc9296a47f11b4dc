import Foundation
import TestSupport
import Testing

/// Whole lessons at a terminal, as a student takes them.
@Suite("Lessons at a terminal")
struct LessonConversationTests {
  /// The tests' own lessons.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ConsoleTests/Conversations").standardized.path

  @Test(
    "a lesson with slips, hints and a change of language, left and gone on with in another process")
  func wholeLesson() throws {
    try withTemporaryFolder { home in
      let environment = ["HOME": home, "NNREPL_LESSONS": Self.folder]
      let first = try startConsole(environment: environment)
      try first.enter("layers 5 5", until: "30 parameters · rand, seed 1")
      first.type("lesson units\r")
      try first.wait(forLine: "units 1 ?>")
      let asked = try #require(
        first.screen.transcript.split(separator: "\n").last { $0.hasPrefix("What is u for x") })
      first.type("hint\r")
      try first.wait(forText: "hint 1/2: Multiply, then add.")
      for wrong in 1...3 {
        first.type("-\(wrong)\r")
        try first.wait(forText: "-\(wrong) is too small")
        try first.wait(forLine: "units 1 ?>")
      }
      try first.wait(forText: "hint (1 left) · solution shows an answer and why · skip")
      // What is no answer costs nothing and points at its fault.
      first.type("2 *\r")
      try first.wait(forText: "SyntaxError")
      first.type("leave\r")
      try first.wait(forLine: "nn>")
      first.type("weights b1\r")
      try first.wait(forText: "shape: (5,)")
      first.type("\u{4}")
      #expect(first.waitForExit() == .status(0))

      let second = try startConsole(environment: environment)
      second.type("lesson units\r")
      try second.wait(forLine: "units 1 ?>")
      #expect(second.screen.transcript.contains(asked))
      second.type("hint\r")
      try second.wait(forText: "hint 2/2: It is 2 ×")
      second.type("solution\r")
      try second.wait(forText: "Write the line of the total input u.")
      second.type("ｕ＝ｎｐ．ｄｏｔ（ｘ，Ｗ）＋ｂ\r")
      try second.wait(forText: "(read as: u=np.dot(x,W)+b)")
      try second.wait(forLine: "units 1>")
      second.type("\r")
      try second.wait(forLine: "units 2 ?>")
      second.type("lang ja\r")
      try second.wait(forText: "の W の形はどれですか。")
      second.type("ｂ\r")
      try second.wait(forText: "まだ違います")
      second.type("ａ\r")
      try second.wait(forText: "ネットワークを作ってください。")
      second.type("lang en\r")
      try second.wait(forText: "Build a network of 2 inputs")
      second.type("layers 2 3:relu 1\r")
      try second.wait(forLine: "units 2>")
      second.type("\r")
      try second.wait(forLine: "units 3 ?>")
      // Killed here, it has lost nothing.
      second.send(signal: SIGKILL)
      _ = second.waitForExit()

      let third = try startConsole(environment: environment)
      third.type("lesson units\r")
      try third.wait(forLine: "units 3 ?>")
      third.type("def relu(x):\r")
      third.type("return np.maximum(0, x)\r\r")
      try third.wait(forText: "When do the weights change?")
      third.type("skip\r")
      try third.wait(forLine: "units 3>")
      third.type("\r")
      try third.wait(forText: "4 of 6 answered · 1 skipped · 1 solution shown")
      try third.wait(forLine: "nn>")
      third.type("lessons\r")
      try third.wait(forText: "✓      4/6, 1 skipped")
    }
  }

  @Test("play in a small window, in Japanese: the sandbox, Ctrl-C, moves, and the end")
  func smallWindow() throws {
    let terminal = try startConsole(
      ["--lang", "ja", "play", "units"], columns: 40, rows: 12,
      environment: ["NNREPL_LESSONS": Self.folder], prompt: "units 1 ?>")
    terminal.type("play\r")
    try terminal.wait(forLine: "units 1 play>")
    terminal.type("layers 4 2\r")
    try terminal.wait(forText: "(4, 2)")
    terminal.type("for i in range(10**12):\rif i == 0: print('los')\r\r")
    try terminal.wait(forText: "\nlos")
    terminal.type("\u{3}")
    try terminal.wait(forText: "中断しました")
    try terminal.wait(forLine: "units 1 play>")
    terminal.type("resume\r")
    try terminal.wait(forLine: "units 1 ?>")
    terminal.type("weights W1\r")
    try terminal.wait(forText: "shape: (2, 1)")
    try terminal.wait(forLine: "units 1 ?>")
    terminal.type("123")
    try terminal.wait(forLine: "units 1 ?> 123")
    terminal.type("\u{3}")
    try terminal.wait(forLine: "units 1 ?>")
    terminal.type("\r")
    try terminal.wait(forText: "のとき u はいくつですか。")
    for _ in 0..<2 {
      terminal.type("skip\r")
      try terminal.wait(for: "the next prompt") { $0.currentLine.hasPrefix("units 1") }
    }
    try terminal.wait(forLine: "units 1>")
    terminal.type("goto 3\r")
    try terminal.wait(forLine: "units 3 ?>")
    terminal.type("back\r")
    try terminal.wait(forLine: "units 2 ?>")
    terminal.type("next\r")
    try terminal.wait(forText: "問い shape が開いている")
    try terminal.resize(columns: 80, rows: 24)
    for line in ["a", "2-3-1"] {
      terminal.type(line + "\r")
      try terminal.wait(forText: "units 2 ?> " + line)
    }
    try terminal.wait(forLine: "units 2>")
    terminal.type("\r")
    try terminal.wait(forLine: "units 3 ?>")
    terminal.type("solution\r")
    try terminal.wait(forText: "重みはいつ変わりますか。")
    terminal.type("学習の一歩ごとに更新される\r")
    try terminal.wait(forLine: "units 3>")
    terminal.type("\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.transcript.contains("6 問中 3 問正解 · とばした問い 2 · 答えを見た問い 1"))
  }

  @Test("a lesson of the course to its end, with answers as people give them")
  func courseLesson() throws {
    let terminal = try startConsole(
      ["--lang", "en", "play", "test-03"], columns: 80, rows: 24, prompt: "test-03 1 ?>")
    func answer(_ line: String, _ shown: String, _ prompt: String) throws {
      terminal.type(line + "\r")
      try terminal.wait(for: "'\(shown)' after '\(line)', then '\(prompt)'") {
        guard $0.currentLine == prompt,
          let typed = $0.transcript.range(of: "> " + line, options: .backwards)
        else { return false }
        return $0.transcript[typed.upperBound...].contains(shown)
      }
    }
    try answer("6 * 3 - 3", "not yet", "test-03 1 ?>")
    try answer("１７", "right", "test-03 1 ?>")
    try answer("[8, 24]", "right", "test-03 1>")
    terminal.type("\r")
    try terminal.wait(forLine: "test-03 2 ?>")
    try answer("a", "not yet", "test-03 2 ?>")
    try answer("c", "right", "test-03 2>")
    terminal.type("\r")
    try terminal.wait(forLine: "test-03 3 ?>")
    try answer("u = np.dot(x, W)", "b", "test-03 3 ?>")
    try answer("u = np.dot(x W)", "SyntaxError", "test-03 3 ?>")
    try answer("u1 = W1 @ X + bias", "(outputs, inputs)", "test-03 3 ?>")
    try answer("d", "not yet", "test-03 3 ?>")
    try answer("b", "right", "test-03 3>")
    terminal.type("\r")
    try terminal.wait(forLine: "test-03 4>")
    terminal.type("\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.transcript.contains("5 of 5 answered"))
  }
}
