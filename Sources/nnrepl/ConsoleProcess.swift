import ArrayFiles
import Console
import LineEditing
import Localization
import TerminalGraphics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Connects the console to the process: its descriptors, environment variables, clock, signals.
struct ConsoleProcess {
  private let variables: [String: String]
  private let language: Language
  private let seed: UInt32
  /// The seed that was asked for, or nil.
  private let givenSeed: UInt32?
  private let hasColor: Bool
  private let glyphs: GlyphSet
  private let output = StandardOutput()
  private let interrupts = InterruptMonitor()
  private let memory = ProcessMemory()

  init(_ options: CommonOptions) {
    variables = Self.environmentVariables()
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { [variables] in variables[$0] }.first { !$0.isEmpty }
    language = options.lang ?? Language(locale: locale ?? "")
    givenSeed = options.seed
    seed = options.seed ?? UInt32.random(in: 0...9999)
    let isDumb = ["", "dumb"].contains(variables["TERM"] ?? "")
    hasColor = !options.noColor && (variables["NO_COLOR"] ?? "").isEmpty && !isDumb
    glyphs = options.ascii ? .ascii : .unicode
  }

  /// Whether a person sits at a terminal.
  var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

  // MARK: Batch

  /// Runs lines given as text.
  func run(lines: String) -> Int32 {
    var rest = lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    return finish { console in
      console.run(name: "-c") { rest.popFirst().map(String.init) }
    }
  }

  /// Runs files, one after the other in one session.
  func run(files: [String]) -> Int32 {
    finish { console in
      for file in files {
        let status = console.run(file: file)
        if status != BatchConsole.ExitStatus.success { return status }
      }
      return BatchConsole.ExitStatus.success
    }
  }

  /// Runs the lines of standard input as they come.
  func runStandardInput() -> Int32 {
    var reader = LineReader(descriptor: 0)
    let output = output
    return finish { console in
      console.run(name: "<stdin>") {
        // What is waiting to be written goes out before this waits for more.
        output.flush()
        return (try? reader.next()) ?? nil
      }
    }
  }

  /// Shows a lesson, or one step of it.
  func replay(_ lesson: String, step: String?) -> Int32 {
    finish { $0.replay(lesson, step: step) }
  }

  /// Verifies lesson scripts.
  ///
  /// - Parameter updates: Whether recorded values are written anew first.
  func check(_ paths: [String], updates: Bool = false) -> Int32 {
    finish { console in
      if updates {
        let status = console.updateLessons(paths)
        if status != BatchConsole.ExitStatus.success { return status }
      }
      return console.check(paths)
    }
  }

  /// Judges one answer; `-` is read from standard input.
  func answer(_ question: String, with answer: String, seed: UInt32?, asJSON: Bool) -> Int32 {
    var text = answer
    if answer == "-" {
      var reader = LineReader(descriptor: 0)
      var lines: [String] = []
      var size = 0
      // A line more than is judged shows that it was too long.
      while size <= 1 << 20, let line = (try? reader.next()) ?? nil {
        lines.append(line)
        size += line.utf8.count + 1
      }
      text = lines.joined(separator: "\n")
    }
    return finish { $0.answer(question, with: text, seed: seed, asJSON: asJSON) }
  }

  /// Writes a lesson script to begin with.
  func makeLesson(_ id: String) -> Int32 {
    finish { $0.makeLesson(id) }
  }

  /// Writes a lesson as Markdown.
  func exportMarkdown(_ lesson: String) -> Int32 {
    finish { $0.exportMarkdown(lesson) }
  }

  private func finish(_ run: (inout BatchConsole) -> Int32) -> Int32 {
    let printer = printer(width: 80)
    var console = BatchConsole(
      session: Session(language: language, seed: seed),
      environment: environment(printer, isInteractive: false), printer: printer)
    let status = run(&console)
    output.flush()
    // Ending the process here spares it letting go of everything that programs made.
    exit(status)
  }

  // MARK: Conversation

  /// Talks at the terminal until the person leaves.
  func converse() -> Int32 {
    converse { console, source in
      if let startUpFile { console.runStartUpFile(startUpFile) }
      console.greet(version: NNRepl.version)
      console.converse(with: &source)
    }
  }

  /// Takes a lesson; the end of the lesson is the end.
  func play(_ lesson: String, again: Bool) -> Int32 {
    guard isInteractive else {
      return finish { $0.play(lesson, again: again, nextLine: nextLineOfStandardInput()) }
    }
    return converse { console, source in
      guard console.open(lesson: lesson, again: again) else { return }
      console.converse(with: &source, leavesWithLesson: true)
    }
  }

  private func nextLineOfStandardInput() -> () -> String? {
    var reader = LineReader(descriptor: 0)
    return { (try? reader.next()) ?? nil }
  }

  private func converse(
    _ body: (inout InteractiveConsole, inout TerminalLineSource) -> Void
  ) -> Int32 {
    var configuration = LineEditor.Configuration(environment: variables)
    configuration.usesColor = configuration.usesColor && hasColor
    configuration.showsHints = configuration.usesColor
    configuration.history = stateFolder.map { HistoryFile(path: $0 + "/history") }
    guard let editor = try? LineEditor(configuration: configuration) else {
      return runStandardInput()
    }
    let printer = printer(width: editor.terminalSize.columns)
    var environment = environment(printer, isInteractive: true)
    environment.typedLines = { editor.history }
    var console = InteractiveConsole(
      session: Session(language: language, seed: seed), environment: environment, printer: printer)
    var source = TerminalLineSource(
      editor: editor, configuration: configuration, output: output, interrupts: interrupts,
      printer: printer)
    body(&console, &source)
    output.flush()
    return BatchConsole.ExitStatus.success
  }

  // MARK: What is passed in

  private func printer(width: Int) -> Printer {
    let output = output
    return Printer(
      renderer: Renderer(language: language, width: width, glyphs: glyphs),
      hasColor: hasColor && isatty(1) == 1, hasColorOnErrors: hasColor && isatty(2) == 1,
      isTerminal: isatty(1) == 1,
      write: { output.write($0) },
      writeError: {
        output.flush()
        StandardOutput.writeError($0)
      })
  }

  private func environment(_ printer: Printer, isInteractive: Bool) -> Console.Environment {
    let (interrupts, memory, output) = (interrupts, memory, output)
    return Console.Environment(
      output: { result in
        printer.show(result)
        if isInteractive { output.flush() }
      },
      isInterrupted: { interrupts.isRaised },
      memory: { memory.use },
      secondsSince1970: Self.secondsSince1970,
      sleep: { seconds in
        let end = ContinuousClock.now + .seconds(min(seconds, 1e9))
        while ContinuousClock.now < end, !interrupts.isRaised { usleep(10_000) }
      },
      showsPlots: variables["NNREPL_PLOTS"] != "off",
      files: files, lessonsFolder: lessonsFolder,
      progress: ProgressStore(path: stateFolder.map { $0 + "/progress" }, files: files),
      questionSeed: givenSeed,
      isInteractive: isInteractive)
  }

  private static func secondsSince1970() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// The files; paths are made whole, for a recording is run from any folder.
  private var files: FileStore {
    FileStore(folder: realPath(of: ".") ?? ".", home: variables["HOME"])
  }

  /// The folder of history and progress.
  private var stateFolder: String? {
    if let state = variables["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/nnrepl" }
    return variables["HOME"].map { $0 + "/.local/state/nnrepl" }
  }

  /// The lines that run before the first prompt, where the person has written some.
  private var startUpFile: String? {
    let folder =
      variables["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? variables["HOME"].map { $0 + "/.config" }
    guard let path = folder.map({ $0 + "/nnrepl/startup.nn" }), access(path, F_OK) == 0 else {
      return nil
    }
    return path
  }

  /// The folder of the lessons: where NNREPL_LESSONS says, or `lessons` in this folder or in one
  /// above the program.
  private var lessonsFolder: String? {
    if let folder = variables["NNREPL_LESSONS"], !folder.isEmpty { return folder }
    if files.isFolder("lessons") { return "lessons" }
    guard let program = realPath(of: programPath) else { return nil }
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if files.isFolder(folder + "/lessons") { return folder + "/lessons" }
    }
    return nil
  }

  private var programPath: String {
    let name = Swift.CommandLine.arguments[0]
    if name.contains("/") { return name }
    let folders = (variables["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 } ?? name
  }

  private func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func environmentVariables() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }
}
