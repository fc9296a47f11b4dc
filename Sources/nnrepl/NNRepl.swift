public import ArgumentParser
import Console
public import Localization

/// The command line of nnrepl.
struct NNRepl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nnrepl",
    abstract: "Learn how a small neural network works, at a prompt.",
    usage: """
      nnrepl
      nnrepl <file> ...
      nnrepl -c <lines>
      nnrepl play|replay <lesson>
      nnrepl check <path> ...
      nnrepl answer <lesson>[/<question>] <answer>
      nnrepl lessons
      """,
    discussion: """
      Without arguments at a terminal it is the console; from a pipe it runs the lines it reads.
      Exit status: 0 fine, 1 an error or a failed expectation, 64 wrong usage.
      """,
    version: version,
    subcommands: [
      Run.self, Play.self, Replay.self, Check.self, Lessons.self, Answer.self, NewLesson.self,
      Lesson.self,
    ],
    defaultSubcommand: Run.self)

  static let version = "0.1"

  /// The arguments with the options that every command has behind the command: so that
  /// `nnrepl --lang ja play ID` is `nnrepl play --lang ja ID`.
  static func withCommandFirst(_ arguments: [String]) -> [String] {
    let commands = configuration.subcommands.compactMap { $0._commandName }
    var index = 0
    while index < arguments.count {
      switch arguments[index] {
      case "--no-color", "--ascii": index += 1
      case "--lang", "--seed": index += 2
      case let option where option.hasPrefix("--lang=") || option.hasPrefix("--seed="): index += 1
      case let word:
        guard index > 0, commands.contains(word) else { return arguments }
        return [word] + arguments[..<index] + arguments[(index + 1)...]
      }
    }
    return arguments
  }
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "The language: ja or en.")
  var lang: Language?
  @Option(help: "The seed of everything random that gives none.")
  var seed: UInt32?
  @Flag(help: "No colours.")
  var noColor = false
  @Flag(help: "Only ASCII signs in tables and drawings.")
  var ascii = false
}

extension Language: ExpressibleByArgument {}

/// `nnrepl`, `nnrepl FILE …`, `nnrepl -c LINES`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start the console, or run files or lines (the default).")

  @OptionGroup var common: CommonOptions
  @Option(
    name: .customShort("c"), help: ArgumentHelp("Run these lines, then exit.", valueName: "lines"))
  var lines: String?
  @Argument(help: "Lesson scripts (.nn) or scripts of commands to run.", completion: .file())
  var files: [String] = []

  func validate() throws {
    if lines != nil, !files.isEmpty {
      throw ValidationError("Give either -c or files, not both.")
    }
  }

  func run() throws {
    let process = ConsoleProcess(common)
    if let lines {
      throw ExitCode(process.run(lines: lines))
    } else if !files.isEmpty {
      throw ExitCode(process.run(files: files))
    } else if process.isInteractive {
      throw ExitCode(process.converse())
    } else {
      throw ExitCode(process.runStandardInput())
    }
  }
}

/// `nnrepl play ID|FILE`.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a lesson: Return goes on, lines are answers while a question is open.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The id of a lesson, or a lesson script (.nn).")
  var lesson: String
  @Flag(help: "Forget the answers and begin anew.")
  var again = false

  func run() throws {
    throw ExitCode(ConsoleProcess(common).play(lesson, again: again))
  }
}

/// `nnrepl replay ID|FILE`.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a whole lesson without waiting.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The id of a lesson, or a lesson script (.nn).")
  var lesson: String
  @Option(help: "Show this step alone, by its id.")
  var step: String?

  func run() throws {
    throw ExitCode(ConsoleProcess(common).replay(lesson, step: step))
  }
}

/// `nnrepl check PATH …`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify lesson scripts: their form, every line, expectation and question.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "First write what the lines lead to now over the values that scripts record.")
  var update = false
  @Argument(help: "Lesson scripts (.nn) or folders of them.", completion: .file())
  var paths: [String]

  func run() throws {
    throw ExitCode(ConsoleProcess(common).check(paths, updates: update))
  }
}

/// `nnrepl lessons`.
struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the lessons with their progress.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    throw ExitCode(ConsoleProcess(common).run(lines: "lessons"))
  }
}

/// `nnrepl answer ID[/QUESTION] ANSWER`.
struct Answer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge one answer to a question of a lesson.",
    discussion:
      "Exit status: 0 right or accepted, 1 wrong or partly right, 65 no answer, 64 no such question."
  )

  @OptionGroup var common: CommonOptions
  @Flag(help: "Write the judgement as one JSON object.")
  var json = false
  @Argument(
    help: "The lesson and its question, as test-03/test; the lesson alone for its main one.")
  var question: String
  @Argument(
    parsing: .allUnrecognized,
    help: "The answer; - reads it, with all its lines, from standard input.")
  var answer: [String]

  func run() throws {
    // What begins with a minus may stand after --, which is no part of it.
    let words = answer.first == "--" ? answer.dropFirst() : answer[...]
    throw ExitCode(
      ConsoleProcess(common).answer(
        question, with: words.joined(separator: " "), seed: common.seed, asJSON: json))
  }
}

/// `nnrepl new-lesson ID`.
struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-lesson", abstract: "Write a commented lesson script to begin with.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The id of the lesson: lower-case letters, digits and hyphens.")
  var id: String

  func run() throws {
    throw ExitCode(ConsoleProcess(common).makeLesson(id))
  }
}

/// `nnrepl lesson export ID`.
struct Lesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do something with a whole lesson.", subcommands: [Export.self])

  /// `nnrepl lesson export ID --markdown`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a lesson as a page to read, with the answers folded in.")

    @OptionGroup var common: CommonOptions
    @Flag(help: "As Markdown, which is also the default.")
    var markdown = false
    @Argument(help: "The id of a lesson, or a lesson script (.nn).")
    var lesson: String

    func run() throws {
      throw ExitCode(ConsoleProcess(common).exportMarkdown(lesson))
    }
  }
}
