public import ArrayFiles
public import Lessons
public import NeuralNetworks
public import Notebooks
public import NumPyLanguage
public import SourceText

/// What went wrong with a line, as data; `ErrorWording` puts it into words.
public struct ConsoleError: Error {
  /// What was found, what was expected.
  public var reason: Reason
  /// The part of the line that is meant, where there is one.
  public var range: SourceRange?

  /// Makes an error from its reason and the part of the line that is meant.
  public init(_ reason: Reason, at range: SourceRange? = nil) {
    self.reason = reason
    self.range = range
  }

  /// An option that is none of its choices.
  static func unknownChoice(_ word: Word, _ what: String, _ choices: [String]) -> ConsoleError {
    ConsoleError(
      .notAChoice(
        word.text, what: what, choices: choices,
        suggestions: Spelling.suggestions(for: word.text, among: choices)),
      at: word.range)
  }

  /// The reasons for which a line is refused. The state of the session is then unchanged.
  public enum Reason: Sendable {
    // What was typed.
    case unknownName(String, suggestions: [String])
    case unknownCommand(String, suggestions: [String])
    case hiddenCommand(String, line: String)
    case unclosedQuote
    case unclosedBracket
    case unknownOption(String, command: String, known: [String], suggestions: [String])
    case repeatedOption(String)
    case missingArgument(String, usage: String)
    case extraArgument(String, usage: String)
    case notANumber(String, what: String)
    case notAWholeNumber(String, what: String)
    case notFinite(String, what: String)
    case outOfRange(String, what: String, allowed: String)
    case notAChoice(String, what: String, choices: [String], suggestions: [String])
    case notALayer(String)
    case activationOfInput
    case sampleShape(String)
    case eitherOr(String, String)
    case literal(ArrayLiteralError)
    case sampleFormula(String, found: String, shape: [Int]?)
    case sampleColumns(String, expected: Int, found: Int, sample: Int)

    // What the session lacks for it.
    case noNetwork(command: String)
    case noInput(command: String)
    case noTarget(command: String)
    case noForwardPass(command: String)
    case noData(command: String)
    case unknownQuantity(String, known: [String], suggestions: [String])
    case inputCount(found: Int, expected: Int, layers: String)
    case targetCount(found: Int, expected: Int, layers: String)
    case sampleCount(inputs: Int, targets: Int)
    case dataShape(inputs: Int, targets: Int, layers: String)
    case nothingToUndo
    case nothingToRedo
    case notRecording
    case alreadyRecording(path: String)

    // What the rooms below report.
    /// An error of a formula, with the shapes of the arrays that the failing part names.
    case python(PythonError, operands: [NamedShape])
    case parameterMisfit(String, expected: [Int], found: [Int]?)
    case network(NetworkError)
    case file(FileError)
    case archive(NPZError, path: String)
    case notebook(NotebookError, path: String)
    case table(CSVError, path: String)
    case dataset(DatasetError)
    case training(TrainingError)
    case gradientCheck(GradientCheckError)
    case functionCheck(FunctionCheckError)
    case networkFile(NetworkFile.Problem, path: String)

    // Lessons.
    case noLessonsFolder
    case noScripts(path: String)
    case lessonScript(LessonScriptError)
    case unknownLesson(String, suggestions: [String])
    case repeatedLesson(String, path: String)
    case notInLesson(command: String)
    case noQuestion(command: String)
    case questionOpen(String, command: String)
    case alreadyPlaying
    case notPlaying
    case nothingKept(String, suggestions: [String])
    case unknownStep(String, known: [String], suggestions: [String])
    case directiveOutsideLesson(String)
    case expectationFailed(Expectation, ExpectationOutcome)
    case questionFailed(QuestionProof.Finding)
    case unknownQuestion(String, lesson: String, known: [String], suggestions: [String])
    case whichQuestion(lesson: String, known: [String])
    case notALessonID(String)
    case lessonTakesTooLong

    // Running.
    case tooDeep(path: String, limit: Int)
    /// A line of a script that the line ran.
    indirect case inScript(LineError)
    case interrupted
  }
}
