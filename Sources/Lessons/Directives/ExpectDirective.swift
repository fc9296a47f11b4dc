extension Directive {
  /// `@expect …`: what must hold after the lines before it; see ``Expectation``.
  static let expect = Directive(name: "expect") { (line, reader) throws(LessonScriptError) in
    guard reader.draft.isInStep else {
      throw LessonScriptError(
        .misplacedDirective("expect", belongs: .inStep), range: line.nameRange)
    }
    let expectation = try Expectation(line.words)
    if case .failure = expectation.kind {
      guard case .block? = reader.draft.lastItem else {
        throw LessonScriptError(.nothingToFail, range: line.nameRange)
      }
    }
    reader.draft.append(.expectation(expectation))
  }
}
