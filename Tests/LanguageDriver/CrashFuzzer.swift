import Foundation
import NumPyLanguage

/// Runs programs that nobody would write: mutations of sound ones, and random tokens. Each must
/// end, well or with an error; a trap ends the process, and the seed and number on the last line
/// lead back to it.
struct CrashFuzzer {
  private var random: Generator

  init(seed: UInt64) { random = Generator(state: seed) }

  /// A small generator, so that a run can be repeated anywhere.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  func run(_ count: Int) {
    var fuzzer = self
    var errors: [String: Int] = [:]
    let start = Date()
    for number in 1...count {
      let program = fuzzer.program()
      if let path = ProcessInfo.processInfo.environment["CRASH_LOG"] {
        try? program.write(toFile: path, atomically: false, encoding: .utf8)
      }
      var ticks = 0
      let result = outcome(of: program, limit: 10_000) {
        ticks += 1
        return ticks > 40
      }
      errors[String(result.error.prefix { $0 != ":" }), default: 0] += 1
      if number % 50_000 == 0 {
        print("\(number) programs, \(Int(Date().timeIntervalSince(start))) s")
      }
    }
    for (kind, count) in errors.sorted(by: { $0.value > $1.value }) {
      print("\(kind.isEmpty ? "no error" : kind): \(count)")
    }
  }

  private mutating func program() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return randomTokens()
    case 1: return randomExpression(depth: 0)
    default: return mutated(CrashFuzzer.seeds.randomElement(using: &random)!)
    }
  }

  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random)! }

  private mutating func randomTokens() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      text += pick(CrashFuzzer.tokens)
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  /// An expression that mostly parses.
  private mutating func randomExpression(depth: Int) -> String {
    if depth > 3 { return pick(CrashFuzzer.atoms) }
    let inner = { (fuzzer: inout CrashFuzzer) in fuzzer.randomExpression(depth: depth + 1) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "(\(inner(&self)) \(pick(CrashFuzzer.operators)) \(inner(&self)))"
    case 1: return "np.\(pick(CrashFuzzer.functions))(\(inner(&self)))"
    case 2: return "np.\(pick(CrashFuzzer.functions))(\(inner(&self)), \(inner(&self)))"
    case 3: return "\(inner(&self))[\(inner(&self))]"
    case 4: return "[\(inner(&self)), \(inner(&self))]"
    case 5: return "\(inner(&self)).\(pick(CrashFuzzer.methods))(\(inner(&self)))"
    case 6: return "\(inner(&self)).\(pick(CrashFuzzer.methods))()"
    case 7: return "\(pick(CrashFuzzer.builtins))(\(inner(&self)))"
    default: return pick(CrashFuzzer.atoms)
    }
  }

  private mutating func mutated(_ seed: String) -> String {
    var text = Array(seed)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !text.isEmpty else { break }
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert(contentsOf: pick(CrashFuzzer.tokens), at: place)
      case 2: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
      case 3:
        let end = min(text.count, place + Int.random(in: 1...8, using: &random))
        text.removeSubrange(place..<end)
      case 4:
        let end = min(text.count, place + Int.random(in: 1...20, using: &random))
        let part = Array(text[place..<end])
        text.insert(contentsOf: part, at: Int.random(in: 0...text.count, using: &random))
      default:
        if let digit = text.indices.filter({ text[$0].isNumber }).randomElement(using: &random) {
          text.replaceSubrange(digit...digit, with: Array(pick(CrashFuzzer.atoms)))
        }
      }
    }
    return String(text)
  }

  private static let atoms = [
    "0", "1", "-1", "2", "3", "9223372036854775807", "-9223372036854775808", "4611686018427387904",
    "1e308", "-1e-308", "0.5", "1e19", "float('nan')", "float('inf')", "True", "None", "'ab'", "''",
    "[]", "()", "{}", "[1, 2, 3]", "(2, 3)", "{'a': 1}", "{1, 2}", "range(5)", "np.arange(6)",
    "np.arange(6.0).reshape(2, 3)", "np.zeros((0, 3))", "np.array(5)", "np.array([True, False])",
    "np.ones((2, 1, 3))", "np.float64(2.5)", "np.int64(7)", "slice(None, None, -1)", "...", "x",
    "a",
    "np", "len", "lambda v: v", "1000000", "-1000000000000", "np.newaxis",
  ]
  private static let operators = [
    "+", "-", "*", "/", "//", "%", "**", "@", "<", "==", ">=", "and", "or", "in", "is", "&", "|",
    "^", "<<", ">>", "!=", "not in", "if 1 else",
  ]
  private static let functions = [
    "sum", "mean", "dot", "exp", "log", "reshape", "zeros", "ones", "arange", "linspace", "eye",
    "concatenate", "stack", "where", "clip", "argmax", "max", "min", "transpose", "repeat", "tile",
    "split", "sort", "unique", "take", "full", "array", "expand_dims", "squeeze", "matmul", "outer",
    "cumsum", "std", "round", "power", "maximum", "random.rand", "random.randint", "random.choice",
    "random.permutation", "random.shuffle", "linalg.norm", "ndindex", "roll", "flip", "diff",
    "broadcast_to", "median", "array_split", "set_printoptions", "vstack", "hstack", "trace",
    "diag", "swapaxes", "nonzero", "isclose", "logspace", "meshgrid", "ndenumerate", "inner",
  ]
  private static let methods = [
    "sum", "reshape", "astype", "T", "copy", "tolist", "item", "append", "pop", "insert", "join",
    "format", "split", "replace", "keys", "items", "update", "sort", "index", "count", "max",
    "fill", "flatten", "transpose", "center", "zfill", "strip", "extend", "remove", "get", "shape",
    "dot", "clip", "repeat", "mean", "swapaxes", "take", "setdefault", "find", "ljust",
  ]
  private static let builtins = [
    "len", "range", "list", "tuple", "dict", "set", "int", "float", "str", "bool", "sum", "min",
    "max", "abs", "round", "sorted", "reversed", "enumerate", "zip", "map", "repr", "print", "any",
    "all", "divmod", "type", "isinstance", "iter", "next", "chr", "ord", "hash", "pow", "math.sqrt",
    "math.factorial", "math.floor", "functions.softmax", "functions.cross_entropy_error",
    "plt.plot",
    "plt.hist", "functions.numerical_gradient", "slice", "format", "math.gcd",
  ]
  private static let tokens =
    atoms + operators + [
      "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=", "+=", "->", "\n", "\n  ", "\n    ",
      "\t", "def f(a, b=1):", "return", "for i in", "while", "if", "else:", "elif", "try:",
      "except", "finally:", "lambda", "global x", "nonlocal y", "del", "assert", "raise", "import",
      "from", "f'{", "}'", "'", "\"", "\"\"\"", "#", "\\", "yield", "class", "with", "@", "`", "?",
      "é", "（", "入力", "0x", "1_000", "1e", "%d", "{:>10.3f}", "print(", "not", "await", "*", "**",
      "\u{0}", "\r\n", "as e:", "pass", "break", "continue", "np.", "x[", "f(", "!r", ":=",
    ]

  private static let seeds = [
    """
    import numpy as np
    def relu(x):
        return np.maximum(0, x)
    W = np.arange(6.0).reshape(2, 3)
    x = np.array([1., 2.])
    u = np.dot(x, W) + np.ones(3)
    print(relu(u), u.shape, u[1:], u[::-1])
    """,
    """
    def f(n, *rest, k=2, **more):
        if n <= 1:
            return 1
        return n * f(n - 1)
    print(f(5), [f(i) for i in range(6) if i % 2])
    """,
    """
    d = {'a': 1, 'b': [1, 2, (3, 4)]}
    for k, v in d.items():
        print(f"{k!r:>5} = {v}")
    d['c'] = d['b'][1:] * 2
    a, *b = [1, 2, 3]
    print(d, a, b, 'x'.join(['p', 'q']), '%5.2f|%s' % (1.5, None))
    """,
    """
    try:
        x = np.zeros((2, 3))
        x[0, 1] += 5
        x[x > 2] = -1
        y = x[[0, 1, 1], [0, 1, 2]]
        raise ValueError('no')
    except (ValueError, IndexError) as e:
        print(e)
    finally:
        print(x, x.T @ x, x.sum(axis=0, keepdims=True))
    """,
    """
    total = 0
    while True:
        total += 1
        if total > 10:
            break
    else:
        print('never')
    g = lambda v, w=3: v ** w if v else w
    print(total, g(2), sorted([3, 1, 2], key=lambda v: -v), {i: i * i for i in range(3)})
    """,
    """
    np.random.seed(1)
    W = np.random.randn(3, 4); b = np.zeros(4)
    x = np.random.rand(5, 3)
    y = functions.softmax(x @ W + b)
    t = np.random.randint(0, 4, 5)
    print(functions.cross_entropy_error(t, y), y.argmax(axis=1), np.round(y, 2))
    """,
  ]
}
