import ArrayFiles
import Lessons
import Notebooks
import NumPyLanguage
import SourceText

extension Session {
  /// Runs a file: a lesson script with its expectations, or a script of commands.
  ///
  /// Relative file names in its lines are read against the folder it stands in.
  ///
  /// - Throws: The first error, with its place.
  public mutating func run(file path: String, environment: Environment) throws(LineError) {
    var inner = environment
    inner.depth += 1
    let place = SourceLine(name: path, number: 1, text: "")
    guard inner.depth <= ScriptRunner.maximumDepth else {
      throw LineError(
        ConsoleError(.tooDeep(path: path, limit: ScriptRunner.maximumDepth)), in: place)
    }
    do throws(ConsoleError) {
      if path.hasSuffix(".ipynb") {
        let notebook = try environment.notebook(path)
        return try execute(notebook: notebook, path: path, environment: inner)
      }
      let text = try environment.text(of: path)
      if path.hasSuffix(".py") {
        let program = SourceUnit(name: path, text: text)
        return try execute(program: program, environment: inner)
      }
      try run(script: text, path: path, environment: inner)
    } catch {
      throw LineError(error, in: place)
    }
  }

  /// Runs a lesson script or a script of commands.
  private mutating func run(
    script text: String, path: String, environment: Environment
  ) throws(ConsoleError) {
    do throws(LineError) {
      if Self.isLesson(text) {
        try replay(
          LessonCatalog.File(path: path, bytes: Array(text.utf8)), environment: environment)
      } else {
        var inner = environment
        inner.files.folder = environment.files.folderOfFile(path)
        try ScriptRunner.run(name: path, text: text, session: &self, environment: inner)
      }
    } catch {
      throw ConsoleError(.inScript(error))
    }
  }

  /// Whether a text is a lesson script: its first line that says something begins with `@lesson`.
  private static func isLesson(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).lazy.map(\.trimmed)
    return lines.first { !$0.isEmpty && !$0.hasPrefix("#") }?.hasPrefix("@lesson") ?? false
  }

  /// Shows a lesson from its first to its last step; the state is that of its end, then.
  private mutating func replay(
    _ file: LessonCatalog.File, environment: Environment
  ) throws(LineError) {
    let reading = LessonScript.read(file.bytes, path: file.path)
    guard let script = reading.script else {
      let error = LessonLibrary(environment).scriptError(reading.errors[0], in: file)
      throw LineError(error, in: SourceLine(name: file.path, number: 1, text: ""))
    }
    var host = SessionHost(session: self, environment: environment)
    host.restart(for: script)
    var player = LessonPlayer(host: host, output: environment.output)
    player.isReplay = true
    player.seed = environment.questionSeed ?? script.seed ?? 0
    var lesson = LessonSession(script, waits: false)
    if case .failed(let failure) = player.play(&lesson) { throw failure }
    self = player.host.session
  }

  /// Whether the learner has defined a variable of a name.
  func isDefined(_ name: String) -> Bool { workspace?.isDefined(name) ?? false }
}

extension Environment {
  /// The text of a file.
  fileprivate func text(of path: String) throws(ConsoleError) -> String {
    do {
      return try files.text(of: path)
    } catch {
      throw ConsoleError(.file(error))
    }
  }

  /// The notebook that a file holds.
  fileprivate func notebook(_ path: String) throws(ConsoleError) -> Notebook {
    let bytes: [UInt8]
    do {
      bytes = try files.bytes(of: path, limit: Notebook.sizeLimit)
    } catch {
      throw ConsoleError(.file(error))
    }
    do {
      return try Notebook(bytes)
    } catch {
      throw ConsoleError(.notebook(error, path: path))
    }
  }
}

extension FileStore {
  /// The folder in which a file stands.
  func folderOfFile(_ path: String) -> String {
    let resolved = resolve(path)
    guard let slash = resolved.lastIndex(of: "/") else { return folder }
    return slash == resolved.startIndex ? "/" : String(resolved[..<slash])
  }
}
