import NumPyLanguage
import Testing

struct FunctionSignatureTests {
  /// The function that a text defines under the name `f`.
  private func function(_ text: String) throws -> FunctionObject {
    let interpreter = Interpreter(output: { _ in })
    try interpreter.execute(SourceUnit(name: "test", text: text))
    guard case .function(let function)? = interpreter["f"] else {
      Issue.record("no function f in \(text)")
      throw PythonError(.nameError, "f")
    }
    return function
  }

  @Test(arguments: [
    ("def f(network, x):\n    return x", ["network", "x"], ["network", "x"]),
    (
      "def f(x, k=2, *rest, scale, bias=0, **others): return x", ["x", "k", "scale", "bias"],
      ["x", "scale"]
    ),
    ("f = lambda a, b=1: a", ["a", "b"], ["a"]), ("def f(): pass", [], []),
  ])
  func parameters(_ text: String, names: [String], required: [String]) throws {
    #expect(try function(text).parameterNames == names)
    #expect(try function(text).requiredParameterNames == required)
  }

  @Test(arguments: [
    ("def f(x):\n    return x", ["x"]),
    ("def f(x):\n    y = x\n    return x, y\nz = 1", ["x", "y"]),
    ("def f(x):\n    return (x, x)\n", ["x", "x"]), ("def f(x):\n    return x,\n", ["x"]),
    ("def f(x):\n    return x # y\n", ["x"]), ("def f(x): return x; y = 2", ["x"]),
    ("y = 1\ndef f(x):\n  if x:\n    return x\n  return y\ndef g(z):\n  return z", ["y"]),
    ("def f(x):\n  def g(z):\n    return z\n  y = g(x)\n  return y", ["y"]),
    ("def f(x):\n  y = x\n  def g(z): return z\n  return y\n", ["y"]),
    ("def f(x):\n  return y\n  def g(z):\n    return z\n", ["y"]),
    ("def f(x):\n  return (\n    x,\n    y)\n", ["x", "y"]),
  ])
  func returnedNames(_ text: String, names: [String]) throws {
    #expect(try function(text).returnedNames == names)
  }

  @Test(arguments: [
    "def f(x): pass", "def f(x):\n  return x + 1", "def f(x):\n  return x, 1", "f = lambda x: x",
    "def f(x):\n  return", "def f(x):\n  return [x]", "def f(x):\n  return {'y': x}",
    "def f(x):\n  def g(z):\n    return z\n  g(x)",
  ])
  func noReturnedNames(_ text: String) throws {
    #expect(try function(text).returnedNames == nil)
  }

  @Test func mentionedNames() throws {
    let text = """
      def before(x):
          return other
      def f(x):
          '''a comment about tanh'''
          y = functions.d_relu(x)  # d_sigmoid
          return y
      def after(x): return other
      """
    #expect(try function(text).mentionedNames == ["f", "x", "y", "functions", "d_relu"])
  }

  @Test func names() throws {
    #expect(try function("def f(): pass").name == "f")
    #expect(try function("def g(): pass\nf = g").name == "g")
  }
}
