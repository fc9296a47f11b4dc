import ArrayFiles
import NeuralNetworks
import NumPyLanguage

extension ConsoleError.Reason {
  /// The kind of error by the name that a lesson script expects it by: `@expect error no-network`.
  var kind: String {
    switch self {
    case .unknownName: "unknown-name"
    case .unknownCommand: "unknown-command"
    case .hiddenCommand: "hidden-command"
    case .unclosedQuote, .unclosedBracket: "unclosed"
    case .unknownOption: "unknown-option"
    case .repeatedOption, .eitherOr: "repeated-option"
    case .missingArgument: "missing-argument"
    case .extraArgument: "extra-argument"
    case .notANumber, .notAWholeNumber, .literal: "not-a-number"
    case .notFinite: "not-finite"
    case .outOfRange: "out-of-range"
    case .notAChoice: "not-a-choice"
    case .notALayer, .activationOfInput: "not-a-layer"
    case .noNetwork: "no-network"
    case .noInput: "no-input"
    case .noTarget: "no-target"
    case .noForwardPass: "no-forward"
    case .noData: "no-data"
    case .unknownQuantity: "unknown-value"
    case .inputCount, .targetCount, .sampleCount, .dataShape, .sampleShape, .sampleFormula,
      .sampleColumns:
      "shape"
    case .nothingToUndo: "nothing-to-undo"
    case .nothingToRedo: "nothing-to-redo"
    case .notRecording, .alreadyRecording: "recording"
    case .python(let error, _): error.kind.rawValue
    case .parameterMisfit: "shape"
    case .network(let error): error.kind
    case .training(.network(let error)): error.kind
    case .gradientCheck(.network(let error)): error.kind
    case .gradientCheck(.interrupted): "interrupted"
    case .gradientCheck(.tooCostly): "too-large"
    case .functionCheck(let error): error.kind
    case .training, .dataset, .gradientCheck: "out-of-range"
    case .file: "file"
    case .archive, .networkFile, .table, .notebook: "broken-file"
    case .noLessonsFolder, .noScripts, .unknownLesson, .unknownStep: "unknown-lesson"
    case .lessonScript, .repeatedLesson: "lesson-script"
    case .notInLesson, .directiveOutsideLesson: "no-lesson"
    case .noQuestion, .questionOpen: "question"
    case .alreadyPlaying, .notPlaying: "sandbox"
    case .nothingKept: "unknown-lesson"
    case .expectationFailed: "expectation"
    case .questionFailed: "question"
    case .unknownQuestion, .whichQuestion: "unknown-question"
    case .notALessonID: "lesson-script"
    case .lessonTakesTooLong: "too-long"
    case .tooDeep: "too-deep"
    case .inScript(let inner): inner.error.reason.kind
    case .interrupted: "interrupted"
    }
  }
}

extension NetworkError {
  fileprivate var kind: String {
    switch self {
    case .noLayers, .invalidSize, .activationCount: "not-a-layer"
    case .tooManyParameters, .batchTooLarge: "too-large"
    case .emptyBatch, .inputWidth, .targetShape, .parameterShape: "shape"
    case .unknownParameter: "unknown-value"
    case .parameterIndex: "index"
    case .otherNetwork: "no-forward"
    }
  }
}

extension FunctionCheckError {
  fileprivate var kind: String {
    switch self {
    case .noFunction: "unknown-name"
    case .noParameters: "no-network"
    case .noSamples(let name): name == "x" ? "no-input" : "no-target"
    case .noArgument: "missing-argument"
    case .noOutput, .noGradients: "not-an-array"
    case .outputShape: "shape"
    case .lossValue: "not-a-number"
    }
  }
}
