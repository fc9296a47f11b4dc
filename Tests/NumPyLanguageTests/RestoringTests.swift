import NumPyLanguage
import SourceText
import Testing

@Suite("Restoring a snapshot")
struct RestoringTests {
  private let interpreter = Interpreter(output: { _ in })

  private func run(_ text: String) throws {
    try interpreter.execute(SourceUnit(name: "test", text: text))
  }

  private func shown(_ text: String) throws -> String {
    try interpreter.display(interpreter.evaluate(SourceUnit(name: "test", text: text)))
  }

  /// What is set up, what changes it, and an expression that tells.
  @Test(arguments: [
    ("x = 1", "x = 2", "x"), ("x = np.zeros(2)", "x[0] = 5", "x"),
    ("x = np.zeros(2)", "x += 1", "x"),
    ("x = [1, [2]]", "x[1].append(3); x.append(4)", "x"),
    ("x = {'a': [1]}", "x['a'].append(2); x['b'] = 3", "x"),
    ("x = {1, 2}", "x.add(3); x.discard(1)", "x"), ("x = (np.zeros(1),)", "x[0][0] = 1", "x"),
    ("x = np.arange(6).reshape(2, 3); y = x[0]", "y[1] = 9", "x, y"),
    ("x = np.zeros(3); y = x", "y[0] = 1; y = None", "x, y is x"),
    ("x = np.zeros((2, 2)); y = x.T; z = x[::-1]", "z[0, 0] = 1; x[0, 1] = 2", "x, y, z"),
    ("x = np.array([True, False])", "x[1] = True", "x"), ("x = np.arange(3)", "x *= 2", "x"),
    (
      "def f():\n  n = [0]\n  def g():\n    n[0] += 1\n    return n[0]\n  return g\ng = f()",
      "g(); g()", "g()"
    ),
    (
      "def f():\n  n = 0\n  def g():\n    nonlocal n\n    n += 1\n    return n\n  return g\ng = f()",
      "g(); g()", "g()"
    ),
    ("def f(x=[]):\n  x.append(1)\n  return len(x)", "f(); f()", "f()"),
    ("np.random.seed(3)", "np.random.rand(5)", "np.random.rand()"),
    ("x = 1 / 3", "np.set_printoptions(precision=2)", "np.array([x])"),
    ("a = [1]; b = [a, a]", "a.append(2); b[0] = None", "b, b[0] is b[1]"),
  ])
  func restoringTakesChangesBack(_ setUp: String, _ change: String, _ look: String) throws {
    try run(setUp)
    let snapshot = interpreter.snapshot()
    let before = try shown(look)
    interpreter.restore(snapshot)
    try run(change)
    #expect(try shown(look) != before, "the change must show")
    interpreter.restore(snapshot)
    #expect(try shown(look) == before)
  }

  @Test func namesBoundSinceAreUnbound() throws {
    let snapshot = interpreter.snapshot()
    try run("new = 1")
    interpreter.restore(snapshot)
    #expect(interpreter["new"] == nil)
    #expect(interpreter["np"] != nil)
  }

  @Test func aliasesStayAliases() throws {
    try run("W1 = np.zeros((2, 2)); network = {'W1': W1}; row = W1[1]")
    let snapshot = interpreter.snapshot()
    try run("network['W1'] = np.ones((2, 2)); W1 = 5; row = None")
    interpreter.restore(snapshot)
    #expect(try shown("network['W1'] is W1") == "True")
    try run("W1[1, 0] = 7")
    #expect(try shown("network['W1'][1, 0], row[0]") == "(7.0, 7.0)")
  }

  @Test func arrayOfTheHostKeepsItsIdentity() throws {
    let array = NDArray(shape: [2], elements: [1.0, 2])
    interpreter["W"] = .array(array)
    let snapshot = interpreter.snapshot()
    try run("W[0] = 100")
    #expect(array.doubles == [100, 2])
    interpreter.restore(snapshot)
    #expect(array.doubles == [1, 2])
  }

  @Test func laterChangesLeaveASnapshotAlone() throws {
    try run("x = np.zeros(2); l = [1]")
    let first = interpreter.snapshot()
    try run("x += 1; l.append(2)")
    let second = interpreter.snapshot()
    try run("x += 1; l.append(3)")
    interpreter.restore(second)
    #expect(try shown("x, l") == "(array([1., 1.]), [1, 2])")
    interpreter.restore(first)
    #expect(try shown("x, l") == "(array([0., 0.]), [1])")
    interpreter.restore(second)
    #expect(try shown("x, l") == "(array([1., 1.]), [1, 2])")
  }

  @Test func cyclesEnd() throws {
    try run("a = []; a.append(a); d = {}; d['d'] = d; d['a'] = a")
    let snapshot = interpreter.snapshot()
    try run("a.append(1); d['x'] = 2")
    interpreter.restore(snapshot)
    #expect(try shown("len(a), len(d), a[0] is a") == "(1, 2, True)")
  }

  @Test func deepValuesAreKept() throws {
    try run("a = []\nfor i in range(100_000): a = [a]")
    let snapshot = interpreter.snapshot()
    try run("a[0] = 1")
    interpreter.restore(snapshot)
    #expect(try shown("len(a), type(a[0])") == "(1, <class 'list'>)")
  }
}
