import Console
import Foundation
import Localization
import TerminalGraphics
import Testing

@Suite("Completion")
struct CompletionTests {
  private func candidates(
    _ text: String, after lines: [String] = [], language: Language = .en, folder: String = "."
  ) -> (replacing: Int, texts: [String], summaries: [String]) {
    let lessons = testsFolder.appending(path: "../../lessons").standardized.path
    let console = TestConsole(language: language, folder: folder, lessons: lessons)
    for line in lines { console.run(line) }
    let found = console.candidates(before: text)
    return (found.replacing, found.candidates.map(\.text), found.candidates.map(\.summary))
  }

  @Test(
    "ways to go on",
    arguments: [
      ("forw", 4, ["forward"]), ("?forw", 4, ["forward"]), (":forw", 4, ["forward"]),
      ("help forw", 4, ["forward"]), ("time forw", 4, ["forward"]), ("xyz", 3, []),
      ("layers 3 5:re", 2, ["relu"]), ("layers 3 5:s", 1, ["sigmoid", "step", "softmax"]),
      ("layers 3 5 lo", 2, ["loss="]), ("layers 3 5 loss=", 0, ["mse", "ce", "bce"]),
      ("train opt", 3, ["optimizer="]), ("train optimizer=ad", 2, ["adagrad", "adadelta", "adam"]),
      ("train shuffle=", 0, ["yes", "no", "choice"]), ("train lr=", 0, []),
      (
        "data ", 0,
        [
          "load", "make", "sample", "show", "n=", "seed=", "x=", "d=", "noise=", "inputs=",
          "target=", "header=",
        ]
      ),
      ("data make c", 1, ["circles"]), ("data make linear n", 1, ["n=", "noise="]),
      ("data load x header=", 0, ["yes", "no"]), ("init x", 1, ["xavier"]),
      ("lang ", 0, ["ja", "en"]), ("gradcheck ", 0, ["sweep", "h=", "loss="]),
      ("gradcheck loss=", 0, ["mse", "ce", "bce"]), ("record s", 1, ["stop"]),
      ("lesson single", 6, ["single-unit"]), ("goto ", 0, []), ("np.do", 2, ["dot", "double"]),
      ("y = np.random.ra", 2, ["rand", "randint", "randn", "random", "random_sample"]),
      ("?np.do", 2, ["dot", "double"]), ("enu", 3, ["enumerate"]), ("loss = enu", 3, ["enumerate"]),
    ])
  func table(_ text: String, replacing: Int, expected: [String]) {
    let found = candidates(text)
    #expect(found.texts == expected)
    #expect(found.replacing == replacing)
  }

  @Test("names of values, once they are there")
  func quantities() {
    let lines = ["layers 2 3:relu 1 seed=1", "forward 1 2"]
    #expect(candidates("weights u", after: lines).texts == ["u1", "u2"])
    #expect(candidates("set W", after: lines).summaries == ["shape (2, 3)", "shape (3, 1)"])
    #expect(candidates("W", after: lines).texts == ["W1", "W2"])
    #expect(candidates("goto ", after: ["lesson single-unit"]).texts.first == "build")
  }

  @Test("names, attributes and keys of the learner's values")
  func learnerNames() {
    let lines = ["layers 2 3:relu 1 seed=1", "weight_sum = 3", "table = {'alpha': 1, 'beta': 2}"]
    #expect(candidates("wei", after: lines).texts == ["weights", "weight_sum"])
    #expect(candidates("print(weight_", after: lines).texts == ["weight_sum"])
    #expect(candidates("network['W", after: lines).texts == ["W1", "W2"])
    #expect(candidates("table['a", after: lines).texts == ["alpha"])
    #expect(candidates("W1.resh", after: lines).texts == ["reshape"])
    #expect(candidates("np.arg", language: .en).summaries.allSatisfy { !$0.isEmpty })
  }

  @Test("functions of the learner's, for a check of their gradients")
  func functions() {
    let lines = [
      "def forward(network, x): return x", "def backward(x, d, y): return {}", "value = 1",
    ]
    let found = candidates("gradcheck ", after: lines)
    #expect(found.texts == ["sweep", "backward", "forward", "h=", "loss="])
    #expect(found.summaries[2] == "forward(network, x)")
    #expect(candidates("gradcheck forward b", after: lines).texts == ["backward"])
  }

  @Test("summaries are in the language of the session")
  func languages() {
    #expect(candidates("lesson single", language: .ja).summaries == ["一つのユニット"])
    #expect(candidates("train opt", language: .en).summaries == ["the rule of the update"])
  }

  @Test("files and folders")
  func files() throws {
    try withTemporaryFolder { folder in
      for name in ["a.csv", "two words.csv", ".hidden", "below/b.csv"] {
        let file = URL(filePath: folder + "/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: file)
      }
      #expect(
        candidates("run ", folder: folder).texts == ["a.csv", "below/", "'two words.csv'"])
      #expect(candidates("data load below/", folder: folder).texts == ["below/b.csv"])
      #expect(candidates("load .h", folder: folder).texts == [".hidden"])
      #expect(candidates("load nowhere/x", folder: folder).texts == [])
    }
  }

  @Test("no text makes completion, hints or highlighting fail, and highlighting keeps the text")
  func anything() {
    let console = TestConsole()
    for text in [
      "", " ", "=", "train =", ":", "?", "@", "'", "train lr", "データ", "layers :", "a b c ",
      "data make\tx", "forward # x", "step   lr=0.1  # y", "🧠 =",
    ] {
      _ = console.candidates(before: text)
      _ = console.assistant.hint(for: text)
      #expect(console.assistant.highlighted(text).plain == text.replacing("\t", with: " "))
    }
    #expect(console.assistant.hint(for: "step ") == "[N] [lr=RATE]")
    #expect(console.assistant.hint(for: "step 1 ") == nil)
    #expect(console.assistant.hint(for: "steps ") == nil)
  }
}
