import ArrayFiles

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
    let text: String
    do {
      text = try environment.files.text(of: path)
    } catch {
      throw LineError(ConsoleError(.file(error)), in: place)
    }
    inner.files.folder = environment.files.folderOfFile(path)
    try ScriptRunner.run(name: path, text: text, session: &self, environment: inner)
  }

  /// Whether the learner has defined a variable of a name.
  func isDefined(_ name: String) -> Bool { false }
}

extension FileStore {
  /// The folder in which a file stands.
  func folderOfFile(_ path: String) -> String {
    let resolved = resolve(path)
    guard let slash = resolved.lastIndex(of: "/") else { return folder }
    return slash == resolved.startIndex ? "/" : String(resolved[..<slash])
  }
}
