extension PythonError {
  /// A mistake that beginners make often, as data to word help from: what was written or used, and
  /// what was probably meant.
  public enum Slip: Hashable, Sendable {
    // MARK: In the text

    /// No colon at the end of a line that begins a block: `if`, `for`, `def` …
    case missingColon(after: String)
    /// No comma between two parts in brackets.
    case missingComma
    /// `=` where two values are compared.
    case assignmentForComparison
    /// A value that cannot be assigned to: `x + 1 = 2`, `f(x) = 2`.
    case notAssignable(String)
    /// `print x` as in Python 2.
    case printWithoutBrackets
    /// An operator of another language, and Python's: `&&` is `and`, `i++` is `i += 1`.
    case otherOperator(String, python: String)
    /// A word of another language or in other letters, and Python's: `true`, `null`, `else if`.
    case otherWord(String, python: String)
    /// A sign that only looks like one of Python's, as full-width brackets and curly quotes do.
    case otherSign(String, python: String)
    /// A block without a line, after the word that begins it.
    case missingBlock(after: String)
    /// A line further to the right than the block that it stands in.
    case unexpectedIndent(columns: Int)
    /// A line whose indentation is that of none of the blocks that are open, with theirs.
    case unmatchedIndent(columns: Int, open: [Int])
    /// Tabs here, spaces there.
    case tabsAndSpaces
    /// `return`, `break`, `continue`, or an `else` of nothing, where they mean nothing.
    case misplaced(String)

    // MARK: Values

    /// `(…)` after a value of a type that is no function.
    case notCallable(type: String)
    /// A value of a type that has no elements, where elements are gone through.
    case notIterable(type: String)
    /// `^` between numbers with fractions, where `**` is Python's power.
    case caretForPower
    /// Arithmetic with a list, which only arrays can do.
    case listArithmetic(operation: String)
    /// A text and a number joined by an operator.
    case textAndNumber(operation: String)
    /// Arithmetic with None: often the value of a function that returns nothing.
    case arithmeticWithNone
    /// A number with a fraction where a whole one is needed: an index, a size.
    case fractionForWholeNumber(type: String)
    /// Sizes side by side where a function takes a tuple: `np.zeros(2, 3)`.
    case sizesApart(function: String)
    /// A tuple of sizes where a function takes them side by side: `np.random.rand((2, 3))`.
    case sizesTogether(function: String)
    /// Arrays or numbers side by side where a function takes a list of them.
    case elementsApart(function: String)
    /// Fewer or more arguments than a function takes; no upper bound for `*args`.
    case argumentCount(function: String, least: Int, most: Int?, given: Int)
    /// Arguments that a function needs and was not given.
    case missingArguments([String], function: String)
    /// More or fewer values than names to the left of `=`; nil where there are too many to count.
    case unpacking(names: Int, values: Int?)
    /// An axis that an array does not have.
    case axisOutOfBounds(axis: Int, dimensions: Int)
    /// Arrays of shapes that cannot be joined or piled up.
    case piecesMisfit(shapes: [[Int]])
    /// Rows of different lengths in one array.
    case unevenRows
    /// A variable of a function that is used before it has a value there.
    case usedBeforeAssignment(String)
    /// An element of a tuple or a string cannot be changed.
    case unchangeable(type: String)
    /// Division by zero.
    case divisionByZero
    /// An argument for which a function of `math` has no value.
    case outsideDomain(function: String)
    /// A text that is no number.
    case notANumber(String)
    /// No elements where there must be one: `max([])`.
    case noElements
    /// A format that does not go with a type: `f'{1.5:d}'`.
    case formatMisfit(code: String, type: String)
  }
}
