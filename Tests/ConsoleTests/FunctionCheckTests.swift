import Localization
import Testing

@testable import Console

/// `gradcheck` of functions that a learner wrote, in the many ways in which they may write them.
@Suite("Gradient check of functions")
struct FunctionCheckTests {
  /// A 2-3-2 network with sigmoid, and one sample of a regression.
  private static let regression = """
    network = {
        'W1': np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), 'b1': np.array([0.1, 0.2, 0.3]),
        'W2': np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), 'b2': np.array([0.1, 0.2])}
    x = np.array([0.6, 0.9])
    d = np.array([0.5, 1.0])
    """
  private static let forward = """
    def forward(network, x):
        u1 = np.dot(x, network['W1']) + network['b1']
        z1 = functions.sigmoid(u1)
        y = np.dot(z1, network['W2']) + network['b2']
        return u1, z1, y
    """
  private static let backward = """
    def backward(x, d, u1, z1, y):
        delta2 = (y - d) / d.size
        delta1 = np.dot(delta2, network['W2'].T) * functions.d_sigmoid(u1)
        return {
            'W1': np.outer(x, delta1), 'b1': delta1, 'W2': np.outer(z1, delta2), 'b2': delta2}
    """

  private func report(
    _ lines: [String], check: String = "gradcheck forward backward", language: Language = .en,
    width: Int = 200
  ) -> String {
    let console = TestConsole(language: language, width: width)
    for line in lines {
      let error = console.run(line)
      #expect(error == nil, "\(line): \(console.shown)")
    }
    return console.output(of: check)
  }

  private static let agrees = "backpropagation agrees"

  @Test(
    "x and d may be lists, as NumPy takes them",
    arguments: [
      ("[0.6, 0.9]", "[0.5, 1.0]"), ("(0.6, 0.9)", "np.array([0.5, 1.0])"),
      ("[[0.6, 0.9], [0.3, 0.7]]", "[[0.5, 1.0], [0.2, 0.4]]"),
      ("[np.array([0.6, 0.9]), (0.3, 0.7)]", "((0.5, 1), [0.2, 0.4])"),
    ])
  func lists(_ x: String, _ d: String) {
    let data = Self.regression.replacing("np.array([0.6, 0.9])", with: x)
      .replacing("np.array([0.5, 1.0])", with: d)
    let backward = """
      def backward(x, d, u1, z1, y):
          delta2 = (y - d) / np.size(d)
          delta1 = np.dot(delta2, network['W2'].T) * functions.d_sigmoid(u1)
          x, z1 = np.atleast_2d(x), np.atleast_2d(z1)
          delta1, delta2 = np.atleast_2d(delta1), np.atleast_2d(delta2)
          return {
              'W1': np.dot(x.T, delta1), 'b1': delta1.sum(axis=0), 'W2': np.dot(z1.T, delta2),
              'b2': [float(v) for v in delta2.sum(axis=0)]}
      """
    #expect(report([data, Self.forward, backward]).contains(Self.agrees))
  }

  @Test(
    "lists that are no array are none", arguments: ["[[0.6], [0.9, 1]]", "[0.6, 'a']", "[[], [1]]"])
  func otherLists(_ x: String) {
    let data = Self.regression.replacing("np.array([0.6, 0.9])", with: x)
    #expect(report([data, Self.forward, Self.backward]).contains("there is no x"))
  }

  @Test("lists inside lists beyond the axes of an array are none")
  func deepLists() {
    let data = Self.regression + "\nx = [0.6]\nfor i in range(100): x = [x]\n"
    #expect(report([data, Self.forward, Self.backward]).contains("there is no x"))
  }

  @Test(
    "where no slip fits, the worst element and the first that differs are shown",
    arguments: Language.allCases)
  func firstDifference(_ language: Language) {
    let backward = Self.backward.replacing(
      "'W1': np.outer(x, delta1)",
      with: "'W1': np.outer(x, delta1) + np.array([[0, 0.001, 0], [0, 0, 5]])")
    let shown = report([Self.regression, Self.forward, backward], language: language)
    #expect(shown.contains("grad['W1'][1, 2]"))
    let first = language == .ja ? "最初に違う要素は" : "The first element that differs is"
    #expect(shown.contains("\(first) grad['W1'][0, 1]"), "\(shown)")
    // Where the worst is the first, it is not said twice.
    let single = Self.backward.replacing(
      "'W1': np.outer(x, delta1)",
      with: "'W1': np.outer(x, delta1) + np.array([[0, 0.001, 0], [0, 0, 0]])")
    let other = report([Self.regression, Self.forward, single], language: language)
    #expect(other.contains("grad['W1'][0, 1]"))
    #expect(!other.contains(language == .ja ? "最初に違う" : "The first element"))
  }

  @Test("ways to write right functions")
  func rightFunctions() {
    let (data, forward, backward) = (Self.regression, Self.forward, Self.backward)
    let table: [(String, [String])] = [
      ("as they are", [data, forward, backward]),
      (
        "forward without the network",
        [data, forward.replacing("network, x", with: "x"), backward]
      ),
      (
        "another name for the network",
        [
          data, forward.replacing("network", with: "weights"),
          backward.replacing("backward(x", with: "backward(net, x")
            .replacing("network", with: "net"),
        ]
      ),
      (
        "a dictionary of another name",
        [
          data.replacing("network", with: "params"), forward.replacing("network", with: "params"),
          backward.replacing("network", with: "params"),
        ]
      ),
      (
        "weights as names",
        [
          data,
          "W1, b1, W2, b2 = network['W1'], network['b1'], network['W2'], network['b2']",
          """
          def forward(x):
              u1 = np.dot(x, W1) + b1
              z1 = functions.sigmoid(u1)
              return u1, z1, np.dot(z1, W2) + b2
          """, backward,
        ]
      ),
      (
        "weights as names alone",
        [
          data, "W1, b1, W2, b2 = network.values()", "del network",
          """
          def forward(x, W1, b1, W2, b2):
              u1 = np.dot(x, W1) + b1
              z1 = functions.sigmoid(u1)
              y = np.dot(z1, W2) + b2
              return u1, z1, y
          """,
          """
          def backward(x, d, W2, u1, z1, y):
              delta2 = (y - d) / d.size
              dW2, db2 = np.outer(z1, delta2), delta2
              db1 = np.dot(delta2, W2.T) * functions.d_sigmoid(u1)
              dW1 = np.outer(x, db1)
              return dW1, db1, dW2, db2
          """,
        ]
      ),
      (
        "results without names",
        [
          data,
          """
          def forward(network, x):
              u1 = np.dot(x, network['W1']) + network['b1']
              z1 = functions.sigmoid(u1)
              return u1, z1, np.dot(z1, network['W2']) + network['b2']
          """, backward,
        ]
      ),
      (
        "results in a dictionary",
        [
          data,
          forward.replacing("return u1, z1, y", with: "return {'u1': u1, 'z1': z1, 'y': y}"),
          backward,
        ]
      ),
      (
        "results in a cache",
        [
          data,
          forward.replacing("return u1, z1, y", with: "cache = (u1, z1)\n    return y, cache"),
          backward.replacing("u1, z1, y):", with: "y, cache):\n    u1, z1 = cache"),
        ]
      ),
      (
        "other names for target and output",
        [
          data, "t = d",
          forward.replacing("u1, z1, y", with: "u1, z1, out")
            .replacing("y =", with: "out ="),
          backward.replacing("x, d,", with: "x, t,").replacing("d.size", with: "t.size")
            .replacing("- d)", with: "- t)").replacing("u1, z1, y)", with: "u1, z1, out)")
            .replacing("(y -", with: "(out -"),
        ]
      ),
      (
        "weights of shape (units, inputs)",
        [
          data, "network['W1'], network['W2'] = network['W1'].T.copy(), network['W2'].T.copy()",
          """
          def forward(network, x):
              u1 = np.dot(network['W1'], x) + network['b1']
              z1 = functions.sigmoid(u1)
              y = np.dot(network['W2'], z1) + network['b2']
              return u1, z1, y
          """,
          """
          def backward(x, d, u1, z1, y):
              delta2 = (y - d) / d.size
              delta1 = np.dot(network['W2'].T, delta2) * functions.d_sigmoid(u1)
              return {
                  'W1': np.outer(delta1, x), 'b1': delta1, 'W2': np.outer(delta2, z1),
                  'b2': delta2}
          """,
        ]
      ),
      (
        "an input that forward changes in place",
        [data, forward.replacing("    u1 =", with: "    x += 0.1\n    u1 ="), backward]
          .map { $0.replacing("np.outer(x,", with: "np.outer(x + 0.1,") }
      ),
      (
        "dropout, the same in each pass",
        [
          data,
          forward.replacing("    y =", with: "    z1 = z1 * (np.random.rand(3) < 0.7)\n    y ="),
          backward.replacing("functions.d_sigmoid(u1)", with: "functions.d_sigmoid(u1) * (z1 > 0)"),
        ]
      ),
      (
        "lists as samples",
        [
          data, "x, d = [0.6, 0.9], [0.5, 1.0]", forward,
          backward.replacing("d.size", with: "2"),
        ]
      ),
      (
        "a learning rate beside the weights",
        [data, "network['learning_rate'] = 0.1", forward, backward]
      ),
    ]
    for (name, lines) in table {
      let report = report(lines)
      #expect(report.contains(Self.agrees), "\(name): \(report)")
    }
  }

  @Test("batches: labels, one-hot targets, one output per sample")
  func batches() {
    let classifier = [
      Self.regression, "x = np.array([[0.6, 0.9], [-1.0, 0.5], [0.2, 0.1]])",
      Self.forward.replacing("y = ", with: "y = functions.softmax(")
        .replacing("network['b2']", with: "network['b2'])"),
      """
      def backward(x, d, u1, z1, y):
          delta2 = functions.d_softmax_with_loss(d, y)
          delta1 = np.dot(delta2, network['W2'].T) * functions.d_sigmoid(u1)
          return {
              'W1': np.dot(x.T, delta1), 'b1': np.sum(delta1, axis=0),
              'W2': np.dot(z1.T, delta2), 'b2': np.sum(delta2, axis=0)}
      """,
    ]
    for target in ["d = np.array([0, 1, 1])", "d = np.array([[1, 0], [0, 1], [0, 1]])"] {
      for loss in ["", " loss=ce", " loss=functions.cross_entropy_error"] {
        let report = report(classifier + [target], check: "gradcheck forward backward\(loss)")
        #expect(report.contains(Self.agrees), "\(target)\(loss): \(report)")
        #expect(report.contains("cross entropy, E = −Σ d log y / N"))
      }
    }
    let single = [
      Self.regression, "network['W2'], network['b2'] = network['W2'][:, 0].copy(), 0.1",
      "x = np.array([[0.6, 0.9], [-1.0, 0.5], [0.2, 0.1]])", "d = np.array([1, 0, 1])",
      Self.forward.replacing("y = ", with: "y = functions.sigmoid(")
        .replacing("network['b2']", with: "network['b2'])"),
      """
      def backward(x, d, u1, z1, y):
          delta2 = functions.d_sigmoid_with_loss(d, y) / d.shape[0]
          delta1 = np.outer(delta2, network['W2']) * functions.d_sigmoid(u1)
          return {
              'W1': np.dot(x.T, delta1), 'b1': np.sum(delta1, axis=0),
              'W2': np.dot(z1.T, delta2), 'b2': np.sum(delta2)}
      """,
    ]
    let report = report(single)
    #expect(report.contains(Self.agrees) && report.contains("binary cross entropy"), "\(report)")
    let sum = self.report(single.map { $0.replacing(" / d.shape[0]", with: "") })
    #expect(sum.contains("3 times the right one") && sum.contains("N = 3, the number of samples"))
  }

  @Test("losses: asked for, found in the text, of the output layer, of the learner")
  func losses() {
    let lines = [
      Self.regression, Self.forward, Self.backward,
      "def my_loss(y, d):\n    return np.sum((y - d) ** 2) / 4",
      "def other(target, prediction):\n    return np.mean((prediction - target) ** 2) / 2",
      "def pair(d, y): return d - y",
    ]
    for (loss, expected) in [
      ("mse", "(as loss= asks)"), ("my_loss", "my_loss(d, y)"), ("other", "other(d, y)"),
      ("functions.mean_squared_error", "functions.mean_squared_error(d, y)"),
    ] {
      let report = report(lines, check: "gradcheck forward backward loss=\(loss)")
      #expect(report.contains(Self.agrees) && report.contains(expected), "\(loss): \(report)")
    }
    #expect(report(lines).contains("(the output layer is identity)"))
    let console = TestConsole(width: 200)
    for line in lines { console.run(line) }
    #expect(console.output(of: "gradcheck forward backward loss=pair").contains("no single number"))
  }

  @Test("slips are named in the formulas of the course")
  func slips() {
    let table: [(String, String, [String])] = [
      (
        "functions.d_sigmoid(u1)", "functions.d_sigmoid(z1)",
        ["the slip is in delta1", "delta2·W2ᵀ · σ′(z1)", "asks for σ′(u1) = z1·(1 − z1)"]
      ),
      (
        " * functions.d_sigmoid(u1)", "", ["delta2·W2ᵀ", "derivative of the activation is missing"]
      ),
      ("functions.d_sigmoid(u1)", "u1 * (1 - u1)", ["delta2·W2ᵀ · u1·(1 − u1)"]),
      (
        "functions.d_sigmoid(u1)", "functions.d_relu(u1)",
        ["derivative of the activation is missing"]
      ),
      ("(y - d)", "(d - y)", ["the slip is in delta2", "d − y"]),
      (" / d.size", "", ["2 times the right one", "J = 2, the number of outputs"]),
      ("np.outer(z1,", "np.outer(u1,", ["the slip is in grad['W2']", "u1ᵀ·delta2", "z1ᵀ·delta2"]),
      (
        "np.dot(delta2, network['W2'].T)", "np.dot(delta2, network['W1'])",
        ["delta2·W1 ·", "comes back through W2ᵀ"]
      ),
      (
        "'b2': delta2", "'b2': delta2 * np.array([1, 3])",
        ["the slip is in grad['b2']", "None of the usual slips", "Look at grad['b2'][1] first"]
      ),
      ("'b2': delta2", "'b3': delta2", ["missing in grad"]),
      (
        "np.outer(x, delta1)", "np.outer(delta1, x)",
        ["transposed", "np.dot(x.T, delta1): the other order"]
      ),
      ("'b1': delta1", "'b1': delta1[np.newaxis]", ["has a row for each sample"]),
      ("'b1': delta1", "'b1': delta1[:2]", ["has the shape (2,)", "it needs (3,)"]),
      (
        "(y - d) / d.size\n", "(d - y) / d.size\n    u1 = z1\n",
        ["the slips are in delta2 and delta1", "σ′(z1)", "the sign is wrong"]
      ),
    ]
    for (right, wrong, parts) in table {
      #expect(Self.backward.contains(right), "\(right)")
      let lines = [Self.regression, Self.forward, Self.backward.replacing(right, with: wrong)]
      let report = report(lines)
      for part in parts { #expect(report.contains(part), "\(wrong): \(part)\n\(report)") }
      let japanese = self.report(lines, language: .ja)
      #expect(japanese.containsJapanese && !japanese.contains("None of"))
    }
  }

  @Test("a kink of a ReLU is told from the slopes of its two sides")
  func kinks() {
    let lines = [
      Self.regression, "network['b1'] = np.array([-0.24, -0.54, 0.3])",
      Self.forward.replacing("sigmoid", with: "relu"),
      Self.backward.replacing("d_sigmoid", with: "d_relu"),
    ]
    let report = report(lines)
    #expect(report.contains(Self.agrees) && report.contains("kink: at"), "\(report)")
  }

  @Test("nothing is changed, whether the check ends well, fails or is interrupted")
  func nothingChanges() {
    let console = TestConsole(width: 200)
    let probe = "W1, network, x, d, np.random.rand(), calls, [b is W1 for b in network.values()]"
    for line in [
      "layers 2 3:sigmoid 2 seed=1", "input 0.6 0.9", "target 0.5 1", "calls = [0]",
      Self.forward.replacing(
        "    u1 =", with: "    calls[0] += 1\n    network['b1'] += 1\n    u1 ="),
      Self.backward, "np.random.seed(4)",
    ] { #expect(console.run(line) == nil) }
    let before = console.output(of: probe)
    console.run("np.random.seed(4)")
    #expect(console.output(of: "gradcheck forward backward").contains("relative error"))
    #expect(console.output(of: probe) == before)
    for fault in ["1 / 0", "np.zeros(7)"] {
      console.run(
        Self.forward.replacing("u1 = ", with: "u1 = 0 if calls[0] < 9 else \(fault)\n    u1 = "))
      console.run("calls = [9]")
      #expect(console.run("gradcheck forward nothing") != nil)
    }
    console.run("calls = [0]")
    console.run(Self.forward)
    console.run("np.random.seed(4)")
    for polls in [1, 3, 10, 30] {
      console.interruptAfter = polls
      let error = console.run("gradcheck forward backward")
      console.interruptAfter = nil
      #expect(error?.error.reason.kind == "interrupted")
    }
    #expect(console.output(of: probe) == before)
    // Undo takes back the formula before the check.
    #expect(console.output(of: "undo").contains("undone: np.random") == false)
  }

  @Test("what goes wrong inside the functions is shown where it is")
  func errors() {
    let console = TestConsole(width: 200)
    console.run(Self.regression)
    console.run(Self.forward.replacing("network['W1']", with: "network['W9']"))
    console.run(Self.backward)
    let shown = console.output(of: "gradcheck forward backward")
    #expect(shown.contains("KeyError: 'W9'") && shown.contains("u1 = np.dot(x, network['W9'])"))
    for (lines, kind) in [
      (["del forward"], "unknown-name"), (["forward = 3"], "unknown-name"),
      ([Self.forward.replacing("return u1, z1, y", with: "return 'y'")], "not-an-array"),
      ([Self.forward.replacing("return u1, z1, y", with: "return y")], "missing-argument"),
      ([Self.forward, "d = np.zeros(7)", "def backward(y): return {}"], "shape"),
      ([Self.forward, "def backward(y): return 1"], "not-an-array"),
      ([Self.forward, "def backward(q1, q2, q3, q4, q5): return 1"], "missing-argument"),
      ([Self.forward, "del x"], "no-input"), ([Self.forward, "del d"], "no-target"),
      ([Self.forward, "del network"], "no-network"),
    ] {
      let console = TestConsole(width: 200)
      for line in [Self.regression, Self.forward, Self.backward] + lines { console.run(line) }
      let error = console.run("gradcheck forward backward")
      #expect(error?.error.reason.kind == kind, "\(lines): \(console.shown)")
    }
  }

  @Test("the report fits into every window", arguments: [20, 40, 80], Language.allCases)
  func widths(_ width: Int, language: Language) {
    let lines = [
      Self.regression, Self.forward,
      Self.backward.replacing("d_sigmoid(u1)", with: "d_sigmoid(z1)"),
    ]
    for line in report(lines, language: language, width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }
}
