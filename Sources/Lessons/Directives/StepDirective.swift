import SourceText

extension Directive {
  /// `@step ID`: the beginning of a step.
  static let step = Directive(name: "step") { (line, reader) throws(LessonScriptError) in
    reader.finishStep()
    var words = line.words
    var id = (text: "", range: line.nameRange)
    do throws(LessonScriptError) {
      id = try words.identifier()
    } catch {
      // The lines that follow still belong to a step of their own.
      reader.report(error)
    }
    if let first = reader.draft.steps.first(where: { $0.id == id.text }) {
      reader.report(.repeatedStep(id.text, first: first.idRange), id.range)
    }
    guard reader.draft.steps.count < LessonScript.maximumSteps else {
      throw LessonScriptError(.tooManySteps(limit: LessonScript.maximumSteps), range: id.range)
    }
    reader.draft.steps.append(LessonStep(id: id.text, idRange: id.range, items: []))
    try words.end()
  }
}
