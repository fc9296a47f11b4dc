import LinearAlgebra
import NumPyLanguage

/// The learner's names: the interpreter that runs formulas, and the arrays that it shares with the
/// console's network.
///
/// A class because the names have an identity: two names can stand for one array. What `undo` needs
/// of it are the ``Names``, a value.
final class Workspace {
  /// Runs formulas and keeps their names.
  let interpreter: Interpreter
  /// The arrays that the network and the learner's names have in common.
  var shared = SharedArrays()
  private let surroundings: Surroundings

  /// What the names stand for at a moment.
  struct Names {
    fileprivate var snapshot: Interpreter.Snapshot
    fileprivate var shared: SharedArrays

    /// Whether nothing differs but the last value shown and the stream of random numbers.
    func isSame(as other: Names) -> Bool { snapshot.isSame(as: other.snapshot) }

    /// About how much memory it holds.
    var byteCount: Int { snapshot.byteCount }
  }

  /// Makes a workspace with no names but those of the modules.
  ///
  /// - Parameter seed: Where `np.random` starts until a formula seeds it.
  init(seed: UInt32) {
    let surroundings = Surroundings()
    self.surroundings = surroundings
    interpreter = Interpreter(
      seed: seed,
      output: { surroundings.environment?.output(.printed($0)) },
      warning: { surroundings.environment?.output(.warning($0)) },
      shouldStop: { surroundings.environment?.isInterrupted() ?? false },
      memory: { surroundings.environment?.memory() ?? MemoryUse() },
      clock: { surroundings.environment?.secondsSince1970() ?? 0 },
      sleep: { surroundings.environment?.sleep($0) },
      show: { figure in
        guard let environment = surroundings.environment, environment.showsPlots else { return }
        figure.summarize(environment.output)
      })
  }

  /// Which expressions of a unit show their values.
  enum Echo {
    /// None, as in a program.
    case none
    /// The last statement, as in the cell of a notebook.
    case last
    /// All, as at a prompt.
    case all
  }

  /// Runs a unit in an environment.
  ///
  /// - Parameter echo: Which expressions show their values.
  func run(
    _ unit: SourceUnit, echo: Echo, environment: Environment
  ) throws(PythonError) {
    surroundings.environment = environment
    defer { surroundings.environment = nil }
    if echo == .none { return try interpreter.execute(unit) }
    var failure: PythonError?
    let show = { [interpreter] (value: Value) in
      do throws(PythonError) {
        environment.output(.printed(try interpreter.display(value) + "\n"))
      } catch {
        failure = failure ?? error
      }
    }
    try interpreter.execute(unit, echo: show, lastOnly: echo == .last)
    if let failure { throw failure }
  }

  /// The value of an expression, with nothing shown.
  func value(of unit: SourceUnit, environment: Environment) throws(PythonError) -> Value {
    surroundings.environment = environment
    defer { surroundings.environment = nil }
    return try interpreter.evaluate(unit)
  }

  /// Calls a function of the learner's, with arguments by position and by name.
  func call(
    _ function: Value, _ arguments: [Value], named: [(String, Value)] = [],
    environment: Environment
  ) throws(PythonError) -> Value {
    surroundings.environment = environment
    defer { surroundings.environment = nil }
    return try interpreter.call(function, arguments, named)
  }

  /// The names of the learner's functions.
  var functionNames: [String] {
    interpreter.globalNames.filter {
      if case .function? = interpreter[$0] { true } else { false }
    }.sorted()
  }

  /// What the names stand for now.
  ///
  /// - Complexity: O(*n*) in the number of lists, dictionaries and arrays that can be reached.
  var names: Names { Names(snapshot: interpreter.snapshot(), shared: shared) }

  /// Goes back to an earlier moment; nil stands for the one before the first formula.
  func restore(_ names: Names?) {
    if let names {
      interpreter.restore(names.snapshot)
      shared = names.shared
    } else {
      interpreter.reset()
      shared = SharedArrays()
    }
  }

  /// Whether the learner has given a name a value of their own; modules do not count.
  func isDefined(_ name: String) -> Bool {
    switch interpreter[name] {
    case nil, .module: false
    case _?: true
    }
  }

  /// The world outside while a formula runs: the interpreter outlives the line that lends it.
  private final class Surroundings {
    var environment: Environment?
  }
}
