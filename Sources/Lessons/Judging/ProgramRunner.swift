import LinearAlgebra
import NumPyLanguage
import SourceText

/// Runs keys and answers, each from the same beginning, for a bounded number of steps.
///
/// An answer is a stranger's program. It reaches no file and no process, what it prints goes
/// nowhere, and it is stopped after ``stepLimit`` steps. The names of `np` and `functions` can be
/// used without their module where they hide no builtin; `ln` is `np.log`, `π` `np.pi` and `σ`
/// `functions.sigmoid`.
final class ProgramRunner {
  /// The most steps of loops and calls that one program may take; answers run on small arrays.
  static let stepLimit = 200_000
  /// The longest text that is run, or that a program may make, in UTF-8 bytes.
  static let textLimit = 1 << 16
  /// The most elements of an array that a program may make.
  static let elementLimit = 1 << 20

  private let interpreter: Interpreter
  private let meter: StepMeter
  private let standardNames: [String: Value]
  /// The names that have a meaning before any program runs.
  let knownNames: Set<String>

  /// Makes a runner.
  ///
  /// - Parameter shouldStop: asked now and then; true ends the program that runs.
  init(shouldStop: @escaping () -> Bool = { false }) {
    let meter = StepMeter(shouldStop)
    self.meter = meter
    var limits = Limits()
    (limits.elements, limits.textSize) = (Self.elementLimit, Self.textLimit)
    limits.sourceSize = Self.textLimit
    interpreter = Interpreter(
      limits: limits, output: { _ in }, shouldStop: { meter.isExhausted() })
    for text in Self.prelude {
      // A name that this build of the language lacks is only missed by those who use it.
      try? interpreter.execute(SourceUnit(name: "", text: text))
    }
    var names: [String: Value] = [:]
    for name in interpreter.globalNames { names[name] = interpreter[name] }
    standardNames = names
    knownNames = Set(interpreter.knownNames)
  }

  private static let prelude =
    [
      "dot", "matmul", "outer", "exp", "log", "log1p", "sqrt", "square", "tanh", "sin", "cos",
      "maximum", "minimum", "where", "clip", "argmax", "argmin", "mean", "std", "var", "cumsum",
      "prod", "array", "zeros", "ones", "eye", "arange", "linspace", "transpose", "reshape",
      "concatenate", "zeros_like", "ones_like", "newaxis", "pi", "e",
    ].map { "from numpy import \($0)" }
    + ["from functions import *", "ln = np.log", "π = np.pi", "σ = functions.sigmoid"]

  /// How a program ended.
  struct Outcome {
    /// What its top-level expressions and `result` led to; nil where it led to nothing.
    var value: AnswerValue?
    /// The error that it ended with.
    var error: PythonError?
    /// Whether it took too many steps, or was interrupted.
    var isStopped = false
  }

  /// Begins anew, with these variables and nothing else.
  func reset(_ variables: [Trial.Variable], sizes: [String: Int] = [:]) {
    for name in interpreter.globalNames where standardNames[name] == nil { interpreter[name] = nil }
    for (name, value) in standardNames { interpreter[name] = value }
    for (name, length) in sizes { interpreter[name] = .int(length) }
    for variable in variables { bind(variable.name, variable.value, variable.isInteger) }
    interpreter.random = NumPyRandom(seed: 0)
    meter.begin()
  }

  /// Binds a name to a fresh copy of a value.
  func bind(_ name: String, _ value: ArrayValue, _ isInteger: Bool = false) {
    interpreter[name] = Self.value(value, isInteger)
  }

  /// Binds the values of a console, `grad.W1` as `grad['W1']` and parameters as `network['W1']`.
  func bind(_ context: QuestionContext) {
    let (gradients, network) = (DictObject([:]), DictObject([:]))
    for (name, value) in context.values {
      if name.hasPrefix("grad.") {
        gradients[String(name.dropFirst(5))] = Self.value(value, false)
      } else if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
        let value = Self.value(value, false)
        interpreter[name] = value
        if name.first == "W" || name.first == "b" { network[name] = value }
      }
    }
    if !gradients.stringKeys.isEmpty { interpreter["grad"] = .dict(gradients) }
    if !network.stringKeys.isEmpty { interpreter["network"] = .dict(network) }
  }

  /// Lets a name stand for another.
  func alias(_ name: String, to other: String) {
    interpreter[name] = interpreter[other]
  }

  /// Binds a name to an empty dictionary.
  func bindDictionary(_ name: String) {
    interpreter[name] = .dict(DictObject([:]))
  }

  /// The value that a name has now.
  func value(of name: String) -> AnswerValue? {
    interpreter[name].map { AnswerValue($0) }
  }

  /// The names that are bound now beside those that always are.
  var boundNames: [String] { interpreter.globalNames.filter { standardNames[$0] == nil } }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - result: the name of its result; nil or a name that it does not assign for the last value.
  func run(_ program: AnswerProgram, result: String? = nil) -> Outcome {
    // Where the time for all programs is over, not even one operation begins.
    guard program.text.utf8.count <= Self.textLimit, !meter.isExhausted() else {
      return Outcome(isStopped: true)
    }
    var last: Value?
    do throws(PythonError) {
      try interpreter.execute(SourceUnit(name: "", text: program.text)) { last = $0 }
    } catch {
      return Outcome(error: error, isStopped: meter.wasExhausted)
    }
    var value = last
    if let result, program.assignedNames.contains(result) {
      value = interpreter[result]
    } else if program.endsWithAssignment || (last == nil && !program.endsWithExpression),
      let target = program.targets.last
    {
      value =
        target.text == target.name
        ? interpreter[target.name]
        : try? interpreter.evaluate(SourceUnit(name: "", text: target.text))
    }
    return Outcome(value: value.map { AnswerValue($0) })
  }

  /// What is wrong with the form of a text, or nil.
  func check(_ text: String) -> PythonError? {
    interpreter.check(SourceUnit(name: "", text: text))
  }

  private static func value(_ value: ArrayValue, _ isInteger: Bool) -> Value {
    if value.shape.isEmpty {
      let number = value.elements[0]
      return isInteger ? .int(Int(number)) : .npFloat(number)
    }
    return .array(
      isInteger
        ? NDArray(shape: value.shape, elements: value.elements.map { Int($0) })
        : NDArray(shape: value.shape, elements: value.elements))
  }
}

/// Counts how often a program asks whether to stop, which it does every 256 steps.
private final class StepMeter {
  private let shouldStop: () -> Bool
  private var left = 0
  /// Whether it has told the program that runs to stop.
  private(set) var wasExhausted = false

  init(_ shouldStop: @escaping () -> Bool) {
    self.shouldStop = shouldStop
  }

  func begin() {
    left = ProgramRunner.stepLimit / 256
    wasExhausted = false
  }

  func isExhausted() -> Bool {
    left -= 1
    if left <= 0 || shouldStop() { wasExhausted = true }
    return wasExhausted
  }
}
