import Foundation
import TestSupport
import Testing

/// What a person sees at a terminal, as whole screens where it matters.
@Suite("nnrepl at a terminal")
struct ConversationTests {
  private static let banner =
    "nnrepl 0.1 · neural networks at a prompt · help, lessons, quit · 日本語: lang ja\n"

  @Test("greets, answers and leaves")
  func firstMinute() throws {
    let terminal = try startConsole()
    terminal.type("layers 2 3:relu 1 seed=1\r")
    try terminal.wait(
      forScreen: Self.banner + """
        nn> layers 2 3:relu 1 seed=1
          layer  units  activation  W       b     parameters
          input      2
          1          3  relu        (2, 3)  (3,)           9
          2          1  identity    (3, 1)  (1,)           4
          loss: mean squared error · 13 parameters · rand, seed 1
        nn>
        """)
    try terminal.enter("forwrad", until: "  did you mean 'forward'?")
    terminal.type("exit\r")
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test("where history cannot be kept, that is said once, and all goes on")
  func noHistory() throws {
    let terminal = try startConsole(environment: ["HOME": "/dev/null/home"])
    terminal.type("1 + 1\r")
    try terminal.wait(forText: "history is not kept: ")
    try terminal.wait(for: "the value") { $0.transcript.hasSuffix("\n2\nnn>") }
    try terminal.enter("2 + 2", until: "nn> 2 + 2\n4")
  }

  @Test("Ctrl-C at the prompt says how to leave, Ctrl-D leaves")
  func leaving() throws {
    let terminal = try startConsole()
    terminal.type("layers 2")
    try terminal.wait(forLine: "nn> layers 2")
    terminal.type("\u{3}")
    try terminal.wait(forScreen: Self.banner + "nn> layers 2^C\nnn>")
    terminal.type("\u{3}")
    try terminal.wait(
      forScreen: Self.banner + "nn> layers 2^C\nnn> ^C\nto leave: quit or Ctrl-D\nnn>")
    terminal.type("\u{4}")
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test("Ctrl-C ends training, keeps what was learnt; undo takes it back")
  func interruptedTraining() throws {
    let terminal = try startConsole()
    try terminal.enter("data make linear 2 3 n=1000", until: "  and 995 more")
    try terminal.enter("layers 2 5:sigmoid 1", until: "1,000 samples · 2 inputs · 1 target")
    terminal.type("train updates=1e12 lr=0.01 every=100000\r")
    try terminal.wait(forText: "update  100,000")
    terminal.type("\u{3}")
    try terminal.wait(forText: "updates so far are kept")
    try terminal.wait(forLine: "nn>")
    terminal.type("undo\r")
    try terminal.wait(forText: "undone: train lr=0.01 every=100000 updates=")
    try terminal.enter("lang en", until: "English from now on")
  }

  @Test("Tab completes commands, options, activations and lessons, with what they are")
  func completion() throws {
    let terminal = try startConsole(columns: 100)
    terminal.type("tr\t")
    // The usage stands faintly behind it.
    try terminal.wait(for: "the command") { $0.currentLine.hasPrefix("nn> train [epochs") }
    terminal.type("opt\t")
    try terminal.wait(for: "the option") { $0.currentLine.hasPrefix("nn> train optimizer=") }
    terminal.type("ada\t\t")
    try terminal.wait(forText: "adadelta")
    terminal.type("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentLine == "nn>" }
    terminal.type("layers 2 3:sig\t")
    try terminal.wait(for: "the activation") { $0.currentLine.hasPrefix("nn> layers 2 3:sigmoid") }
    terminal.type("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentLine == "nn>" }
    terminal.type("lesson exer\t\t")
    try terminal.wait(forText: "Exercise 1: a 3-5-4 network")
  }

  @Test("full-width input is read, and the reading is said; Japanese from the start")
  func japanese() throws {
    let terminal = try startConsole(environment: ["LC_ALL": "", "LANG": "ja_JP.UTF-8"])
    terminal.type("ｌａｙｅｒｓ　２　１ ｓｅｅｄ＝１\r")
    try terminal.wait(forText: "(読み方: layers 2 1 seed=1)")
    try terminal.wait(forText: "誤差関数: 平均二乗誤差")
    try terminal.enter("forward １、２", until: "出力合計: 1.8577853664042352")
    // The last wide character goes with one backspace, the rest stays.
    terminal.type("重み層\u{7F}\u{7F}\u{7F}show")
    try terminal.wait(forLine: "nn> show")
  }

  @Test("several pasted lines run one by one, prompts in them left out")
  func paste() throws {
    let terminal = try startConsole()
    terminal.paste("nn> layers 2 1 seed=1\nnn> input 1 2\nnn> forward\n")
    try terminal.wait(for: "the last answer") {
      $0.transcript.hasSuffix("sum of y: 1.8577853664042352\nnn>")
    }
    // After an error nothing of the rest runs.
    terminal.paste("forwrad\nreset\n")
    try terminal.wait(forText: "did you mean 'forward'?")
    try terminal.enter("weights b1", until: "shape: (1,)\n")
  }

  @Test("two sessions share one history, and a killed one has lost nothing")
  func history() throws {
    try withTemporaryFolder { folder in
      let environment = ["HOME": folder]
      let first = try startConsole(environment: environment)
      let second = try startConsole(environment: environment)
      try first.enter("lang en", until: "English from now on")
      second.type("show\r")
      try second.wait(forText: "no network yet")
      try second.wait(forLine: "nn>")
      first.send(signal: SIGKILL)
      _ = first.waitForExit()
      second.type("\u{4}")
      _ = second.waitForExit()
      let third = try startConsole(environment: environment)
      third.type("history\r")
      try third.wait(forText: "lang en")
      try third.wait(forText: "show")
      third.type("\u{1B}[A\u{1B}[A\u{1B}[A")
      try third.wait(for: "a line of the first session") {
        $0.currentLine == "nn> lang en" || $0.currentLine == "nn> show"
      }
    }
  }

  @Test("a killed session has lost no recorded line")
  func killedRecording() throws {
    try withTemporaryFolder { folder in
      let terminal = try startConsole(columns: 200)
      try terminal.enter("record \(folder)/a.nn", until: "(record stop ends it)")
      try terminal.enter("layers 2 1", until: "3 parameters · rand, seed 1")
      terminal.send(signal: SIGKILL)
      #expect(terminal.waitForExit() == .signal(SIGKILL))
      let recorded = try String(contentsOfFile: folder + "/a.nn", encoding: .utf8)
      #expect(recorded == "# nnrepl\nlayers 2 1 seed=1\n")
    }
  }

  @Test("a window of 10 rows and 40 columns: long help a screen at a time, then resized")
  func smallWindow() throws {
    let terminal = try startConsole(["--lang", "ja"], columns: 40, rows: 10)
    terminal.type("help train\r")
    try terminal.wait(forText: "train [epochs=N")
    #expect(!terminal.screen.transcript.contains("例:"))
    for _ in 0..<8 { terminal.type(" ") }
    try terminal.wait(forText: "optimizer=adam")
    terminal.type("q")
    try terminal.wait(for: "the prompt") { $0.currentLine.hasPrefix("nn>") }
    try terminal.resize(columns: 60, rows: 20)
    terminal.type("\u{15}show\r")
    try terminal.wait(forText: "ネットワークはまだありません")
  }

  @Test("a lesson goes on with Return, lines can be tried, and leave brings back what was")
  func lesson() throws {
    try withTemporaryFolder { folder in
      let terminal = try startConsole(environment: ["HOME": folder])
      try terminal.enter("layers 5 5", until: "30 parameters · rand, seed 1")
      terminal.type("lesson single-unit\r")
      try terminal.wait(forLine: "single-unit 1>")
      terminal.type("forward 1 1\r")
      try terminal.wait(forText: "sum of y:")
      terminal.type("\r")
      try terminal.wait(forLine: "single-unit 2 ?>")
      terminal.type("lang ja\r")
      try terminal.wait(forText: "日本語で表示します")
      terminal.type("leave\r")
      try terminal.wait(forLine: "nn>")
      try terminal.enter("lang en", until: "English from now on")
      terminal.type("lesson single-unit\r")
      try terminal.wait(forLine: "single-unit 2 ?>")
      terminal.type("leave\r")
      try terminal.wait(forLine: "nn>")
      terminal.type("weights W1\r")
      try terminal.wait(forText: "shape: (5, 5)")
    }
  }

  @Test("play ends with its lesson")
  func play() throws {
    let terminal = try startConsole(["play", "single-unit"], prompt: "single-unit 1>")
    for (step, answer) in [
      (2, "1.1"), (3, "0"), (4, "a"), (5, "skip"), (6, "functions.relu(x @ w + b)"),
    ] {
      terminal.type("\r")
      try terminal.wait(forLine: "single-unit \(step) ?>")
      terminal.type(answer + "\r")
      try terminal.wait(forLine: "single-unit \(step)>")
    }
    terminal.type("\r")
    try terminal.wait(forLine: "single-unit 7>")
    terminal.type("\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.screen.transcript.contains("end of:"))
  }

  @Test("the start-up file runs at a terminal, not in a pipe")
  func startUp() throws {
    try withTemporaryFolder { folder in
      let configuration = folder + "/.config/nnrepl"
      try FileManager.default.createDirectory(
        atPath: configuration, withIntermediateDirectories: true)
      try "layers 2 1 seed=1\n".write(
        toFile: configuration + "/startup.nn", atomically: true, encoding: .utf8)
      let terminal = try startConsole(environment: ["HOME": folder])
      terminal.type("weights b1\r")
      try terminal.wait(forText: "shape: (1,)")
      let piped = try nnrepl(["-c", "show"], environment: ["HOME": folder])
      #expect(piped.output.contains("no network yet"))
    }
  }

  @Test("no colours with NO_COLOR, no escapes on a dumb terminal")
  func plain() throws {
    let plain = try startConsole(environment: ["NO_COLOR": "1"])
    try plain.enter("lang en", until: "English from now on")
    #expect((0..<4).allSatisfy { plain.screen.styledStretches(ofRow: $0).isEmpty })
    let dumb = try startConsole(environment: ["TERM": "dumb"])
    try dumb.enter("lang en", until: "English from now on")
    #expect(!dumb.output.contains(0x1B))
  }
}
