import ArrayFiles
import Lessons
import Localization
import NeuralNetworks
import Notebooks
import NumPyLanguage
import SourceText

@testable import Console

/// One of each error that a line can end with, those of the rooms below included.
enum ErrorSamples {
  static let all: [ConsoleError.Reason] =
    lines + formulas + notebooks + session + networks + files + archives + tables + lessons
    + scripts
    + questions
    + expectations

  private static let place = SourcePosition(line: 3, column: 7)
  private static let range = SourceRange(line: 3, column: 7, length: 2)

  private static let lines: [ConsoleError.Reason] =
    [
      .unknownName("forwrad", suggestions: ["forward"]), .unknownName("xyz", suggestions: []),
      .unknownCommand("stpe", suggestions: ["step", "set"]),
      .unknownCommand("xyz", suggestions: []),
      .unclosedQuote, .unclosedBracket,
      .unknownOption("rl", command: "step", known: ["lr"], suggestions: ["lr"]),
      .unknownOption("x", command: "train", known: ["lr", "batch"], suggestions: []),
      .unknownOption("x", command: "show", known: [], suggestions: []), .repeatedOption("lr"),
      .missingArgument("STEP", usage: "goto STEP"), .extraArgument("now", usage: "backward"),
      .notANumber("x", what: "lr"), .notAWholeNumber("1.5", what: "N"),
      .notFinite("inf", what: "W1"), .outOfRange("0", what: "N", allowed: "≥ 1"),
      .notAChoice("rleu", what: "activation", choices: ["relu", "tanh"], suggestions: ["relu"]),
      .notAChoice("xyz", what: "loss", choices: ["mse", "ce", "bce"], suggestions: []),
      .notALayer("a:relu"), .activationOfInput, .sampleShape("(2, 2, 2)"),
      .eitherOr("epochs", "updates"),
      .inScript(LineError(ConsoleError(.unclosedQuote), in: SourceLine(name: "a.nn", text: "'"))),
      .tooDeep(path: "a.nn", limit: 32), .interrupted,
    ] + literals.map { .literal(ArrayLiteralError($0, range: range)) }

  private static let formulas: [ConsoleError.Reason] =
    [
      .hiddenCommand("forward", line: "forward 1 2"),
      .sampleFormula("x", found: "str", shape: nil),
      .sampleFormula("d", found: "numpy.ndarray", shape: [2, 2]),
      .sampleColumns("x", expected: 2, found: 3, sample: 17),
      .parameterMisfit("W1", expected: [2, 3], found: [3, 2]),
      .parameterMisfit("b1", expected: [3], found: nil),
      python(.nameError, .undefinedName("u1", suggestions: [])),
      python(.nameError, .undefinedName("lost", suggestions: ["loss"])),
      python(.nameError, .undefinedName("something", suggestions: [])),
      python(.attributeError, .unknownAttribute("dott", of: "numpy", suggestions: [])),
      python(.typeError, .unknownKeyword("axes", function: "sum", suggestions: ["axis"])),
      python(.typeError, .unknownKeyword("q", function: "sum", suggestions: [])),
      python(.moduleNotFoundError, .unknownModule("requests", available: ["numpy", "math"])),
      python(.valueError, .shapesNotAligned(left: [3, 5], right: [3])),
      .python(
        PythonError(.valueError, "shapes", .shapesNotAligned(left: [3, 5], right: [3])),
        operands: [
          NamedShape(name: "W1", shape: [3, 5]), NamedShape(name: "x", shape: [3]),
        ]),
      .python(
        PythonError(.valueError, "shapes", .shapesNotAligned(left: [2, 3], right: [4, 3])),
        operands: [
          NamedShape(name: "z1", shape: [2, 3]), NamedShape(name: "W2", shape: [4, 3]),
        ]),
      python(.valueError, .shapesDoNotBroadcast([[3, 5], [2, 5]])),
      python(.valueError, .cannotReshape(count: 6, shape: [4, 2])),
      python(.indexError, .indexOutOfBounds(index: 3, axis: 0, size: 3)),
      python(.indexError, .indexOutOfBounds(index: 3, axis: 0, size: 1)),
      python(.indexError, .indexOutOfBounds(index: 0, axis: 0, size: 0)),
      python(.indexError, .tooManyIndices(dimensions: 1, indices: 2)),
      python(.keyError, .missingKey("w1", suggestions: ["W1"])),
      python(.keyError, .missingKey("q", suggestions: [])),
      python(.typeError, .unsupportedOperands(operation: "+", left: "int", right: "str")),
      python(.valueError, .ambiguousTruth(shape: [3])), python(.notImplementedError, .refused("x")),
      python(.syntaxError, .unbalanced(bracket: "(")),
      python(.syntaxError, .unexpected(found: "", expected: "':'")),
      python(.overflowError, .integerOverflow),
      python(.memoryError, .tooLarge(bytes: 8e12, limit: 1e9)),
      python(.memoryError, .outOfMemory(MemoryUse(bytes: 4_400_000_000, limit: 4_000_000_000))),
      python(.memoryError, .tooManyItems(limit: 1 << 24)),
      python(.recursionError, .tooDeep(limit: 1000)), python(.zeroDivisionError, .none),
      python(.indentationError, .none), python(.tabError, .none), python(.valueError, .none),
    ]

  private static let notebooks: [ConsoleError.Reason] =
    ([
      .tooLarge(bytes: 300_000_000, limit: 1 << 28), .notText(offset: 17),
      .json(.end, at: place), .json(.unexpected("}"), at: place), .json(.unclosedString, at: place),
      .json(.escape, at: place), .json(.controlCharacter, at: place), .json(.number, at: place),
      .tooDeep(limit: 512, at: place), .missing(key: "cells", at: place),
      .wrongKind(key: "source", at: place), .unsupportedFormat(version: 3),
    ] as [NotebookError]).map { .notebook($0, path: "notes.ipynb") }

  private static func python(
    _ kind: PythonError.Kind, _ detail: PythonError.Detail
  ) -> ConsoleError.Reason {
    .python(PythonError(kind, "what Python says", detail), operands: [])
  }

  private static let literals: [ArrayLiteralError.Problem] = [
    .missing, .notANumber("x"), .tooLarge("1e999"), .missingComma, .unclosed,
    .ragged(expected: [2], found: [3], index: 1), .tooDeep(limit: 32), .unexpected("]"),
  ]

  private static let session: [ConsoleError.Reason] = [
    .noNetwork(command: "forward"), .noInput(command: "forward"), .noTarget(command: "loss"),
    .noForwardPass(command: "backward"), .noData(command: "train"), .noData(command: "data show"),
    .unknownQuantity("W3", known: ["W1", "b1"], suggestions: ["W1"]),
    .unknownQuantity("q", known: ["W1", "b1"], suggestions: []),
    .unknownQuantity("q", known: [], suggestions: []),
    .inputCount(found: 3, expected: 2, layers: "layers 2 1:identity"),
    .inputCount(found: 2, expected: 1, layers: "layers 1 1:identity"),
    .targetCount(found: 1, expected: 2, layers: "layers 3 2:softmax"),
    .targetCount(found: 2, expected: 1, layers: "layers 3 1:identity"),
    .sampleCount(inputs: 1, targets: 2),
    .dataShape(inputs: 1, targets: 3, layers: "layers 2 1:identity"), .nothingToUndo,
    .nothingToRedo, .notRecording, .alreadyRecording(path: "a.nn"),
  ]

  private static let networkErrors: [NetworkError] = [
    .noLayers, .invalidSize(0, layer: 0), .invalidSize(-1, layer: 2),
    .activationCount(found: 1, layers: 2),
    .tooManyParameters(1_000_001_000_000, bytes: 8_000_008_000_000, limit: 1 << 26),
    .tooManyParameters(1e30, bytes: 8e30, limit: 1 << 26),
    .batchTooLarge(samples: 1_000_000, bytes: 8e12, limit: 1 << 26), .emptyBatch,
    .inputWidth(expected: 2, found: 3), .inputWidth(expected: 1, found: 3),
    .targetShape(expected: [1, 2], found: [1, 3]),
    .unknownParameter("W9", known: ["W1", "b1"]),
    .parameterShape(name: ParameterName(.weights, layer: 1), expected: [2, 3], found: [3, 2]),
    .parameterShape(name: ParameterName(.biases, layer: 2), expected: [3], found: []),
    .parameterIndex(name: ParameterName(.weights, layer: 1), index: [2, 0], shape: [2, 3]),
    .otherNetwork,
  ]

  private static let networks: [ConsoleError.Reason] =
    networkErrors.map { .network($0) } + [
      .training(.network(.emptyBatch)), .training(.learningRate(-1)),
      .training(.batchSize(9, samples: 4)), .training(.batchSize(9, samples: 1)),
      .training(.amount(.epochs(.max))), .training(.reportInterval(0)),
      .gradientCheck(.network(.emptyBatch)), .gradientCheck(.step(0)),
      .gradientCheck(.tooCostly(multiplications: 1e15, limit: 1e12)),
      .gradientCheck(.interrupted),
    ] + functionChecks.map { .functionCheck($0) } + [
      .dataset(.sampleCount(0, limit: 1_000_000)),
      .dataset(.size(name: "classes", found: 1, least: 2, limit: 100_000)),
      .dataset(.noise(-1)),
    ]

  private static let functionChecks: [FunctionCheckError] = [
    .noFunction(
      "forwrad", role: .forward, found: nil, known: ["forward"], suggestions: ["forward"]),
    .noFunction("f", role: .forward, found: nil, known: [], suggestions: []),
    .noFunction("W1", role: .backward, found: "numpy.ndarray", known: ["forward"], suggestions: []),
    .noFunction("q", role: .loss, found: nil, known: ["my_loss"], suggestions: []),
    .noFunction("q", role: .loss, found: "int", known: [], suggestions: []), .noParameters,
    .noSamples("x"), .noSamples("d"), .noArgument("q", function: "forward", role: .forward),
    .noArgument("u1", function: "backward", role: .backward),
    .noArgument("q", function: "my_loss", role: .loss),
    .noOutput(function: "forward", found: "NoneType"), .outputShape(output: [3], target: [2, 2]),
    .noGradients(function: "backward", found: "NoneType", names: ["W1", "b1", "W2"]),
    .lossValue(function: "my_loss", found: "numpy.ndarray"),
  ]

  private static let files: [ConsoleError.Reason] =
    ([
      .missing, .isFolder, .isNotFolder, .exists, .noPermission, .noSpace, .readOnlyDisk,
      .malformedPath, .nameTooLong, .linkLoop, .confined, .tooLarge(limit: 1 << 28),
      .notUTF8(offset: 12),
      .system(5),
    ] as [FileError.Reason]).map {
      .file(FileError(path: "a/b.csv", operation: .read, reason: $0))
    }
    + ([.write, .list, .makeFolder, .move] as [FileError.Operation]).map {
      .file(FileError(path: "a/b", operation: $0, reason: .missing))
    }

  private static let archiveErrors: [NPZError] = [
    .notZip(found: [1, 2]), .malformedDirectory(offset: 12), .splitArchive,
    .undecodableName([0xFF]), .duplicateName("W1"), .overlappingMembers("W1", "b1"),
    .misplacedMember(name: "W1", offset: 3), .encrypted(name: "W1"),
    .unsupportedCompression(name: "W1", method: 12), .malformedCompression(name: "W1"),
    .tooLarge(name: "W1", byteCount: 3 << 30, limit: 1 << 30), .tooManyMembers(limit: 1000),
    .wrongChecksum(name: "W1", expected: 1, found: 2), .array(name: "W1", .notNPY(found: [1])),
    .array(name: "W1", .unsupportedVersion(major: 9, minor: 0)),
    .array(name: "W1", .truncatedHeader(expected: 80, found: 20)),
    .array(name: "W1", .malformedHeader(text: "{", offset: 1)),
    .array(name: "W1", .objectElements), .array(name: "W1", .unsupportedElementType("<c16")),
    .array(name: "W1", .implausibleShape([1 << 40, 1 << 40])),
    .array(name: "W1", .wrongByteCount(shape: [2], expected: 16, found: 8)),
    .array(name: "W1", .malformedString(index: 0)),
  ]

  private static let archives: [ConsoleError.Reason] =
    archiveErrors.map { .archive($0, path: "net.npz") }
    + ([
      .missing("W2"), .notNumbers("W1"), .shape("W2", expected: "(3, units)", found: [4, 1]),
      .notFinite("b1"), .plan("2 x"), .network(.noLayers),
    ] as [NetworkFile.Problem]).map { .networkFile($0, path: "net.npz") }

  private static let tables: [ConsoleError.Reason] =
    ([
      .empty, .noRows, .tooManyCells(limit: 1_000_000), .unterminatedQuote(place),
      .textAfterQuote(place), .raggedRow(place, expected: 3, found: 1),
      .raggedRow(place, expected: 3, found: 4), .duplicateColumn(place, name: "a"),
      .noSuchColumn("clas", known: ["class"]), .noSuchColumn("x", known: ["height", "width"]),
      .columnChosenTwice("a"), .noInputs, .noTargets, .missingValue(place, column: "a"),
      .notANumber(place, column: "a", text: "x"), .notFinite(place, column: "a", text: "nan"),
      .tooManyClasses(column: "a", count: 1001, limit: 1000),
      .tooManyElements(rows: 1000, columns: 1000, limit: 100_000),
    ] as [CSVError]).map { .table($0, path: "a.csv") }

  private static let lessons: [ConsoleError.Reason] = [
    .noLessonsFolder, .noScripts(path: "a"),
    .unknownLesson("singel-unit", suggestions: ["single-unit"]),
    .unknownLesson("x", suggestions: []), .repeatedLesson("a", path: "a.nn"),
    .notInLesson(command: "next"), .noQuestion(command: "hint"),
    .questionOpen("the-line", command: "next"), .alreadyPlaying, .notPlaying,
    .nothingKept("test-1", suggestions: ["test-01"]), .nothingKept("x", suggestions: []),
    .unknownStep("tow", known: ["one", "two"], suggestions: ["two"]),
    .unknownStep("x", known: ["one", "two"], suggestions: []), .directiveOutsideLesson("step"),
  ]

  private static let scriptProblems: [LessonScriptError.Problem] =
    [
      .fileTooLarge(bytes: 5 << 20, limit: 4 << 20), .invalidUTF8,
      .lineTooLong(bytes: 20_000, limit: 16_384), .tooManySteps(limit: 1000),
      .tooManyErrors(limit: 100), .missingLesson, .missingTitle, .noSteps,
      .unknownDirective("stpe", suggestions: ["step"]), .unknownDirective("x", suggestions: []),
      .indentedDirective("step"), .repeatedDirective("lesson", first: range),
      .misplacedDirective("seed", belongs: .beforeSteps),
      .misplacedDirective("expect", belongs: .inStep), .lineOutsideStep,
      .repeatedStep("one", first: range), .emptyStep("one"), .nothingToFail,
      .unsupportedFormat("9", supported: 1), .unknownOption("fromat", suggestions: ["format"]),
      .unknownOption("x", suggestions: []), .literal(.unclosed),
      .missingTranslation(.title, .ja), .missingTranslation(.text, .en),
      .repeatedTranslation(.title, .en), .emptyTranslation(.text, .ja), .unclosedText, .strayEnd,
    ]
    + ([
      .identifier, .format, .language, .seed, .cover, .name, .relation, .equals, .number,
      .tolerance, .within, .shape, .topology, .end,
    ] as [LessonScriptError.Expected]).flatMap {
      [.expected($0, found: "x"), .expected($0, found: "")]
    }

  private static let scripts: [ConsoleError.Reason] = scriptProblems.map {
    .lessonScript(LessonScriptError($0, range: range))
  }

  private static let questions: [ConsoleError.Reason] = {
    let problems: [LessonScriptError.Problem] = [
      .misplacedDirective("key", belongs: .inQuestion),
      .unknownKind("formla", suggestions: ["formula"]), .repeatedQuestion("a", first: range),
      .unclosedQuestion, .lineOutsidePart, .partOfOtherKind("case", kind: .number),
      .repeatedPart("key"), .missingPart("wrong"), .missingPart("why"), .tooFewHints(1),
      .repeatedName("x"), .variantCount("x", found: 2, expected: 3),
      .answerForm(.lines, found: "x"), .unknownFeedback("bias", suggestions: ["missing-bias"]),
      .unknownFeedback("xyz", suggestions: []), .missingTranslation(.prompt, .en),
      .missingTranslation(.hint, .ja), .missingTranslation(.why, .ja),
      .emptyTranslation(.key, .ja), .missingTranslation(.option("a"), .en),
      .missingTranslation(.item("1"), .ja), .missingTranslation(.idea("a"), .en),
      .repeatedTranslation(.feedback("a"), .en),
    ]
    let expected: [LessonScriptError.Expected] = [
      .questionKind, .given, .symbolicShape, .values, .integerRange, .labelSize, .setting("within"),
      .listing, .code, .answer, .feedback, .lineNumbers,
    ]
    let judgement = Judgement(
      verdict: .wrong, feedback: .slip(.sign), seed: 3)
    let sample = Question.SampleAnswer(role: .accept, text: "x", feedback: "own", range: range)
    let proofs: [QuestionProof.Problem] = [
      .keyFails(.noValue), .keyRejected(judgement), .otherVerdict(sample, judgement),
      .otherFeedback(sample, judgement),
      .otherFeedback(sample, Judgement(verdict: .wrong, seed: 3)),
      .startPasses, .unknownPlaceholder("a"),
    ]
    let failed = proofs.map {
      ConsoleError.Reason.questionFailed(QuestionProof.Finding(problem: $0, range: range, seed: 3))
    }
    let places: [ConsoleError.Reason] = [
      .unknownQuestion("tset", lesson: "test-03", known: ["test"], suggestions: ["test"]),
      .unknownQuestion("x", lesson: "test-03", known: ["test", "a"], suggestions: []),
      .whichQuestion(lesson: "test-13", known: ["a", "b"]),
      .whichQuestion(lesson: "iris", known: []),
      .notALessonID("../x"), .lessonTakesTooLong,
    ]
    return failed + places
      + (problems + expected.map { .expected($0, found: "x") }).map {
        .lessonScript(LessonScriptError($0, range: range))
      }
  }()

  private static let expectations: [ConsoleError.Reason] =
    ([
      .unknownQuantity("y", suggestions: []), .unknownQuantity("W9", suggestions: ["W1"]),
      .shapeDiffers(name: "W1", expected: [2, 3], found: [3, 2]),
      .elementDiffers(
        name: "W1", index: [1, 2], expected: 0.5, found: 0.25, tolerance: 1e-9, count: 3),
      .elementDiffers(name: "loss", index: [], expected: 0, found: .nan, tolerance: 0, count: 1),
      .sumDiffers(name: "y", expected: 1, found: 2, tolerance: 1e-7),
      .notANumber(name: "y", shape: [4]),
      .comparisonFails(name: "loss", .less, bound: 0.01, found: 0.5),
      .topologyDiffers(expected: [2, 3, 1], found: [2, 1]),
      .topologyDiffers(expected: [2, 3, 1], found: nil),
      .otherFailure(expected: "shape", found: "no-network"), .noFailure(expected: "shape"),
      .earlierFailure(
        expected: "shape", LessonFailure(kind: "no-network", range: range, lastLine: 3)),
    ] as [ExpectationOutcome]).map { .expectationFailed(expectation, $0) }

  private static let expectation: Expectation = {
    guard let expectation = try? Expectation("y = 1") else { preconditionFailure("y = 1") }
    return expectation
  }()
}
