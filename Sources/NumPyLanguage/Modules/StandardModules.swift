#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Interpreter {
  /// The modules that a program can import.
  public static let moduleNames = [
    "numpy", "numpy.random", "numpy.linalg", "numpy.exceptions", "functions", "common",
    "common.functions", "matplotlib", "matplotlib.pyplot", "math", "time", "sys", "os", "os.path",
    "warnings",
  ]

  /// A module by its dotted name; nil where there is none.
  func module(named name: String) -> ModuleObject? {
    if let module = modules[name] { return module }
    guard let module = makeModule(name) else { return nil }
    modules[name] = module
    return module
  }

  private func makeModule(_ name: String) -> ModuleObject? {
    switch name {
    case "numpy": return ModuleObject(name, NumPyModule.members)
    case "numpy.random": return ModuleObject(name, RandomModule.members)
    case "numpy.linalg": return ModuleObject(name, LinearAlgebraModule.members)
    case "numpy.exceptions":
      let axisError = Types.errors.first { $0.errorKind == .axisError }
      return ModuleObject(name, ["AxisError": axisError.map { .type($0) } ?? .none])
    case "functions", "common.functions":
      // The course's file imports numpy, so that a star import brings it along.
      let numpy = module(named: "numpy").map { Value.module($0) } ?? .none
      return ModuleObject(name, FunctionsModule.members.merging(["np": numpy]) { $1 })
    case "common", "matplotlib": return ModuleObject(name, [:])
    case "matplotlib.pyplot": return ModuleObject(name, PlotModule.members)
    case "math": return ModuleObject(name, MathModule.members)
    case "time": return ModuleObject(name, TimeModule.members)
    case "sys":
      return ModuleObject(
        name, ["path": .list([]), "argv": .list([.text("")]), "maxsize": .int(Int.max)])
    case "os":
      return ModuleObject(
        name, ["pardir": .text(".."), "curdir": .text("."), "sep": .text("/")])
    case "os.path":
      return ModuleObject(
        name,
        [
          "join": .native(
            NativeFunction("join", "*parts") { call in
              var parts: [String] = []
              for part in call.rest { parts.append(try call.interpreter.string(part)) }
              return .text(parts.joined(separator: "/"))
            })
        ])
    case "warnings":
      let ignore: (String) -> Value = { name in
        .native(
          NativeFunction(name, "*args, **kwargs") { _ in
            .none
          })
      }
      return ModuleObject(
        name, ["filterwarnings": ignore("filterwarnings"), "simplefilter": ignore("simplefilter")])
    default: return nil
    }
  }
}

/// The module `time`.
enum TimeModule {
  static var members: [String: Value] {
    [
      "time": clock("time"),
      "perf_counter": clock("perf_counter"),
      "process_time": clock("process_time"),
      "monotonic": clock("monotonic"),
      "sleep": .native(
        NativeFunction("sleep", "seconds") { call in
          let seconds = try call.float(0)
          guard seconds >= 0 else {
            throw PythonError(.valueError, "sleep length must be non-negative")
          }
          // In short waits, so that a stop from outside is heard.
          var rest = min(seconds, 1e9)
          while rest > 0 {
            if call.interpreter.shouldStop() { throw PythonError.interrupted }
            call.interpreter.sleep(min(rest, 0.02))
            rest -= 0.02
          }
          return .none
        }),
    ]
  }

  private static func clock(_ name: String) -> Value {
    .native(
      NativeFunction(name, "") { call in
        .float(call.interpreter.clock())
      })
  }
}

/// The module `math`: numbers only, and an error where a function has no value.
enum MathModule {
  static var members: [String: Value] {
    var members: [String: Value] = [
      "pi": .float(.pi), "e": .float(M_E), "tau": .float(2 * .pi), "inf": .float(.infinity),
      "nan": .float(.nan),
    ]
    for function in all { members[function.name] = .native(function) }
    return members
  }

  private static let all: [NativeFunction] = [
    function("exp") { exp($0) },
    function("sqrt") { $0.squareRoot() },
    function("sin") { sin($0) },
    function("cos") { cos($0) },
    function("tan") { tan($0) },
    function("asin") { asin($0) },
    function("acos") { acos($0) },
    function("atan") { atan($0) },
    function("sinh") { sinh($0) },
    function("cosh") { cosh($0) },
    function("tanh") { tanh($0) },
    function("log2", isLogarithm: true) {
      log2($0)
    },
    function("log10", isLogarithm: true) { log10($0) },
    function("log1p") { log1p($0) },
    function("expm1") { expm1($0) },
    function("fabs") { $0.magnitude },
    function("degrees") { $0 * (180 / .pi) },
    function("radians") { $0 * (.pi / 180) },
    NativeFunction("log", "x, base=None") { call in
      let x = try positive(call, 0)
      return .float(call.has(1) ? log(x) / log(try positive(call, 1)) : log(x))
    },
    whole("floor") { $0.rounded(.down) },
    whole("ceil") { $0.rounded(.up) },
    whole("trunc") { $0.rounded(.towardZero) },
    NativeFunction("pow", "x, y") { call in
      let (x, y) = (try call.float(0), try call.float(1))
      return .float(try checked(pow(x, y), of: [x, y], call))
    },
    NativeFunction("atan2", "y, x") { call in
      .float(atan2(try call.float(0), try call.float(1)))
    },
    NativeFunction("hypot", "x, y") { call in
      .float(hypot(try call.float(0), try call.float(1)))
    },
    NativeFunction("fsum", "iterable") { call in
      var partials: [Double] = []
      for item in try call.interpreter.items(of: call[0]) {
        guard var x = item.asFloat else {
          throw PythonError(.typeError, "must be real number, not \(item.typeName)")
        }
        var kept: [Double] = []
        for var y in partials {
          if x.magnitude < y.magnitude { swap(&x, &y) }
          let high = x + y
          let low = y - (high - x)
          if low != 0 { kept.append(low) }
          x = high
        }
        partials = kept + [x]
      }
      return .float(partials.reversed().reduce(0, +))
    },
    NativeFunction("isnan", "x") { call in
      .bool(try call.float(0).isNaN)
    },
    NativeFunction("isinf", "x") { call in
      .bool(try call.float(0).isInfinite)
    },
    NativeFunction("isfinite", "x") { call in
      .bool(try call.float(0).isFinite)
    },
    NativeFunction("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { call in
      let (a, b) = (try call.float(0), try call.float(1))
      let (relative, absolute) = (try call.float(2, default: 1e-9), try call.float(3, default: 0))
      if a == b { return .bool(true) }
      if a.isInfinite || b.isInfinite { return .bool(false) }
      return .bool(
        (a - b).magnitude <= max(relative * max(a.magnitude, b.magnitude), absolute))
    },
    NativeFunction("factorial", "n") { call in
      let n = try call.int(0)
      if n < 0 {
        throw PythonError(.valueError, "factorial() not defined for negative values")
      }
      if n > 20 { throw PythonError.integerOverflow }
      return .int((1...max(1, n)).reduce(1, *))
    },
    NativeFunction("gcd", "a, b") { call in
      var (a, b) = (try call.int(0).magnitude, try call.int(1).magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return .int(Int(clamping: a))
    },
  ]

  private static func function(
    _ name: String, isLogarithm: Bool = false,
    _ body: @escaping @Sendable (Double) -> Double
  ) -> NativeFunction {
    NativeFunction(name, "x") { call in
      let x = isLogarithm ? try positive(call, 0) : try call.float(0)
      return .float(try checked(body(x), of: [x], call))
    }
  }

  private static func whole(
    _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> NativeFunction {
    NativeFunction(name, "x") { call in
      if let number = call[0].asInt { return .int(number) }
      let number = body(try call.float(0))
      if number.isNaN { throw PythonError(.valueError, "cannot convert float NaN to integer") }
      if number.isInfinite {
        throw PythonError(.overflowError, "cannot convert float infinity to integer")
      }
      guard let int = Int(exactly: number) else { throw PythonError.integerOverflow }
      return .int(int)
    }
  }

  private static func positive(_ call: borrowing Call, _ index: Int) throws(PythonError) -> Double {
    let x = try call.float(index)
    if x <= 0 { throw outsideDomain(call) }
    return x
  }

  private static func outsideDomain(_ call: borrowing Call) -> PythonError {
    PythonError(
      .valueError, "math domain error", .slip(.outsideDomain(function: call.function.name)))
  }

  private static func checked(
    _ result: Double, of arguments: [Double], _ call: borrowing Call
  ) throws(PythonError) -> Double {
    guard arguments.allSatisfy(\.isFinite) else { return result }
    if result.isNaN { throw outsideDomain(call) }
    if result.isInfinite { throw PythonError(.overflowError, "math range error") }
    return result
  }
}
