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
      let first = Student(terminal: try startConsole(environment: environment))
      try first.type("layers 5 5", shows: "30 parameters · rand, seed 1", then: "nn>")
      try first.type("lesson units", then: "units 1 ?>")
      let asked = try #require(
        first.terminal.screen.transcript.split(separator: "\n")
          .last { $0.hasPrefix("What is u for x") })
      try first.type("hint", shows: "hint 1/2: Multiply, then add.", then: "units 1 ?>")
      for wrong in 1...2 {
        try first.type("-\(wrong)", shows: "-\(wrong) is too small", then: "units 1 ?>")
      }
      try first.type(
        "-3", shows: "hint (1 left) · solution shows an answer and why · skip", then: "units 1 ?>")
      // What is no answer costs nothing and points at its fault.
      try first.type("2 *", shows: "SyntaxError", then: "units 1 ?>")
      try first.type("leave", then: "nn>")
      try first.type("weights b1", shows: "shape: (5,)", then: "nn>")
      first.closeConsole()

      let second = Student(terminal: try startConsole(environment: environment))
      try second.type("lesson units", shows: String(asked), then: "units 1 ?>")
      try second.type("hint", shows: "hint 2/2: It is 2 ×", then: "units 1 ?>")
      try second.type("solution", shows: "Write the line of the total input u.", then: "units 1 ?>")
      try second.type(
        "ｕ＝ｎｐ．ｄｏｔ（ｘ，Ｗ）＋ｂ", shows: "(read as: u=np.dot(x,W)+b)", then: "units 1>")
      try second.type("", then: "units 2 ?>")
      try second.type("lang ja", shows: "の W の形はどれですか。", then: "units 2 ?>")
      try second.type("ｂ", shows: "まだ違います", then: "units 2 ?>")
      try second.type("ａ", shows: "ネットワークを作ってください。", then: "units 2 ?>")
      try second.type("lang en", shows: "Build a network of 2 inputs", then: "units 2 ?>")
      try second.type("layers 2 3:relu 1", then: "units 2>")
      try second.type("", then: "units 3 ?>")
      // Killed here, it has lost nothing.
      second.terminal.send(signal: SIGKILL)
      _ = second.terminal.waitForExit()

      let third = Student(terminal: try startConsole(environment: environment))
      try third.type("lesson units", then: "units 3 ?>")
      third.terminal.type("def relu(x):\r")
      try third.type(
        "return np.maximum(0, x)\r", shows: "When do the weights change?", then: "units 3 ?>")
      try third.type("skip", then: "units 3>")
      try third.type("", shows: "4 of 6 answered · 1 skipped · 1 solution shown", then: "nn>")
      try third.type("lessons", shows: "✓      4/6, 1 skipped", then: "nn>")
    }
  }

  @Test("play in a small window, in Japanese: the sandbox, Ctrl-C, moves, and the end")
  func smallWindow() throws {
    let terminal = try startConsole(
      ["--lang", "ja", "play", "units"], columns: 40, rows: 12,
      environment: ["NNREPL_LESSONS": Self.folder], prompt: "units 1 ?>")
    let student = Student(terminal: terminal)
    try student.type("play", then: "units 1 play>")
    try student.type("layers 4 2", shows: "(4, 2)", then: "units 1 play>")
    terminal.type("for i in range(10**12):\rif i == 0: print('los')\r\r")
    try terminal.wait(forText: "\nlos")
    terminal.type("\u{3}")
    try terminal.wait(forText: "中断しました")
    try terminal.wait(forLine: "units 1 play>")
    try student.type("resume", then: "units 1 ?>")
    try student.type("weights W1", shows: "shape: (2, 1)", then: "units 1 ?>")
    terminal.type("123")
    try terminal.wait(forLine: "units 1 ?> 123")
    terminal.type("\u{3}")
    try terminal.wait(forLine: "units 1 ?>")
    try student.type("", shows: "のとき u はいくつですか。", then: "units 1 ?>")
    try student.type("skip", then: "units 1 ?>")
    try student.type("skip", then: "units 1>")
    try student.type("goto 3", then: "units 3 ?>")
    try student.type("back", then: "units 2 ?>")
    try student.type("next", shows: "問い shape が開いている", then: "units 2 ?>")
    try terminal.resize(columns: 80, rows: 24)
    try student.type("a", then: "units 2 ?>")
    try student.type("2-3-1", then: "units 2>")
    try student.type("", then: "units 3 ?>")
    try student.type("solution", shows: "重みはいつ変わりますか。", then: "units 3 ?>")
    try student.type("学習の一歩ごとに更新される", then: "units 3>")
    terminal.type("\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.transcript.contains("6 問中 3 問正解 · とばした問い 2 · 答えを見た問い 1"))
  }

  @Test("a lesson of the course to its end, with answers as people give them")
  func courseLesson() throws {
    let terminal = try startConsole(
      ["--lang", "en", "play", "test-03"], columns: 80, rows: 24, prompt: "test-03 1 ?>")
    let student = Student(terminal: terminal)
    let answers: [(line: String, shown: String, prompt: String)] = [
      ("6 * 3 - 3", "not yet", "test-03 1 ?>"), ("１７", "right", "test-03 1 ?>"),
      ("[8, 24]", "right", "test-03 1>"), ("", "step 2", "test-03 2 ?>"),
      ("a", "not yet", "test-03 2 ?>"), ("c", "right", "test-03 2>"),
      ("", "step 3", "test-03 3 ?>"), ("u = np.dot(x, W)", "b", "test-03 3 ?>"),
      ("u = np.dot(x W)", "SyntaxError", "test-03 3 ?>"),
      ("u1 = W1 @ X + bias", "(outputs, inputs)", "test-03 3 ?>"),
      ("d", "not yet", "test-03 3 ?>"), ("b", "right", "test-03 3>"),
      ("", "step 4", "test-03 4>"),
    ]
    for answer in answers {
      try student.type(answer.line, shows: answer.shown, then: answer.prompt)
    }
    terminal.type("\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.transcript.contains("5 of 5 answered"))
  }
}
