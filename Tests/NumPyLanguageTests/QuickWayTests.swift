import NumPyLanguage
import Testing

/// The short ways for floats that lie in a row give what the general ways give.
///
/// A view with gaps, a list and a call with more arguments take the general way; the same numbers
/// in an array of their own take the short one.
@Suite("Short ways give what the general ways give")
struct QuickWayTests {
  /// Formulas of `a`, `b`, `m`, `n`, `s`, and the same with operands that take the general way.
  static let formulas: [(short: String, general: String)] = {
    var pairs: [(String, String)] = []
    for operation in ["+", "-", "*", "/", "**", "//", "%"] {
      pairs.append(("a \(operation) b", "gap(a) \(operation) gap(b)"))
      pairs.append(("m \(operation) n", "gap(m) \(operation) gap(n)"))
      pairs.append(("a \(operation) 2.5", "gap(a) \(operation) 2.5"))
      pairs.append(("2 \(operation) b", "2 \(operation) gap(b)"))
      pairs.append(("a \(operation) 0.", "gap(a) \(operation) 0."))
      pairs.append(("s \(operation) 3", "np.array([s, 1.])[:1][0] \(operation) np.float64(3)"))
    }
    for function in ["np.exp", "np.log", "np.square", "np.abs", "np.sqrt", "np.isnan"] {
      pairs.append(("\(function)(a)", "\(function)(gap(a))"))
      pairs.append(("\(function)(m)", "\(function)(gap(m))"))
    }
    for function in ["sigmoid", "relu", "d_sigmoid", "d_relu"] {
      pairs.append(("functions.\(function)(m)", "functions.\(function)(gap(m))"))
      pairs.append(("functions.\(function)(s)", "functions.\(function)(np.array([s]))[0]"))
    }
    for name in ["mean_squared_error", "d_mean_squared_error"] {
      pairs.append(("functions.\(name)(s, 2.)", "functions.\(name)(np.array([s]), np.array(2.))"))
    }
    for (left, right) in [
      ("a", "b"), ("a", "m.T"), ("m", "a"), ("m", "n.T"), ("s", "m"), ("a", "3."),
    ] {
      pairs.append(("np.dot(\(left), \(right))", "np.dot(list(\(left)), \(right))"))
      pairs.append(("np.dot(\(left), \(right))", "np.dot(\(left), list(\(right)))"))
    }
    for array in ["a", "m", "s", "gap(m)"] {
      pairs.append(("np.sum(\(array))", "np.sum(\(array), axis=None, keepdims=False)"))
      pairs.append(("np.sum(\(array), axis=0)", "np.sum(\(array), axis=0, keepdims=False)"))
    }
    return pairs
  }()

  @Test(arguments: formulas)
  func agrees(_ pair: (short: String, general: String)) throws {
    var output = ""
    let interpreter = Interpreter(output: { output += $0 })
    // Lists of numbers stand for themselves where `list` has nothing to list.
    let program = """
      import numpy as np
      builtin_list = list
      def list(x):
          return x.tolist() if isinstance(x, np.ndarray) else np.array(x)
      def gap(x):
          wide = np.zeros(x.shape + (2,))
          wide[..., 0] = x
          return wide[..., 0]
      for seed in range(5):
          np.random.seed(seed)
          a, b = np.round(np.random.randn(2, 3), 1)
          m, n = np.round(np.random.randn(2, 4, 3), 1)
          s = a[0]
          short = \(pair.short)
          general = \(pair.general)
          if not np.array_equal(short, general) and not np.all(np.isnan(short) == np.isnan(general)):
              print(short, general)
          if np.array(short).dtype != np.array(general).dtype:
              print(np.array(short).dtype, np.array(general).dtype)
      """
    try interpreter.execute(SourceUnit(name: "short", text: program))
    #expect(output.isEmpty)
  }

  @Test("Warnings do not depend on the way", arguments: ["x / 0.", "x * 1e308", "np.log(x - 1)"])
  func warns(_ formula: String) throws {
    var warnings: [[String]] = [[], []]
    for (i, array) in ["np.array([0., 1., 10.])", "np.array([[0., 1., 10.]] * 2).T[:, 0]"]
      .enumerated()
    {
      let interpreter = Interpreter(output: { _ in }, warning: { warnings[i].append($0.message) })
      try interpreter.execute(SourceUnit(name: "warns", text: "x = \(array)\n\(formula)"))
    }
    #expect(!warnings[0].isEmpty)
    #expect(warnings[0] == warnings[1])
  }

  /// Large products go in tiles, products of two vectors in a plain loop, both in the same order.
  @Test(
    "each element of a large product is that of its row and its column, to the bit",
    arguments: [
      ("A", "B"), ("A[::-1]", "B"), ("A", "B[:, ::-1]"), ("A", "np.copy(B.T).T"),
      ("A[:, ::2]", "B[1::2]"), ("np.copy(A.T).T", "B[:, :1]"), ("A[:1]", "B"),
      ("A > 0.5", "B"), ("A", "np.arange(60 * 80).reshape(60, 80)"),
    ])
  func largeProducts(_ left: String, _ right: String) throws {
    let interpreter = Interpreter(output: { _ in })
    let program = """
      A, B = np.random.rand(70, 60), np.random.randn(60, 80)
      L, R = \(left), \(right)
      P = np.dot(L, R)
      assert P.shape == (L.shape[0], R.shape[1])
      for i in range(P.shape[0]):
          for j in range(P.shape[1]):
              assert P[i, j] == np.dot(L[i], R[:, j]), (i, j)
      assert np.array_equal(P, L @ R)
      """
    try interpreter.execute(SourceUnit(name: "large", text: program))
  }
}
