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
      nnrepl lessons
      """,
    discussion: """
      Without arguments at a terminal it is the console; from a pipe it runs the lines it reads.
      Exit status: 0 fine, 1 an error or a failed expectation, 64 wrong usage.
      """,
    version: version,
    subcommands: [Run.self, Play.self, Replay.self, Check.self, Lessons.self],
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
    abstract: "Take a lesson: Return goes on, and lines can be tried in between.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The id of a lesson, or a lesson script (.nn).")
  var lesson: String

  func run() throws {
    throw ExitCode(ConsoleProcess(common).play(lesson))
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
    abstract: "Verify lesson scripts: their form, every line and every expectation.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "Lesson scripts (.nn) or folders of them.", completion: .file())
  var paths: [String]

  func run() throws {
    throw ExitCode(ConsoleProcess(common).check(paths))
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
