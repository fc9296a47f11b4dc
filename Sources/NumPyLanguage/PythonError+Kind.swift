import SourceText

extension PythonError {
  /// The kinds of error that Python names and that a program can raise and catch.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case baseException = "BaseException"
    case exception = "Exception"
    case arithmeticError = "ArithmeticError"
    case assertionError = "AssertionError"
    case attributeError = "AttributeError"
    case axisError = "AxisError"
    case floatingPointError = "FloatingPointError"
    case importError = "ImportError"
    case indentationError = "IndentationError"
    case indexError = "IndexError"
    case keyError = "KeyError"
    case keyboardInterrupt = "KeyboardInterrupt"
    case linAlgError = "LinAlgError"
    case lookupError = "LookupError"
    case memoryError = "MemoryError"
    case moduleNotFoundError = "ModuleNotFoundError"
    case nameError = "NameError"
    case notImplementedError = "NotImplementedError"
    case overflowError = "OverflowError"
    case recursionError = "RecursionError"
    case runtimeError = "RuntimeError"
    case stopIteration = "StopIteration"
    case syntaxError = "SyntaxError"
    case tabError = "TabError"
    case typeError = "TypeError"
    case unboundLocalError = "UnboundLocalError"
    case valueError = "ValueError"
    case zeroDivisionError = "ZeroDivisionError"

    /// The kinds that this one is a case of, in Python's hierarchy.
    var parents: [Kind] {
      switch self {
      case .baseException: []
      case .exception, .keyboardInterrupt: [.baseException]
      case .floatingPointError, .overflowError, .zeroDivisionError: [.arithmeticError]
      case .indexError, .keyError: [.lookupError]
      case .axisError: [.valueError, .indexError]
      case .linAlgError: [.valueError]
      case .moduleNotFoundError: [.importError]
      case .unboundLocalError: [.nameError]
      case .notImplementedError, .recursionError: [.runtimeError]
      case .indentationError: [.syntaxError]
      case .tabError: [.indentationError]
      default: [.exception]
      }
    }

    /// Whether `except` with the other kind catches this one.
    func isCase(of other: Kind) -> Bool {
      self == other || parents.contains { $0.isCase(of: other) }
    }
  }

  /// What an error is about, as data to word help from.
  public enum Detail: Hashable, Sendable {
    /// Nothing beyond kind and message.
    case none
    /// A name that nothing is bound to, and bound names that are close.
    case undefinedName(String, suggestions: [String])
    /// An attribute that a kind of value does not have, and attributes that are close.
    case unknownAttribute(String, of: String, suggestions: [String])
    /// A keyword argument that a function does not take, and parameters that are close.
    case unknownKeyword(String, function: String, suggestions: [String])
    /// A module that is not here, and modules that are.
    case unknownModule(String, available: [String])
    /// A product whose inner sizes differ.
    case shapesNotAligned(left: [Int], right: [Int])
    /// Shapes that do not broadcast together.
    case shapesDoNotBroadcast([[Int]])
    /// A new shape that does not hold the elements.
    case cannotReshape(count: Int, shape: [Int])
    /// An index outside an axis of a size.
    case indexOutOfBounds(index: Int, axis: Int, size: Int)
    /// More indices than dimensions.
    case tooManyIndices(dimensions: Int, indices: Int)
    /// A key that a dictionary does not hold, and keys that are close.
    case missingKey(String, suggestions: [String])
    /// Operands that an operator does not take.
    case unsupportedOperands(operation: String, left: String, right: String?)
    /// An array of several elements where one truth value is needed.
    case ambiguousTruth(shape: [Int])
    /// A part of Python that this language leaves out on purpose.
    case refused(String)
    /// A bracket that is not closed, or closed by another.
    case unbalanced(bracket: String)
    /// A token where something else is expected.
    case unexpected(found: String, expected: String)
    /// A whole number that does not fit 64 bits.
    case integerOverflow
    /// An object that would take too much memory.
    case tooLarge(bytes: Double, limit: Double)
    /// More elements than a container may have.
    case tooManyItems(limit: Int)
    /// Calls or brackets nested deeper than a limit.
    case tooDeep(limit: Int)
    /// A mistake that beginners make often.
    case slip(Slip)
    /// Objects that together take more memory than there is for them.
    case outOfMemory(MemoryUse)
    /// Stopped from outside.
    case interrupted

    /// Whether the program must end: an `except` around the cause would go on with it.
    var isFinal: Bool {
      switch self {
      case .interrupted, .outOfMemory: true
      default: false
      }
    }
  }

  /// The error of a feature that is left out on purpose.
  static func refused(_ what: String, at range: SourceRange? = nil) -> PythonError {
    PythonError(.notImplementedError, "\(what) is not supported here", .refused(what), at: range)
  }

  /// The error of a whole number that does not fit 64 bits.
  static var integerOverflow: PythonError {
    PythonError(.overflowError, "integer does not fit into 64 bits", .integerOverflow)
  }

  /// The error of objects that together take too much memory.
  static func outOfMemory(_ use: MemoryUse) -> PythonError {
    PythonError(.memoryError, "no memory is left for more values", .outOfMemory(use))
  }

  /// The error of an interruption from outside.
  static var interrupted: PythonError { PythonError(.keyboardInterrupt, "", .interrupted) }
}
