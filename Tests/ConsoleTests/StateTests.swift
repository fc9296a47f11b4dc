import Foundation
import LinearAlgebra
import Localization
import NeuralNetworks
import Testing

@testable import Console

@Suite("A line does all it says or nothing")
struct StateTests {
  /// Lines that a session may meet, most of them wrong in some state.
  private static func line(_ random: inout NumPyRandom) -> String {
    let words = [
      "layers", "2", "3:relu", "1", "2:softmax", "5:sigmoid", "seed=1", "loss=ce", "loss=bce",
      "set", "W1[0,1]", "b1", "=", "0.5", "[1,2]", "[[1,2],[3,4]]", "input", "target", "forward",
      "backward", "loss", "step", "train", "updates=5", "epochs=1", "batch=2", "lr=0.1", "lr=1e300",
      "optimizer=adam", "data", "make", "linear", "xor", "n=8", "sample", "show", "weights", "W2",
      "undo", "redo", "init", "he", "gradcheck", "h=1e-3", "sweep", "reset", "help", "time", "nan",
      "-1", "1e999", "99999999999999999999", "'", "\"", "[", "]", "(", "#", "@expect", "y", "１、",
      "ｘ＝", "名前", "\u{0}", "\u{1B}[2J", "…", "🧠", ":", "?", "é", "\\", ",", "leave", "next",
      "record", "stop", "lang", "ja", "en", "lesson", "goto", "run", "load", "history",
    ]
    let count = random.integer(from: 1, through: 7)
    return (0..<count).map { _ in words[random.integer(from: 0, through: words.count - 1)] }
      .joined(separator: random.integer(from: 0, through: 5) == 0 ? "" : " ")
  }

  @Test("20,000 random lines: no trap, and an error leaves the state alone")
  func randomLines() throws {
    try withTemporaryFolder { folder in
      var random = NumPyRandom(seed: 7)
      let console = TestConsole(folder: folder, lessons: folder)
      for line in 0..<20_000 {
        let before = console.session.fingerprint
        let text = Self.line(&random)
        // What a scan of several steps has done before one fails is undone as well.
        if console.run(text) != nil {
          #expect(console.session.fingerprint == before, "line \(line): \(text)")
        }
        console.clear()
      }
    }
  }

  @Test(
    "hostile lines give an error",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "time ", count: 50_000) + "show",
      "set W1 = " + String(repeating: "[", count: 100_000),
      "input " + String(repeating: "[[1],", count: 20_000),
      "layers " + String(repeating: "9", count: 100_000) + " 1",
      "layers " + (0..<50_000).map { _ in "4000000" }.joined(separator: " "),
      String(repeating: "x", count: 1_000_000), "help " + String(repeating: "é", count: 100_000),
      "data make linear n=9223372036854775807", "step 9223372036854775808",
      "train updates=1e18", "undo 1e19", "weights \u{1B}]0;title\u{7}",
    ])
  func hostile(_ line: String) {
    let console = TestConsole()
    console.run("layers 2 3:relu 1 seed=1")
    #expect(console.run(line) != nil)
    #expect(!console.shown.contains("\u{1B}"))
  }

  @Test("an input that was tried without a target does not hide the loss of the data")
  func lossOfData() {
    let console = TestConsole()
    for line in ["layers 2 1 seed=1", "data make linear 2 3 n=20 seed=1", "forward 1 1"] {
      #expect(console.run(line) == nil)
    }
    console.clear()
    #expect(console.run("loss") == nil)
    #expect(console.shown.hasPrefix("mean squared error over 20 samples "))
    console.run("target 1")
    console.clear()
    #expect(console.run("loss") == nil)
    #expect(console.shown.hasPrefix("mean squared error = (d - y)² / 2"))
  }

  @Test("undo and redo restore every state exactly")
  func undo() {
    var random = NumPyRandom(seed: 3)
    let console = TestConsole()
    let lines = [
      "layers 2 3:relu 1 seed=%", "layers 2 4:tanh 2:softmax seed=%", "init he seed=%",
      "set W1[0,0] = %", "input 1 %", "data make linear 2 3 n=20 seed=%",
      "train updates=3 lr=0.01 seed=%", "step 2 lr=0.01", "reset",
    ]
    var states: [String] = []
    for _ in 0..<60 {
      let line = lines[random.integer(from: 0, through: lines.count - 1)]
        .replacing("%", with: "\(random.integer(from: 1, through: 99))")
      let before = console.session.fingerprint
      if console.run(line) == nil { states.append(before) }
    }
    let last = console.session.fingerprint
    for state in states.reversed() {
      #expect(console.run("undo") == nil)
      #expect(console.session.fingerprint == state)
    }
    #expect(console.run("undo") != nil)
    #expect(console.run("redo \(states.count)") == nil)
    #expect(console.session.fingerprint == last)
  }

  @Test("a recording leads to the same state", arguments: 0..<8)
  func recording(_ seed: Int) throws {
    try withTemporaryFolder { folder in
      var random = NumPyRandom(seed: UInt32(seed))
      let console = TestConsole(seed: UInt32(seed) * 1000, folder: folder)
      let lines = [
        "layers 2 3:sigmoid 1", "layers 2 4:tanh 1 init=randn # note", "init he",
        "set W1[0, 0] = 0.25", "input [[1, 2], [3, 4]]", "target [[1], [2]]",
        "data make linear 2 3 n=20", "data make 'linear' 1 1", "train updates=7 lr=0.01",
        "train epochs=2 batch=4 optimizer=adam", "step 2 lr=0.01", "forward", "backward", "loss",
        "undo", "redo", "forward １ ２", "reset",
      ]
      let start = random.integer(from: 0, through: 20)
      for step in 0..<40 {
        if step == start { #expect(console.run("record a.nn") == nil) }
        if step == 30 { console.interruptAfter = 1 }
        console.run(lines[random.integer(from: 0, through: lines.count - 1)])
        console.interruptAfter = nil
      }
      #expect(console.run("record stop") == nil)
      let replay = TestConsole(seed: 77, folder: folder)
      #expect(replay.run("run a.nn") == nil, "\(replay.shown)")
      #expect(replay.session.fingerprint == console.session.fingerprint)
    }
  }

  @Test("save and load keep the network; NumPy's names and shapes are its own")
  func saving() throws {
    try withTemporaryFolder { folder in
      let console = TestConsole(folder: folder)
      for line in ["layers 3 5:tanh 4:softmax loss=mse seed=7", "save net", "weights"] {
        #expect(console.run(line) == nil)
      }
      let weights = console.output(of: "weights")
      for line in ["layers 1 1", "load net.npz"] { #expect(console.run(line) == nil) }
      #expect(console.output(of: "weights") == weights)
      #expect(console.output(of: "show").contains("mean squared error"))
      // Whatever is broken in the file is an error, and the network stays.
      let file = URL(filePath: folder + "/net.npz")
      let bytes = try Data(contentsOf: file)
      for place in stride(from: 0, to: bytes.count, by: 37) {
        var broken = bytes
        broken[place] ^= 0x55
        try broken.write(to: file)
        let before = console.session.fingerprint
        if console.run("load net.npz") != nil { #expect(console.session.fingerprint == before) }
        console.clear()
      }
    }
  }

  @Test("Ctrl-C ends training, keeps what was learnt and leaves undo")
  func interrupt() {
    let console = TestConsole()
    console.run("data make linear 2 3 n=100 seed=1")
    console.run("layers 2 5:sigmoid 1 seed=1")
    let before = console.session.fingerprint
    console.interruptAfter = 2
    #expect(console.run("train updates=100000000 lr=0.01") == nil)
    #expect(console.shown.contains("stopped"))
    console.interruptAfter = nil
    #expect(console.session.fingerprint != before)
    console.run("undo")
    #expect(console.session.fingerprint == before)
  }
}

extension Session {
  /// All that `undo` restores, as text.
  var fingerprint: String {
    let state = state
    let training = state.training.map { "\($0)" } ?? ""
    return """
      \(state.network.map { "\($0)" } ?? "") \(state.input.map { "\($0)" } ?? "") \
      \(state.target.map { "\($0)" } ?? "") \(state.pass.map { "\($0.output)" } ?? "") \
      \(state.gradients.map { "\($0.values)" } ?? "") \(training) \
      \(state.data.map { "\($0.name) \($0.dataset)" } ?? "")
      """
  }
}
