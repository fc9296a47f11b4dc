import Localization

extension ConsoleError.Reason {
  /// The error in words: the one place where nnrepl's errors become sentences.
  var wording: Wording {
    switch self {
    case .unknownName, .unknownCommand, .hiddenCommand, .unclosedQuote, .unclosedBracket,
      .unknownOption,
      .repeatedOption, .missingArgument, .extraArgument, .notANumber, .notAWholeNumber, .notFinite,
      .outOfRange, .notAChoice, .notALayer, .activationOfInput,
      .sampleShape, .sampleFormula, .sampleColumns, .eitherOr:
      lineWording
    case .noNetwork, .noInput, .noTarget, .noForwardPass, .noData, .unknownQuantity, .inputCount,
      .targetCount, .sampleCount, .dataShape, .nothingToUndo, .nothingToRedo, .notRecording,
      .alreadyRecording:
      sessionWording
    case .noLessonsFolder, .noScripts, .lessonScript, .repeatedLesson, .unknownLesson, .notInLesson,
      .unknownStep, .directiveOutsideLesson, .expectationFailed, .questionFailed, .unknownQuestion,
      .whichQuestion, .notALessonID, .noQuestion, .questionOpen, .alreadyPlaying, .notPlaying,
      .nothingKept, .lessonTakesTooLong:
      lessonWording
    case .literal(let error): error.wording
    case .python(let error, let operands): error.wording(operands: operands)
    case .parameterMisfit(let name, let expected, let found):
      Self.misfitWording(name, expected, found)
    case .network(let error): error.wording
    case .file(let error): error.wording
    case .archive(let error, let path): error.wording(path: path)
    case .notebook(let error, let path): error.wording(path: path)
    case .table(let error, let path): error.wording(path: path)
    case .training(let error): error.wording
    case .gradientCheck(let error): error.wording
    case .functionCheck(let error): error.wording
    case .networkFile(let problem, let path): problem.wording(path: path)
    case .dataset(let error): error.wording
    case .tooDeep(let path, let limit):
      Wording(
        ja: "\(path) が \(limit) 段より深く重なっています",
        en: "\(path) is nested more than \(limit) deep",
        helpJa: "スクリプトが自分自身を run していないか確かめてください。",
        helpEn: "does a script run itself?")
    case .inScript(let inner): inner.error.reason.wording
    case .interrupted: Wording(ja: "中断しました", en: "interrupted")
    }
  }
}
