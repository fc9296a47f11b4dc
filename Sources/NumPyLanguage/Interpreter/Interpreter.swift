public import LinearAlgebra
public import SourceText

/// Runs programs of the NumPy subset of Python and keeps their global names.
///
///     let interpreter = Interpreter(output: { print($0, terminator: "") })
///     try interpreter.execute(SourceUnit(name: "<stdin>", text: "x = np.arange(3)"))
///     interpreter["x"]  // .array(…)
///
/// Everything a program can reach comes in here: where output and warnings go, what stops it,
/// what time it is. Files, processes and the network are out of reach. `np`, `functions`, `plt`,
/// `math` and `time` are bound from the start, so that a formula needs no import.
public final class Interpreter {
  /// A warning as NumPy gives it.
  public struct Warning: Hashable, Sendable {
    /// The category, as `RuntimeWarning`.
    public var category: String
    /// The sentence.
    public var message: String
    /// The statement that caused it, and its source.
    public var range: SourceRange?
    /// The name of the source.
    public var unit: String?
  }

  let output: (String) -> Void
  let warningSink: (Warning) -> Void
  let shouldStop: () -> Bool
  private let memory: () -> MemoryUse
  let clock: () -> Double
  let sleep: (Double) -> Void
  let showFigure: (Figure) -> Void
  let limits: Limits

  let globals: GlobalTable
  let texts = TextTable()
  /// How arrays are printed: `np.set_printoptions`.
  public internal(set) var format = ArrayFormat()
  /// The stream of `np.random`.
  public var random: NumPyRandom
  /// The figure that `plt` is drawing.
  public internal(set) var figure = Figure()
  var modules: [String: ModuleObject] = [:]
  /// Errors that are being handled, for a bare `raise`.
  var handled: [PythonError] = []
  /// The last exception that the program raised, and the error that it became.
  var raised: (object: ExceptionObject, error: PythonError)?

  // The stack of values: frames and arguments. Places above `top` always hold `.undefined`.
  private let stack: UnsafeMutablePointer<Place>
  private static let stackCapacity = 1 << 18
  @exclusivity(unchecked) private var prepared = 0
  @exclusivity(unchecked) private var top = 0
  @exclusivity(unchecked) private var callDepth = 0
  @exclusivity(unchecked) private var evaluationDepth = 0
  /// Steps until the next question whether to stop.
  @exclusivity(unchecked) private var stepsLeft = 256

  /// Questions whether to stop until the next one for memory, which takes longer.
  private var questionsLeft = 16

  private var seenWarnings: Set<Warning> = []
  /// The statement that runs, for the place of warnings.
  @exclusivity(unchecked) var currentRange: SourceRange?
  private var currentUnit: SourceUnit?

  /// Makes an interpreter.
  ///
  /// - Parameters:
  ///   - seed: where `np.random` starts until the program seeds it.
  ///   - limits: how far programs may go.
  ///   - output: takes what programs print.
  ///   - warning: takes warnings, each once for its place.
  ///   - shouldStop: asked every now and then; true stops the program with KeyboardInterrupt.
  ///   - memory: asked more seldom; a program that has used up what there is stops with MemoryError.
  ///   - clock: seconds since some moment, for `time.time()`.
  ///   - sleep: waits for some seconds, for `time.sleep()`.
  ///   - show: takes figures from `plt.show()`.
  public init(
    seed: UInt32 = 0, limits: Limits = Limits(), output: @escaping (String) -> Void,
    warning: @escaping (Warning) -> Void = { _ in }, shouldStop: @escaping () -> Bool = { false },
    memory: @escaping () -> MemoryUse = { MemoryUse() },
    clock: @escaping () -> Double = { 0 }, sleep: @escaping (Double) -> Void = { _ in },
    show: @escaping (Figure) -> Void = { _ in }
  ) {
    (self.output, warningSink, self.shouldStop) = (output, warning, shouldStop)
    self.memory = memory
    (self.clock, self.sleep, showFigure, self.limits) = (clock, sleep, show, limits)
    random = NumPyRandom(seed: seed)
    globals = GlobalTable(builtins: Builtins.values)
    stack = .allocate(capacity: Interpreter.stackCapacity)
    bindStandardNames()
  }

  deinit {
    stack.deinitialize(count: prepared)
    stack.deallocate()
  }

  func bindStandardNames() {
    for (name, path) in [
      ("np", "numpy"), ("numpy", "numpy"), ("functions", "functions"),
      ("plt", "matplotlib.pyplot"), ("math", "math"), ("time", "time"),
    ] {
      globals[name] = module(named: path).map { .module($0) }
    }
  }

  // MARK: Running

  /// Runs a unit. Names that it binds stay; what ran before an error stays done.
  ///
  /// - Parameter echo: takes the value of each top-level expression that is not `None` and has no
  ///   semicolon after it; `_` is then the last of them. Without it nothing is echoed.
  /// - Parameter lastOnly: whether only the unit's last statement is echoed, as in a notebook.
  /// - Throws: the first error, with its place; mistakes in the text carry further ones.
  public func execute(
    _ unit: SourceUnit, echo: ((Value) -> Void)? = nil, lastOnly: Bool = false
  ) throws(PythonError) {
    let program = try Parser.parse(unit, texts: texts, limits: limits)
    do throws(PythonError) {
      try program.scope.resolve(globals)
    } catch {
      throw error.inside(unit)
    }
    let base = try enter(slots: program.scope.slotCount, height: program.height)
    defer { leave(base, height: program.height) }
    let outer = (currentUnit, currentRange)
    currentUnit = unit
    defer { (currentUnit, currentRange) = outer }
    let frame = Frame(self, stack + base)
    for slot in program.scope.cellSlots { frame.slots[slot].value = .cell(CellObject(.undefined)) }
    do throws(PythonError) {
      let firstShown = lastOnly ? program.body.count - 1 : 0
      for (index, statement) in program.body.enumerated() {
        if let echo, index >= firstShown, let shown = statement as? ExpressionStatement,
          !shown.isSilent
        {
          currentRange = shown.range
          let value = try shown.expression.evaluate(frame)
          if !value.isNone {
            globals["_"] = value
            echo(value)
          }
        } else {
          _ = try statement.execute(frame)
        }
      }
    } catch {
      (handled, raised) = ([], nil)
      throw error.inside(unit)
    }
  }

  /// The value of an expression.
  public func evaluate(_ unit: SourceUnit) throws(PythonError) -> Value {
    var result = Value.none
    let names = globals["_"]
    try execute(unit) { result = $0 }
    globals["_"] = names
    return result
  }

  /// What is wrong with a unit's text, without running it; nil where nothing is.
  public func check(_ unit: SourceUnit) -> PythonError? {
    do throws(PythonError) {
      _ = try Parser.parse(unit, texts: TextTable(), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  // MARK: The stack

  /// Takes places on the stack for a function that goes so deep; returns the first.
  func enter(slots: Int, height: Int) throws(PythonError) -> Int {
    if callDepth >= limits.callDepth || evaluationDepth + height > limits.evaluationDepth {
      throw PythonError(
        .recursionError, "maximum recursion depth exceeded", .tooDeep(limit: limits.callDepth))
    }
    let base = try reserve(slots)
    callDepth += 1
    evaluationDepth += height
    return base
  }

  /// Gives back what `enter` took.
  func leave(_ base: Int, height: Int) {
    release(base)
    callDepth -= 1
    evaluationDepth -= height
  }

  /// Takes places on the stack, which hold `.undefined`; returns the first.
  func reserve(_ count: Int) throws(PythonError) -> Int {
    let base = top
    if count > Interpreter.stackCapacity - base {
      throw PythonError(
        .recursionError, "maximum recursion depth exceeded", .tooDeep(limit: limits.callDepth))
    }
    top = base + count
    if top > prepared {
      for place in prepared..<top { (stack + place).initialize(to: Place(.undefined)) }
      prepared = top
    }
    return base
  }

  /// Gives places back, from one on.
  func release(_ base: Int) {
    for place in base..<top { stack[place].value = .undefined }
    top = base
  }

  /// The memory of a place on the stack.
  func places(_ base: Int) -> UnsafeMutablePointer<Place> { stack + base }

  /// Counts a step of a loop or a call; now and then asks whether to stop.
  func tick() throws(PythonError) {
    stepsLeft &-= 1
    if stepsLeft <= 0 { try askWhetherToStop() }
  }

  @inline(never)
  private func askWhetherToStop() throws(PythonError) {
    repeat {
      stepsLeft &+= 256
      questionsLeft &-= 1
      if shouldStop() { throw .interrupted }
    } while stepsLeft <= 0
    if questionsLeft <= 0 { try askForMemory() }
  }

  private func askForMemory() throws(PythonError) {
    questionsLeft = 16
    let use = memory()
    if use.bytes > use.limit { throw .outOfMemory(use) }
  }

  /// Counts what was done for a large value as the steps that would have taken as long: a loop over
  /// a few such operations is to be stopped as soon as one over many small ones.
  ///
  /// - Throws: where it is time to stop, or an array has more elements than this program may make:
  ///   what only enlarges an array, as an outer product, knows no limit but that of the machine.
  @inline(__always)
  func weigh(_ place: borrowing Place) throws(PythonError) {
    if place.isLargeArray || place.isTextOrList { try weighLarge(place) }
  }

  /// The same for what a short way works on: it goes through arrays, but not through the list that
  /// it appends to or the text that it tells the length of.
  @inline(__always)
  func weighArray(_ place: borrowing Place) throws(PythonError) {
    if place.isLargeArray { try weighLarge(place) }
  }

  /// Counts the work for many elements: a step takes about as long as 256 of them.
  @inline(never)
  private func weighLarge(_ place: borrowing Place) throws(PythonError) {
    let size = place.size
    if size < 4096 { return }
    if case .array(let array) = place.value, size > limits.elements {
      throw PythonError.tooManyElements(array.dimensions)
    }
    stepsLeft &-= size >> 8
    if stepsLeft <= 0 { try askWhetherToStop() }
  }

  // MARK: Output

  /// Warns of floating-point events, once for each place.
  func warn(_ events: FloatEvents, _ name: String) {
    for description in events.descriptions {
      warn("RuntimeWarning", "\(description) encountered in \(name)")
    }
  }

  func warn(_ category: String, _ message: String) {
    let warning = Warning(
      category: category, message: message, range: currentRange, unit: currentUnit?.name)
    if seenWarnings.count > 10_000 { return }
    if seenWarnings.insert(warning).inserted { warningSink(warning) }
  }

  /// What `print` shows of a value.
  public func string(_ value: Value) throws(PythonError) -> String {
    var writer = ValueWriter(format)
    return try writer.string(value)
  }

  /// What `repr` gives of a value.
  public func repr(_ value: Value) throws(PythonError) -> String {
    var writer = ValueWriter(format)
    return try writer.repr(value)
  }

  /// What the prompt shows of a value: as `repr`, but NumPy's scalars as plain numbers.
  public func display(_ value: Value) throws(PythonError) -> String {
    var writer = ValueWriter(format)
    return try writer.item(value)
  }
}
